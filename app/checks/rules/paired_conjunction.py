"""Conjunctions that do not answer each other: 无论……很, 与其……也不如, 一是……二要……三是."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Table

_S = "[^，。；：！？“”]"
_ASKS = "什么怎哪谁多几何与还是或及和、否"
# Literals, pattern with the odd stretch, what is wrong, the mend (None: not certain), whether mild.
_TABLE: tuple[tuple[str, str, str, str | None, bool], ...] = (
    (
        "无论|不管|不论",
        rf"(?:^|(?<=[，。；]))(?:无论|不管|不论)(?!如)[^，。；：！？“”{_ASKS}]{{1,12}}(?P<odd>很|十分|非常|极其|特别)[^，。；“”{_ASKS}]{{1,6}}(?=，)",
        "“无论”“不管”后面用“多么”一类的话",
        "多么",
        False,
    ),
    (
        "尽管",
        rf"(?:^|(?<=[，。；]))(?P<odd>尽管)(?:{_S}){{0,8}}(?:多么|怎么|怎样|如何|何种)(?:{_S}){{1,10}}(?=，)",
        "“多么”“怎么”前面用“不管”",
        "不管",
        False,
    ),
    (
        "与其",
        rf"与其(?:{_S}){{2,20}}，(?P<odd>也不如|就不如|而不如|则不如)",
        "“与其……”与“不如……”相应",
        "不如",
        False,
    ),
    (
        "宁可|宁愿|宁肯",
        rf"(?:宁可|宁愿|宁肯)(?:{_S}){{2,20}}，(?P<odd>而不|却不|但不)(?=[能让])",
        "“宁可……”与“也不……”相应",
        "也不",
        False,
    ),
    (
        "要么",
        rf"(?<![，。；]要么)要么(?:{_S}){{1,16}}，(?P<odd>或者|或是|或)(?!许|多|少)(?=[\u4e00-\u9fff])",
        "“要么……”与“要么……”相应",
        "要么",
        True,
    ),
    (
        "二要|二应|二须",
        r"一是[^。；]{2,60}[，；](?P<odd>二要|二应|二须)[^。]{2,80}?[，；]三是",
        "与“一是”“三是”并列，用“二是”",
        None,
        True,
    ),
    (
        "二是",
        r"一要[^。；]{2,60}[，；](?P<odd>二是)[^。]{2,80}?[，；]三要",
        "与“一要”“三要”并列，用“二要”",
        "二要",
        True,
    ),
    (
        "首先",
        r"首先，?[^。；]{2,60}[，；](?P<odd>第二)(?=，?[要是将应须加落抓做统强])",
        "与“首先”相应的是“其次”",
        "其次",
        True,
    ),
)
_PAIRS = Table([(row[0], row[1], row[2:]) for row in _TABLE])


@rule(group="词语", severity=Severity.WARNING, idle=True, triggers=_PAIRS.triggers)
def paired_conjunction(paragraph: Paragraph) -> Iterator[Spot]:
    """关联词语前后不相应。

    “无论……都”的“无论”后面要有“多么”“什么”一类的话，“与其”与“不如”相应，“宁可”与“也不”相应，“首先”与“其次”相应。

    来源：《现代汉语词典》；语法常识
    Bad: 无论路程⟦很⟧远，他都按时到岗；⟦尽管⟧任务多么繁重，大家都没有怨言。 -> 无论路程多么远，他都按时到岗；不管任务多么繁重，大家都没有怨言。
    Bad: 与其坐等上门，⟦也不如⟧主动走访；宁可自己多跑几趟，⟦而不⟧让群众多跑一趟。 -> 与其坐等上门，不如主动走访；宁可自己多跑几趟，也不让群众多跑一趟。
    Bad: 要么限期整改，⟦或者⟧依法关停；首先要统一认识，⟦第二⟧要明确分工。 -> 要么限期整改，要么依法关停；首先要统一认识，其次要明确分工。
    Bad: 一是摸清底数，⟦二要⟧建立台账，三是逐户走访。
    Good: 无论路程多远，不管是否下雨，不论本地还是外地，尽管天气很冷，尽管放心。
    Good: 与其坐等，不如主动；宁可多跑几趟，也不让群众多跑；首先到达的是第二小组，一要摸清底数，二要建立台账。
    """
    for found, (said, fix, mild) in _PAIRS.found(paragraph):
        severity = Severity.HINT if mild else None
        yield Spot(*found.span("odd"), said.format(found["odd"]), fix, severity=severity)
