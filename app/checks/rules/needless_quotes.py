"""Quotation marks around terms that take none."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.edits import TextEdit
from app.patterns import regex

_NEEDLESS = regex(
    r"(?:中央)?“((?:中央)?八项规定|乡村振兴战略|全面从严治党|高质量发展)”(?!学习教育)"
)


# 党的“十九”大
_CONGRESS = regex("(?<=党的)“(十[三四五六七八九]|二十)”(?=大(?!会))")


@rule(
    group="标点",
    severity=Severity.HINT,
    triggers=(
        "党的“",
        "“八项规定”",
        "“中央八项规定”",
        "“乡村振兴战略”",
        "“全面从严治党”",
        "“高质量发展”",
    ),
)
def needless_quotes(paragraph: Paragraph) -> Iterator[Spot]:
    """不必加引号的提法。

    “中央八项规定”等正式名称不加引号。

    来源：提法表 F146
    Bad: 落实中央⟦“八项规定”⟧精神 -> 落实中央八项规定精神
    Bad: 迎接党的⟦“十九”⟧大召开 -> 迎接党的十九大召开
    Good: 落实中央八项规定精神，纠治“四风”。
    """
    text = paragraph.text
    for found in (*_NEEDLESS.finditer(text), *_CONGRESS.finditer(text)):
        start, end = found.start(1) - 1, found.end(1) + 1
        edits = (TextEdit(0, end - 1, end, ""), TextEdit(0, start, start + 1, ""))
        yield Spot(start, end, f"“{found[1]}”通常不加引号", edits=edits, title="删去引号")
