"""Which needs and supports a query means."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.needs import CenterPart, Need, RightsCard, Support
from kiosk.services.concepts import Concept, Concepts, stem
from tests.services.schools import FewWords

SUPPORT = Support(
    id="pbis",
    order=1,
    name={"en": "Kind and safe school"},
    formal_name={"en": "Positive Behavior Interventions and Supports"},
    pictogram="school",
    what={},
    who={},
    cost={},
    helps_with={},
    how_to_ask={},
    say={},
    checked=date(2026, 11, 23),
)
CARD = RightsCard(
    id="home",
    order=1,
    name={"en": "In a motel?"},
    short={},
    formal_name={"en": "McKinney-Vento"},
    pictogram="house",
    lead={},
    facts=(),
    ask={},
    say={},
    needs=("shelter", "gone"),
)
FEW = CenterPart(id="training", name={"en": "New parents"}, what={}, needs=("home-visits", "gone"))
NEARLY_ALL = CenterPart(id="all", name={"en": "All there is"}, what={}, needs=("pantry", *(f"n{n}" for n in range(10))))
WORDS = FewWords(
    needs=(
        Need(id="basic", name={"en": "Food, clothes, home", "es": "Comida, ropa, casa"}),
        Need(id="pantry", parent="basic", name={"en": "Food pantry", "es": "Despensa"}),
        Need(id="shelter", parent="basic", name={"en": "A safe place", "es": "Refugio"}),
        Need(id="home-visits", parent="basic", name={"en": "Home visits"}),
        Need(id="lights", parent="basic", name={"en": "Light bill", "es": "Cuenta de luz"}),
    ),
    supports=(SUPPORT,),
    rights=(CARD,),
    parts=(FEW, NEARLY_ALL),
    synonyms={
        "lights cut off": ("lights",),
        "corte de luz": ("lights",),
        "living in a car": ("home",),
        "bullying": ("pbis", "no-such-id"),
        "niñez": ("pantry",),
        "families in training": ("training",),
        "resources": ("all",),
    },
)
CONCEPTS = Concepts(WORDS)


def best(*said: tuple[str, ...]) -> str:
    """The id of the concept that is meant most."""
    meant = CONCEPTS.meant(said)
    return max(meant, key=lambda concept: meant[concept]).id


def test_a_whole_phrase_in_any_order_and_number() -> None:
    meant = CONCEPTS.meant([("light",), ("cut",), ("off",)])
    assert meant[Concept("need", "lights")] == 1.0
    assert CONCEPTS.meant([("off",), ("light",), ("cut",)]) == meant


def test_a_phrase_is_worth_the_part_of_the_query_it_explains() -> None:
    whole = CONCEPTS.meant([("bullying",)])[Concept("support", "pbis")]
    part = CONCEPTS.meant([("bullying",), ("luz",)])[Concept("support", "pbis")]
    assert 0 < part < whole == 1.0


def test_formal_names_plain_names_and_both_languages() -> None:
    assert best(("behavior",)) == "pbis"
    assert best(("kind",)) == "pbis"
    assert best(("refugio",)) == "shelter"
    assert best(("pantr*",)) == "pantry"


def test_one_word_of_a_tiles_list_does_not_mean_the_whole_tile() -> None:
    meant = CONCEPTS.meant([("food",)])
    assert meant[Concept("need", "pantry")] > meant[Concept("need", "basic")]


def test_a_rights_card_leads_to_the_needs_behind_it() -> None:
    assert best(("living",), ("car",)) == "shelter"
    assert best(("motel",)) == best(("mckinney",)) == "shelter"


def test_a_part_of_a_center_leads_to_its_needs_unless_it_has_nearly_all() -> None:
    assert best(("families",), ("training",)) == "home-visits"
    assert CONCEPTS.meant([("resources",)]) == {}


def test_nothing_meant() -> None:
    assert CONCEPTS.meant([]) == {}
    assert CONCEPTS.meant([("zebra",)]) == {}


def test_words_are_shown_with_their_accents() -> None:
    assert CONCEPTS.spelled["ninez"] == "niñez"
    assert CONCEPTS.spelled["clothes"] == "clothes"


@pytest.mark.parametrize(
    ("one", "many"),
    [("diaper", "diapers"), ("baby", "babies"), ("box", "boxes"), ("lunch", "lunches"), ("class", "classes")],
)
def test_a_plural_has_the_stem_of_its_singular(one: str, many: str) -> None:
    assert stem(one) == stem(many) == one


def test_short_words_have_no_plural() -> None:
    assert stem("bus") == "bus"
