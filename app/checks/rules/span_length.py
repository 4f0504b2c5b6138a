"""Days or months said of a span of time that its two ends do not give."""

import datetime as dt
import re
from collections.abc import Iterator

from app.checks.amounts.clocks import hours
from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese
from app.patterns import regex

_DAYS = regex(
    r"(?:(?P<y1>20[0-9]{2})年)?(?P<m1>1[0-2]|[1-9])月(?P<d1>[12][0-9]|3[01]|[1-9])日(?:[（(][^（()）]{1,8}[)）])?(?:零时|[0-9]{1,2}[时点]|[上下]午)?(?:起?(?:一直)?(?:开|进行|持续|延续)?(?:至|到|起至|[—－～~-]{1,2})|起?(?:开始|开工|启动|开幕)[，、](?:至|到|于)?)"
    r"(?:(?P<y2>20[0-9]{2})年|当年|同年|次年)?(?:(?P<m2>1[0-2]|[1-9])月)?(?P<d2>[12][0-9]|3[01]|[1-9])日(?:[（(][^（()）]{1,8}[)）])?(?:零时|[0-9]{1,2}[时点])?止?"
    r"[^。；0-9]{0,14}?(?:共计?|为期|会期|历时|时长|合计|持续|工期|总工期|计划工期|时间为|期限为?)(?:约)?(?P<n>[0-9]+|[一二两三四五六七八九十]{1,3})(?:个)?(?P<unit>天|日|周)(?!左右|以上|上午)"
)
# 会期3天，从6月10日至11日
_DAYS_BEFORE = regex(
    r"(?:为期|会期|历时|共)(?P<n>[0-9]+|[一二两三四五六七八九十]{1,3})(?P<unit>天)[，（(][^。；0-9]{0,8}(?:(?P<y1>20[0-9]{2})年)?(?P<m1>1[0-2]|[1-9])月(?P<d1>[12][0-9]|3[01]|[1-9])日(?:至|到|[—－～~-]{1,2})(?:(?P<y2>20[0-9]{2})年)?(?:(?P<m2>1[0-2]|[1-9])月)?(?P<d2>[12][0-9]|3[01]|[1-9])日"
)
_MONTHS = regex(
    r"(?:(?P<y1>20[0-9]{2})年)?(?P<m1>1[0-2]|[1-9])月(?:份|底|初)?(?:至|到|起至|[—－～~-]{1,2})(?:(?P<y2>20[0-9]{2})年|当年|同年|次年)?(?P<m2>1[0-2]|[1-9])月(?:份|底|末)?止?(?![0-9])"
    r"[，、（(]?(?:共计?|为期|历时|时长|持续|工期|总工期|期限为?)(?:约)?(?P<n>[0-9]+|[一二三四五六七八九十]+)个月(?!左右|以上)"
)
# 试用期一年，自2016年3月至2018年3月
_TERM = re.compile(
    r"(?:试用期|任期|聘期|有效期|合同期|服务期|建设期|租期|保质期|质保期|实施期|工期|期限|为期)(?:限)?(?:为|是)?(?P<n>[0-9]{1,2}|[一两二三四五六七八九十])年[^。；0-9]{0,8}，(?:即)?(?:时间)?(?:自|从)?"
    r"(?P<y1>20[0-9]{2})年(?P<m1>1[0-2]|[1-9])月(?:[0-9]{1,2}日|份)?(?:起)?(?:至|到|—|－|～|-)(?P<y2>20[0-9]{2})年(?P<m2>1[0-2]|[1-9])月(?=(?:[0-9]{1,2}日|份|底|末)?(?:止|届满|期满|到期|结束|[，。；、）]|$))"
)
# 自3月1日开工，至9月30日竣工，历时5个月
_WORKED = regex(
    r"(?:(?P<y1>20[0-9]{2})年)?(?P<m1>1[0-2]|[1-9])月(?P<d1>[12][0-9]|3[01]|[1-9])日(?:起|[^，。；0-9]{0,4}?)，?(?:至|到)(?:(?P<y2>20[0-9]{2})年|当年|同年)?(?P<m2>1[0-2]|[1-9])月(?P<d2>[12][0-9]|3[01]|[1-9])日[^。；0-9]{0,8}?"
    r"(?:历时|为期|共计?|总工期|工期|持续)(?:为|是)?(?P<n>[0-9]+|[一二两三四五六七八九十]+)个月(?![余多]|左右|零)"
)
# 自2021年5月1日起至2024年4月30日止，租期4年
_TERM_BEHIND = regex(
    r"(?P<y1>20[0-9]{2})年(?P<m1>1[0-2]|[1-9])月(?:[0-9]{1,2}日|份)?起?(?:至|到|—|－|～|-)(?P<y2>20[0-9]{2})年(?P<m2>1[0-2]|[1-9])月(?:[0-9]{1,2}日|份|底)?止?，"
    r"(?:试用期|任期|聘期|有效期|合同期|服务期|建设期|租期|租赁期|实施期|承包期|期限|租赁期限|承包期限|合同期限|为期|共)限?(?:共计?|为|是)?(?P<n>[0-9]{1,2}|[一两二三四五六七八九十])年(?![半多零又])"
)

_MONTH = 30.4  # days
_LONG = 10  # days from which on the first or the last may be left out


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=(
        "共",
        "为期",
        "会期",
        "历时",
        "时长",
        "用时",
        "耗时",
        "长达",
        "历经",
        "合计",
        "持续",
        "工期",
        "时间为",
        "期限",
        *("用期", "任期", "聘期", "效期", "同期", "务期", "设期", "租期", "质期", "保期", "施期"),
    ),
)
def span_length(paragraph: Paragraph) -> Iterator[Spot]:
    """起止日期与时长不符。

    写了起止日期，又写了“共几天”“历时几个月”，两者应当相符。十天以内头尾两天都算；更长的，头尾都算或者只算一天都算相符。

    来源：历法；公文校对惯例
    Bad: 从2023年5月1日开始，到5月10日结束，共⟦15⟧天；6月1日开始、6月3日结束，历时⟦5⟧天。
    Bad: 施工时间为2022年9月1日至9月30日，共⟦45⟧天。
    Bad: 整治自2025年1月至12月，历时⟦10⟧个月。
    Bad: 自2022年9月16日（星期五）零时起至10月15日24时止，共⟦45⟧天。
    Bad: 培训班于6月3日至7日举办，为期⟦3⟧天。
    Bad: 时间：2024年10月18日（星期五）至20日，为期⟦四⟧天。
    Bad: 培训时间为9月28日至10月1日，共⟦3⟧天；会期⟦3⟧天，从6月10日至11日。
    Bad: 展销会四月十二日开到四月十五日，会期⟦三⟧天。
    Good: 会议四月十二日至十五日召开，会期三天半；10月18日至20日，为期三天；9月28日至10月1日，共4天。
    Good: 整治自4月1日至4月30日，历时29天。
    Good: 施工时间为2022年9月1日至9月30日，共30天；整治自2025年1月至12月，历时一年，共12个月。
    Bad: 培训自9月1日至10月12日，历时⟦8⟧周。
    Good: 培训自9月11日至11月3日，历时8周。
    Bad: 培训上午八时三十分开始，十一时结束，历时⟦三个半小时⟧。
    Bad: 停电自9:00至11:30，共⟦3小时⟧；会议下午2时至5时，历时⟦4个小时⟧。
    Bad: 自2021年5月1日起至2024年4月30日止，租期⟦4年⟧。
    Good: 培训上午八时三十分开始，十一时结束，历时两个半小时；考试9:00至11:30，时长150分钟。
    Good: 会议上午8时至下午5时举行，共7小时；值守22时至次日6时，共8小时；抢修从11时至1时，历时2小时。
    Bad: 工程自三月一日开工，至九月三十日竣工，历时⟦五⟧个月。
    Good: 工程自3月15日开工，至9月10日竣工，历时6个月；合同期限五年，自2020年1月1日至2021年12月31日完成一期。
    Bad: 试用期⟦一年，自2016年3月至2018年3月⟧。
    Good: 试用期一年，自2017年3月至2018年3月；聘期三年，自2021年7月1日至2024年6月30日。
    Good: 培训班于6月3日至7日举办，为期4天半。5月1日至5日放假调休，共5天。
    """
    text, year = paragraph.figures.text, paragraph.date.year
    spots = [Spot(*one) for one in hours(text)]
    if "月" in text:
        spots += (*_spans(text, year), *_terms(text, year))
    yield from paragraph.placed(spots)


def _spans(text: str, year: int) -> Iterator[Spot]:
    """Report days and months that the two ends of a span do not give.

    `year` is that of dates without one.
    """
    for found in (*_DAYS.finditer(text), *_DAYS_BEFORE.finditer(text)):
        length = _days(found, year)
        if length is None or _agrees(from_chinese(found["n"]) or 0, found["unit"], length):
            continue
        if text[found.end() : found.end() + 1] != "半":
            yield Spot(*found.span("n"), f"起止日期之间是{length + 1}天")
    for found in _MONTHS.finditer(text):
        months = int(found["m2"]) - int(found["m1"])
        if found["y1"] and found["y2"]:
            months += 12 * (int(found["y2"]) - int(found["y1"]))
        elif months < 0:
            months += 12
        said = from_chinese(found["n"])
        if said is not None and said not in (months, months + 1):
            yield Spot(*found.span("n"), f"起止月份之间是{months + 1}个月")


def _agrees(said: int, unit: str, length: int) -> bool:
    """Whether days or weeks said are those from one date to another so many days later."""
    if unit == "周":
        return abs(7 * said - length - 0.5) < 7  # eight weeks with the last one cut short
    return said == length + 1 or (said == length >= _LONG)


def _terms(text: str, year: int) -> Iterator[Spot]:
    """Report months of work and years of a term that the two ends do not give."""
    for found in _WORKED.finditer(text):
        length = _days(found, year)
        said = from_chinese(found["n"]) or 0
        if length is not None and abs((length + 1) / _MONTH - said) >= 1:
            yield Spot(
                *found.span("n"), f"起止日期之间是{length + 1}天，约{(length + 1) / _MONTH:.1f}个月"
            )
    for found in (*_TERM.finditer(text), *_TERM_BEHIND.finditer(text)):
        said = from_chinese(found["n"]) or 0
        months = 12 * (int(found["y2"]) - int(found["y1"])) + int(found["m2"]) - int(found["m1"])
        if not 12 * said - 1 <= months <= 12 * said + 1:
            end = found.end() if found.re is _TERM else found.end("n") + 1
            yield Spot(found.start("n"), end, f"起止年月之间是{months}个月")


def _days(found: re.Match[str], year: int) -> int | None:
    """Return the days from the one date to the other, None where they are no dates in order."""
    first_year = int(found["y1"] or found["y2"] or year)
    month = int(found["m2"] or found["m1"])
    try:
        first = dt.date(first_year, int(found["m1"]), int(found["d1"]))
        last = dt.date(int(found["y2"] or first_year), month, int(found["d2"]))
    except ValueError:
        return None
    return (last - first).days if last >= first else None
