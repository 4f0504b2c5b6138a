"""A heading among numbered ones that has no number: 一、……, 二、……, 强化保障, 四、……."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.han import DIGITS
from app.document.model import Role
from app.document.numbering import Form, leading
from app.patterns import regex

_SHORT, _LONG = 40, 60  # characters of a heading at most, of a paragraph below one at least
_OTHER = regex(
    "特此|以上|现将|各位|同志|各[市县区乡镇单部]|请|附件|联系|主持|[（(“《]|.*[：:；！？]"
)
_SKIPPED = frozenset(
    (Role.TITLE, Role.SIGNATURE, Role.DATE, Role.OBJECT, Role.BLANK, Role.SALUTATION)
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph: how long, whether a stop ends it, its number (0: none), whether it may be a heading."""

    block: int
    length: int
    stop: bool
    number: int
    plain: bool


def line(paragraph: Paragraph) -> tuple[int, bool, int, bool] | None:
    """Return what a _Line has beside its block, None for one that stands outside the text: facts."""
    text = paragraph.text.strip()
    if paragraph.role in _SKIPPED or not text:
        return None
    found = leading(paragraph.text)
    number = found.value if found and found.form is Form.CHINESE else 0
    long = min(len(text), _LONG)
    return long, text.endswith("。"), number, found is None and not _OTHER.match(text)


@rule(group="编号", severity=Severity.WARNING, scope="document", idle=True, facts=line)
def heading_without_number(reading: Reading) -> Iterator[Spot]:
    """同级标题里有一个没有序号。

    别的标题都有“一、二、三、”，只有一个短句独占一行、下面也领着一大段，前后的序号又正好缺它，多半是漏了序号。

    来源：公文校对惯例
    Bad:
        title| 防汛工作方案
        ⟦健全值班巡查机制⟧
        防汛值班实行领导带班和双人双岗，每天早晚两次巡查水库、河堤和低洼院落，发现险情第一时间报告，第一时间转移受威胁的群众，并做好记录备查。
        二、备足抢险物资
        各村在汛前清点编织袋、水泵、救生衣和照明设备，缺少的列出清单报镇应急办统一采购，物资存放点要有专人看管，道路要保持畅通，随时能够调运。
        三、开展避险演练
        以村为单位组织群众演练转移路线，重点教会老人、儿童听懂预警信号，演练以后及时查找漏洞，修改完善预案，做到临灾时叫得应、转得快、安置得好。
    Good:
        title| 防汛工作方案
        健全值班巡查机制
        防汛值班实行领导带班和双人双岗，每天早晚两次巡查水库、河堤和低洼院落，发现险情第一时间报告，第一时间转移受威胁的群众，并做好记录备查。
        一、备足抢险物资
        各村在汛前清点编织袋、水泵、救生衣和照明设备，缺少的列出清单报镇应急办统一采购，物资存放点要有专人看管，道路要保持畅通，随时能够调运。
        二、开展避险演练
        以村为单位组织群众演练转移路线，重点教会老人、儿童听懂预警信号，演练以后及时查找漏洞，修改完善预案，做到临灾时叫得应、转得快、安置得好。
    """
    lines = [_Line(block, *fact) for block, fact in reading.present()]
    heads = [at for at, one in enumerate(lines) if one.number and one.length <= _SHORT]
    if len(heads) < 2 or any(one.number and one.length > _SHORT for one in lines):
        return
    for before, after in zip([-1, *heads], heads, strict=False):
        low = lines[before].number if before >= 0 else 0
        found = _candidates(lines, before + 1, after, stop=lines[after].stop)
        if lines[after].number == low + 2 <= len(DIGITS) and len(found) == 1:
            one = found[0]
            said = f"同级标题都有序号，这里疑漏“{DIGITS[low]}、”"
            text = reading.document.blocks[one.block].text
            start = len(text) - len(text.lstrip())
            yield Spot(start, len(text.rstrip()), said, block=one.block)


def _candidates(lines: Sequence[_Line], start: int, end: int, *, stop: bool) -> list[_Line]:
    """Return the short lines between two headings that have a long paragraph below them."""
    return [
        lines[at]
        for at in range(start, end - 1)
        if lines[at].plain
        and lines[at].length <= _SHORT
        and lines[at].stop == stop
        and lines[at + 1].length >= _LONG
    ]
