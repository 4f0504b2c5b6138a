"""A long sentence with no comma behind what opens it: 如遇大雾航班起飞前须再次核对跑道视程。"""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, lacking, rule
from app.checks.language.clauses import NUMBER, unmarked
from app.checks.tables import Table
from app.document.model import Role
from app.patterns import regex

_C = "[^，。；！？：,;“”（）《》]"
_LONG = 17  # characters of a sentence that wants a comma
_OPENS = regex(
    rf"{NUMBER}(?:(?:由于|只要|虽然|如需|为了(?!.*(?:是|的{_C}?$)))|(?:如遇|若遇|如果(?!说)|一旦|鉴于|随着|假如|倘若|尽管|即使(?!是))(?=.+(?:[请应须将必]|可以|不[得要能会准]|就[会要能])))"
)
_RIGHT = Table(
    (
        ("虽", rf"虽然?(?!说){_C}{{6,40}}?(?<!虽)(?P<at>)但是?(?![愿书凡求])", "“但”前面用逗号"),
        (
            "只要",
            r"只要(?:(?!就)[^，。；！？：、]){12,40}?(?<![成造])(?P<at>)(?=就(?![业医诊餐近读学职地是]))",
            "“就”前面的条件很长，用逗号隔开",
        ),
        (
            "因为",
            rf"(?<!是)因为{_C}{{6,40}}?(?P<at>)所以(?!然|说)",
            "“所以”前面用逗号",
        ),
        (
            "尽管|即使|即便",
            rf"(?:尽管{_C}{{6,40}}?(?P<at>)但是?(?![愿书凡求])|(?:即使|即便)(?!是){_C}{{12,40}}?(?P<other>)(?=也(?![就门是])))",
            "前后是两个分句，用逗号隔开",
        ),
    )
)
# 如遇大雾值班员应立即……，: what must be done before the first comma already.
_MUST = regex(
    r"(?:^|(?<=[。；]))\s*(?:如遇|若遇|如果(?!说)|一旦|鉴于|由于|若(?!干)|因(?!此|为|而))[^，。；！？：、“”（）《》]{6,40}?(?:应(?:立即|当(?!前)|及时|将)|必须|不得(?!不|已)|现将|(?<!的)决定(?=[对将在于自从取给停推改延暂]))"
)
# 因工负伤的职工应当……: the condition says which.
_OF = regex("的[\u4e00-\u9fff]{1,6}(?:应|必须|不得|都|均|要|由|可)")

_OPENING = (
    "由于",
    "为了",
    "如需",
    "如遇",
    "若",
    "如果",
    "一旦",
    "鉴于",
    "随着",
    "假如",
    "倘若",
    "因",
)


@rule(
    group="标点",
    severity=Severity.HINT,
    idle=True,
    triggers=(*_RIGHT.triggers, *_OPENING),
    yields_to=("broken_by_stop", "missing_comma", "pause_before_clause"),
)
def opening_without_comma(paragraph: Paragraph) -> Iterator[Spot]:
    """长句开头的条件、原因后面没有逗号。

    “由于……”“如遇……”“只要……”说的条件、原因较长，后面另有主语，中间要用逗号断开。

    来源：GB/T 15834—2011 4.4
    Bad: ⟦由于连日高温部分路段的沥青路面出现了车辙⟧。
    Bad: ⟦如遇能见度低于五百米轮渡公司应立即⟧停航，并广播告知旅客。
    Bad: 材料虽已按时全部报⟦送但⟧附件还缺两份。 -> 材料虽已按时全部报送，但附件还缺两份。
    Good: 由于连日高温，部分路段出现了车辙。如遇大雾请绕行。为了这一天的到来他准备了整整三年。
    Good: 因工负伤的职工应当享受工伤保险待遇，由于历史原因形成的遗留问题要逐步解决。
    Good: 虽小但全，只要努力就有收获，这是由于天气变化太快造成的损失。
    """
    text = paragraph.text
    if paragraph.role is Role.OBJECT:
        return
    seen: list[range] = []
    for start, at in unmarked(text, "。", _LONG):
        if _OPENS.match(text, start, at) and not _OF.search(text, start, at):
            seen.append(range(start, at))
            yield Spot(start, at, "开头的条件、原因后面疑漏逗号")
    for found in _MUST.finditer(text):
        if any(found.start() in one for one in seen) or _OF.search(found[0]):
            continue
        seen.append(range(*found.span()))
        yield Spot(*found.span(), "开头的条件、原因后面疑漏逗号")
    for found, said in _RIGHT.found(paragraph):
        at = max(found.start("at"), found.start("other") if "other" in found.groupdict() else -1)
        if not any(at in one for one in seen):
            yield lacking("，", at, at + 1, said)
