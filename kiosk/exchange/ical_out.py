"""iCalendar (RFC 5545) as it goes out: the special days of the school year as a calendar file."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.domain.day_documents import day_document

OWN = "X-KIOSK-DAY"
"""What stands beside an event, so that reading it back loses nothing."""
_TITLES = {
    "no-school": "No school",
    "snow-day": "Snow day",
    "early-dismissal": "Early dismissal {at}",
    "delayed-opening": "Delayed opening {at}",
}
_DAY = timedelta(days=1)


def write_feed(calendar: SchoolCalendar, school: str, now: datetime) -> bytes:
    """The special days of the school year as an iCalendar file: whole days, their end the day after the last one."""
    feed = Calendar()
    feed.add("prodid", "-//kiosk//school year//EN")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", school)
    for day in calendar.days:
        feed.add_component(_written(day, now))
    return bytes(feed.to_ical())


def _written(day: SpecialDay, now: datetime) -> Event:
    event = Event()
    what = _TITLES[day.kind].format(at=day.at)
    reason = day.reason.get("en") or next(iter(day.reason.values()), "")
    event.add("summary", f"{what}: {reason}" if reason else what)
    event.add("dtstart", day.from_)
    event.add("dtend", day.to + _DAY)
    event.add("dtstamp", now)
    event.add("uid", f"{day.from_}-{day.kind}@kiosk")
    event.add("transp", "TRANSPARENT")
    event.add(OWN, json.dumps(day_document(day), ensure_ascii=False))
    return event
