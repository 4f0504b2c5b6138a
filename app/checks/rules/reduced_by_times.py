"""Reduction told in multiples."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_FOUND = regex(
    r"(?:减少|降低|下降|缩短|缩小|压缩|压减|减轻|下调)(?:到|至)?了?(?:近|约|超过)?"
    r"(?:\d[\d.]*|[一二三四五六七八九十两百]+)(?:多|余)?倍|[一二三四五六七八九十百0-9]+分之[一二三四五六七八九十百0-9]+倍"
)
# 减少300%: what is left would be less than nothing.
_BEYOND = regex(
    r"(?:减少|降低|下降|缩短|缩小|压缩|压减|减轻|下调)了?(?:近|约|超过)?(?P<share>[1-9][0-9]{2,}(?:\.[0-9]+)?)[%％]"
)


@rule(group="数字", severity=Severity.WARNING, triggers=("倍", "%", "％"))
def reduced_by_times(paragraph: Paragraph) -> Iterator[Spot]:
    """减少用倍数表示。

    “倍”只用于增加；减少要用百分数或分数，如“减少80%”“减少五分之四”。

    来源：数字使用常识
    Bad: 办理时间⟦缩短了3倍⟧
    Bad: 来访批次⟦减少300%⟧
    Bad: 成本⟦降低两倍⟧
    Bad: 时间压缩⟦三分之一倍⟧
    Good: 办理时间缩短了三分之二，效率提高3倍
    Good: 降低成本，产值翻了两倍
    """
    for found in _FOUND.finditer(paragraph.text):
        yield Spot(*found.span(), "减少不用“倍”，改用百分数或分数")
    for found in _BEYOND.finditer(paragraph.text):
        if float(found["share"]) > 100:
            yield Spot(*found.span(), "减少不会超过100%")
