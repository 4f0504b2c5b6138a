"""A document cited by its number alone."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_CITED = regex(r"[\u4e00-\u9fff]{2,14}〔[0-9]{4}〕[0-9]+号(?:文件|文)?")
_LEAD = regex(r".*?(?:根据|按照|依据|贯彻|落实|执行|遵照)")


def cited(paragraph: Paragraph) -> tuple[tuple[str, bool, int, int], ...] | None:
    """Return number, whether it stands bare, and place of each document cited: facts."""
    if paragraph.role in (Role.OBJECT, Role.TITLE):
        return None
    text = paragraph.text
    found: list[tuple[str, bool, int, int]] = []
    for match in _CITED.finditer(text):
        lead = _LEAD.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        number = text[start : match.end()].removesuffix("文件").removesuffix("文")
        before = text[max(start - 1, 0) : start]
        behind = text[match.end() : match.end() + 1]
        bare = lead is not None and before not in ("（", "》") and behind not in ("《", "）")
        found.append((number, bare, start, match.end()))
    return tuple(found) or None


@rule(
    group="要素", severity=Severity.HINT, scope="document", idle=True, triggers=("号",), facts=cited
)
def number_only(reading: Reading) -> Iterator[Spot]:
    """引用公文只写字号。

    第一次引用公文要先写标题，再用括号注明发文字号；再次提到时可以只写字号。

    来源：《党政机关公文处理工作条例》；公文写作惯例
    Bad: 根据⟦县政办发〔2026〕3号文件⟧要求，现将有关事项通知如下。
    Good:
        根据《关于做好防汛工作的通知》（县政办发〔2026〕3号）要求。
        按照县政办发〔2026〕3号文件规定执行。
    """
    named: set[str] = set()
    for block, found in reading.present():
        for number, bare, start, end in found:
            if bare and number not in named:
                yield Spot(start, end, "第一次引用时应写明公文标题", block=block)
            named.add(number)
