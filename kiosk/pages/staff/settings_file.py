"""The school's settings file to read at the desk: numbered lines, those that are wrong marked."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.staff.file_problems import rule_words
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame


@dataclass(frozen=True, slots=True)
class FileLine:
    """One line of the file, or below a wrong one what is wrong with it (its number is then 0)."""

    number: int
    words: str
    wrong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFilePage(StaffPage):
    """Lines to read."""

    lines: tuple[FileLine, ...]
    note: str


def settings_file_page(ask: StaffAsk) -> SettingsFilePage:
    """The file as it stands."""
    say, stands = ask.words.say, ask.desk.settings().stands()
    wrong: dict[int, list[str]] = {}
    for problem in stands.problems:
        wrong.setdefault(problem.line, []).append(rule_words(ask, problem.wrong))
    lines: list[FileLine] = []
    for number, words in enumerate(stands.text.splitlines() or [""], 1):
        lines.append(FileLine(number, words, number in wrong))
        lines += [FileLine(0, why, wrong=True) for why in wrong.get(number, [])]
    return SettingsFilePage(
        frame=staff_frame(ask),
        title=say("The file"),
        subtitle="settings.toml",
        lines=tuple(lines),
        keys=(Key(key="Esc", label=say("Back"), action="leave"),),
        note=say("It can also be changed with a text editor. The lobby takes it once nothing is wrong in it."),
    )
