"""What is said below a page: one line mostly, and as many as it takes where it is long."""

from __future__ import annotations

from textual.geometry import Size

from kiosk.tui.plain import wrap
from kiosk.tui.widgets.words import Words


class Note(Words):
    """Words that are never cut: their part grows, up to the most rows that its style sheet lets it."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words take."""
        return max(1, self._rows(width))

    def update(self, *paragraphs: str) -> None:
        """Other words; the page is laid out anew only where they take other rows."""
        if paragraphs == self.paragraphs:
            return
        before, width = self._rows(self.size.width), self.size.width
        self.paragraphs = paragraphs
        self.refresh(layout=self._rows(width) != before)

    def _rows(self, width: int) -> int:
        return sum(len(wrap(paragraph, width)) for paragraph in self.paragraphs) if width > 0 else 0
