"""Merges as a table to read: what both started from, what each made of it, what it comes to and what is asked.

Each document is written without its `id`. A question is `field: (base, mine, theirs)`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.domain.documents import Doc

A, B, C = {"en": "A"}, {"en": "B"}, {"en": "C"}
FIRST, SECOND, THIRD = {"opens_at": "08:00"}, {"opens_at": "09:00"}, {"opens_at": "10:00"}
MAIN, FAX = {"number": "+1", "type": "voice"}, {"number": "988", "type": "fax"}
CLOSED = {"from": "2026-12-09", "to": "2026-12-11", "closed": True}


@dataclass(frozen=True)
class Case:
    """One merge. None for a document: deleted, or not there yet."""

    name: str
    base: Doc | None
    mine: Doc | None
    theirs: Doc | None
    doc: Doc | None
    asks: dict[str, tuple[object, object, object]] = field(default_factory=dict)
    has_base: bool = True


CASES = [
    # one side
    Case("only mine changed", {"email": "a"}, {"email": "b"}, {"email": "a"}, {"email": "b"}),
    Case("only theirs changed", {"email": "a"}, {"email": "a"}, {"email": "b"}, {"email": "b"}),
    Case("both made the same change", {"email": "a"}, {"email": "b"}, {"email": "b"}, {"email": "b"}),
    Case("two fields", {"email": "a", "url": "a"}, {"email": "b", "url": "a"}, {"email": "a", "url": "b"},
         {"email": "b", "url": "b"}),
    Case("one adds, one removes", {"email": "a"}, {"email": "a", "url": "b"}, {}, {"url": "b"}),
    # text, number, boolean: one value
    Case("a text twice", {"email": "a"}, {"email": "b"}, {"email": "c"}, {"email": "c"}, {"email": ("a", "b", "c")}),
    Case("a text that is new twice", {}, {"email": "b"}, {"email": "c"}, {"email": "c"}, {"email": (None, "b", "c")}),
    Case("removed and changed", {"email": "a"}, {}, {"email": "c"}, {"email": "c"}, {"email": ("a", None, "c")}),
    Case("changed and removed", {"email": "a"}, {"email": "b"}, {}, {}, {"email": ("a", "b", None)}),
    Case("a number twice", {"minutes_needed": 5}, {"minutes_needed": 6}, {"minutes_needed": 7}, {"minutes_needed": 7},
         {"minutes_needed": (5, 6, 7)}),
    Case("true is not 1", {"x_n": 1}, {"x_n": True}, {"x_n": 1}, {"x_n": True}),
    Case("true is not 1 in a map", {"x_n": {"a": 1}}, {"x_n": {"a": True}}, {"x_n": {"a": 1}}, {"x_n": {"a": True}}),
    Case("true is not 1 inside", {"x_n": [[1]]}, {"x_n": [[True]]}, {"x_n": [[1]]}, {"x_n": [[True]]}),
    # maps: member by member
    Case("two languages", {"name": A}, {"name": {**A, "es": "B"}}, {"name": {**A, "pt": "C"}},
         {"name": {**A, "es": "B", "pt": "C"}}),
    Case("one language twice", {"name": A}, {"name": B}, {"name": C}, {"name": C}, {"name.en": ("A", "B", "C")}),
    Case("a map that is new twice", {}, {"alert": A}, {"alert": {"es": "B"}}, {"alert": {"en": "A", "es": "B"}}),
    Case("the last member goes, another comes", {"alert": A}, {}, {"alert": {**A, "es": "B"}}, {"alert": {"es": "B"}}),
    Case("a map is removed, a member changed", {"alert": {"en": "A", "es": "B"}}, {}, {"alert": {"en": "A", "es": "C"}},
         {"alert": {"es": "C"}}, {"alert.es": ("B", None, "C")}),
    Case("nothing of a map is left", {"alert": {"en": "A", "es": "B"}}, {"alert": {"en": "A"}}, {"alert": {"es": "B"}},
         {}),
    Case("unknown maps too", {"x_bus": {"a": {"b": 1, "c": 1}}}, {"x_bus": {"a": {"b": 2, "c": 1}}},
         {"x_bus": {"a": {"b": 1, "c": 2}}}, {"x_bus": {"a": {"b": 2, "c": 2}}}),
    Case("unknown names are quoted", {}, {"x_a.b": {"": 1, "0": 1}}, {"x_a.b": {"": 2, "0": 2}},
         {"x_a.b": {"": 2, "0": 2}}, {'"x_a.b".""': (None, 1, 2), '"x_a.b".0': (None, 1, 2)}),
    Case("a text against a map", {"x_a": "t"}, {"x_a": {"b": 1}}, {"x_a": {"c": 1}}, {"x_a": {"c": 1}},
         {"x_a": ("t", {"b": 1}, {"c": 1})}),
    # lists of distinct strings
    Case("words", {"needs": ["a", "b"]}, {"needs": ["b", "m"]}, {"needs": ["t", "a", "b"]}, {"needs": ["t", "b", "m"]}),
    Case("the same word twice", {"needs": ["a"]}, {"needs": ["a", "n"]}, {"needs": ["n", "a"]}, {"needs": ["n", "a"]}),
    Case("all words go, one comes", {"needs": ["a"]}, {}, {"needs": ["a", "t"]}, {"needs": ["t"]}),
    Case("no word is left", {"needs": ["a", "b"]}, {"needs": ["a"]}, {"needs": ["b"]}, {}),
    Case("a word that stands twice: one value", {"needs": ["a"]}, {"needs": ["a", "a"]}, {"needs": ["a", "t"]},
         {"needs": ["a", "t"]}, {"needs": (["a"], ["a", "a"], ["a", "t"])}),
    Case("other lists: one value", {"x_n": [1]}, {"x_n": [1, 2]}, {"x_n": [1, 3]}, {"x_n": [1, 3]},
         {"x_n": ([1], [1, 2], [1, 3])}),
    # lists with ids: item by item
    Case("two phones", {"phones": [MAIN]}, {"phones": [MAIN, {"number": "+2"}]}, {"phones": [FAX, MAIN]},
         {"phones": [FAX, MAIN, {"number": "+2"}]}),
    Case("two members of a phone", {"phones": [MAIN]}, {"phones": [{**MAIN, "extension": "3"}]},
         {"phones": [{**MAIN, "type": "text"}]}, {"phones": [{"number": "+1", "extension": "3", "type": "text"}]}),
    Case("one member of a phone twice", {"phones": [MAIN]}, {"phones": [{**MAIN, "type": "fax"}]},
         {"phones": [{**MAIN, "type": "text"}]}, {"phones": [{**MAIN, "type": "text"}]},
         {"phones[+1].type": ("voice", "fax", "text")}),
    Case("a phone goes, the other changes", {"phones": [MAIN, FAX]}, {"phones": [FAX]},
         {"phones": [MAIN, {**FAX, "extension": "3"}]}, {"phones": [{**FAX, "extension": "3"}]}),
    Case("a phone goes on both sides", {"phones": [MAIN, FAX]}, {"phones": [FAX]},
         {"phones": [{"number": "+2"}, FAX]}, {"phones": [{"number": "+2"}, FAX]}),
    Case("a phone deleted against edited", {"phones": [MAIN]}, {}, {"phones": [{**MAIN, "type": "fax"}]},
         {"phones": [{**MAIN, "type": "fax"}]}, {"phones[+1]": (MAIN, None, {**MAIN, "type": "fax"})}),
    Case("a phone edited against deleted", {"phones": [FAX]}, {"phones": [{**FAX, "type": "tty"}]}, {}, {},
         {'phones["988"]': (FAX, {**FAX, "type": "tty"}, None)}),
    Case("a phone that stands twice: one value", {"phones": [MAIN]}, {"phones": [MAIN, MAIN]}, {"phones": [MAIN, FAX]},
         {"phones": [MAIN, FAX]}, {"phones": ([MAIN], [MAIN, MAIN], [MAIN, FAX])}),
    Case("exceptions by their days", {"schedule_exceptions": [CLOSED]},
         {"schedule_exceptions": [{**CLOSED, "reason": A}]}, {"schedule_exceptions": [{**CLOSED, "reason": B}]},
         {"schedule_exceptions": [{**CLOSED, "reason": B}]},
         {"schedule_exceptions[2026-12-09/2026-12-11].reason.en": (None, "A", "B")}),
    Case("exceptions of other days", {}, {"schedule_exceptions": [CLOSED]},
         {"schedule_exceptions": [{**CLOSED, "to": "2026-12-10"}]},
         {"schedule_exceptions": [{**CLOSED, "to": "2026-12-10"}, CLOSED]}),
    Case("unknown lists by id", {"x_r": [{"id": "a"}]}, {"x_r": [{"id": "a", "v": 1}]}, {"x_r": [{"id": "a", "w": 2}]},
         {"x_r": [{"id": "a", "v": 1, "w": 2}]}),
    Case("any sign may stand in an id", {}, {"x_r": [{"id": "a/b", "v": 1}]}, {"x_r": [{"id": "a/b", "w": 2}]},
         {"x_r": [{"id": "a/b", "v": 1, "w": 2}]}),
    Case("an empty id: one value", {}, {"x_r": [{"id": "", "v": 1}]}, {"x_r": [{"id": "", "w": 2}]},
         {"x_r": [{"id": "", "w": 2}]}, {"x_r": (None, [{"id": "", "v": 1}], [{"id": "", "w": 2}])}),
    Case("days that could be read in two ways: one value", {}, {"schedule_exceptions": [{"from": "a/b", "to": "c"}]},
         {"schedule_exceptions": [{"from": "a", "to": "b/c"}]}, {"schedule_exceptions": [{"from": "a", "to": "b/c"}]},
         {"schedule_exceptions": (None, [{"from": "a/b", "to": "c"}], [{"from": "a", "to": "b/c"}])}),
    Case("an id that is no text: one value", {}, {"x_r": [{"id": 1, "v": 1}]}, {"x_r": [{"id": 1, "w": 2}]},
         {"x_r": [{"id": 1, "w": 2}]}, {"x_r": (None, [{"id": 1, "v": 1}], [{"id": 1, "w": 2}])}),
    # one value: half of it would be wrong
    Case("hours", {"schedules": [FIRST]}, {"schedules": [FIRST, SECOND]}, {"schedules": [FIRST, THIRD]},
         {"schedules": [FIRST, THIRD]}, {"schedules": ([FIRST], [FIRST, SECOND], [FIRST, THIRD])}),
    Case("hours whose rows have ids", {}, {"schedules": [{"id": "a"}]}, {"schedules": [{"id": "b"}]},
         {"schedules": [{"id": "b"}]}, {"schedules": (None, [{"id": "a"}], [{"id": "b"}])}),
    Case("an address", {"location": {"room": "1"}}, {"location": {"room": "2", "address": {"city": "A"}}},
         {"location": {"room": "1", "address": {"address_1": "B"}}},
         {"location": {"room": "2", "address": {"address_1": "B"}}},
         {"location.address": (None, {"city": "A"}, {"address_1": "B"})}),
    Case("half a point on each side", {"location": {"latitude": 1, "longitude": 1}},
         {"location": {"latitude": 2, "longitude": 1, "room": "1"}}, {"location": {"latitude": 1, "longitude": 2}},
         {"location": {"latitude": 1, "longitude": 2, "room": "1"}},
         {"location.latitude+longitude": ({"latitude": 1, "longitude": 1}, {"latitude": 2, "longitude": 1},
                                          {"latitude": 1, "longitude": 2})}),
    Case("a point on one side", {"location": {"latitude": 1, "longitude": 1}}, {"location": {"room": "1"}},
         {"location": {"latitude": 1, "longitude": 1, "name": "A"}}, {"location": {"room": "1", "name": "A"}}),
    # who checked it, and when
    Case("checked later by me", {"assured_date": "2026-11-02", "assurer": "joe"},
         {"assured_date": "2026-11-20", "assurer": "mary"}, {"assured_date": "2026-11-10", "assurer": "joe"},
         {"assured_date": "2026-11-20", "assurer": "mary"}),
    Case("checked later by them", {}, {"assured_date": "2026-11-09"}, {"assured_date": "2026-11-10", "assurer": "joe"},
         {"assured_date": "2026-11-10", "assurer": "joe"}),
    Case("unchecked against checked", {"assured_date": "2026-11-02"}, {}, {"assured_date": "2026-11-10"},
         {"assured_date": "2026-11-10"}),
    Case("checked on one day by two", {"assured_date": "2026-11-02"}, {"assured_date": "2026-11-20", "assurer": "mary"},
         {"assured_date": "2026-11-20", "assurer": "joe"}, {"assured_date": "2026-11-20", "assurer": "joe"},
         {"assured_date+assurer": ({"assured_date": "2026-11-02"}, {"assured_date": "2026-11-20", "assurer": "mary"},
                                   {"assured_date": "2026-11-20", "assurer": "joe"})}),
    Case("only in the listing itself are they a pair", {"x_a": {"assured_date": "1"}},
         {"x_a": {"assured_date": "1", "assurer": "mary"}}, {"x_a": {"assured_date": "2"}},
         {"x_a": {"assured_date": "2", "assurer": "mary"}}),
    # a number is for life
    Case("two numbers", {}, {"number": 101}, {"number": 102}, {"number": 102}),
    Case("a number that one side was given", {"number": 101}, {"number": 105}, {"number": 101}, {"number": 105}),
    Case("another thing's number", {}, {"x_a": {"number": 1}}, {"x_a": {"number": 2}}, {"x_a": {"number": 2}},
         {"x_a.number": (None, 1, 2)}),
    # deleted
    Case("both deleted it", {"email": "a"}, None, None, None),
    Case("mine deleted it, theirs left it", {"email": "a"}, None, {"email": "a"}, None),
    Case("theirs deleted it, mine left it", {"email": "a"}, {"email": "a"}, None, None),
    Case("deleted against edited", {"email": "a"}, None, {"email": "b"}, {"email": "b"},
         {"": ({"email": "a"}, None, {"email": "b"})}),
    Case("edited against deleted", {"email": "a"}, {"email": "b"}, None, None,
         {"": ({"email": "a"}, {"email": "b"}, None)}),
    Case("only mine has it", None, {"email": "a"}, None, {"email": "a"}),
    Case("only theirs has it", None, None, {"email": "a"}, {"email": "a"}),
    Case("both made it", None, {"email": "a", "needs": ["m"]}, {"email": "b", "needs": ["t"]},
         {"email": "b", "needs": ["t", "m"]}, {"email": (None, "a", "b")}),
    # the base was not kept
    Case("without a base", None, {"email": "a", "name": A, "number": 101, "url": "a"},
         {"name": {**A, "es": "B"}, "number": 102, "needs": ["t"], "url": "a"},
         {"name": {**A, "es": "B"}, "number": 102, "needs": ["t"], "url": "a"},
         {"email": (None, "a", None), "name": (None, A, {**A, "es": "B"}), "needs": (None, None, ["t"])},
         has_base=False),
    Case("without a base, pairs are one value", None, {"assured_date": "2026-11-20"}, {"assured_date": "2026-11-10"},
         {"assured_date": "2026-11-10"},
         {"assured_date+assurer": (None, {"assured_date": "2026-11-20"}, {"assured_date": "2026-11-10"})},
         has_base=False),
    Case("without a base, deleted", {"email": "a"}, None, {"email": "a"}, {"email": "a"},
         {"": (None, None, {"email": "a"})}, has_base=False),
    Case("without a base, nobody knows that mine is untouched", {"email": "a"}, {"email": "a"}, {"email": "b"},
         {"email": "b"}, {"email": (None, "a", "b")}, has_base=False),
    Case("without a base, both alike", None, {"email": "a"}, {"email": "a"}, {"email": "a"}, has_base=False),
]  # fmt: skip
