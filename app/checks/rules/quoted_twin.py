"""A name in quotation marks that the paper otherwise writes with another character or mark."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.wordings import wordings
from app.document.model import Role
from app.patterns import regex

_QUOTED = regex("“(?P<name>[^“”《》。；：！？…]{5,40})”")
_OUTSIDE = regex(r"\W")
_SHORTEST = 5  # characters of a name without its marks
_SHARED = 3  # characters at one end of two names of one length that differ in one
_USUAL = 3  # times that a name stands which another may be a slip of
# A character that makes another name of a series.
_FREE = frozenset(
    "零一二三四五六七八九十百千万0123456789东西南北中上下前后左右大小老新男女省市县区镇乡村"
)


def quoted(paragraph: Paragraph) -> tuple[tuple[str, int], ...] | None:
    """Return the names in quotation marks, each with its start: a facts function."""
    if paragraph.role is Role.OBJECT:
        return None
    found = [(m["name"], m.start("name")) for m in _QUOTED.finditer(paragraph.text)]
    return tuple(found) or None


@rule(
    group="一致",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    triggers=("”",),
    facts=quoted,
    yields_to=("formulation_wording", "formulation_misquote", "look_alike_mark", "term_variants"),
)
def quoted_twin(reading: Reading) -> Iterator[Spot]:
    """引号里的名称前后写法不一。

    活动、口号、工程的名称加了引号，就是固定的说法。别处用顿号、这里用逗号，或者别处多次写一个字、只有这里换了一个字，多半有一处写错。

    来源：公文校对惯例
    Bad:
        启动“清洁河道、美丽水岸”行动，“清洁河道、美丽水岸”行动分三个阶段。
        各村要把“⟦清洁河道，美丽水岸⟧”行动摆上日程。 -> 各村要把“清洁河道、美丽水岸”行动摆上日程。
    Bad:
        “清洁河道、美丽水岸”行动领导小组召开会议，总结“清洁河道、美丽水岸”行动。
        下一步，“清洁河道、美丽水岸”行动要向支流延伸。
        督查组到河东村督查“⟦清洁河道、美化水岸⟧”行动。 -> 督查组到河东村督查“清洁河道、美丽水岸”行动。
    Bad:
        扎实开展“⟦不忘初心，牢记使命⟧”学习讨论。 -> 扎实开展“不忘初心、牢记使命”学习讨论。
        以“⟦不忘初心，牢记使命⟧”为题讲党课。 -> 以“不忘初心、牢记使命”为题讲党课。
        把“不忘初心、牢记使命”作为终身课题。
    Good:
        举办“红色故事宣讲”“绿色故事宣讲”，“红色故事宣讲”走进村组，“红色故事宣讲”走进学校。
        第三届“金秋助学行动”与第四届“金秋助学行动”，“清河水泵１号”“清河水泵２号”。
    """
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for _, found in reading.present():
        for name, _ in found:
            names[_OUTSIDE.sub("", name)][name] += 1
    usual = dict(_usual(names, reading))
    for block, found in reading.present() if usual else ():
        for name, start in found:
            right = usual.get(name)
            if right is not None:
                slip = _OUTSIDE.sub("", name) != _OUTSIDE.sub("", right)
                severity = Severity.WARNING if slip else None
                said = f"别处写作“{right}”，前后应一致"
                end = start + len(name)
                yield Spot(start, end, said, right, block=block, severity=severity)


def _usual(names: Mapping[str, Counter[str]], reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield each writing of a name that is not its usual one, and the usual one.

    `names` has how often each writing stands, by what it is without its marks.
    """
    ends: dict[str, list[str]] = defaultdict(list)
    for bare, written in names.items():
        if len(bare) < _SHORTEST:
            continue
        if len(written) > 1:
            usual = max(written, key=lambda one: (_adopted(one), written[one]))
            yield from ((other, usual) for other in written if other != usual)
        if written.total() >= _USUAL:
            ends[f"{bare[:_SHARED]}{len(bare)}"].append(bare)
            ends[f"{len(bare)}{bare[-_SHARED:]}"].append(bare)
    for bare, written in names.items() if ends else ():
        if len(bare) <= _SHORTEST or written.total() > 1:
            continue
        (odd,) = written
        like = f"{bare[:_SHARED]}{len(bare)}", f"{len(bare)}{bare[-_SHARED:]}"
        for other in (other for end in like for other in ends.get(end, ())):
            right = names[other].most_common(1)[0][0]
            if _slip(bare, other) and not _in_a_row(odd, right, reading):
                yield odd, right
                break


def _adopted(name: str) -> bool:
    """Whether a name stands in a set wording as it is."""
    return any(name in wording.text for wording in wordings())


def _slip(odd: str, usual: str) -> bool:
    """Whether two names of one length differ in one character that makes no series."""
    differing = [pair for pair in zip(odd, usual, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and _FREE.isdisjoint(differing[0])


def _in_a_row(one: str, other: str, reading: Reading) -> bool:
    """Whether two names stand side by side somewhere: they are two then."""
    pairs = [
        f"{a}”{mark}“{b}" for a, b in ((one, other), (other, one)) for mark in ("", *"、，和与及或")
    ]
    return any(pair in text for text in reading.document.texts for pair in pairs)
