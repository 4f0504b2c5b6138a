"""The year in the number of a paper, and the year in which the paper is signed."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_NUMBER = regex(
    r"^\s*[\u4e00-\u9fff]{2,16}[〔\[［【（(](?P<year>20[0-9]{2})[〕\]］】）)]第?[0-9]{1,4}号\s*$"
)
_DATE = regex(
    r"^\s*(?P<year>20[0-9]{2}|二[〇○0Oo零]{1}[〇○0Oo零一二三四五六七八九]{2})年(?P<month>[0-9一二三四五六七八九十]{1,2})月[0-9一二三四五六七八九十]{1,3}日\s*$"
)
_DIGITS = str.maketrans("〇○Oo零一二三四五六七八九", "00000123456789")


def years(paragraph: Paragraph) -> tuple[str, int, bool, int, int] | None:
    """Return the year of a line that is a document number or a date: a facts function.

    With it: whether the month is January, and the place of the year.
    """
    if paragraph.role in (Role.OBJECT, Role.BLANK):
        return None
    for sort, pattern in (("号", _NUMBER), ("日", _DATE)):
        found = pattern.match(paragraph.text)
        if found is not None:
            year = int(found["year"].translate(_DIGITS))
            first = sort == "日" and found["month"] in ("1", "01", "一")
            return sort, year, first, *found.span("year")
    return None


@rule(
    group="要素",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=("年", "号"),
    facts=years,
)
def number_year(reading: Reading) -> Iterator[Spot]:
    """发文字号的年份与成文日期不符。

    发文字号的年份就是发文的年份，应当与成文日期同年。相差一年，多半是沿用旧稿没有改全；成文日期在一月的，只作提示。

    来源：GB/T 9704—2012 7.2.5、7.3.5
    Bad:
        青水文〔⟦2023⟧〕18号
        title| 关于开展护林联防的通知
        各村：
        现将护林联防有关事项通知如下。
        date| 2024年3月6日
    Bad:
        青水文〔⟦2025⟧〕2号
        title| 关于开展护林联防的通知
        现将护林联防有关事项通知如下。
        date| 二〇二四年一月六日
    Good:
        青水文〔2024〕18号
        title| 关于开展护林联防的通知
        现将护林联防有关事项通知如下。
        date| 2024年3月6日
    """
    found = [(block, *fact) for block, fact in reading.present()]
    numbers = [one for one in found if one[1] == "号"]
    dates = [one for one in found if one[1] == "日"]
    if len(numbers) != 1 or not dates or len({year for _, _, year, *_ in dates}) > 1:
        return
    block, _, year, _, start, end = numbers[0]
    _, _, signed, january, *_ = dates[-1]
    if year != signed:
        hint = Severity.HINT if january and year < signed else None
        said = f"成文日期是{signed}年"
        yield Spot(start, end, said, block=block, severity=hint)
