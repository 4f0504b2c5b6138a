"""A meeting that is to be carried out instead of what it decided."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_FOUND = regex(
    r"(?<!部署)(?:全面|认真|深入|坚决|扎实)?(?:学习贯彻|贯彻落实|深入贯彻|全面贯彻|认真贯彻|认真落实|坚决落实|贯彻)"
    r"(?:好|了)?(?P<what>[^，。；：“”《》（）]{0,24}?(?:中央[^，。；、]{0,8}会议|[一二三四五六七八九十]大|[一二三四五六七八九十]中全会|代表大会))"
    r"(?P<end>[，。；])"
)
_WHOLE = regex(r"精神|部署|要求|决议|决定|报告|讲话|召开|情况|方案|意见")


@rule(
    group="提法",
    severity=Severity.WARNING,
    triggers=(
        "会议，",
        "会议。",
        "会议；",
        "大，",
        "大。",
        "全会，",
        "全会。",
        "全会；",
        "大会，",
        "大会。",
    ),
)
def missing_spirit(paragraph: Paragraph) -> Iterator[Spot]:
    """贯彻的是会议“精神”。

    “贯彻”“落实”的宾语应当是会议精神、会议部署，不能直接写会议。

    来源：公文语言惯例
    Bad: 认真落实⟦中央经济工作会议⟧，立足县情抓消费。 -> 认真落实中央经济工作会议精神，立足县情抓消费。
    Bad: 全面贯彻⟦党的二十大和二十届三中全会⟧，推动发展。 -> 全面贯彻党的二十大和二十届三中全会精神，推动发展。
    Good: 认真落实中央经济工作会议精神，传达学习中央农村工作会议，召开座谈会。
    Good: 学习十六大，宣传十六大，贯彻十六大，成为当年的头等大事。
    Good: 深入贯彻党的二十大和二十届历次全会精神。
    """
    for found in _FOUND.finditer(paragraph.text):
        told = f"学习{found['what']}" in paragraph.text  # 学习十六大，贯彻十六大: a slogan
        if not told and not _WHOLE.search(found["what"]):
            fix = found["what"] + "精神"
            yield Spot(*found.span("what"), "后面疑缺“精神”", fix)
