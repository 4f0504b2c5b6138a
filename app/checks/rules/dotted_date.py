"""2019.3.8 and 2020/11/2 in running text, 2019-3-8 below a signature too."""

import datetime as dt
import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_DATE = regex(
    r"(?<=[\u4e00-\u9fff，；])(?<![0-9][至到])(?<![版本号码第])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[.．/])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>[12][0-9]|3[01]|0?[1-9])(?=[\u4e00-\u9fff，。；])(?!版|号文)"
)
# The day of the paper itself, alone in its line.
_SIGNED = regex(
    r"\s*[（(]?(?P<date>(?P<year>20[0-9]{2})\s?(?P<mark>[-.．－/])\s?(?P<month>1[0-2]|0?[1-9])\s?(?P=mark)\s?(?P<day>[12][0-9]|3[01]|0?[1-9])日?)[）)]?\s*"
)
_NO_DATE = regex("(?:版本|型号|编号|序号|批号|文号|标准)[^，。；]*$")


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(f"{n}{mark}" for n in range(10) for mark in (*".．/-－", " .", " -")),
)
def dotted_date(paragraph: Paragraph) -> Iterator[Spot]:
    """日期用了圆点、斜线。

    成文日期、正文里的日期写作“2019年3月8日”；“2019.3.8”“2019/3/8”“2019-3-8”只用于表格、编号。

    来源：GB/T 9704—2012 7.3.5.4；GB/T 15835—2011 4.1.3；GB/T 7408.1—2023
    Bad: 该厂于⟦2019.3.8⟧投产，⟦2020/11/2⟧起扩建。 -> 该厂于2019年3月8日投产，2020年11月2日起扩建。
    Bad: date| ⟦2023.5.06⟧ -> 2023年5月6日
    Bad: date| ⟦2023-5-6⟧ -> 2023年5月6日
    Bad: date_line| （⟦2023/5/6⟧） -> （2023年5月6日）
    Good: date| 2023年5月6日
    Good: 该厂于2019年3月8日投产。版本号为2019.3.8，日期：2019.3.8至2019.3.9，GB 2019.3.8，于2019.13.8。
    """
    text = paragraph.text
    if paragraph.role in (Role.DATE, Role.DATE_LINE):
        signed = _SIGNED.fullmatch(text)
        if signed is not None and (right := _written(signed)) is not None:
            said, severity = "成文日期用“年月日”", Severity.ERROR
            yield Spot(*signed.span("date"), said, right, severity=severity)
    elif paragraph.role is not Role.OBJECT and ("。" in text or "！" in text):
        for found in _DATE.finditer(text):
            if _NO_DATE.search(text, max(found.start() - 8, 0), found.start()):
                continue
            right = _written(found)
            if right is not None:
                yield Spot(*found.span(), "正文里的日期用“年月日”", right)


def _written(found: re.Match[str]) -> str | None:
    """Return a day as the standard writes it, None for one that there is not."""
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    try:
        dt.date(year, month, day)
    except ValueError:
        return None
    return f"{year}年{month}月{day}日"
