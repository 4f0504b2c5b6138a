"""Numbers written in a way that does not go with the word beside them."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.document.numbering import from_chinese, to_chinese
from app.patterns import regex

_MEASURE = "个|名|位|项|条|家|件|台|辆|座|户|起|份|篇|张|只|匹|艘|架|间|栋|棵|幅|种|批|支|所|块|天|小时|分钟"
_TWO = regex(
    rf"二(?!支(?:队(?!伍)|部|行|渠|沟|流|路|线|管)|所(?!学校|高校|中学|小学|大学|医院|院校|幼儿园)|天(?:门|，三)|块(?!地|钱|牌|石|田|展|宣)|分钟短)(?<![前后第十百千万零一二三四五六七八九〇其、至到同统约初/／0-9—～-]二)(?:{_MEASURE})(?![式数])"
    "|(?:(?<=每[年月周天日])|(?<=每季度)|(?<=每学期)|(?<=每半年))二[次场期届]"  # 每年二次
)
# 5月10号: in a paper the day of the month is 日.
_DAY = regex(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?[0-9]{1,2}(?P<day>号)(?![楼线院文令公台码机车床井])"
)
# 4四个科室, 近2两个小时: one number in both writings.
_HAN = "一二三四五六七八九"
_BOTH = regex(rf"(?<![0-9.,．])(?P<n>[1-9])(?P<han>[两{_HAN}])(?=(?:{_MEASURE}|年|次|月份))")
_TWICE = regex("百分之[零〇一二三四五六七八九十百点0-9.]+(?P<again>[%％])")
_PERCENT = regex(
    r"百分之(?P<digits>[0-9]+(?:\.[0-9]+)?)|[0-9]+分之(?P<part>[0-9一二三四五六七八九十]+)"
)
# 三分之2, 万分之5
_PART = regex(
    r"(?<!百分之)(?P<whole>[一二三四五六七八九十千万][一二三四五六七八九十]{0,2})分之(?P<part>[0-9]+(?:\.[0-9]+)?)"
)
# 2023年元月15日
_FIRST_MONTH = regex("(?<=[0-9]年)元月|元月(?=[0-9])")
# 小4号字, A四纸
_SIZE = regex("小(?P<small>[1-6])号(?=[宋仿楷黑]|字)|A(?P<paper>[三四五])(?=[型纸幅版开]|规格)")
_PAPER = {"三": "3", "四": "4", "五": "5"}


@rule(
    group="数字",
    severity=Severity.WARNING,
    triggers=(
        *(f"二{word}" for word in _MEASURE.split("|")),
        "元月",
        *(f"{n}号" for n in range(10)),
        *(f"{n}{han}" for n, han in enumerate(_HAN, 1)),
        "2两",
        *(f"二{word}" for word in "次场期届"),
        "分之",
        *(f"小{n}号" for n in range(1, 7)),
        *(f"A{n}" for n in _PAPER),
    ),
)
def number_word(paragraph: Paragraph) -> Iterator[Spot]:
    """数字写法不当。

    量词前用“两”不用“二”，序数用“第二”；公文里的日期写“日”不写“号”；百分数写作80%或者百分之八十；一个数只写一遍。

    来源：GB/T 15835—2011；《现代汉语词典》
    Bad: 分为⟦二个⟧阶段，建成⟦二条⟧公路，派出⟦二支⟧队伍，历时⟦二天⟧。 -> 分为两个阶段，建成两条公路，派出两支队伍，历时两天。
    Bad: 每季度⟦二次⟧，每年⟦二场⟧。 -> 每季度两次，每年两场。
    Bad: 于5月10⟦号⟧前报送。 -> 于5月10日前报送。
    Bad: 下设⟦4⟧四个科室，座谈了近⟦2⟧两个小时。 -> 下设四个科室，座谈了近两个小时。
    Bad: 覆盖率达到⟦百分之80⟧。 -> 覆盖率达到80%。
    Bad: 到会的不足五分之⟦3⟧，误差在万分之⟦4⟧以内。 -> 到会的不足五分之三，误差在万分之四以内。
    Bad: 2023年⟦元月⟧15日前报送。 -> 2023年1月15日前报送。
    Bad: 用小⟦3⟧号楷体，A⟦四⟧纸打印。 -> 用小三号楷体，A4纸打印。
    Good: 分为两个阶段，第二个阶段，十二个月，一、二项议程，二次创业，二等奖，前二名，二支队的民警，公安部二所，第二天，十二天。
    Good: 5月10日前，5号楼，第3号台风，百分之八十，三分之一，5千克，3千瓦，2万元。
    """
    text = paragraph.text
    for found in _TWO.finditer(text):
        yield Spot(*found.span(), "量词前用“两”", f"两{found[0][1:]}")
    for found in _DAY.finditer(text) if "号" in text else ():
        severity = Severity.ERROR if paragraph.role in (Role.DATE, Role.DATE_LINE) else None
        yield Spot(*found.span("day"), "公文里的日期写“日”", "日", severity=severity)
    for found in _FIRST_MONTH.finditer(text) if "元月" in text else ():
        yield Spot(*found.span(), "公文里的月份写“1月”", "1月", severity=Severity.HINT)
    for found in _BOTH.finditer(text):
        if (2 if found["han"] == "两" else _HAN.index(found["han"]) + 1) == int(found["n"]):
            yield Spot(*found.span("n"), f"“{found['n']}”和“{found['han']}”留一个", "")
    for found in _SIZE.finditer(text) if "A" in text or "小" in text else ():
        small = found["small"]
        right = to_chinese(int(small)) if small else _PAPER[found["paper"]]
        named = "small" if small else "paper"
        said = "字号用汉字，写作“小四号”" if small else "纸型用阿拉伯数字，写作“A4”"
        yield Spot(*found.span(named), said, right)
    if "分之" in text:
        yield from _parts(text)


def _parts(text: str) -> Iterator[Spot]:
    """Report percentages and fractions that are told in two writings."""
    for found in _TWICE.finditer(text):
        yield Spot(*found.span("again"), "“百分之”与“%”重复", "", title="删去“%”")
    for found in _PERCENT.finditer(text):
        if found["digits"]:
            yield Spot(*found.span(), "应写作“%”", f"{found['digits']}%")
        elif from_chinese(found["part"]) is not None:
            yield Spot(*found.span(), "分数用汉字，或者写成带斜线的分数")
    for found in _PART.finditer(text):
        part = found["part"]
        fix = None if "." in part else to_chinese(int(part))
        yield Spot(*found.span("part"), "分子、分母的数字要一致", fix)
