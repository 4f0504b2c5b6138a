"""A request, reply or duty report without its closing words."""

import re
from collections.abc import Iterator
from itertools import islice

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import Title, papers, title_line
from app.document.model import Role

_BODY = (Role.BODY, Role.ITEM, Role.CLOSING, Role.HEADING1, Role.HEADING2, Role.HEADING3)
_LAST = 4  # paragraphs among which the closing stands
_CLOSINGS = {
    "请示": r"妥否|当否|可否|是否妥当|如无不妥|请.{0,4}(?:批示|批复|批准|审批|审示|指示)|请予(?:批|审)",
    "批复": r"此复|特此批复",
    "述职报告": r"请予?(?:评议|审议|审查|批评|指正)|批评指正|谢谢|报告完毕|述职完毕",
    "述职述廉报告": r"请予?(?:评议|审议|审查|批评|指正)|批评指正|谢谢|报告完毕|述职完毕",
}


@rule(
    group="要素",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    facts=title_line,
    yields_to=("closing_kind",),
)
def missing_closing(reading: Reading) -> Iterator[Spot]:
    """缺少规定的结束语。

    请示以“妥否，请批示”一类的话结束，批复以“此复”结束，述职报告以“请予评议”一类的话结束。批复不写“此复”的也有，只作提示。

    来源：《党政机关公文处理工作条例》第九条、第十五条；公文写作惯例
    Bad:
        title| 关于解决办公经费的请示
        县人民政府：
        现就有关事项请示如下。
        ⟦需要经费5万元。⟧
    Bad:
        title| 关于解决办公经费的请示
        县人民政府：
        ⟦我局需要办公经费5万元，请予解决。⟧
    Good:
        title| 关于解决办公经费的请示
        县人民政府：
        我局需要办公经费
    Good:
        title| 关于解决办公经费的请示
        县人民政府：
        需要经费5万元。
        妥否，请批示。
    Good:
        title| 关于经费使用情况的报告
        已使用5万元。
    """
    for title, paper in papers(reading):
        kind = next((kind for kind in _CLOSINGS if _named(title, kind)), None)
        if kind is not None:
            # A reply that ends with the last of what it lays down is met too.
            severity = Severity.HINT if kind == "批复" else None
            yield from _missing(reading, paper, _CLOSINGS[kind], severity)


def _named(title: Title, kind: str) -> bool:
    """Whether a line of the title ends with the name of a kind; a number may stand below it."""
    return any(line.strip().endswith(kind) for line in title.lines) or title.text.endswith(kind)


def _missing(
    reading: Reading, paper: range, wanted: str, severity: Severity | None
) -> Iterator[Spot]:
    blocks = reading.document.blocks
    said = (at for at in reversed(paper) if blocks[at].role in _BODY and blocks[at].text.strip())
    last = list(islice(said, _LAST))
    if not last or any(re.search(wanted, blocks[at].text) for at in last):
        return
    if len(last) == 1 and not blocks[last[0]].text.rstrip().endswith("。"):
        return  # it is only begun
    yield Spot(0, len(blocks[last[0]].text), "文末缺少结束语", block=last[0], severity=severity)
