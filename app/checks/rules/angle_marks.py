"""Single or western angle brackets where book-title marks belong."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.document.edits import TextEdit
from app.patterns import regex

_SINGLE = regex(r"〈([^〈〉《》\n]{2,60})〉")
_WESTERN = regex(r"[<＜]([\u4e00-\u9fff][^<>＜＞\n]{1,60}[\u4e00-\u9fff）])[>＞]")


@rule(
    group="标点",
    severity=Severity.WARNING,
    triggers=("〈", "<", "＜"),
    habit=Habit(regex("《")),
)
def angle_marks(paragraph: Paragraph) -> Iterator[Spot]:
    """书名号用错了尖括号。

    书名、文件名用双书名号《》，书名号里面再用书名号才用单书名号〈〉；不用小于号、大于号代替。

    来源：GB/T 15834—2011 4.15
    Bad: 学习了⟦〈中国共产党纪律处分条例〉⟧。 -> 学习了《中国共产党纪律处分条例》。
    Bad: 《关于印发⟦<实施方案>⟧的通知》 -> 《关于印发〈实施方案〉的通知》
    Good: 《关于印发〈实施方案〉的通知》，增长率<5%，A<B，收入>支出。
    """
    text = paragraph.text
    for pattern in (_SINGLE, _WESTERN):
        for found in pattern.finditer(text):
            start, end = found.span()
            inside = text.rfind("《", 0, start) > text.rfind("》", 0, start)
            if inside and pattern is _SINGLE:
                continue
            opening, closing = "〈〉" if inside else "《》"
            edits = (TextEdit(0, end - 1, end, closing), TextEdit(0, start, start + 1, opening))
            said = f"这里用“{opening}{closing}”"
            yield Spot(start, end, said, edits=edits, title=f"改为{said[3:]}")
