"""A label and what the words behind it call the same thing: 便民服务区：便民休息区是……."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_LABELLED = regex(
    r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）).．、]\s*)?(?P<label>[\u4e00-\u9fff]{4,10})[：:](?P<named>[\u4e00-\u9fff]{3,10}?)(?=是(?![否指])|为(?!了|什)|主要|负责|承担|设有|成立|位于)"
)
_ALIKE = 0.6  # what both share, from 0 to 1


@rule(group="一致", severity=Severity.WARNING, triggers=("：", ":"))
def label_twin(paragraph: Paragraph) -> Iterator[Spot]:
    """冒号前后的名称不一致。

    冒号前是名称，冒号后又用这个名称开头作说明，两处应当一致；只差一个词，多半是复制上一条时没有改全，或者漏了字。

    来源：公文校对惯例
    Bad: 3.便民服务区：⟦便民休息区⟧是办理证照的场所。
    Bad: 医保结算处：⟦医保结算⟧主要办理报销手续。
    Good: 便民服务区：便民服务区是办理证照的场所，休息区在二楼。
    Good: 财务管理科：主要负责预算编制；办公室主任：副主任是临时负责人；教务管理处：教务处负责排课。
    """
    if paragraph.role is Role.OBJECT:
        return
    found = _LABELLED.match(paragraph.text)
    if found is None:
        return
    label, named = found["label"], found["named"]
    same = label[0] == named[0] and abs(len(label) - len(named)) < 2 and label != named
    short = len(named) < len(label) and label[-1] == named[-1]  # 教务管理处：教务处
    if same and not short and SequenceMatcher(None, label, named).ratio() >= _ALIKE:
        said = f"冒号前写“{label}”，这里写“{named}”，请核对"
        yield Spot(*found.span("named"), said)
