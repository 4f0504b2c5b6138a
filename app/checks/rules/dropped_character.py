"""A character left over of a word whose other character is missing."""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.people import people, within
from app.checks.slips.gaps import Gap, gaps
from app.document.model import Role


@rule(
    group="词语",
    severity=Severity.HINT,
    idle=True,
    seek=gaps,
    yields_to=(
        "wrong_word",
        "near_miss_phrase",
        "cut_phrase",
        "idiom_slip",
        "formulation_misquote",
        "likely_slip",
        "exchanged_characters",
        "doubled_character",
        "repeated_clause",
    ),
)
def dropped_character(paragraph: Paragraph) -> Iterator[Spot]:
    """疑似漏字。

    这个字单独用在这里不通，换成含有它的一个双字词就与前后的词语相合，可能漏了一个字。公文里也常单用“增、超、扩、购”一类的字，所以只作提示。

    来源：词语搭配统计（resources/lexicons/README.md）；公文校对惯例
    Bad: 为了进一步⟦高⟧工作效率，要组织发动⟦众⟧积极参与。
    Bad: 全体⟦干⟧职工要提高⟦思⟧认识。
    Bad: 维护社会⟦秩⟧稳定，积极⟦发⟧作用。
    Bad: 坚持集体领导、民主⟦策⟧程序。
    Good: 维护社会秩序稳定，积极发挥作用，坚持集体领导、民主决策程序。
    Good: 古人说：“不虑于微，始贻大患。”要牢记在心。
    Good: 检出耐药菌12株，代谢病筛查率为99.3%。
    Good: 民歌风味浓，孩子们放下饭碗往外跑，抓走访、解难题。
    """
    if paragraph.role in (Role.OBJECT, Role.SIGNATURE, Role.COPIES):
        return
    text = paragraph.text
    named = people(text)
    found: Sequence[Gap] = paragraph.suspects
    for gap in found:
        quoted = text.count("“", 0, gap.start) > text.count("”", 0, gap.start)
        if quoted or within(gap.start, named):
            continue
        said = f"“{text[gap.start]}”疑为“{gap.word}”，漏了一个字"
        yield Spot(gap.start, gap.end, said)
