"""Words that say one thing twice, or contradict each other: resources/lexicons/redundancies.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.checks.check import Paragraph
from app.lexicons import rows
from app.patterns import regex

_GAP_MOST = 12
_GAP = f"[^，。；：！？、“”（）《》]{{1,{_GAP_MOST}}}?"
_SHORT = 4  # so long a wording must begin and end where words do


@dataclass(frozen=True, slots=True)
class Redundancy:
    """A wording to avoid: `right` is "" where no mend is certain.

    A wording in two halves (`first`…`second`) is told by a pattern, another by its literal alone;
    `late` is one whose second half is the rarer, so that it is looked for by that.
    """

    first: str
    late: bool
    right: str
    mild: bool
    why: str
    whole: re.Pattern[str] | None
    excuse: re.Pattern[str] | None

    def span(self, paragraph: Paragraph, start: int, end: int) -> tuple[int, int] | None:
        """Return where the wording stands whose literal is there, None where it is no fault."""
        text = paragraph.text
        if self.whole is not None:
            if self.late:
                far = max(start - len(self.first) - _GAP_MOST, 0)
                found = self.whole.search(text, far, end)
            else:
                found = self.whole.match(text, start)
            if found is None or (self.late and found.end() != end):
                return None
            start, end = found.span()
        elif len(self.first) <= _SHORT and not self._bounded(paragraph, start, end):
            return None
        if self.excuse is not None and self.excuse.search(text[max(start - 12, 0) : end + 12]):
            return None
        return start, end

    def _bounded(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Whether words begin and end there; of two words of two characters one end will do."""
        at = {start, end} & paragraph.bounds
        return len(at) == 2 or (len(at) == 1 and len(self.first) == _SHORT)


@lru_cache(maxsize=1)
def redundancies() -> dict[str, tuple[Redundancy, ...]]:
    """Return literal → the wordings that it is, that it opens, or that it closes."""
    found: dict[str, list[Redundancy]] = {}
    for row in rows("redundancies.tsv"):
        wording, right, level, why, excuse = (row + [""] * 4)[:5]
        first, torn, second = wording.partition("…")
        whole = regex(f"{first}{_GAP}{second}") if torn else None
        late = len(first) == 1 < len(second) and second.isalpha()
        told = regex(excuse) if excuse else None
        entry = Redundancy(first, late, right, level == "提示", why, whole, told)
        found.setdefault(second if late else first, []).append(entry)
    return {first: tuple(entries) for first, entries in found.items()}
