"""Fixed phrases, and the places where a text says one of them with one slip."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from ahocorasick_rs import AhoCorasick

from app.checks.language.commonness import commonness
from app.checks.language.likelihood import language
from app.checks.language.near import alike
from app.checks.language.rows import said_alike
from app.checks.language.segments import segments
from app.checks.language.words import Word, cut
from app.checks.lexicons import formulations, rows
from app.checks.reading.passages import BETWEEN, Suspect, around
from app.document.numbering import from_chinese

# What office prose puts into a phrase or leaves out at will.
_FREELY = frozenset("里内上大小新制化性类型级总全专高好主再老多子度网双半不未无没非")
_LIGHT = frozenset("的和与及暨或了、，之“”等而地得着并各项级年月日")
_LONG = 6  # characters of one that is known even with one character that is nothing like it
_SHORT = 4  # characters of a phrase that lacks one in many a text that means something else
_REMEMBERED = 8_000  # places for which is remembered which phrases may be meant there
# Above these costs a character seldom stands alone, hardly ever, and never; below the last, often.
_SELDOM = 135
_LONELY = 147
_LONELIEST = 157
_USUAL = 125
_OWN = 10  # a word used so often is what the text means
_EITHER = frozenset(("厂场", "场厂"))  # of these one is as good as the other: 处理场
_ENDING = frozenset("委者率员品")  # what makes a word of the one before it
# What a sentence may put before a word that also ends a phrase: 领导对班子建设.
_BETWEEN = frozenset("对为以在从向由被把将于使让就也都要须不")


@dataclass(frozen=True, slots=True)
class Miss(Suspect):
    """A stretch that is a phrase but for one slip; `sure` where the characters are alike."""

    phrase: str
    sure: bool


class _Side:
    """What may be meant where half a phrase stands, the first or the other.

    `characters` have by the number of the half the two next to it of each of its phrases.
    """

    def __init__(self, halves: list[str], named: dict[str, list[str]], *, first: bool) -> None:
        """Take for each half its phrases, and whether it is the first."""
        self._first = first
        self._named = [tuple(named.get(half, ())) for half in halves]
        self.characters = ["".join(map(self._beside, phrases)) for phrases in self._named]
        self._remembered: dict[str, tuple[str, ...]] = {}

    def _beside(self, phrase: str) -> str:
        """Return the two characters of a phrase next to this half of it."""
        middle = len(phrase) // 2
        return phrase[middle : middle + 2] if self._first else phrase[middle - 2 : middle]

    def meant(self, half: int, said: str) -> tuple[str, ...]:
        """Return the phrases that may be meant; a text says much again, so they are remembered.

        What is said is the half with two characters behind it, or three before it.
        """
        found = self._remembered.get(said)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[said] = self._likely(half, said)
        return found

    def _likely(self, half: int, said: str) -> tuple[str, ...]:
        """Return the phrases, each once, that have one of the characters near the half beside it.

        A phrase of four is left out that is not meant whatever stands around.
        """
        characters, phrases, first = self.characters[half], self._named[half], self._first
        found: dict[str, None] = {}
        for c in said[-2:] if first else said[:3]:
            at = characters.find(c)
            while at >= 0:
                found[phrases[at // 2]] = None
                at = characters.find(c, at + 1)
        window = said if first else said[1:]
        return tuple([p for p in found if len(p) > _SHORT or _alike(window, p, first=first)])


class _Phrases:
    """The phrases, cut into halves: one slip leaves one half whole."""

    def __init__(self) -> None:
        known = [phrase for row in rows("phrases.txt") for phrase in row[0].split()]
        for entry in formulations():
            known += [entry.name.strip("“”"), *[m for group in entry.groups for m in group]]
        self.known = frozenset([p for p in known if len(p) >= 4 and p.isalpha()])
        behind: dict[str, list[str]] = {}
        before: dict[str, list[str]] = {}
        for phrase in sorted(self.known):
            middle = len(phrase) // 2
            behind.setdefault(phrase[:middle], []).append(phrase)
            before.setdefault(phrase[middle:], []).append(phrase)
        halves = list({**behind, **before})
        self._behind = _Side(halves, behind, first=True)
        self._before = _Side(halves, before, first=False)
        self._automaton = AhoCorasick(halves)

    def misses(self, text: str) -> Iterator[Miss]:
        """Yield where the text has a phrase with one character wrong, missing, added or moved."""
        for span, phrase, first in self._likely(text):
            found = _missed(text, span, phrase, first=first)
            if found is not None and not self._said(text, found):
                yield found

    def _likely(self, text: str) -> Iterator[tuple[Word, str, bool]]:
        """Yield where one half of a phrase stands that is not whole, and whether it is the first.

        Whatever the slip is, one of the next two characters is where it belongs, or next to it, and
        the phrase begins and ends where words do.
        """
        behind, before = self._behind.characters, self._before.characters
        bounds = segments(text).bounds
        padded = f"{BETWEEN * 3}{text}{BETWEEN * 2}"
        for half, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            near = behind[half]
            if near and bounds[start] and (padded[end + 3] in near or padded[end + 4] in near):
                for phrase in self._behind.meant(half, padded[start + 3 : end + 5]):
                    if not text.startswith(phrase, start) and _ends(text, start, phrase):
                        yield (start, end), phrase, True
            near = before[half]
            if near and bounds[end] and (padded[start + 2] in near or padded[start + 1] in near):
                for phrase in self._before.meant(half, padded[start : end + 3]):
                    at = end - len(phrase)
                    if not text.startswith(phrase, at) and _begins(text, at, phrase):
                        yield (start, end), phrase, False

    def _said(self, text: str, miss: Miss) -> bool:
        """Whether the text says another phrase there, perhaps one character longer or shorter."""
        start, end = miss.start, miss.end
        spans = [(start, end), (max(start - 1, 0), end), (start, end + 1)]
        if end - start < len(miss.phrase):  # the character at its edge may belong beside it
            spans += [(start + 1, end), (start, end - 1)]
        return not self.known.isdisjoint([text[low:high] for low, high in spans])


def misses(text: str) -> list[Miss]:
    """Return the near misses of a text, the surest and longest where they overlap."""
    found = sorted(_phrases().misses(text), key=lambda m: (not m.sure, m.start - m.end))
    found = [miss for miss in found if _between_words(text, miss)]
    kept: list[Miss] = []
    for miss in found:
        if not any(miss.start < other.end and other.start < miss.end for other in kept):
            kept.append(miss)
    return kept


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
    return _Phrases()


def _missed(text: str, span: Word, phrase: str, *, first: bool) -> Miss | None:
    """Return the miss of a phrase, the first or the other half of which stands at `span`."""
    at = span[0] if first else span[1] - len(phrase)
    found = _substituted(text, at, phrase)
    if found is None and len(phrase) >= 5:
        found = _shifted(text, span, phrase, first=first)
    if found is None and len(phrase) == 4:
        found = _halved(text, span, phrase, first=first)
    return found


def _ends(text: str, at: int, phrase: str) -> bool:
    """Whether one of the last two characters of a phrase from `at` on is where it belongs, or next.

    One of four characters is not looked for when it is a character longer.
    """
    end = at + len(phrase)
    beside = text[end - 2 : end + (len(phrase) > 4)]
    return phrase[-1] in beside or phrase[-2] in beside


def _begins(text: str, at: int, phrase: str) -> bool:
    """Whether one of the first two characters of a phrase is where it belongs, or next to it."""
    beside = text[max(at - (len(phrase) > 4), 0) : max(at + 2, 0)]
    return phrase[0] in beside or phrase[1] in beside


def _alike(window: str, phrase: str, *, first: bool) -> bool:
    """Whether four characters can be a miss of a phrase of four, as far as they tell by themselves.

    The first half, or the other, is that of the phrase.
    """
    if window == phrase:
        return False
    left = window[2] if first else window[1]
    if left in (phrase[2:] if first else phrase[:2]) and _lonely(left, phrase):
        return True
    place = _differing(window, phrase)
    if window[place + 1 :] != phrase[place + 1 :]:
        return _crossed(window, phrase, place)
    return _replaces(window[place], phrase[place], phrase)


def _differing(window: str, phrase: str) -> int:
    """Return the first place in which two stretches as long as one another differ."""
    place = 0
    while window[place] == phrase[place]:
        place += 1
    return place


def _substituted(text: str, at: int, phrase: str) -> Miss | None:
    """Return the miss of a phrase not said at `at`: one character another, or two swapped."""
    window = text[at : at + len(phrase)]
    if at < 0 or len(window) != len(phrase):
        return None
    place = _differing(window, phrase)
    if window[place + 1 :] != phrase[place + 1 :]:
        crossed = _crossed(window, phrase, place)
        return Miss(at, at + len(phrase), phrase, sure=True) if crossed else None
    wrong, right = window[place], phrase[place]
    like = alike(wrong, right)
    if not _replaces(wrong, right, phrase):
        return None
    alone = at + place in segments(text).loose
    end = at + len(phrase)
    # 重点是要解决, 两个街道办事处: a word of its own beside what is said in a phrase.
    apart = place in {0, len(phrase) - 1} and language().single(wrong) < _USUAL
    if apart or _listed(text, at, end, place):
        return None
    if not alone and (not like or _common(text, at + place)):
        return None
    return Miss(at, end, phrase, sure=alone and like)


def _listed(text: str, at: int, end: int, place: int) -> bool:
    """Whether one of a row stands there, said as the next is: 真改、实改, 党务、团务."""
    if text[end : end + 1] == "、" and text[end + 2 : end + 3] == text[end - 1]:
        return True
    return place == 0 and said_alike(text, at)


def _crossed(window: str, phrase: str, place: int) -> bool:
    """Whether a stretch is a phrase with two characters from a place on the other way round."""
    exchanged = window[place + 1 : place + 2] + window[place] + window[place + 2 :]
    return exchanged == phrase[place:] and _LIGHT.isdisjoint(exchanged[:2])


def _replaces(wrong: str, right: str, phrase: str) -> bool:
    """Whether a character can stand for another in a phrase by a slip."""
    like = len(phrase) >= _LONG or alike(wrong, right)
    meant = wrong in _BETWEEN or wrong + right in _EITHER
    return like and not meant and _slip(wrong) and from_chinese(right) is None


def _slip(character: str) -> bool:
    """Whether a character can be a slip: no mark, numeral or word of grammar."""
    told = character.isalpha() and not character.isascii()
    return told and character not in _LIGHT and from_chinese(character) is None


def _numbered(phrase: str) -> bool:
    """Whether a phrase begins with a numeral."""
    return from_chinese(phrase[0]) is not None


def _common(text: str, at: int) -> bool:
    """Whether the character belongs to a common word that the segmenter sees there."""
    low, high = around(text, at)
    words = cut(text[low:high])
    start, end = words[bisect_right(words, at - low, key=itemgetter(0)) - 1]
    return commonness(text[low + start : low + end]) >= _OWN


def _between_words(text: str, miss: Miss) -> bool:
    """Whether a miss begins and ends where words do."""
    low, high = around(text, miss.start)
    starts = {start for start, _ in cut(text[low:high])}
    return miss.start - low in starts and (miss.end == high or miss.end - low in starts)


def _shifted(text: str, span: tuple[int, int], phrase: str, *, first: bool) -> Miss | None:
    """Return the miss of a phrase, one half of which stands at `span`, short or long by one."""
    start, end = span
    rest = len(phrase) - (end - start)
    for extra in (-1, 1):
        low, high = (start, end + rest + extra) if first else (start - rest - extra, end)
        if low < 0 or high > len(text):
            continue
        window = text[low:high]
        longer, shorter = (phrase, window) if extra < 0 else (window, phrase)
        place = _one_more(longer, shorter)
        if place is None:
            continue
        gone = longer[place]
        added = extra > 0 and (gone in _BETWEEN or low + place not in segments(text).loose)
        if gone in _FREELY or added or not _slip(gone) or _numbered(phrase):
            continue
        left = extra < 0 and _left_over(text, low + place)
        return Miss(low, high, phrase, sure=len(phrase) >= _LONG and (extra > 0 or left))
    return None


def _left_over(text: str, gap: int) -> bool:
    """Whether a character beside a gap is left of a word, one that seldom stands alone."""
    loose = segments(text).loose
    return any(at in loose and language().single(text[at]) >= _SELDOM for at in (gap - 1, gap))


def _halved(text: str, span: tuple[int, int], phrase: str, *, first: bool) -> Miss | None:
    """Return the miss of a phrase of four, half of which, at `span`, is whole, the other not.

    Only where the character left over hardly ever stands alone.
    """
    start, end = span
    at = end if first else start - 1
    left = text[at : at + 1]
    if at < 0 or not left or left not in (phrase[2:] if first else phrase[:2]):
        return None
    loose = segments(text).loose
    if at not in loose or (at + 1 if first else at - 1) in loose:
        return None
    if not _lonely(left, phrase):
        return None
    low, high = min(start, at), max(end, at + 1)
    if not text[low - 1 : low].isalnum() or text[high : high + 1] == "、":  # 优服务、促发展
        return None
    return Miss(low, high, phrase, sure=language().single(left) >= _LONELIEST)


def _lonely(left: str, phrase: str) -> bool:
    """Whether a character left over of a phrase hardly ever stands alone."""
    seldom = language().single(left) >= _LONELY and left not in _FREELY and left not in _ENDING
    return seldom and _slip(left) and not _numbered(phrase)


def _one_more(longer: str, shorter: str) -> int | None:
    """Return where `longer` has the character without which it is `shorter`, None if nowhere."""
    if longer[0] != shorter[0] or longer[-1] != shorter[-1]:
        return None
    for place in range(1, len(longer) - 1):
        if longer[:place] + longer[place + 1 :] == shorter:
            return place
    return None
