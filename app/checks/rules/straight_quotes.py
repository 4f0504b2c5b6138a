"""Typewriter quotation marks in Chinese text."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.han import HAN
from app.document.edits import TextEdit

_DOUBLE = re.compile(r'"([^"]*)"|＂([^＂]*)＂')


@rule(group="标点", severity=Severity.ERROR, triggers=('"', "＂"))
def straight_quotes(paragraph: Paragraph) -> Iterator[Spot]:
    """用了直引号。

    中文使用“”和‘’，键盘直接打出的直引号分不出前后。

    来源：GB/T 15834—2011 4.8
    Bad: 落实⟦"两个维护"⟧要求 -> 落实“两个维护”要求
    Good: 字段name="value"不变
    Good: 落实“两个维护”要求
    """
    for found in _DOUBLE.finditer(paragraph.text):
        start, end = found.span()
        around = paragraph.text[start - 1 : start] + paragraph.text[end : end + 1]
        if re.search(f"[{HAN}]", found[0]) or re.fullmatch(f"[{HAN}，。、]+", around):
            edits = (TextEdit(0, end - 1, end, "”"), TextEdit(0, start, start + 1, "“"))
            yield Spot(start, end, "直引号应改为中文引号", edits=edits, title="改为“”")
