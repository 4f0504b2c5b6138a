"""Sentences and phrases that come back in the user's own documents, proposed as snippets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.document.model import Document, Role
from app.snippets.model import Place, place_at
from app.snippets.particulars import particulars, with_slots

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?[”）]?")
_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_NUMBER = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、]|（\d+）|[①-⑳]"
    r"|[一二三四五六七八九十]+[是要](?=[\u4e00-\u9fff]))\s*"
)
_NOISE = re.compile(
    r"https?:|www\.|QQ|微信|公众号|会员|下载|仅供|禁止|版权|转载|资料|群号|\d{6,}|@", re.IGNORECASE
)
_LEFT_OUT = frozenset({Role.NOISE, Role.OBJECT, Role.BLANK, Role.SIGNATURE, Role.DATE, Role.COPIES})
_SENTENCES = range(10, 161)  # characters
_CLAUSES = range(8, 41)
_MOSTLY_SLOTS = 0.4  # share of the text in slots above which nothing is left to reuse


@dataclass(frozen=True, slots=True)
class Harvested:
    """A proposal: the text, with slots for its particulars, and where and how often it stood."""

    text: str
    place: Place
    count: int
    documents: int
    sentence: bool


class Harvest:
    """Reads documents one by one, so that the caller can show progress and stop at any time."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        """`known` are texts that need no proposal: those already in the library."""
        self._known = {_compact(text) for text in known}
        self._counts: Counter[tuple[str, bool]] = Counter()
        self._documents: Counter[tuple[str, bool]] = Counter()
        self._places: dict[tuple[str, bool], Counter[Place]] = {}

    def add(self, document: Document) -> None:
        """Read one document, its roles recognised."""
        seen: set[tuple[str, bool]] = set()
        for number, block in enumerate(document.blocks):
            if block.role in _LEFT_OUT or block.object is not None or _NOISE.search(block.text):
                continue
            place = place_at(document, number)
            for key in _pieces(block.text):
                self._counts[key] += 1
                self._places.setdefault(key, Counter())[place] += 1
                seen.add(key)
        self._documents.update(seen)

    def proposals(self, least: int = 2, limit: int = 500) -> tuple[Harvested, ...]:
        """Return what stood at least `least` times, the most frequent first.

        A clause that only ever stands in a proposed sentence is left out.
        """
        kept: list[Harvested] = []
        inside: Counter[str] = Counter()
        for (text, sentence), count in sorted(
            self._counts.items(), key=lambda item: (-item[0][1], -item[1], -len(item[0][0]))
        ):
            if count < least:
                continue
            if sentence:
                inside.update(dict.fromkeys(_CLAUSE.findall(text), count))
            elif inside[text] >= count:
                continue
            if _compact(text) in self._known:
                continue
            key = (text, sentence)
            place = self._places[key].most_common(1)[0][0]
            kept.append(Harvested(text, place, count, self._documents[key], sentence))
        kept.sort(key=lambda h: (-h.documents, -h.count, -len(h.text), h.text))
        return tuple(kept[:limit])


def harvest(documents: Iterable[Document], known: Iterable[str] = ()) -> tuple[Harvested, ...]:
    """Return what comes back in some documents, the most frequent first."""
    found = Harvest(known)
    for document in documents:
        found.add(document)
    return found.proposals()


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of a paragraph (True) and their clauses (False), particulars slotted."""
    for match in _SENTENCE.finditer(text):
        sentence = _NUMBER.sub("", match[0].strip())
        if len(sentence) in _SENTENCES and _usable(whole := _slotted(sentence)):
            yield whole, True
        clauses = _CLAUSE.findall(sentence)
        if len(clauses) > 1:
            for clause in clauses:
                if len(clause) in _CLAUSES and _usable(piece := _slotted(clause)):
                    yield piece, False


def _slotted(text: str) -> str:
    return with_slots(text, particulars(text))


def _usable(text: str) -> bool:
    from app.kinds.slots import UNNAMED  # here, for it brings all of the kinds with it

    if UNNAMED.search(text):
        return False  # XX stands for a particular already
    slots = sum(len(slot) for slot in re.findall(r"【[^】]*】", text))
    pairs = ("“”", "（）", "《》")
    return slots < len(text) * _MOSTLY_SLOTS and all(
        text.count(left) == text.count(right) for left, right in pairs
    )


def _compact(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
