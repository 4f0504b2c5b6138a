"""Parts that the document's kind must have and this document lacks."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.document.model import Role
from app.kinds import missing


@rule(group="要素", severity=Severity.HINT, scope="document", idle=True, default=False)
def missing_part(reading: Reading) -> Iterator[Spot]:
    """缺少本文种应有的部分。

    各文种应有的部分写在模板里，如请示的主送机关、理由、请求事项和结束语。

    来源：《党政机关公文处理工作条例》第九条；各文种模板
    Bad{kind=gongzuo-yaodian}:
        title| ⟦2026年全县工作要点⟧
        一、加强组织领导
    Good:
        title| 2026年全县工作要点
        一、加强组织领导
    """
    if reading.kind is None:
        return
    names = [part.name for part in missing(reading.kind, reading.document)]
    blocks = reading.document.blocks
    at = next((i for i, b in enumerate(blocks) if b.role is Role.TITLE and b.text.strip()), None)
    if names and at is not None:
        said = f"按{reading.kind.name}的要求，缺少：{'、'.join(names)}"
        yield Spot(0, len(blocks[at].text), said, block=at)
