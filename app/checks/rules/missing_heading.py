"""A title with two matters, one of which no heading takes up."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import papers, title_line
from app.document.model import HEADINGS, Role
from app.patterns import regex

_TWO = regex(r"(总结|情况|回顾)(?:暨|及|和|与)(?:.{0,8}?)(打算|计划|安排|思路|要点)")
_LATER = regex(
    r"打算|计划|安排|思路|下一步|下步|今后|明年|重点|任务|展望|目标|下阶段|20\d\d年.{0,6}工作"
)


@rule(group="标题", severity=Severity.WARNING, scope="document", idle=True, facts=title_line)
def missing_heading(reading: Reading) -> Iterator[Spot]:
    """标题所列事项缺少对应部分。

    标题写明“总结及打算”的，正文应当有打算的部分。

    来源：公文写作惯例
    Bad:
        title| 2025年工作总结及2026年工作⟦打算⟧
        一、加强组织领导
        二、压实工作责任
    Good:
        title| 2025年工作总结及2026年工作打算
        一、2025年工作总结
        二、2026年工作打算
    """
    for title, paper in papers(reading):
        found = _TWO.search(title.lines[-1])
        if found is None:
            continue
        blocks = reading.document.blocks[paper.start : paper.stop]
        heads = [b.text for b in blocks if b.role in HEADINGS or b.role is Role.PART]
        leads = [b.text[:40] for b in blocks if "下一步" in b.text[:40] or "打算" in b.text[:40]]
        if heads and not any(_LATER.search(text) for text in (*heads, *leads)):
            said = f"标题有“{found[2]}”，正文没有相应部分"
            yield Spot(*found.span(2), said, block=title.blocks[-1])
