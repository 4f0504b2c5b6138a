"""Hypothesis strategies for drafts with their trees: written as plain text, to be read again.

A draft is made of lines and of the rows that a reader of the lines expects. Bodies open with what
looks like a number and is none; texts hold what looks like points and is none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from app.document.numbering import Form, write

TITLES = st.sampled_from(
    [
        "关于推进重点工作的实施方案",
        "某县2026年重点工作要点",
        "在全县工作会议上的讲话",
        "某局年度工作总结",
    ]
)
NAMES = st.sampled_from(
    ["抓紧学习", "统筹谋划", "一体推进", "三农工作", "首位度提升", "十大行动", "第一书记选派",
     "最后一公里", "一要素保障", "“三化”工程，提升水平", "2026年重点项目",
     "深化改革、扩大开放", "两个维护"]
)  # fmt: skip
BODIES = st.sampled_from([
    "全年完成投资3亿元。",
    "1.5万元以下的支出由各单位自行列支。",
    "2、3号楼的改造要在年底前完成。",
    "3个村试行了新的办法。",
    "12家企业先行先试。",
    "2 月底前完成任务的一半。",
    "2026年是关键之年，各项任务都很重。",
    "2026.3.5以前报送的材料有效。",
    "十一届三中全会以来的经验值得总结。",
    "一年来，各项工作取得了进展。",
    "一方面之词不可轻信，要多方核实。",
    "第一书记要驻村工作，第二年考核。",
    "一是一、二是二，数字要实。",
    "（一）（二）两项工作由办公室负责。",
    "一批项目建成投产，一是验收，还要审计。",
    "最后一公里要打通。",
    "统一要求、统一标准，原因之一是认识不足。",
    "一、二季度完成任务的百分之六十。",
    "首位度还要提升。",
    "会议要求，第一时间报告，第二天反馈。",
    "6月1日起执行，（2026）12号文同时废止。",
    "百、千、万工程深入实施。",
    "一、二、三产业分别增长3%、5%、7%。",
    "第一、第二党支部受到表扬。",
    "①号楼和②号楼同时开工，1号、2号机组并网发电。",
    "第一次提醒，第二次通报，第三次追责。",
    "一种是非标准要统一，一件件实事落到实处。",
    "由“一要”向“二要”转变，一来省钱，二来省时。",
])  # fmt: skip
POINTS = st.sampled_from([
    ("要做到：{0}抓早，{1}抓小。", Form.IS, ["抓早", "抓小"]),
    ("工作中，{0}听完；{1}讲透；{2}记实。", Form.MUST, ["听完", "讲透", "记实"]),
    ("分三类处理：{0}能修的修，不拖；{1}不能修的换；{2}多余的停。", Form.CIRCLED,
     ["能修的修，不拖", "不能修的换", "多余的停"]),
    ("重点查两类：{0}乱收费；{1}乱检查。", Form.ARABIC_BRACKET, ["乱收费", "乱检查"]),
    ("{0}把情况摸准，{1}把政策吃透，{2}把责任压实。", Form.FIRST,
     ["把情况摸准", "把政策吃透", "把责任压实"]),
    ("在方法上，{0}抓点，{1}抓面。", Form.SIDE, ["抓点", "抓面"]),
    ("努力做到两条，{0}勤，{1}实。", Form.ONE, ["勤", "实"]),
])  # fmt: skip
ITEMS = st.sampled_from([Form.ARABIC, Form.ARABIC_BRACKET, Form.IS, Form.ORDINAL, Form.DASH,
                         Form.CIRCLED, Form.ARABIC_PAREN, Form.MUST])  # fmt: skip
STYLES = {
    Form.CHINESE: ["一、", "一，", "一．", "一 、"],
    Form.CHINESE_BRACKET: ["（一）", "(一)", "（一）、"],
    Form.ARABIC: ["1.", "1、", "１．", "1. ", "1 ", "1　"],
    Form.ARABIC_BRACKET: ["（1）", "(1)", "⑴"],
    Form.ORDINAL: ["第一，", "第一、"],
}


@dataclass
class Draft:
    """The lines of a draft and what a reader expects: type, level, number, text of each node."""

    lines: list[str] = field(default_factory=list)
    rows: list[tuple[str, int, str, str]] = field(default_factory=list)


@st.composite
def drafts(draw):
    """Return drafts of up to three sections: alone or run-in headings, items, points, bodies."""
    draft = Draft([draw(TITLES)])
    indent = draw(st.sampled_from(["", "　　", "    "]))
    top = draw(st.sampled_from([Form.CHINESE, Form.CHINESE_BRACKET]))
    style = draw(st.sampled_from(STYLES[top]))
    under = draw(st.sampled_from([Form.CHINESE_BRACKET, Form.ARABIC]))
    if top is Form.CHINESE_BRACKET:
        under = Form.ARABIC
    plan = (top, style, under, draw(st.sampled_from(STYLES[under])))
    draft.lines.append("为做好工作，提出如下意见。")
    for n in range(1, draw(st.integers(2, 3)) + 1):
        _section(draw, draft, plan, n)
    blank = draw(st.booleans())
    title, *rest = draft.lines
    draft.lines = [title, *(f"{indent}{line}" for line in rest)]
    text = ("\n\n" if blank else "\n").join(draft.lines)
    return text, draft.rows


def _section(draw, draft, plan, n):
    top, style, under, understyle = plan
    number = write(top, n, style)
    name = draw(NAMES)
    draft.rows.append(("heading", 1, number, name))
    if draw(st.booleans()):
        draft.lines.append(f"{number}{name}")
        _body(draw, draft, 2)
        kind = draw(st.sampled_from(["none", "under", "items"]))
        if kind == "under":
            _subsections(draw, draft, under, understyle)
        elif kind == "items":
            _items(draw, draft, 2)
    else:
        draft.lines.append(f"{number}{name}。{_said(draw, draft, 2)}")


def _subsections(draw, draft, form, style):
    alone = draw(st.booleans())
    for n in range(1, draw(st.integers(2, 3)) + 1):
        number, name = write(form, n, style.strip()), draw(NAMES)
        gap = style[len(style.strip()) :]
        kind = "heading" if alone or form is Form.CHINESE_BRACKET else "item"
        draft.rows.append((kind, 2, number, name))
        if alone:
            draft.lines.append(f"{number}{gap}{name}")
            _body(draw, draft, 3)
        else:
            draft.lines.append(f"{number}{gap}{name}。{_said(draw, draft, 3)}")


def _items(draw, draft, level):
    form = draw(ITEMS)
    style = draw(st.sampled_from(STYLES.get(form, [""])))
    for n in range(1, draw(st.integers(2, 3)) + 1):
        number, name = write(form, n, style.strip()), draw(NAMES)
        gap = style[len(style.strip()) :]
        draft.rows.append(("item", level, number, name))
        draft.lines.append(f"{number}{gap}{name}。{_said(draw, draft, level + 1)}")


def _body(draw, draft, level):
    draft.lines.append(draw(BODIES) + _said(draw, draft, level))


def _said(draw, draft, level):
    """Return sentences, perhaps with points, whose rows are added to the draft."""
    if draw(st.booleans()):
        return draw(BODIES)
    pattern, form, texts = draw(POINTS)
    numbers = [write(form, n) for n in range(1, len(texts) + 1)]
    draft.rows += [("point", level, m, t) for m, t in zip(numbers, texts, strict=True)]
    return pattern.format(*numbers)
