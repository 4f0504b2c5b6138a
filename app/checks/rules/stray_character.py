"""Invisible and foreign characters that come with copied text."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_STRAY = regex(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ue000-\uf8ff\ufffd]+|(?<=[\u4e00-\u9fff”》）])\u00a0+|\u00a0+(?=[\u4e00-\u9fff“《（])"
)


@rule(group="待填与杂质", severity=Severity.WARNING)
def stray_character(paragraph: Paragraph) -> Iterator[Spot]:
    """混入不可见字符。

    从网页、PDF复制的文字常带不间断空格、零宽字符和私用区乱码，排版时会错位或显示为方块。

    来源：排版与交换惯例
    Bad: “两新”⟦\u00a0⟧组织 -> “两新”组织
    Bad: 工作⟦\u200b⟧要点 -> 工作要点
    Good: “两新”组织
    """
    text = paragraph.text
    if text.isprintable() and "\ufffd" not in text:
        return
    for found in _STRAY.finditer(text):
        private = "\ue000" <= found[0][0] <= "\uf8ff" or found[0][0] == "\ufffd"
        said = "显示不出的字符" if private else "不可见的字符"
        yield Spot(*found.span(), said, None if private else "", title="删去")
