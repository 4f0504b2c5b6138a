"""A lead sentence that runs on with a comma where its siblings end with a stop."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.headings import Heading, heading, siblings

_SLACK = 3  # so many characters longer or shorter than its siblings a lead may be


@rule(group="标点", severity=Severity.WARNING, scope="document", idle=True, facts=heading)
def lead_mark(reading: Reading) -> Iterator[Spot]:
    """段首主旨句后用了逗号。

    同一层次的各段都以短句开头、以句号收住，只有一段用了逗号接下去，多半是误写。

    来源：GB/T 15834—2011 附录B.4；公文校对惯例
    Bad:
        heading2| （一）政治信仰更加坚定。党员干部学深悟透，自觉性不断增强。
        heading2| （二）宗旨意识更加牢固⟦，⟧全系统深入基层开展调查研究，收集意见324条。 -> （二）宗旨意识更加牢固。全系统深入基层开展调查研究，收集意见324条。
        heading2| （三）发展动力更加强劲。全年完成投资21亿元，超额完成任务。
    Good:
        heading2| （一）政治信仰更加坚定。党员干部学深悟透，自觉性不断增强。
        heading2| （二）宗旨意识更加牢固。全系统深入基层开展调查研究，收集意见324条。
        heading2| （三）坚持统筹兼顾，突出重点，发展动力更加强劲。全年完成投资21亿元。
    Good:
        item| 1.加强领导，压实责任。要明确分工。
        item| 2.加强宣传，营造氛围。要广泛发动。
        item| 3.加强督查，严格考核。要定期通报。
    """
    for group in siblings(reading):
        if len(group) > 2:
            odd = max(group, key=lambda one: len(one.text))  # by far the longest, if any
            others = [one for one in group if one is not odd]
            at = None if any(one.alone for one in others) else _place(odd, others)
            if at is not None:
                start = odd.start + at
                said = "同级各段的段首句都以句号收住，这里疑应用句号"
                yield Spot(start, start + 1, said, "。", block=odd.block)


def _place(odd: Heading, others: list[Heading]) -> int | None:
    """Return where in its lead the stop belongs, None where the lead is like the others."""
    lengths = [len(one.text) for one in others]
    commas = {one.text.count("，") for one in others}
    longest = max(lengths)
    if len(commas) != 1 or longest > 24 or len(odd.text) < 3 * longest:
        return None
    at = -1
    for _ in range(commas.pop() + 1):
        at = odd.text.find("，", at + 1)
        if at < 0:
            return None
    return at if min(lengths) - _SLACK <= at <= longest + _SLACK else None
