"""A single < or > among Chinese characters: what is left of the tags of a page."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_ANGLE = regex("[<>＜＞]")
_LONE = regex("(?<=[\u4e00-\u9fff，。；：、）”》])[<>＜＞](?=[\u4e00-\u9fff，。；、（“《]|\\s*$)")
_TAG = regex(
    r"</?(?:p|br|div|span|td|tr|li|b|strong|font|a)\b[^<>\n]{0,60}>|&(?:nbsp|quot|lt|gt|amp|[lr][ds]quo|[mn]dash|middot|hellip|times|#[0-9]{2,5});",
    re.IGNORECASE,
)
_BESIDE = regex("[大小高低]于|等于|指标|数值|含量|浓度|压力|温度")


@rule(group="待填与杂质", severity=Severity.WARNING, idle=True, triggers=tuple("<>＜＞&"))
def lone_angle(paragraph: Paragraph) -> Iterator[Spot]:
    """残留的网页符号。

    文字中间单独一个“<”或“>”，或者“<br>”“&nbsp;”之类，是从网页复制时留下的，应当删去。

    来源：排版与交换惯例
    Bad: 请到村便民服务站办理⟦<br>⟧。 -> 请到村便民服务站办理。
    Bad: 请到村⟦<⟧便民服务站办理。 -> 请到村便民服务站办理。
    Bad: 按时熄灯就寝。⟦<⟧ -> 按时熄灯就寝。
    Bad: 联系人：老张⟦&nbsp;⟧电话见背面。 -> 联系人：老张电话见背面。
    Good: 请看<办事指南>第二页，水分<13%，首页>政务公开>办事指南。
    Good: 压力＞规定值时报警，a<b。
    """
    text = paragraph.text
    tags = list(_TAG.finditer(text))
    for found in tags:
        yield Spot(*found.span(), "网页的标记", "", title="删去")
    if tags or len(_ANGLE.findall(text)) != 1:
        return
    for found in _LONE.finditer(text):
        near = text[max(found.start() - 6, 0) : found.end() + 6]
        if not _BESIDE.search(near) and not text[found.end() : found.end() + 3].startswith("规定"):
            yield Spot(*found.span(), f"单独的“{found[0]}”，多半是网页的残留", "", title="删去")
