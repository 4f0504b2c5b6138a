"""A heading much longer than a line and than its siblings."""

from collections.abc import Iterator
from statistics import median

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.headings import heading, levels


@rule(group="标题", severity=Severity.HINT, scope="document", idle=True, facts=heading)
def heading_length(reading: Reading, *, first: int = 30, second: int = 35) -> Iterator[Spot]:
    """标题过长。

    一级标题一般不超过30字，二级标题不超过35字；全文标题普遍较长的，只提示明显超出的。整段是一句话、以句号收尾的，是条文，不是标题。

    来源：公文写作惯例
    选项：first 一级标题最多几个字
    选项：second 二级标题最多几个字
    Bad:
        heading1| 一、加强领导
        heading1| 二、⟦坚持以高质量发展为主题深入推进产业转型升级和城乡融合发展工作取得更大更好的实效⟧
    Good:
        heading1| 一、加强领导
        heading1| 二、压实责任
    Good:
        heading1| 一、会议由主要负责人召集并主持，班子成员参加，有关部门负责人根据议题需要列席。
        heading1| 二、会议每月召开一次。
    """
    limits = {1: first, 2: second}
    for headings in levels(reading).values():
        usual = median([len(one.text) for one in headings])
        for one in headings:
            limit = limits.get(one.level, 40)
            stated = reading.document.blocks[one.block].text.startswith("。", one.end)
            if len(one.text) > max(limit, 1.5 * usual) and not stated:
                said = f"标题{len(one.text)}个字，超过{limit}字"
                yield Spot(one.start, one.end, said, block=one.block)
