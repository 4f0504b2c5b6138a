"""A salutation or addressee line that does not end in ：."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role

_END = re.compile(r"(?<=\S)[:，,。；;]?\s*$")


@rule(group="要素", severity=Severity.ERROR)
def addressee_colon(paragraph: Paragraph) -> Iterator[Spot]:
    """主送机关、称谓后用全角冒号。

    主送机关和称谓顶格书写，后面用全角冒号。

    来源：GB/T 9704—2012 7.3.2
    Bad: salutation| 各县（区）人民政府⟦:⟧ -> 各县（区）人民政府：
    Bad: salutation| 各县（区）人民政府⟦，⟧ -> 各县（区）人民政府：
    Good: salutation| 各县（区）人民政府：
    Good: salutation| 同志们！
    """
    text = paragraph.text
    if paragraph.role is not Role.SALUTATION or text.rstrip()[-1:] in "：！":
        return
    found = _END.search(text)
    if found is not None:
        start = found.start() if found[0].strip() else max(len(text.rstrip()) - 1, 0)
        fix = "：" if found[0].strip() else text.rstrip()[-1:] + "："
        yield Spot(start, len(text), "这一行末尾应为全角冒号", fix)
