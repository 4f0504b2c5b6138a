"""A word of one character put for another of like sound: 请勿再走廊停留 for 请勿在走廊停留."""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.people import people, within
from app.checks.slips.lone_words import Exchanged, exchanged_words
from app.document.model import Role


@rule(
    group="词语",
    severity=Severity.HINT,
    idle=True,
    seek=exchanged_words,
    yields_to=(
        "wrong_word",
        "confusable_word",
        "formulation_misquote",
        "near_miss_phrase",
        "idiom_slip",
        "particle_slip",
        "likely_slip",
        "doubled_character",
        "exchanged_characters",
        "dropped_character",
        "broken_frame",
    ),
)
def lone_word(paragraph: Paragraph) -> Iterator[Spot]:
    """单字词用错。

    “再”和“在”、“以”和“已”、“于”和“与”这些单字词读音相近，拼音输入时容易选错。前后的词语都不与写出的字连用，却常与另一个字连用，多半是选错了。

    来源：词语搭配统计（resources/lexicons/README.md）；公文校对惯例
    Bad: 各部门要高度重视⟦着⟧项工作。
    Bad: 请勿⟦再⟧教室内喧哗。
    Bad: 企业复工前要⟦队⟧设备进行检查。
    Good: 各部门要高度重视这项工作，请勿在教室内喧哗，复工前要对设备进行检查。
    Good: 组建突击队11支，对队伍再动员，与上年相比增长，由有关部门负责。
    Good: 病、事假期间工资照发，出席人员有马再军、徐安、周维民。
    """
    if paragraph.role in (Role.OBJECT, Role.SIGNATURE, Role.COPIES):
        return
    named = people(paragraph.text)
    found: Sequence[Exchanged] = paragraph.suspects
    for word in found:
        if within(word.start, named):
            continue
        said = f"“{word.wrong}”疑为“{word.right}”，两字音近或形近"
        yield Spot(word.start, word.end, said)
