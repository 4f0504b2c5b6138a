"""Book-title marks around a whole title or around what is no document."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import title_line, titles
from app.document.edits import TextEdit
from app.patterns import regex

_WHOLE = regex(r"\s*(《)[^《》]*(》)\s*")


@rule(group="标题", severity=Severity.WARNING, scope="document", facts=title_line)
def title_book_marks(reading: Reading) -> Iterator[Spot]:
    """标题整个加了书名号。

    公文自己的标题不加书名号；标题中引用的法规、规章名称才加。

    来源：《党政机关公文处理工作条例》第九条；公文标题写法惯例
    Bad: title| ⟦《2026年全县工作要点》⟧ -> 2026年全县工作要点
    Good: title| 关于印发《考核办法》的通知
    """
    for title in titles(reading):
        found = _WHOLE.fullmatch(title.lines[0]) if len(title.lines) == 1 else None
        if found is not None:
            block = title.blocks[0]
            edits = (
                TextEdit(block, found.start(2), found.end(2), ""),
                TextEdit(block, found.start(1), found.end(1), ""),
            )
            yield Spot(
                found.start(1),
                found.end(2),
                "文稿自己的标题不加书名号",
                edits=edits,
                title="删去书名号",
                block=block,
            )
