"""附件1：名单 in the note below the text, where the standard writes 附件：1.名单."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_NUMBERED = regex(r"\s*(?P<head>附\s*件\s*(?:[0-9]{1,2}|[一二三四五六七八九十])\s*[：:、.．]\s*)\S")
_LONE = regex(r"\s*附\s*件\s*[：:]\s*(?P<head>1\s*[.．、]\s*)[^\s0-9](?!.*\s2\s*[.．、])")
_FURTHER = regex(r"\s*[0-9]{1,2}\s*[.．、]")
_SHORT = regex(r"\s*(?P<head>附\s*[：:]\s*)\S")


def headed(paragraph: Paragraph) -> tuple[str, int, int] | None:
    """Return how a line of the note begins, 附件1： or 附： or 1. or else "", and where: facts."""
    if paragraph.role is not Role.ATTACHMENT_NOTE:
        return None
    text = paragraph.text
    found = _NUMBERED.match(text) or _SHORT.match(text) or _LONE.match(text)
    return ("", 0, 0) if found is None else (found["head"], *found.span("head"))


@rule(group="要素", severity=Severity.WARNING, scope="document", facts=headed)
def attachment_form(reading: Reading) -> Iterator[Spot]:
    """附件说明的写法。

    附件说明写“附件：名单”；有几个附件，序号放在冒号后面，依次写“附件：1.名单”“2.登记表”。“附件1：”是附件本身首页的标识的写法，不用在正文下面的附件说明里。只写“附：”的只作提示。

    来源：GB/T 9704—2012 7.3.4
    Bad:
        attachment_note| ⟦附件1：⟧名单 -> 附件：1.名单
        attachment_note| ⟦附件2、⟧登记表 -> 2.登记表
    Bad:
        attachment_note| ⟦附件1：⟧名单 -> 附件：名单
    Bad:
        attachment_note| ⟦附：⟧名单 -> 附件：名单
    Bad:
        attachment_note| ⟦附：⟧1.名单 -> 附件：1.名单
        attachment_note| 2.登记表
    Bad:
        attachment_note| 附件：⟦1.⟧名单 -> 附件：名单
    Good:
        body| 附件：1.名单　2.登记表
    Good:
        attachment_note| 附件：1.名单
        attachment_note| 2.登记表
    Good:
        attachment_label| 附件1：名单
    """
    found = list(reading.present())
    for n, (block, (head, start, end)) in enumerate(found, 1):
        if not head:
            continue
        if head[0] == "1":
            behind = reading.document.texts[block + 1 : block + 2]
            if len(found) == 1 and not any(map(_FURTHER.match, behind)):
                yield Spot(start, end, "只有一个附件，不编序号", "", block=block)
            continue
        short = "件" not in head
        right = "附件：" if short or len(found) == 1 else f"附件：{n}." if n == 1 else f"{n}."
        said = "" if short or len(found) == 1 else "，序号放在冒号后面"
        hint = Severity.HINT if short else None
        yield Spot(start, end, f"附件说明写作“{right}”{said}", right, severity=hint, block=block)
