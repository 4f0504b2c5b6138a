"""三会一课 and the like without quotation marks."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.lexicons import formulations
from app.patterns import regex

_NUMERAL = regex("[一二三四五六七八九十两]")
# 五级书记 and 一带一路 are written without them as well.
_FREE = frozenset(("五级书记", "一带一路", "两弹一星", "六大保护", "三治融合", "三大攻坚战"))
_NAMES = frozenset(
    [
        name
        for entry in formulations()
        for name in re.findall("“([\u4e00-\u9fff]{4,})”", entry.name)
        if _NUMERAL.match(name) and name not in _FREE
    ]
)
# Names of which only a part is marked: “十四五”规划, “八五”普法.
_PLANS = [f"十{n}五" for n in ("", *"一二三四五")]
_QUOTED = {
    "村两委": "村“两委”",
    "居两委": "居“两委”",
    **{
        part + rest: f"“{part}”{rest}"
        for parts, rests in (
            (["三公"], ["经费"]),
            (["四风"], ["问题"]),
            (["三农"], ["工作", "问题"]),
            (["放管服"], ["改革"]),
            (["七一"], ["重要讲话"]),
            (["双减"], ["政策", "工作"]),
            (["两新"], ["组织", "党组织"]),
            (_PLANS, ["规划", "时期", "期间"]),
            ([f"{n}五" for n in "四五六七八九"], ["普法"]),
        )
        for part in parts
        for rest in rests
    },
}
_TOLD = _NAMES | _QUOTED.keys()
# 以五比五看为抓手, 开展三减三健行动
_COINED = regex(
    "(?<![“零一二三四五六七八九十百千万第])(?P<same>[三四五六七八九])(?![天年月日夜])[\u4e00-\u9fff](?P=same)[\u4e00-\u9fff]"
    "(?=为抓手|为载体|为主线|活动|行动|机制|模式|工作法)"
)
_STRAIGHT = frozenset("\"'‚‘")
_MARKS = (("“", "”"), ("《", "》"), ("『", "』"), ("「", "」"))


@rule(
    group="标点",
    severity=Severity.HINT,
    idle=True,
    triggers=(
        *sorted(_TOLD),
        "为抓手",
        "为载体",
        "为主线",
        "活动",
        "行动",
        "机制",
        "模式",
        "工作法",
    ),
    yields_to=("formulation_misquote",),
)
def bare_abbreviation(paragraph: Paragraph) -> Iterator[Spot]:
    """数字缩略语没有加引号。

    “三会一课”“一岗双责”等用数字概括的简称，行文中通常加引号。

    来源：GB/T 15834—2011 4.8.3.2；提法表
    Bad: 严格落实⟦三会一课⟧制度，压实⟦一岗双责⟧。 -> 严格落实“三会一课”制度，压实“一岗双责”。
    Bad: 以⟦五比五看⟧为抓手，选好⟦村两委⟧班子。 -> 以“五比五看”为抓手，选好村“两委”班子。
    Bad: 编制⟦十四五规划⟧，抓好⟦八五普法⟧，整治⟦四风问题⟧。 -> 编制“十四五”规划，抓好“八五”普法，整治“四风”问题。
    Good: 严格落实“三会一课”制度，编制《青石县十四五规划》，印发《推进四议两公开工作的通知》，推进“践行三严三实、争当表率”活动。
    Good: 坚持党政同责、一岗双责、齐抓共管。
    Good: 五级书记抓乡村振兴，三天三夜为抓手，两战两胜。
    """
    text = paragraph.text
    for word, start, end in paragraph.hits:
        if word in _TOLD and not _marked(text, start, end):
            yield Spot(start, end, "数字缩略语通常加引号", _QUOTED.get(word, f"“{word}”"))
    for found in _COINED.finditer(text):
        if not _marked(text, *found.span()):
            yield Spot(*found.span(), "数字缩略语通常加引号", f"“{found[0]}”")


def _marked(text: str, start: int, end: int) -> bool:
    """Whether a stretch stands within marks, or in 党政同责、一岗双责、齐抓共管."""
    before = text[max(start - 5, 0) : start]
    return (
        before[-1:] in _STRAIGHT
        or before == "党政同责、"
        or any(
            text.count(opening, 0, start) > text.count(closing, 0, start)
            or (text[start - 1 : start] == opening and text[end : end + 1] == closing)
            for opening, closing in _MARKS
        )
    )
