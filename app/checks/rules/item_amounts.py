"""A total told before or behind a row of items, each with its amount."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.checks.amounts.figures import figures
from app.checks.amounts.quantities import Quantity, quantities
from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.document.numbering import Form, leading
from app.patterns import regex

_SAID = (
    "(?:总投资|总经费|总费用|总预算|预算总额|投资总额|总额|共需(?:要)?|所需|资金需求|合计|共计|总计|"
    "一共|共有?|总共)[^，。；0-9约近超]{0,8}"
)
_SUM = regex("[总共需]|合计")  # all of these have one
_ANY, _TOTAL = regex(f"{_SAID}[0-9]"), regex(f"{_SAID}$")
_SKIPPED = frozenset((Role.OBJECT, Role.TITLE))
_NEAR = 12  # characters before a total in which it is said to be one
_TAIL = regex(r"^(?:以上|上述|前述|合计|共计|总计|各项)")
_HIGH = frozenset([Form.PART, Form.CHINESE, Form.CHINESE_BRACKET])
_LEAST, _MOST = 0.5, 1.5  # of the total: what is further off was not meant as its parts


@dataclass(frozen=True, slots=True)
class Amounts:
    """The quantities of a paragraph, the totals among them, and what number it begins with."""

    found: tuple[Quantity, ...]
    totals: tuple[Quantity, ...]
    form: str
    value: int
    opens: bool
    sums_up: bool


def amounts(paragraph: Paragraph) -> Amounts | None:
    """Return the quantities of an item, or of a paragraph with a total: a facts function.

    None where it has none.
    """
    if paragraph.role in _SKIPPED:
        return None
    number = leading(paragraph.text)
    if number is None and not _SUM.search(paragraph.text):
        return None
    text = paragraph.figures.text
    told = _ANY.search(text)
    found = tuple(quantities(text)) if number or told else ()
    if not found:
        return None
    totals = tuple([q for q in found if q.exact and _said(text, q.start)]) if told else ()
    form, value = (str(number.form), number.value) if number else ("", 0)
    return Amounts(
        found,
        totals,
        form,
        value,
        text.rstrip().endswith(("：", "。")),
        _TAIL.match(text) is not None,
    )


def _said(text: str, at: int) -> bool:
    """Whether the words before a number say that it is a total."""
    return _TOTAL.search(text, max(at - _NEAR, 0), at) is not None


@rule(group="数字", severity=Severity.WARNING, scope="document", idle=True, facts=amounts)
def item_amounts(reading: Reading) -> Iterator[Spot]:
    """逐条所列的数目与总数不符。

    前一段或者后一段说了总数，中间逐条各列一个数目的，各条之和应等于总数。

    来源：公文校对惯例
    Bad:
        经测算，项目共需资金⟦50⟧万元，具体如下：
        1.购置设备，需资金22万元；
        2.改造线路，需资金18万元；
        3.人员培训，需资金8万元。
    Bad:
        （1）修缮屋面20万元；
        （2）更换门窗15万元；
        （3）改造厕所6万元。
        以上三项合计⟦43⟧万元。
    Bad:
        排查发现隐患共计⟦96⟧处，具体如下：
        1.消防类32处。
        2.电气类41处。
        3.结构类21处。
    Bad:
        修路共需资金⟦五十万⟧元，具体如下：
        1.购置水泥，需资金二十二万元；
        2.租用机械，需资金十八万元；
        3.劳务报酬，需资金八万元。
    Good:
        项目共需资金48万元，具体如下：
        1.购置设备，需资金22万元；
        2.改造线路，需资金18万元；
        3.人员培训，需资金8万元。
    Good:
        项目总投资500万元，分三年实施。
        1.道路硬化，投资120万元，其中自筹20万元。
        2.路灯安装，投资60万元。
    """
    found = list(reading.present())
    for at, (block, lead) in enumerate(found):
        if lead.totals and not lead.form and lead.opens:
            row = _row(found[at + 1 :], block + 1)
            if not _goes_on(reading, block + 1 + len(row), row):
                yield from _placed(reading, _held(block, lead.totals[-1], row))
        if lead.totals and lead.sums_up:
            row = _row([one for one in found[:at] if one[0] >= block - 12], None, block)
            yield from _placed(reading, _held(block, lead.totals[0], row))


def _placed(reading: Reading, spots: Iterator[Spot]) -> Iterator[Spot]:
    """Yield spots of the text of the figures where they stand in their paragraphs."""
    for spot in spots:
        start, end = figures(reading.document.blocks[spot.block].text).span(spot.start, spot.end)
        yield replace(spot, start=start, end=end)


def _row(
    found: list[tuple[int, Amounts]], first: int | None, last: int | None = None
) -> list[Amounts]:
    """Return the items 1, 2, 3… of one form on end that begin at a block, or end before one."""
    if last is not None:
        ones = next((n for n in range(len(found) - 1, -1, -1) if found[n][1].value == 1), None)
        if ones is None or found[-1][0] != last - 1:
            return []
        found, first = found[ones:], found[ones][0]
    row: list[Amounts] = []
    for number, (block, one) in enumerate(found):
        if block != (first or 0) + number or one.value != number + 1 or not one.form:
            break
        if row and one.form != row[0].form:
            break
        row.append(one)
    whole = last is None or len(row) == len(found)
    return row if whole and row and row[0].form not in _HIGH else []


def _goes_on(reading: Reading, block: int, row: list[Amounts]) -> bool:
    """Whether a block is the next item of a row, one without an amount."""
    blocks = reading.document.blocks
    number = leading(blocks[block].text) if block < len(blocks) else None
    return number is not None and bool(row) and number.value == len(row) + 1


def _held(block: int, total: Quantity, row: list[Amounts]) -> Iterator[Spot]:
    """Report a total that the items do not give, each of which has one amount of its unit."""
    parts = [[q for q in one.found if q.unit == total.unit] for one in row]
    if len(parts) < 2 or any(len(own) != 1 or not own[0].exact for own in parts):
        return
    added = sum(own[0].value for own in parts)
    slack = 0.51 * max(total.step, *(own[0].step for own in parts)) if total.step > 1 else 0.01
    if abs(added - total.value) <= slack or not _LEAST * total.value < added < _MOST * total.value:
        return
    said = f"各条合计{total.shown(added)}，与{total.shown(total.value)}不符"
    yield Spot(total.start, total.end, said, block=block)
