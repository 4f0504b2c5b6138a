"""The name of the website a text was copied from, left within it: （某某范文网）."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Table, each
from app.patterns import regex

_SITES = "励志|范文|文库|课件|作文|论文|文秘|公文|秘书|材料|素材|资料|资源|写作|教案|学科|无忧|第一|星火|智库文档"
_OPENS, _CLOSES = "[（(\\[【〔]", "[）)\\]】〕]"
_MARKS = Table(
    (
        (
            each("", _SITES, "网"),
            rf"{_OPENS}(?:(?!来源|转自|http)[^（）()\[\]【】，。；]){{0,8}}(?:{_SITES})网{_CLOSES}",
            "夹带了网站名称",
        ),
        (
            "课件]|课件】",
            r"[\[【][\u4e00-\u9fff]{1,4}课件[\]】]",
            "夹带了网站名称",
        ),
        (
            "`|´",
            "(?<=[\u4e00-\u9fff，。；、])[`´](?=[\u4e00-\u9fff])",
            "夹带了网页留下的符号",
        ),
        (
            each("[", "1|2|3|4|5|6|7|8|9"),
            "(?<=[\u4e00-\u9fff”》）。，])\\[[1-9][0-9]?(?:[-—,，][1-9][0-9]?)?\\](?= *(?:[，。；、]|$|[\u4e00-\u9fff]))",
            "夹带了网页的引文编号",
        ),
        (
            "www.|WWW.",
            rf"{_OPENS}?(?:www|WWW)\.[A-Za-z0-9-]+\.(?:com|cn|net|org)(?:\.cn)?{_CLOSES}?(?=[\u4e00-\u9fff，。；])",
            "夹带了网址",
        ),
    )
)
_GIVEN = regex(
    "(?:网址|网站|登[录陆]|访问|详见|邮箱|查询|下载|平台|官网|浏览|入口|地址|站点|域名)[^，。；]{0,12}$"
)


@rule(group="待填与杂质", severity=Severity.WARNING, idle=True, triggers=_MARKS.triggers)
def site_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """正文夹带网站名称、网址。

    网上复制的材料，句子中间常留有括起来的网站名称或者网址，定稿前要删去。

    来源：公文校对惯例
    Bad: 工作标准不够高。⟦（某某范文网）⟧服务意识还需增强。 -> 工作标准不够高。服务意识还需增强。
    Bad: 全面提高教学质量⟦[星河课件]⟧，减轻学生负担。 -> 全面提高教学质量，减轻学生负担。
    Bad: 保持良好的⟦`⟧工作秩序。 -> 保持良好的工作秩序。
    Bad: 加强作风建设⟦www.abcde.com⟧，提高工作效率。 -> 加强作风建设，提高工作效率。
    Bad: 古镇始建于宋代⟦[3]⟧，现存城墙两段。 -> 古镇始建于宋代，现存城墙两段。
    Good: 请登录www.abcde.gov.cn查询，官网地址：www.abcde.com。
    Good: 建成数据中心（电子政务网），制作微党课课件【附后】，参考资料（来源：资料网）。
    """
    text = paragraph.text
    for found, said in _MARKS.found(paragraph):
        if not _GIVEN.search(text[max(found.start() - 20, 0) : found.start()]):
            quoted = found[0][1:2].isdigit()  # a paper with a list of its sources has them too
            yield Spot(*found.span(), said, "", severity=Severity.HINT if quoted else None)
