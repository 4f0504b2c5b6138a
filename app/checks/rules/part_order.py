"""Parts that stand out of the order of the document's kind."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.kinds import misplaced


@rule(group="要素", severity=Severity.HINT, scope="document", idle=True, default=False)
def part_order(reading: Reading) -> Iterator[Spot]:
    """各部分次序不当。

    各文种的部分有通行的次序，如先总结后打算、先原因后请求。

    来源：各文种模板
    Bad{kind=qingshi}:
        title| 关于解决办公经费的请示
        salutation| 县人民政府：
        ⟦妥否，请批示。⟧
        因办公需要，现申请解决办公经费5万元。
    Good:
        title| 关于解决办公经费的请示
        salutation| 县人民政府：
        因办公需要，现申请解决办公经费5万元。
        妥否，请批示。
    """
    if reading.kind is None:
        return
    for found in misplaced(reading.kind, reading.document):
        block = found.blocks[0]
        length = len(reading.document.blocks[block].text)
        yield Spot(0, min(length, 40), f"“{found.part.name}”的位置与通行的次序不同", block=block)
