"""`kiosk list` and `kiosk search`: many listings, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kiosk.cli.context import (
    Wanted,
    answer,
    answer_items,
    answer_json,
    asking,
    json_item,
    json_option,
    opening_json,
    tell,
    unswept,
    words,
)
from kiosk.domain.errors import NoSuch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.domain.kept import Head, Kept
    from kiosk.domain.listing import Listing
    from kiosk.domain.opening import Opening
    from kiosk.wiring import Kiosk


@click.command("list")
@click.option("--need", metavar="NEED", help="Only for this need, such as food.")
@click.option("--support", metavar="SUPPORT", help="Only with this school-based support, such as case-management.")
@click.option("--open", "only_open", is_flag=True, help="Only what is open now.")
@json_option
@click.pass_obj
@unswept()
def list_command(wanted: Wanted, need: str | None, support: str | None, only_open: bool, as_json: bool) -> None:
    """List what families can use, what can be used now first.

    \b
    Example:
      kiosk list --need food --open
    """
    kiosk = wanted.kiosk()
    directory, now = kiosk.center.directory, kiosk.clock()
    if need is not None and kiosk.content.need(need) is None:
        raise NoSuch(f"There is no need “{need}”. Nothing was listed. See content/needs.toml for their names.")
    if support is not None and kiosk.content.support(support) is None:
        raise NoSuch(f"There is no support “{support}”. Nothing was listed. See content/supports for their names.")
    if as_json:
        answer_items(_items(kiosk, need, support, only_open))
        return
    kepts = set(directory.all())
    kepts &= set(directory.by_need(need)) if need else kepts
    kepts &= set(directory.by_support(support)) if support else kepts
    chosen = [
        kept for kept in directory.order(kepts, now) if not only_open or directory.opening(kept, now).state == "open"
    ]
    for kept in chosen:
        answer(_line(kiosk, kept))
    if not chosen:
        tell("There is no such listing now.")


@click.command("search")
@click.argument("typed", nargs=-1, required=True, metavar="WORDS")
@json_option
@click.pass_obj
def search_command(wanted: Wanted, typed: tuple[str, ...], as_json: bool) -> None:
    """Search as the screen does, with its synonyms and its patience with spelling. WORDS may be a number.

    \b
    Example:
      kiosk --lang es search comida para hoy
    """
    kiosk = wanted.kiosk()
    found = kiosk.center.search.find(" ".join(typed), kiosk.language, kiosk.clock())
    if as_json:
        answer_json([{**row_json(kiosk, hit.kept), "score": round(hit.score, 4)} for hit in found.hits])
        return
    if found.corrected:
        tell(f"Searched for: {found.corrected}")
    for hit in found.hits:
        answer(_line(kiosk, hit.kept))
    if not found.hits:
        tell("Nothing was found. Try other words.")


def row_json(kiosk: Kiosk, kept: Kept) -> dict[str, object]:
    """One listing of a list, in the language of the answer."""
    return _row(kiosk, kept, kept.head, kiosk.center.directory.opening(kept, kiosk.clock()))


def _items(kiosk: Kiosk, need: str | None, support: str | None, only_open: bool) -> Iterator[str]:
    """The rows that are wanted, written, in the order of the list: a listing is held no longer than it is read."""
    from kiosk.domain.fit import lineage
    from kiosk.services.roll import Roll

    parents = kiosk.center.directory.parents

    def wanted(listing: Listing, opening: Opening) -> bool:
        return (
            (need is None or any(need in lineage(own, parents) for own in listing.needs))
            and (support is None or support in listing.supports)
            and (not only_open or opening.state == "open")
        )

    def item(kept: Kept, listing: Listing, opening: Opening) -> str:
        return json_item(_row(kiosk, kept, listing, opening))

    return Roll(kiosk.store.load(), kiosk.clock(), kiosk.center.calendar, kiosk.center.zone).call(wanted, item)


def _row(kiosk: Kiosk, kept: Kept, said: Head | Listing, opening: Opening) -> dict[str, object]:
    return {
        "id": kept.id,
        "number": kept.number,
        "rev": kept.rev,
        "name": words(kiosk).pick(said.name),
        "needs": list(said.needs),
        "supports": list(said.supports),
        "opening": opening_json(kiosk, opening),
    }


def _line(kiosk: Kiosk, kept: Kept) -> str:
    """`214  Food shelf  OPEN until 4:00 PM  Room 104, this school  (food-shelf)`."""
    from kiosk.pages.route import Route
    from kiosk.pages.rows import row

    shown = row(asking(kiosk, Route("results")), kept)
    state = " ".join(shown.state.spoken()) if shown.state else ""
    parts = (f"{kept.number or '':>4}", shown.label, state, shown.place, f"({kept.id})")
    return "  ".join(part for part in parts if part)
