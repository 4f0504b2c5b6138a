"""A zero in a chemical formula where oxygen belongs: P205, H2S04."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_CERTAIN = (
    "H2S04|HN03|HN02|H3P04|H2C03|K2S04|KN03|KH2P04|K2HP04|K2C03|ZnS04|CuS04|FeS04|MgS04|CaS04|BaS04|CaC03|Na2C03|NaHC03|Na2S04|NaN03|NH4N03|"
    "NH4HC03|NaCl0|KMn04|Al203|Fe203|Fe304|Cr203|Si02|Ti02|Mn02|Na20|Ca0|Mg0|Zn0|Cu0|Na0H|K0H|CH30H|C2H50H|H202"
)
_DOUBTFUL = "P205|K20|H20|C02|S02|S03|N02|N20|C0D|B0D|N0x|S0x"  # a page, a train or a block too
_FORMULA = regex(rf"(?<![0-9A-Za-z])(?:(?P<sure>{_CERTAIN})|(?P<odd>{_DOUBTFUL}))(?![0-9A-Za-z])")
_FIELD = regex(
    "氮|磷|钾|肥|二氧化|三氧化|氧化[物钾二亚]|硫|碳排|降碳|排放|浓度|水质|化学需氧|生化需氧|分子式|化学式|溶液|毫克|废气|烟气|尾气|污染"
)
_NAMED = regex(r"\s?[次路线号型室页座栋楼区列班机版款芯房地标段件]")


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(f"{_CERTAIN}|{_DOUBTFUL}".split("|")),
    yields_to=("stray_letter",),
)
def formula_zero(paragraph: Paragraph) -> Iterator[Spot]:
    """化学式里的字母O误作数字0。

    五氧化二磷是P2O5，氧化钾是K2O，硫酸是H2SO4，氧用字母O。写成数字0，多半是输入时误打或者扫描识别的错误。

    来源：公文校对惯例
    Bad: 每亩施纯氮8公斤，另施⟦P205⟧和⟦K20⟧各6公斤。 -> 每亩施纯氮8公斤，另施P2O5和K2O各6公斤。
    Bad: 叶面喷施0.3%的⟦KH2P04⟧溶液，检测⟦S02⟧浓度和⟦C0D⟧浓度。 -> 叶面喷施0.3%的KH2PO4溶液，检测SO2浓度和COD浓度。
    Good: 每亩施P2O5 6公斤、K2O 7公斤，乘坐K20次列车，详见化肥手册P205页，碳汇林在C02地块。
    Good: 请到H20室领取材料。
    """
    text = paragraph.text
    chemistry = _FIELD.search(text) is not None
    for found in _FORMULA.finditer(text):
        if found["odd"] and (not chemistry or _NAMED.match(text, found.end())):
            continue
        right = found[0].replace("0", "O")
        yield Spot(*found.span(), "化学式里的氧是字母O，不是数字0", right)
