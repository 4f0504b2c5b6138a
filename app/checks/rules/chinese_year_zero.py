"""○, 零 or O where 〇 belongs in a Chinese year."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_D = "一二三四五六七八九"
_NOUGHTS = "○零0OoＯΟοОо"  # the last four are Greek and Cyrillic
_YEAR = regex(rf"[二一](?:[〇{_NOUGHTS}{_D}]){{3}}(?=年)")
_WRONG = regex(f"[{_NOUGHTS}]")


@rule(
    group="要素",
    severity=Severity.WARNING,
    triggers=tuple(f"{n}{nought}" for n in f"〇{_D}" for nought in _NOUGHTS),
)
def chinese_year_zero(paragraph: Paragraph) -> Iterator[Spot]:
    """汉字年份的“〇”写错。

    汉字年份中的“〇”不写作“零”、圆圈“○”、字母“O”。

    来源：GB/T 15835—2011 4.2.3
    Bad: 到⟦二零三五⟧年基本实现现代化 -> 到二〇三五年基本实现现代化
    Bad: ⟦二○二六⟧年三月 -> 二〇二六年三月
    Bad: ⟦二ΟΟ八⟧年九月 -> 二〇〇八年九月
    Good: 到二〇三五年基本实现现代化
    Good: 一共二百零五元，二十年。
    """
    for found in _YEAR.finditer(paragraph.text):
        if _WRONG.search(found[0]):
            yield Spot(*found.span(), "汉字年份用“〇”", _WRONG.sub("〇", found[0]))
