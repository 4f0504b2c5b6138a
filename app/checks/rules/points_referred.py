"""上述五项: a number of points spoken of that is not the number of those just told."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.numbers import NUMBERED
from app.document.model import Role
from app.document.numbering import from_chinese, leading
from app.patterns import regex

_N = "[一二两三四五六七八九十]|[1-9]|1[0-9]"
_SAID = regex(
    rf"(?:上述|以上|前述)(?P<claim>(?P<n>{_N})(?:个?方面|点|项|条|个问题|大[\u4e00-\u9fff]{{2}}|类|件|种))(?!以上|以下)"
)
_POINT = regex(
    r"(?P<n>[一二三四五六七八九十])(?:(?<![^。；：，、！？].)是(?![一二三四五六七八九十](?:[，、。；！]|$))|(?<=其.)[，：])"
)
_SKIPPED = frozenset((Role.OBJECT, Role.BLANK))


def told(paragraph: Paragraph) -> tuple[tuple[tuple[int, int, int], ...], str, int, int] | None:
    """Return the claims of a paragraph, its own number, and its points: a facts function."""
    if paragraph.role in _SKIPPED:
        return None
    text = paragraph.text
    said = _SAID.finditer(text) if "述" in text or "以上" in text else ()
    claims = tuple([(*m.span("claim"), from_chinese(m["n"]) or 0) for m in said])
    number = leading(text) if paragraph.role in NUMBERED else None
    points = _points(text)
    if not claims and number is None and not points:
        return None
    return claims, str(number.form) if number else "", number.value if number else 0, points


@rule(group="一致", severity=Severity.WARNING, scope="document", idle=True, facts=told)
def points_referred(reading: Reading) -> Iterator[Spot]:
    """“上述几项”与前面列出的不符。

    写“上述五项措施”“以上三点”，前面应当正好列了五项、三点。前面有几组、哪一组都对不上的，只作提示。

    来源：公文校对惯例
    Bad:
        一是加强领导。二是压实责任。三是严格考核。四是强化宣传。
        以上⟦三点⟧，请认真落实。
    Bad:
        （一）加强领导。成立工作专班。
        （二）压实责任。层层签订责任书。
        上述⟦三项⟧措施要落实到位。
    Good:
        一是加强领导。二是压实责任。三是严格考核。
        以上三点，请认真落实。
    Good:
        原因有三。其一，投入不足；其二，管理粗放；其三，人手紧张。以上三点都要正视。
    Good:
        以上两类人员不参加考核。
        （一）加强领导。成立工作专班。
        （二）压实责任。层层签订责任书。
        上述两项措施要落实到位，以上一级政府名义印发。
    """
    last: dict[str, int] = {}  # the last number of each form, and of rows inside paragraphs
    longest: set[int] = set()
    for block, (claims, form, value, points) in reading.present():
        for start, end, claimed in claims:
            inside = _points(reading.document.blocks[block].text[:start])
            known = {inside} if inside else {n for n in last.values() if n > 1}
            if not known or claimed in known | longest:
                continue
            severity = None if len(known) == 1 else Severity.HINT
            said = f"前面列出{'、'.join(map(str, sorted(known)))}项"
            yield Spot(start, end, said, block=block, severity=severity)
        if points:
            last["row"] = points
            longest.add(points)
        if form:
            last[form] = value
            longest.add(value)


def _points(text: str) -> int:
    """Return how many points 一是, 二是 a text lists without a gap, 0 for fewer than two."""
    last = 0
    for found in (
        _POINT.finditer(text) if ("一是" in text and "二是" in text) or "其二" in text else ()
    ):
        number = "一二三四五六七八九十".index(found["n"]) + 1
        if number != last + 1:
            return 0
        last = number
    return last if last > 1 else 0
