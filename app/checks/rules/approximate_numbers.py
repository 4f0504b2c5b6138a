"""三、五天 where 三五天 belongs."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_N = "一二三四五六七八九"
_APPROXIMATE = re.compile(
    rf"(?<![第之、（])(?<![{_N}十百千万])([{_N}])、([{_N}])(?=(?:十|百|千|万)?[个名人次天年月日周倍件家户元亩公里](?!级|类))"
)


@rule(group="数字", severity=Severity.WARNING, triggers=tuple(f"{n}、" for n in _N))
def approximate_numbers(paragraph: Paragraph) -> Iterator[Spot]:
    """概数中间加了顿号。

    相邻两个数字连用表示概数，中间不加顿号；表示两个并列的数目时才用顿号。

    来源：GB/T 15835—2011 5.2.1；GB/T 15834—2011 4.5
    Bad: 过⟦三、五⟧天再去一趟 -> 过三五天再去一趟
    Bad: 走访了⟦二、三⟧十户群众 -> 走访了二三十户群众
    Good: 一、二年级学生，第一、二个百年，一、加强领导。
    Good: 过三五天再去一趟
    """
    for found in _APPROXIMATE.finditer(paragraph.text):
        if not paragraph.text[: found.start()].strip():
            continue
        first, second = _N.index(found[1]), _N.index(found[2])
        if second - first == 1 or (first, second) == (2, 4):
            yield Spot(*found.span(), "概数中间不用顿号", found[1] + found[2])
