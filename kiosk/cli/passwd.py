"""`kiosk passwd`: who works with the kiosk, in which role, and the PIN that opens the desk at the lobby."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click

from kiosk.cli.context import Wanted, answer, answer_json, json_option, tell
from kiosk.config import find_places

if TYPE_CHECKING:
    from kiosk.services.accounts import Person
    from kiosk.services.who import Role

_ACCOUNT = re.compile(r"[A-Za-z_][A-Za-z0-9_.@-]{0,63}\$?")
_LONGEST = 1000
"""Characters that are read of standard input."""


def _account(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value and not _ACCOUNT.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no name of an account. Write it as `id -un` says it.", ctx, option)
    return value


@click.command("passwd")
@click.argument("name", metavar="[NAME]", required=False)
@click.argument("source", metavar="[-]", required=False)
@click.option("--role", type=click.Choice(["reader", "liaison", "admin"]), help="May look, change listings, or all.")
@click.option("--account", "of", callback=_account, metavar="ACCOUNT", help="Their Unix account; '' for none.")
@click.option("--no-pin", is_flag=True, help="They have no PIN from now on.")
@click.option("--remove", is_flag=True, help="Take them away.")
@click.option("--list", "is_list", is_flag=True, help="Show who is named.")
@json_option
@click.pass_obj
def passwd_command(
    wanted: Wanted, name: str | None, source: str | None, role: Role | None, of: str | None, no_pin: bool,
    remove: bool, is_list: bool, as_json: bool,
) -> None:  # fmt: skip
    """Name who works with the kiosk, and set the PIN that opens the desk at the lobby. Without NAME: your own PIN.

    The PIN is asked for twice and not shown; with - it is the first line of standard input. Enter leaves the PIN as
    it is. While nobody is named, every account that may write the directory is a liaison, and its owner an admin;
    after that, whoever is not named may only look. Your own account is named as an admin along with the first person.

    \b
    Example:
      kiosk passwd "Ana Ruiz" --role liaison --account ana
      kiosk passwd mary --role reader --no-pin
      printf '%s' "$PIN" | kiosk passwd "Ana Ruiz" -
      kiosk passwd --list
    """
    if name == "-" and source is None:
        name, source = None, "-"
    _check_usage(name, source, is_list=is_list, remove=remove, changes=bool(role or of is not None or no_pin))
    from kiosk.services.accounts import Accounts
    from kiosk.store.people_file import PeopleFile, account

    people = Accounts(PeopleFile(find_places(wanted.data).data))
    if is_list:
        _show(people.people(), as_json)
        return
    by = people.who(account())
    if remove and name:
        gone = people.remove(name, by)
        _answer(gone, f"{gone.name} is named no longer, and may only look.", as_json)
        return
    if name is None and all(each.account != account() for each in people.people()):
        role, of = role or by.role, account() if of is None else of  # named for the first time, by themselves
    is_new = name is not None and all(each.name != name for each in people.people())
    pin = b"" if no_pin else _pin(source, may_be_left_out=is_new or role is not None or of is not None)
    kept = people.keep(name or by.name, by, account(), role=role, of=of, pin=pin)
    _answer(kept, f"{kept.name} is {_article(kept.role)}{', with a PIN' if kept.pin else ', without a PIN'}.", as_json)


def _check_usage(name: str | None, source: str | None, *, is_list: bool, remove: bool, changes: bool) -> None:
    if source not in (None, "-"):
        raise click.UsageError(f"A name of several words needs quotes, as in “{name} {source}”.")
    if is_list and (name or remove or changes or source):
        raise click.UsageError("--list shows everybody, and changes nothing.")
    if remove and (not name or changes or source):
        raise click.UsageError("Say whom: kiosk passwd NAME --remove")


def _pin(source: str | None, *, may_be_left_out: bool) -> bytes | None:
    """The PIN as it was given; None when it is to stay as it is."""
    if source == "-":
        line = sys.stdin.readline(_LONGEST) if sys.stdin else ""
        return _bytes(line.strip()) or None
    if not (sys.stdin and sys.stdin.isatty()):
        if may_be_left_out:
            return None
        raise click.UsageError("Nobody can be asked here. Give the PIN on standard input: kiosk passwd NAME -")
    asked: str = click.prompt("PIN, 6 digits or more (Enter: as it is)", default="", hide_input=True, err=True,
                              show_default=False)  # fmt: skip
    if not asked:
        return None
    again: str = click.prompt("The same once more", default="", hide_input=True, err=True, show_default=False)
    if asked != again:
        raise click.UsageError("The two PINs differ. Nothing was changed.")
    return _bytes(asked)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _show(people: tuple[Person, ...], as_json: bool) -> None:
    if as_json:
        answer_json([_document(each) for each in people])
        return
    answer(
        f"{each.name:<24}  {each.role:<8}  {'PIN' if each.pin else '-':<3}  {each.account or '-'}" for each in people
    )
    if not people:
        tell("Nobody is named: whoever may write the directory is a liaison, and its owner an admin.")


def _answer(person: Person, sentence: str, as_json: bool) -> None:
    if as_json:
        answer_json(_document(person))
    tell(sentence)


def _document(person: Person) -> dict[str, object]:
    return {"name": person.name, "role": person.role, "account": person.account, "pin": bool(person.pin)}


def _article(role: str) -> str:
    return "an admin" if role == "admin" else f"a {role}"
