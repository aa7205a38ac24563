"""The words by which schools say that a day is off or short, in English and Spanish, as patterns of folded text.

`fold` takes case and accents away first. A phrase has to be the whole of a part of a title.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kiosk.domain.calendar import DayKind


class Phrase(NamedTuple):
    """A way to say a kind of day, in one language. `is_reason`: it names the day and is its reason too."""

    kind: DayKind
    language: str
    pattern: re.Pattern[str]
    is_reason: bool = False


def _phrase(kind: DayKind, language: str, *ways: str, is_reason: bool = False) -> Phrase:
    return Phrase(kind, language, re.compile("|".join(f"(?:{way})" for way in ways)), is_reason)


_ALL = r"(?: for (?:all |our )?(?:students?|children|kids|everyone)(?: (?:and|&) (?:staff|teachers))?)?"
_TODOS = r"(?: para (?:los |todos los )?(?:estudiantes|alumnos|ninos))?"
_SEASON = (
    r"(?:winter|spring|fall|autumn|mid[- ]?winter|february|april|december|thanksgiving|christmas|holiday|easter|"
    r"new year'?s?|presidents'? (?:day|week))"
)
_TEMPORADA = r"(?:invierno|primavera|otono|navidad|semana santa|pascua|fin de ano|ano nuevo|accion de gracias|febrero)"

PHRASES = (
    _phrase("snow-day", "en", r"snow day"),
    _phrase("snow-day", "es", r"dia de nieve"),
    _phrase(
        "no-school",
        "en",
        rf"(?:there is )?no (?:school|classes|class){_ALL}(?: today)?|no students",
        rf"(?:all |our )?schools? (?:is |are )?(?:closed|not in session){_ALL}",
        r"school holiday",
    ),
    _phrase(
        "no-school",
        "es",
        rf"no (?:hay|habra) (?:clases?|escuela){_TODOS}(?: hoy)?",
        rf"(?:dia )?sin (?:clases?|escuela){_TODOS}",
        r"(?:la |las )?escuelas? (?:esta |estan |estara |estaran )?cerradas?",
        r"suspension de clases|(?:feriado|asueto) escolar",
    ),
    _phrase("no-school", "en", rf"{_SEASON} (?:break|recess|vacation|holidays?)(?: week)?", is_reason=True),
    _phrase(
        "no-school",
        "es",
        rf"(?:vacaciones|receso|descanso)(?: escolar(?:es)?)? de (?:el |la |las )?{_TEMPORADA}",
        is_reason=True,
    ),
    _phrase(
        "early-dismissal",
        "en",
        rf"early (?:dismissal|release|closing)(?: day)?{_ALL}|(?:half|1/2)[- ]day(?: of school)?{_ALL}",
        r"minimum day|shortened day|(?:school|students?) (?:is |are )?dismissed early",
    ),
    _phrase(
        "early-dismissal",
        "es",
        rf"salida (?:temprana|anticipada|temprano)(?: de (?:clases|estudiantes|alumnos))?{_TODOS}",
        r"(?:dia de )?medio dia(?: de (?:clases|escuela))?|jornada reducida|dia corto",
        r"(?:la escuela|las clases) (?:terminan?|salen?|acaban?) temprano",
    ),
    _phrase(
        "delayed-opening",
        "en",
        rf"(?:delayed|late) (?:opening|start|arrival)(?: day)?{_ALL}|school (?:opens|starts) late",
    ),
    _phrase(
        "delayed-opening",
        "es",
        r"(?:apertura|entrada|inicio|comienzo|llegada)(?: de clases)? (?:tardi[ao]|tarde|retrasad[ao]|con retraso)",
        r"(?:la escuela|las clases) (?:abren?|empiezan?|comienzan?) tarde",
    ),
)
WITH_A_TIME = (
    _phrase(
        "early-dismissal",
        "en",
        r"(?:school |students? )?(?:dismissal|release)|(?:school|students?) (?:ends?|closes|(?:is |are )?dismissed)",
    ),
    _phrase(
        "early-dismissal",
        "es",
        r"salida(?: de (?:clases|estudiantes|alumnos))?|(?:la escuela|las clases) (?:terminan?|salen?|acaban?)",
    ),
)
"""They say a short day only beside a time: school is let out every day."""
DELAY = re.compile(
    r"(?P<number>\d{1,3}|one|two|three)[- ](?P<unit>hours?|hrs?|minutes?|mins?)[- ]"
    r"(?:delay|late start|delayed (?:opening|start))"
    r"|retraso de (?P<numero>\d{1,3}|una?|dos|tres) (?P<unidad>horas?|minutos?)"
)
"""How long the start of school is put off."""
NUMBERS = {"one": 1, "two": 2, "three": 3, "un": 1, "una": 1, "dos": 2, "tres": 3}
TIME = re.compile(
    r"(?:(?:\b(?:at|by|until|till|from|a las?|hasta las?|desde las?)|@) ?)?(?<![\d/:.])"
    r"(?:(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?![\d/:])(?: ?(?P<half>[ap])\.? ?m\b\.?)?"
    r"|(?P<bare>\d{1,2}) ?(?P<bare_half>[ap])\.? ?m\b\.?|(?P<noon>\b(?:12 )?(?:noon|mediodia)\b))"
)
SOME = re.compile(
    r"\b(?:grades?|gr|grad[eo]|pre-?k(?:indergarten)?|pk|pre-?school|kindergarten|kinder|elementary|middle|high|"
    r"junior|[ehm]s|seniors?|juniors?|freshm[ae]n|sophomores?|\d{1,2}(?:st|nd|rd|th)|k-\d+|\d+-\d+|only|except|"
    r"if|tentative|possible|make-?up|camp|registration|cancell?ed|lunch|bus(?:es)?|menu|uniforms?|"
    r"grados?|primaria|secundaria|preescolar|jardin|solo|solamente|excepto|salvo|posible|tentativ[ao]|recuperacion|"
    r"campamento|inscripci\w+|cancelad[ao]s?|almuerzo|autobus(?:es)?|quiza|si)\b"
)
"""Words that narrow a title down, leave it open or make it about something else."""
NEAR = re.compile(
    r"\b(?:school|classes|early|dismissal|release|delay(?:ed)?|late|closed|half|recess|break|vacation|holiday|snow|"
    r"clases|escuela|temprano?|temprana|anticipada|tard[ei]\w*|medio dia|receso|vacaciones|feriado|asueto|nieve)\b"
)
"""Words of a title that could be about such a day."""
