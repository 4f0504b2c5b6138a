"""Guiding thoughts after the meetings, or out of their order."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_MEETING_FIRST = regex(
    r"(党的(?:十九|二十)大[^。；]{0,40}?全会(?:精神)?)，(?:深入|全面|认真)?(?:学习)?(?:贯彻)?(?:落实)?(习近平新时代中国特色社会主义思想)(?!主题教育)"
)


@rule(group="提法", severity=Severity.HINT, triggers=("习近平新时代中国特色社会主义思想",))
def thought_order(paragraph: Paragraph) -> Iterator[Spot]:
    """指导思想应在会议精神之前。

    通行的次序是先指导思想，后党的代表大会和全会精神，再是上级会议和部署。

    来源：提法惯例
    Bad: 认真学习⟦党的十九大和十九届二中、三中全会精神，深入贯彻习近平新时代中国特色社会主义思想⟧，抓好落实。
    Good: 以习近平新时代中国特色社会主义思想为指导，全面贯彻党的十九大和十九届二中、三中全会精神。
    """
    for found in _MEETING_FIRST.finditer(paragraph.text):
        yield Spot(*found.span(), "指导思想一般写在会议精神之前")
