"""All keys: those of the screen it was opened from, and those that work everywhere.

Which keys there are is asked of the screen itself, so that this page cannot tell of a key that is gone; what each does
stands in `key_words`, else on the button below that does the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kiosk.domain.values import dataclass
from kiosk.pages.staff.key_words import key_words
from kiosk.pages.staff.parts import Key, ScreenName, StaffAsk, StaffPage, staff_frame

_NAMES = {
    "up": "▲", "down": "▼", "left": "←", "right": "→", "shift+left": "Shift ←", "shift+right": "Shift →",
    "shift+up": "Shift ▲", "shift+down": "Shift ▼",
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift Tab", "space": "Space",
    "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End", "delete": "Del", "backspace": "Erase",
    "question_mark": "?", "slash": "/", "equals_sign": "=", "plus": "+", "minus": "-", "full_stop": ".",
    "left_square_bracket": "[", "right_square_bracket": "]", "comma": ",",
}  # fmt: skip
"""Keys as Textual names them -> as they are printed on a keyboard."""
_SHIFT = "Shift "
_RUN = re.compile(r"^\w-\w$")
_MANY = 4
"""Letters that are no longer named one by one."""
_ARGUMENTS = re.compile(r"\(.*\)$")
_FIRST = (re.compile(r"^\d"), re.compile(r"^(▲|▼|←|→|Enter|Space|Shift|PgUp|Home)"))
"""What stands first: numbers, then what moves."""
_ORDER = ("Esc", "Tab", "Shift Tab", "^P", "F1", "F3", "F12", "?", "^L")
"""The keys that work everywhere, in this order; others after them."""


@dataclass(frozen=True, slots=True)
class KeyUse:
    """One key of a screen, as Textual names it, and the action it runs."""

    key: str
    action: str


@dataclass(frozen=True, slots=True)
class KeyLine:
    """Keys that do the same, as they are printed, and what they do."""

    keys: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysPage(StaffPage):
    """Two columns of keys, and the way to the guide."""

    here_title: str
    here: tuple[KeyLine, ...]
    everywhere_title: str
    everywhere: tuple[KeyLine, ...]
    closes: str
    guide: str


def keys_page(
    ask: StaffAsk, screen: ScreenName, here: Sequence[KeyUse], everywhere: Sequence[KeyUse], bar: Sequence[Key]
) -> KeysPage:
    """The keys of a screen that has these, and these six below."""
    say = ask.words.say
    return KeysPage(
        frame=staff_frame(ask),
        title=say("All keys"),
        subtitle=say("Esc closes this"),
        keys=bar_of(bar),
        here_title=say("On this screen"),
        here=key_lines(ask, screen, here, bar),
        everywhere_title=say("Everywhere"),
        everywhere=tuple(sorted(key_lines(ask, screen, everywhere, ()), key=_place)),
        closes=say("Esc closes this"),
        guide=say("The liaison's guide: two pages, English and Spanish"),
    )


def bar_of(bar: Sequence[Key]) -> tuple[Key, ...]:
    """The six keys of the screen below, which act there; the one that leaves it closes this one."""
    return tuple(
        key if key.action == "leave" else replace(key, action=f"below({place})") for place, key in enumerate(bar)
    )


def key_lines(ask: StaffAsk, screen: ScreenName, uses: Iterable[KeyUse], bar: Sequence[Key]) -> tuple[KeyLine, ...]:
    """What each key does, those that do the same in one line: numbers first, then what moves, then the rest."""
    found: dict[str, list[str]] = {}
    for use in uses:
        words = what_it_does(ask, screen, use, bar)
        if words:
            names = found.setdefault(words, [])
            names += [name for name in (printed(key) for key in use.key.split(",")) if name not in names]
    lines = [KeyLine(_narrowed(_joined(names), bar), words) for words, names in found.items()]
    return tuple(sorted(lines, key=_rank))


def what_it_does(ask: StaffAsk, screen: ScreenName, use: KeyUse, bar: Sequence[Key]) -> str:
    """What a key does on a screen, in a few words; empty when nothing is known of it."""
    words, name = key_words(ask), _ARGUMENTS.sub("", use.action)
    for known in (f"{screen}:{use.action}", f"{screen}:{name}", use.action, name):
        if known in words:
            return words[known]
    label = next((key.label for key in bar if key.action == use.action), "")
    return label[:1].lower() + label[1:]


def printed(key: str) -> str:
    """A key as it is printed on a keyboard."""
    if key in _NAMES:
        return _NAMES[key]
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+').upper()}"
    if key.startswith("alt+"):
        return f"Alt {key.removeprefix('alt+')}"
    return key.upper()


def _joined(names: Sequence[str]) -> str:
    """`1-9` for a run of numbers, `A-X` for many letters, `Alt 1-7` with a key before them, `Shift ←→`, else all."""
    heads = {name[:-1] for name in names}
    if len(names) > 2 and len(heads) == 1 and all(name[-1].isdigit() for name in names):
        return f"{names[0]}-{names[-1][-1]}"
    if len(names) > _MANY and all(len(name) == 1 and name.isalpha() for name in names):
        return f"{names[0]}-{names[-1]}"
    if len(names) > 2 and all(name.startswith(_SHIFT) for name in names):
        return _SHIFT + "".join(name.removeprefix(_SHIFT) for name in names)
    return " ".join(names)


def _narrowed(keys: str, bar: Sequence[Key]) -> str:
    """A run of keys as far as it goes now, where a button below says how far: `1-3`."""
    if not _RUN.match(keys):
        return keys
    return next((key.key for key in bar if _RUN.match(key.key) and key.key[0] == keys[0]), keys)


def _rank(line: KeyLine) -> int:
    return next((rank for rank, first in enumerate(_FIRST) if first.match(line.keys)), len(_FIRST))


def _place(line: KeyLine) -> int:
    return _ORDER.index(line.keys) if line.keys in _ORDER else len(_ORDER)
