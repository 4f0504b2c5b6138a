"""A term that differs in one slip from one that the document uses more often."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex
from app.turns import step

_RUN = regex("[\u4e00-\u9fff]{6,}")
_AT_ONCE = 16  # runs read before waiting keys have their turn
_SKIPPED = frozenset((Role.OBJECT, Role.BLANK))


def running(paragraph: Paragraph) -> bool | None:
    """Return whether a paragraph has longer stretches of Chinese characters: facts.

    The stretches themselves would be a second copy of the document.
    """
    if paragraph.role in _SKIPPED:
        return None
    return True if _RUN.search(paragraph.text) else None


@rule(group="一致", severity=Severity.HINT, scope="document", idle=True, facts=running)
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
    pairs = _pairs(reading, length)
    places: dict[str, list[tuple[int, int]]] = {window: [] for window in pairs}
    for window, block, at in _windows(reading, length) if pairs else ():
        if window in places:
            places[window].append((block, at))
    for window in sorted(pairs):
        twin = _crossed(window)
        if window < twin:
            odd, usual = sorted(
                (window, twin), key=lambda w: (len(places[w]), [-at for at in places[w][0]])
            )
            if len(places[odd]) == 1:
                block, start = places[odd][0]
                said = f"别处写作“{usual}”"
                yield Spot(start, start + length, said, block=block)


def _windows(reading: Reading, length: int) -> Iterator[tuple[str, int, int]]:
    """Yield each stretch of that length with its block and place."""
    for block, _ in reading.present():
        text = reading.document.blocks[block].text
        for run in _RUN.finditer(text):
            for at in range(run.start(), run.end() - length + 1):
                yield text[at : at + length], block, at


def _pairs(reading: Reading, length: int) -> set[str]:
    """Return the stretches that the document has with their first two words either way round.

    What they begin with is noted in a table in which some of it shares a place: a set of all
    stretches would take eighty times the room of the text.
    """
    blocks = reading.document.blocks
    told = (run for block, _ in reading.present() for run in _RUN.findall(blocks[block].text))
    runs = {run for run in told if len(run) >= length}
    mask = (1 << (sum(map(len, runs)).bit_length() + 2)) - 1
    seen = bytearray(mask + 1)
    for number, run in enumerate(runs):
        if number % _AT_ONCE == 0:
            step()
        for at in range(len(run) - length + 1):
            seen[hash(run[at : at + 4]) & mask] = 1
    likely: set[str] = set()
    for number, run in enumerate(runs):
        if number % _AT_ONCE == 0:
            step()
        for at in range(len(run) - length + 1):
            crossed = run[at + 2 : at + 4] + run[at : at + 2]
            if seen[hash(crossed) & mask] and crossed != run[at : at + 4]:
                likely.add(run[at : at + length])
    return {window for window in likely if _crossed(window) in likely}


def _crossed(window: str) -> str:
    """Return a stretch with the two words of two characters at its head changed over."""
    return window[2:4] + window[:2] + window[4:]
