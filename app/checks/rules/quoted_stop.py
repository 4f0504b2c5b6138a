"""会议指出：“……”。: a whole sentence said, with its stop outside the quotation marks."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_SAYS = "指出|强调|要求|表示|认为|提出|写道|说|道|提到|重申|明确|承诺|坦言|感慨|介绍|告诉[\u4e00-\u9fff]{1,4}"
_SAID = regex(
    rf"(?:{_SAYS})：“(?=[^“”]*，|[^“”]*(?:[我你他她您]|咱们|大家|很|非常|必须|应该|[了吧吗啊呢呀]”))[^“”]{{6,}}[^。！？…”“](?P<odd>”。)"
)


@rule(group="标点", severity=Severity.HINT, idle=True, triggers=("：“",))
def quoted_stop(paragraph: Paragraph) -> Iterator[Spot]:
    """引完整的话，句号在引号外。

    “……指出：”后面整句引用别人的话，句末的句号是引文的，放在引号里面；只引几个词、不独立成句的，句号放在引号外面。

    来源：GB/T 15834—2011 4.8
    Bad: 村支书说：“水渠修通了，大家种地有了底气⟦”。⟧ -> 村支书说：“水渠修通了，大家种地有了底气。”
    Bad: 新来的驾驶员承诺：“我会把乘客安全送到家⟦”。⟧ -> 新来的驾驶员承诺：“我会把乘客安全送到家。”
    Good: 村支书说：“水渠修通了，大家种地有了底气。”
    Good: 他要求做到“早谋划、早动手”。会议强调：“三个到位”。
    """
    for found in _SAID.finditer(paragraph.text):
        yield Spot(*found.span("odd"), "整句引用，句号放在引号里面", "。”")
