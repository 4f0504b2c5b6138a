"""A signature that differs in a character or two from the office in the title."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_NAME = regex(r"[\u4e00-\u9fff]{5,30}")
_HEAD = frozenset((Role.TITLE, Role.SUBTITLE, Role.DATE_LINE))
_ROWS = 6  # blocks in which the title stands
# Words that a signature may have in full, or leave out, as it likes.
_FREELY = frozenset(
    (
        "人民",
        "和",
        "与",
        "省",
        "市",
        "县",
        "区",
        "镇",
        "乡",
        "州",
        "委员会",
        "办公室",
        "中国",
        "共产党",
        "中共",
    )
)
_SORTS = frozenset("局院校学行厂所处站厅司部会府委")


def heads(paragraph: Paragraph) -> str | None:
    """Return a short line that may be a title, a signature or a date: a facts function."""
    text = paragraph.text.strip()
    return text if 5 <= len(text) <= 60 and "。" not in text else None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    facts=heads,
    yields_to=("dropped_institution",),
)
def signature_unit(reading: Reading) -> Iterator[Spot]:
    """落款与标题的单位不同。

    落款的单位与标题里的单位只差一两个字（第三中学与第二中学、有限公司与有限责任公司），又不见于别处，多半有一处写错，或者是借用别处的材料没有改全。

    来源：公文校对惯例
    Bad:
        title| 青山县第三中学关于食材采购情况的说明
        现将有关情况说明如下。
        signature| ⟦青山县第二中学⟧
        date| 2019年4月18日
    Bad:
        title| 青山市农业农村局关于办理提案的答复
        现答复如下。
        signature| ⟦青山市农业局⟧
        date| 2022年8月18日
    Bad:
        title| 华泽水务集团有限公司关于职务任免的通知
        现通知如下。
        signature| ⟦华泽水务集团有限责任公司⟧
        date| 2017年3月21日
    Good:
        title| 青山县教育局关于第二中学有关情况的说明
        现将有关情况说明如下。
        signature| 青山县教育局
        date| 2019年4月18日
    Good:
        title| 青山县水利局关于报送材料的报告
        现报告如下。
        signature| 青山县水务公司
        date| 2022年8月18日
    Good:
        title| 青山县政府关于表彰先进的决定
        现决定如下。
        signature| 青山县人民政府
        date| 2022年8月18日
    """
    blocks = reading.document.blocks
    lines = dict(reading.present())
    titles = [
        text for block, text in lines.items() if block < _ROWS and blocks[block].role in _HEAD
    ]
    dates = [at for at, block in enumerate(blocks) if block.role is Role.DATE]
    signed = dates[-1] - 1 if dates else -1
    name = lines.get(signed, "")
    if not titles or signed < _ROWS // 3 or not _NAME.fullmatch(name) or name[-1] not in _SORTS:
        return
    if any(name in block.text for block in blocks[:signed]):
        return
    for title in titles:
        meant = _near(title, name)
        if meant:
            start = blocks[signed].text.index(name)
            said = f"标题写的是“{meant}”，请核对"
            yield Spot(start, start + len(name), said, block=signed)
            return


def _near(title: str, name: str) -> str:
    """Return what a title has instead of a name that differs in a stretch, "" for nothing."""
    for length in range(len(name) - 2, len(name) + 4):
        for at in range(len(title) - length + 1):
            window = title[at : at + length]
            if window[0] != name[0] or window[-1] != name[-1] or not _NAME.fullmatch(window):
                continue
            if _slipped(window, name):
                return window
    return ""


def _slipped(titled: str, signed: str) -> bool:
    """Whether two names differ in one stretch that no abbreviation accounts for."""
    changes = [
        (titled[i:j], signed[k:m])
        for tag, i, j, k, m in SequenceMatcher(None, titled, signed, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    if len(changes) != 1:
        return False
    one, other = changes[0]
    if one and other:
        return len(one) == len(other) == 1
    # What is longer in the signature is the full name, but for a company's.
    if other and "公司" not in signed:
        return False
    return len(one + other) <= 3 and (one + other) not in _FREELY
