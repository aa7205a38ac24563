"""The text of a new school's `settings.toml`: every key there is, in plain words, with what holds without it."""

from __future__ import annotations

import json
from collections.abc import Sequence

_TEXT = """\
# What this school has set. The desk changes this file too (kiosk staff, then G), and keeps your comments.
# kiosk check names what is wrong in it, by line and key. While something is wrong, the last good file is used, and
# staff are told. A running lobby takes a good change within a second or two. Only the time zone, another country
# and [store] wait for its next start.
# Take the # away from a line to use it.

# The school's name, at the top of every screen: at most 80 letters.
school = {school}

# The time zone, by its IANA name. Taken at the next start.
zone = {zone}

# The country or state, by its ISO 3166 code, such as US or US-CT: which help-now lines families see.
region = {region}

# The languages that families can choose, the first one first. kiosk check names a code that is not known.
languages = {languages}

# The order of the tiles on Home. This is how it ships; those that you leave out come after the others.
# tiles = ["basic", "after-school", "clinic", "talk", "supports", "walk"]

# What the first screen asks: up to 8 messages of at most 60 letters, each for a minute. Where a language is missing,
# English is shown. About 18 letters fit in big letters. Without this line it asks as below.
# attract = [{{ en = "Need a hand today?", es = "¿Necesita ayuda hoy?" }}]

# The look, day or night, without this line day.
# theme = "day"

# From when to when the night look is shown in place of the day's. Without these two lines never.
# night_from = "18:00"
# night_to = "06:30"

# The size of the text that every visit starts in, normal or large, without this line normal.
# text_size = "normal"

# Seconds without a touch before the screen asks "Still there?": 30 to 600.
# idle = 90

# Seconds that it then waits before it forgets the visit: 20 to 120.
# idle_warning = 30

# The same as idle on help-now and code pages, and on every page once somebody asked for more time: 60 to 1800.
# idle_long = 180

# Seconds before a desk at the lobby goes back to the public side: 60 to 3600.
# idle_staff = 300

# Quiet hours: from when to when the screen is dark while nobody uses it. A touch wakes it; the help-now numbers stay
# readable, and F1 leads to them. Without these two lines it is never dark.
# quiet_from = "18:00"
# quiet_to = "06:30"

# The room that is named where nobody else is in and the office has no room of its own; the word for office without it.
# office_room = "101"

# A school that is only a sample says so on every screen.
# sample = false

# The office, where families go when nobody else is in, and who can help: by what they do, never by name.
# They are in on school days; a short day shortens their hours. Days: MO, TU, WE, TH, FR, SA, SU.

# [office]
# role = {{ en = "The office", es = "La oficina" }}
# room = "101"
# days = ["MO", "TU", "WE", "TH", "FR"]
# opens_at = "07:30"
# closes_at = "16:30"
# languages = ["en", "es"]
# phone = "+18605550100"
# directions = {{ en = "The office is by the front door.", es = "La oficina está junto a la puerta principal." }}
# accessibility = {{ en = "No steps.", es = "Sin escalones." }}

# [[staff]]
# role = {{ en = "Parent liaison", es = "Enlace de familias" }}
# room = "104"
# days = ["MO", "TU", "WE", "TH", "FR"]
# opens_at = "08:00"
# closes_at = "16:00"
# languages = ["en", "es"]

# Which school-based supports this school has: here, another-school, partner or ask. What is not named is ask.

# [supports]
# case-management = "here"

# The room of a support that is here.

# [support_rooms]
# case-management = "104"

# What staff say is in, low or out by one key, and the listing that gives it out, by its id or number. At the desk: H.

# [[shelf]]
# listing = "food-shelf"
# name = {{ en = "Pantry", es = "La despensa" }}

# [[shelf]]
# listing = "diapers"
# name = {{ en = "Diapers", es = "Los pañales" }}

# [[shelf]]
# listing = "warm-coats"
# name = {{ en = "Coats", es = "Los abrigos" }}

# [[shelf]]
# listing = "school-bags"
# name = {{ en = "School bags", es = "Las mochilas" }}

# [[shelf]]
# listing = "bus-passes"
# name = {{ en = "Bus passes", es = "Los pases de autobús" }}

# The neutral board that Hide this leaves: lunch by weekday, events by date.

# [[board]]
# on = "MO"
# label = {{ en = "Lunch", es = "Almuerzo" }}
# text = {{ en = "Pasta, salad, orange", es = "Pasta, ensalada, naranja" }}

# How much is kept beside the listings, in MiB: the newest changes, the older ones (how far back history, undo and
# restore go), bytes that could not be read, and the room on the disk below which staff are warned.

# [store]
# journal_mib = 4
# history_mib = 64
# quarantine_mib = 32
# disk_mib = 100
"""


def new_settings(*, school: str, zone: str, region: str, languages: Sequence[str]) -> str:
    """The file of a school that has these four and nothing else set."""
    values = {"school": school, "zone": zone, "region": region, "languages": list(languages)}
    return _TEXT.format(**{key: json.dumps(value, ensure_ascii=False) for key, value in values.items()})
