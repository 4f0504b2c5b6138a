"""A request with more than one addressee."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import title_line, titles
from app.document.model import Role
from app.patterns import regex

_TWO = regex(r"[、，](?=[^、，：:]*(?:政府|党委|县委|市委|省委|局|委|厅|办|部)[：:]?\s*$)")


@rule(group="要素", severity=Severity.WARNING, scope="document", facts=title_line)
def several_matters(reading: Reading) -> Iterator[Spot]:
    """请示多头主送。

    请示应当一文一事，一般只写一个主送机关；需要同时送其他机关的用抄送。

    来源：《党政机关公文处理工作条例》第十五条
    Bad:
        title| 关于解决办公经费的请示
        salutation| ⟦县人民政府、县财政局：⟧
        需要经费5万元。
    Good:
        title| 关于解决办公经费的请示
        salutation| 县人民政府：
        需要经费5万元。
    """
    requests = [title for title in titles(reading) if title.text.endswith("请示")]
    if not requests:
        return
    for block, paragraph in enumerate(reading.document.blocks):
        if paragraph.role is Role.SALUTATION and _TWO.search(paragraph.text):
            yield Spot(0, len(paragraph.text), "请示一般只写一个主送机关", block=block)
