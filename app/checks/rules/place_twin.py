"""A place named once that differs in one character from one named again and again."""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.likelihood import language
from app.document.model import Role
from app.patterns import regex

_PLACE = regex(
    r"(?P<stem>[\u4e00-\u9fff]{2})(?P<kind>镇|乡|街道|社区|水库|大桥|灌区|园区|中学|小学|林场|煤矿|电站|村)(?<![同故家老下返回城异离还他]乡)(?!民|级|里|庄|落|委|务|企|史|情|容|域|财|集|医|干|组|两|规)"
)
_COMMON = regex(
    "[古集各全该本乡镇县市区省农山新老中小大多每所我的和与及在到由对从一二三四五六七八九十几个]"
)
_USUAL = 3  # times that a place is named before another is held against it


def places(paragraph: Paragraph) -> tuple[tuple[str, int, int, bool], ...] | None:
    """Return the places a paragraph names, where, whether in a row of places: a facts function."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    known = language().number
    found: list[tuple[str, int, int, bool]] = []
    for m in _PLACE.finditer(text):
        if _COMMON.search(m["stem"]) or m["stem"] in known:
            continue
        row = text[m.start() - 1 : m.start()] in tuple("、和与") or text[
            m.end() : m.end() + 1
        ] in tuple("、和与")
        found.append((m[0], *m.span(), row))
    return tuple(found) or None


@rule(
    group="一致",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    triggers=(
        "镇",
        "乡",
        "街道",
        "社区",
        "水库",
        "大桥",
        "灌区",
        "园区",
        "学",
        "林场",
        "煤矿",
        "电站",
        "村",
    ),
    facts=places,
)
def place_twin(reading: Reading) -> Iterator[Spot]:
    """地名前后不一致。

    文中反复出现“云岭镇”，有一处写成“云溪镇”，可能是别处材料没有改全，也可能真是另一个地方，请核对。

    来源：公文校对惯例
    Bad:
        云岭镇坚持党建引领，云岭镇全年新增就业300人。
        一年来，云岭镇整改隐患233处，⟦云溪镇⟧未发生安全事故。
    Good:
        云岭镇坚持党建引领，云岭镇全年新增就业300人。
        云岭镇与云溪镇、石桥镇签订协议，云岭镇牵头。
    Good:
        各地同乡聚会，各地同乡互助，各地同乡往来。
        我们同乡常有联系。
    """
    found = [(block, *one) for block, ones in reading.present() for one in ones]
    counts = Counter(name for _, name, *_ in found)
    usual = [name for name, count in counts.items() if count >= _USUAL]
    for block, name, start, end, row in found:
        if counts[name] > 1 or row:
            continue
        twins = [other for other in usual if _alike(name, other)]
        if len(twins) == 1:
            yield Spot(start, end, f"别处写作“{twins[0]}”，请核对", block=block)


def _alike(one: str, other: str) -> bool:
    """Whether two names of one length differ in one character of the stem."""
    same = len(one) == len(other) and one[2:] == other[2:]
    return same and sum(a != b for a, b in zip(one[:2], other[:2], strict=True)) == 1
