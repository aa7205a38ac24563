"""What can be wrong with a listing: each kind has a code, and a sentence that says what to write instead."""

from __future__ import annotations

from kiosk.domain.values import dataclass

GRADES = ("PK", "K", *(str(grade) for grade in range(1, 13)))
PAPERS = ("id", "address", "income")

_SENTENCES = {
    "ages-reversed": "The lowest age is above the highest ({detail}). Change one of the two.",
    "bad-age": "“{detail}” is no age. Write whole years from 0 to 120.",
    "bad-byday": "“{detail}” is no day. Write MO, TU, WE, TH, FR, SA or SU; each month also 1SA or -1FR.",
    "bad-country": "“{detail}” is no country code. Write two capital letters, like US.",
    "bad-currency": "“{detail}” is no currency code. Write three capital letters, like USD.",
    "bad-email": "“{detail}” is no e-mail address. Write it like name@example.org.",
    "bad-extension": "“{detail}” is no extension. Write digits only, 11 at most.",
    "bad-grade": "“{detail}” is no grade. Write PK, K, or 1 to 12.",
    "bad-id": "“{detail}” is no id. Write small letters, digits and hyphens, with one letter at least.",
    "bad-interval": "“{detail}” is no interval. Write 1 for each, 2 for each second one, up to 52.",
    "bad-language": "“{detail}” is no language code. Write it like en, es or pt-BR.",
    "bad-latitude": "“{detail}” is no latitude. Write degrees from -90 to 90, like 41.76.",
    "bad-longitude": "“{detail}” is no longitude. Write degrees from -180 to 180, like -72.69.",
    "bad-month-day": "“{detail}” is no day of a month. Write 1 to 31, or -1 for the last day.",
    "bad-number": "“{detail}” is no listing number. Write one from 101 up, or leave it out to get one.",
    "bad-paper": "“{detail}” is no kind of paper. Write id, address or income.",
    "bad-phone": "“{detail}” is no phone number. Write it like +18605550112, or a short one like 988.",
    "bad-time": "“{detail}” is no time of day. Write it like 15:30; midnight at the end of the day is 24:00.",
    "bad-url": "“{detail}” is no link. Write the whole address, like https://example.org/form.",
    "blank": "There is no text. Write it, or leave the language out.",
    "byday-weekly": "“{detail}” is a day of a month, but the row comes each week. Write only the day, or MONTHLY.",
    "closed-with-hours": "The day is closed but has hours. Take the hours away, or write closed as false.",
    "half-a-place": "Latitude and longitude go together. Write both or neither.",
    "month-days-weekly": "Days of a month are given, but the row comes each week. Write byday, or freq MONTHLY.",
    "negative": "“{detail}” is below 0. Write 0 or more.",
    "no-closing-time": "It opens at {detail} but does not close. Write closes_at too.",
    "no-days": "There are hours but no days. Write byday, like MO and WE, or dtstart for one weekday.",
    "no-name": "The listing has no name. Write it in one language at least, like name.en.",
    "no-opening-time": "It closes at {detail} but does not open. Write opens_at too.",
    "no-start": "It comes each {detail} weeks or months, but from when is not known. Write dtstart.",
    "not-https": "“{detail}” is not safe to open. Write a link that starts with https://.",
    "one-line": "The text has more than one line. Write it in one line.",
    "shortener": "“{detail}” hides where it leads. Write the full link of the page.",
    "too-long": "The text is too long ({detail}). Shorten it.",
    "too-many-days": "“{detail}” is not a number of days that can be used. Write 1 to 365.",
    "twice": "“{detail}” stands twice. Keep one of them.",
    "unknown-need": "“{detail}” is no need the kiosk knows. Write one from the list of needs.",
    "unknown-support": "“{detail}” is no support the kiosk knows. Write one from the list of supports.",
    "upside-down": "It ends before it starts ({detail}). Change one of the two days.",
}
CODES = frozenset(_SENTENCES)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: the field's path (`schedules[0].closes_at`), a code, and what stands there."""

    field: str
    code: str
    detail: str = ""


def sentence(problem: Problem) -> str:
    """What is wrong and what to write instead, in English for staff, after the field's path."""
    text = _SENTENCES[problem.code].replace("{detail}", problem.detail[:80])
    return f"{problem.field}: {text}"
