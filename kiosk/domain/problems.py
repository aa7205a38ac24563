"""What can be wrong with a listing: each kind has a code, and a sentence that says what to write instead.

The sentences stand here in English, for the command line; the desk says them in the staff's language, from its own
catalog.
"""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.errors import Refused
from kiosk.domain.values import dataclass

GRADES = ("PK", "K", *(str(grade) for grade in range(1, 13)))
PAPERS = ("id", "address", "income")


def told(sentence: str) -> str:
    """Marks a sentence that is translated where it is shown: what collects texts looks for this name."""
    return sentence


SENTENCES = {
    "ages-reversed": told("The lowest age ({detail}) is above the highest ({other}). Change one of the two."),
    "bad-age": told("“{detail}” is no age. Write whole years from 0 to 120."),
    "bad-byday": told("“{detail}” is no day. Write MO, TU, WE, TH, FR, SA or SU. Each month: also 1SA or -1FR."),
    "bad-choice": told("“{detail}” cannot stand here. Write one of: {other}."),
    "bad-country": told("“{detail}” is no country code. Write two capital letters, like US."),
    "bad-currency": told("“{detail}” is no code of money. Write three capital letters, like USD."),
    "bad-email": told("“{detail}” is no e-mail address. Write it like name@example.org."),
    "bad-extension": told("“{detail}” is no extension. Write digits only, 11 at most."),
    "bad-grade": told("“{detail}” is no grade. Write PK, K, or 1 to 12."),
    "bad-id": told("“{detail}” is no id. Write small letters, digits and hyphens, with one letter at least."),
    "bad-interval": told("“{detail}” is no step. Write 1 for each, 2 for each second one, up to 52."),
    "bad-language": told("“{detail}” is no code of a language. Write it like en, es or pt-BR."),
    "bad-latitude": told("“{detail}” is no latitude. Write degrees from -90 to 90, like 41.76."),
    "bad-longitude": told("“{detail}” is no longitude. Write degrees from -180 to 180, like -72.69."),
    "bad-month-day": told("“{detail}” is no day of a month. Write 1 to 31, or -1 for the last day."),
    "bad-number": told("“{detail}” is no number of a listing. Write one from 101 up, or none to get one."),
    "bad-path": told("“{detail}” leads nowhere in a listing. Write another place."),
    "bad-paper": told("“{detail}” is no kind of paper. Write id, address or income."),
    "bad-phone": told("“{detail}” is no phone number. Write it like +18605550112, or a short one like 988."),
    "bad-time": told("“{detail}” is no time of day. Write it like 15:30. The end of the day is 24:00."),
    "bad-url": told("“{detail}” is no link. Write all of it, like https://example.org/form."),
    "blank": told("There is no text. Write it, or leave the language out."),
    "byday-weekly": told("“{detail}” is a day of a month, but the row comes each week. Write the day, or MONTHLY."),
    "cell-column": told("This is no column the kiosk knows. Take it out, or begin its name with x_."),
    "cell-day": told("“{detail}” is no day. Write it like 2026-11-30."),
    "cell-flag": told("“{detail}” is neither yes nor no. Write true or false."),
    "cell-hours": told("“{detail}” was not understood. Write it like Mon-Fri 8-4."),
    "cell-listing": told("Its listing, in row {detail}, cannot be taken in. Change that row first."),
    "cell-number": told("“{detail}” is no number. Write it in digits."),
    "cell-rev": told("“{detail}” is no revision of this listing. Write the sheet anew, or leave rev empty."),
    "cell-time": told("“{detail}” is no time. Write it like 15:30."),
    "cell-twice": told("This column stands twice. Keep one of them."),
    "cell-whole": told("“{detail}” is no whole number. Write it without a fraction."),
    "closed-with-hours": told("The day is closed but has hours. Take the hours away, or write closed as false."),
    "half-a-letter": told("There is half of a letter in it. Write the text again."),
    "half-a-place": told("Latitude and longitude go together. Write both, or write none."),
    "id-for-life": told("The id “{detail}” is for life. Keep it, or add a new listing."),
    "id-taken": told("There is a listing with the id “{detail}” already. Write another id."),
    "kind-array": told("This must be a list. Write it in [ ]."),
    "kind-bool": told("This must be yes or no. Write true or false."),
    "kind-date": told("This must be a date. Write it like 2026-11-25."),
    "kind-float": told("This must be a number. Write it like 4.50."),
    "kind-int": told("This must be a whole number. Write it like 4."),
    "kind-object": told("This must have parts. Write each with its name."),
    "kind-other": told("This cannot be kept here. Write it another way."),
    "kind-str": told("This must be text. Write it in words."),
    "kind-time": told("This must be a time. Write it like 17:10."),
    "kind-words": told("This must be text in a language. Write it for en or es."),
    "missing": told("This is missing. Write it too."),
    "month-days-weekly": told("Days of a month are given, but the row comes each week. Write byday, or MONTHLY."),
    "negative": told("“{detail}” is below 0. Write 0 or more."),
    "no-closing-time": told("It opens at {detail} but does not close. Write closes_at too."),
    "no-days": told("There are hours but no days. Write byday, like MO and WE, or dtstart for one weekday."),
    "no-name": told("The listing has no name. Write it in one language at least, like name.en."),
    "no-opening-time": told("It closes at {detail} but does not open. Write opens_at too."),
    "no-start": told("It comes each {detail} weeks or months, but from when is not known. Write dtstart."),
    "not-https": told("“{detail}” is not safe to open. Write a link that starts with https://."),
    "not-read": told("“{detail}” cannot be read. It is kept as you typed it. Write it another way."),
    "number-for-life": told("Its number is {detail} for life. Keep it."),
    "number-taken": told("The number {detail} is in use, or was. Take it out to get one."),
    "number-too-large": told("This number is too large. Write a smaller one."),
    "one-line": told("The text has more than one line. Write it in one line."),
    "shortener": told("“{detail}” hides where it leads. Write the full link of the page."),
    "too-deep": told("This nests too deep. Write it in fewer levels."),
    "too-large": told("The listing has {detail} KB, and 256 fit. Shorten its texts."),
    "too-long": told("The text has {detail} signs, and {other} fit. Shorten it."),
    "too-many-days": told("“{detail}” is no number of days that can be used. Write 1 to 365."),
    "twice": told("“{detail}” stands twice. Keep one of them."),
    "unknown-field": told("“{detail}” is no field that is known. Take it out, or write x_ before its name."),
    "unknown-need": told("“{detail}” is no need the kiosk knows. Write one from the list of needs."),
    "unknown-support": told("“{detail}” is no support the kiosk knows. Write one from the list of supports."),
    "upside-down": told("It ends ({other}) before it starts ({detail}). Change one of the two days."),
}
"""A code -> its sentence, with places for what stands in the field and for what it is held against."""
CODES = frozenset(SENTENCES)
_LONGEST = 80
"""Signs of what somebody wrote that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: the field's path (`schedules[0].closes_at`), a code, and what stands there."""

    field: str
    code: str
    detail: str = ""
    other: str = ""
    """What `detail` is held against: the other day or age, the most signs, what may be chosen."""

    @property
    def values(self) -> dict[str, str]:
        """What stands at the places of its sentence."""
        return {"detail": self.detail[:_LONGEST], "other": self.other}


class BadListing(Refused):
    """A listing that cannot be kept. `problems` says why, so that each front end can say it in its own words."""

    def __init__(self, message: str, problems: Sequence[Problem]) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


def sentence(problem: Problem) -> str:
    """What is wrong and what to write instead, in English for staff, after the field's path."""
    return f"{problem.field}: {said(problem)}"


def said(problem: Problem) -> str:
    """The same without the path."""
    start, *rest = SENTENCES[problem.code].split("{detail}")
    return problem.values["detail"].join(part.replace("{other}", problem.other) for part in (start, *rest))
