"""Two sentence marks where one belongs."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_DOUBLED = re.compile(
    r"(?<![，。；、：])[，。；、：][ 　]*[，。；、：]+(?![，。；、：])|[！？][，。；、]+(?!”)|(?<=[\u4e00-\u9fff”）])(?:!!+|\?\?+)(?=\s*$|[\u4e00-\u9fff“])|(?<=^[0-9])(?:\.\.|．．)(?=[\u4e00-\u9fff])"
)
_SURE = {
    "，。": "。",
    "、，": "，",
    "、。": "。",
    "；。": "。",
    "，、": "、",
    "：，": "：",
}
_FULL = {"!": "！", "?": "？"}


@rule(
    group="标点",
    severity=Severity.ERROR,
    triggers=(
        *[f"{mark}{other}" for mark in "，。；、：！？" for other in "，。；、： 　"],
        "..",
        "!!",
        "??",
        "．．",
    ),
    yields_to=("heading_end_mark",),
)
def doubled_punctuation(paragraph: Paragraph) -> Iterator[Spot]:
    """标点重复。

    两个点号不能连用，多半是删改时留下的。

    来源：GB/T 15834—2011 第4章
    Bad: 打造引才工程升级版⟦。。⟧ -> 打造引才工程升级版。
    Bad: 选准配强干部⟦。，⟧进一步完善机制
    Bad: 统筹推进⟦，，⟧抓好落实⟦；；⟧ -> 统筹推进，抓好落实；
    Bad: 完成率达到九成⟦，。⟧ -> 完成率达到九成。
    Bad: 贡献力量⟦！。⟧
    Bad: 名额有限，抓紧报名⟦!!!⟧ -> 名额有限，抓紧报名！
    Bad: 抓好落实⟦，。，⟧及时上报。
    Bad: 1⟦..⟧报名时间 -> 1.报名时间
    Good: 他说：“就这样办。”会议到此结束。
    Good: 工作要求是“严、细、实。”。
    Good: 怎么会这样？！
    Good: 省、市……县——乡，层层落实。
    Good: 等等。。。
    """
    for found in _DOUBLED.finditer(paragraph.text):
        marks = re.sub("[ 　]", "", found[0])
        if marks == "。。。":
            continue
        alike = len(set(marks)) == 1
        fix = _FULL.get(marks[0], marks[0]) if alike else _SURE.get(marks)
        yield Spot(*found.span(), f"标点“{marks}”连用", fix)
