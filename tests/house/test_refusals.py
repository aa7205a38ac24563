"""Every refusal of the program can be said in the language of whoever sits at the desk, but for those named here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.reading import modules, name_of

FAMILY = frozenset(
    {"KioskError", "Refused", "NoSuch", "ChangedElsewhere", "NotSaved", "Busy", "Newer", "BadListing", "BadContent"}
)
"""The errors that a person can act on. `Stopped` and whatever else is made of them is found by its class."""
SAYS_ITSELF = frozenset({"Busy", "Newer"})
"""The desk has a sentence for the class."""
HOMES = ("kiosk.domain.errors.", "kiosk.domain.problems.", "kiosk.words.shapes.")
NEVER_AT_THE_DESK = {
    "kiosk/cli": "the command line's own words: no screen may import it",
    "kiosk/domain/qr.py": "a code that cannot be made is left out of a page (`services/codes`); `kiosk qr` says why",
    "kiosk/words": "content and catalogs that ship, which nobody at the desk can mend: `kiosk check` reads all of them",
    "kiosk/services/sample.py": "the sample is made before there is a screen",
    "kiosk/services/noted.py:write": "a center without notes: only pages for families have one, and they note nothing",
    "kiosk/store/drafts.py:read_documents": "files of JSON come in by `kiosk add` alone",
    "kiosk/store/drafts.py:_members": "files of JSON come in by `kiosk add` alone",
    "kiosk/store/notes.py:_part": "the names of folders stand in the program",
    "kiosk/store/notes.py:_path": "the names of notes are made by the program, of small letters and digits",
    "kiosk/store/storage.py": "TinyDB's own calls, which no screen makes",
    "kiosk/pages/staff/shelf_asks.py": "says it in the staff's words where it is raised",
    "kiosk/tui/staff/arrivals.py:_read": "says it in the staff's words where it is raised",
    "kiosk/tui/staff/working.py:step": "says it in the staff's words where it is raised",
}
"""Whole packages, files, or functions of a file, with why no English of theirs can reach the desk."""


def refusals(path: str, tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Every refusal that a module makes: where (`kiosk/store/plan.py:_once:190`), and whether the desk can say it."""
    known = _known(tree)
    for function, node, outer in _calls(tree):
        name = name_of(node.func)
        if name in known:
            coded = isinstance(outer, ast.Attribute) and outer.attr == "coded"
            has_problems = name == "BadListing" and len(node.args) == 2
            yield f"{path}:{function}:{node.lineno}", coded or has_problems or name in SAYS_ITSELF


def _known(tree: ast.Module) -> set[str]:
    """The names of refusals in a module: those it imports, and its own children of them."""
    known = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == "Stopped" or (alias.name in FAMILY and f"{node.module}.{alias.name}".startswith(HOMES))
    }
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and {name_of(base) for base in node.bases} & (known | FAMILY):
            known.add(node.name)
    return known


def _calls(tree: ast.AST, function: str = "") -> Iterator[tuple[str, ast.Call, ast.AST]]:
    """Each call with the function it stands in, and what stands around it."""
    for outer in ast.iter_child_nodes(tree):
        inside = outer.name if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef) else function
        if isinstance(outer, ast.Call):
            yield inside, outer, tree
        yield from _calls(outer, inside)


def _reason(where: str) -> str:
    """Under which name it stands among those that never reach the desk; empty for none."""
    file, function, _ = where.rsplit(":", 2)
    names = (*(file[: end.start()] for end in _slashes(file)), file, f"{file}:{function}")
    return next((name for name in names if name in NEVER_AT_THE_DESK), "")


def _slashes(file: str) -> Iterator[re.Match[str]]:
    return re.finditer("/", file)


def test_every_refusal_can_be_said_at_the_desk() -> None:
    found = [each for path, tree in modules() for each in refusals(path, tree)]
    assert len(found) > 200
    assert [where for where, is_said in found if not is_said and not _reason(where)] == []


def test_nothing_is_excused_that_is_not_there() -> None:
    used = {_reason(where) for path, tree in modules() for where, is_said in refusals(path, tree) if not is_said}
    assert set(NEVER_AT_THE_DESK) == used - {""}


@pytest.mark.parametrize(
    "line",
    [
        "from kiosk.domain.errors import Refused\nraise Refused('No.')",
        "from kiosk.domain.errors import NoSuch as Gone\ndef f():\n    return Gone('No.')",
        "from kiosk.domain.errors import KioskError\nclass Mine(KioskError): pass\nraise Mine('No.')",
        "from kiosk.domain.problems import BadListing\nraise BadListing('No.')",
        "from kiosk.domain.errors import Refused\nerror = Refused('No.')\nraise error",
    ],
)
def test_one_without_a_code_is_found(line: str) -> None:
    assert [is_said for _, is_said in refusals("kiosk/x.py", ast.parse(line))] == [False]


@pytest.mark.parametrize(
    "line",
    [
        "from kiosk.domain.errors import Refused\nraise Refused('No.').coded('no')",
        "from kiosk.domain.errors import Busy\nraise Busy('Now.', 'Mary')",
        "from kiosk.domain.problems import BadListing\nraise BadListing('No.', [problem])",
    ],
)
def test_one_with_a_code_is_let_be(line: str) -> None:
    assert [is_said for _, is_said in refusals("kiosk/x.py", ast.parse(line))] == [True]


def test_what_is_another_class_of_that_name_is_let_be() -> None:
    assert not list(refusals("kiosk/x.py", ast.parse("from kiosk.pages.staff.files import Busy\nBusy('Reading')")))
