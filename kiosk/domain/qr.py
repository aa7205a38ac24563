"""QR codes: what a phone is told (payloads, rightly escaped) and the matrix of dark modules.

Every payload builder checks what it is given and says what is wrong with it (`Refused`). Links are https only, and
shorteners are refused because nobody can read where they lead.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus, urlsplit

from kiosk.domain.errors import Refused
from kiosk.domain.listing import Address
from kiosk.domain.values import dataclass

if TYPE_CHECKING:
    from qrcode.main import QRCode

QUIET = 4
"""Light modules on each side (ISO/IEC 18004)."""
MOST_BYTES = 2331
"""What the largest code holds at level M (ISO/IEC 18004)."""
# fmt: off
SHORTENERS = frozenset((
    "adf.ly", "bit.ly", "bl.ink", "buff.ly", "cutt.ly", "dub.co", "goo.gl", "is.gd", "lnkd.in", "ow.ly",
    "qrco.de", "rb.gy", "rebrand.ly", "s.id", "shorturl.at", "soo.gd", "t.co", "t.ly", "tiny.cc", "tinyurl.com",
    "tr.im", "trib.al", "v.gd", "vo.la", "y2u.be",
))
# fmt: on
"""Hosts whose links hide where they lead."""

_TOO_LARGE = 41
_MODE_BITS = 4
"""What says of each run whether it is digits, capitals or bytes."""
_LINK_SIGNS = "/%:@!$&'()*+,;=~-._?"
"""What a link's parts may hold as it is (RFC 3986)."""
_NUMBER = re.compile(r"\+?\d{3,15}")
_EXTENSION = re.compile(r"\d{0,11}")
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+")
_ADDRESS = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,255}")


@dataclass(frozen=True, slots=True)
class Matrix:
    """The modules of a code without its quiet zone: `modules[row][column]` is True where it is dark."""

    version: int
    size: int
    modules: tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=64)
def matrix(payload: str, max_version: int = 40) -> Matrix:
    """The smallest code of level M that holds `payload`; `Refused` when it needs more than `max_version`."""
    encoder = _encoder()
    version, shortest_run = _smallest(payload)
    if version > max_version:
        raise Refused(
            f"This code would have to hold {len(payload.encode())} bytes, more than fits here. "
            "Nothing was changed. Shorten the words or the link."
        )
    encoded = encoder(version=version, border=0)
    encoded.add_data(payload, optimize=shortest_run)
    encoded.make(fit=False)
    modules = tuple(tuple(bool(dark) for dark in row) for row in encoded.modules)
    return Matrix(version, len(modules), modules)


def smallest_version(payload: str) -> int:
    """The version (1 to 40) of the smallest code at level M that holds `payload`; 41 when none does."""
    return _smallest(payload)[0]


def fits(payload: str, version: int) -> bool:
    """Whether a code of `version` (1 to 40) at level M holds `payload`."""
    return smallest_version(payload) <= version


class _NoPictures(ModuleType):
    """What stands in the place of the library's writer of pictures."""

    PyPNGImage = None


def _encoder() -> Callable[..., QRCode[Any]]:
    """The library's encoder at level M. Its own pictures are not wanted: for them it would read Pillow and pypng."""
    sys.modules.setdefault("qrcode.image.styles.moduledrawers.pil", None)  # type: ignore[arg-type]  # Python's own way
    sys.modules.setdefault("qrcode.image.pure", _NoPictures("qrcode.image.pure"))
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    return partial(QRCode, error_correction=ERROR_CORRECT_M)


@lru_cache(maxsize=256)
def _smallest(payload: str) -> tuple[int, int]:
    """The smallest version, and how to cut the payload for it: runs of digits and capitals take fewer bits a sign."""
    return min((_version(payload, shortest_run), shortest_run) for shortest_run in (0, 6, 12, 20))  # 0: not cut at all


def _version(payload: str, shortest_run: int) -> int:
    """The smallest version for one way to cut it. The bits are counted; the library would write each of them down."""
    encoded = _encoder()()
    from qrcode.util import BIT_LIMIT_TABLE, length_in_bits

    encoded.add_data(payload, optimize=shortest_run)
    runs = [(run.mode, len(run)) for run in encoded.data_list]
    for first, last in ((1, 9), (10, 26), (27, 40)):  # a larger code gives the length of each run more bits
        bits = sum(_MODE_BITS + length_in_bits(mode, first) + _bits(mode, size) for mode, size in runs)
        version = bisect_left(BIT_LIMIT_TABLE[encoded.error_correction], bits, first)
        if version <= last:
            return version
    return _TOO_LARGE


def _bits(mode: int, signs: int) -> int:
    """How many bits a run takes: 10 for three digits, 11 for two capitals, 8 for a byte (ISO/IEC 18004)."""
    from qrcode.util import MODE_ALPHA_NUM, MODE_NUMBER

    if mode == MODE_NUMBER:
        return signs // 3 * 10 + (0, 4, 7)[signs % 3]
    return signs // 2 * 11 + signs % 2 * 6 if mode == MODE_ALPHA_NUM else signs * 8


def half_blocks(code: Matrix) -> list[str]:
    """The code with its quiet zone as rows of ` `, `▀`, `▄` and `█`, each holding two rows of modules; ink is dark."""
    return [_row(top, bottom, " ▄▀█") for top, bottom in _pairs(code)]


def inverse_half_blocks(code: Matrix) -> list[str]:
    """The same with ink on the light modules, for a terminal that draws light ink on a dark ground."""
    return [_row(top, bottom, "█▀▄ ") for top, bottom in _pairs(code)]


def _pairs(code: Matrix) -> list[tuple[list[bool], list[bool]]]:
    side = [False] * QUIET
    edge = [[False] * (code.size + 2 * QUIET)] * QUIET
    rows = [*edge, *([*side, *row, *side] for row in code.modules), *edge]
    rows += edge[: len(rows) % 2]  # a code has an odd number of rows: one more of light fills the last half blocks
    return list(zip(rows[::2], rows[1::2], strict=True))


def _row(top: list[bool], bottom: list[bool], signs: str) -> str:
    return "".join(signs[2 * above + below] for above, below in zip(top, bottom, strict=True))


def tel(number: str, extension: str = "") -> str:
    """A call: `tel:+18605550112,3`. Phones wait at a comma and then dial the extension; few know `;ext=` (RFC 3966)."""
    return _checked(f"tel:{_dialled(number, extension)}")


def sms(number: str, body: str = "") -> str:
    """A text message (RFC 5724): `sms:741741?body=HOME`."""
    words = f"?body={quote(_line(body), safe='')}" if body else ""
    return _checked(f"sms:{_dialled(number)}{words}")


def mailto(address: str, subject: str = "", body: str = "") -> str:
    """An e-mail (RFC 6068)."""
    if not _ADDRESS.fullmatch(address):
        raise Refused(f"{address!r} is not an e-mail address. Nothing was changed. Write it as name@example.org.")
    fields = [f"{name}={quote(text, safe='')}" for name, text in (("subject", _line(subject)), ("body", body)) if text]
    return _checked(f"mailto:{quote(address, safe='@+')}" + ("?" + "&".join(fields) if fields else ""))


def https(url: str) -> str:
    """A link, checked: https, a real host, no name or password inside, no shortener."""
    site = host(url)
    if is_shortener(url):
        raise Refused(f"{site} hides where its links lead. Nothing was changed. Use the full link of the page.")
    parts = urlsplit(url.strip())
    path, query, fragment = (quote(part, safe=_LINK_SIGNS) for part in (parts.path, parts.query, parts.fragment))
    port = f":{parts.port}" if parts.port not in (None, 443) else ""
    rest = f"?{query}" * bool(query) + f"#{fragment}" * bool(fragment)
    return _checked(f"https://{site}{port}{path}{rest}")


def host(url: str) -> str:
    """The host that an https link opens, as a browser shows it (ASCII); `Refused` for anything else."""
    refusal = Refused(f"{url!r} is not a link that can be used. Nothing was changed. Links start with https://")
    try:
        parts = urlsplit(url.strip())
        name = (parts.hostname or "").encode("idna").decode("ascii")
        parts.port  # noqa: B018  # reading it is what checks it
    except ValueError as error:
        raise refusal from error
    odd = any(sign.isspace() or not sign.isprintable() for sign in url.strip())
    if odd or parts.scheme != "https" or parts.username is not None or not _HOST.fullmatch(name):
        raise refusal
    return name


def is_shortener(url: str) -> bool:
    """Whether a link's host is known to hide where its links lead."""
    return host(url).removeprefix("www.") in SHORTENERS


def wifi(name: str, password: str = "", hidden: bool = False) -> str:
    """A wireless network to join: `WIFI:T:WPA;S:name;P:password;;`."""
    if not name:
        raise Refused("A wireless network needs its name. Nothing was changed. Write the name.")
    kind = f"WIFI:T:{'WPA' if password else 'nopass'};S:{_slashed(name)};"
    return _checked(kind + (f"P:{_slashed(password)};" if password else "") + ("H:true;" if hidden else "") + ";")


def contact(
    name: str, phone: str = "", extension: str = "", email: str = "", address: Address | None = None, url: str = ""
) -> str:
    """A card for the phone's address book, as a MECARD: half as long as a vCard and read by the same phones."""
    places = (address.address_1, address.city, address.state_province, address.postal_code) if address else ()
    fields = {
        "N": _slashed(_line(name)),
        "TEL": _slashed(_dialled(phone, extension)) if phone else "",
        "EMAIL": _slashed(email),
        "ADR": _slashed(_line(" ".join(place for place in places if place))),
        "URL": _slashed(https(url)) if url else "",
    }
    return _checked("MECARD:" + "".join(f"{key}:{text};" for key, text in fields.items() if text) + ";")


def event(title: str, start: datetime, end: datetime | None = None, place: str = "") -> str:
    """A date to save: a bare VEVENT (RFC 5545) in UTC, which needs no zone table and no wrapper."""
    times = [("DTSTART", _utc(start)), ("DTEND", _utc(end) if end else "")]
    return _vevent(title, times, place)


def event_day(title: str, day: date, place: str = "") -> str:
    """A whole day to save, such as the first day of a sign-up."""
    return _vevent(title, [("DTSTART;VALUE=DATE", f"{day:%Y%m%d}")], place)


def map_link(address: Address, name: str = "") -> str:
    """The address as a search on an open map. `geo:` links open nothing on iPhones."""
    places = (address.address_1 or name, address.city, address.state_province, address.postal_code)
    words = _line(" ".join(place for place in places if place))
    if not words:
        raise Refused("There is no address to show on a map. Nothing was changed. Write the street and the town.")
    return _checked(f"https://osm.org/search?query={quote_plus(words)}")


def plain(text: str) -> str:
    """Words for the phone to show: no internet, nothing opened. What looks like a link is still only read."""
    lines = [_line(line) for line in text.splitlines()]
    return _checked("\n".join(lines).strip())


def _vevent(title: str, times: list[tuple[str, str]], place: str) -> str:
    fields = [("SUMMARY", _ical(title)), *times, ("LOCATION", _ical(place))]
    lines = [f"{key}:{value}" for key, value in fields if value]
    return _checked("\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT")))


def _utc(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise Refused("A date to save needs its time zone. Nothing was changed. Set the school's zone.")
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _ical(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11). Long lines are not folded: a phone reads the code as one piece."""
    return re.sub(r"([\\;,])", r"\\\1", _line(text))


def _slashed(text: str) -> str:
    """A value of a WIFI or MECARD code: the signs that end a field stand after a backslash."""
    return re.sub(r'([\\;,:"])', r"\\\1", text)


def _line(text: str) -> str:
    """One line: runs of white space are one space, what cannot be printed is left out."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _dialled(number: str, extension: str = "") -> str:
    if not _NUMBER.fullmatch(number) or not _EXTENSION.fullmatch(extension):
        whole = f"{number} ext. {extension}" if extension else number
        raise Refused(f"{whole!r} is not a phone number. Nothing was changed. Write it as +18605550112.")
    return f"{number},{extension}" if extension else number


def _checked(payload: str) -> str:
    try:
        size = len(payload.encode())
    except UnicodeEncodeError as error:
        raise Refused("A code cannot hold half a character. Nothing was changed. Write the words anew.") from error
    if not payload or size > MOST_BYTES:
        raise Refused(f"A code holds 1 to {MOST_BYTES} bytes, not {size}. Nothing was changed. Shorten the words.")
    return payload
