"""Whether a passage looks back, quotes or names a document, so that old wording is right in it."""

from __future__ import annotations

from app.checks.language.han import clause_start
from app.patterns import regex

_BACK = regex(
    r"回顾|总结|过去|以来|时期|期间|曾|当年|原(?=[\u4e00-\u9fff]{2,8}[局委办厅])|历史|先后|(?:获得?|荣获|被评为|授予)|时任|经历|相继|十八大|去年|上年|旧称|改称|更名|合并|组建|划入|原名"
)
_YEAR = regex(r"((?:19|20)\d{2})年")
_SAID = regex(r"(?:指出|强调|要求|说|认为)[：:，]?“[^”]*$")


def looks_back(text: str, start: int, end: int, year: int) -> bool:
    """Whether the stretch stands in a title, a quotation, or a sentence about earlier years."""
    if titled(text, start, end) or (_SAID.search(text[:start]) and "”" in text[end:]):
        return True
    low = clause_start(text, start, "。；！？")
    ends = [at for mark in "。；！？" if (at := text.find(mark, end)) >= 0]
    sentence = text[low : min(ends, default=len(text))]
    if any(int(found[1]) < year for found in _YEAR.finditer(sentence)):
        return True
    return _BACK.search(sentence) is not None


def titled(text: str, start: int, end: int) -> bool:
    """Whether the stretch stands inside book-title marks."""
    return text.rfind("《", 0, start) > text.rfind("》", 0, start) and "》" in text[end:]
