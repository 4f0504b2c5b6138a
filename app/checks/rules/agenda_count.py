"""The number of agenda items a chair announces, and those that follow."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.numbering import from_chinese
from app.patterns import regex

_CLAIM = regex(r"(?:有|共|为|安排了?|进行)([一二三四五六七八九十两]|[0-9]{1,2})项议程")
_ITEM = regex(r"第([一二三四五六七八九十])项(?:议程|议题|，|：|内容)")
_BEGINS = regex("(?:进行|下面|现在|接下来)[^，。；]{0,4}$")
_NEXT = regex(r"最后一项(?:议程|议题|，|：)?|下一项议程|最后，?(?:让我们[^，。]{0,12})?有?请")


def agenda(paragraph: Paragraph) -> tuple[tuple[str, int, int, int], ...] | None:
    """Return the claims and items of an agenda, (sort, value, start, end): a facts function."""
    found = [("claim", from_chinese(m[1]) or 0, *m.span()) for m in _CLAIM.finditer(paragraph.text)]
    found += [("item", from_chinese(m[1]) or 0, *m.span()) for m in _ITEM.finditer(paragraph.text)]
    found += [("next", 0, *m.span()) for m in _NEXT.finditer(paragraph.text)]
    return tuple(sorted(found, key=lambda one: one[2])) or None


@rule(group="编号", severity=Severity.WARNING, scope="document", triggers=("项",), facts=agenda)
def agenda_count(reading: Reading) -> Iterator[Spot]:
    """议程项数与实际不符。

    主持词说的议程项数，应当与后面“第一项”“第二项”一致，序号要连续。

    来源：公文写作惯例
    Bad:
        今天的会议⟦有四项议程⟧。
        现在进行第一项，请县长讲话。
        下面进行第二项，请书记讲话。
        下面进行第三项，请代表发言。
    Bad:
        会议有三项议程。
        进行第一项，请县长讲话。
        进行⟦第三项，⟧请书记讲话。
        进行第三项，请代表发言。
    Bad:
        会议有三项议程。
        进行第一项，请县长讲话。
        进行第二项，请书记讲话。
        进行⟦第二项，⟧请代表发言。
    Good:
        会议有三项议程。
        进行第一项，请县长讲话。
        进行第二项，请书记讲话。
        进行最后一项，请代表发言。
    Good:
        会议有三项议程：首先，请县长讲话；其次，请代表发言；最后，请书记讲话。
        进行会议第一项：请县长讲话。
        进行会议第二项：请代表发言。
        进行会议第三项：请书记讲话。
    Good: 落实第三项任务，共有五项指标。
    """
    found = [(block, *one) for block, spots in reading.present() for one in spots]
    claims = [one for one in found if one[1] == "claim"]
    items = [one for one in found if one[1] != "claim"]
    if any("接着开会" in reading.document.blocks[one[0]].text for one in claims):
        return
    if not claims or sum(one[1] == "item" for one in items) < 2:
        return
    last = 0
    for block, sort, value, start, end in items:
        if sort == "next" and not last:
            continue  # what the announcement itself tells: 首先……最后，请……
        again = value == last and _BEGINS.search(reading.document.blocks[block].text[:start])
        if sort == "item" and (value not in (last, last + 1) or again):
            yield Spot(start, end, f"议程序号不连续，上一项是第{last}项", block=block)
        last = value if sort == "item" and value != last + 2 and not again else last + 1
    block, _, value, start, end = claims[0]
    if value != last:
        yield Spot(start, end, f"说是{value}项议程，后面列出{last}项", block=block)
