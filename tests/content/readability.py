"""How hard a text is to read: Flesch-Kincaid grade for English, Fernández Huerta ease for Spanish.

Both need words, sentences and syllables. Syllables are counted by rules of spelling; `_ENGLISH` lists only words that
the rules truly get wrong. A number, a web address and a `{place}` for a value count as one word of one syllable: they
are seen, not read. So do the names in `NAMES`, each with its reason, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NAMES = {
    "connecticut": "the state's name",
    "hartford": "a city",
    "haven": "a city, New Haven",
    "london": "a city, New London",
    "waterbury": "a city",
    "español": "a language's own name",
    "spanish": "a language",
    "english": "a language",
    "inglés": "a language",
    "husky": "the state's health plan, printed on the family's card",
    "snap": "the food program, as its card says",
    "wic": "the food program, as its card says",
    "ebt": "the card's name",
    "iep": "the plan's name at school, always said beside its words",
    "emps": "the team's old name, which families still ask for",
    "pbis": "the program's name",
    "ged": "the test's name",
    "mckinney": "the law's name",
    "vento": "the law's name",
    "thanksgiving": "a holiday",
    "juneteenth": "a holiday",
    "indigenous": "a holiday, Indigenous Peoples' Day",
    "independence": "a holiday, Independence Day",
    "memorial": "a holiday, Memorial Day",
    "kiosk": "the program's own name, for staff",
    "monday": "a day",
    "tuesday": "a day",
    "wednesday": "a day",
    "thursday": "a day",
    "friday": "a day",
    "saturday": "a day",
    "sunday": "a day",
    "wi-fi": "printed so on every box",
    "internet": "known by this word in both languages",
    "pre-k": "the class's name",
    "laptop": "a Spanish reader knows it by this word",
}
"""Words that are names: each counts as one syllable, for this reason."""

_ENGLISH = {
    "anyone": 3,
    "area": 3,
    "areas": 3,
    "behavior": 3,
    "behavioral": 4,
    "business": 2,
    "coordination": 5,
    "create": 2,
    "diaper": 2,
    "diapers": 2,
    "diet": 2,
    "dryer": 2,
    "elses": 2,
    "evening": 2,
    "evenings": 2,
    "every": 2,
    "everyone": 3,
    "everything": 3,
    "everybody": 4,
    "hour": 1,
    "hours": 1,
    "hundred": 2,
    "idea": 3,
    "ideas": 3,
    "liaison": 3,
    "million": 2,
    "naked": 2,
    "poem": 2,
    "quiet": 2,
    "quietly": 3,
    "recipe": 3,
    "science": 2,
    "suicide": 3,
    "theater": 3,
    "vegetable": 3,
    "vegetables": 3,
}
"""Words that the rules below count wrong."""

_SILENT_INSIDE = re.compile(
    r"(?<=[^aeiouy])e(?=(?:ly|ful|less|ment|ness|thing|times?|where|body)$)"
    r"|(?<=^hom)e(?=[^aeiouy])|(?<=^som)e(?=[^aeiouy])|(?<=^car)e(?=[^aeiouydr])|(?<=^saf)e(?=[^aeiouyr])"
    r"|(?<=^lif)e(?=[^aeiouyr])|(?<=^tim)e(?=[^aeiouydr])|(?<=^hous)e(?=[^aeiouyds])|(?<=^not)e(?=b)"
)
"""An `e` that falls silent where two words or an ending meet: `something`, `homework`, `useful`."""

_SILENT_ENDS = (
    re.compile(r"[^aeiouy](?<![^aeiouyl]l)e$"),
    re.compile(r"[^aeiouysxzcg](?<![cs]h)(?<![^aeiouyl]l)es$"),
    re.compile(r"[^aeiouytd]ed$"),
)
"""Endings whose `e` is silent: `place`, `rules`, `helped`; but not `table`, `classes`, `needed`."""

_TWO_VOWELS = re.compile(
    r"(?<![ctsg])ia|(?<![ctsgx])io|iu|eo$|eos$|(?<=[^aeiouqg])ua(?=[lrt])|(?<=[^aeiouy])ier$|(?<=[^aeiouy])iest$"
    r"|[aeiouy]ing$|(?<=[^aeiouy])ying$|ism$"
)
"""Vowels that stand together and are said apart: `media`, `period`, `usual`, `easier`, `trying`."""


def english_syllables(word: str) -> int:
    """How many syllables an English word has, by its spelling."""
    if "-" in word:
        return sum(english_syllables(part) for part in word.split("-") if part)
    whole = word.lower()
    letters = re.sub(r"[^a-z]", "", whole)
    if letters in _ENGLISH:
        return _ENGLISH[letters]
    if len(letters) > 4 and whole.endswith("'s"):
        letters = letters[:-1]
    letters = _SILENT_INSIDE.sub("", letters)
    count = len(re.findall(r"[aeiouy]+", letters[1:] if letters.startswith("y") else letters))
    if any(ending.search(letters) for ending in _SILENT_ENDS):
        count -= 1
    count += len(_TWO_VOWELS.findall(letters))
    if re.search(r"[^aeiouyr]n't$", whole):
        count += 1
    return max(count, 1)


def spanish_syllables(word: str) -> int:
    """How many syllables a Spanish word has: one for each strong vowel, one for weak vowels that stand alone."""
    letters = re.sub(r"y(?![aeiouáéíóú])", "i", word.lower())
    letters = re.sub(r"(?<=q)u|(?<=g)u(?=[eiéí])", "", letters)
    count = 0
    for group in re.findall(r"[aeiouáéíóúü]+", letters):
        count += max(len(re.findall(r"[aeoáéíóú]", group)), 1)
    return max(count, 1)


_ADDRESS = re.compile(r"\b(?:https?://)?(?:[\w-]+\.)+(?:org|com|gov|net)(?:/\S*)?")
_PLACE = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SEEN = re.compile(r"[$+#]?\d[\w:.,/%-]*")
_END = re.compile(r"[.!?…]+(?=\s|$|[”\"')])|\n+")
_TIME = re.compile(r"\b\d{1,2}(?::\d\d)?\s?[apAP]\.?\s?[mM]\b\.?(?P<ends>\s+(?=[A-ZÁÉÍÓÚÑ¿¡])|$)?")
"""`6:00 p. m.`: one word, and its last dot may end the sentence."""
_ABBREVIATIONS = re.compile(r"\b(?:No\.|Núm\.|St\.|Ave\.|U\.S\.|EE\. ?UU\.)")


def sentences(text: str) -> list[list[str]]:
    """The sentences of a text as lists of words; what is only seen (numbers, addresses, places) stands as `0`."""
    text = _PLACE.sub(" 0 ", _ADDRESS.sub(" 0 ", text))
    text = _TIME.sub(lambda time: " 0 " if time["ends"] is None else " 0. ", text)
    text = _ABBREVIATIONS.sub(" 0 ", text)
    found = []
    for part in _END.split(text):
        words = [match.group() for match in re.finditer(f"{_SEEN.pattern}|{_WORD.pattern}", part)]
        if words:
            found.append(["0" if _SEEN.fullmatch(word) else word for word in words])
    return found


def word_count(text: str) -> int:
    """How many words a text has."""
    return sum(len(sentence) for sentence in sentences(text))


def longest_sentence(text: str) -> int:
    """How many words the longest sentence of a text has."""
    return max((len(sentence) for sentence in sentences(text)), default=0)


def _syllables(words: Iterable[str], language: str) -> int:
    count = english_syllables if language == "en" else spanish_syllables
    return sum(1 if word == "0" or word.lower() in NAMES else count(word) for word in words)


def grade(texts: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of English texts read one after the other (Kincaid and others, 1975)."""
    every = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in every for word in sentence]
    return 0.39 * len(words) / len(every) + 11.8 * _syllables(words, "en") / len(words) - 15.59


def ease(texts: Iterable[str]) -> float:
    """The Fernández Huerta ease of Spanish texts (1959), with words a sentence as it was meant: 70 is plain."""
    every = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in every for word in sentence]
    return 206.84 - 60 * _syllables(words, "es") / len(words) - 1.02 * len(words) / len(every)
