"""请示报告, 申请报告 and their like as the kind in a title."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_WRONG = regex(
    r"请示报告$|申请报告$|请示函$|(?<=关于)(?:申请|请求|恳请)(?=.*的请示$)|的汇报请示$|请示的报告$"
)


@rule(group="标题", severity=Severity.ERROR, triggers=("请示", "申请报告"))
def title_kind(paragraph: Paragraph) -> Iterator[Spot]:
    """文种错误或重叠。

    请示与报告是两个文种，不能写作“请示报告”；“请示”已含申请的意思，不写“关于申请……的请示”。

    来源：《党政机关公文处理工作条例》第八条
    Bad: title| 关于解决办公经费的⟦请示报告⟧ -> 关于解决办公经费的请示
    Bad: title| 关于⟦申请⟧解决办公经费的请示
    Good: title| 关于解决办公经费的请示
    Good: title| 关于经费使用情况的报告
    Good: title| 关于执行重大事项请示报告制度的通知
    """
    text = paragraph.text.rstrip()
    if paragraph.role is not Role.TITLE:
        return
    for found in _WRONG.finditer(text):
        if found[0] == "请示报告":
            yield Spot(*found.span(), "“请示”与“报告”是两个文种", "请示")
        else:
            severity = Severity.WARNING if found.end() < len(text) else None  # 关于申请……的请示
            yield Spot(*found.span(), f"文种写法不当：“{found[0]}”", severity=severity)
