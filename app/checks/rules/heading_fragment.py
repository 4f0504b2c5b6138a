"""A short verb phrase as a sentence between points that are numbered."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_POINTS = regex(r"[一二三四五六]是[^。；]{2,20}。")
_BARE = regex(r"(?<=。)(?![一二三四五六七八九十][是要])([^，。；、：“”0-9]{8,10})。(?=[^。]{30,})")


@rule(group="标题", severity=Severity.HINT, idle=True, triggers=("二是",), default=False)
def heading_fragment(paragraph: Paragraph) -> Iterator[Spot]:
    """段内小标题缺少“一是、二是”。

    同段其他小标题前有“一是、二是”，这一句短语单独成句却没有，可能漏了。默认关闭：正常的短句也会被提示。

    来源：公文写作惯例
    Bad: 一是提高思想认识。各部门要认真组织学习领会，切实把思想统一到部署要求上来，做到全覆盖。⟦统筹谋划靠前部署⟧。要提前研究重点任务，明确时间表路线图，逐项分解到岗到人，确保落到实处。二是严格督查考核。每月通报，年底兑现。
    Good: 一是提高思想认识。各部门要认真学习。二是严格督查考核。每月通报。
    """
    if len(_POINTS.findall(paragraph.text)) >= 2:
        for found in _BARE.finditer(paragraph.text):
            yield Spot(*found.span(1), "其他小标题有“一是、二是”，这里没有")
