"""The kind of a document, at the end of its name, with a character wrong."""

import re
from collections.abc import Iterator
from functools import lru_cache

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.document_names import statute_known
from app.checks.language.likelihood import language
from app.checks.language.near import alike
from app.patterns import regex

_KINDS = re.findall(
    "..",
    "条例办法规定规则细则准则守则章程方案预案意见决定决议通知通报通告公告公报报告请示批复纪要"
    "规划计划纲要要点总结标准规范制度协议合同清单目录手册指南指引规程公约议案提案建议",
)
_NAMED = regex(
    r"《[^《》]{3,60}?(?P<kind>[\u4e00-\u9fff]{2})(?:[（(〈][^《》（）()〈〉]{1,16}[)）〉])?》"
)
_PAPERS = "单表书卡册证"  # 申请单, 回执卡: a paper of another kind
_RARE = 160  # the cost of a word that is hardly one


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    triggers=("》",),
    yields_to=("statute_name", "document_title", "wrong_word"),
)
def named_kind(paragraph: Paragraph) -> Iterator[Spot]:
    """书名号里的文种写错了字。

    文件名称末尾的“条例、办法、方案”等只差一个音近或者形近的字，又不成词的，多半是写错了。

    来源：公文校对惯例
    Bad: 落实《优化营商环境⟦条列⟧》。 -> 落实《优化营商环境条例》。
    Bad: 印发《安全生产应急⟦预按⟧（试行）》《考勤管理⟦办发⟧》。 -> 印发《安全生产应急预案（试行）》《考勤管理办法》。
    Bad: 严格执行《财务管理⟦制渡⟧》和《消防技术⟦标淮⟧》。 -> 严格执行《财务管理制度》和《消防技术标准》。
    Good: 填写《外出申请单》《物品交接单》。
    Good: 落实《优化营商环境条例》，观看《永远在路上》，学习《干在实处的意义》。
    Good: 依照《反家庭暴力法》处理，开设《政法故事》专栏，刊发《为有源头活水来》《看得见的变化》。
    """
    for found in _NAMED.finditer(paragraph.text):
        right = _meant(found["kind"])
        law = statute_known(found[0][1:-1].removeprefix("中华人民共和国"))
        if right is not None and not law:
            yield Spot(*found.span("kind"), f"疑为“{right}”", right)


@lru_cache(maxsize=512)
def _meant(written: str) -> str | None:
    """Return the one kind that two characters miss by one like it, None where they are a word."""
    if written in _KINDS or written[1] in _PAPERS or language().single(written) < _RARE:
        return None
    near = [
        kind
        for kind in _KINDS
        if [alike(a, b) for a, b in zip(written, kind, strict=True) if a != b] == [True]
    ]
    return near[0] if len(near) == 1 else None
