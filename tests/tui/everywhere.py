"""Every page there is, each by a way that leads to it: for tests that must hold on every screen."""

from __future__ import annotations

from kiosk.pages.route import Act, Go, Route

FOOD, CLINIC, CLUB, PRIVATE = "food-shelf", "clinic", "art-and-chess", "counseling"

PLACES: dict[str, tuple[Go, ...]] = {
    "attract": (),
    "home": (Act("start"),),
    "needs": (Act("start"), Route("needs", "basic")),
    "results": (Act("start"), Route("results", "food", "need")),
    "results-empty": (
        Act("start"), Route("results", "housing", "need"), *(Act("toggle", toggle) for toggle in
        ("open-now", "free", "no-papers", "this-school", "my-language")),
    ),
    "results-found": (Act("start"), *(Act("type", char) for char in "food"), Route("results", detail="search")),
    "choices": (Act("start"), Route("results", "food", "need"), Route("choices", "food", "need")),
    "grade": (Act("start"), Route("results", "clubs", "need"), Route("grade")),
    "listing": (Act("start"), Route("listing", FOOD)),
    "listing-club": (Act("start"), Route("listing", CLUB)),
    "facts": (Act("start"), Route("facts", CLINIC)),
    "code": (Act("start"), Route("listing", FOOD), Route("code", FOOD, "sign-up")),
    "code-of-a-page": (Act("start"), Route("support", "pbis"), Route("code", "pbis", "page")),
    "missing": (Act("start"), Route("listing", "no-such")),
    "my-list-dates": (
        Act("start"), Act("list-add", FOOD), Act("list-add", CLINIC), Route("my-list"), Route("my-list-code", "dates"),
    ),
    "walk": (Act("start"), Route("walk")),
    "supports": (Act("start"), Route("supports")),
    "support": (Act("start"), Route("support", "school-based-health-clinic")),
    "center": (Act("start"), Route("supports"), Route("center")),
    "results-of-a-part": (Act("start"), Route("center"), Route("results", "families-in-training", "part")),
    "today": (Act("start"), Route("today")),
    "week": (Act("start"), Route("week", CLINIC)),
    "search": (Act("start"), Route("search"), *(Act("type", char) for char in "food")),
    "my-list": (Act("start"), Act("list-add", FOOD), Act("list-add", CLINIC), Act("list-add", CLUB), Route("my-list")),
    "my-list-empty": (Act("start"), Route("my-list")),
    "photo": (Act("start"), Act("list-add", FOOD), Route("my-list"), Route("photo")),
    "language": (Act("start"), Route("language")),
    "help-now": (Act("start"), Route("help-now")),
    "call-code": (Act("start"), Route("help-now"), Route("call-code", "lifeline")),
    "person-now": (Act("start"), Route("person-now")),
    "room": (Act("start"), Route("person-now"), Route("room", "104")),
    "quiet": (Act("start"), Route("quiet")),
    "rights": (Act("start"), Route("rights", "no-home")),
    "no-school": (Act("start"), Route("no-school")),
    "board": (Act("start"), Act("hide")),
    "dark": (Route("dark"),),
    "done": (Act("start"), Act("done")),
}  # fmt: skip
"""A name for each kind of page, and the touches that lead there from the first screen."""
