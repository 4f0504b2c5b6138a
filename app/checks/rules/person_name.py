"""A person's name with one character other than elsewhere in the document."""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.near import alike
from app.document.model import Role
from app.patterns import regex
from app.surnames import SURNAMES

_LESS_COMMON = (
    "苗温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞"
    "左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房"
)
_AFTER = (
    r"(?=同志|先生|女士|老师|教授|院士|书记|[县市区镇乡局院校省厅处科部署]长|副?主任|副?主席|副书记|副?[县市区镇乡局院校省厅处科部署]长|常委|作|讲|一行|代表"
    r"|致辞|主持|发言|出席|介绍|汇报|宣布|指出|强调|[，、。；）]|$)"
)
_BEFORE = "[长记任员席督委理授副请由对向与和及、，。；：　 （表志]"
_SURE = regex(r"同志|先生|女士|老师|教授|院士")
# The surname stands before what must precede it: so the engine looks for surnames only.
_NAME = regex(
    rf"(?P<name>[{SURNAMES}{_LESS_COMMON}]"
    rf"(?:(?<={_BEFORE}.)(?=[\u4e00-\u9fff]{{2}}{_AFTER})|(?=[\u4e00-\u9fff]{{2}}(?:{_SURE.pattern})))"
    rf"[\u4e00-\u9fff]{{2}})"
)

# 县教育局局长白建国: one person holds it.
_OFFICE = regex(
    r"[省市县区州镇乡盟旗][^，。；：、（）\s请由]{3,18}(?<!副)(?:[局厅处科部署院校镇乡县市区组]长|书记|主任|主席)$"
)

Named = tuple[str, int, bool, str]


def names(paragraph: Paragraph) -> tuple[Named, ...] | None:
    """Return what looks like names of three characters, where, whether surely, their office: facts.

    The office is empty where several may hold it.
    """
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    found = [
        (
            m["name"],
            m.start("name"),
            _SURE.match(text, m.end("name")) is not None,
            _office(text[: m.start("name")]),
        )
        for m in _NAME.finditer(text)
    ]
    return tuple(found) or None


def _office(before: str) -> str:
    """Return the office in front of a name, "" where there is none or several may hold it."""
    found = _OFFICE.search(before)
    return found[0] if found and "副" not in found[0] else ""


@rule(group="一致", severity=Severity.WARNING, scope="document", idle=True, facts=names)
def person_name(reading: Reading) -> Iterator[Spot]:
    """人名前后不一致。

    同一个人名在文中反复出现，有一处只差一个音近或者形近的字，多半是写错了人名。

    来源：公文校对惯例
    Bad:
        请省委组织部副部长郑怀远同志讲话。
        感谢郑怀远同志的指导。让我们欢迎⟦郑怀运⟧同志！ -> 感谢郑怀远同志的指导。让我们欢迎郑怀远同志！
    Bad:
        县长李建国主持会议，李建国同志通报情况。
        会议由⟦李健国⟧主持。 -> 会议由李建国主持。
    Bad:
        现在请县教育局局长白建国同志通报工作。
        感谢县教育局局长⟦白建军⟧同志的通报。
    Good:
        请副县长王志强同志讲话，请副县长王志刚同志发言。
        请县教育局副局长白建国同志、县教育局副局长白建军同志发言。
    Good:
        请王志强同志讲话，王志强同志要求抓好落实。
        请王志刚同志发言。
    Good: 请郑怀远同志讲话，请李建国同志发言。
    Good:
        张晓红同志、张晓虹同志分别发言，张晓红同志主持。
        张晓虹同志总结。
    """
    found = [(block, *one) for block, ones in reading.present() for one in ones]
    yield from _same_office(found)
    counts = Counter(name for _, name, *_ in found)
    sure = {name for _, name, _, told, _ in found if told}
    usual = [name for name, count in counts.items() if count > 1 and name in sure]
    if not usual:
        return
    for block, name, start, *_ in found:
        if counts[name] > 1:
            continue
        meant = [other for other in usual if _slipped(name, other)]
        if len(meant) == 1:
            said = f"别处写作“{meant[0]}”"
            yield Spot(start, start + len(name), said, meant[0], block=block)


def _same_office(found: list[tuple[int, str, int, bool, str]]) -> Iterator[Spot]:
    """Yield names that differ in one character from the one who holds the same office above."""
    holders: dict[str, str] = {}
    for block, name, start, told, office in found:
        if not office or not told:
            continue
        first = holders.setdefault(office, name)
        same = sum(a == b for a, b in zip(name, first, strict=True))
        if first[0] == name[0] and same == len(name) - 1:
            said = f"前面同一职务写作“{first}”，请核对"
            yield Spot(start, start + len(name), said, block=block)


def _slipped(name: str, other: str) -> bool:
    """Whether two names share all but one character, which sound or look alike."""
    differing = [(a, b) for a, b in zip(name, other, strict=True) if a != b]
    return len(differing) == 1 and alike(*differing[0])
