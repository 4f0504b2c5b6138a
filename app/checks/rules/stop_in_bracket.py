"""A full stop within brackets in the midst of a sentence, or before what belongs to it."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.edits import TextEdit
from app.document.model import Role
from app.patterns import regex

_INSIDE = regex(
    r"(?<=[^。！？；：\s])（[^（）。！？\n]{2,300}(?P<stop>。)）(?=[，、；。]|[\u4e00-\u9fff])"
)
# ……的职工。（含退休职工）: what is said of a word of the sentence.
_BEHIND = regex(
    r"(?<=[\u4e00-\u9fff0-9”》%％])(?P<stop>。)（(?=(?:含|不含|包括|不包括|包含|除外|[^（）。；]{0,8}附(?=后）)|见(?=(?:下?图|下?表|附[件图表])[^（）。；]{0,6}）)|仅限|限(?!时|期|于)|以上含|以下含)[^（）。；]{1,30}）|[^（）。；]{2,14}(?:除外|另行通知|自备|自理|不限)）)(?P<aside>[^（）。]+）)"
)

# ……于月底举行。（10日至12日）。
_TWICE = regex(r"(?<=[\u4e00-\u9fff0-9”》])(?P<stop>。)(?=（[^（）。；]{2,40}）。)")
# ……由各站领取（路远的由专人送达。）: the sentence has no stop of its own.
_AT_END = regex(r"(?<=[\u4e00-\u9fff0-9%％》”])（[^（）。！？：\n]{3,60}(?P<odd>。）)\s*$")


@rule(group="标点", severity=Severity.WARNING, idle=True, triggers=("。）", "。（"))
def stop_in_bracket(paragraph: Paragraph) -> Iterator[Spot]:
    """句内括号与句号的位置不对。

    括号里的话只解释句子里的一个词，是句内括号：括号里面末尾不用句号，句号放在括号后面。括号里的话说的是整句，括号才放在句号后面。

    来源：GB/T 15834—2011 4.9；附录B
    Bad: 参保的灵活就业人员（不含退休人员⟦。⟧）可以办理转移手续。 -> 参保的灵活就业人员（不含退休人员）可以办理转移手续。
    Bad: 面向全厂在岗职工⟦。⟧（含劳务派遣人员） -> 面向全厂在岗职工（含劳务派遣人员）。
    Bad: 共评出年度先进班组12个⟦。⟧（名次附后） -> 共评出年度先进班组12个（名次附后）。
    Bad: 比赛于周五举行⟦。⟧（雨天除外）各队准时到场。 -> 比赛于周五举行（雨天除外）。各队准时到场。
    Bad: body| 奖品由各站自行领取（离城较远的由专人送达⟦。）⟧ -> 奖品由各站自行领取（离城较远的由专人送达）。
    Bad: 技能比武安排在下月中旬⟦。⟧（12日至16日）。 -> 技能比武安排在下月中旬（12日至16日）。
    Good: 参保的灵活就业人员（不含退休人员）可以办理转移手续。
    Good: 办法自下月起施行。（详见附件。）各科室要认真执行。
    Good: 全文刊登如下。（本报记者王明）
    Good: 请填写登记表。（一式两份）表格到窗口领取。
    """
    for found in _INSIDE.finditer(paragraph.text):
        yield Spot(*found.span("stop"), "句内括号里面末尾不用句号", "", title="删去句号")
    if paragraph.role in (Role.BODY, Role.ITEM):
        for found in _AT_END.finditer(paragraph.text):
            said, hint = "句内括号里末尾不用句号，句号放在括号后面", Severity.HINT
            yield Spot(*found.span("odd"), said, "）。", severity=hint)
    for found in _TWICE.finditer(paragraph.text):
        said = "括号后面已有句号，前一个多余"
        yield Spot(*found.span("stop"), said, "", title="删去句号", severity=Severity.HINT)
    for found in _BEHIND.finditer(paragraph.text):
        start, end = found.span("stop")
        close = found.end()
        goes_on = paragraph.text[close : close + 1] in ("，", "。", "；")
        edits = (
            TextEdit(0, close, close, "" if goes_on else "。"),
            TextEdit(0, start, end, ""),
        )
        said = "括号里的话只说明句中的词，句号放在括号后面"
        yield Spot(start, end, said, edits=edits, title="句号移到括号后面", severity=Severity.HINT)
