"""The form: one listing while somebody writes it. What is typed is kept as a draft from the first letter on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from kiosk.domain.errors import Refused
from kiosk.domain.kept import Kept, Saved
from kiosk.domain.listing import Listing
from kiosk.domain.paths import value_at, with_value
from kiosk.domain.problems import BadListing, Problem
from kiosk.services.desk import Desk
from kiosk.services.drafts import Draft
from kiosk.services.form_fields import Field

MOST_UNDONE = 200


class Form:
    """One listing being written by one person. `doc` is what it would be; `base` what it was when it was opened."""

    def __init__(self, desk: Desk, id: str, *, copy: bool = False) -> None:
        self._desk = desk
        self.id = "" if copy else id
        self.rev = ""
        self.base: dict[str, object] = {}
        if id:
            kept = desk.records.get(id)
            self.base = desk.records.document(kept)
            self.id, self.rev = (kept.id, kept.rev) if not copy else ("", "")
        self.doc: dict[str, object] = dict(self.base)
        if copy:
            for key in ("id", "number", "assured_date", "assurer"):
                self.doc.pop(key, None)
            self.base = {}
        self.typed: dict[str, str] = {}
        """What was typed into a field and cannot be its value: kept as it is, and shown with what is wrong."""
        self._before: list[tuple[dict[str, object], dict[str, str]]] = []
        self._draft = Draft(desk, self.id)
        self.is_resumed = not copy and self._resume()
        """Whether a draft was found and goes on."""

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return self.doc != self.base or bool(self.typed)

    @property
    def changed(self) -> frozenset[str]:
        """The top-level fields that differ from what was opened."""
        keys = {*self.base, *self.doc}
        return frozenset(key for key in keys if self.base.get(key) != self.doc.get(key))

    def value(self, field: Field) -> object:
        """What stands in a field."""
        return value_at(self.doc, field.path)

    def set(self, field: Field, text: str, read: Callable[[], object]) -> None:
        """Take what is typed into a field. `read` gives the value that the text means, and `ValueError` for none."""
        self._remember()
        try:
            self.doc = with_value(self.doc, field.path, read())
            self.typed.pop(field.path, None)
        except (ValueError, Refused):
            self.typed[field.path] = text
        self.keep()

    def turn(self, field: Field) -> None:
        """The next of a field's choices."""
        choices: tuple[object, ...] = (None, *field.choices) if field.kind == "choice" else (None, True)
        now = self.value(field) or None
        here = choices.index(now) if now in choices else 0
        after = choices[(here + 1) % len(choices)]
        self.set(field, str(after or ""), lambda: after)

    def put(self, members: Mapping[str, object]) -> None:
        """Take other values for some of the listing's members at once, None or nothing in it to take them away."""
        doc = {**self.doc, **members}
        doc = {key: value for key, value in doc.items() if key not in members or value not in (None, [], {}, False)}
        typed = {path: text for path, text in self.typed.items() if not path.startswith(tuple(members))}
        if (doc, typed) != (self.doc, self.typed):
            self._remember()
            self.doc, self.typed = doc, typed
            self.keep()

    def jot(self, path: str, text: str) -> None:
        """Keep a line while it is typed and before it is taken, so that it is not lost; empty lets it go."""
        if self.typed.get(path, "") != text:
            self.typed = {key: each for key, each in self.typed.items() if key != path} | ({path: text} if text else {})
            self.keep()

    def drop(self, path: str) -> None:
        """Give up a line that was jotted down. `undo` brings it back."""
        if path in self.typed:
            self._remember()
            self.jot(path, "")

    def undo(self) -> bool:
        """Take the last thing typed back; False when there is nothing."""
        if not self._before:
            return False
        self.doc, self.typed = self._before.pop()
        self.keep()
        return True

    def problems(self) -> list[Problem]:
        """Everything that is wrong with it as it stands, what cannot be read first."""
        found = [Problem(path, "not-read", text) for path, text in self.typed.items()]
        return [*found, *self._desk.editing.problems(self.doc)]

    def listing(self) -> Listing | None:
        """The listing as it would be kept, None while something in it cannot be."""
        if self.is_changed and self.problems():
            return None
        try:
            return self._desk.editing.draft(self.doc)
        except Refused:
            return None

    def as_kept(self) -> Kept | None:
        """The same as a family would be shown it."""
        listing = self.listing()
        return Kept(listing, self.rev) if listing is not None else None

    def discard(self) -> None:
        """Give up what was typed. `undo` brings it back."""
        self._remember()
        self.doc, self.typed = dict(self.base), {}
        self.forget()

    def save(self) -> Saved:
        """Keep it. `Refused` names what is wrong, and everything stays as it was typed."""
        if self.typed:
            path, text = next(iter(self.typed.items()))
            message = f"{path}: “{text}” cannot be read. Nothing was changed. Write it another way."
            raise BadListing(message, [Problem(path, "not-read", text)])
        by = self._desk.who.name
        if self.id:
            saved = self._desk.editing.set(self.id, self.doc, self.rev, by)
        else:
            (saved,) = self._desk.editing.add([self.doc], by)
        self.forget()
        return saved

    def check(self, today: date) -> None:
        """Note that a person checked it today, which saving alone never says."""
        self._remember()
        self.doc = {**self.doc, "assured_date": today.isoformat(), "assurer": self._desk.who.name}
        self.keep()

    def follow(self) -> None:
        """Take over what another screen of this person's made of the same draft; `undo` takes all of it back."""
        before = self.doc, dict(self.typed)
        if not self._resume():
            if self.id and (kept := self._desk.records.load().get(self.id)) is not None:
                self.base, self.rev = self._desk.records.document(kept), kept.rev
            self.doc, self.typed = dict(self.base), {}
        if (self.doc, self.typed) != before:
            self._before = [*self._before[-MOST_UNDONE:], before]

    def keep(self) -> None:
        """Keep what was typed as a draft, whatever happens next."""
        if self.is_changed:
            note = {
                "id": self.id,
                "by": self._desk.who.name,
                "started_from": self.rev,
                "base": self.base,
                "doc": self.doc,
            }
            self._draft.keep({**note, "typed": self.typed})
        else:
            self.forget()

    def forget(self) -> None:
        """Let the draft go: it was saved, or given up on purpose."""
        self._draft.forget()

    def _remember(self) -> None:
        """Keep what stands now, for `undo`."""
        self._before = [*self._before[-MOST_UNDONE:], (self.doc, dict(self.typed))]

    def _resume(self) -> bool:
        note = self._draft.find()
        if note is None or not isinstance(note.get("doc"), dict):
            return False
        base, typed = note.get("base"), note.get("typed")
        self.doc = _tree(note.get("doc"))
        self.base = _tree(base)
        self.rev = str(note.get("started_from", ""))
        self.typed = {key: str(text) for key, text in _tree(typed).items()}
        return True


def _tree(value: object) -> dict[str, object]:
    return {str(key): each for key, each in value.items()} if isinstance(value, dict) else {}
