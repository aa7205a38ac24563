"""The domain is pure: no files, no clock. What a line of it may not do is shown on lines that do it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.reading import imported, modules, name_of

NO_IMPORTS = ("os", "io", "pathlib", "time", "logging", "random", "socket", "subprocess", "sqlite3", "secrets", "uuid")
NO_CALLS = {
    "open", "input", "print", "eval", "exec", "datetime.now", "datetime.today", "datetime.utcnow", "date.today",
}  # fmt: skip


def impure(tree: ast.AST) -> Iterator[str]:
    """Each line that reads a clock or touches the world."""
    for line, name in imported(tree):
        if name.split(".")[0] in NO_IMPORTS:
            yield f"{line}: imports {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in NO_CALLS:
            yield f"{node.lineno}: calls {name_of(node.func)}"


def test_the_domain_touches_no_file_and_no_clock() -> None:
    assert [f"{path}:{found}" for path, tree in modules("kiosk/domain") for found in impure(tree)] == []


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "from pathlib import Path",
        "import time as t",
        "open('x')",
        "datetime.datetime.now()",
        "date.today()",
    ],
)
def test_what_is_not_pure_is_found(line: str) -> None:
    assert list(impure(ast.parse(line)))


@pytest.mark.parametrize("line", ["from datetime import date, time", "now.date()", "opening.open_at(now)"])
def test_what_is_pure_is_let_be(line: str) -> None:
    assert not list(impure(ast.parse(line)))
