"""The name of a statute with a slip in it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.lexicons import rows

_TITLED = re.compile(r"《([^《》]{2,40})》")
_STATE = re.compile(r"^(?:中华人民共和国|中国共产党)")
_TAIL = re.compile(r"（[^）]*(?:试行|修订|修正|草案|暂行)[^）]*）$")
_SORT = re.compile(r"(?:法典|法|条例|准则|规定|规则|办法)$")


@rule(group="提法", severity=Severity.WARNING, triggers=("《",))
def statute_name(paragraph: Paragraph) -> Iterator[Spot]:
    """法律法规名称有误。

    书名号里的名称与一部法律、党内法规只差一两个字，多半是写错了名称。地方性法规和实施细则不在此列。

    来源：全国人大常委会公布的现行有效法律目录；词表 resources/lexicons/statutes.txt（由整理者辑录，只作核对线索）
    Bad: 认真贯彻⟦《职业技术教育法》⟧ -> 认真贯彻《职业教育法》
    Bad: 严格执行⟦《关于新形势下党内政治生活的若干规定》⟧ -> 严格执行《关于新形势下党内政治生活的若干准则》
    Bad: 贯彻⟦《中国共产党廉洁自律规则》⟧ -> 贯彻《中国共产党廉洁自律准则》
    Bad: 学习⟦《中华人民共和国乡村振新促进法》⟧ -> 学习《中华人民共和国乡村振兴促进法》
    Good: 贯彻《职业教育法》《中华人民共和国安全生产法》和《中国共产党纪律处分条例》。
    Good: 落实《江南省职业教育条例》《安全生产法实施细则》《关于做好春耕工作的意见》。
    Good: 学习《中国共产党支部工作条例（试行）》《监察法》《监察官法》。
    """
    for found in _TITLED.finditer(paragraph.text):
        state = _STATE.match(found[1])
        head = state[0] if state else ""
        tail = _TAIL.search(found[1])
        name = found[1].removeprefix(head)
        name = name.removesuffix(tail[0]) if tail else name
        right = _meant(name)
        if right is not None:
            mend = f"《{head}{right}{tail[0] if tail else ''}》"
            yield Spot(*found.span(), f"名称疑为{mend}", mend)


def _meant(name: str) -> str | None:
    """Return the only statute that a name misses by a slip, None where it is right or unlike."""
    sort = _SORT.search(name)
    known, by_length = _statutes()
    if sort is None or len(name) < 4 or name in known:
        return None
    near = [
        one
        for length in range(len(name) - 2, len(name) + 3)
        for one in by_length.get(length, ())
        if _slipped(name, one)
    ]
    return near[0] if len(near) == 1 else None


def _slipped(name: str, right: str) -> bool:
    """Whether a name differs from another in one short stretch."""
    head = 0
    while head < min(len(name), len(right)) and name[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(name), len(right)) - head and name[-1 - tail] == right[-1 - tail]:
        tail += 1
    gone, come = len(name) - head - tail, len(right) - head - tail
    same = head + tail
    if gone == come:
        return gone <= (2 if same >= 5 else 1) and same >= 4 and (head > 0 or same >= 6)
    return min(gone, come) == 0 and max(gone, come) <= 2 and head >= 2 and same >= 4


@lru_cache(maxsize=1)
def _statutes() -> tuple[frozenset[str], dict[int, list[str]]]:
    names = [name for row in rows("statutes.txt") for name in row[0].split()]
    by_length: dict[int, list[str]] = {}
    for name in names:
        by_length.setdefault(len(name), []).append(name)
    return frozenset(names), by_length
