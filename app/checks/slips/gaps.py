"""A character left out of a word of two, told by what the words around the other one cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from app.checks.language.likelihood import MARK, language
from app.checks.language.segments import Segments, segments
from app.checks.reading.passages import BETWEEN, EDGES, Suspect

_USUAL = 150  # a word above this cost is too rare to be what was meant
_ONE_SIDED = 25  # what speaks against a word that only one neighbour expects
_DEAR = 150  # what a character alone and the word behind it cost where one may be missing
_LEAST = 45  # what a gap must gain
_LONE = 140  # what a character costs less speaks for its standing alone
# What stands alone in any sentence, and what is a word of one character behind a noun or a number.
_ALONE = frozenset(
    "的了在是和与及或也都就又而且以于为从把被将向对到由之其这那个些有无不没未再还已年月日时仍一二三四五六七八九十百千万亿两余多名"
    "县市省乡镇村区州上下党她他我你它各每该本此等者性化率类型级式度量额值数种项件次位人户家所条处中内外前后里间起来去出入着过得地"
    "并但若如因使让给请要会能可应须宜需均皆凡即则乃故另只仅才更最很太较越愈极颇稍略非员们委政第民学校院局厅站园厂店馆队组团班科股室"
    "司庭营港湾河江湖山岭路桥线号楼栋层座套台部支头亩吨米元角分斤克升岁届期轮批场遍趟回番版篇章节段册张页字句封幅帧桩宗例口群帮伙"
    "法业城史机道格社情险企职规工美老物梯窗戏报轻诊验考安慢定贷据告游叙担备领己困延减速温通救军"
    "费款税券证卡表库网解统拓育引访聚办投抓管建联做干看讲走写想说问听用打开关进退收放买卖养拆改查防治保扶带送接守病菌"
)


@dataclass(frozen=True, slots=True)
class Gap(Suspect):
    """A character that stands alone, the word it is of, and what the text gains by that."""

    word: str
    gain: int


def gaps(text: str) -> Iterator[Gap]:
    """Yield where a character is left out."""
    cut = segments(text)
    words, costs, met = cut.words, cut.costs, cut.met
    for place in cut.lone:
        if (
            costs[place] + costs[place + 1] >= _DEAR
            and not (met[place] or met[place + 1])
            and words[place] not in _ALONE
            and EDGES.isdisjoint((words[place - 1], words[place + 1]))
        ):
            found = _gap(cut, place)
            if found is not None and found.gain >= _LEAST and not _paired(text, found.start):
                yield found


def _paired(text: str, at: int) -> bool:
    """Whether it is one of a pair said alike (依纪依规, 公、私), or ends a word with an aside."""
    around = text[at - 1 : at + 2 : 2]
    first = max(at - 3, text.rfind(BETWEEN, max(at - 3, 0), at) + 1)
    alike = text[at - 1] in (text[first], text[at + 1], "）")
    return alike or "、" in around or "“" in around or "”" in around


def _gap(cut: Segments, place: int) -> Gap | None:
    """Return the word that both neighbours of a character expect in its place, None for none."""
    led, followed = cut.lengths[place - 1] < MARK, cut.lengths[place + 1] < MARK
    before, behind = cut.ids[place - 1], cut.ids[place + 1]
    if not (led or followed) or (led and before < 0) or (followed and behind < 0):
        return None
    now = cut.costs[place] + (cut.costs[place + 1] if followed else 0)
    if now < _DEAR:
        return None
    tables, alone = language(), cut.words[place]
    words, numbers = _holding().get(alone, ("", ()))
    expected = tables.expected(before, numbers, behind)
    if not expected:
        return None
    which, cost = min(expected, key=itemgetter(1))
    doubt = max(_LONE - tables.single(alone), 0) + (0 if led and followed else _ONE_SIDED)
    start = cut.starts[place]
    return Gap(start, start + 1, words[2 * which : 2 * which + 2], now - cost - doubt)


@lru_cache(maxsize=1)
def _holding() -> dict[str, tuple[str, tuple[int, ...]]]:
    """Return the usual words of two characters that hold each character, and their numbers."""
    tables = language()
    found: dict[str, list[str]] = {}
    for word in tables.number:
        if len(word) == 2 and word[0] != word[1] and tables.single(word) <= _USUAL:
            for character in word:
                if character not in _ALONE:
                    found.setdefault(character, []).append(word)
    return {
        character: ("".join(words), tuple([tables.number[word] for word in words]))
        for character, words in found.items()
    }
