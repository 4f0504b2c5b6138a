"""Another word for oneself than the rest of the text uses: 我局 in a hospital's paper."""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_KINDS = "局|院|校|行|厂|所|处|站|厅|公司|矿|馆|园|库|商会|协会|学会|社|队|集团"
# Whose party group it is: 局党委 among 局党组.
_GROUP = regex(
    rf"(?<![\u4e00-\u9fff])(?:[经由向在对从请，]?)(?P<word>(?P<of>{_KINDS}|委)(?P<kind>党组|党委|党总支|党支部))(?!书记[\u4e00-\u9fff]{{2,3}}同志)"
)
_WE = regex(rf"(?P<word>我(?P<of>{_KINDS}))(?![们长队有里])")
_QUOTED = regex("“[^”]*$|《[^》]*$")
_MOST = 3  # times that the usual word stands where the odd one stands once


def words(paragraph: Paragraph) -> tuple[tuple[str, str, str, int, int], ...] | None:
    """Return how a paragraph names its own unit and party group, and where: a facts function."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    found: list[tuple[str, str, str, int, int]] = []
    for sort, pattern in (("我", _WE), ("党", _GROUP)):
        for m in pattern.finditer(text):
            if not _QUOTED.search(text[: m.start()]):
                kind = m["of"] if sort == "我" else m["kind"]
                owner = "" if sort == "我" else m["of"]
                found.append((sort + owner, kind, m["word"], *m.span("word")))
    return tuple(found) or None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=("我", "党组", "党委", "党总支", "党支部"),
    facts=words,
)
def self_reference(reading: Reading) -> Iterator[Spot]:
    """自称、党组织称谓前后不一致。

    医院的文稿一直说“我院”，只有一处说“我局”；一直说“局党组”，只有一处说“局党委”，多半是借用别处的材料没有改全。

    来源：公文校对惯例
    Bad:
        title| 青河市中医医院整改情况的报告
        我院认真组织整改。我院召开专题会议。
        对重复收费问题，⟦我局⟧已退回基金6.8万元。我院将举一反三。
    Bad:
        title| 中共河口区民政局党组整改进展情况的通报
        收到反馈意见后，⟦局党委⟧先后召开4次会议。
        下一步，局党组将坚持目标不变。局党组要求压实责任，局党组每月研究一次。
    Good:
        title| 河口区教育局关于办学情况的报告
        我局高度重视，我局召开会议，我局开展督查。
        某校报告称：“我校已经整改。”各学校要以我局名义发函。
    Good:
        title| 河口区民政局机关党委工作总结
        局党组高度重视，局党组专题研究，局党组带头落实，局机关党委抓好落实。
    """
    found = [(block, *one) for block, ones in reading.present() for one in ones]
    kinds: dict[str, Counter[str]] = {}
    for _, sort, kind, *_ in found:
        kinds.setdefault(sort, Counter())[kind] += 1
    own = "".join(
        [b.text for b in reading.document.blocks if b.role in (Role.TITLE, Role.SIGNATURE)]
    )
    for block, sort, kind, word, start, end in found:
        usual, most = kinds[sort].most_common(1)[0]
        odd = kinds[sort][kind] == 1 and most >= _MOST and kind != usual
        if odd and own and kind not in own:
            said = f"全文都说“{word.replace(kind, usual)}”，只有这里说“{word}”，请核对"
            yield Spot(start, end, said, block=block)
