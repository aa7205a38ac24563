"""Links that families are sent to: a real host, nothing hidden in it, and no shortener."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+")


def link_problem(url: str, https_only: bool) -> str:
    """The code of what is wrong with a link (`bad-url`, `not-https`, `shortener`), or nothing."""
    from kiosk.domain.qr import SHORTENERS

    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        has_port = parts.port is None or parts.port > 0
    except ValueError:  # also UnicodeError: no host can be made of it
        return "bad-url"
    odd = any(sign.isspace() or not sign.isprintable() for sign in url)
    if odd or parts.scheme not in ("http", "https") or parts.username is not None or not has_port:
        return "bad-url"
    if not _HOST.fullmatch(host):
        return "bad-url"
    if host.removeprefix("www.") in SHORTENERS:
        return "shortener"
    return "not-https" if https_only and parts.scheme == "http" else ""
