"""Marks of the small and of the half-width forms that stand in for those of running text."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.checks.language.han import HAN
from app.patterns import regex

_FULL = dict(
    zip(
        "•﹐﹑﹒﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞｡｢｣､･﹪℅", "·，、。；：？！（）｛｝〔〕。「」、·%%", strict=True
    )
)
_BETWEEN = regex(f"(?<=[{HAN}])•(?=[{HAN}])|(?<=[0-9])•(?=[0-9])")  # it may begin a line of a list


@rule(
    group="标点",
    severity=Severity.ERROR,
    triggers=tuple(_FULL),
    yields_to=("document_number",),
    habit=Habit(),
)
def look_alike_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """用了形似的符号。

    “﹗”“﹐”“｡”是小写变体和半角变体，不是正文的标点，换一种字体就大小不一、位置不齐，按“！”“，”“。”也查找不到。

    来源：GB/T 15834—2011 第4章、第5章
    Bad: 祝各位工友新年快乐⟦﹗⟧ -> 祝各位工友新年快乐！
    Bad: 抓紧抢收抢种⟦﹐⟧做到颗粒归仓⟦｡⟧ -> 抓紧抢收抢种，做到颗粒归仓。
    Bad: 报送表册⟦､⟧照片⟦﹙⟧电子版⟦﹚⟧ -> 报送表册、照片（电子版）
    Bad: 汲取“4⟦•⟧29”事故教训。 -> 汲取“4·29”事故教训。
    Bad: 艾合买提⟦•⟧买买提同志参加，标准为600元/生⟦•⟧年 -> 艾合买提·买买提同志参加，标准为600元/生·年
    Bad: 出苗率为98⟦﹪⟧，比上年提高2.5⟦℅⟧。 -> 出苗率为98%，比上年提高2.5%。
    Good: • 报名时间
    Good: 抓紧抢收抢种，做到颗粒归仓。
    """
    for mark, start, end in paragraph.hits:
        if mark == "•" and not _BETWEEN.match(paragraph.text, start):
            continue
        yield Spot(start, end, f"“{mark}”只是形似“{_FULL[mark]}”", _FULL[mark])
