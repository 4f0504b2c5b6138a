"""Per cent where percentage points belong, and the other way round."""

from collections.abc import Iterator

from app.checks.amounts.rates import points
from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_MIXED = regex(
    r"(?:增长|下降|上升|提高|减少|增加|回落)[0-9.]+[%％](?:和|、|以及)(?:[\u4e00-\u9fff]{0,6})?(?P<odd>[0-9.]+个百分点)"
)
_AMOUNT = regex(
    r"(?:产量|产值|销量|销售额|零售额|总额|收入|支出|投资额?|用电量|客流量|人次|人数|贷款余额|存款余额|生产总值|增加值)"
    r"(?:[（(][^）)]*[）)])?[^，。；！？%0-9率比幅速]{0,6}[，]?(?:同比|比上年|较上年|比去年|环比)?(?:增长|下降|增加|减少)(?P<odd>[0-9.]+个百分点)"
)
# 生产总值56.8亿元，比上年增长6.2个百分点.
_GROWN = regex(
    r"[0-9.]+(?:万|亿|万亿)?(?:元|吨|人次|人|户|家|件|辆|台|千瓦时|美元|公斤|头|只|亩|平方米)，"
    r"(?:同比|环比|比[^，。；0-9]{2,8}?|较[^，。；0-9]{2,8}?)?(?:实际)?(?:增长|下降|增加|减少)了?(?P<odd>[0-9.]+个百分点)(?=[，。；、]|，其中)"
)
_POINT = regex(
    r"(?:增速|增幅|[\u4e00-\u9fff]率|占比|比重)[^，。；！？%0-9]{0,10}?(?:比|较|同比|环比)[^，。；！？%0-9]{0,10}?"
    r"(?:提高|提升|上升|下降|回落|降低|加快|增加|减少)(?:了)?(?P<odd>[0-9.]+[%％])"
)
# What all of them end in, or open with.
_CHANGED = regex(
    r"(?:提高|提升|上升|下降|回落|降低|加快|增加|减少|增长|高|低|[增降]幅达?)了?[0-9.]+(?:[%％]|个百分点)"
)
# A part of the growth of something larger is told in points.
_SHARED = regex(r"拉动|带动|贡献|影响|高于|低于|快于|慢于|增速|增幅")

_BARE = regex("(?<=[0-9])百分点")  # 3.2百分点


@rule(group="数字", severity=Severity.WARNING, triggers=("百分点", "%", "％"))
def percent_point(paragraph: Paragraph) -> Iterator[Spot]:
    """“%”与“百分点”混用。

    数量的增减用“%”；比率、比重、增速的高低之差用“百分点”。

    来源：国家统计局《统计常用名词解释》；公文校对惯例
    Bad: 人均可支配收入18650元，增长⟦6.5个百分点⟧。 -> 人均可支配收入18650元，增长6.5%。
    Bad: 产量分别增长41.3%和⟦18.5个百分点⟧。 -> 产量分别增长41.3%和18.5%。
    Bad: 工业用电量同比增长⟦6.2个百分点⟧。 -> 工业用电量同比增长6.2%。
    Bad: 实现生产总值56.8亿元，比去年同期增长了⟦6.2个百分点⟧。 -> 实现生产总值56.8亿元，比去年同期增长了6.2%。
    Bad: 就业率比上年提高⟦3.5%⟧。
    Bad: 合格率为97.9%，比去年同期提高了⟦1.2%⟧。 -> 合格率为97.9%，比去年同期提高了1.2个百分点。
    Bad: 组建率由31%提高到52%，上升了⟦21%⟧。 -> 组建率由31%提高到52%，上升了21个百分点。
    Bad: 占比从18.5%降至15.2%，下降⟦3.5个百分点⟧。 -> 占比从18.5%降至15.2%，下降3.3个百分点。
    Bad: 入学率由百分之九十二提高到百分之九十六，提高⟦三个百分点⟧。
    Bad: 参保率达到96.3%，较上年提升⟦0.8%⟧。 -> 参保率达到96.3%，较上年提升0.8个百分点。
    Bad: 小额信贷覆盖率提高⟦5%⟧，达到62%。 -> 小额信贷覆盖率提高5个百分点，达到62%。
    Bad: 入学率比上年提高3.2⟦百分点⟧。 -> 入学率比上年提高3.2个百分点。
    Good: 合格率为97.9%，比去年提高1.2个百分点；组建率由40%提高到52%，提高了30%。
    Good: 占全市的35.2%，同比增长8.1%；完成投资21亿元，占计划的103%，比上年增长5%。
    Good: 产量分别增长41.3%和18.5%，增速比上年提高2.1个百分点，占比提高3个百分点。
    Good: 用电量增长6.2%，高于全省1.2个百分点，拉动限额以上零售额增长3.1个百分点。
    """
    text = paragraph.text
    for found in _BARE.finditer(text):
        yield Spot(*found.span(), "“百分点”前面缺少“个”", "个百分点")
    if not _CHANGED.search(text) and "百分之" not in text:
        return
    for pattern in (_MIXED, _AMOUNT, _GROWN):
        for found in pattern.finditer(text):
            if _SHARED.search(text[max(found.start() - 16, 0) : found.start("odd")]):
                continue
            number = found["odd"].removesuffix("个百分点")
            yield Spot(*found.span("odd"), "数量的增减用“%”", f"{number}%")
    sure = list(points(text) if "百分之" not in text else _said(paragraph))
    for start, end, said, right in sure:
        yield Spot(start, end, said, right)
    for found in _POINT.finditer(text):
        if found.span("odd") in [(start, end) for start, end, _, _ in sure]:
            continue
        said = "比率之差一般用“百分点”"
        yield Spot(*found.span("odd"), said, severity=Severity.HINT)


def _said(paragraph: Paragraph) -> Iterator[tuple[int, int, str, str | None]]:
    """Yield the wrong differences of rates told in Chinese numerals: place, message, no mend."""
    shifted = paragraph.figures
    for start, end, said, _ in points(shifted.text):
        yield *shifted.span(start, end), said, None
