"""， between two names that 等 sums up."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_LISTED = re.compile(
    r"[“《][^”》，。]{1,20}[”》][^，。；、“《]{0,6}(，)[“《][^”》，。]{1,20}[”》]等"
)
_PAIRED = re.compile(
    r"(?<=[、])[^，。；、]{2,6}(，)[^，。；、]{2,6}等(?:措施|方式|工作|制度|活动|方面|情况|问题|部门|单位|内容|环节|形式|手段|办法)"
)


@rule(group="标点", severity=Severity.WARNING, triggers=("等",))
def comma_between_quoted(paragraph: Paragraph) -> Iterator[Spot]:
    """并列词语之间用了逗号。

    由“等……”收束的并列词语之间用顿号。

    来源：GB/T 15834—2011 4.5
    Bad: 用好“先锋”微信公众号⟦，⟧“先锋网”等载体 -> 用好“先锋”微信公众号、“先锋网”等载体
    Bad: 综合运用外出学习、健康体检⟦，⟧交流任职等措施 -> 综合运用外出学习、健康体检、交流任职等措施
    Good: 用好“先锋”微信公众号、“先锋网”等载体
    Good: 深入学校、医院，开展宣讲等活动
    """
    for found in _LISTED.finditer(paragraph.text):
        yield Spot(*found.span(1), "并列词语之间用顿号", "、")
    for found in _PAIRED.finditer(paragraph.text):
        after = paragraph.text[found.end(1) :]
        if not _verb(after):
            yield Spot(*found.span(1), "并列词语之间用顿号", "、")


_VERBS = [
    "开展",
    "做好",
    "抓好",
    "推进",
    "落实",
    "完善",
    "建立",
    "健全",
    "加强",
    "强化",
    "组织",
    "通过",
    "采取",
    "制定",
    "实施",
    "统筹",
    "严格",
    "深入",
    "积极",
    "着力",
    "督促",
    "解决",
    "推动",
    "形成",
    "提供",
    "整合",
    "优化",
    "打造",
    "创新",
    "深化",
    "及时",
    "主动",
    "切实",
    "不断",
    "进一步",
    "有效",
    "确保",
    "防止",
    "杜绝",
    "严禁",
    "做到",
    "围绕",
    "结合",
    "对",
    "将",
    "把",
    "以",
    "在",
    "由",
    "为",
    "使",
    "让",
    "并",
    "也",
    "还",
    "都",
    "要",
    "按",
    "从",
    "向",
    "与",
    "涉及",
    "包括",
    "重点",
    "集中",
    "规范",
    "改进",
    "提升",
    "发挥",
    "梳理",
    "排查",
    "查找",
    "完成",
    "承担",
    "负责",
    "协调",
    "发布",
    "举办",
]


def _verb(text: str) -> bool:
    """Whether a text opens with a verb or adverb, so that a new clause begins."""
    return text.startswith(tuple(_VERBS))
