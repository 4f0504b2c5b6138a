"""Quotation marks without their other half."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.patterns import regex

_PAIRS = {"”": "“", "’": "‘"}
_SAID = 80  # characters of a sentence said
_CLAUSE = 40  # of a clause
_TERM = regex("[\u4e00-\u9fff]{2,8}")  # “微创“概念: what is quoted is but a word
_AFTER_CLOSING = "，。、；：？！）》…—的等和与及"


def alone(paragraph: Paragraph) -> tuple[bool, tuple[Spot, ...]] | None:
    """Return the marks of a paragraph that lack their other half: a facts function.

    With them, first: whether it opens with a mark, as one does in which what is said goes on.
    """
    text = paragraph.text
    openings: list[int] = []
    lonely: list[int] = []
    for literal, at, _ in paragraph.hits:
        if literal in "“‘":
            openings.append(at)
        elif openings and text[openings[-1]] == _PAIRS[literal]:
            openings.pop()
        elif not _apostrophe(text, at):
            lonely.append(at)
    unclosed = [at for at in openings if at or text[at] != "“"]
    spots = (*_closings(text, lonely), *_openings(text, unclosed))
    opens = text.lstrip().startswith("“")
    return (opens, spots) if opens or spots else None


@rule(
    group="标点",
    severity=Severity.ERROR,
    scope="document",
    triggers=("“", "”", "‘", "’"),
    facts=alone,
    yields_to=("straight_quotes",),
)
def unbalanced_quotes(reading: Reading) -> Iterator[Spot]:
    """引号不成对。

    引号要前后成对。连续几段的引文每段开头用前引号、只在最后一段用后引号，不算缺。

    来源：GB/T 15834—2011 4.8
    Bad: 落实⟦“两个维护要求⟧
    Bad: 落实“两个维护⟦“⟧，做到知行合一 -> 落实“两个维护”，做到知行合一
    Bad: 推行“首问负责⟦“⟧制度，办事快了。 -> 推行“首问负责”制度，办事快了。
    Bad: 落实⟦”⟧两个维护”要求 -> 落实“两个维护”要求
    Bad: 落实“两个维护”⟦”⟧要求 -> 落实“两个维护”要求
    Bad: 他常说：⟦“井下只有一个规矩，党员先下、党员后上。⟧几十年来，这句话一代一代传下来。
    Good: 增强“四个意识”、坚定“四个自信”、做到“两个维护”。
    Good: “第一段引文，引文还没有完，
    Good:
        他回答：“明年要办好两件事。一件是修路。
        “另一件是引水，今冬就要动工。”
    Good: 他说：“要学‘三严三实’，做到知行合一。”
    Good: 那是it’s的缩写，’98新春音乐会
    """
    found = dict(reading.present())
    for block, (_, spots) in found.items():
        text = reading.document.blocks[block].text
        below, _ = found.get(block + 1, (False, ()))
        last = text.rfind("”")
        for spot in spots:
            goes_on = text[spot.start] == "“" and spot.start > last and spot is spots[-1]
            if not (goes_on and below):
                yield spot.at(block)


def _closings(text: str, lonely: list[int]) -> Iterator[Spot]:
    """Report closing marks without an opening one; the first of two stands for an opening one."""
    waiting = lonely[::-1]
    while waiting:
        at = waiting.pop()
        partner = waiting[-1] if waiting else -1
        if text[at - 1 : at] in _PAIRS:
            yield Spot(at, at + 1, "多了一个后引号", "", title="删去多余的引号")
        elif partner > at + 1 and text[partner] == text[at]:
            waiting.pop()
            yield Spot(at, at + 1, "这里应当是前引号", _PAIRS[text[at]])
        else:
            yield Spot(at, at + 1, "后引号没有对应的前引号")


def _openings(text: str, openings: list[int]) -> Iterator[Spot]:
    """Report opening marks never closed; the second of two stands for a closing one."""
    waiting = openings[::-1]
    while waiting:
        at = waiting.pop()
        partner = waiting[-1] if waiting else -1
        follows = text[partner + 1 : partner + 2]
        if (
            partner > at + 1
            and text[partner] == text[at]
            and (follows in _AFTER_CLOSING or _TERM.fullmatch(text, at + 1, partner))
        ):
            waiting.pop()
            closing = "”" if text[at] == "“" else "’"
            yield Spot(partner, partner + 1, "这里应当是后引号", closing)
        else:
            yield Spot(at, _reach(text, at), "前引号没有对应的后引号")


def _reach(text: str, at: int) -> int:
    """Return where the clause ends in which the closing mark is to be looked for.

    What somebody says goes on up to the end of a sentence at least.
    """
    stop = text.find("。", at + 1, at + _SAID)
    if text[at - 1 : at] in ("：", ":") and stop >= 0:
        return stop + 1
    end = min(len(text), at + _CLAUSE)
    stops = [text.find(mark, at + 1, end) for mark in "，。；：？！“"]
    return min([stop for stop in stops if stop >= 0], default=end)


def _apostrophe(text: str, at: int) -> bool:
    """Whether a mark stands for letters or a century left out: it’s, ’98."""
    if text[at] != "’":
        return False
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 4]
    short = behind[:2].isdecimal() and not behind[2:].isdecimal()
    return (before.isascii() and before.isalnum()) or short
