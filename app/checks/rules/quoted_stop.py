"""会议指出：“……”。 and 发扬“……。”的精神: a stop on the wrong side of the closing mark."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_SAYS = "指出|强调|要求|表示|认为|提出|写道|说|道|提到|重申|明确|承诺|坦言|感慨|介绍|告诉[\u4e00-\u9fff]{1,4}"
_SAID = regex(
    rf"(?:{_SAYS})：“(?=[^“”]*，|[^“”]*(?:[我你他她您]|咱们|大家|很|非常|必须|应该|[了吧吗啊呢呀]”))[^“”]{{6,}}[^。！？…”“](?P<odd>”。)"
)


# 发扬“……。”的精神, 强调“……。”，并: what is quoted is part of the sentence.
_WITHIN = regex(r"(?<=[\u4e00-\u9fff、])“[^“”。！？]{2,60}(?P<stop>。)”(?=的(?!确|话)|，|、|；)")
# 做到“……。”: the sentence ends with words that are quoted.
_LAST = regex(
    r"(?<=[\u4e00-\u9fff])(?<![说道问答喊叫云曰写])“[^“”。！？，；：]{2,24}(?P<odd>。”)(?=\s*$|[\u4e00-\u9fff])"
)

# 说：“……！”。: the mark of what is said ends the sentence.
_TWICE = regex(rf"(?:{_SAYS})[：，]?“[^“”]{{4,}}[！？…]”(?P<stop>。)")

# 履行“一岗双责，”加强管理
_PHRASE = regex(r"(?<![说道：:，])“[^“”，。！？：]{2,8}(?P<odd>，”)(?=[\u4e00-\u9fff])")


@rule(
    group="标点",
    severity=Severity.HINT,
    idle=True,
    triggers=("：“", "，”", "。”", "！”。", "？”。", "…”。"),
)
def quoted_stop(paragraph: Paragraph) -> Iterator[Spot]:
    """引号与句号的位置不对。

    “……指出：”后面整句引用别人的话，句末的句号是引文的，放在引号里面；只引几个词、不独立成句的，句号放在引号外面，句子没有完的不用句号。

    来源：GB/T 15834—2011 4.8
    Bad: 村支书说：“水渠修通了，大家种地有了底气⟦”。⟧ -> 村支书说：“水渠修通了，大家种地有了底气。”
    Bad: 新来的驾驶员承诺：“我会把乘客安全送到家⟦”。⟧ -> 新来的驾驶员承诺：“我会把乘客安全送到家。”
    Bad: 发扬“一分部署，九分落实⟦。⟧”的作风，提出“早种早收⟦。⟧”，动员全村。 -> 发扬“一分部署，九分落实”的作风，提出“早种早收”，动员全村。
    Bad: 村里的口号是“修好渠、种好田⟦。”⟧ -> 村里的口号是“修好渠、种好田”。
    Bad: 切实履行“一岗双责⟦，”⟧抓好管护。 -> 切实履行“一岗双责”，抓好管护。
    Bad: 老支书说：“水渠修通了，真是好事！”⟦。⟧ -> 老支书说：“水渠修通了，真是好事！”
    Good: 村支书说：“水渠修通了，大家种地有了底气。”他说“好。”
    Good: 他要求做到“早谋划、早动手”。会议强调：“三个到位”。
    """
    for found in _SAID.finditer(paragraph.text):
        yield Spot(*found.span("odd"), "整句引用，句号放在引号里面", "。”")
    for found in _TWICE.finditer(paragraph.text):
        said = "引的话已经有句末的标点，引号外面不再用句号"
        yield Spot(*found.span("stop"), said, "", title="删去句号")
    for found in _PHRASE.finditer(paragraph.text):
        said, severity = "逗号不属于引的词语，放在引号外面", Severity.WARNING
        yield Spot(*found.span("odd"), said, "”，", severity=severity)
    if "。”" not in paragraph.literals:
        return
    for found in _WITHIN.finditer(paragraph.text):
        said, severity = "引的话是句子的一部分，引号里末尾不用句号", Severity.WARNING
        yield Spot(*found.span("stop"), said, "", title="删去句号", severity=severity)
    for found in _LAST.finditer(paragraph.text):
        yield Spot(*found.span("odd"), "引的话是句子的一部分，句号放在引号外面", "”。")
