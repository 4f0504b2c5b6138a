"""Spaces between Chinese characters and numbers: 占地 1565平方米."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.checks.language.han import HAN
from app.document.model import Role
from app.patterns import regex

_SPACE = regex(
    rf"(?<=[{HAN}”》），；、：])(?<![第表图式])(?<!附件)[ \u00a0]+(?=[0-9][0-9,.]*(?:[{HAN}%％～—]|[ \u00a0][{HAN}]|$|[，。；）]))(?![0-9]{{7}})(?!20[0-9]{{2}}年[0-9]{{1,2}}月[0-9]{{1,2}}日$)"
    rf"|(?<=[0-9])(?<![0-9]{{7}})(?<![:：][0-9]{{2}})(?<![第表图] [0-9])(?<![第表图] [0-9]{{2}})[ \u00a0]+(?=[{HAN}])"
)
_NUMBER = regex(r"[ \u3000\t]*(?:附件|附表|[（(])?[0-9]{1,3}(?:[.．][0-9]{1,2}){0,3}[）).．、]?$")
_COLUMNS = regex("\t|[ \u3000]{2}")
_SKIPPED = frozenset((Role.OBJECT, Role.SIGNATURE, Role.DATE, Role.COPIES, Role.TITLE))


@rule(
    group="数字",
    severity=Severity.HINT,
    idle=True,
    triggers=tuple(f"{n} " for n in range(10)) + tuple(f" {n}" for n in range(10)),
    yields_to=("space_in_text", "time_form", "bare_number"),
    habit=Habit(mixed=True),
)
def space_by_number(paragraph: Paragraph) -> Iterator[Spot]:
    """数字旁边多了空格。

    汉字与数字之间不空格，字距由排版自动调整；多出的空格会使字距不一、折行不当。空了多处的只说一次，可以一起改。

    来源：排版惯例
    Bad: 广场占地⟦ ⟧1565平方米，服务居民1380⟦ ⟧人。 -> 广场占地1565平方米，服务居民1380人。
    Good: 广场占地1565平方米，服务居民1380人，联系电话： 0731-82345678，值班电话82345678 陈某，型号 3B，见表 2，第 3 页。
    Good: 8:30 行政中心站发车，青岚县防汛指挥部 2024年7月8日
    Good: 1 总则
    Good: 张某某　 45岁  男
    """
    if paragraph.role in _SKIPPED or _COLUMNS.search(paragraph.text.strip()):
        return
    text = paragraph.text
    for found in _SPACE.finditer(text):
        if not _NUMBER.match(text, 0, found.start()):
            yield Spot(*found.span(), "数字旁边多了空格", "")
