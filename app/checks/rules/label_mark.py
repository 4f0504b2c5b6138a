"""A label with another mark than a colon behind it: 联系电话；83215566."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_LABELS = "联系电话|联系人|咨询电话|监督电话|举报电话|电子邮箱|联系地址|活动时间|活动地点|会议时间|会议地点|报名时间|报名地点|参会人员|参加人员|主送|抄送|主题词|邮编|传真"
_LABEL = regex(
    rf"^\s*(?:[0-9（）一-十]{{1,4}}[.．、]?\s*)?(?:{_LABELS})(?P<mark>[；，、;,。])(?=\s*[^\s，。；])(?!电子|邮箱|地[址点]|传真|时间|联系|单位|手机|姓名|职务|内容|人员|方式|邮编|等|和|及)"
)

# 主持人；王某  第二名；李某: the semicolon is the colon's neighbour on the keys.
_SEMICOLON = regex(
    r"(?:^|(?<=[\s，、。；]))(?:主持人|记录人|出席人员|列席人员|组长|副组长|成员|时间|地点|邮箱|电话|手机|地址|姓名|主题|第[一二三四五六]名|[一二三]等奖)(?P<mark>；)(?=\s*[^\s，。；、])"
)


@rule(
    group="标点",
    severity=Severity.WARNING,
    triggers=(
        *(f"{label[-1]}{mark}" for label in _LABELS.split("|") for mark in "；，、;,。"),
        "；",
    ),
)
def label_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """项目名称后面没有用冒号。

    “联系电话”“会议时间”这样的项目名称与内容之间用冒号。

    来源：GB/T 15834—2011 4.7
    Bad: 联系电话⟦；⟧83215566 -> 联系电话：83215566
    Bad: 会议地点⟦，⟧县委三楼会议室 -> 会议地点：县委三楼会议室
    Bad: 第一名：老杨，第二名⟦；⟧老李。 -> 第一名：老杨，第二名：老李。
    Good: 请写明姓名和地址；电话要写全；登记姓名；核对证件。
    Good: 联系电话：83215566
    Good: 联系人、联系电话须填写完整；会议时间、地点另行通知。
    """
    if paragraph.role is Role.OBJECT:
        return
    found = None if "：" in paragraph.text[:8] else _LABEL.match(paragraph.text)
    if found is not None:
        yield Spot(*found.span("mark"), "项目名称与内容之间用冒号", "：")
    for slip in _SEMICOLON.finditer(paragraph.text):
        if found is None or slip.start("mark") != found.start("mark"):
            yield Spot(*slip.span("mark"), "项目名称与内容之间用冒号", "：", severity=Severity.HINT)
