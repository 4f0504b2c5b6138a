"""Set phrases whose numerals must be Chinese, written with Arabic digits."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_DIGITS = dict(zip("123456789", "一二三四五六七八九", strict=True))
_PHRASES = (
    "三严三实", "两学一做", "三会一课", "四个意识", "四个自信", "两个维护", "两个确立", "四议两公开",
    "三重一大", "一岗双责", "五位一体", "四个全面", "三农", "两不愁三保障", "一带一路", "八项规定",
    "四风", "三去一降一补", "六稳", "六保", "一国两制", "三公经费", "三资", "两新组织",
    "一票否决", "三个代表", "两个一百年", "七一勋章", "十四五规划", "十五五规划",
)  # fmt: skip


def _written(phrase: str) -> str:
    return "".join(
        f"[{char}{digit}]" if (digit := _digit(char)) else re.escape(char) for char in phrase
    )


def _digit(char: str) -> str:
    return next((digit for digit, han in _DIGITS.items() if han == char), "")


_FOUND = re.compile("|".join(f"(?:{_written(phrase)})" for phrase in _PHRASES))


@rule(group="数字", severity=Severity.ERROR, triggers=tuple(_DIGITS))
def arabic_digit_term(paragraph: Paragraph) -> Iterator[Spot]:
    """固定词语里用了阿拉伯数字。

    定型的词、词组、成语和缩略语里的数字用汉字。

    来源：GB/T 15835—2011 4.2.3
    Bad: 开展“⟦3严3实⟧”专题教育 -> 开展“三严三实”专题教育
    Bad: 落实⟦3会1课⟧制度 -> 落实三会一课制度
    Bad: 树牢“⟦4个意识⟧” -> 树牢“四个意识”
    Good: 开展“三严三实”专题教育
    Good: 推行“1411”工作机制，打造1把手术刀
    Good: 解决4个问题，树立意识
    Good: 购置2学时课程
    """
    for found in _FOUND.finditer(paragraph.text):
        right = "".join(_DIGITS.get(char, char) for char in found[0])
        if right != found[0]:
            yield Spot(*found.span(), f"固定词语应写“{right}”", right)
