"""A time of day written with the colon of a sentence, or that ends before it begins."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.patterns import regex

_WIDE = regex(
    r"(?<![0-9：:])(?P<hour>2[0-4]|1[0-9]|0?[0-9])(?P<colon>： ?)(?P<minute>[0-5][0-9])(?![0-9：])"
)
_SPAN = regex(
    r"(?<![0-9：:])(?P<h1>2[0-3]|1[0-9]|0?[0-9])[:：](?P<m1>[0-5][0-9])(?:至|到|—+|－|～|-)(?P<h2>2[0-3]|1[0-9]|0?[0-9])[:：](?P<m2>[0-5][0-9])(?![0-9])"
)
# 14:00 - 20: 30
_PARTED = regex(
    r"(?<![0-9:：])(?:2[0-3]|1[0-9]|0?[0-9])(?:(?P<space>:[ ]|[ ]:[ ]?)(?=[0-5][0-9](?![0-9]))|:[0-5][0-9](?P<dash> [-—－～至]+ )(?=[0-2]?[0-9][:：]))"
)
# 11:30分, 16:30时止, 上午9时30分钟
_WORDED = regex(
    r"(?<=[上下中]午[0-9]时[0-9]{2}分)钟|(?<=[上下中]午[0-9]{2}时[0-9]{2}分)钟|(?<=日[0-9]时[0-9]{2}分)钟|"
    r"(?<=[0-9][:：][0-5][0-9])[时点](?![间候代机分常效期刻差])"
    r"|(?:(?<=[0-9][:：][0-5][0-9])|(?<=[0-9][:：] [0-5][0-9]))分(?![钟之组批别散头享会段区类发赴赛设乘坐到往]|[0-9一二两三四五六七八九十几多各]+[条组批路场队个线])"
)
# 上午9.30—11.30
_DAYTIME = ("上午", "下午", "早上", "晚上", "时间：")
_DOTTED = regex(
    rf"(?:{'|'.join(_DAYTIME)})(?P<first>[0-2]?[0-9][.．][0-5][0-9]) ?[—－～~至到-]{{1,2}} ?"
    r"(?P<second>[0-2]?[0-9][.．][0-5][0-9])(?![0-9.．%％万亿元米度公吨亩])"
)
# 上班时间为8.30, 每天6.40起床: what stands before and behind tells that it is no amount.
_POINT = regex(
    r"(?<![0-9.．A-Za-z])(?P<clock>(?:2[0-3]|1[0-9]|0?[0-9])[.．][0-5][0-9])(?![0-9.．%％万亿元米度公吨亩个小]|[—－～至到-]+[0-9]{1,2}[.．])"
)
_HOURS_OF = regex(
    "(?:[上下]班|放学|到校|作息|[开闭]馆|[开关]门|开放|营业|办公|接待|集合|开会|报到|入场|发车|检票|查房|熄灯|起床|就餐|开餐|考试|开考)时间(?:统一)?(?:为|是|：|定于)?$"
)
_DAILY = regex("(?:每[天日]|[上下]午|[早晚]上|凌晨)$")
_BEGINS = regex("(?:准时|正式)?(?:开始|开会|召开|举行|上班|下班|到岗|集合|起床)|[前后，。]|在|起，")
# 下午3时15在二楼召开
_NO_MINUTE = regex(
    r"(?<=[午上晨晚：定为于至到前自从—日天])(?:2[0-4]|1[0-9]|[0-9])[时点](?P<minute>[0-5][0-9])(?=[，。；）—]|[前开准](?!景|心)|召开|举行|集合|报到|起?至|在[^，。；]{1,14}?(?:召开|举行|集合|报到|开会))"
)
_NO_COLON = frozenset(".．时点")
# 8:3012:00
_GLUED = regex(
    r"(?<![0-9:.])(?P<first>[0-2]?[0-9]:[0-5][0-9])(?P<second>[0-2]?[0-9]:[0-5][0-9])(?![0-9:])"
)
# 7:00 11:00 17:00
_ROW = regex(
    r"(?<=[\u4e00-\u9fff：:])(?:[0-2]?[0-9]:[0-5][0-9])(?P<rest>(?: +[0-2]?[0-9]:[0-5][0-9])+)(?=[，。；]|$)"
)
_CLOCK = regex(
    r"[上下]午|晚上?|早上?|凌晨|中午|日|时间|每天|工作日|[）)]|集合|召开|报到|会议|至|到|[—～-]"
)
_NIGHT = regex("次日|翌日|第二天|凌晨|夜间|当晚|晚")
_HOURS = regex(r"(?<![0-9])(?P<hour>2[5-9]|[3-9][0-9])[:：][0-5][0-9](?![0-9])")


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=(
        *(f"{n}{mark}" for n in range(10) for mark in ("：", ":", " :")),
        *(f"{told}{n}" for told in _DAYTIME for n in range(10)),
        *(f"{n}{mark}{m}" for n in range(10) for mark in ".．时点" for m in range(6)),
    ),
    yields_to=("invalid_date",),
    habit=Habit(),
)
def time_form(paragraph: Paragraph) -> Iterator[Spot]:
    """时刻的写法。

    时与分之间用比号形的半角冒号（14:30），不用句子里的全角冒号；起止时间先起后止，跨夜的写明“次日”。

    来源：GB/T 7408.1—2023；GB/T 15835—2011
    Bad: 会议于9月20日上午9⟦：⟧30召开。 -> 会议于9月20日上午9:30召开。
    Bad: 开放时间为上午⟦9:00至8:30⟧。
    Bad: 上午⟦25:30⟧集合。
    Bad: 接待时间为15:00⟦ - ⟧17⟦: ⟧45。 -> 接待时间为15:00—17:45。
    Bad: 上午9时30分⟦钟⟧开会。 -> 上午9时30分开会。
    Bad: 上午11:30⟦分⟧闭馆。 -> 上午11:30闭馆。
    Bad: 定于下午3⟦： ⟧30⟦分⟧开饭。 -> 定于下午3:30开饭。
    Bad: 门诊时间为⟦8:0011:30⟧。 -> 门诊时间为8:00—11:30。
    Bad: 班车发车时间为8:00⟦ 12:30 18:00⟧。 -> 班车发车时间为8:00、12:30、18:00。
    Bad: 报名自8:30⟦时⟧起至16:00⟦时⟧止，上午⟦9.30—11.30⟧面试。 -> 报名自8:30起至16:00止，上午9:30—11:30面试。
    Bad: 午间开馆时间为⟦11.40⟧，下午3时⟦15⟧在二楼召开例会。 -> 午间开馆时间为11:40，下午3时15分在二楼召开例会。
    Good: 下午3时15分召开，上午3时20名学员报到，每天8.30元，上班时间为8.5小时，日均3时。
    Good: 会议于9月20日上午9:30召开，时间：9:30时间不变；日均气温2.30—5.40度，上午增长9.30—11.30元。
    Good: 会议于9月20日上午9:30召开，下午2:30至5:30分组讨论，8:00分四条线路出发，夜间22:00至次日6:00施工。
    Good: 比例为1：3，得分3：02，夜班22:00至6:00由值班人员负责。
    """
    text = paragraph.text
    behind = {literal[1:2] for literal in paragraph.literals}  # what stands behind a digit
    yield from _pointed(text, behind)
    if behind <= _NO_COLON:
        return
    for found in _WIDE.finditer(text):
        if _CLOCK.search(text[max(found.start() - 4, 0) : found.start()]):
            said = "时与分之间用半角冒号"
            yield Spot(*found.span("colon"), said, ":", severity=Severity.HINT)
    yield from _spaced(text)
    for found in _SPAN.finditer(text):
        around = text[max(found.start() - 6, 0) : found.end() + 2]
        first = int(found["h1"]) * 60 + int(found["m1"])
        last = int(found["h2"]) * 60 + int(found["m2"])
        later = int(found["h2"]) < 9 and int(found["h1"]) >= 16
        noon = last + 720 > first and int(found["h2"]) <= 6  # 上午9:00至5:30
        if last <= first and not (later or noon or _NIGHT.search(around)):
            yield Spot(*found.span(), "终止时间早于起始时间，请核实")
    for found in _HOURS.finditer(text):
        if re.search("[上下]午|晚|早|凌晨", text[max(found.start() - 3, 0) : found.start()]):
            yield Spot(*found.span(), "没有这个时刻，请核实")


def _pointed(text: str, behind: set[str]) -> Iterator[Spot]:
    """Report times with the point of a decimal, or without 分 behind the minutes."""
    for found in _POINT.finditer(text) if behind & {".", "．"} else ():
        start = found.start()
        before = max(start - 10, 0)
        daily = _DAILY.search(text, before, start) and _BEGINS.match(text, found.end())
        if daily or _HOURS_OF.search(text, before, start):
            right = re.sub("[.．]", ":", found["clock"])
            yield Spot(*found.span("clock"), "时与分之间用半角冒号", right)
    for found in _NO_MINUTE.finditer(text) if behind & {"时", "点"} else ():
        yield Spot(*found.span("minute"), "缺“分”", f"{found['minute']}分")


def _spaced(text: str) -> Iterator[Spot]:
    """Report times with spaces within or between them, or with nothing between them."""
    for found in _PARTED.finditer(text):
        if found["space"]:
            yield Spot(*found.span("space"), "时与分之间不空格", ":")
        else:
            yield Spot(*found.span("dash"), "起止时间之间不空格", "—")
    for found in _WORDED.finditer(text):
        yield Spot(*found.span(), f"“时:分”后面不再写“{found[0]}”", "")
    for found in _DOTTED.finditer(text):
        start, end = found.start("first"), found.end("second")
        right = re.sub("[.．]", ":", f"{found['first']}—{found['second']}")
        yield Spot(start, end, "时与分之间用半角冒号，起止用“—”", right)
    for found in _GLUED.finditer(text):
        joined = f"{found['first']}—{found['second']}"
        yield Spot(*found.span(), "起止时间之间缺“—”", joined)
    for found in _ROW.finditer(text):
        joined = re.sub(" +", "、", found["rest"])
        yield Spot(*found.span("rest"), "几个时刻之间用顿号隔开", joined)
