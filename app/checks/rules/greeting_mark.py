"""您好 at the end of a line with no mark behind it."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, lacking, rule
from app.document.model import Role
from app.patterns import regex

_GREETING = regex(
    r"^[^。！？；]{0,24}?(?P<said>(?:[你您]们?|大家|各位|同志们|朋友们|早上|上午|中午|下午|晚上|节日|新年|新春)(?:好|快乐)|谢谢(?:大家|各位|你们|您)?|祝[\u4e00-\u9fff]{0,6}(?:顺利|快乐|健康|如意))(?P<mark>：?)\s*$"
)
_HEAD = frozenset((Role.TITLE, Role.HEADING1, Role.HEADING2, Role.OBJECT))


@rule(
    group="标点",
    severity=Severity.HINT,
    idle=True,
    triggers=("好", "快乐", "谢谢", "顺利", "健康", "如意"),
)
def greeting_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """问候、祝愿的话后面没有叹号。

    “大家好”“您好”“谢谢大家”单独成段，是带感情的话，后面用叹号，不能空着，也不用冒号。

    来源：GB/T 15834—2011 4.3；书信格式惯例
    Bad:
        title| 在秋收动员会上的讲话
        各位乡亲，大家⟦好⟧ -> 各位乡亲，大家好！
        今天把大家请来，商量秋收的事。
        谢谢大⟦家⟧ -> 谢谢大家！
    Bad:
        title| 停气通知
        各位住户：您⟦好⟧ -> 各位住户：您好！
        因管道检修，本楼停气一天。
    Bad: 大家好⟦：⟧ -> 大家好！
    Good: 各位乡亲，大家好！
    Good: 各位乡亲：
    Good: 今年雨水足，庄稼长势很好
    """
    if paragraph.role in _HEAD:
        return
    found = _GREETING.match(paragraph.text)
    if found is None:
        return
    if found["mark"]:
        yield Spot(*found.span("mark"), "问候的话后面用叹号", "！")
        return
    end = found.end("said")
    yield lacking("！", end, end, "问候、祝愿的话后面用叹号")
