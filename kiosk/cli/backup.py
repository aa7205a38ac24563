"""`kiosk backup` and `kiosk restore`: all listings in one file, and all listings as they were."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.by import by_option
from kiosk.cli.context import Wanted, answer, answer_json, json_option, tell
from kiosk.domain.errors import NoSuch

if TYPE_CHECKING:
    from kiosk.cli.office import Office
    from kiosk.domain.kept import Moment


@click.command("backup")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@by_option
@json_option
@click.pass_obj
def backup_command(wanted: Wanted, file: Path, by: str, as_json: bool) -> None:
    """Write all listings to one FILE, which `kiosk restore` takes. Others may go on writing meanwhile.

    It is read back, and the desk tells when the last one was taken.

    \b
    Example:
      kiosk backup /media/stick/listings-monday.json
    """
    from kiosk.cli.office import open_office
    from kiosk.services.backups import take_backup
    from kiosk.store.notes import Notes

    office = open_office(wanted)
    now = datetime.now(office.zone) if wanted.at is None else wanted.at.astimezone(office.zone)
    take_backup(office.store, Notes(office.places.data), file, by, now)
    if as_json:
        answer_json({"file": str(file.absolute())})
    tell(f"{file} is written. To go back to it: kiosk restore {file}")


@click.command("restore")
@click.argument("when", metavar="[WHEN]", required=False)
@click.option("--list", "is_list", is_flag=True, help="Show the changes that you can go back to, newest first.")
@by_option
@json_option
@click.pass_obj
def restore_command(wanted: Wanted, when: str | None, is_list: bool, by: str, as_json: bool) -> None:
    """Take all listings back to WHEN: a change (its number), a time (ISO 8601), or a backup file. It can be undone.

    A change or a time means: as the listings were just after it. Nothing is asked.

    \b
    Example:
      kiosk restore --list
      kiosk restore 118
      kiosk restore 2026-11-25T09:00
      kiosk restore /media/stick/listings-monday.json
    """
    from kiosk.cli.office import answer_all_saved, open_office
    from kiosk.services.outcomes import restored

    if is_list == (when is not None):
        raise click.UsageError("Say either WHEN or --list.")
    office = open_office(wanted)
    if when is None:
        _show(office, as_json)
        return
    done = office.editing().restore(_when(when, office), by)
    answer_all_saved(done.saved, as_json)
    tell(restored(len(done.saved), done.undo))


def _when(text: str, office: Office) -> int | datetime | Path:
    """What a person means: a number is a change, a time is one at school, anything else is a file."""
    if text.isascii() and text.isdecimal() and len(text) < 16:
        return int(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _file(text)
    if not 1900 <= moment.year <= 9900:  # the days around it must exist too, in every zone
        raise NoSuch(f"{text} is too far away. Nothing was changed. See: kiosk restore --list")
    return moment if moment.tzinfo else moment.replace(tzinfo=office.zone)


def _file(text: str) -> Path:
    try:
        Path(text).stat()
    except FileNotFoundError as error:
        raise NoSuch(
            f"“{text}” is no change, no time like 2026-11-25T09:00 and no file. Nothing was changed. "
            "See: kiosk restore --list"
        ) from error
    except OSError:  # whoever reads it says what is wrong with it
        pass
    return Path(text)


def _show(office: Office, as_json: bool) -> None:
    """The changes that are kept."""
    from kiosk.services.outcomes import fields

    moments = office.store.moments()
    if as_json:
        answer_json([_json(each) for each in moments])
        return
    shown = False
    for each in moments:
        shown = True
        listings = each.ids[0] if len(each.ids) == 1 else f"{len(each.ids)} listings"
        altered = f" ({fields(each.fields)})" if each.fields and len(each.ids) == 1 else ""
        answer(f"{each.when:>6}  {office.local(each.at)}  {each.by}  {each.why}: {listings}{altered}")
    if not shown:
        tell("No change is kept that you could go back to.")


def _json(moment: Moment) -> dict[str, object]:
    change = {"why": moment.why, "ids": list(moment.ids), "fields": list(moment.fields)}
    return {"when": moment.when, "at": moment.at, "by": moment.by, "change": change}
