"""A fixed phrase with one character wrong, missing or too many."""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.likelihood import language
from app.checks.slips.phrases import Miss, misses
from app.document.model import Role
from app.patterns import regex

# 将有关情况报县政府: the last character is a verb of what follows.
# 在民主评议中党员要……: a place or time is told within what opens with 在.
_WITHIN = regex("[中时后前里]")
_GOES_ON = regex("(?<=[报送交发])[县市省区镇乡局办党国上州各]")


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    seek=misses,
    yields_to=(
        "wrong_word",
        "formulation_misquote",
        "superseded_formulation",
        "confusable_word",
        "formulation_wording",
    ),
)
def near_miss_phrase(paragraph: Paragraph) -> Iterator[Spot]:
    """固定搭配只差一字。

    与公文固定搭配、提法只差一个字（音近、形近、漏字、多字、颠倒），多半是误写。所差的字音形都不近，或者少一字也成话的，只作提示。

    来源：固定搭配词表与提法表（resources/lexicons）
    Bad: 坚持以⟦习近平新时代中国特社会主义思想⟧为指导
    Bad: 对相关责任人予以⟦通报评批⟧
    Bad: 完善⟦村归民约⟧，倡树新风
    Good: 将工作情况报县防汛办，把落实情况报市局备案。
    Good: 完善村规民约，予以通报批评。
    Good: 加强食品药品全链条监管，组建老兵应急队，有关情况报县政府，敢抓敢管促落实。
    Good: 党的十九大、十四五规划，考核干部工作实绩。
    Good: 下辖青云路街道办事处、临江路街道办事处、学府路街道办事处。
    Good: 在民主评议中党员要自我总结，日常监管到位，今年关键是要解决饮水问题，每个街道办事处负责两个，党务、团务管理，新建污水处理场。
    """
    if paragraph.role is Role.OBJECT:
        return
    found: Sequence[Miss] = paragraph.suspects
    for miss in found:
        written = paragraph.text[miss.start : miss.end]
        # What a paragraph writes more than once is meant: 青云路街道办事处、学府路街道办事处.
        if (
            paragraph.text.count(written) > 1
            or written in language().office
            or _GOES_ON.match(paragraph.text, miss.end)
            or (
                paragraph.text[miss.start - 1 : miss.start] == "在"
                and len(written) > len(miss.phrase)
                and _WITHIN.search(written)
            )
        ):
            continue
        severity = None if miss.sure and not _shortened(written, miss.phrase) else Severity.HINT
        said = f"“{written}”与“{miss.phrase}”只差一字，疑误"
        yield Spot(miss.start, miss.end, said, severity=severity)


def _shortened(written: str, phrase: str) -> bool:
    """Whether a phrase lacks one character of its last word, as short names do: 小型库, 信用贷."""
    whole = len(written) == 3 and len(phrase) == 4 and written[:2] == phrase[:2]
    return whole and written[2] in phrase[2:]
