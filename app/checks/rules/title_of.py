"""关于……通知 without 的."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import Title, title_line, titles
from app.patterns import regex

_KINDS = (
    "通知|通报|请示|报告|决定|决议|意见|公告|通告|批复|函|方案|议案|办法|规定|实施意见|工作方案"
)
_MISSING = regex(rf"关于.*(?<![的》）复来去公])(?<!的紧急)(?<!的补充)(?<!的联合)({_KINDS})$")
_FIRM = regex(
    r"(?:工作|安排|实施|活动|行动|总体|应急|调研|情况|调查|考察|指导|评估|评价|审计|检查|督查|监测|分析|研究|自查|调查研究|补充|修改|处理|联合|紧急)(?:方案|意见|报告|办法|规定)$|的情况通报$|的[^的]{2,6}(?:方案|意见|报告|办法|规定)$|的[^的]{2,4}(?:通知|公告|通告)$"
)
_WHOLE = regex(rf"关于.*的(?:{_KINDS})$")
_DOUBLED = regex(r"的的")


@rule(
    group="标题",
    severity=Severity.ERROR,
    scope="document",
    facts=title_line,
    yields_to=("title_kind",),
)
def title_of(reading: Reading) -> Iterator[Spot]:
    """标题缺少“的”。

    “关于……的通知”中，文种前用“的”，且只用一个。

    来源：《党政机关公文处理工作条例》第九条；公文标题写法惯例
    Bad: title| 关于召开全县组织工作会议⟦通知⟧ -> 关于召开全县组织工作会议的通知
    Bad: title| 关于召开全县组织工作会议⟦的的⟧通知 -> 关于召开全县组织工作会议的通知
    Good:
        title| 关于全县数字政府建设情况的评估报告
    Good: title| 关于召开全县组织工作会议的通知
    Good: title| 关于印发《考核办法》的通知
    Good: title| 关于加强作风建设的实施意见
    Good: title| 关于某县养老服务情况的调研报告
    Good: title| 关于一起食物中毒事件的调查处置报告
    Good: title| 关于做好森林防火工作的紧急通知
    Good: title| 关于一季度督查的情况通报
    Good: title| 关于检修三号线路的停电通知
    Good: title| 会议通知
    Good:
        title| 县教育局关于组织教师资格考试的通知
        title| 2026年教师资格考试青石考点报名通知
    Good: title| 关于冬季农田水利建设的安排意见
    """
    for title in titles(reading):
        last, block = title.lines[-1].rstrip(), title.blocks[-1]
        text = _last_of(title)
        found = _MISSING.search(text)
        if found is not None and not _FIRM.search(text) and last.endswith(found[1]):
            start = len(last) - len(found[1])
            if start:
                said = f"“{found[1]}”前缺少“的”"
                right = f"的{found[1]}"
                yield Spot(start, len(last), said, right, block=block, severity=Severity.WARNING)
        for line, at in zip(title.lines, title.blocks, strict=True):
            for twice in _DOUBLED.finditer(line):
                yield Spot(*twice.span(), "“的”重复", "的", block=at)


def _last_of(title: Title) -> str:
    """Return a title, but what stands behind a line that is a whole title where there is one."""
    lines = [line.strip() for line in title.lines]
    whole = [at for at, line in enumerate(lines[:-1]) if _WHOLE.search(line)]
    return "".join(lines[whole[-1] + 1 :] if whole else lines)
