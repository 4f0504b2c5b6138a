"""第一…第三, 首先…再次, （1）…（3） inside a paragraph: one of the row is left out or told twice."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese
from app.patterns import regex

_HEAD = r"(?:^|(?<=[。；：，！？”）]))\s*"
_FORMS = (
    (regex(rf"{_HEAD}第(?P<n>[一二三四五六七八九十])(?=[，、])"), "第{}"),
    (regex(rf"{_HEAD}其(?P<n>[一二三四五六七八九])(?=[，、是：])"), "其{}"),
    (regex(r"（(?P<n>[1-9]|1[0-9])）(?=[\u4e00-\u9fff“《])"), "（{}）"),
    (regex(r"(?P<n>[①②③④⑤⑥⑦⑧⑨⑩])"), "{}"),
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_CHINESE = "一二三四五六七八九十"
_CITED = regex("见|参见|详见|第|款|项|式|表|图|附")
_WORD = regex(rf"{_HEAD}(?P<word>首先|其次|再次|再者|第二)(?=[，是要])")


@rule(
    group="编号",
    severity=Severity.WARNING,
    idle=True,
    triggers=("第一", "第二", "其一", "其二", "（1）", "（2）", "①", "②", "首先", "再次"),
)
def inline_sequence(paragraph: Paragraph) -> Iterator[Spot]:
    """段内序号不连续。

    同一段里的“第一、第二、第三”“其一、其二”“（1）（2）（3）”“①②③”应当逐一递增；“首先”之后是“其次”，再往后才是“再次”。

    来源：GB/T 15834—2011 附录B.3；公文写作惯例
    Bad: 第一，加强领导。⟦第三⟧，加强督查。 -> 第一，加强领导。第二，加强督查。
    Bad: 要做到：（1）加强领导；（2）明确责任；⟦（4）⟧强化督查。 -> 要做到：（1）加强领导；（2）明确责任；（3）强化督查。
    Bad: ①加强领导；②明确责任；⟦②⟧强化督查。 -> ①加强领导；②明确责任；③强化督查。
    Bad: 其一，认识不足。⟦其三⟧，投入不够。 -> 其一，认识不足。其二，投入不够。
    Bad: 首先，提高认识。⟦再次⟧，强化落实。 -> 首先，提高认识。其次，强化落实。
    Bad: ①加强领导；②明确责任；⟦②⟧强化督查；③严格考核；④总结经验。
    Good: 第一，加强领导。第二，加强督查。第一，抓早。第二，抓小。
    Good: 首先，提高认识。其次，压实责任。再次，强化落实。再次感谢大家。
    Good: 按照表（1）（3）的要求，（1）加强领导；（2）明确责任。第三，本条另起。
    """
    text = paragraph.text
    for pattern, shape in _FORMS:
        last = 0
        row = _row(text, pattern, cited=shape[0] == "（")
        for place, found in enumerate(row):
            number = _value(found["n"])
            if last and number not in (1, last + 1) and abs(number - last) <= 2:
                start = found.end() - len(found[0].lstrip())
                said = f"前面是“{shape.format(_shown(last, found['n']))}”"
                # What follows counts on from the odd one: where it went wrong is not certain.
                behind = row[place + 1] if place + 1 < len(row) else None
                goes_on = behind is not None and _value(behind["n"]) == number + 1
                right = None if goes_on else shape.format(_shown(last + 1, found["n"]))
                yield Spot(start, found.end(), said, right)
                number = number if goes_on else last + 1
            elif not last and number != 1:
                break
            last = number
    words = [(found["word"], found.start("word")) for found in _WORD.finditer(text)]
    for (one, _), (other, at) in pairwise(words):
        if one == "首先" and other == "再次":
            yield Spot(at, at + 2, "“首先”之后用“其次”", "其次")


def _row(text: str, pattern: re.Pattern[str], *, cited: bool) -> list[re.Match[str]]:
    """Return the numbers of one form up to the first that names a thing cited."""
    row: list[re.Match[str]] = []
    for found in pattern.finditer(text):
        if cited and _CITED.search(text[max(found.start() - 2, 0) : found.start()]):
            break
        row.append(found)
    return row


def _value(number: str) -> int:
    """Return the value of a number in a circle, in digits or in characters."""
    return _CIRCLED.index(number) + 1 if number in _CIRCLED else from_chinese(number) or 0


def _shown(value: int, like: str) -> str:
    """Return a value written as another number is."""
    if like.isdigit() and like not in _CIRCLED:
        return str(value)
    return (_CIRCLED if like in _CIRCLED else _CHINESE)[min(value, 10) - 1]
