"""The help lines and their digits once more, in the code, for when every file is broken. Tests keep them equal."""

from __future__ import annotations

from datetime import date

from kiosk.domain.needs import HelpLine, Region
from kiosk.domain.pixels import Glyph

CHECKED = date(2026, 11, 23)

DIGITS: dict[str, Glyph] = {
    "0": (".####.", "######", "##..##", "##..##", "##..##", "##..##", "##..##", "##..##", "######", ".####."),
    "1": ("..##..", ".###..", "####..", "..##..", "..##..", "..##..", "..##..", "..##..", "######", "######"),
    "2": (".####.", "######", "##..##", "....##", "...###", "..###.", ".###..", "###...", "######", "######"),
    "3": (".####.", "######", "##..##", "....##", "..###.", "..###.", "....##", "##..##", "######", ".####."),
    "4": ("...###", "..####", ".##.##", "##..##", "##..##", "######", "######", "....##", "....##", "....##"),
    "5": ("######", "######", "##....", "#####.", "######", "....##", "....##", "##..##", "######", ".####."),
    "6": (".####.", "######", "##....", "#####.", "######", "##..##", "##..##", "##..##", "######", ".####."),
    "7": ("######", "######", "....##", "....##", "...##.", "...##.", "..##..", "..##..", "..##..", "..##.."),
    "8": (".####.", "######", "##..##", "##..##", ".####.", "######", "##..##", "##..##", "######", ".####."),
    "9": (".####.", "######", "##..##", "##..##", "##..##", "######", ".#####", "....##", "######", ".####."),
    "-": ("....", "....", "....", "....", "####", "####", "....", "....", "....", "...."),
}
"""The block digits, as `content/pictograms/digits.txt` has them."""

US_LINES = (
    HelpLine(
        id="danger",
        shown="911",
        dial="911",
        title={"en": "Danger right now", "es": "Peligro ahora mismo"},
        short={"en": "Danger right now", "es": "Peligro ahora mismo"},
        large={"en": "Danger right now", "es": "Peligro ahora"},
        note={"en": "Someone is hurt or not safe.", "es": "Alguien está herido o en peligro."},
        note_short={"en": "Someone is hurt or not safe.", "es": "Alguien está herido o en peligro."},
        big=True,
    ),
    HelpLine(
        id="lifeline",
        shown="988",
        dial="988",
        text_to="988",
        title={"en": "Thoughts of suicide. Can't cope.", "es": "Ideas de suicidio. No puede más."},
        short={"en": "Can't cope", "es": "No puede más"},
        large={"en": "Can't cope", "es": "No puede más"},
        note={
            "en": "Call or text, any time. Free and private. Spanish: press 2.",
            "es": "Llame o escriba. Gratis y privado. Español: oprima 2.",
        },
        note_short={"en": "Call or text. Free. Spanish: press 2.", "es": "Llame o escriba. Gratis. Español: 2."},
        note_large={
            "en": "Thoughts of suicide. Call or text. Free. Spanish: press 2.",
            "es": "Ideas de suicidio. Llame o escriba. Gratis. Español: oprima 2.",
        },
        hours={"en": "Any time.", "es": "A toda hora."},
        big=True,
    ),
    HelpLine(
        id="basic-needs",
        shown="2-1-1",
        dial="211",
        title={"en": "Food, rent, heat, or anything else", "es": "Comida, renta, calefacción u otra cosa"},
        short={"en": "Food, rent, heat", "es": "Comida, renta, luz"},
        large={"en": "Food, rent, heat", "es": "Comida, renta"},
        note={"en": "Any time, in many languages.", "es": "A toda hora, en muchos idiomas."},
        note_short={"en": "Any time, many languages", "es": "A toda hora, muchos idiomas"},
        hours={"en": "Any time.", "es": "A toda hora."},
    ),
)

US_CT_LINES = (
    HelpLine(
        id="child-crisis",
        shown="2-1-1",
        dial="211",
        title={"en": "A child in crisis: then press 1", "es": "Un niño en crisis: luego oprima 1"},
        short={"en": "Then 1: child crisis", "es": "Y 1: niño en crisis"},
        large={"en": "A child in crisis", "es": "Niño en crisis"},
        note={
            "en": "Mobile Crisis comes to you. Ages 0 to 18. Free. Call any time.",
            "es": "Un equipo va a verle. De 0 a 18 años. Gratis. Llame a toda hora.",
        },
        note_short={"en": "Mobile Crisis comes to you. Free.", "es": "Un equipo va a verle. Gratis."},
        note_large={
            "en": "Then press 1. Mobile Crisis comes to you. Free. Call any time.",
            "es": "Luego oprima 1. Un equipo va a verle. Gratis. Llame a toda hora.",
        },
        hours={"en": "Any time.", "es": "A toda hora."},
        big=True,
    ),
    HelpLine(
        id="husky-counselor",
        shown="1-877-552-8247",
        dial="+18775528247",
        title={"en": "HUSKY: find a counselor", "es": "HUSKY: encuentre un consejero"},
        short={"en": "HUSKY: find a counselor", "es": "HUSKY: un consejero"},
        large={"en": "HUSKY help", "es": "Ayuda HUSKY"},
        note={
            "en": "Monday to Friday, 9:00 AM to 7:00 PM. TTY 711.",
            "es": "De lunes a viernes, 9:00 a. m. a 7:00 p. m. TTY 711.",
        },
        note_short={"en": "Mon-Fri 9-7. TTY 711", "es": "Lun a vie, 9-7. TTY 711"},
        hours={"en": "Monday to Friday, 9:00 AM to 7:00 PM.", "es": "De lunes a viernes, 9:00 a. m. a 7:00 p. m."},
    ),
    HelpLine(
        id="adult-crisis",
        shown="1-800-467-3135",
        dial="+18004673135",
        title={"en": "A grown-up in crisis", "es": "Un adulto en crisis"},
        short={"en": "A grown-up in crisis", "es": "Un adulto en crisis"},
        large={"en": "Adult in crisis", "es": "Adulto en crisis"},
        note={"en": "Call any time.", "es": "Llame a toda hora."},
        note_short={"en": "Any time", "es": "A toda hora"},
        hours={"en": "Any time.", "es": "A toda hora."},
    ),
    HelpLine(
        id="quit-substances",
        shown="1-800-563-4086",
        dial="+18005634086",
        title={"en": "Alcohol or drugs: get help", "es": "Alcohol o drogas: reciba ayuda"},
        short={"en": "Alcohol or drugs", "es": "Alcohol o drogas"},
        large={"en": "Alcohol, drugs", "es": "Alcohol, drogas"},
        note={
            "en": "Any time. They can give you a ride to help.",
            "es": "A toda hora. También le llevan al lugar de ayuda.",
        },
        note_short={"en": "Any time. A ride to help", "es": "A toda hora. Le llevan"},
        hours={"en": "Any time.", "es": "A toda hora."},
    ),
    HelpLine(
        id="child-crisis-centers",
        shown="2-1-1",
        dial="211",
        title={"en": "Crisis centers for children", "es": "Centros de crisis para niños"},
        short={"en": "Children: crisis center", "es": "Niños: centro de crisis"},
        large={"en": "Crisis center", "es": "Centro de crisis"},
        note={
            "en": "Hartford, New Haven, New London, Waterbury. Not an emergency room.",
            "es": "Hartford, New Haven, New London, Waterbury. No es sala de urgencias.",
        },
        note_short={"en": "4 cities. Ask which", "es": "4 ciudades. Pregunte cuál"},
    ),
    HelpLine(
        id="husky-members",
        shown="1-800-859-9889",
        dial="+18008599889",
        title={"en": "HUSKY: questions about your plan", "es": "HUSKY: preguntas sobre su plan"},
        short={"en": "HUSKY: your plan", "es": "HUSKY: su plan"},
        large={"en": "HUSKY plan", "es": "Plan HUSKY"},
        note={"en": "Monday to Friday, 8:00 AM to 6:00 PM.", "es": "De lunes a viernes, 8:00 a. m. a 6:00 p. m."},
        note_short={"en": "Mon-Fri 8-6", "es": "Lun a vie, 8-6"},
        hours={"en": "Monday to Friday, 8:00 AM to 6:00 PM.", "es": "De lunes a viernes, 8:00 a. m. a 6:00 p. m."},
    ),
    HelpLine(
        id="husky-dental",
        shown="1-855-283-3682",
        dial="+18552833682",
        title={"en": "HUSKY: find a dentist", "es": "HUSKY: encuentre un dentista"},
        short={"en": "HUSKY: a dentist", "es": "HUSKY: un dentista"},
        large={"en": "HUSKY dentist", "es": "Dentista HUSKY"},
        note={"en": "They help you find a dentist.", "es": "Le ayudan a encontrar un dentista."},
        note_short={"en": "Finds a dentist", "es": "Busca un dentista"},
    ),
)

REGIONS: dict[str, tuple[dict[str, str], tuple[HelpLine, ...]]] = {
    "US": ({"en": "United States", "es": "Estados Unidos"}, US_LINES),
    "US-CT": ({"en": "Connecticut", "es": "Connecticut"}, US_CT_LINES),
}


def built_in_region(code: str) -> Region:
    """The help lines of a region that ships; none for any other. Public pages are left to the files."""
    name, lines = REGIONS.get(code, ({}, ()))
    return Region(code=code, name=name, checked=CHECKED, lines=lines)
