"""The number of a yearly day, week or month of observance, and the year of the document."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.numbering import from_chinese
from app.patterns import regex

# Year of the first one, or of the one its numbers count from.
_FIRST = {
    "教师节": 1985,
    "记者节": 2000,
    "护士节": 1912,
    "国际护士节": 1912,
    "医师节": 2018,
    "人民警察节": 2021,
    "农民丰收节": 2018,
    "植树节": 1979,
    "国家宪法日": 2014,
    "宪法日": 2014,
    "宪法宣传周": 2018,
    "消防日": 1992,
    "助残日": 1991,
    "土地日": 1991,
    "世界水日": 1993,
    "中国水周": 1988,
    "防灾减灾日": 2009,
    "国家安全教育日": 2016,
    "安全生产月": 2002,
    "国家公祭日": 2014,
    "烈士纪念日": 2014,
    "世界地球日": 1970,
    "世界环境日": 1972,
    "航天日": 2016,
    "国际禁毒日": 1988,
    "世界读书日": 1996,
    "爱国卫生月": 1989,
    "世界无烟日": 1988,
    "艾滋病日": 1988,
    "生态日": 2023,
    "扶贫日": 2014,
    "世界粮食日": 1981,
    "爱眼日": 1996,
    "交通安全日": 2012,
    "知识产权日": 2001,
    "品牌日": 2017,
    "妇女节": 1911,
    "敬老月": 2010,
    "节能宣传周": 1991,
}
_NAMED = regex(
    r"第(?P<n>[0-9]{1,3}|[一二三四五六七八九十百零〇]{1,5})[个届次](?P<kind>[“‘]?(?:全国|我国|中国|国家|国际|全民|世界|“?119”?|中华人民共和国)*[“‘]?)"
    rf"(?P<name>{'|'.join(sorted(_FIRST, key=len, reverse=True))})"
)
_CLOSE = 6  # years that a text may have been left unchanged
_SPRING, _WINTER = 3, 11
_YEAR = regex(r"(20[0-9]{2})年[^。；]{0,20}$")
_BACK = regex("去年|上年|前年|明年|自[^。，；]*以来")


def observances(paragraph: Paragraph) -> tuple[tuple[int, int, int, str, int], ...] | None:
    """Return the numbered days of observance: place, number, name, year said or 0: facts."""
    found: list[tuple[int, int, int, str, int]] = []
    for m in _NAMED.finditer(paragraph.text):
        before = paragraph.text[: m.start()]
        year = _YEAR.search(before)
        if not _BACK.search(before[-16:]):
            number = from_chinese(m["n"]) or 0
            found.append((*m.span("n"), number, m["name"], int(year[1]) if year else 0))
    return tuple(found) or None


@rule(
    group="要素",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=tuple(_FIRST),
    facts=observances,
)
def observance_number(reading: Reading) -> Iterator[Spot]:
    """节日、纪念日的次序与年份不符。

    教师节从1985年起、安全生产月从2002年起逐年计数，“第几个”应当与文稿的年份一致。沿用上年的文稿容易忘记改。

    来源：各节日设立的年份（由整理者辑录，只作核对线索）
    Bad{2025-09-09}: 在第⟦40⟧个教师节即将到来之际，向全县教师致以节日问候。
    Bad{2024-06-05}: 今年6月是第⟦二十二⟧个全国“安全生产月”。
    Bad{2024-11-01}: 2024年12月4日是第⟦十⟧个国家宪法日。
    Bad{2024-05-10}: 今年5月12日是我国第⟦15⟧个全国防灾减灾日。
    Good{2025-09-09}: 在第41个教师节即将到来之际，今年6月是第24个全国“安全生产月”。
    Good{2025-09-09}: 去年第40个教师节，2024年是第40个教师节，第3个国家安全教育宣传点。
    """
    for block, ones in reading.present():
        for start, end, number, name, said in ones:
            years = [said] if said else _years(reading)
            rights = [year - _FIRST[name] + 1 for year in years]
            if rights and number not in rights and abs(number - rights[0]) < _CLOSE:
                message = f"{years[0]}年是第{rights[0]}个，请核对"
                yield Spot(start, end, message, block=block)


def _years(reading: Reading) -> list[int]:
    """Return the years that a document may speak of, that of its date first.

    Papers of the first months look back upon a year, those of the last ones out to the next.
    """
    if not reading.dated:
        return []
    year, month = reading.date.year, reading.date.month
    if month <= _SPRING:
        return [year, year - 1]
    return [year, year + 1] if month >= _WINTER else [year]
