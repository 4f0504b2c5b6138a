"""A preposition, or what stands before one, written on both sides of it: 在一般应在, 要在政治上要更加."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Table, each

_ADVERBS = (
    "一般应|一般都|一般|早日|及时|尽快|尽早|进一步|认真|切实|不断|逐步|都|也|均|应当|应|要|须|必须|可以|已经|已|还|"
    "将|统一|全部|共同|分别|主要|主动|积极|直接|首先|同时|始终|一直|只|仅"
)
_PREPOSITIONS = "把|将|被|从|向|对|在|由|为"
# Before these the same character belongs to another word: 服从要从, 相对都对, 反对也对, 现在都在.
_OWN = "[服相反应面针现存实正所内外自理因事方导意走转志趋个认成作行视改变定设称分评列当]"
_TWICE = rf"(?<!{_OWN})(?P<odd>{_PREPOSITIONS})(?=(?:{_ADVERBS})(?P=odd)(?![来军领士帅握关手方象比立策付面子容抗话等后头]))"
_MODALS = "要|应|应当|应该|必须|须|可以|能够"
_LEADS = "在|对|从|向|把|将|按照|按|由|为|以|通过|根据|结合|就|与|和"
# 要在政治上要更加敏锐
_AGAIN = (
    rf"(?<![需主重首只想紧扼摘简提纪不必相反供响对呼感效适理本自名大还])(?P<modal>{_MODALS})(?<!应(?=对))(?:{_LEADS})"
    rf"(?!(?P=modal))[^，。；：、！？“”（）《》的]{{2,10}}?(?<![需主重首只想紧扼摘简提纪相反供响对呼感效适理名大一必还概纲者])(?P<odd>(?P=modal))"
    r"(?![求点素领闻害件职道么塞隘地强约价好人目不是用急邀变对届来军士帅会近于予获在能])(?=[\u4e00-\u9fff]{2})"
)
# 应在退租前，须……
_MODAL_LATER = r"(?:应当?|应该|须|必须)(?:在|于|自)[^，。；：、]{2,16}(?:前|后|时|内|期间|之日起)，(?P<odd>须|必须|应当?|应该)(?![用急付对])(?=[\u4e00-\u9fff]{2})"
_MANNERS = "临时|全面|及时|认真|切实|不断|积极|主动|进一步|继续|逐步|严格|着力|大力|共同|定期|尽快|专门|统一|集中"
# 临时对本小区临时停水
_SAME = (
    rf"(?P<odd>(?P<how>{_MANNERS})地?)(?:对|将|把|向|为|从|由|按|在)"
    r"[^，。；：、！？“”（）《》的]{2,12}?(?P=how)(?=[\u4e00-\u9fff]{2})(?!分子|体|供养|安置|区|点|战线|性|市场|价|征|规划|制服)"
)
_ROWS = Table(
    (
        (
            "|".join([each(one, _ADVERBS, one) for one in _PREPOSITIONS.split("|")]),
            _TWICE,
            "两处都写了“{}”，留一个",
        ),
        (
            "|".join([each(modal, _LEADS) for modal in _MODALS.split("|")]),
            _AGAIN,
            "前面已有“{}”，这一个多余",
        ),
        (
            "|".join([each("", "应|应当|应该|须", place) for place in "在于自"]),
            _MODAL_LATER,
            "前面已有“应”“须”，这里的“{}”多余",
        ),
        (each("", _MANNERS), _SAME, "同一分句里写了两次，这一处多余"),
    )
)


@rule(group="词语", severity=Severity.WARNING, idle=True, triggers=_ROWS.triggers)
def repeated_preposition(paragraph: Paragraph) -> Iterator[Spot]:
    """介词或者状语前后重复。

    改动语序时留下了原来的字：“在一般应在”“把早日把”，一个介词写在状语的两边；“要在……要”“临时对……临时”，一个状语写在介词结构的两边。留一个就够。

    来源：公文校对惯例
    Bad: 申请人⟦在⟧一般应在户籍所在地办理，为⟦把⟧早日把新校区建成而努力。 -> 申请人一般应在户籍所在地办理，为早日把新校区建成而努力。
    Bad: 党员干部要在作风上⟦要⟧更加过硬，今晚⟦临时⟧对东区管网临时停水。 -> 党员干部要在作风上更加过硬，今晚对东区管网临时停水。
    Bad: 承租人应在退租前十日内，⟦须⟧将钥匙交还。 -> 承租人应在退租前十日内，将钥匙交还。
    Good: 应在三日内提交材料，逾期须重新申请。
    Good: 现在都在忙，服从要从内心做起，应当将应急物资备足，要在实践中提高能力，他反对也对外公开。
    Good: 要对重要岗位加强监管，将对将军的生平作介绍，积极向积极分子学习，由统一战线工作部门负责，要把主要精力放在项目上。
    Good: 突发事件应对工作应当统一指挥，要在五年规划纲要中写明，应当在发现或者应当发现之日起报告。
    Good: 集中对集中供养人员体检，要从娃娃抓起，要在学中干、在干中学。
    """
    for found, said in _ROWS.found(paragraph):
        odd = found["odd"]
        yield Spot(*found.span("odd"), said.format(odd), "", title=f"删去“{odd}”")
