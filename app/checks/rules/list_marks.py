"""以…为…、以…为…，以…为…: parallel phrases with unlike marks."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_PARALLEL = regex(
    r"(?:坚持)?以[^，。、；]{2,14}为[^，。、；]{2,6}(?P<a>[、，])以[^，。、；]{2,14}为[^，。、；]{2,6}(?P<b>[、，])以[^，。、；]{2,14}为"
)
# 东邻甲乡、南接乙镇，西靠丙乡: the sides of a place.
_SIDES = regex(
    r"东[邻接靠临连与][^，。；、]{2,12}(?P<a>[、，])[西南北][邻接靠临连与][^，。；、]{2,12}(?P<b>[、，])[西南北][邻接靠临连与](?:[^，。；、]{2,12}(?P<c>[、，])[西南北][邻接靠临连与])?"
)
_RAISED = regex(r"[\u4e00-\u9fff]{2,4}(?P<a>[、，])[\u4e00-\u9fff]{1,2}(?P<x>[\u4e00-\u9fff])")
_NAMED = regex(r"一张[\u4e00-\u9fff]{2,4}、[两三四五]张[\u4e00-\u9fff]{2,5}、")


@rule(
    group="标点",
    severity=Severity.HINT,
    triggers=("以", "一张", *(f"东{word}" for word in "邻接靠临连与")),
)
def list_marks(paragraph: Paragraph) -> Iterator[Spot]:
    """并列成分标点不一。

    几个并列的“以……为……”之间用同一种标点；两个层次的并列，大层次用逗号、小层次用顿号。

    来源：GB/T 15834—2011 4.4、4.5
    Bad: 坚持以政治建设为统领⟦、⟧以服务大局为导向，以增强能力为动力 -> 坚持以政治建设为统领，以服务大局为导向，以增强能力为动力
    Bad: 我镇东邻清河乡⟦、⟧南接白石镇，西靠红岩乡，北连黄坪镇。 -> 我镇东邻清河乡，南接白石镇，西靠红岩乡，北连黄坪镇。
    Good: 坚持以政治建设为统领，以服务大局为导向，以增强能力为动力
    """
    for found in _PARALLEL.finditer(paragraph.text):
        if found["a"] != found["b"]:
            yield Spot(*found.span("a"), "并列的“以……为……”标点不一", found["b"])
    for found in _SIDES.finditer(paragraph.text):
        marks = [name for name in "abc" if found[name]]
        usual = "，" if sum(found[name] == "，" for name in marks) * 2 >= len(marks) else "、"
        for name in marks:
            if found[name] != usual:
                yield Spot(*found.span(name), "并列的方位标点不一", usual)
    for found in _NAMED.finditer(paragraph.text):
        yield Spot(*found.span(), "两个层次的并列都用了顿号")
