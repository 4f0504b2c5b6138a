"""Years, decades and days of the old calendar in two writings: 2019年九月份, 20世纪八十年代, 腊月23."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese, to_chinese
from app.patterns import regex

# 2026年三月三 and 2026年八月十五 are feasts of the old calendar.
_MONTH = regex(
    r"(?<![0-9A-Za-z.])(?<!农历)(?<!阴历)(?:19|20)[0-9]{2}年(?P<odd>十[一二]?|[一二三四五六七八九])(?=月(?:份|底|末|初(?![一二三四五六七八九十])|[上中下]旬|[，。；、）至到起以开召举成参竣动启正建投入加任毕出由从在]))"
)
_CENTURY = regex(r"(?P<odd>二十一?|十[七八九])(?=世纪[1-9]0年代)")
_DECADE = regex(r"(?<=[12][0-9]世纪)(?P<odd>[一二三四五六七八九]十)(?=年代)")
_OLD = "正月|腊月|冬月"
_DAY = regex(
    rf"(?:{_OLD}|(?:农历|阴历)(?:[0-9]{{4}}年)?(?P<month>1[0-2]|[2-9]|十[一二]?|[二三四五六七八九])月)(?P<odd>初?(?P<day>30|[12][0-9]|[1-9])日?)"
    r"(?=[，。；、）（前后至到起—～的在为是晚夜早上下中当这那举定开各全期左]|$)"
)
_OLD_MONTH = regex(
    r"(?:农历|阴历)(?:[0-9]{4}年)?(?P<odd>1[0-2]|[2-9])(?=月(?:初|[一二三四五六七八九十廿]))"
)
_TEN = 10  # days that are called 初


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=(
        *(f"年{n}" for n in "一二三四五六七八九十"),
        *("世纪", "农历", "阴历"),
        *(f"{month}{n}" for month in _OLD.split("|") for n in "初123456789"),
    ),
    yields_to=("date_form",),
)
def mixed_numerals(paragraph: Paragraph) -> Iterator[Spot]:
    """年月、年代、农历日期的数字混用。

    公历的年、月、日，世纪和年代用阿拉伯数字，一个日期里不混用两种数字；农历的月、日用汉字。

    来源：GB/T 15835—2011 4.1.3、4.2.1、4.3
    Bad: 于2019年⟦九⟧月份建成。 -> 于2019年9月份建成。
    Bad: ⟦二十⟧世纪50年代修渠，20世纪⟦八十⟧年代架桥。 -> 20世纪50年代修渠，20世纪80年代架桥。
    Bad: 定于正月⟦初8⟧开工，农历八月⟦15日⟧晚赏月。 -> 定于正月初八开工，农历八月十五晚赏月。
    Bad: 农历⟦5⟧月初五赛龙舟。 -> 农历五月初五赛龙舟。
    Good: 2019年9月份，2026年三月三歌节，二〇一九年九月，二十世纪五十年代，20世纪80年代，20世纪八九十年代，正月里3场戏。
    Good: 定于正月初八开工，农历八月十五赏月，农历2019年，腊月3户人家，正月15户搬迁。
    """
    text = paragraph.text
    for found in _MONTH.finditer(text):
        right = str(from_chinese(found["odd"]))
        yield Spot(*found.span("odd"), "年、月的数字要一致", right)
    for pattern in (_CENTURY, _DECADE) if "世纪" in paragraph.literals else ():
        for found in pattern.finditer(text):
            right = str(from_chinese(found["odd"]))
            yield Spot(*found.span("odd"), "世纪、年代用阿拉伯数字", right)
    for found in _DAY.finditer(text):
        day = int(found["day"])
        right = f"{'初' if day <= _TEN else ''}{to_chinese(day)}"
        yield Spot(*found.span("odd"), "农历的日用汉字", right)
    for found in _OLD_MONTH.finditer(text):
        yield Spot(*found.span("odd"), "农历的月用汉字", to_chinese(int(found["odd"])))
