"""Five-year plans outside their years."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.han import clause_start
from app.checks.lookback import titled
from app.patterns import regex

_PLANS = {
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
    "十六五": 2031,
}
_PLAN = regex(
    r"“?(十[一二三四五六]五)”?(?:规划|时期|期间|经济社会|末|收官|开局|的|起|开|各项|目标|建设|发展|圆满)?"
)
_LOOKS = regex(
    r"回顾|总结|评估|(?:提前|超额|全面|顺利|圆满)完成|时期取得|期间|以来|完成情况|实施情况|终期|末|收官|结束|圆满|成就|取得|“?十[一二三四五六]五”?(?:以来|期间|时期)|谋划|编制|前期|展望|研究"
)
_AHEAD = regex(r"“?十[一二三四五六]五”?(?:时期|期间)，(?:我们|全[省市县区镇])?(?:将|要)")
_CLOSING = regex(r"收官之年|收官年|最后一年|决胜之年|收官阶段")
_OPENING = regex(r"开局之年|开局年|起步之年|第一年|开好局|起好步|开局起步")
_BETWEEN = regex(r"[^。；]{0,12}")


def plans(paragraph: Paragraph) -> tuple[tuple[int, int, str], ...] | None:
    """Return where plans are named: a facts function."""
    return tuple([(*m.span(1), m[1]) for m in _PLAN.finditer(paragraph.text)]) or None


@rule(group="提法", severity=Severity.ERROR, scope="document", triggers=tuple(_PLANS), facts=plans)
def plan_period(reading: Reading) -> Iterator[Spot]:
    """五年规划与年份不符。

    “十四五”为2021—2025年，“十五五”为2026—2030年，依此类推；规划期满后不作为当前规划，收官之年是最后一年，开局之年是第一年。

    来源：提法表F103—F106
    Bad{2021-02-15}: 着眼于推动落实区“⟦十三五⟧”经济社会发展规划
    Bad{2026-03-06}: 2026年是“十五五”规划的⟦收官之年⟧ -> 2026年是“十五五”规划的开局之年
    Bad{2025-12-16}: 2026年是“⟦十四五⟧”规划开局之年 -> 2026年是“十五五”规划开局之年
    Bad{2025-02-16}: 2025年是“⟦十三五⟧”规划收官之年 -> 2025年是“十四五”规划收官之年
    Bad{2022-03-01}: “⟦十三五⟧”时期，我们将坚持创新驱动。
    Good{2021-02-15}: 为“十四五”开好局、起好步
    Good{2020-02-15}: 今年是“十三五”规划收官之年，各项指标都要冲刺达标
    Good{2026-03-01}: 提前完成“十四五”减排目标任务，空气质量持续改善
    Good{2021-02-15}: 回顾“十三五”时期，全县取得了显著成绩
    Good{2025-06-15}: 研究编制“十五五”规划
    """
    if not reading.dated:
        return
    for block, found in reading.present():
        text = reading.document.blocks[block].text
        for at, (start, end, name) in enumerate(found):
            limit = found[at + 1][0] if at + 1 < len(found) else len(text)
            stage = text[max(start - 40, 0) : limit]
            first = _PLANS[name]
            yield from _stage(
                stage, end - max(start - 40, 0), reading.date.year, first, block, start
            )
            if _over(text, start, end, reading.date.year, first):
                said = f"“{name}”是{first}—{first + 4}年，文稿是{reading.date.year}年"
                yield Spot(start, end, said, block=block)


def _over(text: str, start: int, end: int, year: int, first: int) -> bool:
    """Whether a plan whose years are over is spoken of as the current one."""
    low = clause_start(text, start)
    high = min([at for mark in "。；" if (at := text.find(mark, end)) >= 0], default=len(text))
    sentence = text[low:high]
    if year <= first + 4 or titled(text, start, end):
        return False
    if _LOOKS.search(sentence) and not _AHEAD.search(sentence):
        return False
    return year > first + 5 or not re.search(f"{first + 4}年|{first + 5}年", sentence)


def _stage(  # noqa: PLR0913, PLR0917  a stretch of text, where in it, and where it came from
    text: str, end: int, year: int, first: int, block: int, start: int
) -> Iterator[Spot]:
    """Report 收官之年 and 开局之年 said of a year that is neither."""
    between = _BETWEEN.match(text, end)
    stop = between.end() if between else end
    years = re.findall(r"(20\d{2})年", text[:end])
    said_of = int(years[-1]) if years else year
    offset = max(start - 40, 0)
    stages = (
        ("最后", _CLOSING, first + 4, (first + 4,), "开局之年", first),
        ("第", _OPENING, first, (first, first - 1), "收官之年", first + 4),
    )
    for which, pattern, meant, right_years, other, other_year in stages:
        stage_name = pattern.search(text, end)
        if stage_name is None or said_of in right_years or stage_name.start() > stop:
            continue
        said = f"{said_of}年不是这个规划的{which}一年（{first}—{first + 4}年）"
        plan = next((p for p, f in _PLANS.items() if f == said_of - (meant - first)), None)
        if plan is not None and not first <= said_of <= first + 4:
            yield Spot(start, start + 3, f"{said}，疑为“{plan}”", plan, block=block)
            return
        swap = said_of == other_year and stage_name[0] in ("收官之年", "开局之年")
        span = (stage_name.start() + offset, stage_name.end() + offset)
        yield Spot(*span, said, other if swap else None, block=block)
        return
