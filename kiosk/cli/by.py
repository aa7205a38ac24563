"""Who changes something, and from which revision: the two options of every command that does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kiosk.domain.text import clean_text

if TYPE_CHECKING:
    from kiosk.cli.context import Wanted


def account(wanted: Wanted) -> str:
    """Who this account is, for the history. It is asked of the system, not of the environment."""
    from kiosk.cli.who import who

    return who(wanted).name


def _who(ctx: click.Context, option: click.Parameter, value: str | None) -> str:
    if value is None:
        return account(ctx.obj)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter("this name has half of a character in it. Type it again.", ctx, option) from error
    name = " ".join(clean_text(value).split())[:80]
    if not name:
        raise click.BadParameter("this name is empty. Write who does it, or leave it out.", ctx, option)
    return name


def _rev(ctx: click.Context, option: click.Parameter, value: str | None) -> str:
    if value is not None and not value.strip():
        raise click.BadParameter("this is empty. Write the revision, or leave it out.", ctx, option)
    return (value or "").strip()


by_option = click.option(
    "--by", metavar="WHO", callback=_who, help="Who does it, for the history. Your account, if you leave it out."
)
rev_option = click.option(
    "--rev", metavar="REV", callback=_rev, help="The revision you read. What others changed since is kept."
)
