"""The sample school with something said at its desk by one key."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime

from kiosk.domain.settings import ShelfThing
from kiosk.services.center import Center
from kiosk.services.noted import Noted
from kiosk.services.shelf import ShelfState
from tests.pages.center import center, under
from tests.services.years import PaperNotes

PANTRY = ShelfThing(listing="food-shelf", name={"en": "Pantry", "es": "Despensa"})
DIAPERS = ShelfThing(listing="diapers", name={"en": "Diapers", "es": "Pañales"})
WIPES = ShelfThing(listing="diapers", name={"en": "Wipes", "es": "Toallitas"})


def desk(*things: ShelfThing, school: Center | None = None) -> Center:
    """The sample with these things on its shelf, and a desk where something can be said."""
    settings = (school or center()).settings
    said = under(replace(settings, shelf=things or (PANTRY, DIAPERS, WIPES)), school)
    notes = PaperNotes()
    said._noted = lambda folder: Noted(notes, folder, nullcontext)
    return said


def say(school: Center, now: datetime, **states: ShelfState) -> None:
    """Say what is on the shelf, each thing by its English name."""
    keys = {each.thing.name["en"].casefold(): each.key for each in school.shelf.now(now)}
    for name, state in states.items():
        school.shelf.note(keys[name], state, "mary", now)
