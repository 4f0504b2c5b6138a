"""A whole word put for another of the same sound: 支部书籍 for 支部书记."""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.likelihood import language
from app.checks.language.people import people, within
from app.checks.language.spoken import spoken
from app.checks.reading.passages import told
from app.checks.slips.homophones import Homophone, homophones
from app.document.model import Role

_RARE = 165  # what a word costs that is no usual one


def heard(paragraph: Paragraph) -> tuple[Homophone, ...] | None:
    """Return the words that another of their sound would stand for better: a facts function."""
    if paragraph.role in (Role.OBJECT, Role.SIGNATURE, Role.COPIES, Role.BLANK):
        return None
    found: Sequence[Homophone] = paragraph.suspects
    names = people(paragraph.text)
    return tuple([w for w in found if not within(w.start, names)]) or None


@rule(
    group="词语",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    seek=homophones,
    facts=heard,
    yields_to=(
        "wrong_word",
        "confusable_word",
        "likely_slip",
        "near_miss_phrase",
        "idiom_slip",
        "formulation_misquote",
        "doubled_character",
        "exchanged_characters",
        "dropped_character",
        "unit_name",
        "variant_word",
    ),
)
def homophone_word(reading: Reading) -> Iterator[Spot]:
    """同音词选错。

    拼音输入时整个词选错了：这个词和前后的词从不连用，换成同音的另一个词却是常见的搭配（“担任支部书籍”应为“担任支部书记”）。同样的写法在文中反复出现时视为专门用语，不再提示；把握不大的只作提示。

    来源：词语搭配统计（resources/lexicons/README.md）；公文校对惯例
    Bad: 做好这项工作具有重要⟦异议⟧。
    Bad: 由张强同志担任支部⟦书籍⟧。
    Bad: 以⟦时机⟧行动为全县发展作贡献。
    Bad: 以上意见供⟦参靠⟧。
    Good: 做好这项工作具有重要意义，由张强同志担任支部书记，以实际行动作贡献。
    Good: 对处理决定有异议的，可以提出申诉；购置一批书籍，抓住有利时机。
    Good: 全县各乡镇高度重视，一时之间办理完毕，请遵照执行。
    """
    found = [(block, word) for block, words in reading.present() for word in words]
    if not found:
        return
    texts = reading.document.texts
    beside = [_beside(texts[block], word) for block, word in found]
    seen = told({one for two in beside for one in two}, texts)
    for (block, word), two in zip(found, beside, strict=True):
        if any(seen[one] > 1 for one in two):
            continue
        said = f"“{word.wrong}”疑为“{word.right}”，两词同音"
        sure = word.sure and not spoken(reading.document.blocks[block].text)
        severity = None if sure else Severity.HINT
        yield Spot(word.start, word.start + 2, said, block=block, severity=severity)


def _beside(text: str, word: Homophone) -> tuple[str, str]:
    """Return a word with the character before it, and with the one behind it; a rare one alone.

    A usual word stands elsewhere in the text where it belongs, a rare one is a term or a name.
    """
    if language().single(word.wrong) >= _RARE:
        return word.wrong, word.wrong
    return text[max(word.start - 1, 0) : word.start + 2], text[word.start : word.start + 3]
