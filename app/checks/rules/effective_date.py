"""The day from which a statute holds, given otherwise than it is."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.lexicons import rows, sourced
from app.patterns import regex

_ALIAS = regex(
    r"《(?P<name>[^《》]{4,40})》[^《》。]{0,6}（以下?简?称[^《》）]{0,4}《(?P<short>[^《》]{2,8})》"
)
_SINCE = regex(
    r"《(?P<name>[^《》]{2,40})》[^。；《》]{0,24}?自(?P<date>(?P<year>20[0-9]{2})年(?P<month>[0-9]{1,2})月"
    r"(?P<day>[0-9]{1,2})日)起?(?:正式)?(?:施行|实施|生效)"
)
_BARE = regex(r"^(?:中华人民共和国|中国共产党)|（[^（）]*）$")
Said = tuple[str, int, int, int, int, int]  # name, place, year, month, day


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[dt.date, ...]]:
    return {
        row[0]: tuple([dt.date.fromisoformat(day) for day in row[1].split()])
        for row in rows("effective.tsv")
    }


def days_said(
    paragraph: Paragraph,
) -> tuple[tuple[tuple[str, str], ...], tuple[Said, ...]] | None:
    """Return short names with what they stand for, and the days from which names hold: facts."""
    text = paragraph.text
    aliases = tuple([(m["short"], _BARE.sub("", m["name"])) for m in _ALIAS.finditer(text)])
    said = tuple(
        [
            (m["name"], *m.span("date"), int(m["year"]), int(m["month"]), int(m["day"]))
            for m in _SINCE.finditer(text)
        ]
    )
    return (aliases, said) if aliases or said else None


@rule(
    group="提法",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    triggers=("简称《", "施行", "实施", "生效"),
    facts=days_said,
)
def effective_date(reading: Reading) -> Iterator[Spot]:
    """法律法规的施行日期有误。

    常引法律、法规、党内法规的施行日期与已知的只差月日或者只差一年的，请核对。

    来源：施行日期表（resources/lexicons/effective.tsv，由整理者辑录，只作核对线索）
    Bad: 《中华人民共和国民法典》自⟦2021年1月10日⟧起施行。
    Bad: 新修订的《中国共产党纪律处分条例》自⟦2024年7月1日⟧起施行。
    Bad: 《安全生产法》自⟦2021年8月1日⟧起正式施行。
    Bad: 《优化营商环境条例》自⟦2019年1月1日⟧起施行。
    Bad:
        认真学习新修订的《中国共产党纪律处分条例》（以下简称《条例》）。
        新修订的《条例》自⟦2024年7月1日⟧起施行，共3编158条。
    Good: 《中华人民共和国民法典》自2021年1月1日起施行，《安全生产法》自2021年9月1日起施行。
    Good: 《云屏市优化营商环境条例》自2023年3月1日起施行，本办法自2024年7月1日起施行。
    Good: 《安全生产法》自2002年11月1日起施行。
    """
    found = list(reading.present())
    whole = dict([alias for _, (aliases, _) in found for alias in aliases])
    for block, (_, ones) in found:
        for name, start, end, year, month, day in ones:
            days = _known().get(_BARE.sub("", whole.get(name, name)), ())
            try:
                said = dt.date(year, month, day)
            except ValueError:
                continue
            near = [one for one in days if _near(one, said)]
            if said not in days and near:
                right = f"{near[0].year}年{near[0].month}月{near[0].day}日"
                source = sourced("整理者知识，未逐条核对", "effective.tsv")
                yield Spot(start, end, f"疑为{right}{source}", block=block)


def _near(one: dt.date, other: dt.date) -> bool:
    """Whether two days differ in the month and day only, or in one year only."""
    same = (one.month, one.day) == (other.month, other.day)
    return one.year == other.year or (same and abs(one.year - other.year) == 1)
