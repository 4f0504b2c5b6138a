"""Western brackets in Chinese text."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.checks.language.han import HAN
from app.document.edits import TextEdit
from app.patterns import regex

_BRACKETS = regex(r"\(([^()（）]*)\)")
_INSIDE = regex(f"[{HAN}]")
_NAMED = regex(rf"[{HAN}]\([A-Z][A-Za-z]+\)(?![A-Za-z])")  # 总值(GDP)
_BETWEEN = regex(rf"[{HAN}]\([0-9A-Z]{{1,4}}\)[{HAN}]")
_NUMBER = regex(r"[一二三四五六七八九十]+")


@rule(
    group="标点",
    severity=Severity.ERROR,
    triggers=("(",),
    habit=Habit(regex(f"（(?!{_NUMBER.pattern}）)"), Severity.HINT, least=2),
)
def half_width_bracket(paragraph: Paragraph) -> Iterator[Spot]:
    """中文里用了半角括号。

    中文语句使用全角括号；半角括号排版时只占半个字位。全文一直这样写的，是录入的习惯，只提示一次，可以同类全部改正。

    来源：GB/T 15834—2011 4.9、第5章
    Bad: 标题⟦(含成文日期)⟧和正文 -> 标题（含成文日期）和正文
    Bad: 各级党委⟦(党组)⟧要带头学 -> 各级党委（党组）要带头学
    Bad: 车载定位系统⟦(GPS)⟧在线率达99% -> 车载定位系统（GPS）在线率达99%
    Bad: 初一⟦(2)⟧班 -> 初一（2）班
    Good: 使用WPS(Windows)版本，函数f(x)不变。
    Good: 标题（含成文日期）和正文
    """
    text = paragraph.text
    for found in _BRACKETS.finditer(text):
        start, end = found.span()
        inside = _INSIDE.search(found[1]) or _NAMED.match(text, max(start - 1, 0))
        inside = inside or _BETWEEN.match(text, max(start - 1, 0))  # 六(2)班
        if not inside or (not text[:start].strip() and _NUMBER.fullmatch(found[1])):
            continue
        edits = (TextEdit(0, end - 1, end, "）"), TextEdit(0, start, start + 1, "（"))
        yield Spot(start, end, "中文里的半角括号", edits=edits, title="改为全角括号")
