"""A question within a statement that bears its mark, and one that lacks it."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_WHAT = "哪些|哪个|哪里|是否|能否|有没有|有无|多少|几个|如何|怎样|怎么|为什么|什么|谁"
# 摸清还有哪些人没有到场？并登记
_TOLD = regex(
    rf"(?:摸清|弄清|查清|查明|搞清|分清|问清|看清|写清|讲清|厘清|不清楚|不知道|不明确|尚不明|难以确定|说明|注明|核实|确认|核对|了解清楚|掌握)"
    rf"[^。；！？：你您]{{0,14}}?(?:{_WHAT})[^，。；！？：]{{2,24}}(?P<mark>？)(?P<end>”?)(?P<next>并|然后|再|后|以便|及时|$)?"
)
# 核实停电的原因是什么？并报告
_ASIDE = regex(
    r"(?:摸清|弄清|查清|查明|搞清|问清|写清|讲清|说明|注明|写明|核实|确认|核查|了解|报告)[^。；！？：你您]{1,20}?(?:是什么|有哪些|是谁|是多少|有多少|在哪里|为什么|怎么办)(?P<mark>？)(?=并(?!且)|以便|然后|再)"
)
# 病根究竟在哪里。
_OPEN = regex(
    r"(?:^\s*|(?<=[。！？]))(?P<before>[^。！？；：“”]{0,40}?)(?:究竟|(?<![持行责战帮抓管干])到底)[^，。！？；：“”]{0,12}?(?:哪里|什么|怎么办|为什么|何在|谁|如何是好)(?P<mark>。)"
)
_HEARD = regex(
    "[知管论晓想教谈说看问查析究]|明白|无论|不管|任凭|[了理]解|清楚|弄清|搞清|忘|猜|记得|关心|在于|取决|告诉"
)
# 这样怎么能让人放心。
_ASKED = regex(
    r"(?:(?:怎么|怎|岂|哪|何以)(?:能|会|敢)(?!够?不)|难道|岂不是|凭什么)[^，。；！？：不定]{3,30}(?P<mark>。)(?!”)"
    r"|吗(?P<stop>。)"
)
# 谁来负责？怎么负责？是必须明确的问题
_TOPIC = regex("(?P<mark>？)(?=是[^，。？！；]{0,14}(?:问题|关键|课题)[，。；])")
_REALLY = ("究竟", "到底")
_YOU = regex("[你您]")
_QUOTED = regex("“[^”]*$")
_KNOWN = regex("[知管论晓想教谈说]|明白|研究|无论|不管|不问|任凭|[了解]")


@rule(
    group="标点",
    severity=Severity.HINT,
    idle=True,
    triggers=(
        "？",
        "吗。",
        "究竟",
        "到底",
        *("怎么", "怎能", "怎会", "岂", "哪能", "哪会", "哪敢", "难道", "凭什么"),
    ),
)
def question_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """问号用得不当或者该用没用。

    “摸清还有哪些人没有到场”只是陈述，句里有“哪些”“是否”也不用问号；“怎么能”“难道”的反问句，末尾用问号。

    来源：GB/T 15834—2011 4.2
    Bad: 请门卫核实还有哪些车辆没有登记⟦？⟧并通知车主。 -> 请门卫核实还有哪些车辆没有登记，并通知车主。
    Bad: 现在还不清楚水泵是否受潮⟦？⟧ -> 现在还不清楚水泵是否受潮。
    Bad: 水费由谁收⟦？⟧是今天要明确的问题。 -> 水费由谁收，是今天要明确的问题。
    Bad: 账都对不上，这样怎么能让大家信服⟦。⟧ -> 账都对不上，这样怎么能让大家信服？
    Bad: 请各站说明漏报的原因是什么⟦？⟧并重新报送。 -> 请各站说明漏报的原因是什么，并重新报送。
    Bad: 产量上不去，症结到底在哪里⟦。⟧专家给出了答案。 -> 产量上不去，症结到底在哪里？专家给出了答案。
    Good: 大家都想弄清症结到底在哪里。没有人知道究竟为什么。坚持到底才知道难在哪里。
    Good: 你知道还有哪些车辆没有登记吗？他不知道怎么会有这样的事。
    Good: 水泵是否受潮，要及时说明。这样怎么能让大家信服？
    """
    text = paragraph.text
    for found in _TOLD.finditer(text) if "？" in paragraph.literals else ():
        asked = _YOU.search(text, max(found.start() - 8, 0), found.end())
        if asked or text[found.start("mark") - 1] in "吗呢" or "“" in found[0]:
            continue
        right = "，" if found["next"] else "。"
        yield Spot(*found.span("mark"), "这里是陈述，不用问号", right)
    aside = (*_ASIDE.finditer(text), *_TOPIC.finditer(text)) if "？" in paragraph.literals else ()
    for found in aside:
        yield Spot(*found.span("mark"), "这里是陈述，不用问号", "，")
    for found in _OPEN.finditer(text) if not paragraph.literals.isdisjoint(_REALLY) else ():
        if not _HEARD.search(found["before"]):
            yield Spot(*found.span("mark"), "疑问的句子末尾用问号", "？")
    for found in _ASKED.finditer(text) if paragraph.literals != {"？"} else ():
        name = "mark" if found["mark"] else "stop"
        before = text[max(found.start() - 12, 0) : found.start()]
        if not _KNOWN.search(re.split("[，。；]", before)[-1]):
            yield Spot(*found.span(name), "反问、疑问的句子末尾用问号", "？")
