"""Marks nested in marks of the same kind."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.edits import TextEdit
from app.patterns import regex

_KINDS = {"“": ("”", "‘", "’", "引号"), "《": ("》", "〈", "〉", "书名号")}
_TWICE = regex("“[^”]*“|《[^》]*《")


@rule(group="标点", severity=Severity.WARNING, triggers=("“", "《", "”", "》"))
def nested_quotes(paragraph: Paragraph) -> Iterator[Spot]:
    """引号、书名号套用同一种。

    引号里再用引号，外双内单；书名号里再用书名号，外双内单。

    来源：GB/T 15834—2011 4.8.3、4.15
    Bad: 他说：“要落实⟦“两个责任”⟧，做到位。” -> 他说：“要落实‘两个责任’，做到位。”
    Bad: 印发《关于落实⟦《考核办法》⟧的通知》 -> 印发《关于落实〈考核办法〉的通知》
    Good: 他说：“要落实‘两个责任’，做到位。”
    Good: 增强“四个意识”、坚定“四个自信”。
    """
    text = paragraph.text
    if not _TWICE.search(text):
        return
    for opening, (closing, inner, inner_end, name) in _KINDS.items():
        if text.count(opening) != text.count(closing):
            continue
        depth, start = 0, 0
        for character, at, _ in paragraph.hits:
            if character == opening:
                depth += 1
                start = at if depth == 2 else start
            elif character == closing:
                if depth == 2:
                    edits = (
                        TextEdit(0, at, at + 1, inner_end),
                        TextEdit(0, start, start + 1, inner),
                    )
                    said = f"{name}里再用{name}，里面的用单{name}"
                    yield Spot(start, at + 1, said, edits=edits, title=f"改为单{name}")
                depth = max(depth - 1, 0)
