"""An emergency response or warning raised to a lower level, or lowered to a higher one."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_RANKS = (
    {"Ⅰ": 1, "I": 1, "一": 1, "Ⅱ": 2, "II": 2, "二": 2, "Ⅲ": 3, "III": 3, "三": 3}
    | {"Ⅳ": 4, "IV": 4, "四": 4, "五": 5, "Ⅴ": 5}
    | {"红色": 1, "橙色": 2, "黄色": 3, "蓝色": 4}
)
_LEVEL = r"(?:(?P<{0}>[一二三四五]|[ⅠⅡⅢⅣⅤ]|I{{1,3}}|IV)级|(?P<{0}c>红色|橙色|黄色|蓝色))"
_CHANGE = regex(
    _LEVEL.format("a")
    + r"(?P<sort>[^，。；级色]{0,10}?(?:响应|预警)?[^，。；级色]{0,4}?(?:，[^，。；级色]{0,12}?)?)(?P<way>提升|升级|提高|升格|上调|升|降级|降低|下调|降)(?:至|为|到|成)[^，。；]{0,12}?"
    + _LEVEL.format("b")
)
_ABOUT = regex(r"响应|预警|信号")


@rule(group="一致", severity=Severity.WARNING, idle=True, triggers=("响应", "预警"))
def response_level(paragraph: Paragraph) -> Iterator[Spot]:
    """应急响应、预警级别的升降方向有误。

    应急响应一级（Ⅰ级）最高；预警由高到低为红色、橙色、黄色、蓝色。说“提升”的，后面的级别应当更高；说“降低”的，应当更低。应急响应没有五级。

    来源：《中华人民共和国突发事件应对法》；《国家突发公共事件总体应急预案》
    Bad: 决定将防汛四级应急响应提升至⟦五级⟧应急响应。
    Bad: 将防汛Ⅲ级应急响应提升为⟦Ⅳ级⟧。
    Bad: 气象台将暴雨橙色预警升级为⟦黄色⟧预警。
    Bad: 把地质灾害黄色预警信号下调为⟦橙色⟧。
    Bad: 启动防汛Ⅳ级应急响应，并于当日提升至⟦Ⅴ级⟧。
    Bad: 将三级响应降低至⟦二级⟧响应。
    Good: 将防汛四级应急响应提升至三级应急响应，暴雨黄色预警升级为橙色预警。
    Good: 将Ⅱ级响应降为Ⅲ级，蓝色预警信号仍然有效。
    Good: 将二级医院提升为三级医院，三级响应后提高警惕。
    """
    for found in _CHANGE.finditer(paragraph.text):
        if not _ABOUT.search(found[0] + paragraph.text[found.end() : found.end() + 4]):
            continue
        before = _RANKS[found["a"] or found["ac"]]
        after = _RANKS[found["b"] or found["bc"]]
        raised = not found["way"].startswith(("降", "下"))
        if (found["a"] is None) != (found["b"] is None):
            continue
        if after == before or (after < before) != raised:
            name = "bc" if found["b"] is None else "b"
            start, end = found.start(name), found.end(name) + (name == "b")
            way = "更高" if raised else "更低"
            said = f"说“{found['way']}”，级别却没有{way}：一级（红色）最高"
            yield Spot(start, end, said)
