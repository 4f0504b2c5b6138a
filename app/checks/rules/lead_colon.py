"""No colon between a lead and what it leads: 分为三个部分，甲、乙和丙; 防治方法（1）……."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, lacking, rule
from app.checks.language.rows import CHARACTER as _H
from app.checks.tables import Table, each

_PARTS = "部分|方面|阶段|环节|板块|类型|类别|步骤|层次|层级|小组|大类|等级|档次|类|组|步|级"
_HEADS = "方法|措施|要求|内容|步骤|条件|办法|标准|事项|症状|原则|对象|流程|程序|职责|材料|优点|缺点|特点|目标|意义"
_ROWS = Table(
    (
        (
            "部分，|方面，|阶段，|环节，|板块，|类型，|类别，|步骤，|层次，|层级，|小组，|大类，|等级，|档次，|类，|组，|步，|级，",
            (
                rf"分(?:为|成)(?:以下|如下)?(?:[二两三四五六七八九]|[2-9])[个大种]?(?:{_PARTS})(?P<mark>，)"
                rf"(?={_H}{{2,12}}(?:、{_H}{{2,12}})*(?:、|和|及|，?以及|与){_H}{{2,12}}[。；])"
            ),
            "前面总说，后面分列，中间用冒号",
        ),
        (
            "（1）|（一）|①",
            rf"(?:^\s*|(?<=[。；]))(?:[0-9一二三四五六七八九十]{{1,2}}[、.．]|[（(][0-9一二三四五六七八九十]{{1,2}}[）)])?{_H}{{0,6}}(?:{_HEADS})(?P<none>)(?=（1）(?![至到和或、项条款]){_H}[^（）]{{5,}}|（一）[^（）]{{4,}}（二）|①[^①②]{{4,}}②)",
            "后面分条说明，前面用冒号",
        ),
        (
            each("", f"{_HEADS}|原因|任务|建议|问题", "1"),
            rf"(?:{_HEADS}|原因|任务|建议|问题)(?P<none>)(?=1[.．、](?![0-9])[^。]{{4,}}[；。]\s*2[.．、])",
            "后面分条说明，前面用冒号",
        ),
    )
)


@rule(group="标点", severity=Severity.HINT, idle=True, triggers=_ROWS.triggers)
def lead_colon(paragraph: Paragraph) -> Iterator[Spot]:
    """总说与分列之间没有冒号。

    “分为三个部分”“注意事项”之后一一列出，总说的话后面用冒号。

    来源：GB/T 15834—2011 4.7
    Bad: 集训分为三个阶段⟦，⟧理论授课、现场观摩和分组演练。 -> 集训分为三个阶段：理论授课、现场观摩和分组演练。
    Bad: 2.储藏方⟦法⟧（1）入窖前晾晒两天；（2）窖内留出通风道。 -> 2.储藏方法：（1）入窖前晾晒两天；（2）窖内留出通风道。
    Bad: 停水的原⟦因⟧1.水管老化；2.水泵检修。 -> 停水的原因：1.水管老化；2.水泵检修。
    Good: 集训分为三个阶段：理论授课、现场观摩和分组演练。
    Good: 申领条件（1）项所列人员，报名材料（1）至（3）项由村里代办。
    Good: 全镇分为三个片区，东片、中片和西片各有一名负责人。
    Good: 储藏方法：（1）入窖前晾晒两天；（2）窖内留出通风道。
    """
    for found, said in _ROWS.found(paragraph):
        if "mark" in found.re.groupindex:
            yield Spot(*found.span("mark"), said, "：")
        else:
            at = found.start("none")
            yield lacking("：", at, at, said)
