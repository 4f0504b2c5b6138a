"""Paragraphs too long without a heading."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role


@rule(group="词语", severity=Severity.HINT, idle=True)
def long_paragraph(paragraph: Paragraph, *, most: int = 800) -> Iterator[Spot]:
    """段落过长。

    一段超过800字（可在选项里调整），可以分段或者加小标题。

    来源：公文写作惯例
    选项：most 一段最多几个字
    Bad{most=20}: ⟦各部门要加强组织领导，成立工作专班，明确⟧分管领导和具体责任人。
    Good: 各部门要加强组织领导，明确责任。
    """
    if len(paragraph.text) > most and paragraph.role in (Role.BODY, Role.ITEM):
        yield Spot(0, min(20, len(paragraph.text)), f"这一段{len(paragraph.text)}字，可以考虑分段")
