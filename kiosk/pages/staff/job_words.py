"""The jobs of the desk in words: what is the matter, what to do about it, and the screen where it is mended."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.staff.file_problems import placed_words
from kiosk.pages.staff.parts import Label, StaffAsk, StaffRoute
from kiosk.services.jobs import Job, standing
from kiosk.services.round import Round

HELP_LINES = "help-lines"
"""What a round is about, when it is about the help-now lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLine:
    """One job: its label, what is the matter, what to do about it, and where."""

    label: Label
    words: str
    do: str
    go: StaffRoute


def job_line(ask: StaffAsk, job: Job) -> JobLine:
    """One job."""
    if job.kind in ("damage", "backup", "school-file"):
        return _files(ask, job)
    if job.kind in ("help-lines", "help-line-wrong"):
        return _help_lines(ask, job)
    if job.kind in ("due", "no-spanish"):
        return _checks(ask, job)
    return _many(ask, job) if len(job.ids) > 1 else _one(ask, job)


def _files(ask: StaffAsk, job: Job) -> JobLine:
    say = ask.words.say
    if job.kind == "damage":
        where = StaffRoute("desk")
        return JobLine(label=Label(say("FILES"), "care"), words=job.words, do=say("Type: kiosk check"), go=where)
    if job.kind == "school-file":
        return _school_file(ask, job)
    words = ask.words.count("No backup for {n} day", "No backup for {n} days", job.days) if job.day else ""
    return JobLine(
        label=Label(say("BACKUP"), "shut"),
        words=words or say("There is no backup yet"),
        do=say("Take one on a stick, or type: kiosk backup FILE"),
        go=StaffRoute("files"),
    )


def _school_file(ask: StaffAsk, job: Job) -> JobLine:
    """What is wrong in the settings or the calendar. Families go by the last good one meanwhile."""
    say = ask.words.say
    more = ask.words.count("and {n} more", "and {n} more", job.days) if job.days else ""
    return JobLine(
        label=Label(say("FILES"), "care"),
        words=f"{placed_words(ask, job.problem) if job.problem else ''} {more}".strip(),
        do=say("Families see the last good one. Look at it"),
        go=StaffRoute("calendar" if job.ids == ("calendar.toml",) else "settings"),
    )


def _help_lines(ask: StaffAsk, job: Job) -> JobLine:
    say, count = ask.words.say, ask.words.count
    if job.kind == "help-line-wrong":
        day = ask.words.date_near(job.day, ask.today) if job.day else ""
        return JobLine(
            label=Label(say("WRONG"), "care"),
            words=say("Help now shows {number}: found wrong {day}", number=job.words, day=day),
            do=say("Call again, or have it put right in content/regions"),
            go=StaffRoute("round", HELP_LINES, job.ids[0]),
        )
    return JobLine(
        label=Label(say("OVERDUE"), "care"),
        words=count("Help-now numbers not checked for {n} day", "Help-now numbers not checked for {n} days", job.days),
        do=count("Check {n} line", "Check {n} lines", len(job.ids)),
        go=StaffRoute("round", HELP_LINES),
    )


def _checks(ask: StaffAsk, job: Job) -> JobLine:
    say, count, n = ask.words.say, ask.words.count, len(job.ids)
    check = Label(say("CHECK"), "shut")
    if job.kind == "due":
        words = count("{n} listing is due for checking", "{n} listings are due for checking", n)
        unreached = _unreached(ask)
        words = f"{words}. {unreached}" if unreached else words
        return JobLine(label=check, words=words, do=say("Start the Friday round"), go=StaffRoute("round"))
    words = count("{n} listing has no Spanish", "{n} listings have no Spanish", n)
    return JobLine(label=check, words=words, do=say("Show them"), go=StaffRoute("list", detail="no-spanish"))


def _unreached(ask: StaffAsk) -> str:
    """How many of those that are due nobody could reach; empty when there are none."""
    count = len(Round(ask.desk).unreached().keys() & set(standing(ask.desk).due))
    return ask.words.count("{n} could not be reached.", "{n} could not be reached.", count) if count else ""


def _many(ask: StaffAsk, job: Job) -> JobLine:
    """Many listings with one job: they are shown together."""
    say, n = ask.words.say, len(job.ids)
    texts = {
        "question": (say("QUESTION"), say("{n} listings were changed by two people", n=n)),
        "no-hours": (say("HIDDEN"), say("{n} listings: hours not known", n=n)),
        "hours-ended": (say("HIDDEN"), say("{n} listings: their hours have ended", n=n)),
        "sign-up-opens": (say("SOON"), say("{n} listings: sign-up opens this week", n=n)),
        "sign-up-ends": (say("SOON"), say("{n} listings: sign-up ends this week", n=n)),
    }
    label, words = texts.get(job.kind, (say("CHECK"), say("{n} listings", n=n)))
    tone = "shut" if job.kind.startswith("sign-up") else "care"
    return JobLine(
        label=Label(label, "shut" if tone == "shut" else "care"),
        words=words, do=say("Show them"), go=StaffRoute("list", detail=job.kind),
    )  # fmt: skip


def _one(ask: StaffAsk, job: Job) -> JobLine:
    say, id = ask.words.say, job.ids[0] if job.ids else ""
    name, day = _name(ask, id), ask.words.date_near(job.day, ask.today) if job.day else ""
    soon, hidden = Label(say("SOON"), "shut"), Label(say("HIDDEN"), "care")
    hours, sign_up = StaffRoute("form", id, "schedules"), StaffRoute("form", id, "sign_up")
    match job.kind:
        case "question":
            label, words = Label(say("QUESTION"), "care"), say("Two people changed {name}", name=name)
            return JobLine(label=label, words=words, do=say("Choose"), go=StaffRoute("question", id, job.words))
        case "no-hours":
            words = say("{name}: hours not known", name=name)
            return JobLine(label=hidden, words=words, do=say("Call, then fix"), go=hours)
        case "hours-ended":
            words = say("{name}: hours not known since {day}", name=name, day=day)
            return JobLine(label=hidden, words=words, do=say("Call, then fix"), go=hours)
        case "sign-up-opens":
            words = say("{name}: sign-up opens {day}", name=name, day=day)
            return JobLine(label=soon, words=words, do=say("Look"), go=sign_up)
        case "sign-up-ends":
            words = say("{name}: sign-up ends {day}", name=name, day=day)
            return JobLine(label=soon, words=words, do=say("Look"), go=sign_up)
    words = say("You were writing: {name}", name=name)
    return JobLine(label=Label(say("DRAFT"), "care"), words=words, do=say("Go on"), go=StaffRoute("form", id))


def _name(ask: StaffAsk, id: str) -> str:
    kept = ask.desk.records.load().get(id)
    return ask.words.pick(kept.head.name) if kept else id or ask.words.say("a new listing")
