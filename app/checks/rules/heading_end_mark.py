"""A heading of its own line that ends in a mark."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import HEADINGS, Role
from app.document.numbering import leading
from app.patterns import regex

_END = regex(r"[，、；：。,;:]+\s*$")
# A heading that opens what is listed below it.
_OPENS = regex(r"(?:以下|如下|下列|是|议定|决定|要求|指出|强调)[^。；]{0,8}：$")
# 目的：一是……: what is asked for stands behind the label, on its line; （四）锈病  是……: so with a gap.
_FILLED = regex(r"[：:](?=\s*+[^：:]{6})[^：:]+$|\S\s{2,}+\S")
# A sentence of its own: 本通告自发布之日起施行, 交通恢复后自行失效.
_SENTENCE = regex(
    "本(?:通[告知报]|公告|办法|方案|规定|细则|意见|制度).{2}|自行?失效|起(?:施行|执行|实施)|另行通知|删去第|修改为"
)
_BODY = (Role.BODY, Role.ITEM)
_SHORT, _LONG = 32, 30  # characters of a heading, of the text below it
_ROLES = frozenset((*HEADINGS, Role.PART))


def ended(paragraph: Paragraph) -> tuple[Role, str, int, int] | None:
    """Return role and end mark of a heading that stands alone: a facts function."""
    if paragraph.role not in _ROLES:
        return None
    found = _END.search(paragraph.text)
    if found is None or _OPENS.search(paragraph.text.rstrip()):
        return paragraph.role, "", 0, 0
    mark, (start, end) = found[0].strip(), found.span()
    if "。" in paragraph.text[:start]:  # text goes on behind it: nothing is told
        start = min(start, _SHORT + 1)
        return paragraph.role, "。", start, start
    return paragraph.role, mark, start, end


@rule(group="标题", severity=Severity.ERROR, scope="document", facts=ended)
def heading_end_mark(reading: Reading) -> Iterator[Spot]:
    """独立成行的标题末尾有标点。

    独立成行的标题末尾不用逗号、顿号、分号、冒号和句号；问号、叹号和省略号可以用。标题之后接排正文时，标题后用句号。用冒号引出下文的（“二、地点：”）常见，只作提示。

    来源：GB/T 15834—2011 附录B.4
    Bad: heading1| 五、聚焦汇才，做好人才工作⟦，⟧ -> 五、聚焦汇才，做好人才工作
    Bad: heading2| （一）加强组织领导⟦；⟧ -> （一）加强组织领导
    Bad:
        heading1| 一、加强领导
        heading1| 二、压实责任⟦。⟧ -> 二、压实责任
        heading1| 三、严格考核
    Bad:
        heading1| 一、抓好校园食堂管理⟦。⟧ -> 一、抓好校园食堂管理
        各学校要健全食堂采购、加工、留样制度，落实校长陪餐，定期公布食材来源和价格。
        heading1| 二、规范学生接送秩序⟦。⟧ -> 二、规范学生接送秩序
        各学校要错峰安排上学放学时间，会同交警部门划定接送区域，安排教师在校门口值守。
        heading1| 三、加强课后服务考核⟦。⟧ -> 三、加强课后服务考核
        县教育局每学期考核一次课后服务情况，考核结果与学校年度评价挂钩，并向社会公布。
    Bad:
        heading1| 一、培训对象⟦：⟧ -> 一、培训对象
        各村报账员。
        heading1| 二、培训时间：5月9日
    Good: heading1| 五、聚焦汇才，做好人才工作
    Good: heading1| 一、问题出在哪里？
    Good: heading1| 一、加强组织领导。成立专班，明确分工。
    Good: heading1| 一、加强组织领导。成立专班，明确分工。。
    Good: heading1| 一、加强组织领导。成立专班，明确分工，
    Good:
        heading2| （一）由乡镇负责完成征收工作。
        heading2| （二）由县局负责完成报批工作。
    Good:
        heading1| 一、管制区域
        heading1| 二、管制时间
        heading1| 三、本通告自发布之日起施行。
    Good: heading1| 三、会议议定以下事项：
    Good:
        heading2| （一）传达会议精神；
        heading2| （二）部署有关工作。
    Good:
        heading2| （一）活动主题：总结全年工作，表彰先进职工。
        heading2| （二）活动时间
    Good: 会议强调，
    Good: item| 1.加强组织领导。
    """
    found = [(block, *one) for block, one in reading.present()]
    stops = Counter(role for _, role, mark, *_ in found if mark == "。")
    listed = _listed(reading, found)
    bare = Counter(role for _, role, mark, *_ in found if not mark)
    rows = Counter(role for _, role, mark, *_ in found if mark == "；")
    over = _over_text(reading, found)
    alike = Counter(role for block, role, *_ in found if block in over)
    for block, role, mark, start, end in found:
        if not mark:
            continue
        habit = mark == "。" and (bare[role] < 2 or stops[role] > 1)
        if habit and not (block in over and alike[role] > 1):
            continue
        if mark == "。" and start == end:
            continue
        if block in listed or _said(reading.document.blocks[block].text, mark, start):
            continue
        said = f"标题末尾不用“{mark}”"
        row = mark == "；" and rows[role] > 1
        severity = Severity.HINT if habit or row or mark in "：:" else None
        title = f"删去“{mark}”"
        yield Spot(start, end, said, "", title=title, block=block, severity=severity)


def _said(text: str, mark: str, start: int) -> bool:
    """Whether a line says what it asks for itself and so ends as a sentence or a point does."""
    return (mark == "。" and _SENTENCE.search(text) is not None) or (
        mark in "。；;" and _FILLED.search(text, 0, start) is not None
    )


def _over_text(reading: Reading, found: list[tuple[int, Role, str, int, int]]) -> set[int]:
    """Return the blocks of short headings with a paragraph of running text below each of them."""
    blocks = reading.document.blocks
    over: set[int] = set()
    for block, role, _, start, _ in found:
        below = blocks[block + 1] if block + 1 < len(blocks) else None
        text = below is not None and below.role in _BODY and len(below.text) > _LONG
        # The last of a list stands behind another of its level.
        last = block > 0 and blocks[block - 1].role is role
        if text and not last and start <= _SHORT and leading(blocks[block].text) is not None:
            over.add(block)
    return over


def _listed(reading: Reading, found: list[tuple[int, Role, str, int, int]]) -> set[int]:
    """Return the blocks of a list in one sentence: lines of one level without text between them."""
    blocks = reading.document.blocks
    rows: set[int] = set()
    for (one, role, mark, *_), (other, same, *_) in pairwise(found):
        between = blocks[one + 1 : other]
        if mark == "；" and role is same and all(b.role is Role.BLANK for b in between):
            rows |= {one, other}
    return rows
