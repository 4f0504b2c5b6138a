"""Totals, parts and shares in running text, and where they contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from app.checks.amounts.arithmetic import averages, changes, sectors
from app.checks.amounts.columns import columns
from app.checks.amounts.quantities import UNITS, Quantity, quantities
from app.checks.amounts.rates import changes_said, growths, shares
from app.checks.amounts.remainders import remainders
from app.checks.amounts.totals import products, totals
from app.patterns import regex

_AMONG = regex(r"[，、；。（]?(?:其中|包括|分别为|分别是)[：，]?")
_SENTENCE = regex(r"(?:[^。！？\n]+|。(?=其中))+")
# Two numbers contradict nothing: it takes a third.
_THREE = regex("[0-9][^0-9]+[0-9]+[^0-9]+[0-9]")
_PERCENT = regex(
    r"(?:占比?(?:为|达到?|的)?|占[^，。；、0-9]{1,10}的?|(?<!超员)(?<!超载)(?<!超标)(?<!空置)(?<!节支)(?<!节约)(?<!核减)(?<!审减)率(?:为|达到?)?|比例(?:为|达到?)?|比重(?:为|达到?)?)([0-9]+(?:\.[0-9]+)?)[%％]"
)

# By so much of the total a sum may be too large: beyond it is that of another, or of two ways of
# counting.
FAR_OFF = 0.5


def claims(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches that contradict the other numbers of their sentence, and how."""
    if not _THREE.search(text):
        return
    counted = quantities(text)
    if _REST.search(text):
        yield from _rest(text, counted)
    yield from sectors(text)
    yield from _opposed(text)
    yield from _stages(text)
    yield from growths(text)
    yield from shares(text)
    yield from changes_said(text)
    yield from products(text)
    yield from remainders(text)
    rates = "%" in text or "％" in text
    if len(counted) + rates < 3:
        return
    for start, end, found in _sentences(text, counted):
        if len(found) > 2:
            yield from _parts(text, start, end, found)
        if rates:
            yield from _shares(text, start, end, found)
            yield from changes(text, start, end, found)
        if len(found) > 2:
            yield from averages(text, start, found)
            yield from totals(text, found)


def _sentences(text: str, counted: list[Quantity]) -> Iterator[tuple[int, int, list[Quantity]]]:
    """Yield the sentences with more than one of the quantities of a text, and which."""
    at = 0
    for sentence in _SENTENCE.finditer(text):
        first = at
        while at < len(counted) and counted[at].start < sentence.end():
            at += 1
        if at - first > 1:
            yield *sentence.span(), counted[first:at]


def _of(text: str, start: int, end: int, found: list[Quantity]) -> Iterator[tuple[int, int, str]]:
    """Check 50个部门中30个进驻、25个没有进驻: the parts named of a total before 中."""
    for among in _OF.finditer(text, start, end):
        total = next((q for q in found if q.start == among.start(1)), None)
        after = [q for q in found if q.start >= among.end()]
        # 中48个进驻，有11个到位: what is told behind 有 may be of the same ones.
        if total is not None and not any(text[q.start - 1] == "有" for q in after[1:]):
            yield from _against(total, _listed(text, among.end(), after, total.unit), near=0.0)


def _opposed(text: str) -> Iterator[tuple[int, int, str]]:
    """Check 45条，采纳32条，不予采纳15条: what is done and what is not make up the whole."""
    for found in _OPPOSED.finditer(text) if _UNLIKE.search(text) else ():
        added = int(found["yes"]) + int(found["no"])
        if added != int(found["all"]):
            said = f"两项合计{added}{found['unit']}，与{found['all']}{found['unit']}不符"
            yield found.start("all"), found.end("no"), said


def _stages(text: str) -> Iterator[tuple[int, int, str]]:
    """Check 18个，已完成16个、基本完成1个、正在推进2个: how far things are makes up the whole."""
    for found in _STAGES.finditer(text) if _FAR.search(text) else ():
        if _OPPOSED.match(text, found.start()):
            continue
        parts = [int(one["n"]) for one in _STAGE.finditer(text, found.start("stages"), found.end())]
        added, whole = sum(parts), int(found["all"])
        if added > whole or (added < whole and _UNDONE.search(found["stages"])):
            said = f"各项合计{added}{found['unit']}，与{found['all']}{found['unit']}不符"
            yield found.start("all"), found.end(), said


def _parts(
    text: str, start: int, end: int, found: list[Quantity]
) -> Iterator[tuple[int, int, str]]:
    """Check a total against the parts that follow it in one of the usual ways of saying so."""
    if _OVERLAP.search(text, start, end) or len({*_KINDS.findall(text, start, end)}) > 1:
        return
    for among in _AMONG.finditer(text, start, end):
        each = {q for q in found if _EACH.search(text, max(q.start - 8, start), q.start)}
        before = [q for q in found if q.end <= among.start() and q not in each]
        after = [q for q in found if q.start >= among.end()]
        if not before or not after or among.start() - before[-1].end > 14:
            continue
        # 占总数的80%，其中：…: the parts may be those of the whole that the share is of.
        if not _SHARE.search(text, before[-1].end, among.start()):
            yield from [*_held(text, among, before, after)] or columns(before, after)
    yield from _bracketed(text, start, end, found)
    yield from _of(text, start, end, found)
    for noun in _TOTAL.finditer(text, start, end):
        total = next((q for q in found if q.start == noun.end()), None)
        if total is not None:
            parts = [
                q
                for q in found
                if q.start > total.end and q.unit == total.unit and _called(text, q, noun[1])
            ]
            if not _adds_up(total, found):
                yield from _against(total, parts, near=0.1)


_SHARE = regex("占[^，。；0-9]{0,12}[0-9.]+[%％]")
_NOT = "不予|未予|尚未|未|不|没有|正在|仍在|还在"
_OPPOSED = regex(
    rf"(?P<all>[0-9]+)(?P<unit>{UNITS})[^。；0-9]{{0,6}}，(?:其中)?(?:已|均)?(?P<does>[\u4e00-\u9fff]{{2}})(?:的)?(?P<yes>[0-9]+)(?P=unit)"
    rf"[，、](?:{_NOT})(?P=does)(?:的)?(?P<no>[0-9]+)(?P=unit)"
)
_ENDED = "完成|完工|投产|办结|整改到位|整改完成|解决|销号|达标|竣工|建成|开工|验收"
_GOING = "推进|整改|办理|实施|进行|施工|建设"
_TO_DO = "完成|整改|办结|解决|启动|开工"
_UNDER_WAY = "在建|待建|续建"
_KEPT_UP = "坚持|整改"
_DOES = (
    f"(?:目前)?(?:已经?)?(?:全部|基本)?(?:{_ENDED})|(?:正在|仍在|持续)(?:{_GOING})"
    f"|(?:尚未|未|没有)(?:{_TO_DO})|长期(?:{_KEPT_UP})|(?:{_UNDER_WAY})"
)
# What the row of a whole with its parts has, for which the engine looks faster.
_UNLIKE = regex(f"[，、](?:{_NOT})[\u4e00-\u9fff]{{2,3}}[0-9]")
_FAR = regex(f"(?:{_ENDED}|{_GOING}|{_TO_DO}|{_KEPT_UP}|{_UNDER_WAY})(?:的|整改)?[0-9]")
_STAGE = regex(rf"[，、：]?(?:{_DOES})(?:的|整改)?(?P<n>[0-9]+)(?P<of>{UNITS})(?![0-9])")
_STAGES = regex(
    rf"(?<![0-9.])(?P<all>[0-9]+)(?P<unit>{UNITS})[\u4e00-\u9fff]{{0,8}}?(?:，[^，。；0-9]{{0,6}}投资[^，。；]{{2,14}})?[，：中]?(?:其中)?[，：]?"
    rf"(?P<stages>(?:[，、]?(?:{_DOES})(?:的|整改)?[0-9]+(?P=unit)){{2,6}})(?![0-9])"
)
_UNDONE = regex("在建|待建|正在|仍在|持续|未|没有|长期")
_OF = regex(
    rf"([0-9]+)(?:{UNITS})[^，。；、0-9]{{1,8}}(?<![初高集其])中[，、]?(?![的小心学医型间层部央试])"
)
_TOTAL = regex(r"总(?:建筑|占地)?(面积|投资|资金|收入|支出|金额|人数)(?:为|达到?)?")
_REST = regex(
    rf"(?:其余|剩余|余下|尚有|尚余|尚剩|还余|还有|还剩|仅剩)(?:的)?(?=[0-9]+(?:\.[0-9]+)?(?:{UNITS}))"
)


_NEXT, _NEAR = 12, 24  # characters between what is done and what is left; with a rate between
_DONE = regex("已|完成|办结|改|销号|达标|竣工|开工|结案|解决|落实|建成|脱贫|通过")
_BRACKET = regex(r"（([^（）]+)）")


def _adds_up(total: Quantity, found: list[Quantity]) -> bool:
    """Whether those behind a total, however many from the first on, add up to it."""
    parts = [q.value for q in found if q.start > total.end and q.unit == total.unit]
    return any(abs(added - total.value) < total.step * 0.51 for added in accumulate(parts))


def _bracketed(
    text: str, start: int, end: int, found: list[Quantity]
) -> Iterator[tuple[int, int, str]]:
    """Check 23名医务人员（医生9名、护士14名）."""
    for bracket in _BRACKET.finditer(text, start, end):
        total = next((q for q in reversed(found) if q.end <= bracket.start()), None)
        inside = [q for q in found if bracket.start() < q.start < bracket.end()]
        items = re.split("[、，]", bracket[1].removeprefix("其中").strip("：，"))
        if total is None or not 2 <= len(inside) == len(items):
            continue
        between = text[total.end : bracket.start()]
        if re.search("[，。；、（）]", between) or len(between) > 14 or _OTHER.search(bracket[1]):
            continue
        if all(q.unit == total.unit for q in inside):
            yield from _against(total, inside, near=1.0)


def _called(text: str, quantity: Quantity, noun: str) -> bool:
    """Whether a quantity is introduced by the noun of the total."""
    return text[: quantity.start].endswith((noun, f"{noun}为", f"{noun}约"))


def _rest(text: str, found: list[Quantity]) -> Iterator[tuple[int, int, str]]:
    """Check 26项任务已完成21项，其余6项; other counts may stand between the total and the part."""
    for at, quantity in enumerate(found):
        if not _REST.search(text[max(quantity.start - 4, 0) : quantity.end + 4]):
            continue
        before = [q for q in found[:at] if q.unit == quantity.unit and q.exact]
        if len(before) < 2 or not quantity.exact:
            continue
        between = text[before[-1].end : quantity.start]
        if len(between) > (_NEAR if "率" in between else _NEXT):
            continue
        chains = [
            (before[i], before[j:])
            for i in range(len(before) - 1)
            for j in range(i + 1, len(before))
            if before[i].value >= sum(q.value for q in before[j:])
            and before[i + 1].start - before[i].end <= 60
            and _DONE.search(text[before[i].end : before[-1].start])
        ]
        rests = [whole.value - sum(q.value for q in parts) for whole, parts in chains]
        if not rests or any(abs(rest - quantity.value) <= quantity.step / 2 for rest in rests):
            continue
        whole, parts = chains[0]
        less = "减".join(whole.shown(q.value) for q in (whole, *parts))
        said = f"{less}等于{whole.shown(rests[0])}，与{quantity.shown(quantity.value)}不符"
        yield quantity.start, quantity.end, said


def _held(
    text: str, among: re.Match[str], before: list[Quantity], after: list[Quantity]
) -> Iterator[tuple[int, int, str]]:
    """Check what follows 其中 against the number before it, or the two before it."""
    total = before[-1]
    other = before[-2] if len(before) > 1 else total
    if "；" not in text[total.end : among.start()]:
        parts = _listed(text, among.end(), after, total.unit)
        loose = any("，" in text[one.end : next_.start] for one, next_ in pairwise(parts))
        # 共有120个，比上年净增6个。其中……: the parts may be those of the number before.
        added = sum(part.value for part in parts)
        rest = next((q for q in after if parts and q.start > parts[-1].end), None)
        # 320所，其中小学280所、中学35所，另有职业学校5所
        more = added + rest.value if rest and rest.unit == total.unit else added
        if (other.unit != total.unit or added != other.value) and more != total.value:
            yield from _against(total, parts, near=0.1 if loose else 0.25)
    if other.unit != total.unit and total.start - other.end <= 3:  # 326批1286人次，其中……
        yield from _against(other, _listed(text, among.end(), after, other.unit), near=0.1)


def _against(
    total: Quantity, parts: list[Quantity], *, near: float
) -> Iterator[tuple[int, int, str]]:
    """Report parts that add up to more than the total, or to a little less than it."""
    if len(parts) < 2 or not all(p.exact for p in parts):
        return
    added = sum(p.value for p in parts)
    off = added - total.value
    # One that alone is more than the total is no part of it, and a sum far off is that of another.
    if off > FAR_OFF * total.value or any(p.value > total.value for p in parts):
        return
    # 10项，其中国家级1项，省级9项，获奖2项: what is left belongs to something else.
    if off > 0 and any(value == total.value for value in [*accumulate(p.value for p in parts)][1:]):
        return
    if abs(off) < max(total.step, min(p.step for p in parts)) * 0.51:
        return
    if total.least:
        wrong = len(parts) > 2 and -0.05 * total.value <= off < 0
    else:
        wrong = total.exact and (off > 0 or -off <= near * total.value)
    if wrong:
        said = f"各项合计{total.shown(added)}，与{total.shown(total.value)}不符"
        yield total.start, parts[-1].end, said


def _listed(text: str, at: int, after: list[Quantity], unit: str) -> list[Quantity]:
    """Return the quantities of the unit that a list holds, one to a clause."""
    parts: list[Quantity] = []
    if (
        len(after) > 1
        and after[0].unit != unit
        and _NEXT_ITEM.search(text, after[0].end, after[1].start)
    ):
        return []  # 全长64公里，包括12座桥、6公里高架路: not all is counted alike
    for quantity in after:
        if parts and _inside(text, parts[-1].end, quantity.start):
            at = text.find("）", quantity.end) + 1  # 党委4个（镇1个、村3个）: parts of that part
            continue
        between = text[at : quantity.start]
        if "；" in between or "。" in between or _OTHER.search(between):
            break
        if parts and re.search("包括|其中|含", between):
            break  # parts of the part before
        if quantity.unit != unit:
            continue
        if len(re.split("[，、]", between)) > 3 or len(between) > 24:
            break
        named = [p for p in parts if "\u4e00" <= text[p.end + 1 : p.end + 2] <= "\u9fff"]
        if named and text[quantity.end + 1 : quantity.end + 2] != text[named[0].end + 1]:
            break  # 36个班、18个班，学位2520个
        parts.append(quantity)
        at = quantity.end
    return parts


def _inside(text: str, start: int, end: int) -> bool:
    """Whether a bracket that opens behind a place holds another."""
    return text.count("（", start, end) > text.count("）", start, end)


_NEXT_ITEM = regex("[、和]")
# What has a share of its own is a part, no whole.
_PART = regex(r"[^，。；0-9]{0,3}，?占")
_WORD = regex(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}$")
# 应收5万元，实收4万元，收缴率90%: no other pair is meant.
_DUE = regex(
    "应[收缴交](?![^。；]*每)[^。；，0-9]{0,6}[0-9.]+[万亿]?元，[^。；，0-9]{0,4}实[收缴交][^。；，0-9]{0,4}[0-9.]+$"
)
# What was asked of people is reckoned of those asked, who are not told.
_ASKED = regex("(?:满意|知晓|好评|支持|认可|信任|成功)$")
_EACH = regex("均|每[人户亩个名村所]")  # 亩均投资2400元 is the sum of no parts
_OVERLAP = regex("交叉|重叠|重复计|兼")
# People counted by their age and by their schooling are counted twice.
_KINDS = regex("(?:[0-9]岁)|(?:学历|文化程度)|女(?:性|同志|党员|干部)|少数民族")
_OTHER = regex(
    r"比|较|增长|完成率|同期|占|累计|投资|平均|同时|此外|另|已到位|拨付|已支付|合计|共计|总计|小计"
)


def _shares(
    text: str, start: int, end: int, found: list[Quantity]
) -> Iterator[tuple[int, int, str]]:
    """Check A……B，占C%: the share against the pairs of quantities of one unit before it."""
    for share in _PERCENT.finditer(text, start, end):
        if share[0][0] == "率" and _ASKED.search(text[max(share.start() - 4, 0) : share.start()]):
            continue
        said, decimals = float(share[1]), len(share[1].partition(".")[2])
        before = [q for q in found if share.start() - 60 < q.start and q.end <= share.start()]
        pairs = [
            (part, whole)
            for i, part in enumerate(before)
            for whole in found
            if whole.start < part.start and whole.unit == part.unit
            if whole.value >= part.value > 0 and before[i:][-1].end - part.end < 14
            if not _PART.match(text, whole.end)
            if "其中" not in text[part.end : share.start()]
        ]
        # 床位1260张，入住617人，入住率49%: the share may be of things counted otherwise.
        others = [(part, whole) for part in before for whole in before if whole.value > part.value]
        rates = [100 * part.value / whole.value for part, whole in pairs]
        told = (*rates, *[100 * part.value / whole.value for part, whole in others])
        if not pairs or any(abs(rate - said) <= 0.6 * 10**-decimals for rate in told):
            continue
        exact = [
            (rate, part)
            for rate, (part, whole) in zip(rates, pairs, strict=True)
            if part.exact and whole.exact
        ]
        for rate, part in exact:
            right = f"{rate:.{decimals}f}"
            # 开工36个，开工率75%: the word tells which part is meant.
            word = _WORD.search(text, 0, share.start()) if share[0][0] == "率" else None
            named = word is not None and text[: part.start].endswith(word[0])
            named = named or (
                share[0][0] == "率" and _DUE.search(text, start, part.end) is not None
            )
            near = 6 if len(exact) == 1 else 3
            if named or sorted(right) == sorted(share[1]) or abs(rate - said) < near:
                yield share.start(1), share.end(1) + 1, f"按所给数目计算应为{right}%"
                break
