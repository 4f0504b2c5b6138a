"""附件3 in a paper that has two attachments."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.document.numbering import from_chinese
from app.patterns import regex

_MENTION = regex(
    r"(?:见|详见|按照|参照|填写|填报|填好|《[^《》]{2,40}》（|（)?(?<!【)附件(?P<n>[0-9]{1,2}|[一二三四五六七八九十])(?![0-9、.．：:])"
)
_NOTED = regex(r"^\s*(?:附件[：:]\s*)?(?P<n>[0-9]{1,2})[.．、](?P<name>\S.*)$")
_LABEL = regex(r"^\s*附件\s*(?P<n>[0-9]{1,2})?\s*$")
_NAMED = regex(r"《(?P<name>[^《》]{4,40})》（(?:详?见)?附件(?P<n>[0-9]{1,2})）")


def attached(paragraph: Paragraph) -> tuple[str, str, tuple[tuple[int, int, int, str], ...]] | None:
    """Return a note or label of an attachment, or the mentions of some: a facts function."""
    text = paragraph.text
    if _LABEL.match(text):
        return "label", text.strip(), ()
    if paragraph.role is Role.ATTACHMENT_NOTE or text.lstrip().startswith(("附件：", "附件:")):
        return "note", text, ()
    if "附件" not in text:
        return None
    named = {m.span("n"): m["name"] for m in _NAMED.finditer(text)}
    found = [
        (*m.span("n"), from_chinese(m["n"]) or 0, named.get(m.span("n"), ""))
        for m in _MENTION.finditer(text)
    ]
    return ("mention", "", tuple(found)) if found else None


@rule(group="一致", severity=Severity.WARNING, scope="document", idle=True, facts=attached)
def attachment_number(reading: Reading) -> Iterator[Spot]:
    """正文提到的附件序号与附件说明不符。

    文后列了两个附件，正文写“附件3”，或者写“《台账》（附件3）”而台账列在附件2，序号有误。

    来源：GB/T 9704—2012 7.3.4
    Bad:
        title| 关于开展检查的通知
        请将《隐患排查整改台账》（附件⟦3⟧）报市教育局。 -> 请将《隐患排查整改台账》（附件2）报市教育局。
        附件：1.重点内容表
        2.隐患排查整改台账
    Bad:
        title| 关于开展检查的通知
        请按要求填报（见附件⟦2⟧）。
        附件：隐患排查整改台账
    Good:
        title| 关于开展检查的通知
        请将《隐患排查整改台账》（附件2）报市教育局，重点内容见附件1。
        附件：1.重点内容表
        2.隐患排查整改台账
    Good:
        附件：1.【附件一】
        2.【附件二】
    Good:
        title| 关于开展检查的通知
        对照省厅通知附件3的要求，请将《台账》（附件1）报市教育局。
        附件：1.重点内容表
        2.隐患排查整改台账
    """
    found = list(reading.present())
    names = _names([fact[1] for _, fact in found if fact[0] == "note"])
    if not names:
        return
    labels = [m for _, (sort, text, _) in found if sort == "label" and (m := _LABEL.match(text))]
    most = max([max(names), *[int(m["n"]) for m in labels if m["n"]]])
    for block, (_, _, spots) in found:
        text = reading.document.blocks[block].text
        for start, end, number, name in spots:
            if re.search("通知|文件|方案|意见|办法|规定|函$", text[max(start - 10, 0) : start - 2]):
                continue
            right = [n for n, one in names.items() if name and (name in one or one in name)]
            if right and number not in right and len(right) == 1:
                yield Spot(start, end, f"这个附件列在附件{right[0]}", str(right[0]), block=block)
            elif number > most:
                yield Spot(start, end, f"文后只列了{most}个附件", block=block)


def _names(notes: list[str]) -> dict[int, str]:
    """Return the attachments that the notes list by number, the only one as the first."""
    found: dict[int, str] = {}
    for note in notes:
        numbered = _NOTED.match(note)
        if numbered is not None:
            found[int(numbered["n"])] = numbered["name"].strip("《》 ")
        elif not found:
            found[1] = re.sub(r"^\s*附件[：:]\s*", "", note).strip("《》 ")
    return found
