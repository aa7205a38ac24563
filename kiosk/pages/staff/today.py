"""The first page of the desk: what needs somebody today, each line leading to where it is mended."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.staff.parts import Key, Label, StaffAsk, StaffPage, StaffRoute, staff_frame
from kiosk.services.jobs import Job, jobs

_MINUTES = {"due": 2, "no-spanish": 3, "help-lines": 5}
"""What one listing (or all help lines) of a job takes, about; 2 for any other job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLine:
    """One job: its label, what is the matter, what to do about it, and where."""

    label: Label
    words: str
    do: str
    go: StaffRoute


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage(StaffPage):
    """Jobs, and what the lobby shows now."""

    jobs: tuple[JobLine, ...]
    lobby: tuple[tuple[str, str], ...]
    """Name and words: `Open now`, `11`."""
    lobby_title: str
    lobby_line: str
    """The same in one sentence, for 80 columns."""
    all_well: str


def today_page(ask: StaffAsk) -> TodayPage:
    """What needs you today."""
    say, count = ask.words.say, ask.words.count
    found = jobs(ask.desk)
    minutes = sum(_minutes(job) for job in found)
    lines = tuple(_line(ask, job) for job in found)
    title = count("{n} thing", "{n} things", len(lines))
    return TodayPage(
        frame=staff_frame(ask),
        title=say("What needs you today"),
        subtitle=say("{things}, about {n} minutes", things=title, n=ask.words.number(minutes)) if lines else "",
        keys=_keys(ask),
        jobs=lines,
        lobby=_lobby(ask),
        lobby_title=say("In the lobby now"),
        lobby_line=" ".join(f"{name}: {words}." for name, words in _lobby(ask)),
        all_well=say("Nothing else is wrong.") if lines else say("Nothing is wrong. All listings are checked."),
    )


def _keys(ask: StaffAsk) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    return (
        Key(key="N", label=say("New listing"), short=say("New"), action="open('form')", off=off),
        Key(key="F", label=say("Find"), action="open('list')"),
        Key(key="H", label=say("Shelf and here"), short=say("Shelf"), action="open('shelf')"),
        Key(key="S", label=say("Snow day"), short=say("Snow"), action="open('snow-day')", off=off),
        Key(key="C", label=say("Calendar"), action="open('calendar')"),
        Key(key="?", label=say("All keys"), action="open('keys')"),
    )


def _minutes(job: Job) -> int:
    return _MINUTES.get(job.kind, 2) * max(1, len(job.ids))


def _line(ask: StaffAsk, job: Job) -> JobLine:
    say, count, n = ask.words.say, ask.words.count, len(job.ids)
    name = _name(ask, job.ids[0]) if job.ids else ""
    first = job.ids[0] if job.ids else ""
    day = ask.words.date_near(job.day, ask.today) if job.day else ""
    overdue, soon = Label(say("OVERDUE"), "care"), Label(say("SOON"), "shut")
    hidden, check = Label(say("HIDDEN"), "care"), Label(say("CHECK"), "shut")
    match job.kind:
        case "damage":
            return JobLine(
                label=Label(say("FILES"), "care"), words=job.words, do=say("Type: kiosk check"), go=StaffRoute("desk")
            )
        case "help-lines":
            words = count(
                "Help-now numbers not checked for {n} day", "Help-now numbers not checked for {n} days", job.days
            )
            return JobLine(label=overdue, words=words, do=say("Call each of them"), go=StaffRoute("desk"))
        case "question":
            words = say("Two people changed {name}", name=name)
            label = Label(say("QUESTION"), "care")
            return JobLine(label=label, words=words, do=say("Choose"), go=StaffRoute("question", first, job.words))
        case "no-hours":
            words = say("{name}: hours not known", name=name)
            return JobLine(
                label=hidden, words=words, do=say("Call, then fix"), go=StaffRoute("form", first, "schedules")
            )
        case "hours-ended":
            words = say("{name}: hours not known since {day}", name=name, day=day)
            return JobLine(
                label=hidden, words=words, do=say("Call, then fix"), go=StaffRoute("form", first, "schedules")
            )
        case "sign-up-opens":
            words = say("{name}: sign-up opens {day}", name=name, day=day)
            return JobLine(label=soon, words=words, do=say("Look"), go=StaffRoute("form", first, "sign_up"))
        case "sign-up-ends":
            words = say("{name}: sign-up ends {day}", name=name, day=day)
            return JobLine(label=soon, words=words, do=say("Look"), go=StaffRoute("form", first, "sign_up"))
        case "due":
            words = count("{n} listing is due for checking", "{n} listings are due for checking", n)
            return JobLine(label=check, words=words, do=say("Show them"), go=StaffRoute("list", detail="due"))
        case "no-spanish":
            words = count("{n} listing has no Spanish", "{n} listings have no Spanish", n)
            return JobLine(label=check, words=words, do=say("Show them"), go=StaffRoute("list", detail="no-spanish"))
        case "draft":
            words = say("You were writing: {name}", name=name)
            return JobLine(
                label=Label(say("DRAFT"), "care"), words=words, do=say("Go on"), go=StaffRoute("form", first)
            )


def _name(ask: StaffAsk, id: str) -> str:
    kept = ask.desk.records.load().get(id)
    return ask.words.pick(kept.head.name) if kept else id or ask.words.say("a new listing")


def _lobby(ask: StaffAsk) -> tuple[tuple[str, str], ...]:
    say, number, directory = ask.words.say, ask.words.number, ask.desk.center.directory
    snapshot, shown = directory.snapshot(), directory.all()
    is_open = sum(1 for kept in shown if directory.opening(kept, ask.now).state == "open")
    shows = say("{n} shown, {hidden} hidden", n=number(len(shown)), hidden=number(len(snapshot) - len(shown)))
    return ((say("Listings"), shows), (say("Open now"), number(is_open)))
