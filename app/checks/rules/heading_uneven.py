"""One heading much longer or shorter than its siblings, which agree."""

from collections.abc import Iterator
from statistics import median

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.headings import heading, siblings, stock


@rule(group="标题", severity=Severity.HINT, scope="document", idle=True, facts=heading)
def heading_uneven(reading: Reading, *, apart: int = 5, close: int = 2) -> Iterator[Spot]:
    """同级标题长短悬殊。

    其他同级标题字数相近，只有一个相差很多，读来不齐整。

    来源：公文写作惯例
    选项：apart 相差几个字才提示
    选项：close 其余标题相差几个字以内算整齐
    Bad:
        heading1| 一、加强组织领导
        heading1| 二、压实工作责任
        heading1| 三、严格督查考核
        heading1| 四、⟦大力营造人人参与的浓厚社会氛围⟧
    Good:
        heading1| 一、加强组织领导
        heading1| 二、压实工作责任
        heading1| 三、严格督查考核制度
    Good:
        heading1| 一、学法
        heading1| 二、用法
        heading1| 三、守法
        heading1| 四、存在的问题和努力方向
    """
    for group in siblings(reading):
        if len(group) < 4 or group[0].level > 4:
            continue
        usual = median([len(one.text) for one in group])
        odd = [one for one in group if abs(len(one.text) - usual) > apart]
        even = [one for one in group if abs(len(one.text) - usual) <= close]
        if len(odd) == 1 and len(even) == len(group) - 1 and not stock(odd[0].text):
            one = odd[0]
            said = f"这个标题{len(one.text)}字，其他同级标题约{usual:.0f}字"
            yield Spot(one.start, one.end, said, block=one.block)
