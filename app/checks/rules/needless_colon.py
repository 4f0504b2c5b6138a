"""A colon within a sentence: 经鉴定：该药材属于……; 妥否：请批示."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.rows import CHARACTER as _H
from app.checks.tables import Table, each
from app.document.model import Role

_FOUND = "认定|调查|研究|审查|核实|核查|鉴定|检查|审核|检测|勘查|勘验|查明|讨论|批准|同意|了解|评估|测算|统计|协商|查"
_KINDS = Table(
    (
        (
            each("", "妥否|当否|可否", "：") + "|" + each("", "妥否|当否|可否", "、"),
            r"(?:妥否|当否|可否)(?P<mark>[：、])(?=请|恳请|敬请)",
            ("“妥否”与“请批示”之间用逗号", "，", None),
        ),
        (
            each("", _FOUND, "："),
            rf"(?:^\s*|(?<=[，。；]))经[^，。；：]{{0,16}}(?:{_FOUND})(?P<mark>：)(?=[该此其系决同上本属不未])(?=[^。；：]{{4,}}[。；]|[^：]*$)",
            ("“经……认定”后面接着说结果，用逗号", "，", Severity.HINT),
        ),
        (
            "称：|称:",
            r"(?:以下|[（(])(?:统一|统|均)?(?:简称|称)(?P<mark>[：:])(?=[《“\u4e00-\u9fff])",
            ("“以下简称”后面直接写简称，不用冒号", "", None),
        ),
        (
            "有：|为：|是：|包括：",
            rf"{_H}{{2}}(?:有|为|是|包括)(?P<mark>：)(?=(?:{_H}{{1,8}}、)*{_H}{{1,8}}[和及]{_H}{{1,8}}(?:[两二三四五六七八九十]|[2-9])[大]?[类种个项家名位条款样部]{_H}{{0,4}}[，。；])",
            ("动词与后面的宾语连成一句，不用冒号", "", Severity.HINT),
        ),
    )
)


@rule(group="标点", severity=Severity.WARNING, idle=True, triggers=_KINDS.triggers)
def needless_colon(paragraph: Paragraph) -> Iterator[Spot]:
    """一句话中间用了冒号。

    “经鉴定”“妥否”后面接着往下说，用逗号；“有甲、乙和丙三种”，动词与宾语连成一句，中间不用冒号。

    来源：GB/T 15834—2011 4.4、4.7
    Bad: 以上经费预算妥否⟦：⟧请批示。 -> 以上经费预算妥否，请批示。
    Bad: 清河县供水公司（以下简称⟦：⟧乙方）负责维修。 -> 清河县供水公司（以下简称乙方）负责维修。
    Bad: 经药检部门鉴定⟦：⟧该批饮片质量合格。 -> 经药检部门鉴定，该批饮片质量合格。
    Bad: 送展的作品有⟦：⟧剪纸、刺绣和木雕三种，都出自本村。 -> 送展的作品有剪纸、刺绣和木雕三种，都出自本村。
    Good: 以上经费预算妥否，请批示。经研究，决定如下：推迟一周。
    Good: 送展的作品有：剪纸、刺绣和木雕。经调查核实：1.设备老化；2.人手不足。
    """
    if paragraph.role is Role.OBJECT:
        return
    for found, (said, right, severity) in _KINDS.found(paragraph):
        title = "" if right else "删去冒号"
        yield Spot(*found.span("mark"), said, right, title=title, severity=severity)
