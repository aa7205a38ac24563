"""Which grade or age: asked once, when a list is to be for one child."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Choice, Page
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act
from kiosk.pages.toggles import grade_name
from kiosk.services.grades import GRADES, NOT_IN_SCHOOL


@dataclass(frozen=True, slots=True, kw_only=True)
class GradePage(Page):
    """Not in school yet, PK to 12, and any age."""

    grades: tuple[Choice, ...]
    any_grade: Choice


def grade_page(ask: Ask) -> GradePage:
    """One touch answers it; the list comes back, for that child."""
    say = ask.words.say
    return GradePage(
        route=ask.route,
        frame=frame(ask),
        title=say("Which grade is your child in?"),
        subtitle=say("Nothing is saved."),
        grades=tuple(
            Choice(
                go=Act("grade", grade),
                label=grade_name(ask, grade),
                short=say("Too young") if grade == NOT_IN_SCHOOL else ask.words.grade(grade),
                selected=ask.session.grade == grade,
            )
            for grade in (NOT_IN_SCHOOL, *GRADES)
        ),
        any_grade=Choice(go=Act("grade"), label=say("Any age")),
    )
