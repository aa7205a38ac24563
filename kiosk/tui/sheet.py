"""The style sheet: every source is parsed once, where Textual parses all of them a second time before it starts.

What rules have in common is kept once: most name the same few kinds of widgets, and have no more to say of them.
"""

from __future__ import annotations

from typing import Any, TypeVar

from textual.css.model import RuleSet, Selector
from textual.css.stylesheet import Stylesheet

Part = TypeVar("Part")
_NO_ERRORS: list[Any] = []
"""The errors of every rule that was gone through."""


class Sheet(Stylesheet):
    """Sources and the rules in them. A change of theme, which changes what they say, has them parsed anew."""

    def reparse(self) -> None:
        """Read what is not read yet: `set_variables`, which comes before it, has forgotten what variables changed."""
        self.parse()

    def parse(self) -> None:
        """Read what is not read yet, and let its rules share what they have in common."""
        super().parse()
        parts: dict[object, Any] = {}
        for rule in self._rules:
            if rule.errors is not _NO_ERRORS:
                _share(rule, parts)


def _share(rule: RuleSet, parts: dict[object, Any]) -> None:
    """Put the first part that says the same in the place of each of a rule's: nothing changes them once parsed."""

    def one(says: object, part: Part) -> Part:
        first: Part = parts.setdefault(says, part)
        return first

    def shared(selector: Selector) -> Selector:
        pseudo = selector.pseudo_classes = one(frozenset(selector.pseudo_classes), selector.pseudo_classes)
        kind = (selector.name, selector.combinator, selector.type)
        return one((*kind, *sorted(pseudo), selector.specificity, selector.advance), selector)

    rule.errors = _NO_ERRORS
    rule.selector_names = one(frozenset(rule.selector_names), rule.selector_names)
    rule.pseudo_classes = one(frozenset(rule.pseudo_classes), rule.pseudo_classes)
    rule.styles.important = one(frozenset(rule.styles.important), rule.styles.important)
    for selectors in rule.selector_set:
        selectors.selectors = list(map(shared, selectors.selectors))
