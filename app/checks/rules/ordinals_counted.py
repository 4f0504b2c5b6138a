"""A number of parts announced, and the parts 第一…, 第二… that follow: 四个标段：第一标段…."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.document.numbering import from_chinese, to_chinese
from app.patterns import regex

_PART = "标段|阶段|步骤|部分|小组|层次|批次|片区|环节|单元|板块|课题|系列|类别|梯队|章节|工区|分队|梯次|议程"
_CLAIM = regex(
    rf"(?:分为|划分为|分成|划成|分|设|设置|设有|设立|共有|共|包括|有|编为|编成)(?:成|为)?(?P<claim>(?P<n>[两二三四五六七八九十]|[2-9]|1[0-9])(?:个|大|项)?(?P<noun>{_PART}))(?P<mark>[：，。])"
)
_LOOSE = "第[一二三四五六七八九十]+(?:[、和与及至到]第?[一二三四五六七八九十]+)+"

_Told = tuple[int, int, int, int, str]  # where, the number said, how many listed, of what


def ordinals(paragraph: Paragraph) -> tuple[_Told, ...] | None:
    """Return the numbers of parts that the parts listed behind them contradict: facts."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    found: list[_Told] = []
    for m in _CLAIM.finditer(text):
        noun = m["noun"]
        named = re.compile(f"第(?P<n>[一二三四五六七八九十]{{1,2}}){noun}")
        numbers = [from_chinese(one["n"]) for one in named.finditer(text, m.end())]
        listed = len(numbers)
        if listed < 2 or numbers != [*range(1, listed + 1)]:
            continue
        said = from_chinese(m["n"]) or 0
        rest = text[m.end() :]
        if re.search(f"{_LOOSE}{noun}|其中|其余|其他|余下|最后", rest):
            continue
        # Fewer may be told of than there are, unless a colon says that this is all of them.
        if listed > said or (listed == said - 1 and m["mark"] == "：" and "等" not in rest):
            found.append((*m.span("claim"), said, listed, noun))
    return tuple(found) or None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=tuple([f"第二{part}" for part in _PART.split("|")]),
    facts=ordinals,
    yields_to=("agenda_count", "claimed_count"),
)
def ordinals_counted(reading: Reading) -> Iterator[Spot]:
    """所说的个数与“第一”“第二”列出的不符。

    “分为四个标段：第一标段……第三标段……”，说几个就应当列几个；有的留到后面各段再说的不报。

    来源：公文校对惯例
    Bad: 施工分为⟦四个标段⟧：第一标段修路基，第二标段架桥，第三标段铺路面。
    Bad: 活动分⟦两个阶段⟧：第一阶段宣传发动，第二阶段集中整治，第三阶段总结验收。
    Good: 施工分为三个标段：第一标段修路基，第二标段架桥，第三标段铺路面。
    Good: 工程共有四个标段，第一标段、第二标段已经完工；活动分为四个阶段：第一阶段动员，第二、三阶段整治，第四阶段总结。
    Good:
        活动分为三个阶段：第一阶段动员，第二阶段整治，具体如下。
        第三阶段总结验收，于年底前完成。
    """
    texts = reading.document.texts
    for block, told in reading.present():
        for start, end, said, listed, noun in told:
            following = f"第{to_chinese(listed + 1)}{noun}"
            if listed < said and any(following in text for text in texts[block + 1 :]):
                continue
            yield Spot(start, end, f"后面列出{listed}个", block=block)
