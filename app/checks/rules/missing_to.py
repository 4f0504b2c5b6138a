"""A rise or a fall told from one figure to another, without the word for "to"."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_N = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_HOW = "(?:逐步|大幅|大幅度|稳步|迅速|快速|持续|明显|显著|平均|相应|已经?)?"
# 由县里抽调10人: a figure of its own, no starting point.
_STARTS = "抽调|选派|安排|组织|负责|出资|投入|新增|购买|派出|捐"
_FOUND = regex(
    rf"[从由](?!事)(?:(?!{_STARTS})[^，。；：！？]){{0,16}}?(?<![0-9.,至到]){_N}(?P<unit>[^0-9，。；：、（）]{{1,5}}?){_HOW}"
    rf"(?P<odd>(?P<verb>提高|增加|上升|增长|扩大|提升|扩展|降低|减少|下降|缩短|压缩|压减|缩减|下调|上调)了?)"
    rf"{_N}(?P=unit)(?![0-9\u4e00-\u9fff]*[到至])(?!，(?:已经?|总数|共)?(?:达|增至|升至|降至|减至|变为|为))"
)


@rule(group="数字", severity=Severity.WARNING, idle=True, triggers=("从", "由"))
def missing_to(paragraph: Paragraph) -> Iterator[Spot]:
    """“从……提高到……”缺“到”。

    “从”“由”后面的数是起点，变化以后的数前面要用“到”或者“至”；缺了“到”，后面的数成了增减的量。

    来源：数字使用常识
    Bad: 群众参与率从3%⟦提高⟧31%。 -> 群众参与率从3%提高到31%。
    Bad: 制度由6条⟦增加了⟧21条，办理时限由20个工作日⟦压缩⟧5个工作日。 -> 制度由6条增加到21条，办理时限由20个工作日压缩到5个工作日。
    Bad: 覆盖率由2020年末的23%⟦提高⟧31%。 -> 覆盖率由2020年末的23%提高到31%。
    Bad: 床位从去年的120张大幅⟦增加⟧300张。 -> 床位从去年的120张大幅增加到300张。
    Good: 群众参与率从3%提高到31%，制度由6条增加至21条，时限由20天压缩为5天。
    Good: 占比由31%提高2个百分点，达到33%；从今年起每年增加5人。
    Good: 由原来的5人增加2人，达到7人；由县级部门抽调10人增加3人值班。
    Good: 从事养殖的20户增加15户，由县财政安排20万元，比上年增加5万元。
    """
    for found in _FOUND.finditer(paragraph.text):
        said = "前面有“从、由”，这里疑缺“到”"
        yield Spot(*found.span("odd"), said, f"{found['verb']}到")
