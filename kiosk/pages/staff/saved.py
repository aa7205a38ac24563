"""What is said after a save: what families see now, and what is left to decide."""

from __future__ import annotations

from kiosk.domain.kept import Saved
from kiosk.pages.route import Route
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.state import state_of


def saved_words(ask: StaffAsk, saved: Saved) -> str:
    """One or two sentences."""
    say = ask.words.say
    kept = ask.desk.records.load().get(saved.id)
    if saved.outcome == "unchanged":
        return say("Nothing was changed.")
    now = state_of(ask.family(Route("listing", saved.id)), kept) if kept is not None else None
    seen = say("Families see: {state}.", state=f"{now.label} {now.words}".strip()) if now else ""
    if saved.outcome == "question":
        return say("Saved. Somebody changed the same thing: both are kept, and you choose.")
    if saved.outcome == "merged":
        return f"{say('Saved, and put together with what somebody else changed.')} {seen}".strip()
    return f"{say('Saved as No. {number}.', number=saved.number)} {seen}".strip()
