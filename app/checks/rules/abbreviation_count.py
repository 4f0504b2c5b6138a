"""“三化” beside more or fewer members of its kind."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese

_NAMED = re.compile(
    r"(?P<items>(?:[\u4e00-\u9fff]{1,20}、)+[\u4e00-\u9fff]{1,20})(?:等)?“(?P<n>[两三四五六七八九十])(?:个|项)?(?P<key>[\u4e00-\u9fff]{1,2})”"
)

_TOLD = re.compile(
    r"“(?P<n>[两三四五六七八九十])(?:个|项|大)?(?P<key>[\u4e00-\u9fff]{2})”[\u4e00-\u9fff]{0,6}(?:：|，即|——|，做到)(?P<items>[^。；：]+)"
)


@rule(group="一致", severity=Severity.WARNING, idle=True, triggers=("“",))
def abbreviation_count(paragraph: Paragraph) -> Iterator[Spot]:
    """“几化”“几强”与所列成员数不符。

    “三化”应当有三个成员，每个都含“化”字；成员多于或少于数字时，数字或成员有误。

    来源：公文校对惯例
    Bad: 推进规范化、标准化、专业化、常态化⟦“三化”⟧建设
    Bad: 强化领导力、组织力、凝聚力⟦“四力”⟧建设
    Bad: 落实⟦“四个严禁”⟧：严禁迟到、严禁早退、严禁旷工。
    Bad: 坚持⟦“三个优先”⟧，即优先保障民生、优先支持产业、优先发展教育、优先保护生态。
    Good: 落实“三个严禁”：严禁迟到、严禁早退、严禁旷工。
    Good: 推进规范化、标准化、专业化“三化”建设
    Good: 落实需求、资源、项目“三个清单”，推进标准化、规范化和农村“四好”建设。
    """
    for found in _TOLD.finditer(paragraph.text):
        key = found["key"]
        told = re.split("[，、]", found["items"].strip("“”"))
        claimed = 2 if found["n"] == "两" else from_chinese(found["n"])
        if len(told) > 1 and all(key in item for item in told) and len(told) != claimed:
            yield Spot(found.start(), found.end("key") + 1, f"列出{len(told)}个含“{key}”的成员")
    for found in _NAMED.finditer(paragraph.text):
        key = found["key"]
        if len(key) != 1 or key in "一二三四五":
            continue
        *items, last = found["items"].split("、")
        halves = last.split("和")
        items += halves if all(half.endswith(key) for half in halves) else [last]
        members: list[str] = []
        for item in reversed(items):
            if not (item.endswith(key) or item.startswith(key)):
                break
            members.append(item)
        claimed = 2 if found["n"] == "两" else from_chinese(found["n"])
        if len(members) >= 2 and len(members) != claimed:
            said = f"列出{len(members)}个含“{key}”的成员"
            yield Spot(found.start("n") - 1, found.end(), said)
