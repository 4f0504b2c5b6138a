"""Attachments named in the note and attachments that follow."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_MENTION = regex(r"（?(?:见|详见)附件\s?([0-9]{1,2})?）?")


def attached(paragraph: Paragraph) -> tuple[str, str, int, int] | None:
    """Return a note, a label or a mention of an attachment: a facts function."""
    text = paragraph.text
    if paragraph.role is Role.ATTACHMENT_NOTE or text.lstrip().startswith(("附件：", "附件:")):
        return "note", text, 0, len(text)
    if paragraph.role is Role.ATTACHMENT_LABEL:
        return "label", text, 0, len(text)
    found = _MENTION.search(text)
    return ("mention", found[1] or "", *found.span()) if found else None


@rule(
    group="要素",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    triggers=("附件",),
    facts=attached,
)
def attachments_named(reading: Reading) -> Iterator[Spot]:
    """正文提到附件，文后没有附件说明。

    正文写“见附件”的，正文之后应有附件说明，或者文后附有附件。

    来源：GB/T 9704—2012 7.3.4、7.3.7
    Bad:
        title| 关于做好统计工作的通知
        请认真填报（⟦见附件⟧）。
        一、按时报送。
    Good:
        title| 关于做好统计工作的通知
        请认真填报（见附件）。
        附件：统计表
    """
    found = [(block, *one) for block, one in reading.present()]
    if any(sort in ("note", "label") for _, sort, *_ in found):
        return
    for block, _, _, start, end in found:
        text = reading.document.blocks[block].text[start:end]
        inside = (start + text.startswith("（"), end - text.endswith("）"))
        yield Spot(*inside, "文后没有附件说明", block=block)
