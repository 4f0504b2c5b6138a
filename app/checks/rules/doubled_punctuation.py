"""Two sentence marks where one belongs."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_DOUBLED = regex(
    r"(?<![，。；、：])[，。；、：][ 　]*[，。；、：]+(?![，。；、：])|[！？][，。；、]+(?!”)|(?<=[\u4e00-\u9fff”）])(?:!!+|\?\?+)(?=\s*$|[\u4e00-\u9fff“])|[，。；、：](?:[,;]+(?![0-9A-Za-z])|\.+(?=\s*$))|(?<=[\u4e00-\u9fff”）])[,;][,;，；。]+|(?<=^[0-9])(?:\.\.|．．|[.．]、)(?=[\u4e00-\u9fff])|[，。；、：][！？!?](?!”)"
)
_SURE = {
    "，。": "。",
    "、，": "，",
    "、。": "。",
    "；。": "。",
    "，、": "、",
    "：，": "：",
    ".、": ".",
    "．、": "．",
}
_FULL = {"!": "！", "?": "？"}
_WIDE = str.maketrans(",;.", "，；。")


@rule(
    group="标点",
    severity=Severity.ERROR,
    triggers=(
        *[f"{mark}{other}" for mark in "，。；、：！？" for other in "，。；、： 　"],
        *[f"{mark}{other}" for mark in "，。；、：" for other in ",;."],
        *[f"{mark}{other}" for mark in ",;" for other in ",;，；。"],
        "..",
        "!!",
        "??",
        "．．",
        ".、",
        "．、",
        *[f"{mark}{other}" for mark in "，。；、：" for other in "！？!?"],
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
    Bad: 同志们辛苦了⟦。！⟧ -> 同志们辛苦了！
    Bad: 满足村民的需求⟦。!⟧
    Bad: 1⟦.、⟧报名时间 -> 1.报名时间
    Bad: 圆满完成全年任务⟦。.⟧ -> 圆满完成全年任务。
    Bad: 提供了技术支撑⟦，,⟧提高了产量。 -> 提供了技术支撑，提高了产量。
    Bad: 建立轮值制度⟦,,⟧实行挂牌上岗⟦,，⟧接受监督。 -> 建立轮值制度，实行挂牌上岗，接受监督。
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
        told = marks.translate(_WIDE) if marks[0] in "，。；、：,;" else marks
        alike = len(set(told)) == 1
        fix = _FULL.get(told[0], told[0]) if alike else _SURE.get(told)
        if fix is None and told[-1] in "！？":
            fix = told[-1]
        yield Spot(*found.span(), f"标点“{marks}”连用", fix)
