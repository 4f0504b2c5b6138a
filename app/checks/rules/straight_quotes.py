"""Typewriter quotation marks in Chinese text."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.checks.language.han import HAN
from app.document.edits import TextEdit
from app.patterns import regex

# “三个到位": one of the two is right.
_HALF = regex('(?<=“)[^“”"＂]{1,40}(?P<close>["＂])|(?P<open>["＂])(?=[^“”"＂]{1,40}”)')
_DOUBLE = regex(r'"([^"]*)"|＂([^＂]*)＂')


@rule(group="标点", severity=Severity.ERROR, triggers=('"', "＂"), habit=Habit(regex("“")))
def straight_quotes(paragraph: Paragraph) -> Iterator[Spot]:
    """用了直引号。

    中文使用“”和‘’，键盘直接打出的直引号分不出前后。全文一直这样写的，只在第一处指出，可以同类全部改正。

    来源：GB/T 15834—2011 4.8
    Bad: 落实⟦"两个维护"⟧要求 -> 落实“两个维护”要求
    Bad: 落实“三个到位⟦"⟧要求 -> 落实“三个到位”要求
    Bad: 推行⟦"⟧一窗通办”改革 -> 推行“一窗通办”改革
    Good: 字段name="value"不变
    Good: 落实“两个维护”要求
    """
    text = paragraph.text
    if text.count('"') + text.count("＂") == 1:
        half = _HALF.search(text)
        if half:
            side, right = ("close", "”") if half["close"] else ("open", "“")
            yield Spot(*half.span(side), "前后引号不是一对", right)
    for found in _DOUBLE.finditer(text):
        start, end = found.span()
        around = text[start - 1 : start] + text[end : end + 1]
        if re.search(f"[{HAN}]", found[0]) or re.fullmatch(f"[{HAN}，。、]+", around):
            edits = (TextEdit(0, end - 1, end, "”"), TextEdit(0, start, start + 1, "“"))
            yield Spot(start, end, "直引号应改为中文引号", edits=edits, title="改为“”")
