"""Totals that come after what they add up: 26所、11所，合计37所; 3期，每期120人，共360人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.amounts.quantities import Quantity
from app.patterns import regex

_N = r"[0-9]+(?:\.[0-9]+)?"
_SUMMED = regex(
    r"(?:(?:合计|共计|总计|一共|总共)[^，。；、0-9]{0,4}|[，、（]共有?"
    r"|，总(?:面积|数|人数|金额|投资|长度?|额|量|产量|产值)(?:达到?|为)?"
    r"|(?<=[户人名个家件项所条处乡镇村区元亩场次期辆台])共|[，、](?:[两三四五]年|[两三四五六2-6]个?(?:村|镇|乡|地|校|县|组|社|班|队|处|批|天)|上半年|前[二三两]季度|[两三四五]个月|[两三四五六]项|[两三四五]类|两者)(?:累计|共|合计)[^，。；、0-9]{0,6})$"
)
_TIMES = regex(
    rf"(?P<n>{_N})个?(?P<of>节|期|批|场|次|轮|班|组|月|年|天|村|户|镇|所|校|家)[^。；]{{0,14}}?每个?(?P=of)[^。；0-9约近]{{0,6}}(?P<m>{_N})(?P<unit>[万亿]?(?:人次?|名|户|家|元|件|个|项|课时|学时|分钟|天|本|份|亩|公里))(?![左余以])"
    rf"[^。；0-9]{{0,6}}(?:共|合计|总计|共计|累计)[^。；0-9约近超]{{0,8}}(?P<k>{_N})(?P<same>[万亿]?(?:人次?|名|户|家|元|件|个|项|课时|学时|分钟|天|本|份|亩|公里))(?![左余以])"
)
_AMOUNT = (
    r"(?:人次?|名|户|家|元|件|个|项|课时|学时|天|本|份|亩|公里|台|套|盏|棵|株|斤|公斤|吨|平方米|米)"
)
# 每村补助5万元，20个村共补助100万元
_EACH = regex(
    rf"每个?(?P<of>期|批|场|次|轮|班|组|村|户|镇|乡|所|校|家|县|站|点|人|名|亩|台|套|支部|社区|乡镇|公里)[^。；，0-9约近]{{0,8}}(?P<m>{_N})(?P<big>[万亿]?)(?P<unit>{_AMOUNT})(?![左余以/])"
    rf"[^。；0-9]{{0,10}}，[^。；0-9]{{0,8}}?(?P<n>{_N})个?(?P=of)[^。；0-9约近超元]{{0,6}}(?:共|合计|总计|共计|累计)[^。；0-9约近超]{{0,8}}(?P<k>{_N})(?P<all>[万亿]?)(?P<same>{_AMOUNT})(?![左余以])"
)
_EACH_OF = regex("每[^。；0-9]{1,8}[0-9.]+[^。；0-9]{0,6}$")
_SCALE = {"": 1.0, "万": 1e4, "亿": 1e8}
# 电脑10台，每台4500元，合计4万元
_PRICED = regex(
    rf"(?<![0-9.约近逾超过足])(?P<n>{_N})(?P<of>台|套|盏|棵|株|辆|张|把|件|份|人|名|亩|米|平方米|公里|吨|间|座|箱|袋|本|册|桶|块|只|头|个|部|根|公斤|斤|户|天|月|次|场|期)"
    rf"[，、（]?(?:单价|每个?(?P=of)(?:单价|价格|价|补助|补贴|奖励|造价|费用|租金|按)?)(?:为|是)?(?P<m>{_N})(?P<big>万?)元(?:/(?P=of))?，"
    rf"(?:合计|共计|总计|总价|总金额|金额|小计|计|共需?)(?:人民币|资金|费用|金额|支出|款)?(?:为|是)?(?P<k>{_N})(?P<all>万?)元(?![左余以])"
)
_ASSEMBLED = regex(
    r"应(?:到|出席|参加|参会)[^。；，0-9]{0,10}(?P<all>[0-9]+)[人名](?P<rest>[^。；]{0,60})"
)
_ATTENDED = regex(
    r"(?P<how>实到|实际出席|实际参加|实际到会|实出席|实际到|请假|缺席|缺勤|未到会?|旷会)(?!率)[^。；，、0-9]{0,6}(?P<n>[0-9]+)[人名]"
)
_TWICE = regex("其中|迟到|列席|委托|早退|（")
_NEAR = 16  # characters between the parts of a list
_LEAD = 16  # characters before a number in which the words stand that tell it is a total
_OFF = 0.3


def totals(text: str, found: list[Quantity]) -> Iterator[tuple[int, int, str]]:
    """Yield the totals of a sentence, its quantities given, that what precedes does not give."""
    for at, total in enumerate(found):
        if (
            total.exact
            and at >= 2
            and _SUMMED.search(text, max(total.start - _LEAD, 0), total.start)
        ):
            yield from _after(text, total, found[:at])


def products(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the products and attendances of a text that their factors do not give."""
    for found in _TIMES.finditer(text) if "每" in text else ():
        right = float(found["n"]) * float(found["m"])
        units = {found["unit"], found["same"]}
        alike = len(units) == 1 or units == {"人", "人次"}
        if alike and abs(right - float(found["k"])) > 0.01 * right:
            said = f"{found['n']}乘{found['m']}等于{right:g}"
            yield *found.span("k"), said
    for found in _EACH.finditer(text) if "每" in text else ():
        right = float(found["n"]) * float(found["m"]) * _SCALE[found["big"]]
        told = float(found["k"]) * _SCALE[found["all"]]
        if _EACH_OF.search(text[max(found.start() - _LEAD, 0) : found.start()]):
            continue  # 夏粮每亩10元，秋粮每亩15元
        if found["unit"] == found["same"] and abs(right - told) > 0.01 * right:
            shown = f"{round(right / _SCALE[found['all']], 4):g}{found['all']}{found['unit']}"
            yield *found.span("k"), f"按所给数目计算应为{shown}"
    for found in (
        _PRICED.finditer(text) if "元" in text and ("每" in text or "单价" in text) else ()
    ):
        right = float(found["n"]) * float(found["m"]) * _SCALE[found["big"]]
        told, step = float(found["k"]), 10.0 ** -len(found["k"].partition(".")[2])
        scale = _SCALE[found["all"]]
        if abs(right - told * scale) > max(0.001 * right, 0.51 * step if "." in found["k"] else 0):
            shown = f"{round(right / scale, 4):g}{found['all']}元"
            yield *found.span("k"), f"按所给数目计算应为{shown}"
    if "实" in text and ("应到" in text or "应出席" in text or "应参" in text):
        yield from _attendance(text)


def _attendance(text: str) -> Iterator[tuple[int, int, str]]:
    """Check 应到45人，实到42人，请假4人, in whatever order those here and away are told."""
    for found in _ASSEMBLED.finditer(text):
        told = [*_ATTENDED.finditer(text, found.start("rest"), found.end())]
        here = [one for one in told if one["how"][0] == "实"]
        away = [one for one in told if one["how"][0] != "实"]
        if len(here) != 1 or not away or _TWICE.search(found["rest"]):
            continue
        right = int(found["all"]) - sum(int(one["n"]) for one in away)
        if right != int(here[0]["n"]):
            less = "减".join([found["all"], *[one["n"] for one in away]])
            yield *told[-1].span("n"), f"{less}等于{right}，与实到{here[0]['n']}不符"


def _after(text: str, total: Quantity, before: list[Quantity]) -> Iterator[tuple[int, int, str]]:
    """Hold a total against the parts that stand in a row before it."""
    parts: list[Quantity] = []
    edge = total.start
    for part in reversed(before):
        between = text[part.end : edge]
        if part.unit != total.unit or len(between) > _NEAR or not part.exact:
            break
        if re.search("[。；]|其中|比|增长|增加(?!值)|减少|下降", between):
            break
        parts.append(part)
        edge = part.start
    sums = [sum(p.value for p in parts[: n + 1]) for n in range(1, len(parts))]
    if not sums or any(abs(one - total.value) <= total.step / 2 for one in sums):
        return
    if abs(sums[-1] - total.value) <= _OFF * total.value:
        said = f"前面各项合计{total.shown(sums[-1])}，与{total.shown(total.value)}不符"
        yield total.start, total.end, said
