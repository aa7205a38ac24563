"""What is typed at the prompts of one screen of the desk: kept at every letter, offered when it is asked for again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.typed_before import typed_before
from kiosk.services.unfinished import Unfinished


class KeptLines:
    """The lines of the prompt that is open: as many texts as it asks lines, each as far as it was typed."""

    def __init__(self, ask: StaffAsk, screen: str, now: Callable[[], StaffAsk]) -> None:
        """`now` gives the words of the language that the desk speaks at that moment."""
        self._lines = Unfinished(ask.desk.notes, ask.desk.who.name, screen, ask.desk.clock)
        self._now = now
        self._prompt = ""
        self._texts: list[str] = []
        self._offer = ""

    def open(self, prompt: str) -> None:
        """A prompt is opened: find what was typed there before."""
        found = self._lines.find(prompt)
        if found is not None:
            self._texts = list(found.texts)
        elif prompt != self._prompt or not any(self._texts):  # else it stands here still: the disk took nothing
            self._texts = []
        self._prompt = prompt
        self._offer = typed_before(self._now(), found.on) if found is not None else ""

    def at(self, place: int, proposed: str) -> tuple[str, str]:
        """What stands in a line at first; and where it was typed before, words that say when."""
        if place >= len(self._texts):
            return proposed, ""
        text = self._texts[place]
        return text, self._offer if text != proposed else ""

    def write(self, place: int, text: str, proposed: Sequence[str]) -> None:
        """A line of the prompt stands so now. What is as it was proposed, or empty, is nothing to keep."""
        texts = [*self._texts, *proposed[len(self._texts) : place]]
        texts[place : place + 1] = [text]
        self._texts = texts
        pairs = zip(texts, [*proposed, *[""] * len(texts)], strict=False)
        if any(text not in ("", stands) for text, stands in pairs):
            self._lines.keep(self._prompt, texts)
        else:
            self._lines.drop(self._prompt)

    def taken(self) -> None:
        """It was taken, or given up on purpose: nothing is left of it."""
        if self._prompt:
            self._lines.drop(self._prompt)
            self._prompt, self._texts = "", []
