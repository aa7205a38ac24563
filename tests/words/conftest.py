"""What the tests of words share: the content that ships, and words at a school in Connecticut."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.words import Content, Words, load_content, words_for

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def content() -> Content:
    """The content that ships."""
    return load_content(ROOT / "content")


@pytest.fixture(scope="session")
def english(content: Content) -> Words:
    """English at a school in Connecticut."""
    return words_for(content, "US-CT")("en")


@pytest.fixture(scope="session")
def spanish(content: Content) -> Words:
    """Spanish at a school in Connecticut."""
    return words_for(content, "US-CT")("es")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the content that a test may spoil."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
