"""“三化” beside more or fewer members of its kind."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese
from app.patterns import regex

_N = "[两二三四五六七八九十]"
_NAMED = regex(rf"“(?P<n>{_N})(?:个|项|大|种)?(?P<key>[\u4e00-\u9fff]{{1,3}})”")
_ITEMS = regex(
    r"(?P<items>(?:[\u4e00-\u9fff]{1,20}、)+[\u4e00-\u9fff]{1,20}?)(?P<open>等)?的?(?:，(?:切实|真正|全面|努力|着力)?(?:做到|实现|落实|坚持|形成))?$"
)
# “访调对接、诉调对接、警调对接”的“四调”机制
# “问题清单”“任务清单”“责任清单”“三个清单”
_QUOTED = regex(r"(?:“[^“”]{2,12}”[、；]?){3,}$")
_INSIDE = regex(r"“(?P<items>[^“”、]{2,12}(?:、[^“”、]{2,12})+)”的?$")
_LONG = 160  # characters of a list in front of its sum
_TOLD = regex(
    rf"“(?P<n>{_N})(?:个|项|大|种)?(?P<key>[\u4e00-\u9fff]{{2}}|(?<=个)一|[不无防保促抓严查讲])”[\u4e00-\u9fff]{{0,6}}(?:：|，即|——|，做到|（即?)(?P<items>[^。；：）]+)"
)
_FIGURES = frozenset("一二三四五")
# What ends a list of 一…… as a figure of speech.
_SET = frozenset(["一抓到底", "一以贯之", "一盯到底", "一跟到底", "一鼓作气", "一律"])


@rule(group="一致", severity=Severity.WARNING, idle=True, triggers=tuple(f"“{n}" for n in _N[1:-1]))
def abbreviation_count(paragraph: Paragraph) -> Iterator[Spot]:
    """“几化”“几强”与所列成员数不符。

    “三化”应当有三个成员，每个都含“化”字；成员多于或少于数字时，数字或成员有误。

    来源：公文校对惯例
    Bad: 推进规范化、标准化、专业化、常态化⟦“三化”⟧建设
    Bad: 强化领导力、组织力、凝聚力⟦“四力”⟧建设
    Bad: 落实⟦“四个严禁”⟧：严禁迟到、严禁早退、严禁旷工。
    Bad: 坚持⟦“三个优先”⟧，即优先保障民生、优先支持产业、优先发展教育、优先保护生态。
    Bad: 通过强化组织领导、强化宣传发动、强化服务保障⟦“四个强化”⟧推进工作。
    Bad: 提高政治能力、调研能力、群众工作能力⟦“四种能力”⟧。
    Bad: 值班做到⟦“三不”⟧：不迟到、不早退。
    Bad: 推行⟦“四个一”⟧工作法，即一张图纸管到底、一支队伍抓执法、一套制度强约束，有效提升质效。
    Bad: 建立“问题清单”“任务清单”“责任清单”⟦“四个清单”⟧。
    Good: 建立“问题清单”“任务清单”“责任清单”“三个清单”，落实“四个意识”“两个维护”“三个清单”。
    Bad: 建立“访调对接、诉调对接、警调对接”的⟦“四调”⟧机制。
    Bad: 与住宅同步规划、同步设计、同步建设、同步验收、同步交付，切实做到⟦“四同步”⟧。
    Good: 建立“访调对接、诉调对接、警调对接”的“三调”机制，同步规划、同步设计、同步建设，切实做到“三同步”。
    Good: 提高学习能力、调研能力等“八种能力”，坚持一个方案统筹、一支队伍落实“两个一”机制。
    Good: 推行“三个一”，即一张图纸管到底、一支队伍抓执法、一套制度强约束，一年来成效明显。
    Good: 落实“三个严禁”：严禁迟到、严禁早退、严禁旷工。
    Good: 查处违法用地、违规审批、违反承诺的“三违”项目。
    Good: 推进规范化、标准化、专业化“三化”建设
    Good: 这几年是在高投入、高消耗、高排放和高库存的“四高”中过来的。
    Good: 落实需求、资源、项目“三个清单”，乱占、乱采、乱堆、乱建等“八乱”现象，推进标准化、规范化和农村“四好”建设。
    """
    for found in _TOLD.finditer(paragraph.text):
        told = _leading(found["items"].strip("“”"), found["key"])
        if told > 1 and told != from_chinese(found["n"]):
            yield Spot(found.start(), found.end("key") + 1, _said(found, told, found["key"]))
    for found in _NAMED.finditer(paragraph.text):
        key = found["key"]
        before = paragraph.text[max(found.start() - _LONG, 0) : found.start()]
        count = _quoted(before, key)
        if count is not None:
            if count and count != from_chinese(found["n"]):
                yield Spot(*found.span(), _said(found, count, key))
            continue
        listed = _ITEMS.search(before) if "、" in before and key not in _FIGURES else None
        if listed is None or (len(key) > 1 and listed["open"]):
            continue
        items = listed["items"].split("、")
        told = _ending(items, key)
        if not told and len(key) == 3:  # “四方责任”, “四型机关”
            key = key[1:]
            told = _ending(items, key)
        stated = from_chinese(found["n"]) or 0
        if told >= 2 and told != stated and not (listed["open"] and told < stated):
            yield Spot(*found.span(), _said(found, told, key))


def _said(found: re.Match[str], told: int, key: str) -> str:
    """Return what was announced and what was found."""
    name = found.string[found.start() : found.end("key") + 1]
    return f"{name}应有{from_chinese(found['n'])}个，列出{told}个带“{key}”的"


def _quoted(before: str, key: str) -> int | None:
    """Return how many members stand between quotes in front, 0 for others, None where none do."""
    inside, row = _INSIDE.search(before), _QUOTED.search(before)
    if inside is not None:
        items = inside["items"].split("、")
        return len(items) if all(key in item for item in items) else 0
    if row is not None:
        count = row[0].count("“")
        return count if row[0].count(f"{key}”") == count else 0
    return None


def _ending(items: list[str], key: str) -> int:
    """Return how many items at the end of a list begin or end with the key."""
    halves = items[-1].split("和")
    joined = all(half.endswith(key) or half.startswith(key) for half in halves)
    told = 0
    for item in reversed([*items[:-1], *(halves if joined else items[-1:])]):
        if not (item.endswith(key) or item.startswith(key)):
            told += _led(item, key, {len(items[-1]), len(items[1])})
            break
        told += 1
    return told


def _led(item: str, key: str, sizes: set[int]) -> int:
    """Return 1 for the first of a row, opened by other words: 严惩|违章指挥, 做到|同步规划, else 0.

    Behind a longer key, or where much stands before it, it is as long as the others are.
    """
    at = item.rfind(key)
    if len(key) > 1:
        return int(at > 0 and len(item) - at in sizes)
    return int((0 < at <= 2 and len(item) - at >= 3) or (at > 2 and len(item) - at in sizes))


def _leading(text: str, key: str) -> int:
    """Return how many items of a list have the key, 0 where others stand between them.

    What holds “一” has it at the head, as 一张图纸, 一支队伍.
    """
    first, mark, _ = text.partition("，")
    items = first.split("、") if "、" in first or not mark else re.split("[，、]", text)
    has = [
        (item.startswith("一") and item not in _SET) if key == "一" else key in item
        for item in items
    ]
    told = has.index(False) if False in has else len(has)
    return 0 if any(has[told:]) else told
