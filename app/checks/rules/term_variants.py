"""One term in two spellings within a document."""

import re
from collections import Counter
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule

_PAIRS = (
    ("共驻共建", "同驻共建"),
    ("账号", "帐号"),
    ("“一把手”", "一把手"),
    ("“回头看”", "回头看"),
    ("“两委”", "两委"),
    ("“四风”", "四风"),
    ("“三农”", "三农"),
    ("“一肩挑”", "一肩挑"),
    ("“双报到”", "双报到"),
    ("“安专迷”", "“安、专、迷”"),
    ("忠诚干净担当", "忠诚、干净、担当"),
    ("联席会议", "联席会"),
    ("干部人事档案", "人事干部档案"),
    ("微信公众号", "微信公众账号"),
    ("省委省政府", "省委、省政府"),
    ("市委市政府", "市委、市政府"),
    ("县委县政府", "县委、县政府"),
    ("其他", "其它"),
    ("网格化管理", "网格管理"),
    ("无任用推荐", "无任用干部推荐"),
    ("党史学习教育", "党史教育"),
    ("习近平总书记", "习总书记"),
)
_WORDS = tuple(sorted({word for pair in _PAIRS for word in pair}))
_FEW = ("联席会", "网格管理")


def terms(paragraph: Paragraph) -> tuple[tuple[str, int, int], ...] | None:
    """Return the spellings of a paragraph, the longest where they overlap: a facts function."""
    kept: list[tuple[str, int, int]] = []
    for hit in sorted(paragraph.hits, key=lambda h: h[1] - h[2]):
        if not any(hit[1] < other[2] and other[1] < hit[2] for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: h[1])) or None


@rule(
    group="一致",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    triggers=_WORDS,
    facts=terms,
    yields_to=("variant_word",),
)
def term_variants(reading: Reading) -> Iterator[Spot]:
    """同一用语前后写法不一。

    同一文稿里，同一个词语、同一个简称只用一种写法；加不加引号、顿号也要一致。

    来源：公文校对惯例
    Bad:
        管住管好“一把手”，压实“一把手”责任。
        加强对⟦一把手⟧的监督。
    Bad: 推进共驻共建，扩大⟦同驻共建⟧内容。
    Good: 管住管好“一把手”，压实“一把手”责任。
    """
    found = [(block, *hit) for block, hits in reading.present() for hit in hits]
    counts = Counter(word for _, word, _, _ in found)
    for first, second in _PAIRS:
        if not counts[first] or not counts[second]:
            continue
        odd, usual = (second, first) if counts[first] >= counts[second] else (first, second)
        if odd in _FEW and counts[odd] > 1:
            continue
        for block, word, start, end in found:
            if word == odd and not re.match("[”]", reading.document.blocks[block].text[end:]):
                yield Spot(
                    start,
                    end,
                    f"文中另写作“{usual.strip('“”')}”（{usual}），前后应一致",
                    block=block,
                )
