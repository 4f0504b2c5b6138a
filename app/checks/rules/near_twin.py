"""A term that differs in one slip from one that the document uses more often."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role

_RUN = re.compile("[\u4e00-\u9fff]{6,}")


def running(paragraph: Paragraph) -> str | None:
    """Return a paragraph that has longer stretches of Chinese characters: facts.

    It is the text itself: the stretches kept apart would be a second copy of the document.
    """
    if paragraph.role in (Role.NOISE, Role.OBJECT, Role.BLANK):
        return None
    return paragraph.text if _RUN.search(paragraph.text) else None


@rule(group="一致", severity=Severity.WARNING, scope="document", idle=True, facts=running)
def near_twin(reading: Reading, *, length: int = 8) -> Iterator[Spot]:
    """同一词语颠倒了次序。

    一个八字以上的词组，与标题或别处反复出现的词组只是其中相邻的两个词颠倒，多半有一处写错。

    来源：公文校对惯例
    选项：length 比较多长的词组（字）
    Bad:
        heading1| 三、建立健全党组织领导的城乡基层治理体系
        健全城乡基层治理体系，完善网格化管理，夯实城乡基层治理体系。
        通过网格化管理，健全完善⟦基层城乡治理体系⟧。
    Good:
        heading1| 三、建立健全党组织领导的城乡基层治理体系
        健全完善城乡基层治理体系。
    """
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for block, text in reading.present():
        for run in _RUN.finditer(text):
            for at in range(run.start(), run.end() - length + 1):
                places[text[at : at + length]].append((block, at))
    by_letters: dict[str, set[str]] = defaultdict(set)
    for window in places:
        by_letters["".join(sorted(window))].add(window)
    counts = Counter({window: len(at) for window, at in places.items()})
    for windows in by_letters.values():
        if len(windows) == 2:
            odd, usual = sorted(windows, key=lambda w: (counts[w], [-at for at in places[w][0]]))
            if counts[odd] == 1 and _crossed(odd, usual):
                block, start = places[odd][0]
                said = f"别处写作“{usual}”"
                severity = None if counts[usual] > 1 else Severity.HINT
                yield Spot(start, start + length, said, block=block, severity=severity)


def _crossed(one: str, other: str) -> bool:
    """Whether two words of two characters have changed places at the head, the rest being one."""
    return one[:2] == other[2:4] and one[2:4] == other[:2] and one[4:] == other[4:]
