"""Set wordings of some length, and where a text says one of them with one stretch changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.checks.check import Paragraph
from app.checks.lexicons import rows
from app.patterns import regex

_PLAIN = regex("[\u4e00-\u9fff]+")
CLASSIC = "古诗文"  # the basis of a quotation, of which no character may be another
HEAD = 4  # so many characters must stand unchanged for a wording to be meant
_TAIL = 2
_MOST = 3  # characters changed
_LEFT_OUT = 5  # characters left out
_SAME = 0.7  # of the wording
_LONG = 9  # one last character tells enough of a wording so long
_SIZES = sorted(
    [(gone, come) for gone in range(1, _MOST + 1) for come in range(1, _MOST + 1)], key=sum
)
_LIGHT = frozenset("的和与及之也要而且了着并同其将以在对把是更再又")
_SAID_SHORT = frozenset(("根本", "专业化", "国家发展"))  # are left out with good reason
# A paper of a unit turns what is said of the country to itself.
_OWN = frozenset("省市县区镇乡村州旗校院局所街盟社厂队我本其")


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording, the month from which it is in use, how sure it is and where it comes from.

    With a `stem` nothing but the rest of the text, or one of `others`, may stand behind that.
    """

    text: str
    since: str
    certainty: str
    basis: str
    others: tuple[str, ...] = ()
    stem: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A stretch of a text that stands for another stretch of a wording."""

    start: int
    end: int
    right: str
    wording: Wording


@lru_cache(maxsize=1)
def wordings() -> tuple[Wording, ...]:
    """Return all wordings, in the order of the file."""
    found: list[Wording] = []
    for text, since, certainty, basis in ([*row, "", "", ""][:4] for row in rows("wordings.tsv")):
        stem, *ends = text.split("|")
        whole = stem + "".join(ends[:1])
        found.append(Wording(whole, since, certainty, basis, tuple(ends[1:]), stem if ends else ""))
    return tuple(found)


@lru_cache(maxsize=1)
def heads() -> dict[str, tuple[Wording, ...]]:
    """Return the first characters of wordings → the wordings that begin so."""
    found: dict[str, list[Wording]] = {}
    for wording in wordings():
        found.setdefault(wording.text[:HEAD], []).append(wording)
    return {head: tuple(ones) for head, ones in found.items()}


def changed(paragraph: Paragraph, month: str) -> Iterator[Changed]:
    """Yield where a wording that was in use in a month stands with one stretch replaced."""
    text = paragraph.text
    found: list[Changed] = []
    exact: list[tuple[int, int]] = []
    for head, start, _ in paragraph.hits:
        for wording in heads()[head]:
            if text.startswith(wording.text, start):
                exact.append((start, start + len(wording.text)))
            elif wording.since <= month:
                compared = _ended if wording.stem else _compared
                found += compared(paragraph, start, wording)
    told: list[Changed] = []
    for one in sorted(found, key=lambda c: -len(c.wording.text)):
        spans = [*exact, *((c.start, c.end) for c in told)]
        if not any(start <= one.start and one.end <= end for start, end in spans):
            told.append(one)
    yield from told


def _compared(paragraph: Paragraph, start: int, wording: Wording) -> Iterator[Changed]:
    """Yield the one stretch that keeps the text at `start` from being a wording."""
    text, whole = paragraph.text, wording.text
    same = HEAD
    while text[start + same : start + same + 1] == whole[same]:
        same += 1
    turned = [*_turned(text, start, wording)]
    yield from (
        turned
        or [*_shortened(paragraph, start, same, wording)]
        or _replaced(paragraph, start, same, wording)
    )


def _shortened(paragraph: Paragraph, start: int, same: int, wording: Wording) -> Iterator[Changed]:
    """Yield what a text lacks behind the first characters of a wording, which are the same."""
    whole, low = wording.text, start + same
    for size in range(1, _LEFT_OUT + 1):
        rest = whole[same + size :]
        if len(rest) < _TAIL or same + len(rest) < _SAME * len(whole):
            return
        if paragraph.text.startswith(rest, low):
            right, end = whole[same : same + size], low + len(rest)
            if _missed(right, paragraph.text[start:end]) and end in paragraph.bounds:
                yield Changed(low, low, right, wording)
            return


def _replaced(paragraph: Paragraph, start: int, same: int, wording: Wording) -> Iterator[Changed]:
    """Yield what stands in a text for a stretch behind the first characters of a wording."""
    text, whole, low = paragraph.text, wording.text, start + same
    for gone, come in _SIZES:  # the smallest change first
        rest = whole[same + gone :]
        least = 1 if len(whole) >= _LONG and same + len(rest) >= len(whole) - 1 else _TAIL
        if len(rest) < least or same + len(rest) < _SAME * len(whole):
            continue
        high = low + come
        if text.startswith(rest, high):
            end = high + len(rest)
            right = whole[same : same + gone]
            if _wrong(wording, text[low:high], right, text[start:end]) and end in paragraph.bounds:
                yield Changed(low, high, right, wording)
            return


def _turned(text: str, start: int, wording: Wording) -> Iterator[Changed]:
    """Yield the stretch of a wording that has the right characters in another order."""
    whole = wording.text
    window = text[start : start + len(whole)]
    if sorted(window) != sorted(whole) or any(window in other.text for other in wordings()):
        return
    if _heavy(window) == _heavy(whole):
        return  # 伟大复兴中国梦的光明前景
    differing = [at for at, (a, b) in enumerate(zip(window, whole, strict=True)) if a != b]
    low, high = differing[0], differing[-1] + 1
    yield Changed(start + low, start + high, whole[low:high], wording)


def _ended(paragraph: Paragraph, start: int, wording: Wording) -> Iterator[Changed]:
    """Yield the word that stands behind a stem in place of the only ones that may."""
    text = paragraph.text
    low = start + len(wording.stem)
    if not text.startswith(wording.stem, start) or text.startswith(wording.others, low):
        return
    right = wording.text[len(wording.stem) :]
    for size in (len(right), len(right) + 1, len(right) - 1):
        come = text[low : low + size]
        if come and low + size in paragraph.bounds and all("\u4e00" <= c <= "\u9fff" for c in come):
            if _LIGHT.isdisjoint(come[0]) and come[0] != right[0]:
                added = text.startswith(right, low + size)
                yield Changed(low, low + size, "" if added else right, wording)
            return


def _heavy(words: str) -> str:
    """Return the characters that are neither marks nor words of grammar."""
    return "".join([c for c in words if "\u4e00" <= c <= "\u9fff" and c not in _LIGHT])


def _missed(gone: str, window: str) -> bool:
    """Whether what is left out is a word of the wording that its short forms have too."""
    told = _heavy(gone)
    if len(told) < 2 or told in _SAID_SHORT:
        return False
    return not any(window in other.text for other in wordings())


def _wrong(wording: Wording, come: str, gone: str, window: str) -> bool:
    """Whether what came in place of what is gone is wrong in a wording."""
    if wording.basis == CLASSIC:
        return _PLAIN.fullmatch(come + gone) is not None
    return _slip(come, gone, window)


def _slip(come: str, gone: str, window: str) -> bool:
    """Whether what came in place of what is gone changes the wording rather than fills it out."""
    if any(a.startswith(b) or a.endswith(b) for a, b in ((come, gone), (gone, come))):
        return False
    if not all("\u4e00" <= c <= "\u9fff" for c in come) or set("，、“”") & set(gone):
        return False
    if not _OWN.isdisjoint(come) or _LIGHT.issuperset(come) or _LIGHT.issuperset(gone):
        return False
    return not any(window in other.text for other in wordings())
