"""... and 。。。 where …… belongs, and …… with 等."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.patterns import regex

_WRONG = regex(r"(?<=[\u4e00-\u9fff”》，、])(?:\.{3,}|。{3,}|．{3,}|·{3,}|(?<!…)…(?!…))")
_STOPPED = regex("(?<=……)。(?=$|[”’）\u4e00-\u9fff“])")
_ETC = regex(r"等……|……等(?![级待])")


@rule(
    group="标点",
    severity=Severity.WARNING,
    triggers=("...", "。。。", "．．．", "···", "…"),
    habit=Habit(),
)
def ellipsis_form(paragraph: Paragraph) -> Iterator[Spot]:
    """省略号写法不规范。

    省略号是六个居中的圆点“……”，占两个字；用了省略号就不再用“等”。

    来源：GB/T 15834—2011 4.11
    Bad: 学校、医院⟦...⟧都要参加 -> 学校、医院……都要参加
    Bad: 学校、医院⟦。。。⟧都要参加 -> 学校、医院……都要参加
    Bad: 学校、医院⟦等……⟧都要参加
    Bad: 锣鼓敲起来，龙灯舞起来……⟦。⟧全村一片欢腾。 -> 锣鼓敲起来，龙灯舞起来……全村一片欢腾。
    Good: 学校、医院……都要参加
    Good: 见a...b
    """
    for found in _WRONG.finditer(paragraph.text):
        yield Spot(*found.span(), "省略号应写作“……”", "……")
    for found in _ETC.finditer(paragraph.text):
        yield Spot(*found.span(), "省略号不与“等”并用")
    for found in _STOPPED.finditer(paragraph.text):
        said = "省略号后面一般不再用句号"
        yield Spot(*found.span(), said, "", severity=Severity.HINT)
