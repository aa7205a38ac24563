"""The listings and what changes them, for commands that show nothing to families.

No page, no search, no screen is built for it, and no other listing than the one that is asked for is read.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.cli.context import Wanted, answer, answer_json, tell
from kiosk.cli.who import whoever
from kiosk.config import SETTINGS, Places, find_places, load_school
from kiosk.domain.values import dataclass
from kiosk.store import Store, bounds_of, open_store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kiosk.domain.kept import Saved
    from kiosk.services.editing import Editing


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One school's listings, as staff work on them."""

    store: Store
    places: Places
    zone: ZoneInfo

    def editing(self) -> Editing:
        """What changes listings, checked against the needs and supports that ship."""
        from kiosk.services.editing import Editing
        from kiosk.words import load_content

        content = load_content(self.places.content)
        needs = {need.id for need in content.needs}
        return Editing(self.store, needs, {support.id for support in content.supports})

    def local(self, at: str) -> str:
        """A moment (UTC, ISO 8601) as the clock at school showed it."""
        return datetime.fromisoformat(at).astimezone(self.zone).strftime("%Y-%m-%d %H:%M:%S")

    def today(self, at: datetime | None) -> date:
        """The day at school: now, or at the moment that the clock was set to."""
        if at is not None and at.tzinfo is None:
            return at.date()
        return (at.astimezone(self.zone) if at else datetime.now(self.zone)).date()


def open_office(wanted: Wanted) -> Office:
    """The office of the school that was asked for. What is wrong in its files is told on standard error."""
    places = find_places(wanted.data)
    if places.is_default and not (places.data / SETTINGS).exists():
        wanted.kiosk()  # a first run, which lays the sample down
    school = load_school(places.data)
    store = open_store(places.data, bounds_of(school.keeping), whoever(places.data).must_change)
    for problem in school.problems:
        tell(str(problem))
    for damage in store.told():
        tell(damage)
    return Office(store=store, places=places, zone=ZoneInfo(school.settings.zone))


def answer_saved(saved: Saved, as_json: bool) -> None:
    """What became of one listing."""
    if as_json:
        answer_json(_saved_json(saved))
    else:
        answer(f"{saved.number or '':>4}  {saved.id}  {saved.rev}  {saved.outcome}")


def answer_all_saved(saved: Iterable[Saved], as_json: bool) -> None:
    """What became of many listings."""
    if as_json:
        answer_json([_saved_json(each) for each in saved])
        return
    for each in saved:
        answer_saved(each, as_json=False)


def _saved_json(saved: Saved) -> dict[str, str]:
    return {"id": saved.id, "rev": saved.rev, "outcome": saved.outcome}
