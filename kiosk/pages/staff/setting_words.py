"""What each setting is called at the desk, what it does, and how to write it."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.staff.parts import StaffAsk
from kiosk.services.setting_values import Item, row_of


@dataclass(frozen=True, slots=True)
class SettingWords:
    """A setting's name, what it does, how it is written, and its bounds where it has some."""

    label: str
    means: str
    write: str
    bounds: str = ""


def setting_words(ask: StaffAsk, item: Item) -> SettingWords:
    """The words of one line."""
    say = ask.words.say
    if item.kind == "hours":
        return SettingWords(
            ask.words.pick(row_of(ask.desk.settings().stands().settings, item).role),
            say("When they are in, on school days. A short day shortens it. Families see it on A person now."),
            say("As Mon to Fri 8 to 4. Nothing: their hours are not known."),
        )
    if item.kind == "attract":
        return SettingWords(
            _in_language(ask, item, say("Attract words")),
            say("What the first screen asks in big letters. Each stands for a minute. With none it asks its own."),
            say("Some words. Put | between two of them."),
            say("8 of them, 60 letters each"),
        )
    return (_place(ask) | _look(ask) | _times(ask))[item.id]


def _in_language(ask: StaffAsk, item: Item, name: str) -> str:
    if item.language == ask.words.language.code:
        return name
    return ask.words.say("{name} ({language})", name=name, language=item.language)


def _place(ask: StaffAsk) -> dict[str, SettingWords]:
    """Which school it is."""
    say = ask.words.say
    next_start = say("The lobby takes it at its next start.")
    return {
        "school": SettingWords(
            say("School"), say("The school's name, at the top of every screen."), say("Its name."), say("80 letters")
        ),
        "zone": SettingWords(
            say("Time zone"),
            f"{say('By which clock the school opens and closes.')} {next_start}",
            say("Its name, as America/New_York."),
        ),
        "region": SettingWords(
            say("Region"),
            say("The country or state: which help-now lines families see. Another country waits for the next start."),
            say("Its code, as US or US-CT."),
        ),
        "languages": SettingWords(
            say("Languages"),
            say("What families can read. A visit starts in the first one."),
            say("Their names with commas, the first one first."),
        ),
    }


def _look(ask: StaffAsk) -> dict[str, SettingWords]:
    """What it looks like."""
    say = ask.words.say
    return {
        "tiles": SettingWords(
            say("Home tiles"),
            say("The order of the six tiles on Home. Those left out come after the others."),
            say("Their names with commas."),
        ),
        "look": SettingWords(
            say("Look"),
            say("Dark words on light by day, light words on dark by night. It changes between two visits."),
            say("day, night, or day 18:00-06:30 with the hours of the night."),
        ),
        "text_size": SettingWords(
            say("Text size"),
            say("The size each visit starts in. A family can change it with one touch."),
            say("normal or large."),
        ),
        "quiet": SettingWords(
            say("Quiet hours"),
            say("The screen is dark while nobody uses it. A touch wakes it, and the help-now numbers stay readable."),
            say("As 18:00-06:30. Nothing: never dark."),
        ),
    }


def _times(ask: StaffAsk) -> dict[str, SettingWords]:
    """When nobody is there."""
    say = ask.words.say
    return {
        "idle": SettingWords(
            say("Idle"),
            say("How long nobody may touch the screen before it asks “Still there?”, and how long it then waits."),
            say("Two numbers of seconds, as 90, 30."),
            say("30 to 600 s, then 20 to 120 s"),
        ),
        "idle_long": SettingWords(
            say("Longer idle"),
            say("The same on help-now pages and codes. Also on each page after “I need more time”."),
            say("Seconds, as 180."),
            say("60 to 1800 s"),
        ),
        "idle_staff": SettingWords(
            say("Idle desk"),
            say("After so long with no use, the desk in the lobby closes. Nothing typed is lost."),
            say("Seconds, as 300."),
            say("60 to 3600 s"),
        ),
    }
