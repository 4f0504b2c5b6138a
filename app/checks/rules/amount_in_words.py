"""A sum of money in capitals and the one in digits beside it: 捌仟伍佰元整（8050元）."""

import re
from collections.abc import Iterator

from app.checks.amounts.figures import value
from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟"
_WORDS = f"(?P<words>(?P<sum>[{_CAPITALS}][{_CAPITALS}零万亿]*)[元圆](?:零?(?P<tenth>[{_CAPITALS}])角)?(?:零?(?P<cent>[{_CAPITALS}])分)?[整正]?)"
_DIGITS = r"(?P<digits>[0-9][0-9,，]*(?:\.[0-9]{1,2})?)(?P<scale>万?)"
_CALLED = "(?:人民币)?(?:[大小]写)?(?:金额)?[：:]?(?:人民币)?"
_PAIRS = (
    regex(
        rf"{_WORDS}(?:[（(]{_CALLED}|，(?:人民币)?(?:小写|[￥¥])[：:]?)[￥¥]?{_DIGITS}元?(?=[整）)。，；])"
    ),
    regex(rf"(?<![0-9.]){_DIGITS}元?(?:[（(]{_CALLED}|，(?:人民币)?(?:大写|人民币)[：:]?){_WORDS}"),
)
# （大写）二万五仟元整, 人民币贰万五仟元
_MIXED = regex(
    rf"(?:大写[）)]?(?:金额)?[：:]?(?:人民币)?[：:]?|(?<=[元圆币为计：:）]))(?P<sum>[一二三四五六七八九十百千{_CAPITALS}零万亿]{{2,}}+)[元圆]"
)
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple([f"{c}{of}" for c in _CAPITALS for of in "元圆"] + ["万元整", "万圆整", "大写"]),
)
def amount_in_words(paragraph: Paragraph) -> Iterator[Spot]:
    """金额的大写有误或者与小写不符。

    收据、合同里的金额用大写，大写的每个数字都用“壹贰叁”；括号里再注小写，两者应当一致。

    来源：《中华人民共和国票据法》第八条；公文校对惯例
    Bad: 今收到人民币⟦捌仟伍佰元整（8050元⟧）。
    Bad: 合同价款为⟦365000元（大写：叁拾陆万伍佰元整⟧）。
    Bad: 今借到人民币（大写）⟦二万五仟⟧元整。 -> 今借到人民币（大写）贰万伍仟元整。
    Good: 今收到人民币捌仟伍佰元整（8500元），押金叁佰贰拾伍元伍角整（￥325.50元）。
    Good: 合同价款为36.5万元（大写：叁拾陆万伍仟元整），分两次付清，首付壹拾万元整，余款265000元。
    """
    text = paragraph.text
    for found in _MIXED.finditer(text):
        said = found["sum"]
        formal = said.translate(_FORMAL)
        if formal != said and (found[0].startswith("大写") or any(c in _CAPITALS for c in said)):
            yield Spot(*found.span("sum"), "大写金额的数字用“壹贰叁”", formal)
    for pattern in _PAIRS:
        for found in pattern.finditer(text):
            said = value(found["sum"])
            digits = float(re.sub("[,，]", "", found["digits"])) * (1e4 if found["scale"] else 1)
            cents = 10 * _one(found["tenth"]) + _one(found["cent"])
            if said is not None and abs(100 * said + cents - 100 * digits) >= 1:
                shown = f"{said + cents / 100:.2f}".rstrip("0").rstrip(".")
                yield Spot(*found.span(), f"大写是{shown}元，与小写不符")


def _one(numeral: str | None) -> int:
    return (value(numeral) or 0) if numeral else 0
