"""One number with units of other scale in two places: 240元 and 240万元."""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_SCALES = {
    "元": "钱",
    "万元": "钱",
    "亿元": "钱",
    "毫米": "长",
    "厘米": "长",
    "米": "长",
    "公里": "长",
    "平方米": "面",
    "万平方米": "面",
    "平方公里": "面",
    "亩": "田",
    "万亩": "田",
    "吨": "重",
    "万吨": "重",
    "亿吨": "重",
    "万人": "人",
    "立方米": "体",
    "万立方米": "体",
    "亿立方米": "体",
}
_FIRST = dict.fromkeys([unit[0] for unit in _SCALES])
_AMOUNT = regex(
    rf"(?P<number>[0-9](?<![0-9.].)[0-9]*(?:\.[0-9]+)?)(?P<unit>{'|'.join(sorted(_SCALES, key=len, reverse=True))})(?![/／])"
)
_EACH = regex(r"(?:每[^，。；、]{0,8}|[人户亩月]均[^，。；、]{0,6}|/)$")
# Sums of a fund that nobody gives: 安排资金240元.
_FUND = regex(
    r"(?:安排|投入|落实|争取|下达|拨付|到位|整合|筹措|缺口|补助|专项)(?:专项|中央|省级|市级|县级|财政|补助|项目|各类|建设|工程|扶持|配套){0,3}资金(?:约|近|达|共计?)?(?P<number>[0-9]{1,4}(?:\.[0-9]+)?)(?P<unit>元)(?=[，。；、）]|用于|专项)"
)
_INVEST = regex(
    r"(?:完成投资|总投资|固定资产投资)(?:额)?(?:约|近|达|共计?|为)?(?P<number>[0-9]{1,2}(?:\.[0-9]+)?)(?P<unit>万元)(?=，占|，完成年度|，为年度)"
)
_NEAR = 10  # characters before an amount that tell it is one of each
_LEAST = 3  # digits that make a number hardly the same by chance


def amounts(paragraph: Paragraph) -> tuple[tuple[str, str, int, int], ...] | None:
    """Return the amounts of a paragraph, their unit's place, those of a fund marked: facts."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    amounts = [
        m
        for m in _AMOUNT.finditer(text)
        if not _EACH.search(text, max(m.start() - _NEAR, 0), m.start())
    ]
    if not amounts:
        return None
    odd = {m.start("unit") for pattern in (_FUND, _INVEST) for m in pattern.finditer(text)}
    return tuple(
        [
            (m["number"] + ("!" if m.start("unit") in odd else ""), m["unit"], *m.span("unit"))
            for m in amounts
        ]
    )


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=tuple([f"{digit}{unit}" for digit in "0123456789" for unit in _FIRST]),
    facts=amounts,
)
def unit_twin(reading: Reading) -> Iterator[Spot]:
    """同一个数目前后单位不同。

    前面写“资金缺口240万元”，后面写“安排资金240元”，数目相同而单位差了几级，多半有一处漏写或者写错了单位。

    来源：公文校对惯例
    Bad:
        工程概算860万元，已落实620万元，尚有资金缺口240万元。
        恳请县政府安排资金240⟦元⟧，专项用于除险加固。 -> 恳请县政府安排资金240万元，专项用于除险加固。
    Bad:
        最大降雨量312.5毫米，平均降雨量208.6毫米，出现在云岭镇。
        过程雨量最大的云岭镇达到312.5⟦厘米⟧。 -> 过程雨量最大的云岭镇达到312.5毫米。
    Bad: 全年在建项目总投资23.6亿元，完成投资9.8⟦万元⟧，占年度计划的103.2%。
    Good:
        工程概算860万元，尚有资金缺口240万元。
        恳请县政府安排资金240万元，每户补助240元。
    Good: 新建桥梁120米，道路120公里，补助资金200元。
    """
    found = [(block, *one) for block, ones in reading.present() for one in ones]
    units: dict[tuple[str, str], Counter[str]] = {}
    for _, number, unit, *_ in found:
        units.setdefault((number.rstrip("!"), _SCALES[unit]), Counter())[unit] += 1
    for block, number, unit, start, end in found:
        odd, bare = number.endswith("!"), number.rstrip("!")
        others = units[bare, _SCALES[unit]]
        digits = len(bare.replace(".", "").strip("0"))
        if len(others) > 1 and (digits >= _LEAST or (odd and digits >= 2)):
            usual, most = others.most_common(1)[0]
            if unit != usual and (most > others[unit] or odd):
                said = f"别处写作“{bare}{usual}”，请核对单位"
                yield Spot(start, end, said, usual, block=block)
            elif most == others[unit] and unit == list(others)[-1]:
                said = f"别处写作“{bare}{next(iter(others))}”，请核对单位"
                yield Spot(start, end, said, next(iter(others)), block=block)
        elif (
            odd
            and any(key[1] == "钱" and "亿元" in seen for key, seen in units.items())
            and unit == "万元"
        ):
            yield Spot(start, end, "数目与前后不成比例，请核对单位", block=block)
