"""Quotation marks and brackets that another font or program has turned into low quotes."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_QUOTED = regex("[„‚](?P<inside>[^„‚‟‛\n]{1,60})[‟‛]")
_LONE = regex("[„‚‟‛]")
_YEAR = regex("(?:19|20)[0-9]{2}")


@rule(group="标点", severity=Severity.ERROR, triggers=tuple("„‚‟‛"))
def garbled_marks(paragraph: Paragraph) -> Iterator[Spot]:
    """引号、括号成了乱码。

    从旧文档、PDF复制时，“”和〔〕会变成„‟‚‛这类符号。括着年份的是发文字号的六角括号。

    来源：GB/T 15834—2011 4.8；公文校对惯例
    Bad: 坚持⟦‚三个到位‛⟧ -> 坚持“三个到位”
    Bad: 国办发⟦„2009‟⟧3号 -> 国办发〔2009〕3号
    Bad: 落实⟦„⟧三个到位”
    Good: 坚持“三个到位”，国办发〔2009〕3号。
    """
    text = paragraph.text
    mended: set[int] = set()
    for found in _QUOTED.finditer(text):
        mended.update(range(*found.span()))
        inside = found["inside"]
        right = f"〔{inside}〕" if _YEAR.fullmatch(inside) else f"“{inside}”"
        yield Spot(*found.span(), "引号、括号成了乱码", right)
    for found in _LONE.finditer(text):
        if found.start() not in mended:
            yield Spot(*found.span(), "引号、括号成了乱码")
