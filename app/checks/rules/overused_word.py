"""A verb used again and again."""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.patterns import regex

_VERBS = regex(
    "着力|健全|强化|深化|推动|推进|提升|加强|完善|聚焦|突出|切实|扎实|不断|进一步|大力|持续|全面"
)


def verbs(paragraph: Paragraph) -> tuple[int, tuple[tuple[str, int, int], ...]] | None:
    """Return the length of a paragraph and its favourite verbs: a facts function."""
    found = tuple([(m[0], *m.span()) for m in _VERBS.finditer(paragraph.text)])
    return (len(paragraph.text), found) if paragraph.text else None


@rule(group="词语", severity=Severity.HINT, scope="document", idle=True, default=False, facts=verbs)
def overused_word(reading: Reading, *, permille: int = 8) -> Iterator[Spot]:
    """用词单调。

    同一个动词用得过密（每千字8次以上），可以换用其他词语。默认关闭：公文中常用词复现是常态。

    来源：公文写作惯例
    选项：permille 每千字用到几次才提示
    Bad: ⟦加强⟧领导，加强管理，加强监督，加强考核。
    Good: 加强领导，规范管理，严格监督，压实责任。
    """
    total = sum(length for _, (length, _) in reading.present())
    counts: Counter[str] = Counter()
    first: dict[str, tuple[int, int, int]] = {}
    for block, (_, found) in reading.present():
        for word, start, end in found:
            counts[word] += 1
            first.setdefault(word, (block, start, end))
    for word, count in counts.items():
        if count >= 4 and count * 1000 > permille * max(total, 1):
            block, start, end = first[word]
            yield Spot(start, end, f"“{word}”全文用了{count}次", block=block)
