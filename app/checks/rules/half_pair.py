"""Conjunctions that go in pairs, one half of which is missing or belongs to another pair."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Table

_REST = "(?P<rest>[^。；！？\n]*)"
# Its literals, the first half, what answers it somewhere in the sentence, what the message names.
_PAIRS = (
    (
        "不仅|不但|不光|非但",
        "(?<![也决绝并已就])(?:不仅|不但|不光|非但)(?!如此|仅)",
        "而且|还|也|又|更|并且|甚至|同时|反而|且|连|都",
        "而且”“还",
    ),
    (
        "虽然|虽说",
        "(?:^|(?<=[，。；：]))(?:虽然|虽说)",
        "但|却|然而|不过|仍|还|也|可|依然|只是|总体|倒",
        "但",
    ),
    ("即使|即便|哪怕", "(?:即使|即便|哪怕)(?!是)", "也|仍|还|都|就算|依然|又|照样", "也"),
    (
        "无论|不论|不管",
        "(?:^|(?<=[，。；：]))(?:无论|不论|不管)",
        "都|也|总|均|一律|一概|始终|必须|应|要|就|全|皆|坚持|绝不|决不|只要|一定",
        "都",
    ),
    (
        "与其",
        "(?:^|(?<=[，。；：]))与其(?![他它她中次实间余])",
        "不如|毋宁|宁可|倒不如|宁愿|更",
        "不如",
    ),
    (
        "既要",
        "(?:^|(?<=[，。；：]))既要",
        "又|也|还|更|且|同时|并",
        "又要",
    ),
    (
        "之所以",
        "之所以",
        "因为|由于|在于|缘于|源于|因|关键|根本|原因|是|靠|得益|为了|就|正",
        "是因为",
    ),
)
# A condition may close the sentence: 各单位都要参加，无论人数多少。
_AFTER = ("无论", "不论", "不管", "即使", "即便", "哪怕")
_LONE = Table(
    [
        (literals, f"(?P<odd>{first}){_REST}", (re.compile(second), said))
        for literals, first, second, said in _PAIRS
    ]
)
_CROSSED = Table(
    (
        (
            "只有",
            "只有(?![一两三几])[^。；，！？]{2,24}，[^。；，！？才]{0,8}?(?<!也)(?P<odd>就)(?=能|可以|会|是|一定|必)",
            ("“只有”与“才”呼应", "才"),
        ),
        (
            "只要",
            "只要[^。；，！？]{2,24}，[^。；，！？就]{0,8}?(?P<odd>才)(?=能|可以|会|是)",
            ("“只要”与“就”呼应", "就"),
        ),
        (
            "无论|不论|不管",
            "(?:无论|不论|不管)[^。；，！？]{2,24}，(?P<odd>但是?|却)(?!凡|[^。；，！？]{0,12}[都也总均])",
            ("“无论”与“都”呼应，不与“但”连用", None),
        ),
        (
            "不但|不仅",
            "(?:不但|不仅)[^。；，！？]{2,24}，(?P<odd>但是|却)(?!不)",
            ("“不仅”与“而且”呼应，不与“但”连用", None),
        ),
        (
            "虽然|尽管",
            "(?:虽然|尽管)(?:(?!由于|因为|因)[^。；，！？]){2,24}，(?P<odd>而且|并且|所以|因此)",
            ("“虽然”与“但”呼应", None),
        ),
        (
            "即使|即便|纵使|哪怕",
            "(?:即使|即便|纵使|哪怕)[^。；，！？]{2,24}，(?P<odd>但是?|然而|可是)(?!凡|[^。；，！？]{0,12}[也仍还])",
            ("“即使”与“也”呼应，不与“但”连用", None),
        ),
        (
            "尽管",
            "尽管(?:(?!由于|因为|因)[^。；，！？]){2,24}，[^。；，！？但却仍还也]{0,2}?(?P<odd>因此|因而|从而|所以|而且|并且)",
            ("“尽管”与“但”呼应", None),
        ),
        (
            "即使|即便|哪怕",
            "(?:即使|即便|哪怕)[^。；，！？]{2,24}，(?P<odd>那么|就(?=要|会|能)|才)",
            ("“即使”与“也”呼应", "也"),
        ),
        (
            "宁可|宁愿|宁肯",
            "(?:宁可|宁愿|宁肯)[^。；，！？]{2,24}，(?P<odd>就|才)(?=不|要|能|会)",
            ("“宁可”与“也”呼应", "也"),
        ),
        (
            "既抓|既要|既看|既讲|既重",
            "既(?=[抓要看讲重])[^。；，！？又也]{2,16}，[^。；，！？又也]{0,2}(?P<odd>而且|并且)",
            ("“既”与“又”呼应", "又"),
        ),
        (
            "与其",
            "与其[^。；，！？]{2,16}，(?P<odd>而是|才能|也要|所以)",
            ("“与其”与“不如”呼应", None),
        ),
        (
            "如果|假如|倘若",
            "(?:如果|假如|倘若)[^。；，！？]{2,24}，(?P<odd>因此|所以|但是(?!由于))",
            ("“如果”与“就”呼应", None),
        ),
        (
            "因为|由于",
            "(?:因为|由于)[^。；，！？]{2,24}，(?P<odd>但是|然而)",
            ("“因为”与“所以”呼应", None),
        ),
    )
)
# 通过这次学习，使我认识到: the sentence has lost its subject.
_LOST = re.compile(
    "(?:^|(?<=[。；]))(?:通过|经过|受[^。；，！？]{2,16}影响|在[^。；，！？]{2,16}下|随着)[^。；，！？使让]{0,24}，(?P<odd>使得?|让)(?!用|命|得|者|之|利)"
    "|(?<=，)(?:通过|经过)(?!了)[^。；，！？使让我]{2,24}，(?P<later>使得?|让)(?=我们?(?![县市区镇乡省国局委校院公司单部厅州村行处所]))"
)
_LED = ("，使", "，让")


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    triggers=(*_LONE.triggers, *_CROSSED.triggers, *_LED),
)
def half_pair(paragraph: Paragraph) -> Iterator[Spot]:
    """关联词不呼应。

    “不仅”要有“而且、还”，“虽然”要有“但”，“只有”与“才”、“只要”与“就”呼应；“通过……，使……”让句子没有了主语。缺一半的只作提示。

    来源：《现代汉语词典》；公文语病惯例
    Bad: 只有压实责任，⟦就⟧能见到成效。 -> 只有压实责任，才能见到成效。
    Bad: 只要持之以恒，⟦才⟧能久久为功。 -> 只要持之以恒，就能久久为功。
    Bad: 部分房屋即使长年闲置，⟦但是⟧村民不愿退出。
    Bad: 这项工作⟦不仅⟧关系民生，是重大政治任务。
    Bad: 即使条件艰苦，⟦那么⟧要完成任务；宁可少收入，⟦就⟧不能污染环境。 -> 即使条件艰苦，也要完成任务；宁可少收入，也不能污染环境。
    Bad: ⟦既要⟧抓好当前任务，着眼长远发展。尽管困难很多，⟦因此⟧如期完成。
    Good: 既要抓好当前，又要着眼长远；即使条件艰苦，也要完成；宁可少收入，也不能污染环境。
    Bad: 入职以来我系统学习了业务制度，通过多年的锻炼，⟦使⟧我能够独立工作。
    Bad: 通过这次学习，⟦使⟧我认识到差距。
    Bad: 受疫情影响，⟦使⟧企业经营遇到困难。
    Good: 只有压实责任，才能见到成效；只要持之以恒，就能久久为功。
    Good: 即使称不上先进，但也有特色；无论岗位差别多大，但他们都尽职；尽管村里由于没有先例，因此拖了下来。
    Good: 这项工作不仅关系民生，而且是政治任务。虽然有进步，但差距仍在。
    Good: 安全生产是底线，无论大企业还是小作坊。
    Good: 县委高度重视，通过专题培训，使我镇干部开阔了眼界；领导多次谈话，让我认识到差距。
    Good: 通过学习，我认识到差距，使工作有了新起色。不仅如此，与其他单位联系。
    """
    text = paragraph.text
    crossed: set[int] = set()
    for found, (said, fix) in _CROSSED.found(paragraph):
        crossed.add(found.start())
        yield Spot(*found.span("odd"), said, fix)
    for found, (answer, said) in _LONE.found(paragraph):
        closes = found["odd"] in _AFTER and "，" not in found["rest"]
        lone = found.start() not in crossed and not closes and not answer.search(found["rest"])
        if len(found["rest"]) > 4 and lone:
            message = f"“{found['odd']}”后面疑缺“{said}”与它呼应"
            yield Spot(*found.span("odd"), message, severity=Severity.HINT)
    for found in _LOST.finditer(text) if not paragraph.literals.isdisjoint(_LED) else ():
        odd = found.lastgroup or "odd"
        message = f"“{found[odd]}”前缺主语：可删去前面的介词或者这个“{found[odd]}”"
        yield Spot(*found.span(odd), message, severity=Severity.HINT)
