"""Sentences too long to read at one breath."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_SENTENCE = regex(r"[^。！？\n]+[。！？]?")


@rule(group="词语", severity=Severity.HINT, idle=True)
def long_sentence(paragraph: Paragraph, *, most: int = 180) -> Iterator[Spot]:
    """句子过长。

    一句话超过180字（可在选项里调整），读来吃力，可以拆开。总要求、指导思想一类的长句是惯例，只作提示。

    来源：公文写作惯例
    选项：most 一句最多几个字
    Bad{most=20}: ⟦各部门要加强组织领导，成立工作专班，明确分管领导和具体责任人。⟧
    Good: 各部门要加强组织领导，明确责任。
    """
    if paragraph.role not in (Role.BODY, Role.ITEM) or len(paragraph.text) <= most:
        return
    for found in _SENTENCE.finditer(paragraph.text):
        if len(found[0]) > most and "；" not in found[0]:
            yield Spot(*found.span(), f"这句话{len(found[0])}字，可以考虑拆开")
