"""The line of organs that a paper is sent to, with a full stop behind it."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import HEADINGS, Role
from app.patterns import regex

_ORGANS = regex(
    r"[^：:。；！？的了将把对请要]{1,16}"
    "(?:政府|单位|部门|办公室|[科处股]室|教研[室组]|年级组|办事处|委员会|区委|县委|市委|分局|局|[省市]厅|学校|学院|医院|公司|企业|支部|党委|党组|总支|街道|乡镇|社区|机关|团体|大队|[支中]队|工会|团委|车间|班组|[中小校]学|校医院|中心|[各直]?属?院[校系]?)(?:（[^（）]{1,20}）)?"
)
_LONGEST = 120  # characters of such a line
_FIRST = 5  # blocks at the head of a paper among which it stands


def addressed(paragraph: Paragraph) -> tuple[int, int] | None:
    """Return the place of the stop of a line that names only organs: a facts function."""
    text = paragraph.text.rstrip()
    if (
        paragraph.role not in (Role.BODY, Role.SALUTATION)
        or not text.endswith("。")
        or "各" not in text
        or len(text) > _LONGEST
    ):
        return None
    ones = text[:-1].replace("，", "、").split("、")
    found = [_ORGANS.fullmatch(one.strip()) for one in ones]
    if len(ones) == 1 or not all(found) or not any(one.strip().startswith("各") for one in ones):
        return None
    return len(text) - 1, len(text)


@rule(
    group="要素",
    severity=Severity.WARNING,
    scope="document",
    facts=addressed,
    triggers=("各",),
    yields_to=("addressee_colon",),
)
def addressee_stop(reading: Reading) -> Iterator[Spot]:
    """主送机关后用了句号。

    正文前面只写了机关名称的一行是主送机关，后面用全角冒号。

    来源：GB/T 9704—2012 7.3.2
    Bad:
        title| 关于报送年度统计表的通知
        各乡镇人民政府，县直各有关单位⟦。⟧ -> 各乡镇人民政府，县直各有关单位：
        请于月底前报送。
    Good:
        title| 关于报送年度统计表的通知
        各乡镇人民政府，县直各有关单位：
        请于月底前报送。
    Good:
        heading1| 三、责任单位
        各乡镇人民政府，县直各有关单位。
        请于月底前报送。
    """
    blocks = reading.document.blocks
    for block, (start, end) in reading.present():
        before = [one.role for one in blocks[:block]]
        last = block + 1 == len(blocks)
        if block > _FIRST or last or any(role in HEADINGS for role in before):
            continue
        yield Spot(start, end, "主送机关后面用冒号", "：", block=block)
