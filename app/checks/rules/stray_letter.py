"""A letter typed into a number or into the middle of a word: 2O25年, 重A点."""

from collections.abc import Iterator
from string import ascii_letters

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.commonness import commonness
from app.patterns import regex

_FORMS = str.maketrans("OoＯlIｌ", "000111")
# A year with a letter for a digit, or a number of digits and such letters only.
_NUMBER = regex(
    r"(?<![0-9A-Za-z.])(?:[12][0-9OoＯlIｌ]{3}(?=年|—|至|-|〕)|[0-9]+[OoＯlIｌ][0-9OoＯlIｌ]*[0-9](?=[\u4e00-\u9fff%，。、.])|[lI][0-9](?=[月日]))"
)
# O.6米, 2.Om, lOcm: a letter beside a decimal point or before a unit of length or weight.
_MEASURE = regex(
    r"(?<![0-9A-Za-z.])(?=[0-9.]*[OoIl])(?=[OoIl.]*[0-9])[0-9OoIl]{1,4}\.[0-9OoIl]{1,3}(?=[\u4e00-\u9fff%％～—，、。；）×-]|[kcdm]?[mgL](?![A-Za-z]))"
    r"|(?<![0-9A-Za-z.])[lI][0-9OlI]{1,3}(?=(?:[kcdm]m|kg|mg|mL|ml)(?![A-Za-z]))"
)
_FLU = regex(r"(?<![A-Za-z0-9])H[0-9lI]N[0-9lI](?![A-Za-z0-9])")
_LETTER = regex("(?<=[\u4e00-\u9fff])[A-Za-z](?=[\u4e00-\u9fff])")
# 维C片, A类, B超, 第C组: letters that are part of a name.
_NAMED_BEFORE = frozenset("维第乙甲丙丁和或与及为是型级类选在到按从由含个")
_NAMED_BEHIND = frozenset(
    "类级型股座区栋班组队卷照轮罩期线岗种族段本盘口形柱档项等票城幢馆厅室层楼门站超光证位池库系字肝病粉片"
)
_COMMON = 30


@rule(
    group="待填与杂质",
    severity=Severity.WARNING,
    idle=True,
    triggers=(*ascii_letters, "Ｏ", "ｌ"),
    yields_to=("left_placeholder",),
)
def stray_letter(paragraph: Paragraph) -> Iterator[Spot]:
    """混入字母。

    数字里的0、1误打成字母O、l，或者一个词的中间夹了一个字母，多半是输入时误触或者扫描识别的错误。

    来源：公文校对惯例
    Bad: 项目于⟦2O23⟧年启动，⟦20l9⟧年以来累计投入3亿元。 -> 项目于2023年启动，2019年以来累计投入3亿元。
    Bad: 每年⟦l2⟧月底前缴清。 -> 每年12月底前缴清。
    Bad: 接种甲型⟦HlN1⟧流感疫苗。 -> 接种甲型H1N1流感疫苗。
    Bad: 各支部要认⟦c⟧真组织学习，全力推⟦b⟧进项目建设。 -> 各支部要认真组织学习，全力推进项目建设。
    Bad: 沟深⟦O.6⟧米，桩高⟦2.O⟧m，横档粗⟦lO⟧cm。 -> 沟深0.6米，桩高2.0m，横档粗10cm。
    Good: 项目于2023年启动，接种甲型H1N1流感疫苗，认真组织学习。
    Good: 发行A股，评为B类，驾驶C照车辆，做B超检查，补充维C片剂，第A组先赛，选B项。
    Good: 电话10I型，设备型号为3O2B，水的分子式是H2O。
    """
    text = paragraph.text
    if text.isascii():
        return
    for pattern in (_NUMBER, _MEASURE, _FLU):
        for found in pattern.finditer(text):
            right = _right(found[0])
            if right != found[0]:
                yield Spot(*found.span(), "数字里混入了字母", right)
    for found in _LETTER.finditer(text):
        before, behind = text[found.start() - 1], text[found.end()]
        if before in _NAMED_BEFORE or behind in _NAMED_BEHIND:
            continue
        if commonness(before + behind) >= _COMMON:
            yield Spot(*found.span(), f"“{before}{behind}”中间混入了字母", "")


def _right(written: str) -> str:
    """Return a number with digits for the letters that look like them."""
    if written[0] != "H":
        return written.translate(_FORMS)
    return "H" + written[1].translate(_FORMS) + "N" + written[3].translate(_FORMS)
