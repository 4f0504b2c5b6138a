"""A score without its unit where the others of the paper have it: （20分）……（20）."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.patterns import regex

_SCORE = regex(r"[（(](?P<score>[0-9]{1,3}(?:\.5)?)(?P<unit>分?)[)）](?=[。；，、：:\s]|$)")
_SEVERAL = 3  # scores with their unit that show what the others are


def scores(paragraph: Paragraph) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """Return how many scores in brackets have their unit, and where others lack it."""
    told = 0
    bare: list[tuple[int, int]] = []
    for found in _SCORE.finditer(paragraph.text):
        if found["unit"]:
            told += 1
        elif found.start():  # a number that opens the paragraph is no score
            bare.append(found.span("score"))
    return (told, tuple(bare)) if told or bare else None


@rule(
    group="数字",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=tuple([f"{sign}{mark}" for sign in "0123456789分" for mark in "）)"]),
    facts=scores,
)
def score_unit(reading: Reading) -> Iterator[Spot]:
    """分值缺“分”。

    各项分值都写“（20分）”的，个别一处只写“（20）”，是漏了“分”。

    来源：公文校对惯例
    Bad:
        组织领导有力（20分）；制度健全（30分）。
        工作成效明显（30分）；资料齐全（⟦20⟧）。 -> 工作成效明显（30分）；资料齐全（20分）。
    Good:
        组织领导有力（20分）；制度健全（30分）。
        工作成效明显（30分）；资料齐全（20分）。
    Good: 组织领导（20）、制度建设（30）、工作成效（50）。
    """
    found = [*reading.present()]
    told, bare = sum(many for _, (many, _) in found), sum(len(places) for _, (_, places) in found)
    if told < _SEVERAL or bare >= told:
        return
    for block, (_, places) in found:
        for start, end in places:
            score = reading.document.texts[block][start:end]
            yield Spot(start, end, "其他各处都有“分”，这里疑漏", f"{score}分", block=block)
