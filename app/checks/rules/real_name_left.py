"""A proper name left in a text where the names are otherwise taken out."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.rules.left_placeholder import PLACE_TRIGGERS, places
from app.patterns import regex
from app.surnames import NAMING

_TITLES = "书记|县长|市长|区长|省长|部长|局长|主任|主席"
_OFFICE = regex(
    rf"(?<![\u4e00-\u9fff])[{NAMING}](?:{_TITLES})"
    rf"|(?<=[达即由请的])[{NAMING}](?:书记|县长|市长|区长|省长|部长)(?=的|讲|批|指|要|出|同)"
)
_PROVINCE = regex(
    "内蒙古|北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南"
    "|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|河洛"
)
_FREE = regex(
    r"(?:北京|上海|天津|重庆|浙江|福建|江西|湖南)(?:大学|市委|经验|招商|世博|枫桥)|驻|学习|考察|余村|井冈山"
)


def names(paragraph: Paragraph) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """Return how many names of a paragraph are left out, and where real ones stand: facts."""
    text = paragraph.text
    found = [
        one.span()
        for one in (*_OFFICE.finditer(text), *_PROVINCE.finditer(text))
        if not _FREE.search(text, max(one.start() - 4, 0), one.end() + 4)
    ]
    left_out = 0
    if not paragraph.literals.isdisjoint(PLACE_TRIGGERS):
        left_out = len(places(paragraph) or ())
    return (left_out, tuple(found)) if left_out or found else None


@rule(
    group="待填与杂质",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    triggers=(*PLACE_TRIGGERS, *_TITLES.split("|"), *_PROVINCE.pattern.split("|")),
    facts=names,
)
def real_name_left(reading: Reading, *, many: int = 10) -> Iterator[Spot]:
    """隐去名称的文稿里留有真实名称。

    全文人名、地名多处用X代替（many处以上），这里却留有真实的人名、地名，可能是漏改。

    来源：公文校对惯例
    选项：many 占位符达到几处才检查真实名称
    Bad:
        X县X局X乡X村，X月X日，X书记到X县调研X工作，X县委、X县政府高度重视。
        下面传达⟦金书记⟧的批示。
    Good: 下面传达金书记的批示。
    """
    found = list(reading.present())
    if sum(left_out for _, (left_out, _) in found) < many:
        return
    for block, (_, spans) in found:
        for start, end in spans:
            name = reading.document.blocks[block].text[start:end]
            yield Spot(start, end, f"其他名称已用X代替，这里留有“{name}”", block=block)
