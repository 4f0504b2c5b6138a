"""Telephone numbers, post codes and identity cards with digits too many, too few or wrong."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_CALLED = (
    r"(?:电话|手机|手机号|手机号码|联系方式|热线|传真|电话号码|值班电话|监督电话|举报电话|咨询电话)"
)
_PHONE = regex(
    rf"(?:{_CALLED})(?:为|是)?[：:]?\s?(?P<list>(?P<number>[0-9][0-9 \-－—]{{2,20}}[0-9]))(?![0-9*×xX.])"
)
_PART = regex("[0-9](?:[0-9 ]*[0-9])?")
_CARD = regex(
    r"身份证(?:号|号码|件号码)?(?:为|是)?[：:]?\s?(?P<number>[0-9]{10,22}[0-9Xx])(?![0-9*])"
)
_POST = regex(r"邮政?编码?(?:为|是)?[：:]?\s?(?P<number>[0-9]{4,9})(?![0-9A-Za-z*\-])")
_POST_DIGITS = 6
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SEVERAL = regex(r"[0-9]{7,8}(?:\s+[0-9]{7,8})+|1[0-9]{10}(?:\s+1[0-9]{10})+")
_LOCAL = (7, 8)
_SHORT = regex(r"(?:1[0-9]{2,4}|9[0-9]{4}|1[0-9]{4,5})$")


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=("电话", "手机", "联系方式", "热线", "传真", "身份证", "邮编", "邮政编码"),
)
def contact_number(paragraph: Paragraph) -> Iterator[Spot]:
    """电话号码、邮政编码、身份证号码位数不对。

    手机号11位，固定电话7位或8位、带区号10至12位，短号以1、9开头；邮政编码6位；身份证号18位，末位是校验码。

    来源：GB 11643—1999；电话号码编排规则
    Bad: 联系人：张三，联系电话：⟦1385566778⟧。
    Bad: 监督电话：0551-⟦623456⟧，值班电话：0551-⟦551⟧，传真：⟦62345678 6⟧。
    Bad: 值班手机：⟦13855667⟧。
    Bad: 身份证号：⟦34010219900307123⟧。
    Bad: 地址：青山县滨河路8号，邮编：⟦24710⟧。
    Good: 邮编：247100，邮政编码247100。
    Good: 联系电话：13855667788，0551-62345678，6234567，12345，95598，110。
    Good: 联系电话：62345678 62345679。
    Good: 手机号码138****7788，传真：0551—62345678转801，电话调查300户。
    """
    text = paragraph.text
    for found in _PHONE.finditer(text):
        end = found.end("number")
        parts = [*_PART.finditer(text, found.start("number"), end)]
        if _SEVERAL.fullmatch(found["number"]):
            continue
        behind = text[end : end + 1]
        if behind and behind in "年月日个人元条次户名万亿份多余家件场":
            continue
        bad = _odd([part[0].replace(" ", "") for part in parts])
        if bad is not None:
            number = parts[bad][0].replace(" ", "")
            yield Spot(*parts[bad].span(), f"{_wrong_phone(number)}，请核对")
    for found in _POST.finditer(text) if "邮" in text else ():
        if len(found["number"]) != _POST_DIGITS:
            said = f"邮政编码是6位，这里有{len(found['number'])}位"
            yield Spot(*found.span("number"), said)
    for found in _CARD.finditer(text):
        said = _wrong_card(found["number"])
        if said:
            yield Spot(*found.span("number"), said)


def _odd(parts: list[str]) -> int | None:
    """Return which part of a telephone number has an odd length, None where all is well."""
    whole = "".join(parts)
    if len(parts) == 1:
        mobile = whole.startswith("1") and len(whole) > 6
        area = whole.startswith("0")
        lengths = (11,) if mobile else (10, 11, 12) if area else (*_LOCAL, 10)
        return None if len(whole) in lengths or _SHORT.match(whole) else 0
    if parts[0].startswith("0") and len(parts[0]) in (3, 4):
        return None if len(parts[1]) in _LOCAL or _SHORT.match(parts[1]) else 1
    return None


def _wrong_phone(number: str) -> str:
    """Return what is wrong with the length of a telephone number, or of its part."""
    if number.startswith("1"):
        return f"以1开头的手机号是11位，这里有{len(number)}位"
    return f"电话号码的位数不对（{len(number)}位）"


def _wrong_card(number: str) -> str:
    """Return what is wrong with the number of an identity card, "" for nothing."""
    if len(number) != 18:
        return f"身份证号码是18位，这里有{len(number)}位"
    total = sum(int(d) * w for d, w in zip(number[:17], _WEIGHTS, strict=True))
    right = "10X98765432"[total % 11]
    return "" if number[17].upper() == right else "身份证号码的校验码不符，请核对"
