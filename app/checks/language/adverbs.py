"""的 between how something is done and the verb, where 地 belongs: 满心欢喜的登上列车.

Told by weights that a linear model learned from newspapers: of what sorts the words on both sides
are, and which words (resources/lexicons/adverb-marks.tsv, tools/learn.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from app.checks.language.learned import BIAS, weight
from app.checks.language.words import tagged

TABLE = "adverb-marks.tsv"

_FAR = 8  # characters on each side whose words are told
_DE = re.compile(rf"(?<=[\u4e00-\u9fff])的(?=([\u4e00-\u9fff]{{2,{_FAR}}})(.?))")
_STOP = re.compile("[，。；：！？、]")
_CLAUSE = 24  # characters before 的 in which its clause begins
_BEFORE = re.compile("[\u4e00-\u9fff]+$")
# What can say how something is done: 更好, 不断, 详细, 意气风发, 最大程度.
_HOW = frozenset(("a", "d", "z", "i", "l", "v"))
_DEGREE = ("程度", "限度")
_ALONE = 2  # characters of a verb with nothing behind it, which may name a thing: 紧紧的拥抱
_IDIOM = 4  # characters of a verb that can: 尽职尽责
# What no verb begins with.
_OTHER = frozenset(("m", "q", "r", "f", "u", "uj", "y", "x", "d"))
# 对成效明显的予以激励, 无异议的签订合同: 的 makes a name of whom that concerns.
_WHOM = re.compile(
    "(?:[一二三四五六]是|并)?(?:对(?!标)|凡|经|未|无|不(?!断|懈|遗|辞|厌|折)|逾期|拒|屡|属|符合|违反|情节)"
)
# What is then done with them; and words that look like verbs: 做法.
_THEN = re.compile(
    "予以|给予|不予|列入|依法|依规|按|由|应|先|取消|责令|追究|处以|视|一律|优先|签订|可以|[做说看想打用写]法"
)
# 弱势群体的慰问, 未尽事宜的处理: words and names of many characters that name a thing.
_NAMED = re.compile("[战宜患事人机业国会学体村盾]$")
# 更好的完成情况, 更好的发展平台: the verb says what sort of thing it is.
_THING = re.compile(
    "[\u4e00-\u9fff]{2,6}?(?:情况|方[式法案]|办法|平台|途径|渠道|措施|举措|效果|效应|成效|条件|环境|氛围|局面|机[制会遇]|过程|"
    "结果|水平|能力|要求|作用|意义|力[度量]|空间|理念|思路|体[系验]|模式|阶段|需[要求]|前景|态势|态度|基础|保障|支撑|"
    "计划|规划|政策|制度|程序|手段|技[术能巧]|队伍|人[员才士]|精神|经[验历]|成[果绩]|问题|现象|行为|关系|印象|感[觉受]|记录|人|者|员)"
    "(?=[是让使为有能将和与及的]|$)"
)


class Manner(NamedTuple):
    """A 的 at a place; `left` and `right` reach to the marks around, `followed` is that behind."""

    at: int
    left: str
    right: str
    followed: str

    @property
    def signs(self) -> list[str]:
        """What is seen of it: a letter for what is looked at, and what is seen.

        Nothing where no manner or no verb stands beside it.
        """
        left, right = self.left, self.right
        words, kinds = tagged(f"{left}的{right}")
        ends = [*accumulate(map(len, words))]
        if len(left) not in ends or ends[-1] == len(left) + 1:
            return []
        one = ends.index(len(left)) + 1
        before, after = kinds[:one], kinds[one + 1 :]
        if words[one] != "的" or not _may_be(words[:one], before, after):
            return []
        last, first, word, verb = before[-1], after[0], words[one - 1], words[one + 1]
        two_before, two_after = "".join(before[-2:]), "".join(after[:2])
        noun, verbs, alone = "uj" in after, "v" in before[:-1], len(after) == 1
        led = words[one - 2] if one > 1 else ""
        behind = words[one + 2] if len(after) > 1 else self.followed
        return [
            f"a{last}{first}",
            f"b{two_before}/{first}",
            f"c{last}/{two_after}",
            f"d{two_before}/{two_after}",
            f"e{''.join(before[-3:])}/{first}",
            f"f{last}/{''.join(after[:3])}",
            f"g{word}",
            f"h{verb}",
            f"i{word}/{first}",
            f"j{last}/{verb}",
            f"k{last}{first}{noun}",
            f"l{two_after}{noun}{verbs}",
            f"m{last}{first}{min(len(right), 6)}{self.followed}",
            f"n{led}/{last}/{first}",
            f"o{behind}/{first}",
            f"p{two_before}{verbs}{first}",
            f"q{after[-1]}{first}{len(after)}",
            f"r{''.join(after[:4])}{self.followed}",
            f"s{len(word)}{last}{len(verb)}{first}",
            f"t{first}{alone}{self.followed}",
            f"u{len(before)}{last}{first}",
            f"v{word[:1] == word[1:2]}{last}{first}",
            f"w{words[-1]}{first}",
            f"M{left[-1]}",
            f"N{right[0]}",
            f"O{left[-2:]}",
            f"P{right[:2]}",
            f"Q{min(len(right), 6)}{self.followed}",
        ]


def _may_be(words: Sequence[str], before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the last of some words can say how something is done, and a verb can follow.

    `before` and `after` are the sorts of the words on both sides.
    """
    word, last, first = words[-1], before[-1], after[0]
    done = "ul" in after[:2]  # 及时的报告了险情: no noun has 了
    if first in _OTHER or (first == "n" and "v" not in after and not done):
        return False
    how = last in _HOW or word.endswith(_DEGREE) or (done and len(word) > 1)
    thing = _NAMED.search(word) or (last == "v" and len(word) != _IDIOM)
    return how and not thing and "最" not in (word[0], *words[-2:-1])


def adverbial(text: str, least: int) -> Iterator[tuple[int, int]]:
    """Yield the places of 的 that weigh at least so much, and what they weigh: 地 is likelier."""
    for manner in manners(text):
        signs = manner.signs
        if signs and (weighs := weight(TABLE, (BIAS, *signs))) >= least:
            yield manner.at, weighs


def manners(text: str) -> Iterator[Manner]:
    """Yield the 的 of a text that have words on both sides."""
    for found in _DE.finditer(text):
        at, right = found.start(), found[1]
        clause = _STOP.split(text[max(at - _CLAUSE, 0) : at])[-1]
        left = _BEFORE.search(clause[-_FAR:])
        if (
            left is not None
            and len(right) > _ALONE
            and not right.endswith("的")
            and not _THING.match(right)
            and not _THEN.match(right)
            and not _WHOM.match(clause)
        ):
            yield Manner(at, left[0], right, found[2] if len(right) < _FAR else "")
