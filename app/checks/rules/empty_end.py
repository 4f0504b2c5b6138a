"""Empty lines at the end of the document."""

from collections.abc import Iterator, Sequence

from app.checks.check import Reading, Severity, Spot, rule
from app.document.edits import Splice
from app.document.model import SPACES, Block


@rule(group="待填与杂质", severity=Severity.HINT, scope="document", idle=True)
def empty_end(reading: Reading) -> Iterator[Spot]:
    """文末有多余的空行。

    文末连着两个以上空行，打印和生成文档时会留下空白，甚至多出一张空白页。只有一个空行的不算，署名前面和段落之间的空行不在此列；含有分页符、分节符、书签、修订的空行不算，也不删去。

    来源：公文排版惯例
    Bad:
        各村要在月底前报送名单⟦。⟧
        blank|  -> ∅
        blank|  -> ∅
    Bad:
        各村要在月底前报送名单。
        blank|
        signature| 青石县水务⟦局⟧
        blank|  -> ∅
        blank| 　　 -> ∅
        blank|  -> ∅
    Good:
        各村要在月底前报送名单。
        blank|
    Good:
        各村要在月底前报送名单。
        blank|
        blank|
        signature| 青石县水务局
        date| 2026年3月5日
    """
    blocks = reading.document.blocks
    first = len(blocks)
    while first and _is_empty(blocks[first - 1]):
        first -= 1
    count = len(blocks) - first
    if not first or count < 2:
        return
    gone = first + (blocks[first - 1].object is not None)  # Word keeps a line below a table
    block, start, end = _shown(blocks, first)
    said = f"文末有{count}个空行，打印时会留下空白，甚至多出一页"
    edits = (Splice(gone, len(blocks)),)
    yield Spot(start, end, said, edits=edits, title="删去文末的空行", block=block)


def _is_empty(block: Block) -> bool:
    """Whether a paragraph holds nothing at all, no mark of the writer and nothing unseen either."""
    held = block.object or block.label or block.bookmark or block.unseen
    return not held and not block.text.strip(SPACES)


def _shown(blocks: Sequence[Block], first: int) -> tuple[int, int, int]:
    """Return where empty lines are told of: the last character before them, or the first of them."""
    above = next((at for at in reversed(range(first)) if blocks[at].text.strip(SPACES)), first)
    if above == first or blocks[above].object is not None:
        return first, 0, len(blocks[first])
    end = len(blocks[above].text.rstrip(SPACES))
    return above, end - 1, end
