"""`kiosk import`: what another kiosk changed, or a sheet brings, shown first and then taken in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.by import by_option
from kiosk.cli.context import Wanted, answer_json, json_option, tell
from kiosk.domain.errors import ChangedElsewhere

if TYPE_CHECKING:
    from kiosk.services.take_home import Arrival, Taken

    Brought = tuple[list[Arrival], Callable[[], Taken]]
    """What would change, and what takes it in."""


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Take it in without asking.")
@click.option(
    "--refused", type=click.Path(path_type=Path), metavar="FILE", help="Write rows that are wrong there; take the rest."
)
@by_option
@json_option
@click.pass_obj
@click.pass_context
def import_command(
    ctx: click.Context, wanted: Wanted, file: Path, yes: bool, refused: Path | None, by: str, as_json: bool
) -> None:
    """Take in what another kiosk changed, from a FILE that `kiosk export` wrote. It shows first what will change.

    What both sides changed is joined as for two people at once. Exit status 4 when both changed the same: one of the
    two stands, the other is kept as a question. A second time, nothing changes. A damaged FILE is refused whole.

    FILE may be a sheet too (.csv or .xlsx), with a row for each listing: all rows are taken in or none, and what is
    wrong is named by row and column.

    \b
    Example:
      kiosk import /media/stick/oak-school.kiosk
      kiosk import oak-school.kiosk --yes --by "Ana Ruiz"
      kiosk import programs.xlsx --refused to-mend.csv
    """
    from kiosk.cli.take_in_sheet import is_bundle
    from kiosk.services.take_home import taken

    coming, take = _bundle(wanted, file, by) if is_bundle(file) else _sheet(wanted, file, by, refused, as_json)
    _show(wanted, coming, as_json)
    if not yes and coming and not _agreed():
        return
    done = take()
    for sentence in taken(done, coming):
        tell(sentence)
    if done.questions:
        ctx.exit(ChangedElsewhere.exit_status)


def _bundle(wanted: Wanted, file: Path, by: str) -> Brought:
    """What a bundle brings."""
    from kiosk.cli.office import open_office
    from kiosk.services.take_home import arrivals, take_in
    from kiosk.store.bundle_file import read_bundle

    store = open_office(wanted).store
    bundle = read_bundle(file)
    return arrivals(store, bundle), lambda: take_in(store, bundle, by)


def _sheet(wanted: Wanted, file: Path, by: str, refused: Path | None, as_json: bool) -> Brought:
    """What a sheet brings. Rows that are wrong keep all others out, unless they go to a file of their own."""
    from kiosk.cli.take_in_sheet import refuse, sheet_in_office, tell_problems, write_refused
    from kiosk.services.sheet_taking import pairs
    from kiosk.services.take_home import arrivals_of, in_one_change

    sheet = sheet_in_office(wanted, file)
    store, edits = sheet.office.store, sheet.reading.edits
    tell_problems(sheet)
    if refused is None:
        refuse(sheet, as_json)
    elif sheet.reading.refused:
        write_refused(sheet, refused)
        tell(f"{len(sheet.reading.refused)} of {sheet.reading.rows} rows are in {refused}, to be mended.")
    return arrivals_of(store, pairs(store, sheet.office.editing(), edits)), lambda: in_one_change(
        store, lambda: store.batch(edits, by, "import"), "import"
    )


def _show(wanted: Wanted, coming: Sequence[Arrival], as_json: bool) -> None:
    """What will change, as families read it now and then: on standard error, or as JSON."""
    from kiosk.services.take_home import summed_up

    if as_json:
        answer_json(
            [{"id": each.id, "number": each.number, "change": each.way, "fields": list(each.fields)} for each in coming]
        )
        return
    if coming:
        for line in _told(wanted, coming):
            tell(line)
        tell(summed_up(coming))


def _told(wanted: Wanted, coming: Sequence[Arrival]) -> Iterator[str]:
    """Each listing in the words of the desk."""
    from kiosk.pages.reader import Size
    from kiosk.pages.staff.arrivals import told
    from kiosk.pages.staff.parts import StaffAsk
    from kiosk.services.desk import Who
    from kiosk.wiring import make_kiosk

    kiosk = make_kiosk(wanted.data, wanted.at, wanted.language)
    words = kiosk.desk_words()(kiosk.language)
    ask = StaffAsk(kiosk.desk(Who("", "reader")), words, kiosk.clock(), Size(plain=True))
    for arrival in coming:
        yield from told(ask, arrival)


def _agreed() -> bool:
    """Whether the person says yes. Where nobody can be asked, it is only shown."""
    if not (sys.stdin and sys.stdin.isatty()):
        tell("Nothing was changed yet. To take it in: the same with --yes")
        return False
    if click.confirm("Take it in?", err=True):
        return True
    tell("Nothing was changed.")
    return False
