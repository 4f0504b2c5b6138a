"""的 behind what says how something is done, where what follows shows a verb: 极大的方便了群众."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from app.checks.language.words import sorts
from app.patterns import regex

_LATER = "发展|成长|前进|运行|进行|增长|工作|生活|学习|实施|进步|延续"
_ALONG = "出来|起来|下来|下去|开来|进去|进来|过来|回去"
# 创造性, 毫无保留: words of manner that the dictionary takes for something else.
_KNOWN = regex(
    "(?:创造性|毫无保留|诚挚|持续健康|最大限度|保质保量|按时保质|有针对性|又好又快|多快好省)$"
)
_SORTS = frozenset(("d", "ad", "a", "z", "i"))
_STOP = regex("[，。；：、！？“”（）]")
# What governs a thing, or says which of several: 采取有效的, 最好的, 这样的.
_HELD = regex(
    "(?:得到|没有|有|获得|受到|给予|提供|进行|[作做]出|[作做]了|取得|是|成为|当[做作]|需要|[享感]受|享有|期待|最|[这那]样|"
    "一[个种项些次]|[各多两几这那]种|其他|之间|采取|采用|制定|形成|探索出|找[到出]|建立|具有|具备|缺乏|缺少|对)[^，。；]{0,4}$"
)
# 开展工作, 解决问题: a verb and its object, never a name of a thing.
_SURE = regex(
    "的(?:开展(?:各项|本职|相关|有关)?(?:工作|活动)|解决(?:实际)?问题|完成(?:各项|工作|目标)?任务|处理问题|发现问题|(?:提高|提升)(?:工作|服务|管理|业务|教学|办事)?(?:效率|水平|能力)|投入到工作)(?![\u4e00-\u9fff])"
    "|的(?:认识|感受|体会|意识|了解|领略|领悟|感觉)到"
    "|的(?:邀请到|邀请了)[\u4e00-\u9fff]"
    "|的(?:邀请|感谢|告诉|提醒|帮助|面对)(?:[贵各您你全]|大家|广大)"
)
# 才能持续健康的发展, 毫无保留的奉献出来: the word in front or behind shows that it is done.
_WILL = regex("(?:得以|能够?|才能|必将|将|要|会|可以|应该?|必须)$")
_DONE = re.compile(
    rf"的(?:(?P<plain>{_LATER}|开展|推进|完成|提高|提升|传承)(?=[，。；！]|$|下去)"
    "|(?P<did>(?![是就为已还又也都到成给把被只仅])[\u4e00-\u9fff]{2}了(?![解结然断却得])[\u4e00-\u9fff“《])"
    rf"|(?P<along>[\u4e00-\u9fff]{{2}}(?:{_ALONG}))(?=[，。；！]|$|了))"
)
# 攻坚战的动员, 未尽事宜的处理: four characters that name a thing.
_THING = regex("[战宜患事人机业国会学]$")
# 血糖控制的一直很平稳: behind the verb it is told how it went, up to the end of the clause.
_HOW_IT_WENT = regex(
    "的(?=(?:一直|始终|也|还|都|总体|总是)?(?:很|非常|十分|比较|特别|相当|越来越|不够|不太|不是很|还算|挺|更加|更为)"
    "(?![多少大小]?的)(?P<how>[\u4e00-\u9fff]{1,4})(?<![的多少])(?:[，。；！]|$))"
)
_WISH = frozenset("要能会想该应可所")
_FAR = 10  # characters in front that tell the word before 的


def adverbial_marks(text: str) -> Iterator[int]:
    """Yield the places of 的 between how something is done and what shows that a verb follows."""
    for found in chain(_SURE.finditer(text), _DONE.finditer(text)):
        before = _before(text, found.start())
        how = _manner(before)
        front = before.removesuffix(how)
        plain = found.re is _DONE and found["plain"]
        if how and (_WILL.search(front) if plain else not _HELD.search(front)):
            yield found.start()


def _before(text: str, at: int) -> str:
    """Return what of its clause stands right before a place, as far as words are told by it."""
    return _STOP.split(text[max(at - 2 * _FAR, 0) : at])[-1]


def _manner(before: str) -> str:
    """Return the word at the end of a stretch if it says how something is done, else ""."""
    known = _KNOWN.search(before)
    if known:
        return known[0]
    word, sort = sorts(before)[-1] if before else ("", "")
    plain = sort in _SORTS and len(word) > 1 and word[0] != "最"
    return word if plain and not _THING.search(word) else ""


def result_marks(text: str) -> Iterator[int]:
    """Yield the places of 的 between a verb and how it turned out: 控制的一直很平稳."""
    for found in _HOW_IT_WENT.finditer(text):
        before = _before(text, found.start())
        words = sorts(before) if before else []
        if (
            len(words) > 1
            and words[-1][1] == "v"
            and words[-2][1] not in {"r", "uj", "c"}
            and words[-2][0] not in _WISH
            and all(sort[0] not in "nv" for _, sort in sorts(found["how"]))  # 制发的特别通行证
        ):
            yield found.start()
