"""Words in one clause that say one thing twice, or contradict each other."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.redundancies import Redundancy, redundancies
from app.patterns import regex

_SAME = redundancies()
_STRAY = regex(r"[0-9.]+[%％]以[上下内](?P<stray>[%％])|(?P<both>[%％]{2,})")
# 访谈等形式等方式: the list is closed twice.
_CLOSED = regex(
    r"等(?![到待级候])[\u4e00-\u9fff]{2,5}(?P<again>等)"
    r"(?=方式|形式|措施|方法|办法|手段|工作|活动|部门|单位|方面|内容|问题|制度|领域|环节|途径|情况|因素|项目)"
)
# 北京、上海等等20多个城市
_ETC = regex(
    r"等(?P<more>等)(?=[0-9一二三四五六七八九十两几数百]+(?:余|多)?(?:个|所|家|名|项|种|位|类|支|处|条|部|场|座|地|方面))"
)
# 关爱和保护和教育: a row of three is joined once.
_JOINED = regex(
    r"(?P<one>[\u4e00-\u9fff]{2,4})(?P<and>和)(?P<two>[\u4e00-\u9fff]{2,4})和[\u4e00-\u9fff]{2,4}(?=[，。；]|工作|活动|措施|制度)"
)
# 最后，镇长最后作了总结
_ORDER = regex(
    r"(?:^|(?<=[。；！]))\s*(?P<lead>首先|最后|随后|接着|其次|目前)，[^，。；：]{2,16}?(?P<again>(?P=lead))(?!一|的|[、，])(?=[\u4e00-\u9fff]{2})"
)
# 凡参加者年满六十岁者
_WHOEVER = regex(
    r"凡(?!事|例)[^，。；：]{2,10}者[^，。；：]{2,12}?(?P<who>者)(?=均|，|一律|应|可|须|必须|都)"
)
_TWICE = ("首先，", "最后，", "随后，", "接着，", "其次，", "目前，")
_OFFENDER = regex(r"(?:对|凡|凡是)[^，。；]{4,24}者(?P<of>的)(?=，)")
_PEOPLE = "同志|干部|群众|党员|职工|学生|教师|老师|代表|队员|委员|人员|农民|村民|居民|青年|志愿者|工人|企业家"
_CROWD = regex(
    rf"(?:[0-9]|[十百千万两])(?:余|多)?(?:名|位)[^，。；、]{{0,6}}?(?:{_PEOPLE})(?P<crowd>们)"
)


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    triggers=(*_SAME, *_TWICE, "%", "％", "等", "们", "和", "者的", "凡"),
    yields_to=("doubled_approximation",),
)
def redundant_words(paragraph: Paragraph) -> Iterator[Spot]:
    """词语重复或矛盾。

    两个意思相同的词叠在一起（“比较较为”“截至到”“目的是为了”），留一个就够；“基本全部”“零……不发生”自相矛盾；“本着……原则下”“围绕……为中心”把两种句式混在一起。

    来源：《现代汉语词典》；词表 resources/lexicons/redundancies.tsv
    Bad: 问题仍然⟦比较较为⟧突出。 -> 问题仍然较为突出。
    Bad: ⟦截至到⟧6月底，已完成投资2亿元。 -> 截至6月底，已完成投资2亿元。
    Bad: 覆盖率达到95%以上⟦%⟧。 -> 覆盖率达到95%以上。
    Bad: 全年⟦未发生重大安全事故发生⟧。
    Bad: 采取电话抽查⟦等方式形式⟧检查。 -> 采取电话抽查等方式检查。
    Bad: 通过座谈走访等活动⟦等⟧方式征求意见。 -> 通过座谈走访等活动方式征求意见。
    Bad: 服务企业1200家，⟦比去年同比⟧增长12%。 -> 服务企业1200家，同比增长12%。
    Bad: 慰问50名困难党员⟦们⟧。 -> 慰问50名困难党员。
    Bad: 加强对儿童的关爱⟦和⟧保护和教育。 -> 加强对儿童的关爱、保护和教育。
    Bad: 对擅自离岗造成后果者⟦的⟧，严肃处理。 -> 对擅自离岗造成后果者，严肃处理。
    Bad: 共有信息、园林、烹饪等⟦等⟧20多个专业。 -> 共有信息、园林、烹饪等20多个专业。
    Bad: 最后，镇长⟦最后⟧作了总结。 -> 最后，镇长作了总结。
    Bad: 凡参加体检者年满六十岁⟦者⟧，由村医陪同。
    Bad: 每人每年⟦至少到馆服务60小时以上⟧，经营者⟦年满18周岁以上⟧。
    Good: 至少选派一名副高以上职称人员，凡损坏公物者由管理员登记，最后，作最后的动员。
    Good: 问题比较突出，较为集中，截至到期日仍未归还的款项。
    Good: 覆盖率达到95%以上，其中城区98%。
    Good: 全年未发生安全事故，事故发生率下降。同志们，党员干部们要带头。
    Good: 其中包括有关单位，另一些部分保留原样，同时进行加强凝聚力的改革。
    Good: 人均都超过2万元，围绕以下几点展开，与会代表和与会同志参加讨论。
    """
    text = paragraph.text
    last = 0
    for (start, end), entry in _longest_first(paragraph):
        if start < last:
            continue
        last = end
        said = entry.why or f"“{text[start:end]}”意思重复"
        if entry.right:
            said = f"{said}，可只写“{entry.right}”"
        severity = Severity.HINT if entry.mild else None
        yield Spot(start, end, said, entry.right or None, severity=severity)
    yield from _framed(paragraph)


def _longest_first(paragraph: Paragraph) -> list[tuple[tuple[int, int], Redundancy]]:
    """Return where wordings stand that say one thing twice; of those of one start the longest."""
    found = [
        (place, entry)
        for words, start, end in paragraph.hits
        for entry in _SAME.get(words, ())
        if (place := entry.span(paragraph, start, end)) is not None
    ]
    return sorted(found, key=lambda one: (one[0][0], -one[0][1]))


def _framed(paragraph: Paragraph) -> Iterator[Spot]:
    """Report what closes a row, marks a number or names people twice."""
    text = paragraph.text
    marks = paragraph.literals
    for found in _STRAY.finditer(text) if marks & {"%", "％"} else ():
        name = "stray" if found["stray"] else "both"
        mend = "" if name == "stray" else "%"
        yield Spot(*found.span(name), "多了一个百分号", mend, title="删去多余的百分号")
    for found in _CLOSED.finditer(text) if text.count("等") > 1 else ():
        yield Spot(*found.span("again"), "“等”前后重复，留一个", "")
    for found in _ETC.finditer(text) if "等等" in text else ():
        yield Spot(*found.span("more"), "后面还有数量，用一个“等”", "")
    for found in _JOINED.finditer(text) if text.count("和") > 1 else ():
        if {found.start("and"), found.end("and"), found.end("two")} <= paragraph.bounds:
            said = "三项并列，“和”用一个，前面用顿号"
            yield Spot(*found.span("and"), said, "、", severity=Severity.HINT)
    for found in _OFFENDER.finditer(text) if "者的" in marks else ():
        yield Spot(*found.span("of"), "“者”与“的”重复，留一个", "")
    for found in _ORDER.finditer(text) if not marks.isdisjoint(_TWICE) else ():
        yield Spot(*found.span("again"), f"“{found['again']}”前后重复，留一个", "")
    for found in _WHOEVER.finditer(text) if "凡" in marks else ():
        yield Spot(*found.span("who"), "“凡……者”里“者”用了两次", severity=Severity.HINT)
    for found in _CROWD.finditer(text) if "们" in marks else ():
        yield Spot(*found.span("crowd"), "前面有数量词，后面不用“们”", "")
