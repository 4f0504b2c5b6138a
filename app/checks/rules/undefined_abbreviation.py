"""“三案” and the like, never explained in the document."""

import re
from collections import Counter
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.lexicons import formulations
from app.patterns import regex

_NAMED = regex(r"“([一两二三四五六七八九十](?:个|项|大|条)?[\u4e00-\u9fff]{1,2})”")
_KNOWN = frozenset(
    name for entry in formulations() for name in re.findall(r"“([^”]+)”", entry.name)
) | frozenset(
    [
        "一把手",
        "一盘棋",
        "一张网",
        "一件事",
        "一站式",
        "一条龙",
        "两张皮",
        "两委",
        "两新",
        "三公",
        "三农",
        "四风",
        "三会",
        "一肩挑",
        "两不愁",
        "三保障",
        "一窗",
        "一网",
        "三产",
        "两会",
        "两个责任",
        "三严",
        "三实",
        "四史",
        "五史",
        "两学",
        "一做",
        "三重",
        "一大",
        "一票否决",
        "一刀切",
        "一把尺",
    ]
)


def abbreviations(paragraph: Paragraph) -> tuple[tuple[str, int, int, bool], ...] | None:
    """Return quoted abbreviations, and whether a list explains each: a facts function."""
    found: list[tuple[str, int, int, bool]] = []
    for m in _NAMED.finditer(paragraph.text):
        around = paragraph.text[max(m.start() - 30, 0) : m.end() + 40]
        found.append((m[1], *m.span(), "、" in around or "（" in around))
    return tuple(found) or None


@rule(
    group="一致",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    default=False,
    triggers=("“",),
    facts=abbreviations,
)
def undefined_abbreviation(reading: Reading) -> Iterator[Spot]:
    """缩略语没有解释。

    “三案”“四联”等自造的缩略语，首次出现时应说明所指。默认关闭：本单位熟知的说法很多。

    来源：公文写作惯例
    Bad: 精准实施⟦“三案”⟧管理
    Good: 推行规范化、标准化、专业化“三化”建设，落实“四风”整治。
    """
    found = [(block, *one) for block, ones in reading.present() for one in ones]
    explained = {name for _, name, _, _, told in found if told} | _KNOWN
    told: Counter[str] = Counter()
    for block, name, start, end, _ in found:
        told[name] += 1
        if name not in explained and told[name] == 1:
            yield Spot(start, end, f"“{name}”文中没有说明所指", block=block)
