"""Brackets and book-title marks without their other half, or with one of another width."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.edits import TextEdit
from app.patterns import regex

_OPENING = {"（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕"}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_MARK = regex(f"[{re.escape(''.join(_OPENING) + ''.join(_CLOSING))}]")
# The name of a statute or document tells where it ends.
_NAME = regex(
    r"[^，。；：、《》（）]{2,40}?(?:条例|章程|准则|规定|规则|办法|细则|意见|纲要|规划|通知|决定|决议|方案|法典?)"
    r"(?:（[^（）]{2,6}）)?(?=[，。；、]|$)"
)
# Where the name of a document ends, its closing mark forgotten.
_NAMED = regex(
    r"《[^《》，。；：！？\n]{2,40}?(?:法|条例|规定|办法|细则|准则|意见|方案|通知|纲要|规划|决定|决议|公报|报告|章程|规则|要点)"
    r"(?:（试行）)?(?=[，。；、]|$|和|与|的|等|精神|要求)"
)
# Where a name goes on without a mark, the word for its kind tells where its mark belongs.
_KIND = regex(
    r"《[^《》，。；：！？\n]{3,40}?(?:管理|监督|处罚|实施|保护|促进|工作|试行|组织|选举|党内|行政|问责|处分)(?:条例|规定|办法|细则|准则|规则)(?!实施|释义|解读|[的（》])"
)
_ODD = regex(r"[【〔][^【】〔〕\[\]［］]{1,20}[\]］}｝]")
# 方案（2021—2025年》: a year, a number or a stage in brackets at the end of a name.
_NOTE = regex(r"[0-9][0-9—－～年度至.-]{2,14}|试行|暂行|修订|草案|征求意见稿|修订稿|讨论稿")
_LIST = regex(r"\s*[0-9０-９a-zA-Z一二三四五六七八九十]{1,3}$")


@rule(
    group="标点",
    severity=Severity.ERROR,
    triggers=(*_OPENING, *_CLOSING),
    yields_to=(
        "half_width_number_bracket",
        "document_number",
    ),
)
def unbalanced_brackets(paragraph: Paragraph) -> Iterator[Spot]:
    """括号、书名号不成对。

    括号和书名号要前后成对，前后两半的宽窄要一致。

    来源：GB/T 15834—2011 4.9、4.15
    Bad: 各级党委⟦（⟧党组要带头学习
    Bad: 各级党委⟦（⟧党组)要带头学习 -> 各级党委（党组）要带头学习
    Bad: 认真学习⟦《中国共产党章程⟧，增强党性 -> 认真学习《中国共产党章程》，增强党性
    Bad: 按照《农村人居环境整治五年行动方案⟦（2021—2025年⟧》要求 -> 按照《农村人居环境整治五年行动方案（2021—2025年）》要求
    Bad: 对照⟦《医疗保障基金使用监督管理条例⟧逐项研究整改措施
    Bad: ⟦【公路运输]⟧全年完成客运量436万人次。 -> 【公路运输】全年完成客运量436万人次。
    Bad: 认真阅读⟦《⟧大家一起读书
    Bad: 各级党委党组⟦）⟧要带头学习
    Good: 各级党委（党组）要带头学习《中国共产党章程》。
    Good: 1）加强领导；2）压实责任
    Good: 1】按时签到；2】注意安全
    Good: a)加强领导
    Good: 〔2026〕3号文件《关于印发〈办法〉的通知》
    """
    text = paragraph.text
    open_marks: list[int] = []
    for found in _MARK.finditer(text):
        at = found.start()
        if found[0] in _OPENING:
            open_marks.append(at)
        else:
            yield from _closed(text, at, open_marks)
    for at in open_marks:
        name = _NAME.match(text, at + 1) if text[at] == "《" else None
        if name is not None:
            said = "书名号缺了后一半“》”"
            yield Spot(at, name.end(), said, f"{text[at : name.end()]}》")
            continue
        other = _ODD.match(text, at)
        if other is not None:
            yield from _mated(other)
            continue
        kind = _KIND.match(text, at)
        end = kind.end() if kind else at + 1
        yield Spot(at, end, f"“{text[at]}”没有对应的“{_OPENING[text[at]]}”")


def _mated(found: re.Match[str]) -> Iterator[Spot]:
    """Report a bracket whose other half is of another sort: 【综述]."""
    right = _OPENING[found[0][0]]
    yield Spot(*found.span(), f"前后两半不是一种，后一半应为“{right}”", f"{found[0][:-1]}{right}")


def _closed(text: str, at: int, open_marks: list[int]) -> Iterator[Spot]:
    """Take the partner of a closing mark off `open_marks`; report where it is not one."""
    wanted = _CLOSING[text[at]]
    last = text[open_marks[-1]] if open_marks else ""
    if last == wanted:
        open_marks.pop()
    elif last and {last, wanted} == {"（", "("}:
        start = open_marks.pop()
        edits = (TextEdit(0, at, at + 1, "）"), TextEdit(0, start, start + 1, "（"))
        yield Spot(start, start + 1, "括号前后宽窄不一", edits=edits, title="改为全角括号")
    elif wanted in [text[i] for i in open_marks]:
        while open_marks and text[open_marks[-1]] != wanted:
            crossed = open_marks.pop()
            said = f"“{text[crossed]}”没有对应的后一半"
            inside = text[crossed + 1 : at]
            if _NOTE.fullmatch(inside):
                whole = f"{text[crossed:at]}{_OPENING[text[crossed]]}"
                yield Spot(crossed, at, said, whole)
            else:
                yield Spot(crossed, crossed + 1, said)
        open_marks.pop()
    elif not (text[at] in "）)】" and _LIST.search(text[max(at - 4, 0) : at])):
        yield Spot(at, at + 1, f"“{text[at]}”没有对应的“{wanted}”")
