"""巡视 of a county committee, 巡察 of the centre: the two words for two levels."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.han import clause_start
from app.checks.lookback import titled
from app.document.model import Role
from app.patterns import regex

_UPPER = regex(
    r"(?:中央|省委|自治区党委)(?P<word>巡察)(?=组|工作|办|反馈|整改|意见)(?!.{0,8}(?:市县|上下))"
)
_LOWER = regex(
    r"(?<!省)(?:[县区旗]委|[^省会]市委)(?:第[一二三四五六七八九十]+)?(?P<word>巡视)(?=组|办|工作领导小组|反馈|整改|机构)"
)
_BARE = regex(r"(?:常规|提级|交叉|机动|专项|本轮|进行了?|开展了?)(?P<word>巡视)(?!巡察)")
_HIGH = regex(r"中央|省委|省纪委|国家|自治区")


def inspections(paragraph: Paragraph) -> tuple[int, tuple[tuple[int, int, str], ...]] | None:
    """Return how often 巡察 stands in a paragraph, and the doubtful words: a facts function."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    found = [(*m.span("word"), "巡视") for m in _UPPER.finditer(text)]
    found += [(*m.span("word"), "巡察") for m in _LOWER.finditer(text)]
    for m in _BARE.finditer(text):
        low = clause_start(text, m.start())
        if not _HIGH.search(text[low : m.end() + 12]):
            found.append((*m.span("word"), "常规"))
    kept = tuple([one for one in found if not titled(text, one[0], one[1])])
    count = text.count("巡察")
    return (count, kept) if count or kept else None


@rule(
    group="提法",
    severity=Severity.WARNING,
    scope="document",
    triggers=("巡视", "巡察"),
    facts=inspections,
)
def inspection_term(reading: Reading) -> Iterator[Spot]:
    """“巡视”与“巡察”混用。

    中央和省、自治区、直辖市党委开展的是巡视，市、县党委开展的是巡察。

    来源：《中国共产党巡视工作条例》
    Bad: 省委⟦巡察⟧组反馈意见 -> 省委巡视组反馈意见
    Bad: 县委第三⟦巡视⟧组进驻我局 -> 县委第三巡察组进驻我局
    Bad: 做好中央⟦巡察⟧整改工作 -> 做好中央巡视整改工作
    Bad:
        区委第三巡察组对局党组进行了常规⟦巡视⟧，并反馈了巡察意见。 -> 区委第三巡察组对局党组进行了常规巡察，并反馈了巡察意见。
        局党组抓好巡察整改。
    Good: 中央巡视组、省委巡视组和县委巡察组，巡视巡察上下联动。
    Good:
        配合省委巡视组对市县开展巡视，做好区委巡察工作。
        抓好巡察整改和巡视整改。
    Good: 学习《中国共产党巡视工作条例》，市委巡察办开展常规巡察。
    """
    found = list(reading.present())
    local = sum(count for _, (count, _) in found)
    for block, (_, spots) in found:
        for start, end, right in spots:
            if right != "常规":
                yield Spot(start, end, f"这一级开展的是“{right}”", right, block=block)
            elif local > 1:
                yield Spot(start, end, "市、县党委开展的是“巡察”", "巡察", block=block)
