"""Where sentences stand that have no mark within them."""

from __future__ import annotations

from collections.abc import Iterator

from app.patterns import regex

_MARK = regex("[，。；：！？,;:!?…\n]")
_ENDS = regex("[。；：！？]")
# 3. or （二） in front of the words of a point.
NUMBER = (
    r"\s*(?:[0-9一二三四五六七八九十]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]{1,2}[）)])?\s*"
)


def unmarked(text: str, mark: str, least: int = 6, most: int = 60) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what stands between the end of a sentence or a colon and a mark.

    Nothing parts it but 、; it has `least` to `most` characters, and the mark follows at `end`.
    """
    at = text.find(mark)
    while at >= 0:
        low = max(at - most - 1, 0)
        comma = text.rfind("，", low, at) + 1
        if not comma or _ENDS.search(text, comma, at) is not None:
            start = max(text.rfind(one, low, at) for one in "。；：！？") + 1
            opens = start > low or (start == 0 and at <= most)
            opens = opens and at - start >= least
            if opens and _MARK.search(text, start, at) is None:
                yield start, at
        at = text.find(mark, at + 1)
