"""一， 一. and 一 without a mark where 一、 belongs."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.checks.language.han import NUMERALS
from app.document.model import Role
from app.document.numbering import Form, leading
from app.patterns import regex

_HEADED = (Role.HEADING1, Role.HEADING2)
_KEPT = regex("^\\s*[一二三四五六七八九十]{1,3}、")


@rule(group="编号", severity=Severity.ERROR, habit=Habit(_KEPT))
def number_separator(paragraph: Paragraph) -> Iterator[Spot]:
    """汉字序号后应用顿号。

    “一”“二”等汉字序号之后用顿号，不用逗号、圆点、冒号或者空格。

    来源：GB/T 15834—2011 附录B.3；GB/T 9704—2012 7.3.3
    Bad: heading1| ⟦三，⟧抓好落实 -> 三、抓好落实
    Bad: heading1| ⟦三.⟧抓好落实 -> 三、抓好落实
    Bad: heading1| ⟦三 ⟧抓好落实 -> 三、抓好落实
    Bad: heading1| ⟦三·⟧抓好落实 -> 三、抓好落实
    Good: heading1| 三、抓好落实
    Good: 第一，抓好落实。第二，严格考核。
    Good: 一是抓好落实，二是严格考核。
    Good: 一，二，三，大家一起喊口号。
    """
    if paragraph.role not in _HEADED or paragraph.text.lstrip()[:1] not in NUMERALS:
        return
    found = leading(paragraph.text)
    if found is None or found.form is not Form.CHINESE or found.text.endswith("、"):
        return
    if paragraph.text[found.end : found.end + 1] in NUMERALS:
        return
    numeral = found.text.strip().rstrip("，,．.：:·。 ")
    end = found.end
    while paragraph.text[end : end + 1].isspace():
        end += 1
    yield Spot(found.start, end, f"“{numeral}”之后应当用顿号", f"{numeral}、")
