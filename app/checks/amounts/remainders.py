"""What is left over: a gap in funds, beds that stand empty, a share of the whole told before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.patterns import regex

_N = r"[0-9]+(?:\.[0-9]+)?"
_MONEY = r"[万亿]?元"
_GAP = regex(
    rf"(?:需要?|共需|概算|总投资|成本|预算|所需)[^。；，0-9]{{0,10}}(?P<all>{_N})(?P<unit>{_MONEY})，[^。；0-9]{{0,14}}(?:补助|已落实|落实|到位|筹集|筹措|争取|安排|解决)[^。；，0-9]{{0,8}}(?P<got>{_N})(?P<same>{_MONEY})，"
    rf"[^。；0-9]{{0,8}}(?:缺口|尚缺|还差|尚差|不足|尚需)[^。；，0-9]{{0,6}}(?P<left>{_N})(?P<third>{_MONEY})"
)
_EMPTY = regex(
    r"(?:床位|泊位|车位|摊位|商铺|学位|住房|房屋)[^。；0-9]{0,4}(?P<all>[0-9]+)[张个间套处][^。；0-9]{0,14}(?:入住|使用|利用|出租|已用|在用|入驻)[^。；0-9]{0,6}(?P<got>[0-9]+)[人个间套张户家处][^。；0-9]{0,10}(?:空置率|闲置率)(?:为|达到?|高达)?(?P<rate>[0-9]+(?:\.[0-9]+)?)[%％]"
)
_WHOLE = regex(
    rf"(?:总投资|概算总投资|概算投资|计划投资|计划总投资)(?:额)?(?:为|约|达)?(?P<all>{_N})(?P<unit>{_MONEY})"
)
_PART = regex(
    rf"(?:累计)?完成投资(?:额)?(?:约|达)?(?P<part>{_N})(?P<same>{_MONEY})，占(?:概算|计划|项目|工程)?总投资(?:额)?的(?P<rate>{_N})[%％]"
)
_THREE = regex(
    r"(?:共|共计|合计)(?P<all>[0-9]+)(?P<unit>[项个件条])[^。；0-9]{0,4}，[^。；0-9]{0,10}(?P<one>[0-9]+)(?P=unit)，[^。；0-9]{0,10}(?P<two>[0-9]+)(?P=unit)，(?:无|没有)(?:未|逾期|超期)"
)
# 借款5万元，已归还2万元，尚欠4万元
_OWED = regex(
    rf"(?:借款|借到|借得|借走|欠款|货款|工程款|拖欠|欠|赊|贷款|借)[^，。；0-9]{{0,10}}(?P<all>{_N})(?P<unit>{_MONEY})，[^。；，0-9]{{0,12}}(?:归还|偿还|已还|还款|支付|给付|清偿|还|已付|付)了?[^，。；0-9]{{0,6}}(?P<got>{_N})(?P<same>{_MONEY})，"
    rf"[^。；，0-9]{{0,6}}?(?:尚欠|还欠|下欠|仍欠|余欠|剩余|尚余|尚有|还剩|至今欠)[^。；，0-9]{{0,6}}(?P<left>{_N})(?P<third>{_MONEY})"
)
_COSTS = regex("利|息|违约金|费|每|各|又|再|约|首|第")
_SCALE = {"元": 1.0, "万元": 1e4, "亿元": 1e8}


def remainders(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the remainders and shares of a text that its other numbers do not give, and how."""
    for found in _GAP.finditer(text) if "缺" in text or "差" in text or "足" in text else ():
        left = _money(found, "all", "unit") - _money(found, "got", "same")
        if left > 0 and abs(left - _money(found, "left", "third")) > 0.011 * left:
            right = round(left / _SCALE[found["third"]], 4)
            yield *found.span("left"), f"两数相减应为{right:g}{found['third']}"
    yield from _owed(text)
    for found in _EMPTY.finditer(text) if "置率" in text else ():
        whole, got = int(found["all"]), int(found["got"])
        right = 100 * (whole - got) / whole if whole else 0.0
        places = len(found["rate"].partition(".")[2])
        if 0 < got <= whole and abs(right - float(found["rate"])) > 0.6 * 10**-places:
            start, end = found.span("rate")
            yield start, end + 1, f"按所给数目计算应为{right:.{places}f}%"
    for found in _PART.finditer(text) if "占" in text else ():
        whole = list(_WHOLE.finditer(text, 0, found.start()))
        if not whole:
            continue
        total = _money(whole[-1], "all", "unit")
        right = 100 * _money(found, "part", "same") / total if total else 0.0
        places = len(found["rate"].partition(".")[2])
        if abs(right - float(found["rate"])) > max(0.6 * 10**-places, 0.6):
            start, end = found.span("rate")
            yield start, end + 1, f"按所给数目计算应为{right:.{places}f}%"
    for found in _THREE.finditer(text) if "无" in text or "没有" in text else ():
        added = int(found["one"]) + int(found["two"])
        if added != int(found["all"]):
            said = f"两项合计{added}{found['unit']}，与{found['all']}{found['unit']}不符"
            yield *found.span("two"), said


def _owed(text: str) -> Iterator[tuple[int, int, str]]:
    """Check what is left of a debt against what was lent and what was paid back."""
    for found in _OWED.finditer(text) if "欠" in text or "归还" in text or "偿还" in text else ():
        left = _money(found, "all", "unit") - _money(found, "got", "same")
        told = _money(found, "left", "third")
        if left > 0 and abs(left - told) > 0.001 * left and not _COSTS.search(found[0]):
            right = round(left / _SCALE[found["third"]], 4)
            yield *found.span("left"), f"两数相减应为{right:g}{found['third']}"


def _money(found: re.Match[str], number: str, unit: str) -> float:
    return float(found[number]) * _SCALE[found[unit]]
