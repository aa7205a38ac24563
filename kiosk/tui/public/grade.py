"""Which grade."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Container
from textual.widget import Widget

from kiosk.pages.grade import GradePage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.words import Title


class GradeScreen(PageScreen[GradePage]):
    """One button a grade, and one for any."""

    def body(self) -> Iterable[Widget]:
        """Title, grades, any."""
        page = self.page
        yield Title(page.title, page.subtitle, classes="title")
        yield Container(*(Button(grade) for grade in page.grades), classes="grades")
        yield Container(Button(page.any_grade), classes="any")
