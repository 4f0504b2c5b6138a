"""的 where 地 or 得 belongs: 满心欢喜的登上列车, 做的很好.

Told by weights that linear models learned from newspapers and laws: of what sorts the words on both
sides are, which they are, and how often these have been met beside each of the three
(resources/lexicons/adverb-marks.tsv, result-marks.tsv, likelihood, tools/learn.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from app.checks.language.han import clause_start
from app.checks.language.learned import BIAS, SCALE, weight
from app.checks.language.likelihood import language
from app.checks.language.segments import segments
from app.checks.language.words import tagged
from app.checks.reading.passages import BETWEEN, EDGES, Suspect
from app.patterns import regex

OF = "的"
TABLES = {"地": "adverb-marks.tsv", "得": "result-marks.tsv"}  # what speaks for them against 的

_FAR = 8  # characters on each side whose words are told
_BEFORE = regex("[\u4e00-\u9fff]+$")
_BEHIND = regex(f"[\u4e00-\u9fff]{{1,{_FAR}}}")
# 的 is looked at where another has been met as often, nearly: in steps of the tables' costs.
_NEARLY = 25
# By so much is another likelier where it is told: 的 is put for 地 far oftener than by those who
# wrote what the weights were learned from.
_LEAST = {"地": -SCALE // 2, "得": SCALE // 2}
_ALL = frozenset((OF, *TABLES))
_UNMET = 16  # what a word counts behind which neither has been met

# 对成效明显的予以激励, 无异议的签订合同: 的 makes a name of whom that concerns.
_WHOM = regex(
    "(?:[一二三四五六]是|并)?(?:对(?!标)|凡|经|未|无|不(?!断|懈|遗|辞|厌|折)|逾期|拒|屡|属|符合|违反|情节)"
)
# What is then done with them; and words that look like verbs: 做法.
_THEN = regex(
    "的|在于|将|要|须|必须|把握不|予以|给予|不予|列入|依法|依规|按|由|应|先|取消|责令|追究|处以|视|一律|优先|签订|可以|[做说看想打用写]法|[\u4e00-\u9fff]{2}[让使令]"
)
_ALONE = 2  # characters of a verb with nothing behind it, which may name a thing: 紧紧的拥抱
# 必须持之以恒的学习, 将一如既往的营造良好氛围: a verb must follow.
_MUST = regex(
    "(?:(?:必须|应当|应该|能够|始终|一直|都|将|须|会)[\u4e00-\u9fff]{4}|都[很更能在]?[\u4e00-\u9fff]{2})$"
)
# 做的很好, 坚强的活着, 学的认真
_DONE = regex(
    "[很更较太]|.着|认真|仔细|彻底|到位|扎实|干净|清楚|整齐|及时|充分|全面|深入|透彻|细致|准确|顺利|热烈|激烈|精彩|生动|圆满|漂亮|出色|不错|不够|不好"
)
_QUOTES = "“《"
_SENTENCES = f"。{BETWEEN}"
_CLAUSES = f"，；：！？、{_SENTENCES}"
# 要做的, 办不了的, 最根本的
_WISHED = regex(
    "(?:(?:[要会想该应可所]|(?<!可)能)[\u4e00-\u9fff]|[不得]了|最[\u4e00-\u9fff]{1,2})$"
)
# 一次及时的伸手, 表示由衷的感谢: something is counted or offered.
_GIVEN = regex(
    "(?:[一两几每][次声句个种份场番项股片副段](?!一)[\u4e00-\u9fff]{2}|(?:表示|致以|送上|表达|献上)[\u4e00-\u9fff]{0,2}(?:由衷|衷心|诚挚|真挚|崇高|亲切|深切|热烈))$"
)
# 在兴高采烈的交谈中
_WITHIN, _COURSE = regex("在[\u4e00-\u9fff]{2,6}$"), regex("[\u4e00-\u9fff]{2}[中里](?!的)")
# 更好的完成情况, 更好的发展平台: the verb says what sort of thing it is.
_THING = regex(
    "[\u4e00-\u9fff]{2,4}?(?:情况|方[式法案]|办法|平台|途径|渠道|措施|举措|效果|效应|成效|条件|环境|氛围|局面|机[制会遇]|过程|"
    "结果|水平|能力|要求|作用|意义|力[度量]|空间|理念|思路|体[系验]|模式|阶段|需[要求]|前景|态势|态度|基础|保障|支撑|"
    "计划|规划|政策|制度|程序|手段|技[术能巧]|队伍|人[才士]|精神|经[验历]|成[果绩]|问题|现象|行为|关系|印象|感[觉受]|记录|者)"
    "(?=[是让使为有能将已和与及的]|$)"
    "|(?!开展|组织|举办|参加|进行|举行|搞好|做好|推进|安排)[\u4e00-\u9fff]{2}活动"
)


@dataclass(frozen=True, slots=True)
class Mistaken(Suspect):
    """的, which belongs in its place, by how much that is likelier in the unit of learned.SCALE."""

    right: str
    more: int


class Particle(NamedTuple):
    """的, 地 or 得 at a place; `left` and `right` reach to the marks `led` and `followed`."""

    at: int
    written: str
    left: str
    right: str
    led: str
    followed: str

    @property
    def signs(self) -> list[str]:
        """What is seen of it, whichever of the three it is: a letter for what is looked at."""
        left, right = self.left, self.right
        words, kinds = tagged(f"{left}的{right}")
        ends = [*accumulate(map(len, words))]
        if len(left) not in ends or ends[-1] == len(left) + 1:
            return []
        one = ends.index(len(left)) + 1
        if words[one] != "的":
            return []
        before, after = kinds[:one], kinds[one + 1 :]
        last, first, word, behind = before[-1], after[0], words[one - 1], words[one + 1]
        two_before, two_after = "".join(before[-2:]), "".join(after[:2])
        noun, verbs, alone = "uj" in after, "v" in before[:-1], len(after) == 1
        led = words[one - 2] if one > 1 else ""
        further = words[one + 2] if len(after) > 1 else self.followed
        return [
            f"a{last}{first}",
            f"b{two_before}/{first}",
            f"c{last}/{two_after}",
            f"d{two_before}/{two_after}",
            f"e{''.join(before[-3:])}/{first}",
            f"f{last}/{''.join(after[:3])}",
            f"g{word}",
            f"h{behind}",
            f"i{word}/{first}",
            f"j{last}/{behind}",
            f"k{last}{first}{noun}",
            f"l{two_after}{noun}{verbs}",
            f"m{last}{first}{min(len(right), 6)}{self.followed}",
            f"n{led}/{last}/{first}",
            f"o{further}/{first}",
            f"p{two_before}{verbs}{first}",
            f"q{after[-1]}{first}{len(after)}",
            f"r{''.join(after[:4])}{self.followed}",
            f"s{len(word)}{last}{len(behind)}{first}",
            f"t{first}{alone}{self.followed}",
            f"u{len(before)}{last}{first}",
            f"v{word[:1] == word[1:2]}{last}{first}",
            f"w{words[-1]}{first}",
            f"M{left[-1]}",
            f"N{right[0]}",
            f"O{left[-2:]}",
            f"P{right[:2]}",
            f"Q{min(len(right), 6)}{self.followed}",
            f"X{led}",
            f"Y{self.led}{one}{first}",
            f"Z{''.join(after[1:4])}{'v' in after[1:]}{self.followed}",
            *_governed(words[:one], before[:-1], first),
            *_linked(word, behind, first),
        ]


def particles(text: str) -> Iterator[Particle]:
    """Yield the particles of a text with words on both sides."""
    cut = segments(text)
    for at in [at for at, word in enumerate(cut.words) if word in _ALL]:
        if particle := _seen(text, cut.starts[at]):
            yield particle


def mistaken(text: str) -> Iterator[Mistaken]:
    """Yield the 的 of a text, or of several in one, where another is likelier by so much."""
    cut = segments(text)
    for at in [at for at, word in enumerate(cut.words) if word == OF]:
        if not _nearly(cut.ids[at - 1], cut.ids[at + 1]):
            continue
        particle = _seen(text, cut.starts[at])
        if particle is None or _named(text, particle) or not (signs := particle.signs):
            continue
        signs.append(BIAS)
        more, right = max((weight(table, signs), one) for one, table in TABLES.items())
        if more >= _LEAST[right]:
            yield Mistaken(particle.at, particle.at + 1, right, more)


def _named(text: str, particle: Particle) -> bool:
    """Whether what stands around a 的 names a thing, or whom a rule concerns."""
    right = particle.right
    must = _MUST.search(particle.left) is not None
    alone = (
        not must
        and len(right) <= _ALONE
        and particle.followed not in _QUOTES
        and not _DONE.match(right)
    )
    ended = right[-1] == OF and particle.followed != ""  # 身体好的帮身体弱的
    return bool(
        alone
        or ended
        or _WISHED.search(particle.left)
        or _GIVEN.search(particle.left)
        or (_WITHIN.search(particle.left) and _COURSE.match(right))
        or _named_again(text, particle)
        or (not must and _THING.match(right))
        or _THEN.match(right)
        or _WHOM.match(text, clause_start(text, particle.at, _CLAUSES))
    )


def _named_again(text: str, particle: Particle) -> bool:
    """Whether the same stands before 的 again in its sentence: 满意的亮绿灯，基本满意的亮黄灯."""
    at, how = particle.at, particle.left[-2:] + OF
    if len(how) < 3 or how[0] == "更":
        return False
    ends = [end for mark in _SENTENCES if (end := text.find(mark, at)) >= 0]
    return text.count(how, clause_start(text, at, _SENTENCES), min(ends, default=len(text))) > 1


def _seen(text: str, at: int) -> Particle | None:
    """Return the particle at a place if words stand on both sides."""
    left = _BEFORE.search(text, max(at - _FAR, 0), at)
    right = _BEHIND.match(text, at + 1)
    if left is None or right is None:
        return None
    led = text[left.start() - 1 : left.start()]
    led = "^" if led in EDGES else _mark(led)
    return Particle(
        at, text[at], left[0], right[0], led, _mark(text[right.end() : right.end() + 1])
    )


def _mark(character: str) -> str:
    """Return a mark, "" for a character of a word and for the end of a paragraph."""
    return "" if character in EDGES or "\u4e00" <= character <= "\u9fff" else character


def _nearly(word: int, following: int) -> bool:
    """Whether 地 or 得 has been met as often, nearly, as 的 between the words of two numbers."""
    return min(map(int.__add__, _behind(word), _before(following))) <= _NEARLY


@lru_cache(maxsize=8_000)
def _behind(word: int) -> tuple[int, ...]:
    """Return by how much dearer than 的 each of the others is behind the word of a number."""
    tables = language()
    of = tables.number[OF]
    if word < 0 or not any(tables.known(word, tables.number[one]) for one in _ALL):
        return (_UNMET,) * len(TABLES)
    least = tables.cost_after(word, of)
    return tuple([tables.cost_after(word, tables.number[one]) - least for one in TABLES])


@lru_cache(maxsize=8_000)
def _before(word: int) -> tuple[int, ...]:
    """Return by how much dearer than behind 的 a word is behind each of the others."""
    tables = language()
    least = tables.cost_after(tables.number[OF], word)
    return tuple([tables.cost_after(tables.number[one], word) - least for one in TABLES])


def _governed(words: Sequence[str], kinds: Sequence[str], sort: str) -> list[str]:
    """Return what the last verb, preposition or conjunction before the word in front tells."""
    at = next((at for at in range(len(kinds) - 1, -1, -1) if kinds[at] in "vpc"), -1)
    if at < 0:
        return [f"-{sort}{''.join(kinds)[:3]}"]
    between = "".join(kinds[at + 1 :])
    return [
        f"!{words[at]}{sort}",
        f"@{kinds[at]}{between[:3]}{sort}",
        f"#{words[at]}{len(between)}",
    ]


def _linked(word: str, behind: str, sort: str) -> list[str]:
    """Return how much oftener than 的 the others have been met behind one word, before another."""
    number = language().number
    one, last, two = number[word], number[word[-1]], number[behind]
    found: list[str] = []
    for which, led, end, followed in zip(
        TABLES, _behind(one), _behind(last), _before(two), strict=True
    ):
        low, high = _steps(led), _steps(followed)
        found += [
            f"R{which}{low}",
            f"S{which}{high}",
            f"T{which}{low}/{high}",
            f"U{which}{_steps(end)}{len(word)}",
            f"V{which}{high}{sort}",
            f"W{which}{low}{sort}",
        ]
    return found


def _steps(more: int) -> int:
    return max(-4, min(more // 10, 6))
