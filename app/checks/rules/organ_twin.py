"""The name of a body with one character more or less than the paper gives it elsewhere."""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_KINDS = "协会|学会|商会|联合会|基金会|促进会|研究会|公司|集团|医院|大学|学院|中学|小学|研究院|研究所|管理局|管理处|服务中心|管理中心|合作社|联合社|博物馆|图书馆|文化馆|出版社|俱乐部"
_RUN = regex("[\u4e00-\u9fff]+$")
_LONG = 16  # characters of a name at most
_HEAD, _TAIL = 4, 4  # characters before and behind the odd one that are the same
# A character that makes another body, or that a name may have or not.
_FREE = frozenset(
    "一二三四五六七八九十东西南北中上下前后新老总分支副大小高初省市县区镇乡村和与及的第男女党青少儿幼童工农商学兵"
)


def bodies(paragraph: Paragraph) -> tuple[tuple[str, int], ...] | None:
    """Return what stands before and in the kinds of bodies, with the end of each: a facts function."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    found: list[tuple[str, int]] = []
    for _, start, end in paragraph.hits:
        run = _RUN.search(text, max(end - _LONG, 0), end)
        if run is not None and start - run.start() >= _HEAD:
            found.append((run[0], end))
    return tuple(found) or None


@rule(
    group="一致",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    triggers=tuple(_KINDS.split("|")),
    facts=bodies,
)
def organ_twin(reading: Reading) -> Iterator[Spot]:
    """单位名称前后多一字少一字。

    同一个单位，别处多次写作“中国果品流通协会”，只有一处写作“中国果品业流通协会”，多半是多了或者漏了一个字。

    来源：公文校对惯例
    Bad:
        title| 果品产销对接会纪要
        会议由中国果品流通协会主办，请中国果品流通协会会长讲话。
        中国果品⟦业⟧流通协会的专家到基地察看了挂果情况。 -> 中国果品流通协会的专家到基地察看了挂果情况。
    Good:
        title| 果品产销对接会纪要
        青石县第一人民医院、青石县第二人民医院派出医疗队，青石县第一人民医院带队。
        青石县人民医院留守。
    """
    found = [(block, run, end) for block, ones in reading.present() for run, end in ones]
    ends = Counter(run[at:] for _, run, _ in found for at in range(len(run) - _HEAD - _TAIL + 1))
    for block, run, end in found:
        for tail in range(_TAIL, len(run) - _HEAD):
            at = len(run) - tail - 1
            if run[at] in _FREE:
                continue
            whole, right = run[at - _HEAD :], run[at - _HEAD : at] + run[at + 1 :]
            if ends[right] > 1 and ends[whole] == 1:
                place = end - tail - 1
                said = f"别处没有“{run[at]}”字"
                yield Spot(place, place + 1, said, "", block=block)
                break
