"""Parts of a score that do not make up the whole: 满分100分，其中笔试60分、面试50分."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_TOTAL = regex("(?:总分|满分|总分值|合计|共计)(?:为|是|共|计)?(?P<claim>[0-9]{2,4})分(?![钟之])")
_PART = regex(
    "(?P<before>[^，。；、：（）0-9]{0,12}?)(?:占|计|为|共|各)?(?<![0-9.—～－-])(?P<n>[0-9]{1,3}(?:\\.5)?)分(?![钟之以及])"
)
_SENTENCE = regex("[^。]+")
_RATED = regex(
    "扣|加分|减|每|得[0-9]|达到|不低于|高于|低于|及格|合格|不足|以上|以下|平均|各[0-9]|—|～|至[0-9]|其余|另"
)
_SHARE = regex(
    r"(?:笔试|面试|考试|考核|测评|平时|过程|业绩|实绩|民主|日常|年终|专家|群众|网络|实操|理论|期末|期中)[^，。；、：0-9]{0,10}?(?P<n>[0-9]{1,3})[%％]"
)
_WEIGHT = regex("成绩|权重|总分|得分|评分|考核")


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=("总分", "满分", "合计", "共计", "成绩", "权重", "得分"),
)
def score_total(paragraph: Paragraph) -> Iterator[Spot]:
    """各项分值与总分不符。

    一句里说了满分，又列出各项分值的，各项相加应当等于满分；各项成绩所占的百分比相加应当是100%。

    来源：公文校对惯例
    Bad: 评选满分⟦100⟧分，其中组织领导30分、制度建设40分、工作成效40分。
    Bad: 综合成绩中笔试成绩占60%，⟦面试成绩占50%⟧。
    Good: 评选满分100分，其中组织领导30分、制度建设40分、工作成效30分。
    Good: 综合成绩中笔试成绩占60%，面试成绩占40%。总分100分，每迟到一次扣2分，缺席一次扣5分。
    Good: 评价总分值200分，三档140分，二档160分，一档180分。
    Good: 满分100分，85分以上为优秀，60分至84分为合格。
    """
    if paragraph.role is Role.OBJECT:
        return
    yield from paragraph.placed(_told(paragraph.figures.text))


def _told(text: str) -> Iterator[Spot]:
    """Report scores and weights of each sentence that do not make up the whole."""
    for sentence in _SENTENCE.finditer(text):
        yield from _scores(sentence[0], sentence.start())
        yield from _shares(sentence[0], sentence.start())


def _scores(text: str, at: int) -> Iterator[Spot]:
    """Report a total that the parts listed in the same sentence do not make up."""
    totals = [*_TOTAL.finditer(text)]
    if len(totals) != 1 or _RATED.search(text):
        return
    claim = totals[0]
    parts = [
        float(part["n"])
        for part in _PART.finditer(text)
        if not claim.start() <= part.start("n") < claim.end()
    ]
    total = int(claim["claim"])
    # Two above half of it are bounds: 140分合格，160分优秀.
    bounds = sum(2 * part > total for part in parts) > 1
    if (
        len(parts) > 1
        and not bounds
        and sum(parts) != total
        and 2 * sum(parts) > total > max(parts)
    ):
        start, end = claim.span("claim")
        yield Spot(at + start, at + end, f"各项相加是{sum(parts):g}分，请核对")


def _shares(text: str, at: int) -> Iterator[Spot]:
    """Report the last of two or more weights of marks that do not make up the whole."""
    found = [*_SHARE.finditer(text)]
    if len(found) < 2 or not _WEIGHT.search(text) or _RATED.search(text):
        return
    share = sum(int(one["n"]) for one in found)
    if share != 100 and 80 <= share <= 130 and text.count("%") + text.count("％") == len(found):
        start, end = found[-1].span()
        yield Spot(at + start, at + end, f"各项百分比相加是{share}%，请核对")
