"""A number of points announced, and the points that follow."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.numbers import NUMBERED
from app.document.model import Role
from app.document.numbering import Form, from_chinese, leading
from app.patterns import regex

_N = "[两二三四五六七八九十]|[0-9]{1,2}"
_NOUN = "个?方面(?:的?(?:问题|工作|任务|措施|内容|原因|特点|意见|要求|成效|情况))?|点(?:意见|要求|建议|体会|希望|看法)|项(?:事项|决定|内容|制度|工作|任务|措施|重点工作|重点任务|举措|要求|议题|议程)|件(?:事情?|大事|实事)|条(?:意见|措施|建议|要求)|个(?:问题|原因|环节|重点|特点|关键|不足|短板)"
_CLAIM = regex(
    rf"(?:主要有|存在|有以下|有|以下|做好|抓好|提出|突出|谈|讲|强调|做到|议定|研究|审议|坚持|重点抓|是|集中在|体现在|表现在|为|抓)(?:以下|如下|这|好|了)?(?P<claim>(?P<n>{_N})(?:{_NOUN}))(?P<rest>[^。；]{{0,12}}?)[：。，]"
)
_COUNT = regex("[两二三四五六七八九十0-9](?:个|方面|点|项|件|条)")
# 有4项工作在全省作了交流, 有17个问题未整改: told of the things, not of a list.
_TOLD = regex("未|没有|[在被受获得已]|作了|完成|[0-9]项")
# 突出五类重点场所：一是……, 做到“四个到位”，一是……
_COLON = regex(
    rf"(?P<claim>(?P<n>{_N})(?:大|个|类|项|条|种|点|件)[\u4e00-\u9fff]{{0,8}})(?P<rest>)(?:：|[”\"]，)(?=一[是要])"
)
_LISTED = regex(rf"(?P<items>[^。；：]*?)等(?P<n>{_N})个方面")
_SERIES = regex(
    r"(?:^|(?<=[。；：，、！？”]))(?P<n>[一二三四五六七八九十])(?P<word>是|要|(?<=[：；。].)、(?=[\u4e00-\u9fff]{2}))(?![一二三四五六七八九十](?:[，、。；！]|$))"
)
_SKIPPED = frozenset((Role.OBJECT, Role.BLANK))


_Claim: TypeAlias = tuple[int, int, int, str]  # start, end, number or -points, as it stands
_Fact: TypeAlias = tuple[str, tuple[_Claim, ...], int]


def claimed(paragraph: Paragraph) -> _Fact | None:
    """Return the claims of a paragraph, the points after each, and its own number: facts."""
    if paragraph.role in _SKIPPED:
        return None
    text = paragraph.text
    claims: list[_Claim] = []
    opened = _COLON.finditer(text) if "：一" in text or "，一" in text else ()
    told = _CLAIM.finditer(text) if _COUNT.search(text) else ()
    for m in (*told, *opened):
        if any(m.end("claim") == end for _, end, _, _ in claims):
            continue  # found by the other pattern already
        if _TOLD.search(m["rest"]) or _CLAIM.search(text, m.end() - 1, m.end() + 24):
            continue
        value = from_chinese(m["n"]) or 0
        points = _points(text, m.end())
        rest = text[m.end() :].strip()
        if points:
            if points != value:
                claims.append((m.start("claim"), m.end("claim"), -points, m["claim"]))
        elif len(rest) < 30:
            claims.append((m.start("claim"), m.end("claim"), value, m["claim"]))
    number = leading(text) if paragraph.role in NUMBERED else None
    form = str(number.form) if number else ""
    return form, tuple(claims), number.value if number else 0


@rule(
    group="一致",
    severity=Severity.WARNING,
    idle=True,
    scope="document",
    facts=claimed,
    yields_to=("agenda_count",),
)
def claimed_count(reading: Reading) -> Iterator[Spot]:
    """所说的项数与列出的不符。

    “三个方面”“抓好四件事”应与后面“一是……”“（一）……”列出的项数一致。

    来源：公文校对惯例
    Bad: 各村要做到“⟦四个到位⟧”，一是责任到位。二是物资到位。三是人员到位。
    Good: 各村要做到“三个到位”，一是责任到位。二是物资到位。三是人员到位。
    Bad: 存在的问题主要有⟦三个方面⟧：一是认识不足；二是投入不足；三是力量不足；四是机制不全。
    Bad: 提出⟦四点意见⟧：一、提高认识；二、加强领导；三、狠抓落实。
    Bad: 检查中突出⟦五类重点场所⟧：一是矿山；二是化工厂；三是学校；四是医院。
    Bad:
        下面，我讲⟦三点意见⟧。
        一、提高认识
        二、落实责任
        三、严格考核
        四、加强领导
    Good:
        有4项工作在全省作了交流。成绩来之不易：一是思路清，二是措施实，三是作风硬。
    Good:
        目前尚有17个问题未整改，主要原因有三点：一是时间长，二是程序多，三是机制不顺。
    Good: 存在的问题主要有三个方面：一是认识不足；二是投入不足；三是力量不足。
    Good:
        下面，我讲三点意见。
        一、提高认识
        二、落实责任
        三、严格考核
    Good: 要做好三件事。一是抓早。二是抓小。一要快，二要准。三是抓实。
    """
    found = list(reading.present())
    for at, (block, (_, claims, _)) in enumerate(found):
        for start, end, value, name in claims:
            listed = -value if value < 0 else _following(found, at + 1)
            if listed and listed != value and listed * 3 >= value:
                yield Spot(start, end, f"说的是“{name}”，后面列出{listed}项", block=block)


def _points(text: str, start: int) -> int:
    """Return how many points of the first series follow `start`, 0 where no series does."""
    word, last = "", 0
    for m in _SERIES.finditer(text, start):
        number = "一二三四五六七八九十".index(m["n"]) + 1
        if not word and number == 1 and m.start() - start < 12:
            word, last = m["word"], 1
        elif m["word"] == word and number == last + 1:
            last = number
        elif m["word"] == word:
            break
    return last if last > 1 else 0


def _following(found: Sequence[tuple[int, _Fact]], at: int) -> int:
    """Return how many siblings the series has that begins with the paragraph at a place."""
    if at == len(found) or found[at][1][2] != 1 or found[at][1][0] in ("", Form.PART):
        return 0
    form, last = found[at][1][0], 1
    higher = _HIGHER.get(form, ())
    for _, (other, _, number) in islice(found, at + 1, None):
        if other == form:
            if number != last + 1:
                break
            last = number
        elif other in higher:
            break
    return last if last > 1 else 0


_HIGHER: dict[str, tuple[str, ...]] = {
    Form.CHINESE: (Form.PART,),
    Form.CHINESE_BRACKET: (Form.CHINESE, Form.PART),
    Form.ARABIC: (Form.CHINESE_BRACKET, Form.CHINESE, Form.PART),
    Form.ARABIC_BRACKET: (Form.ARABIC, Form.CHINESE_BRACKET, Form.CHINESE, Form.PART),
    Form.IS: (Form.ARABIC, Form.CHINESE_BRACKET, Form.CHINESE, Form.PART),
}
