"""Formulations quoted with a wrong word."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.lexicons import misquotes, source_of
from app.checks.lookback import titled

_MISQUOTES = misquotes()


@rule(group="提法", severity=Severity.ERROR, triggers=tuple(_MISQUOTES))
def formulation_misquote(paragraph: Paragraph) -> Iterator[Spot]:
    """提法误引。

    重要提法的用词、动词搭配是固定的，不能换字、漏字。

    来源：提法表（resources/lexicons/formulations.tsv、misquotes.tsv）
    Bad: 坚定“四个自信”，⟦践行“两个维护”⟧ -> 坚定“四个自信”，做到“两个维护”
    Bad: 以新时代党的建设总要求和⟦新时代组织工作路线⟧为遵循 -> 以新时代党的建设总要求和新时代党的组织路线为遵循
    Bad: 开展“三严三实”专题教育、⟦党史主题教育⟧ -> 开展“三严三实”专题教育、党史学习教育
    Good: 深刻领悟“两个确立”的决定性意义，做到“两个维护”。
    Good: 学习贯彻习近平新时代中国特色社会主义思想主题教育
    Good: 国家治理体系和治理能力现代化
    """
    last = -1
    for wrong, start, end in sorted(paragraph.hits, key=lambda hit: (hit[1], -hit[2])):
        entry = _MISQUOTES[wrong]
        if start < last or entry.excused(paragraph.text, start, end):
            continue
        if titled(paragraph.text, start, end):
            continue
        last = end
        said = f"“{wrong}”应为“{entry.right}”{source_of(entry.id)}"
        sure = entry.certainty == "H"
        severity = None if sure else Severity.HINT
        yield Spot(start, end, said, entry.right if sure else None, severity=severity)
