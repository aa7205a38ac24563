"""The style sheet: every source is parsed once, where Textual parses all of them a second time before it starts."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class Sheet(Stylesheet):
    """Sources and the rules in them. A change of theme, which changes what they say, has them parsed anew."""

    def reparse(self) -> None:
        """Read what is not read yet: `set_variables`, which comes before it, has forgotten what variables changed."""
        self.parse()
