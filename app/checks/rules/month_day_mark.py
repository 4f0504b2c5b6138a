"""“3.15”晚会: the month and the day of an event with the point of a decimal."""

import re
from collections.abc import Callable, Iterator

from app.checks.check import Paragraph, Severity, Spot, lacking, rule
from app.checks.tables import Table, each

_DAY = (
    "(?<![0-9.])(?:1[0-2]|[1-9])(?P<mark>[.．])(?:[12][0-9]|3[01]|0?[1-9])(?![0-9.．%％‰万亿千百])"
)
_EVENTS = (
    "台风|特大|洪灾|洪水|洪涝|水灾|抗洪|暴雨|山洪|泥石流|雪灾|地震|震灾|事故|事件|惨案|火灾|爆炸|透水|坍塌|沉船|森林火灾|矿难|塌方|爆燃|中毒|踩踏|专案|案件|大案|杀人|抢劫|"
    "演讲|歌咏|合唱|晚会|重要讲话|讲话|批示|指示|消费者|维权|禁毒|宪法|法治宣传|法制宣传|消防|学雷锋|国际|世界|全国|国家|护士节|妇女节|植树|劳动节|青年节|教师节|建军|助残|知识产权|会议精神"
)
# “五.一”, “七。一”: months in Chinese characters.
_HAN = (
    "(?P<month>十一|十二|一一|一二|[一三四五六七八九])(?P<mark>[.．。•・·])"
    "(?:二十[一二三四五六七八九]|三十一?|十[一二三四五六七八九]|[一二三四五六七八九十])"
)
_HAN_LITERALS = "|".join([month + mark for month in "一二三四五六七八九" for mark in ".．。•・·"])
_LONG_MONTHS = ("一", "一一", "一二", "十一", "十二")
_HAN_EVENTS = "节|期间|前夕|小长假|假期|长假|放假|黄金周|国际|表彰|运动|建军|事变|惨案|劳动|青年|妇女|护士|讲话|活动|征文|文艺|慰问|走访"


def _in_digits(found: re.Match[str]) -> Iterator[Spot]:
    """Report the point of “3.15”; where no event is named a number may be meant."""
    severity = Severity.WARNING if found["event"] or found["within"] else Severity.HINT
    yield Spot(*found.span("mark"), "月日简称中间用间隔号“·”", "·", severity=severity)


def _in_characters(found: re.Match[str]) -> Iterator[Spot]:
    """Report the mark of “五.一”; only a long month is parted from the day, and by ·."""
    dot = found["mark"] == "·"
    if found["month"] not in _LONG_MONTHS:
        severity = Severity.HINT if dot else None
        yield Spot(*found.span("mark"), "月日简称中间不加标点", "", severity=severity)
    elif not dot:
        yield Spot(*found.span("mark"), "月日简称中间用间隔号“·”", "·")


def _parted(found: re.Match[str]) -> Iterator[Spot]:
    """Report the mark that “一二九” lacks."""
    at = found.start("mark")
    yield lacking("·", at, at + 1, "月日简称中间用间隔号“·”")


def _of_plan(found: re.Match[str]) -> Iterator[Spot]:
    """Report the mark within the name of a five-year plan."""
    yield Spot(*found.span("mark"), "五年规划的简称中间不加标点", "")


_KINDS: Table[Callable[[re.Match[str]], Iterator[Spot]]] = Table(
    (
        (
            each("“", "1|2|3|4|5|6|7|8|9"),
            rf"(?<=“){_DAY}(?:”(?P<event>{_EVENTS})|(?=(?P<within>{_EVENTS})[^“”]*”)|(?=”))",
            _in_digits,
        ),
        (
            each("", _EVENTS),
            rf"(?<![0-9./“])(?<![长距宽高共约为达占版]){_DAY}(?P<event>{_EVENTS})(?P<within>)",
            _in_digits,
        ),
        (_HAN_LITERALS, rf"(?<=“){_HAN}(?:(?=”)|{_HAN_EVENTS})", _in_characters),
        (
            _HAN_LITERALS,
            rf"(?<![“一二三四五六七八九十百千万第。；]){_HAN}(?:{_HAN_EVENTS})",
            _in_characters,
        ),
        (
            "一二九|一二八",
            "一二(?P<mark>)[九八](?=”(?:爱国|学生)?(?:运动|事变|抗战)|(?:爱国|学生)?运动|事变|淞沪)",
            _parted,
        ),
        (
            each("315", "晚会|消费者|维权"),
            "(?<![0-9.])3(?P<mark>)15(?=晚会|消费者|维权)",
            _parted,
        ),
        (
            "|".join([each("十", "一|二|三|四|五|六", f"{mark}五") for mark in "·.．、"]),
            "(?<=“)十[一二三四五六](?P<mark>[·.．、])五(?=”|规划|时期|期间|计划|末)",
            _of_plan,
        ),
    )
)


@rule(group="标点", severity=Severity.WARNING, idle=True, triggers=_KINDS.triggers)
def month_day_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """事件、节日的月日之间用了小数点。

    用月日简称事件、节日，阿拉伯数字之间用间隔号（“3·15”消费者权益日），不用小数点，以免读成小数；汉字之间只在一月、十一月、十二月后用间隔号（“一二·九”运动），其他不加（“五四”青年节）。

    来源：GB/T 15834—2011 4.14.3.5
    Bad: 组织开展“3⟦.⟧15”消费者权益日宣传。 -> 组织开展“3·15”消费者权益日宣传。
    Bad: 吸取“7⟦.⟧20特大暴雨”的教训，做好6⟦.⟧26国际禁毒日活动。 -> 吸取“7·20特大暴雨”的教训，做好6·26国际禁毒日活动。
    Bad: 举办“五⟦.⟧一”文艺汇演，在“七⟦。⟧一”前夕慰问老党员，纪念“一二⟦.⟧九”运动。 -> 举办“五一”文艺汇演，在“七一”前夕慰问老党员，纪念“一二·九”运动。
    Bad: 编制“十四⟦·⟧五”规划，纪念“一⟦二九⟧”运动。 -> 编制“十四五”规划，纪念“一二·九”运动。
    Good: 一二九师进驻，“十四五”规划。
    Good: 举办“五一”文艺汇演，纪念“一二·九”运动；工作抓在“三”。五月开始。
    Bad: 观看⟦31⟧5晚会，举办12⟦.⟧9演讲比赛。 -> 观看3·15晚会，举办12·9演讲比赛。
    Good: 开展“3·15”消费者权益日宣传，应为“2.5亿元”，发生6.2级地震。
    Good: 投资2.5亿元，全长3.15千米，升级到“2.0”版，见3.2.1节，增长6.5%，占国际市场的1.2成。
    """
    for found, told in _KINDS.found(paragraph):
        yield from told(found)
