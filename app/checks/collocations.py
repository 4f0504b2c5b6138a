"""Verbs with objects that do not take them: resources/lexicons/collocations.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.checks.language.han import clause_start
from app.checks.language.words import nominal, sorts
from app.lexicons import rows
from app.patterns import regex

# A name in quotation marks counts as one: 加强“平安家庭”建设力度.
_GAP = "(?P<gap>(?:[^，。；：！？、“”（）《》【】…]|“[^“”]{1,12}”|《[^《》]{1,16}》){%d,20}?)"
_REACH = 400  # characters behind a verb in which its object stands: 20 names of 18, and itself
# Behind the object the clause ends, or goes on with what is joined to it, but does not rise.
_AFTER = (
    r"(?=[，。；：！？、（）”…0-9]|$|(?:等|和|与|及(?!时)|并)"
    r"(?![^，。；]*(?:提高|提升|改善|增强|加强|优化|建设|发展|上升|下降|现代化|现代化水平|教育|培训|管理|宣传)(?:[，。；、]|$)))"
)
# Another verb in between has the object to itself.
_OTHER = regex(
    "加大|提高|增强|增加|扩大|加快|保持|形成|达到|迈上|开创|实现|拓展|强化|提升|推动|推进|促进|激发|释放|完善|优化|"
    "迈出|解决|健全|建立|打造|改善|改进|发挥|履行|落实|采取|营造|树立|夯实|缩小|降低|减轻|减少|消除|保障|维护|有(?![力效序利机])|到|"
    "取得|创造|提供|作出|奠定|产生|带来|受到|见$|等方面|等积极|前提下|基础上|同时|情况下|条件下|过程中|会议|或|^的|^上$|"
    "是|为|使(?!用)|让|并|以|由|把|对[^，。；]{0,12}(?:了|进行)|来|去|了[^，。；]{2,}的"
)
_AND = "(?:以及|及(?!时)|和(?![谐平睦解气])|(?<![参给赠])与(?!会|时俱进|日俱增))"
_CONJUNCTION = regex(_AND)
# 加强业务能力和服务水平: what is joined is an object of the verb too, where no verb opens it.
_JOINED = regex(f"(?P<first>[^，。；的]+?){_AND}(?P<second>[^，。；的]*)$")
# 观摩会、培训班、知识竞赛等活动: the object is what sums the row up.
_SUMMED = regex(
    "(?:、[^，。；：]{1,40}?|[和与及][^，。；：、]{1,20}?)?等(?!方面)(?P<sum>[^，。；、]{1,10})"
)
# 加强对甲和乙的培训力度: those it is for have no say in what the verb takes.
_TOWARDS = regex("^对[^，。；的]{2,16}的")
_BEFORE = regex("[的性所承]$")
# 实现行政权与学术权的分离: the second 的 has the object.
_SHARED = regex("[和与及][^，。；、的]{1,12}的[\u4e00-\u9fff]")
# 完成搬迁任务的目标, 贯彻价格法的活动: a verb and its object say which.
_TOLD = regex(
    "目标|任务|活动|措施|机制|体制|制度|办法|方[式法]|意见|建议|问题|贡献|影响|作用|承诺|行动"
)
_OWN = frozenset(("任务", "作用"))  # 担任林区的任务: what has a verb in front says which
_PLAIN = frozenset(("v", "a", "b"))
# 增强贯彻落实方针政策的能力: the first verb has the object, the second says which.
_RULES = regex("增强|提高|提升|加强|培养|锻炼|检验|具备|具有|缺乏|影响")


@dataclass(frozen=True, slots=True)
class Clash:
    """A verb at (start, end) with an object that asks for another: the one to use, "" for none.

    `behind` is where the object ends.
    """

    start: int
    end: int
    verb: str
    noun: str
    right: str
    fix: str
    mild: bool
    behind: int


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The objects that some verbs do not take."""

    pattern: re.Pattern[str]
    right: str
    mild: bool
    excuse: re.Pattern[str] | None

    def clash(self, text: str, start: int, verb: str) -> Clash | None:
        """Return the clash of a verb at this place, None where it stands well."""
        end = start + len(verb)
        found = self.pattern.match(text, end)
        if (
            found is None
            or _OTHER.search(_TOWARDS.sub("", found["gap"].removeprefix("了")))
            or _parted(found)
            or _BEFORE.search(text[:start])
            or _no_object(text, start, found)
            or _SHARED.match(text, found.end())
        ):
            return None
        head = clause_start(text, start, "，。；：！？、")
        names = self.right.split("、")
        if any(name.rpartition("……")[0] in text[head:start] for name in names if "……" in name):
            return None
        joined = text[start - 1 : start] in tuple("和与并、")  # 健全和提高体系
        of, right = "的" in found["gap"], any(name in text[head:start] for name in names)
        led = clause_start(text, start, "，。；：！？")
        told = of and (right or _RULES.search(text, led, start) is not None)
        if told or (right and not joined):
            return None
        summed = _SUMMED.match(text, found.end())
        if summed is not None and found["noun"] not in summed["sum"]:
            return None
        if self.excuse is not None and self.excuse.search(text[head : found.end() + 4]):
            return None
        fix = names[0] if "……" not in names[0] else ""
        return Clash(start, end, verb, found["noun"], self.right, fix, self.mild, found.end())


def _parted(found: re.Match[str]) -> bool:
    """Whether a conjunction in front of the noun parts it from the verb: 加强联系和落实责任."""
    gap = _TOWARDS.sub("", found["gap"].removeprefix("了"))
    if not _CONJUNCTION.search(gap):
        return False
    joined = _JOINED.match(gap)
    if joined is None:
        return True
    words = sorts(joined["second"] + found["noun"])
    return not all(
        nominal(sort) or sort in _PLAIN for _, sort in (*words, sorts(joined["first"])[-1])
    )


def _no_object(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the noun found behind a verb is not its object.

    The verb is part of a word (创造性), of what says which (完成搬迁任务的目标), of a row
    (建立基金、开展服务等措施).
    """
    gap = found["gap"]
    head, of, _ = gap.partition("的")
    told = of and len(head) > 1 and _TOLD.fullmatch(found["noun"]) is not None
    if told and found["noun"] in _OWN:
        told = any(sort[0] in "vl" for _, sort in sorts(head))
    listed = text[start - 1 : start] == "、" and gap.endswith("等")
    return told or listed or gap[:1] in tuple("性者型")


def clash(text: str, verb: str, start: int) -> Clash | None:
    """Return what is wrong with the object of a verb at this place, None for nothing."""
    own, end = _pairs().get(verb), start + len(verb)
    if own is None or own.nouns.search(text, end, end + _REACH) is None:
        return None
    found = [pairs.clash(text, start, verb) for pairs in own.pairs]
    # 加强甲地环境和执法力度: the object is the last of them.
    clashing = (one for one in found if one is not None)
    return max(clashing, key=lambda one: (one.behind, not one.mild), default=None)


def verbs() -> tuple[str, ...]:
    """Return the verbs of the lexicon."""
    return tuple(_pairs())


@dataclass(frozen=True, slots=True)
class _Verb:
    """The objects that a verb does not take, and a pattern of all of them."""

    nouns: re.Pattern[str]
    pairs: tuple[_Pairs, ...]


@lru_cache(maxsize=1)
def _pairs() -> dict[str, _Verb]:
    """Return verb → the objects that it does not take."""
    found: dict[str, list[tuple[str, _Pairs]]] = {}
    for row in rows("collocations.tsv"):
        heads, nouns, right, level, least, excuse = (row + [""] * 4)[:6]
        pairs = _Pairs(
            regex(f"{_GAP % int(least or 0)}(?P<noun>{nouns}){_AFTER}"),
            right,
            level == "提示",
            regex(excuse) if excuse else None,
        )
        for verb in heads.split("|"):
            found.setdefault(verb, []).append((nouns, pairs))
    return {
        verb: _Verb(
            regex("|".join([nouns for nouns, _ in entries])),
            tuple([pairs for _, pairs in entries]),
        )
        for verb, entries in found.items()
    }
