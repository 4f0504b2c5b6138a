"""A word twice in one heading, or the same opening verb in two of several siblings."""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.headings import heading, siblings
from app.patterns import regex

_VERBS = frozenset(
    [
        "提升",
        "加强",
        "推进",
        "强化",
        "深化",
        "健全",
        "完善",
        "优化",
        "着力",
        "聚焦",
        "突出",
        "坚持",
        "打造",
        "构建",
        "推动",
        "狠抓",
        "夯实",
        "压实",
    ]
)
_WORD = regex("|".join(sorted(_VERBS)))


@rule(group="标题", severity=Severity.HINT, scope="document", idle=True, facts=heading)
def heading_repeated_word(reading: Reading) -> Iterator[Spot]:
    """标题用词重复。

    一个标题里同一动词用两次，或者几个同级标题中恰有两个开头动词相同。所有标题都用同一个词的是有意排比，不提示。

    来源：公文写作惯例
    Bad: heading1| 一、提升服务效能，⟦提升⟧群众满意度
    Bad:
        heading1| 一、加强组织领导
        heading1| 二、压实工作责任
        heading1| 三、⟦加强⟧督查考核
        heading1| 四、营造浓厚氛围
    Good:
        heading1| 一、突出忠诚，锤炼党性
        heading1| 二、突出担当，狠抓落实
        heading1| 三、突出廉洁，守牢底线
    """
    for group in siblings(reading):
        if group[0].level > 4:
            continue
        for one in group:
            found = list(_WORD.finditer(one.text))
            counts = Counter(m[0] for m in found)
            for m in found[1:]:
                if counts[m[0]] == 2 and m[0] == found[0][0]:
                    at = one.start + m.start()
                    yield Spot(at, at + 2, f"标题里“{m[0]}”用了两次", block=one.block)
        opening = [one.text[:2] for one in group]
        for verb, count in Counter(opening).items():
            if verb in _VERBS and count == 2 and len(group) >= 4:
                one = [h for h in group if h.text.startswith(verb)][-1]
                said = f"两个同级标题都以“{verb}”开头"
                yield Spot(one.start, one.start + 2, said, block=one.block)
