"""Search over a few listings that say all that matters, and over whole sentences of strange input."""

from __future__ import annotations

import gc
from dataclasses import replace
from types import FunctionType, ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.kept import Kept, Snapshot
from kiosk.domain.listing import Listing, Organization
from kiosk.services import fulltext
from kiosk.services.directory import Directory
from kiosk.services.search import Found, Search
from tests.services.schools import (
    ALL_DAY,
    CALENDAR,
    HERE,
    NEEDS,
    NOW,
    ZONE,
    FewWords,
    content,
    directory,
    hours,
    kepts,
    sample_directory,
)

WORDS = FewWords(synonyms={"lonche": ("free-meals",), "diapers": ("coats",), "hungry kids": ("food",)})
MEALS = Listing(id="meals", number=215, name={"en": "School meals"}, needs=("free-meals",), schedules=ALL_DAY)
CLUB = Listing(
    id="club",
    number=305,
    name={"en": "Chess club", "es": "Club de ajedrez"},
    description={"en": "Learn to play."},
    organization=Organization(name="Maple Library"),
    needs=("clubs",),
    schedules=ALL_DAY,
)
COATS = Listing(id="coats", name={"en": "Warm coats"}, needs=("coats",), schedules=hours("17:00", "18:00"))


def search(*listings: Listing) -> Search:
    """A search over these listings."""
    return Search(directory(*listings), WORDS)


def found(text: str, *listings: Listing, language: str = "en") -> list[str]:
    """The ids that a text finds, best first."""
    return [hit.kept.id for hit in search(*listings).find(text, language, NOW).hits]


def test_by_name_description_organization_and_in_both_languages() -> None:
    for text in ("chess", "CHESS", "learn", "maple library", "ajedrez", "Ches"):
        assert found(text, MEALS, CLUB, COATS) == ["club"], text


def test_what_families_call_it_finds_listings_that_do_not_say_so() -> None:
    assert found("lonche", MEALS, CLUB, COATS, language="es") == ["meals"]
    assert found("hungry kids", MEALS, CLUB, COATS) == ["meals"]


def test_a_slip_is_mended_and_shown() -> None:
    answer = search(MEALS, CLUB, COATS).find("dipers", "en", NOW)
    assert [hit.kept.id for hit in answer.hits] == ["coats"]
    assert answer.corrected == "diapers"
    assert search(MEALS, CLUB, COATS).find("diapers", "en", NOW).corrected == ""
    assert search(MEALS, CLUB).find("ajedres para mi", "es", NOW).corrected == ""
    assert search(MEALS, CLUB).find("chess ajedrxz", "es", NOW).corrected == "chess ajedrez"


def test_nothing_is_found_for_what_nobody_offers() -> None:
    assert search(MEALS).find("submarine", "en", NOW) == Found((), "", 0)
    assert search().find("food", "en", NOW) == Found((), "", 0)


def test_a_number_finds_its_listing_first_but_not_a_hidden_one() -> None:
    other = replace(COATS, name={"en": "Room 305"})
    hidden = replace(MEALS, id="hidden", number=400, status="inactive")
    assert found("305", other, CLUB)[0] == "club"
    assert found("No. 305", CLUB) == ["club"]
    assert found("400", hidden, CLUB) == []
    assert found("meals", hidden, CLUB) == []


def test_alike_in_relevance_what_can_be_used_now_comes_first() -> None:
    closed = Listing(id="a", name={"en": "Coats"}, schedules=hours("17:00", "18:00"))
    is_open = Listing(id="b", name={"en": "Coats"}, schedules=ALL_DAY)
    at_school = Listing(id="c", name={"en": "Coats"}, schedules=ALL_DAY, location=HERE)
    assert found("coats", closed, is_open, at_school) == ["c", "b", "a"]


def test_relevance_comes_before_what_can_be_used_now() -> None:
    named = Listing(id="named", name={"en": "Swim lessons"}, schedules=hours("17:00", "18:00"))
    mentions = Listing(id="mentions", name={"en": "Camp"}, description={"en": "Games. We swim."}, schedules=ALL_DAY)
    assert found("swim", mentions, named, CLUB, MEALS)[0] == "named"


def test_all_the_words_before_some_of_them() -> None:
    both = Listing(id="both", name={"en": "Math club"})
    one, other = Listing(id="one", name={"en": "Math"}), Listing(id="other", name={"en": "Club"})
    assert found("math club", one, other, both)[0] == "both"


def test_the_familys_language_and_english_before_other_languages() -> None:
    english = Listing(id="english", name={"en": "Pan lessons"})
    spanish = Listing(id="a-spanish", name={"en": "Bakery", "es": "Pan dulce"})
    far = Listing(id="far", name={"en": "Bread", "qu": "Pan"})
    assert found("pan", english, spanish, MEALS, CLUB)[0] == "english"
    assert found("pan", english, spanish, MEALS, CLUB, language="es")[0] == "a-spanish"
    assert found("pan", far, MEALS, CLUB) == ["far"]


def test_a_limit_still_says_how_many_there_are() -> None:
    many = [Listing(id=f"l{number}", name={"en": "Coats"}) for number in range(7)]
    answer = search(*many).find("coats", "en", NOW, limit=3)
    assert (len(answer.hits), answer.total) == (3, 7)


@pytest.mark.parametrize("text", ["c", "co", "chess club", "a", "food for my kids", "dipers", "214"])
def test_a_limit_leaves_the_first_as_they_are(text: str) -> None:
    every = SHARED.find(text, "en", NOW)
    for limit in (0, 1, 3, 8, 1_000):
        first = SHARED.find(text, "en", NOW, limit=limit)
        assert first == Found(every.hits[:limit], every.corrected, every.total)


def test_where_thousands_hold_a_word_the_last_that_came_counts_like_the_first() -> None:
    many = [Listing(id=f"l{number}", name={"en": "Warm coats"}, schedules=ALL_DAY) for number in range(1_200)]
    last = Listing(id="last", name={"en": "Coats, coats, coats"}, schedules=ALL_DAY)
    assert found("coats", *many, last)[0] == "last"
    assert found("coats coat", *many, last)[0] == "last"


def test_a_changed_listing_is_found_as_it_is_now() -> None:
    snapshots = [Snapshot(1, kepts(MEALS, CLUB, COATS))]
    school = Directory(lambda: snapshots[-1], lambda: CALENDAR, ZONE, NEEDS)
    finder = Search(school, WORDS)
    finder.warm()
    assert [hit.kept.id for hit in finder.find("chess", "en", NOW).hits] == ["club"]
    renamed = Kept(replace(CLUB, name={"en": "Go club"}), "2-x")
    added = Kept(Listing(id="new", name={"en": "Chess night"}), "1-n")
    snapshots.append(Snapshot(2, {"club": renamed, "meals": snapshots[0].listings["meals"], "new": added}))
    assert [hit.kept.id for hit in finder.find("chess", "en", NOW).hits] == ["new"]
    assert finder.find("go club", "en", NOW).hits[0].kept is renamed
    assert finder.find("coats", "en", NOW).hits == ()


def test_without_fts5_it_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fulltext, "has_full_text", lambda: False)
    assert found("chess", MEALS, CLUB, COATS) == ["club"]
    assert found("dipers", MEALS, CLUB, COATS) == ["coats"]
    assert found("maple ches", MEALS, CLUB, COATS) == ["club"]


@pytest.mark.parametrize("typed", ["clinica", "CLINICA", "clínica", "clinicá"])
@pytest.mark.parametrize("words", [WORDS, content()], ids=["few words", "all that ships"])
def test_accents_never_matter(typed: str, words: FewWords) -> None:
    """Families do not type accents, and a kiosk's keyboard makes it hard (huridocs/uwazi#3213, docsify#1405)."""
    school = directory(
        Listing(id="clinic", name={"es": "Clínica de vacunas"}),
        Listing(id="childhood", name={"es": "Niñez temprana"}),
        Listing(id="adults", name={"es": "Educación para adultos"}),
        Listing(id="care", name={"ht": "Garderi pou timoun piti"}),
    )
    finder = Search(school, words)

    def first(text: str) -> str:
        return finder.find(text, "es", NOW).hits[0].kept.id

    assert first(typed) == "clinic"
    assert {first(text) for text in ("ninez", "NIÑEZ", "niñez", "nines")} == {"childhood"}
    assert {first(text) for text in ("educacion", "educación", "adultós", "adultos")} == {"adults"}
    assert {first(text) for text in ("garderi", "Gardéri", "timoun")} == {"care"}
    with_accents, without = (finder.find(text, "es", NOW) for text in ("educación", "educacion"))
    assert with_accents == without


SHARED = Search(sample_directory(), content())


@given(
    st.text(max_size=60) | st.sampled_from(['"', "'", "*", "a*", '"a', "NEAR(a b)", "a OR", "AND", "^a", "-a", "a:b"])
)
def test_no_input_is_an_error(text: str) -> None:
    answer = SHARED.find(text, "en", NOW)
    assert answer.total >= len(answer.hits)
    assert list(answer.hits) == list(SHARED.find(text, "en", NOW).hits), "the same question has the same answer"


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "food\x00",
        "🙂",
        "食べ物",
        "\ud800",
        "a" * 10_000,
        "food " * 2_000,
        "'; DROP TABLE texts; --",
        "%",
        "\\",
        "ß",
    ],
)
def test_no_strange_input_is_an_error(text: str) -> None:
    SHARED.find(text, "es", NOW)
    assert SHARED.find("food", "en", NOW).hits


def test_nothing_that_was_typed_is_kept() -> None:
    secret = "qwxsecret"
    SHARED.find(f"{secret} counselor", "en", NOW)
    assert not [text for text in _strings_held_by(SHARED) if secret in text]


def test_what_is_sensitive_is_found_like_all_else() -> None:
    private = replace(CLUB, id="private", sensitive=True)
    assert found("chess", private, MEALS) == ["private"]


def _strings_held_by(root: object) -> list[str]:
    """Every string that can be reached from an object, but for code."""
    seen: set[int] = set()
    texts: list[str] = []
    left = [root]
    while left:
        each = left.pop()
        if id(each) in seen or isinstance(each, (type, ModuleType, FunctionType)):
            continue
        seen.add(id(each))
        if isinstance(each, str):
            texts.append(each)
        left.extend(gc.get_referents(each))
    assert len(texts) > 1_000, "the walk reaches the index"
    return texts
