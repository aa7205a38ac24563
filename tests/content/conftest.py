"""What the tests of content share."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.words.content import Content, load_content


@pytest.fixture(scope="session")
def content() -> Content:
    """The content that ships, read as the program reads it: a key that no type knows is refused."""
    return load_content(Path(__file__).parents[2] / "content")
