"""The size and the tone of the program: small files, small classes, every public thing explained, errors named."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.reading import ROOT, modules

FILE, CLASS, FUNCTION = 400, 200, 50
"""The most lines of each."""
BROAD = 2
"""The most places that may catch any error, each with its reason beside it."""
Named = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def definitions(tree: ast.Module) -> Iterator[Named]:
    """Every class and function, those inside others too."""
    return (node for node in ast.walk(tree) if isinstance(node, Named))


def public(node: ast.Module | Named) -> Iterator[Named]:
    """Public classes and functions, and the public methods of public classes."""
    for inner in node.body:
        if isinstance(inner, Named) and not inner.name.startswith("_"):
            yield inner
            if isinstance(inner, ast.ClassDef):
                yield from public(inner)


def lines(node: Named) -> int:
    """How many lines a definition takes."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def broad_excepts(tree: ast.Module) -> Iterator[int]:
    """The lines that catch any error at all."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type
            if caught is None or (isinstance(caught, ast.Name) and caught.id in ("Exception", "BaseException")):
                yield node.lineno


def test_files_classes_and_functions_are_small() -> None:
    large = [
        f"{path}: {node.name} has {lines(node)} lines"
        for path, tree in modules()
        for node in definitions(tree)
        if lines(node) > (CLASS if isinstance(node, ast.ClassDef) else FUNCTION)
    ]
    sizes = {path: len((ROOT / path).read_text("utf-8").splitlines()) for path, _ in modules()}
    assert large == []
    assert {path: size for path, size in sizes.items() if size > FILE} == {}


def test_everything_public_is_explained() -> None:
    silent = [path for path, tree in modules() if not ast.get_docstring(tree)]
    silent += [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in modules()
        for node in public(tree)
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_errors_are_named_where_they_are_caught() -> None:
    broad = [(path, line) for path, tree in modules() for line in broad_excepts(tree)]
    assert len(broad) <= BROAD, broad
    for path, line in broad:
        assert "#" in (ROOT / path).read_text("utf-8").splitlines()[line - 1]


def test_what_is_too_large_silent_or_broad_is_seen() -> None:
    """These tests can fail."""
    tree = ast.parse(
        "class Large:\n" + "    x = 1\n" * 250 + "def f():\n    try:\n        g()\n    except:\n        pass\n"
    )
    assert [lines(node) for node in definitions(tree)] == [251, 5]
    assert [node.name for node in public(tree) if not ast.get_docstring(node)] == ["Large", "f"]
    assert list(broad_excepts(tree)) == [255]
