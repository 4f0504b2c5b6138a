"""Parts told in two units each: 32.5万亩，产量12万吨，其中夏粮14.2万亩，产量4.6万吨；秋粮……."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.checks.amounts.quantities import Quantity

_OFF = 0.1  # of the total, by which the sum of a column that is meant may be off


def columns(
    before: Sequence[Quantity], after: Sequence[Quantity]
) -> Iterator[tuple[int, int, str]]:
    """Yield the totals that the sums of their column contradict while those of another agree.

    `before` and `after` are what stands before and behind 其中; the units must come in the same
    order for every part.
    """
    totals = {one.unit: one for one in before}
    told = [one for one in after if one.unit in totals]
    units = list(dict.fromkeys(one.unit for one in told))
    many = len(told) // len(units) if units else 0
    if len(units) < 2 or many < 2 or [one.unit for one in told] != units * many:
        return
    if len(totals) < len(before) or not all(one.exact for one in (*before, *told)):
        return
    sums = {unit: sum(one.value for one in told if one.unit == unit) for unit in units}
    wrong = [unit for unit in units if abs(sums[unit] - totals[unit].value) > totals[unit].step / 2]
    for unit in wrong if len(wrong) < len(units) else ():
        total = totals[unit]
        if abs(sums[unit] - total.value) <= _OFF * total.value:
            said = f"各项合计{total.shown(sums[unit])}，与{total.shown(total.value)}不符"
            yield total.start, total.end, said
