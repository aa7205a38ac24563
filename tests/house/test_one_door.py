"""Words reach the screen through one door, `kiosk/tui/plain.py`: nothing else there makes content from a string.

Textual reads a plain string as markup wherever a stock widget, a title, a tooltip or a message takes one.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.reading import imported, modules, name_of

DOOR = "kiosk/tui/plain.py"
RESTYLES = "kiosk/tui/themes.py"
"""Changes the colours of what is already drawn, so it takes segments apart and puts them together again."""
FIELD = "kiosk/tui/widgets/text_field.py"
"""Staff type in Textual's own field, which draws what is in it literally (`tests/tui/staff/test_text_field.py`)."""
NO_IMPORTS = (
    "textual.widgets",
    "textual.markup",
    "rich.text",
    "rich.markup",
    "rich.console",
    "rich.panel",
    "rich.table",
)
NO_CALLS = {
    "Content",
    "Content.from_markup",
    "Content.assemble",
    "Content.styled",
    "Content.from_text",
    "Text",
    "Strip",
}
NO_METHODS = {"notify", "bell", "from_markup", "copy_to_clipboard", "open_url"}
NO_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "help"}


def doors(tree: ast.AST) -> Iterator[str]:
    """Each line where a string could become content another way."""
    for line, name in imported(tree):
        if name.startswith(NO_IMPORTS) or name == "rich.segment.Segment":
            yield f"{line}: imports {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = name_of(node.func)
            if name in NO_CALLS or name.rpartition(".")[2] in NO_METHODS:
                yield f"{node.lineno}: calls {name}"
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Attribute | ast.Name) and name_of(target).rpartition(".")[2] in NO_ATTRIBUTES:
                    yield f"{node.lineno}: sets {name_of(target)}"
        elif isinstance(node, ast.FunctionDef) and node.name == "render" and name_of(node.returns or node) == "str":
            yield f"{node.lineno}: draws a plain string"


def test_words_reach_the_screen_through_one_door() -> None:
    found = [
        f"{path}:{line}"
        for path, tree in modules("kiosk/tui")
        if path != DOOR
        for line in doors(tree)
        if not (path == RESTYLES and "rich.segment.Segment" in line)
        and not (path == FIELD and "imports textual.widgets.Input" in line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "from textual.widgets import Static",
        "from rich.text import Text",
        "from rich.segment import Segment",
        "Content(name)",
        "Content.from_markup('[b]x[/b]')",
        "self.notify(name)",
        "self.app.notify(name)",
        "tile.border_title = name",
        "self.tooltip = name",
        "def render(self) -> str: return self.name",
    ],
)
def test_another_door_is_found(line: str) -> None:
    assert list(doors(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    ["from textual.content import Content", "def render(self) -> Content: return line(self.name)", "line(name)"],
)
def test_the_door_itself_is_let_be(line: str) -> None:
    assert not list(doors(ast.parse(line)))
