"""A quotation mark within a phrase that it should stand before: 以“群众为中心”."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_AIMS = "中心|根本|本|先|主|重|荣|耻|纲|核心|主线|目标|导向|宗旨|基础|抓手|载体|龙头|依托|重点|准绳|依据|己任|乐|镜|鉴"
# 以“群众为中心”的理念, 化“腐朽为神奇”
_OPENED = regex(
    rf"以“(?![以“])[^“”，。；]{{1,12}}为(?:{_AIMS})”"
    r"|化“(?:腐朽为神奇|危为机|干戈为玉帛|压力为动力|悲痛为力量|整为零|繁为简|被动为主动|危机为契机|阻力为动力)”"
)
# “十三五规划”: the name of the plan stands between the marks, what it is behind them.
_PLAN = regex("“十[一二三四五]五(?P<odd>(?:发展)?规划(?:纲要)?”)")

# 按照“谁使用，谁负责的原则”: what is quoted ends before 的.
_PRINCIPLE = regex(
    "(?:按照?|依照|根据|本着|坚持|遵循|遵照|贯彻|落实)“[^“”。；]{4,40}(?P<odd>的(?:原则|要求|方针|思路|方法)”)"
)


@rule(
    group="标点",
    severity=Severity.WARNING,
    triggers=(
        "以“",
        "化“",
        *(f"{word}”" for word in ["规划", "规划纲要", "原则", "要求", "方针", "思路", "方法"]),
    ),
)
def quote_place(paragraph: Paragraph) -> Iterator[Spot]:
    """引号把一句话截断了。

    “以……为中心”“化……为……”是一个整体，要引就整个引起来；前引号放在“以”“化”后面，引号里的半句话不成话。“十四五”是引的，“规划”不引。

    来源：GB/T 15834—2011 4.8；公文校对惯例
    Bad: 始终坚持⟦以“⟧住户为中心”的服务理念。 -> 始终坚持“以住户为中心”的服务理念。
    Bad: 巧手⟦化“⟧腐朽为神奇”，做出新花样。 -> 巧手“化腐朽为神奇”，做出新花样。
    Bad: 编制“十四五⟦规划”⟧，检查“十三五⟦规划纲要”⟧的执行。 -> 编制“十四五”规划，检查“十三五”规划纲要的执行。
    Bad: 按照“谁使用，谁负责⟦的原则”⟧执行。 -> 按照“谁使用，谁负责”的原则执行。
    Good: 按照“谁使用，谁负责”的原则，领会“按劳分配的原则”。
    Good: “十四五”规划，“十四五时期的水利规划”。
    Good: 坚持“以住户为中心”的理念，以“邻里守望”为主题，以“以老带新”为抓手，以“立足岗位，服务为先，奉献为本”为口号。
    """
    for found in _OPENED.finditer(paragraph.text):
        start = found.start()
        said = f"前引号应当放在“{paragraph.text[start]}”前面"
        yield Spot(start, start + 2, said, f"“{paragraph.text[start]}")
    for found in _PLAN.finditer(paragraph.text):
        mend = f"”{found['odd'][:-1]}"
        yield Spot(*found.span("odd"), "引号只引“十几五”，“规划”放在引号后面", mend)
    for found in _PRINCIPLE.finditer(paragraph.text):
        mend = f"”{found['odd'][:-1]}"
        yield Spot(*found.span("odd"), f"“{found['odd'][:-1]}”放在引号后面", mend)
