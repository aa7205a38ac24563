"""What stands when nothing else can: the numbers to call, from the code itself, in every language of that copy."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.pixels import big_text
from kiosk.domain.values import dataclass
from kiosk.words.built_in import CHECKED, DIGITS, built_in_region

NOTICE = {
    "en": ("This screen is being fixed.", "Help is still here."),
    "es": ("Estamos arreglando esta pantalla.", "La ayuda sigue aquí."),
}
ADULT = {
    "en": "No phone? Any adult at this school will call for you.",
    "es": "¿No tiene teléfono? Un adulto de la escuela llama por usted.",
}
OFFICE = {
    "en": "For food, clothes, after school or the clinic: please go to the office.",
    "es": "Para comida, ropa, programas o la clínica: por favor vaya a la oficina.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number and what it is for, a line a language."""

    number: str
    rows: tuple[str, ...]
    """The number in block digits, as rows of half blocks."""
    titles: tuple[str, ...]
    notes: tuple[str, ...]
    is_large: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfOrderPage:
    """No frame and no choice: there is no visit, and nowhere to go."""

    notices: tuple[str, ...]
    numbers: tuple[Number, ...]
    adult: tuple[str, ...]
    office: tuple[str, ...]
    checked: str
    """The day the numbers were checked, ISO 8601: no library is asked how to say it."""


def out_of_order_page(region: str = "US") -> OutOfOrderPage:
    """The page for a region (ISO 3166); a state's lines stand before its country's."""
    codes = dict.fromkeys((region, region.partition("-")[0], "US"))
    lines = {line.id: line for code in codes for line in built_in_region(code).lines}.values()
    order = sorted(
        lines, key=lambda line: (not line.big, line.shown != "911", line.shown != "988", line.id != "basic-needs")
    )
    return OutOfOrderPage(
        notices=tuple(" ".join(words) for words in NOTICE.values()),
        numbers=tuple(
            Number(
                number=line.shown,
                rows=big_text(line.shown.replace("-", ""), DIGITS) if line.big else (),
                titles=_all(line.short),
                notes=_all(line.note),
                is_large=line.big,
            )
            for line in order
        ),
        adult=tuple(ADULT.values()),
        office=tuple(OFFICE.values()),
        checked=CHECKED.isoformat(),
    )


def _all(text: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(text[language] for language in NOTICE if language in text)
