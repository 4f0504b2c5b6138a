"""中、小学: a mark within what is said as one word."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_WORDS = (
    ("中、小学", "(?<![、高初])中、小学(?!及|、|教研员)"),
    ("公、检、法", "公、检、法(?!、)"),
    ("初、高中", "初、高中"),
    ("工、青、妇", "工、青、妇(?!、)"),
    ("指、战员", "指、战员"),
    ("党、委", "党、委(?=和?(?:政府|领导班子|班子成员))"),
    ("干、群", "干、群(?=关系|一心|同心)"),
    ("城、乡", "(?<!、)城、乡(?=居民|一体|差距|统筹|融合)"),
)
_FOUND = regex("|".join([f"(?:{pattern})" for _, pattern in _WORDS]))


@rule(group="标点", severity=Severity.HINT, idle=True, triggers=tuple(word for word, _ in _WORDS))
def pause_in_compound(paragraph: Paragraph) -> Iterator[Spot]:
    """集合词语中间用了顿号。

    “中小学”“公检法”这样结合紧密、不会误解的集合词语，中间不用顿号。

    来源：GB/T 15834—2011 4.5.3
    Bad: 全县⟦中、小学⟧统一放假，⟦公、检、法⟧协同办案。 -> 全县中小学统一放假，公检法协同办案。
    Bad: ⟦城、乡⟧居民医保并轨，密切⟦干、群⟧关系。 -> 城乡居民医保并轨，密切干群关系。
    Good: 全县中小学统一放假，大、中、小学衔接，高中、小学分开，公、检、法、司联动，县城、乡镇。
    """
    for found in _FOUND.finditer(paragraph.text):
        right = found[0].replace("、", "")
        yield Spot(*found.span(), f"“{right}”结合紧密，中间不用顿号", right)
