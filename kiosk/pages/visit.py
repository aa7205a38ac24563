"""One visit to the kiosk, without a screen: the session, the way back, and what every touch does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kiosk.pages import site
from kiosk.pages.parts import Page
from kiosk.pages.reader import Ask, Size
from kiosk.pages.route import Act, Go, PageName, Route
from kiosk.services.center import Center
from kiosk.services.session import Session

DEEPEST = 60
"""Pages of the way back that are remembered; who goes deeper loses the oldest step, never Home."""
TYPED_MOST = 60
"""Characters of a search: more than the screen's line shows and than any need takes."""
UNHURRIED: frozenset[PageName] = frozenset({"help-now", "call-code", "code", "my-list-code", "photo", "quiet", "room"})
"""Pages people stand before with a phone in their hand: their quiet time is the long one (DESIGN section 5)."""
ENDED: frozenset[PageName] = frozenset({"attract", "board", "dark", "done"})
"""Pages where no visit is under way."""


class Visit:
    """All navigation of the family side. A front end draws `page()` and hands each touch to `follow`."""

    def __init__(
        self, center: Center, clock: Callable[[], datetime], size: Size, language: str = "",
        count: Callable[[str], None] | None = None,
    ) -> None:  # fmt: skip
        """`count` is told the id of each listing that is opened, and nothing else of a visit ever leaves it."""
        self.center = center
        self.size = size
        self._clock = clock
        self._count = count
        self._language = language
        """The language that was asked for at the start; empty for the school's first, whichever that is by then."""
        self.session = Session(first_language=self._first_language, first_large=self._first_large)
        self._trail = [Route("attract")]

    @property
    def route(self) -> Route:
        """The address of the page that is shown."""
        return self._trail[-1]

    @property
    def _first_language(self) -> str:
        return self._language or self.center.first_language

    @property
    def _first_large(self) -> bool:
        return self.center.settings.text_size == "large"

    @property
    def is_under_way(self) -> bool:
        """Whether there is a visitor whose choices would have to be forgotten."""
        return self.route.page not in ENDED

    @property
    def quiet_time(self) -> int:
        """Seconds without input after which this page asks *Still there?*"""
        settings = self.center.settings
        unhurried = self.session.extended or self.route.page in UNHURRIED
        return settings.idle_long if unhurried else settings.idle

    def ask(self, *, hurried: bool = False) -> Ask:
        """The question that the page to show now answers."""
        words = self.center.words_for(self.session.language)
        size = replace(self.size, large=self.session.large)
        return Ask(self.center, words, self.session, self._clock(), self.route, size, hurried)

    def page(self, *, hurried: bool = False) -> Page:
        """The page to show now, built afresh; `hurried` for a screen that shall stand before all is known."""
        return site.page(self.ask(hurried=hurried))

    def now(self) -> datetime:
        """What time it is at school."""
        return self._clock()

    def numbers(self) -> Page:
        """The numbers to call, for a terminal too small for any other page."""
        return site.page(self.ask().at(Route("help-now")))

    def still_there(self, seconds: int) -> Page:
        """The question before an unused screen clears, with the seconds that are left."""
        from kiosk.pages.still_there import still_there_page

        return still_there_page(self.ask(), seconds)

    def follow(self, go: Go) -> None:
        """Does what one touch asks for: opens a page, or changes the visit."""
        if isinstance(go, Route):
            self._open(go)
            return
        self._do(go)
        if go.then is not None:
            self._open(go.then)

    def reset(self) -> None:
        """Forgets the visitor and shows the first page."""
        self._forget(Route("attract"))

    def hide(self) -> None:
        """Forgets the visitor at once and shows the neutral board. There is no way back to what was hidden."""
        self._forget(Route("board"))

    def _forget(self, first: Route) -> None:
        self.session.first_language, self.session.first_large = self._first_language, self._first_large
        self.session.wipe()
        self._trail.clear()
        self._trail = [first]

    def _open(self, route: Route) -> None:
        """Another screenful, code or day of the same page takes its place, so that Back leaves the page."""
        if route.page in ENDED:
            self._forget(route)
            return
        if route.page == "home":
            self._trail = [route]
            return
        if self.route.page in ENDED:
            self._trail = [Route("home")]
        if _same_page(self.route, route):
            self._trail[-1] = route
        else:
            self._trail.append(route)
            if self._count is not None:
                _add_up(self._count, self.center, route)
        if len(self._trail) > DEEPEST:
            del self._trail[1]

    def _back(self) -> None:
        if len(self._trail) > 1:
            self._trail.pop()

    def _do(self, act: Act) -> None:
        match act.kind:
            case "back":
                self._back()
            case "home":
                self._trail = [Route("home")]
            case "done":
                self._forget(Route("done"))
            case "hide":
                self.hide()
            case "more-time":
                self.session.extended = True
            case "start":
                self._forget(Route("home"))
                self.session.language = self._offered(act.about) or self.session.language
            case "language":
                self._speak(act.about)
            case "text-size":
                self.session.large = not self.session.large
                self._trail[-1] = replace(self.route, part=0)
            case "toggle" | "toggles-off" | "grade":
                self._narrow(act)
            case "list-add":
                self.session.add(act.about)
            case "list-remove":
                self.session.remove(act.about)
            case "list-empty":
                self.session.my_list.clear()
            case "answer" | "skip":
                self._answer(act)
            case "type" | "erase" | "clear":
                self._type(act)

    def _offered(self, code: str) -> str:
        return code if code in self.center.settings.languages else ""

    def _speak(self, code: str) -> None:
        """Another language in place: the page and all answers stay."""
        offered = self.center.settings.languages
        if not code:
            here = offered.index(self.session.language) if self.session.language in offered else -1
            code = offered[(here + 1) % len(offered)]
        self.session.language = self._offered(code) or self.session.language
        if self.route.page == "language":
            self._back()

    def _narrow(self, act: Act) -> None:
        session = self.session
        if act.kind == "toggles-off":
            session.toggles.clear()
            session.grade = ""
        elif act.kind == "toggle":
            session.switch(act.about)
            if act.about == "my-child" and act.about not in session.toggles:
                session.grade = ""
        else:
            session.grade = act.about
            session.toggles = session.toggles | {"my-child"} if act.about else session.toggles - {"my-child"}
            if self.route.page == "grade":
                self._back()
        self._trail[-1] = replace(self.route, part=0)

    def _answer(self, act: Act) -> None:
        """One answer of the guided walk; then its next question, or what was found."""
        from kiosk.domain.walk import answered, skipped
        from kiosk.pages.walking import walk_of

        session = self.session
        given = session.answers
        session.answers = dict(
            answered(given, act.about, act.detail) if act.kind == "answer" else skipped(given, act.about)
        )
        following = walk_of(self.ask()).after(act.about, session.answers)
        self._open(Route("walk", following.id) if following is not None else Route("results", detail="walk"))

    def _type(self, act: Act) -> None:
        session = self.session
        if act.kind == "type":
            session.typed = (session.typed + act.about)[:TYPED_MOST]
        elif act.kind == "erase":
            session.typed = session.typed[:-1]
        else:
            session.typed = ""
        self._trail[-1] = replace(self.route, part=0)


def _add_up(told: Callable[[str], None], center: Center, route: Route) -> None:
    """One more opening of a listing, but of one that is private."""
    kept = center.directory.get(route.about) if route.page == "listing" else None
    if kept is not None and not kept.listing.sensitive:
        told(kept.id)


def _same_page(one: Route, other: Route) -> bool:
    """Whether `other` is the same page turned, or with another code or day."""
    if one.page != other.page:
        return False
    if one.page in ("no-school", "call-code", "my-list-code"):
        return True
    if one.page in ("listing", "week", "code"):
        return one.about == other.about
    return (one.about, one.detail) == (other.about, other.detail)
