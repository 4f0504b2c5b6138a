"""A document cited by number before its title."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_BEFORE = regex(r"[\u4e00-\u9fff]{2,8}〔[0-9]{4}〕[0-9]+号(?:文件)?《[^》]{4,}》")


_KINDS = "通知|意见|决定|办法|规定|方案|批复|函|通报|公告"
_BARE = regex(
    rf"(?<!《)关于[^《》，。；：（）]{{4,60}}的(?:实施)?(?:{_KINDS})(?=[（(][^（）()]{{1,12}}[〔\[［【][12][0-9]{{3}})"
)


@rule(group="要素", severity=Severity.HINT, triggers=("号《", "号文件《", "关于"))
def citation_form(paragraph: Paragraph) -> Iterator[Spot]:
    """引用公文先标题后字号。

    引用公文写作“《标题》（X〔年〕N号）”，先写标题，后用括号注明发文字号。

    来源：《党政机关公文处理工作条例》；公文写作惯例
    Bad: 根据⟦县政办发〔2026〕3号《关于做好防汛工作的通知》⟧要求
    Bad: 执行⟦关于做好防汛工作的通知⟧（县政办发〔2026〕3号） -> 执行《关于做好防汛工作的通知》（县政办发〔2026〕3号）
    Good: 根据《关于做好防汛工作的通知》（县政办发〔2026〕3号）要求
    Good: 《青石县关于做好防汛工作的通知》（县政办发〔2026〕3号）要求
    """
    for found in _BEFORE.finditer(paragraph.text):
        start = found.start()
        for word in ("根据", "按照", "依据", "贯彻", "落实", "转发", "印发"):
            at = found[0].find(word)
            start = max(start, found.start() + at + len(word)) if 0 <= at < 6 else start
        yield Spot(start, found.end(), "引用公文应先写标题，再用括号注明字号")
    for found in _BARE.finditer(paragraph.text):
        if _inside(paragraph.text, found.start()):
            continue
        said, sure = "引用的公文标题加书名号", Severity.WARNING
        yield Spot(*found.span(), said, f"《{found[0]}》", title="加上书名号", severity=sure)


def _inside(text: str, at: int) -> bool:
    """Whether a place stands within book-title marks."""
    return text.count("《", 0, at) > text.count("》", 0, at)
