"""Paragraphs that turn away from the numbered section before them and speak of the whole."""

from __future__ import annotations

from collections.abc import Iterable

from app.document.model import SPACES
from app.patterns import regex

_OFFICES = "各(?:有关|相关|责任|牵头|配合|成员)?(?:单位|部门|级|地|村|乡|镇|街道|科室)"
# Said behind the last of several sections whose text stands in the paragraph of their number.
_TRANSITION = regex(
    "在?(?:肯定|看到|总结|取得).{0,8}成绩|回顾|回首|总之|总的|综上|同志们|以上|上述|对照|虽然|尽管|"
    "但是，|下一步|下步|今后|接下来|当前，|会议|实践|同时，我们|"
    f"{_OFFICES}|"
    "我们(?:要|也|还)|存在的.{0,6}问题|在今后|新的一年|明年|今年，我们|希望|当然，"
)
# Said behind the last section even where that has paragraphs of its own. What a group says its
# topic is belongs to a section whose heading names the topic.
_MERIT = "(?:成绩|成效|进展|进步|效果|好评|肯定)"
_FAULT = "(?:问题|不足|缺点|差距|短板|薄弱|困难)"
_CLOSING = regex(
    "(?:在?(?:肯定|看到|总结|取得).{0,8}成绩|虽然.{0,12}成绩|存在的.{0,6}(?:问题|不足|困难)|"
    "(?P<faults>(?:当然|同时|但是?|与此同时|此外|另外)，?.{0,16}(?:问题|不足|缺点|差距|短板|薄弱))|"
    f"(?:一年来|半年来|总的看|回顾)?.{{0,16}}{_MERIT}[，,]但(?:是[，,]?|同时|仍|还|也|与).{{0,16}}{_FAULT}|"
    "(?P<year>(?:20[0-9]{2}年|下半年|明年|下一年度?|新学期|下学期)[，,]?"
    "(?:我们?|全[国省市县区镇乡局校院]|本[局校院部]).{0,4}(?:将|要))|"
    "(?P<plans>下一步|下步|今后|在今后|接下来|新的一年|明年)|"
    f"(?P<asks>请?{_OFFICES})|"
    "(?P<all>(?:以上|上述)这?(?:[0-9０-９]+|[一二三四五六七八九十两几]+)[起个名件类项位宗例])|"
    "希望|总之|总的(?:来看|来说|说来)|综上|以上(?!述)|让我们)"
)
_PLANS = regex("下一?步|今后|打算|计划|安排|努力|方向|思路|措施|整改|建议|目标|工作$")
_TOPICS = {
    "all": regex("(?!)"),  # the cases counted are those of all sections
    "asks": regex("要求|保障|组织|领导|责任|监督|督|考核|实施|步骤|安排"),
    "faults": regex("问题|不足|缺点|差距|短板|困难|薄弱|原因|剖析|检查"),
    "year": _PLANS,
    "plans": _PLANS,
}


def speaks_of_whole(text: str) -> bool:
    """Tell whether a paragraph by its first words speaks of more than the item before it."""
    return _TRANSITION.match(text.lstrip(SPACES)) is not None


def closes(text: str, headings: Iterable[str], before: Iterable[str]) -> bool:
    """Tell whether a paragraph closes a row of sections that have paragraphs of their own.

    Not where one of the `headings` it stands below names its topic, nor where one of the
    paragraphs `before`, those of the row, opens with the same words: then it is each section's own.
    """
    found = _CLOSING.match(text.lstrip(SPACES))
    if found is None:
        return False
    topic = _TOPICS.get(found.lastgroup or "", _TOPICS["faults"])
    if any(topic.search(heading) for heading in headings):
        return False
    return not any(other.lstrip(SPACES).startswith(found[0]) for other in before)
