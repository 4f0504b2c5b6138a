"""An abbreviation in Latin letters with two of them exchanged: IOS9001 beside ISO9001."""

from collections import Counter
from collections.abc import Iterator
from string import ascii_uppercase

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_CODE = regex(r"(?<![A-Za-z])[A-Z]{3,6}(?![A-Za-z])")
_USUAL = (
    "ISO|GDP|CPI|PPI|PPP|EPC|BIM|ERP|GIS|GPS|CEO|CFO|CTO|COO|MBA|EMBA|CBD|BRT|ETC|APP|VIP|PPT|"
    "WTO|CCTV|HIV|ICU|CDC|FDA|GMP|GSP|GAP|HACCP|OEM|ODM|OTC|LED|LNG|CNG|POS|ATM|PVC|LOGO|NCAA|"
    "NBA|CBA|TQM|USB|CPU|GPU|VPN|CRM|SCM|MES|PLC|OTA|SUV|MPV|SOHO|SAP|IBM|DNA|RNA|PCR|MRI"
)
_KNOWN = frozenset(_USUAL.split("|"))
_LINE = regex(r"IOS(?= ?(?:9000|9001|14001|14000|22000|27001|45001|50001|13485))")


def codes(paragraph: Paragraph) -> tuple[tuple[str, int], ...] | None:
    """Return the abbreviations of a paragraph with their places: a facts function."""
    if paragraph.role is Role.OBJECT:
        return None
    return tuple([(m[0], m.start()) for m in _CODE.finditer(paragraph.text)]) or None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=tuple(ascii_uppercase),
    facts=codes,
    yields_to=("wrong_word",),
)
def code_twin(reading: Reading) -> Iterator[Spot]:
    """字母缩写前后颠倒。

    同一个缩写，别处写作“ISO”，这里写作“IOS”，多半是打颠倒了字母。

    来源：公文校对惯例
    Bad:
        title| 质量认证工作总结
        去年启动ISO认证，今年通过ISO认证复审。
        本厂取得⟦IOS⟧认证证书。 -> 本厂取得ISO认证证书。
    Bad: 本厂通过⟦IOS⟧9001质量体系认证。 -> 本厂通过ISO9001质量体系认证。
    Good:
        title| 办公软件采购说明
        采购的软件可以在IOS系统上运行，供应商通过了ISO9001认证。
    Good:
        title| 课题说明
        ABC法用于分类，ACB为开关型号，两者都要说明。
    """
    found = [(block, *one) for block, ones in reading.present() for one in ones]
    counts = Counter(code for _, code, _ in found)
    blocks = reading.document.blocks
    for block, code, at in found:
        text = blocks[block].text
        if code == "IOS":
            line = _LINE.match(text, at)
            system = text[at + 3 : at + 6].startswith(
                ("系统", "版", "平台", "设备", "端", "客户端")
            )
            if line is None and (system or counts["ISO"] < 2):
                continue
            yield Spot(at, at + 3, "应写作“ISO”", "ISO", block=block)
        elif counts[code] == 1 and code not in _KNOWN:
            twin = _twin(code, counts)
            if twin is not None:
                yield Spot(at, at + len(code), f"别处写作“{twin}”", twin, block=block)


def _twin(code: str, counts: Counter[str]) -> str | None:
    """Return the abbreviation that has two neighbouring letters the other way round and is usual."""
    for at in range(len(code) - 1):
        twin = f"{code[:at]}{code[at + 1]}{code[at]}{code[at + 2 :]}"
        if twin != code and (counts.get(twin, 0) > 1 or (twin in _KNOWN and twin in counts)):
            return twin
    return None
