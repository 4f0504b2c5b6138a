"""Two colons in one sentence."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_SENTENCE = regex(r"[^。！？；\n“”《》（）]*：[^。！？；\n“”《》（）]*：")


@rule(group="标点", severity=Severity.HINT, idle=True, triggers=("：",), default=False)
def two_colons(paragraph: Paragraph) -> Iterator[Spot]:
    """一句话里有两个冒号。

    一个句子里一般只用一个冒号，套用时改动句子或换用别的标点。默认关闭：表单式的行很多。

    来源：GB/T 15834—2011 附录B.2
    Bad: 会议指出：要抓好三件事⟦：⟧抓早、抓小、抓实。
    Good: 会议指出：要抓好三件事。一是抓早，二是抓小。
    Good: 时间：8:30
    """
    for found in _SENTENCE.finditer(paragraph.text):
        if len(found[0]) > 10:
            yield Spot(found.end() - 1, found.end(), "一句话里有两个冒号")
