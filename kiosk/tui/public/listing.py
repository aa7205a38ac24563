"""One listing: what to do now, what is known, and the code to leave with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.pages.listing import ListingPage
from kiosk.pages.parts import Choice, Fact
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.card import TextCard
from kiosk.tui.widgets.qr_code import QrCode
from kiosk.tui.widgets.words import BigText, Facts, Headline, StateLine, StepCard, Words

LOBBY_VERSION, SMALL_VERSION = 5, 3
"""The largest codes that fit beside the facts, at 120 and at 80 columns."""


class ListingScreen(PageScreen[ListingPage]):
    """Head, first step and facts at the left; the code at the right; nothing to scroll."""

    @property
    def band_title(self) -> str:
        """Neutral for a sensitive listing: the band can be read across a lobby."""
        return self.page.band_title or self.page.title

    def body(self) -> Iterable[Widget]:
        """Two columns."""
        left = self._large() if self.large else self._lobby() if self.lobby else self._small()
        yield Horizontal(Vertical(*left, classes="left"), Vertical(*self._code(), classes="right"), classes="columns")

    def _lobby(self) -> Iterable[Widget]:
        page, art = self.page, self.look.art
        head = Vertical(
            Headline(page.title, page.number, classes="name"),
            StateLine(page.state, page.checked, classes="state"),
            StepCard(page.step, classes="step"),
            classes="head",
        )
        yield Horizontal(BigText(art.picture(page.pictogram), style="sign", classes="sign"), head, classes="top")
        if page.nearest:
            yield TextCard(page.nearest, classes="nearest")
        facts: list[Fact] = list(page.facts)
        lead = [words for words in (page.alert, page.lead) if words]
        if lead and not page.nearest:
            yield Words(*lead[:1], classes="lead")
        yield Facts(facts, at=17, last=page.no_phone)
        yield Words(page.code_for, style="quiet", classes="code-for")
        yield Horizontal(*self._actions(4), classes="actions")

    def _small(self) -> Iterable[Widget]:
        page = self.page
        yield StateLine(page.state, page.number_short or page.number, strong_right=True, classes="state")
        yield StepCard(page.step, classes="step")
        yield Facts(page.facts, at=10, last=page.no_phone)
        yield Horizontal(*self._actions(2), classes="actions")
        yield Words(page.checked, style="quiet", classes="checked")

    def _large(self) -> Iterable[Widget]:
        page, art = self.page, self.look.art
        letters = art.name(page.big or page.title, 60)
        title = BigText(letters, classes="letters") if letters else Words(page.title, style="name", classes="letters")
        yield Horizontal(title, Words(page.number, style="name", classes="number"), classes="head")
        yield StateLine(page.state, classes="state")
        step = [art.name(words, 68) for words in page.step.big]
        yield StepCard(page.step, step if all(step) else (), classes="step")
        yield Words(page.papers_line, page.no_phone_line, style="name", classes="lines")
        yield Horizontal(*self._actions(2, more=True), classes="actions")

    def _actions(self, most: int, *, more: bool = False) -> Sequence[Widget]:
        """Codes, then what else can be done; the list of one's own is always last."""
        page = self.page
        codes: list[Choice] = list(page.codes[:most])
        extras = [page.quiet] if page.quiet else []
        shown = [*extras, *codes][:most]
        if more or not self.lobby or len(shown) < most:
            shown = [*shown[: most - (0 if more else 1)], page.more] if not self.lobby else [*shown, page.more]
        return [*(Button(choice, hint=str(n)) for n, choice in enumerate(shown, 1)), Button(page.add, hint="9")]

    def _code(self) -> Iterable[Widget]:
        page = self.page
        code, drawn = self.matrix_for(page.code, LOBBY_VERSION if self.lobby else SMALL_VERSION)
        if code is None:
            yield Words(page.no_phone_line, style="name", center=True, classes="no-code")
            return
        if drawn is None and page.bigger:
            yield TextCard(page.bigger, classes="bigger")
            return
        yield QrCode(code, drawn, captions=self.lobby, classes="code")
        if not self.lobby:
            yield Words(code.does_short or code.opens, style="quiet", center=True, classes="opens")
