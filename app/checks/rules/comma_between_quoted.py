"""， between two names that 等 sums up."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.verbs import another
from app.patterns import regex

_LISTED = regex(r"[“《][^”》，。]{1,20}[”》][^，。；、“《]{0,6}(，)[“《][^”》，。]{1,20}[”》]等")
# 《甲法》，《乙法》、《丙法》
_TITLES = regex("》(?P<mark>，)(?=《[^《》]{2,40}》(?:[、和及与]《|等))")
_PAIRED = regex(
    r"(?<=[、])[^，。；、]{2,6}(，)[^，。；、“]{2,6}等(?:措施|方式|工作|制度|活动|方面|情况|问题|部门|单位|内容|环节|形式|手段|办法"
    r"|[\u4e00-\u9fff]{0,8}(?:疾病|症状|物品|产品|场所|食品|药品|作物|地区|区域))"
)


@rule(group="标点", severity=Severity.WARNING, triggers=("等", "》，《"))
def comma_between_quoted(paragraph: Paragraph) -> Iterator[Spot]:
    """并列词语之间用了逗号。

    由“等……”收束的并列词语之间用顿号。

    来源：GB/T 15834—2011 4.5
    Bad: 用好“先锋”微信公众号⟦，⟧“先锋网”等载体 -> 用好“先锋”微信公众号、“先锋网”等载体
    Bad: 综合运用外出学习、健康体检⟦，⟧交流任职等措施 -> 综合运用外出学习、健康体检、交流任职等措施
    Bad: 学习《土地管理法》⟦，⟧《森林法》和《水法》。 -> 学习《土地管理法》、《森林法》和《水法》。
    Good: 用好“先锋”微信公众号、“先锋网”等载体
    Good: 有的停留于读报纸、念文件，“主题党日”等制度落实不严。
    Good: 深入学校、医院，开展宣讲等活动
    """
    for found in _LISTED.finditer(paragraph.text):
        yield Spot(*found.span(1), "并列词语之间用顿号", "、")
    for found in _TITLES.finditer(paragraph.text):
        yield Spot(*found.span("mark"), "并列的书名号之间不用逗号", "、")
    for found in _PAIRED.finditer(paragraph.text):
        after = paragraph.text[found.end(1) :]
        if not another(after):
            yield Spot(*found.span(1), "并列词语之间用顿号", "、")
