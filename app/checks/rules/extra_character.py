"""A character too many inside a word: 困务难 for 困难."""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.people import people, within
from app.checks.slips.leftovers import Leftover, leftovers
from app.document.model import Role

_NAME = 10  # characters of a name in quotation marks
_SURE = 300  # what the text must gain without a character for that to be told for sure


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    seek=leftovers,
    yields_to=(
        "wrong_word",
        "confusable_word",
        "formulation_misquote",
        "near_miss_phrase",
        "idiom_slip",
        "torn_idiom",
        "likely_slip",
        "lone_word",
        "doubled_character",
        "exchanged_characters",
        "dropped_character",
        "homophone_word",
        "space_in_text",
    ),
)
def extra_character(paragraph: Paragraph) -> Iterator[Spot]:
    """疑似多字。

    这个字夹在一个常用词的中间，和前后都连不成词，去掉以后文句才通，多半是输入时多打的；把握不大的只作提示。

    来源：词语搭配统计（resources/lexicons/README.md）；公文校对惯例
    Bad: 帮助企业解决实际困⟦务⟧难。 -> 帮助企业解决实际困难。
    Bad: 进一步提高工作效⟦律⟧率，健全保⟦帐⟧障机制。 -> 进一步提高工作效率，健全保障机制。
    Good: 帮助企业解决实际困难，进一步提高工作效率，健全保障机制。
    Good: 抓了一批大案要案，剃光了头，挣到了钱，迈不开步子，县管乡用、乡聘村用。
    Good: 推行“师带徒”模式，负责人林晓文、张灿华，建设南屏区生态茶区。
    """
    if paragraph.role in (Role.OBJECT, Role.SIGNATURE, Role.COPIES):
        return
    text = paragraph.text
    named = people(text)
    found: Sequence[Leftover] = paragraph.suspects
    for odd in found:
        at = odd.start
        quoted = text.rfind("“", max(at - _NAME, 0), at) > text.rfind("”", 0, at)
        if quoted or within(at, named):
            continue
        severity = None if odd.gain >= _SURE else Severity.HINT
        yield Spot(at, odd.end, f"“{text[at]}”疑为多余的字（{odd.word}）", "", severity=severity)
