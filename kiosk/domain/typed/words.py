"""The words that typed hours are made of, in English and Spanish, mixed as people mix them.

Words stand folded: no case, no accents. A space is any space. A longer phrase wins over a shorter one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

Meaning = tuple[str, Any]
"""The kind of a piece, and what it stands for."""

MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)

_DAYS = (
    "monday mondays mon mons mo lunes lun lu",
    "tuesday tuesdays tues tue tu martes mart ma",
    "wednesday wednesdays weds wed we miercoles mierc mier mie mi",
    "thursday thursdays thurs thur thu th jueves jue ju",
    "friday fridays fri fr viernes vier vie vi",
    "saturday saturdays sat sats sa sabado sabados sab",
    "sunday sundays sun su domingo domingos dom",
)
_MONTHS = (
    "january jan enero ene",
    "february feb febrero",
    "march marzo",
    "april apr abril abr",
    "may mayo",
    "june jun junio",
    "july jul julio",
    "august aug agosto ago",
    "september sept sep septiembre setiembre set",
    "october oct octubre",
    "november nov noviembre",
    "december dec diciembre dic",
)
_LETTERS = "m t w f s"
_SPANISH_LETTERS = {"l": 0, "x": 2, "j": 3, "v": 4, "d": 6}
_NUMBERS = (
    "one uno una",
    "two dos",
    "three tres",
    "four cuatro",
    "five cinco",
    "six seis",
    "seven siete",
    "eight ocho",
    "nine nueve",
    "ten diez",
    "eleven",  # its Spanish name is an English word, "once"
    "twelve doce",
)
_PLACES = {
    1: "first|primer|primero|primera|primeros",
    2: "second|segundo|segunda|segundos",
    3: "third|tercer|tercero|tercera|terceros",
    4: "fourth|cuarto|cuarta|cuartos",
    5: "fifth|quinto|quinta|quintos",
    -1: "last|ultimo|ultima|ultimos",
    -2: "next to last|second to last|2nd to last|penultimo|penultimos",
    -3: "third to last|3rd to last|antepenultimo|antepenultimos",
    -4: "fourth to last|4th to last",
    -5: "fifth to last|5th to last",
}

_PHRASES: Mapping[Meaning, str] = {
    ("group", MONDAY_TO_FRIDAY): "weekdays|weekday|week days|entre semana|dias de semana|dias de la semana"
    "|dias laborables|dias habiles",
    ("group", WEEKEND): "weekends|weekend|week ends|fines de semana|fin de semana",
    ("group", EVERY_DAY): "daily|every day|everyday|each day|all days|all week|seven days|7 days a week|7 days"
    "|seven days a week|diario|diariamente|a diario|todos los dias|cada dia|toda la semana|7 dias"
    "|7 dias a la semana|siete dias a la semana",
    ("all-day", None): "24 hours|24 hrs|24 hour|24 hr|24 h|24hours|24hrs|24h|24 horas|24horas|24 hs|day and night"
    "|around the clock|round the clock|dia y noche|las 24 horas",
    ("all-week", None): "24/7|24-7",
    ("no-times", None): "hours not known|hour not known|times not known|time not known|hours vary|times vary"
    "|hora: pregunte|horario sin confirmar|hora sin confirmar|sin hora fija|horario variable",
    ("noon", None): "noon|midday|12 noon|noontime|mediodia|medio dia|12 del mediodia|12 del medio dia|12 md",
    ("midnight", None): "midnight|12 midnight|medianoche|media noche|12 de la medianoche",
    ("part", "morning"): "in the morning|in the mornings|mornings|morning|de la manana|por la manana|en la manana"
    "|por las mananas|en las mananas|mananas|de la madrugada",
    ("part", "afternoon"): "in the afternoon|in the afternoons|afternoons|afternoon|de la tarde|por la tarde"
    "|en la tarde|por las tardes|en las tardes|tardes",
    ("part", "evening"): "in the evening|in the evenings|evenings|evening",
    ("part", "night"): "at night|nights|night|overnight|de la noche|por la noche|en la noche|por las noches|noches",
    ("minutes", 30): "y media",
    ("to", None): "to|a|al|thru|through|->",
    ("until", None): "until|till|til|'til|hasta|hasta el|hasta la|hasta las|up to|ends|ending|termina|termina el",
    ("closes", None): "closes|closing|closes at|cierra|cierra a|cierran|cierran a",
    ("from", None): "from|starting|starts|start|beginning|begins|since|as of|desde|desde el|a partir de|a partir del"
    "|empieza|empieza el|empezando|comienza|comienza el|inicia|inicia el",
    ("between", None): "between|entre",
    ("valid", None): "valid|valido|valida|vigente|known|conocido",
    ("and", None): "and|&|+|plus|y|e|y tambien|and also|also|tambien|as well as",
    ("closed", None): "closed|is closed|are closed|we are closed|closed on|not open|not open on|no open|cerrado"
    "|cerrada|cerrados|cerramos|esta cerrado|cerrado el|cerrado los|no abre|no abrimos|no hay",
    ("except", None): "except|except for|except on|but not|but not on|excluding|excepto|excepto el|excepto los"
    "|menos|menos el|menos los|salvo",
    ("lunch", None): "lunch|closed for lunch|lunch break|lunch closed|closed lunch|almuerzo|cerrado para almuerzo"
    "|cerrado para almorzar|cerrado por almuerzo|hora de almuerzo",
    ("reason", None): "for|por|because of|para",
    ("every", None): "every|each|cada|todos los|todas las",
    ("other", 2): "every other|every alternate|alternate|alternating",
    ("turn", 2): "alternos|alternas|biweekly on|cada quince dias|cada 15 dias|cada catorce dias|cada 14 dias"
    "|semana por medio|semana de por medio|de por medio|una semana si y otra no|fortnightly",
    ("weeks", None): "week|weeks|wks|wk|semana|semanas",
    ("months", None): "month|months|mes|meses",
    ("weekly", None): "weekly|every week|each week|cada semana|todas las semanas|semanal|semanalmente|a week",
    ("of-month", None): "of the month|of each month|of every month|each month|every month|monthly|in the month"
    "|a month|per month|del mes|de cada mes|al mes|cada mes|todos los meses|mensual|mensualmente|in each month",
    ("day-word", None): "day|days|dia|dias|day number|the day",
    ("from-end", None): "from the end|desde el final|antes del final",
    ("month-end", None): "last day of the month|last day of each month|last day of every month|ultimo dia del mes"
    "|ultimo dia de cada mes",
    ("on", "school-days"): "school days|school day|schooldays|days of school|days with school"
    "|when there is school|when school is in session|when school is open|dias de clases|dias de clase"
    "|dias de escuela|dias escolares|dias lectivos|dias con clases|cuando hay clases|cuando hay escuela",
    ("on", "no-school-days"): "no school days|no-school days|no school day|no school|non school days"
    "|non-school days|days with no school|days without school|days off school|days off from school"
    "|when there is no school|when school is closed|when school is out|dias sin clases|dias sin clase"
    "|dias sin escuela|cuando no hay clases|cuando no hay escuela|dias no lectivos|sin clases",
    ("only", None): "only|on|just|solo|solamente|en|during|durante",
    ("short", "shortened"): "closes at dismissal|closes when school ends|closes early on short days"
    "|cierra a la salida|cierra a la salida de clases|cierra cuando termina la escuela",
    ("short", "moved"): "starts at dismissal|starts when school ends|starts early on short days"
    "|empieza a la salida|empieza a la salida de clases|empieza cuando termina la escuela",
    ("short", "cancelled"): "not on short days|no short days|no hay en dias cortos|no en dias cortos"
    "|sin dias cortos|except short days|excepto dias cortos|not on early dismissal days|not on half days",
    ("short", "as-usual"): "same hours on short days|short days as usual|as usual on short days"
    "|mismo horario en dias cortos|mismas horas en dias cortos|igual en dias cortos",
    ("appointment", True): "by appointment|by appointment only|by appt|by appt only|appointment only|appointments only"
    "|appt only|appointment needed|appointment required|set a time first|call for an appointment"
    "|call for appointment|call to make an appointment|con cita|con cita previa|con cita solamente|solo con cita"
    "|solamente con cita|solo cita|cita previa|por cita|previa cita|pida una cita antes|se necesita cita"
    "|llame para una cita",
    ("appointment", False): "no appointment|no appointment needed|no appt|no appt needed|without appointment"
    "|without an appointment|walk in|walk-in|walk ins|walk-ins|drop in|drop-in|sin cita|sin cita previa"
    "|no se necesita cita",
    ("holidays", None): "holidays|holiday|on holidays|all holidays|school holidays|federal holidays|public holidays"
    "|feriados|dias feriados|festivos|dias festivos|dias de fiesta|vacaciones|los feriados",
    ("fill", None): "open|opens|opening|hours|hour|hrs|hours are|we are open|we're open|open on|opens at|at|the|on the"
    "|of|de|del|el|la|las|los|abierto|abierta|abre|abrimos|abren|horario|horas|es|son|abierto de|time"
    "|times|until further notice|hasta nuevo aviso|o'clock|oclock|en punto|please|from the|office hours",
}


@lru_cache(maxsize=1)
def meanings() -> Mapping[str, Meaning]:
    """What each phrase means. Made when hours are first typed, and kept."""
    found: dict[str, Meaning] = {}
    for number, names in enumerate(_DAYS):
        found.update(dict.fromkeys(names.split(), ("day", number)))
    for number, names in enumerate(_MONTHS, 1):
        found.update(dict.fromkeys(names.split(), ("month", number)))
    for number, names in enumerate(_NUMBERS, 1):
        found.update(dict.fromkeys(names.split(), ("number", number)))
    found.update((letter, ("letter", letter)) for letter in _LETTERS.split())
    found.update((letter, ("spanish-letter", day)) for letter, day in _SPANISH_LETTERS.items())
    for place, phrases in _PLACES.items():
        found.update(dict.fromkeys(phrases.split("|"), ("place", place)))
    for meaning, phrases in _PHRASES.items():
        found.update(dict.fromkeys(phrases.split("|"), meaning))
    found["mar"] = ("mar", None)  # Tuesday in Spanish, March in both
    return found
