"""A part that is larger than its whole: 总产值28亿元，其中种植业113亿元."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from app.checks.amounts.quantities import UNITS, Quantity, quantities
from app.checks.amounts.sums import FAR_OFF
from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_SENTENCE = regex("[^。！？\n]+")
_AMONG = regex("其中(?:[：，:]|有|包括)?")
_NAMED = regex("[\u4e00-\u9fff]{1,14}")
# What is said of each, of the highest, of all so far, is no part of what stands before.
_OTHER = regex("[均每各最]|超过|突破|达到|不足|累计|总|余额|合计|以上|以下|人口|平均")
_EACH = regex("[均每]|超过|突破|不足|最高")
_ROW = regex(
    rf"[\u4e00-\u9fff]{{1,8}}[0-9]+(?:\.[0-9]+)?(?P<unit>{UNITS})(?:[、，；和](?![全共总累])[\u4e00-\u9fff]{{1,8}}[0-9]+(?:\.[0-9]+)?(?P=unit)){{2,}}(?=[。；，])"
)


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=("其中",),
    yields_to=("sum_of_parts",),
)
def part_over_whole(paragraph: Paragraph) -> Iterator[Spot]:
    """“其中”的数目大于总数。

    “A，其中B”，B是A的一部分，不会比A大；几项相加也不会比A大。多半是数字多打、漏打了一位，或者单位写错。

    来源：公文校对惯例
    Bad: 全镇林业总产值⟦3250万元，比上年增长5%，其中：油茶产值12600万元⟧，增长8%。
    Bad: 发放农资⟦1200份；其中种子500份；化肥420份；农膜380份⟧。
    Good: 全镇林业产值32500万元，比上年增长5%，其中：油茶产值12600万元，增长8%。
    Good: 发现隐患23条，其中用电8条，防护7条，脚手架5条，消防3条；整改完毕21条。
    Good: 播种5730亩，其中水稻550亩，完成退耕6250亩，荒山造林6650亩。
    Good: 各村收入均超过10万元，其中超过50万元的4个村；平均每人600元，其中最高9500元。
    Good: 户均从业人员数为2.6人；其中，从事农业人员为4.2万人。
    Good: 新增贷款3亿元，其中贷款余额达到20亿元；发放农资1200份，其中种子500份、化肥420份。
    """
    if paragraph.role is Role.OBJECT:
        return
    text = paragraph.figures.text
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        for among in _AMONG.finditer(text, start, end):
            yield from paragraph.placed(_larger(text, among, quantities(text, start, end)))


def _larger(text: str, among: re.Match[str], found: list[Quantity]) -> Iterator[Spot]:
    """Report the parts behind 其中 that are larger than each amount before it."""
    before = [one for one in found if one.end <= among.start()]
    after = [one for one in found if one.start >= among.end()]
    if not before or not after:
        return
    part = after[0]
    name = text[among.end() : part.start]
    wholes = [one for one in before if one.unit == part.unit]
    if not wholes or not _NAMED.fullmatch(name) or _OTHER.search(name):
        return
    whole = max(wholes, key=lambda one: one.value)
    if not whole.exact or _EACH.search(_before(text, whole)):
        return
    if part.value > whole.value:
        said = f"“其中”的数目大于前面的{whole.shown(whole.value)}，请核对"
        yield Spot(whole.start, part.end + len(_unit(text, part)), said)
        return
    row = _ROW.match(text, among.end())
    if row is None:
        return
    parts = [one for one in after if one.end < row.end()]
    added = sum(one.value for one in parts)
    if _complete(whole, parts) or any(one.value > whole.value for one in parts):
        return
    over = added / whole.value - 1
    if all(one.unit == whole.unit for one in parts) and 0.001 < over < FAR_OFF:
        said = f"各项合计{whole.shown(added)}，大于{whole.shown(whole.value)}"
        yield Spot(whole.start, row.end(), said)


def _before(text: str, whole: Quantity) -> str:
    """Return what stands before an amount in its clause."""
    return re.split("[，。；、]", text[max(whole.start - 12, 0) : whole.start])[-1]


def _complete(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the first of some amounts make up the whole: what follows is counted for itself."""
    sums = accumulate(one.value for one in parts)
    return any(abs(added - whole.value) <= 0.001 * whole.value for added in sums)


def _unit(text: str, part: Quantity) -> str:
    """Return the unit as it is written behind a quantity."""
    large = "万" if part.scale == 1e4 else "亿" if part.scale == 1e8 else ""
    return large + part.unit if text.startswith(large, part.end) else part.unit
