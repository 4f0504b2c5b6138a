"""The members of a formulation out of order, or one of them missing."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.lexicons import Formulation, formulations, source_of
from app.checks.lookback import titled

_JOINT = re.compile(r"[、，,；;]?[“”]?[、，,；;和与及]?[“”]?(?:上|的|之)?[、，,]?")
_GROUPS = [(one, group) for one in formulations() for group in one.groups]
_ENTRIES: dict[str, list[int]] = {}  # member → the groups it belongs to
for _number, (_, _group) in enumerate(_GROUPS):
    for _member in _group:
        _ENTRIES.setdefault(_member, []).append(_number)


@rule(group="提法", severity=Severity.ERROR, triggers=tuple(_ENTRIES))
def formulation_members(paragraph: Paragraph) -> Iterator[Spot]:
    """提法成员次序颠倒或遗漏。

    “四个意识”“四个自信”等提法的成员和次序是固定的。

    来源：提法表（resources/lexicons/formulations.tsv）
    Bad: 一体推进⟦不想腐、不敢腐、不能腐⟧ -> 一体推进不敢腐、不能腐、不想腐
    Bad: 增强⟦政治意识、核心意识、大局意识、看齐意识⟧ -> 增强政治意识、大局意识、核心意识、看齐意识
    Bad: 坚定⟦道路自信、理论自信、文化自信⟧
    Good: 增强政治意识、大局意识、核心意识、看齐意识，坚定道路自信、理论自信、制度自信、文化自信。
    Good: 统筹经济建设、政治建设，加强作风建设、组织建设和廉政建设。
    Good: 形式主义、官僚主义是党和人民的大敌。
    Good: 党员干部要加强党史、改革开放史学习。
    """
    for entry, group, chain in _chains(paragraph):
        start, end = chain[0][1], chain[-1][2]
        if titled(paragraph.text, start, end):
            continue
        order = [group.index(member) for member, _, _ in chain]
        sure = entry.certainty == "H"
        source = source_of(entry.id)
        if len(chain) == len(group):
            if order != sorted(order):
                right = _ordered(paragraph.text, chain, group)
                said = f"次序应为“{'、'.join(group)}”{source}"
                severity = None if sure else Severity.HINT
                yield Spot(start, end, said, right if sure else None, severity=severity)
        elif order == sorted(order) and _whole(paragraph.text, start, end, group):
            missing = next(member for member in group if member not in [m for m, _, _ in chain])
            said = f"缺少“{missing}”：完整的是“{'、'.join(group)}”{source}"
            yield Spot(start, end, said, severity=Severity.WARNING if sure else Severity.HINT)


def _chains(
    paragraph: Paragraph,
) -> Iterator[tuple[Formulation, tuple[str, ...], list[tuple[str, int, int]]]]:
    """Yield the runs of members of one formulation that nothing but joints keeps apart."""
    hit_in: dict[int, list[tuple[str, int, int]]] = {}
    for hit in paragraph.hits:
        for number in _ENTRIES[hit[0]]:
            hit_in.setdefault(number, []).append(hit)
    for number, hits in hit_in.items():
        entry, group = _GROUPS[number]
        if len(hits) < _least(group):
            continue
        chain: list[tuple[str, int, int]] = []
        for hit in sorted(hits, key=lambda h: h[1]):
            joined = chain and _JOINT.fullmatch(paragraph.text[chain[-1][2] : hit[1]])
            if chain and (not joined or hit[0] in [m for m, _, _ in chain]):
                yield from _long(entry, group, chain)
                chain = []
            chain.append(hit)
        yield from _long(entry, group, chain)


def _long(
    entry: Formulation, group: tuple[str, ...], chain: list[tuple[str, int, int]]
) -> Iterator[tuple[Formulation, tuple[str, ...], list[tuple[str, int, int]]]]:
    """Yield the chain where it is long enough to be meant as the formulation."""
    if _least(group) <= len(chain) <= len(group):
        yield entry, group, chain


def _least(group: tuple[str, ...]) -> int:
    """Return of how many members a chain is meant as the formulation."""
    return len(group) - 1 if len(group) > 3 and min(map(len, group)) > 2 else len(group)


def _whole(text: str, start: int, end: int, group: tuple[str, ...]) -> bool:
    """Whether nothing goes on with the list before or after it."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    sort = group[0][-2:]
    near = text[max(start - 12, 0) : start] + text[end : end + 12]
    return before not in tuple("、和与及") and after not in tuple("、和与及等") and sort not in near


def _ordered(text: str, chain: list[tuple[str, int, int]], group: tuple[str, ...]) -> str:
    """Return the chain with its members in order and its joints in place."""
    out = ""
    for at, (_, _, end) in enumerate(chain):
        joint = text[end : chain[at + 1][1]] if at + 1 < len(chain) else ""
        out += group[at] + joint
    return out
