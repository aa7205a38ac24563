"""A room's name in the reader's language: the same words on a page and in the code that a phone keeps."""

from __future__ import annotations

from kiosk.services.protocols import Speech


def room(words: Speech, name: str) -> str:
    """`Room 104`; a room with a name of its own keeps it, in the reader's language where it is a usual one."""
    if any(sign.isdigit() for sign in name):
        return words.say("Room {room}", room=name)
    return _usual(words).get(name.casefold(), name)


def _usual(words: Speech) -> dict[str, str]:
    say = words.say
    return {
        "": say("Office"),
        "office": say("Office"),
        "front office": say("Front office"),
        "library": say("Library"),
        "gym": say("Gym"),
        "field": say("Field"),
        "lunch room": say("Lunch room"),
        "cafeteria": say("Cafeteria"),
        "auditorium": say("Auditorium"),
        "playground": say("Playground"),
        "art room": say("Art room"),
        "music room": say("Music room"),
    }
