"""A Session: all that one visitor chose, in memory only, and gone when they are done."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

MY_LIST_MOST = 10
"""My list holds at most this many listings: what one photo and one code can hold."""


@dataclass(slots=True, kw_only=True)
class Session:
    """One visit. Nothing here is ever written down; `wipe` leaves it as new."""

    first_language: str = "en"
    """The school's first language, which a new visit starts in."""
    first_large: bool = False
    """A new visit starts in bigger text."""
    language: str = ""
    large: bool = False
    grade: str = ""
    """`PK`, `K`, `1` to `12`, `0` for a child not in school yet, empty for any."""
    toggles: set[str] = field(default_factory=set)
    answers: dict[str, str] = field(default_factory=dict)
    """Question of the guided walk -> answer; a skipped question holds an empty answer."""
    my_list: list[str] = field(default_factory=list)
    """Ids of listings, in the order they were added, at most `MY_LIST_MOST`."""
    typed: str = ""
    extended: bool = False
    """They asked for more time: quiet times are long from here on."""

    def __post_init__(self) -> None:
        """Start as the school has it where nothing was chosen."""
        self.language = self.language or self.first_language
        self.large = self.large or self.first_large

    def switch(self, toggle: str) -> None:
        """Turn a toggle on, or off when it is on."""
        self.toggles ^= {toggle}

    def add(self, listing_id: str) -> bool:
        """Put a listing on the list; False when the list is full. One that is there already stays where it is."""
        if listing_id in self.my_list:
            return True
        if len(self.my_list) >= MY_LIST_MOST:
            return False
        self.my_list.append(listing_id)
        return True

    def remove(self, listing_id: str) -> None:
        """Take a listing off the list; one that is not there is no matter."""
        if listing_id in self.my_list:
            self.my_list.remove(listing_id)

    def wipe(self) -> None:
        """Forget everything: old containers are emptied, whoever still holds them, and new ones take their place."""
        self.toggles.clear()
        self.answers.clear()
        self.my_list.clear()
        fresh = Session(first_language=self.first_language, first_large=self.first_large)
        for each in fields(fresh):
            setattr(self, each.name, getattr(fresh, each.name))
