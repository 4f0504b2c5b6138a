"""会议指出；and a row that begins with a comma: 教育，卫生、文化等部门."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Table, each
from app.patterns import regex
from app.surnames import SURNAMES

_SAYING = "指出|强调|要求|认为|提出|明确|表示"
_SAID = regex(
    rf"(?!意见要求)(?:会议|讲话|报告|通知|文件|总书记|全会|书记|县长|市长|意见|决定)(?:还|同时|特别|最后)?(?:{_SAYING})(?P<mark>[；、])(?=[\u4e00-\u9fff])"
)
# 会议提出、研究了: a verb in a row of verbs.
_GOES_ON = regex("[\u4e00-\u9fff]{2}(?:了|和|、|与|，|。|执行|开展|落实|办)")
_FIELDS = (
    "教育|卫生|卫健|文化|民政|财政|公安|人社|住建|交通|农业|水利|林业|环保|发改|工信|商务|科技|体育|旅游|文旅|应急|税务|审计|"
    "统计|司法|医疗|养老|就业|社保|住房|宣传|组织|统战|政法|纪检|工会|共青团|妇联|消防|气象|城管|市场监管|自然资源|生态环境"
)
_ROW = regex(
    rf"(?:^|(?<=[。；，：由]))(?:{_FIELDS})(?P<mark>，)(?:(?:{_FIELDS})、)+(?:{_FIELDS})(?:等(?:相关|有关|多个)?)?(?:部门|单位|领域|行业|方面|事业)"
)
_LINKS = "同时|此外|目前|因此|近年来|另外|为此|至此|截至目前|截止目前|与此同时|总之|综上所述|据了解|据悉|会后|会上|随后|接着"

_TIMES = "今年以来|今年|去年|去年以来|今年上半年|今年下半年|去年上半年|去年下半年|当前|近期|近日|日前|一年来|半年来|下一步"

_PEACE = "谐温平缓饱共总柔暖调亲祥随附求之中讲太家人地天"  # 总和, 随和: words that 和 ends

_MARKS = Table(
    (
        (
            f"{each('', _SAYING, '；')}|{each('', _SAYING, '、')}",
            _SAID,
            ("这里用逗号或者冒号", "，", None),
        ),
        (each("", _FIELDS, "，"), _ROW, ("并列的词语之间用顿号", "、", None)),
        (
            "说，“|道，“",
            "[说道](?P<mark>，)(?=“[^“”]{4,}[。！？…]”)",
            ("说的话前面用冒号", "：", Severity.HINT),
        ),
        (
            "|".join([each("", _TIMES, mark) for mark in "；。"]),
            rf"(?:^|(?<=[。；]))(?:{_TIMES})(?P<mark>[；。])(?=[\u4e00-\u9fff])",
            ("表示时间的话后面用逗号", "，", None),
        ),
        (
            "、出席|、参加|、列席|、陪同",
            rf"(?<=[、，：])[{SURNAMES}][\u4e00-\u9fff]{{1,2}}(?P<mark>、)(?=(?:出席|参加|列席|陪同)(?:了|会议|活动|座谈|仪式|调研|[，。]))",
            ("人名与动词之间不用顿号", "", None),
        ),
        (
            "和、",
            rf"(?<=[\u4e00-\u9fff]{{2}})(?<![{_PEACE}和])(?<![{SURNAMES}][\u4e00-\u9fff])(?P<mark>和、)(?=[\u4e00-\u9fff]{{2}})",
            ("“和”与顿号留一个", "、", None),
        ),
        (
            "和。|与。|或。|以及。|并且。",
            rf"(?<=[\u4e00-\u9fff]{{2}})(?:和(?<![{_PEACE}谦失议协软掺搅永泰政呼凑战]和)|与(?<![参给付授干赠]与)|或(?<![抑间容]或)|以及|并且)(?P<mark>。)(?=[\u4e00-\u9fff])",
            ("这里的话没有说完，不用句号", "", None),
        ),
        (
            "说“|道“|表示“",
            r"(?:(?<![听据传常俗再按会应])[说道]|(?<=[，。员民师生长任他她])表示)(?P<mark>)(?=“[^“”]{6,}[。！？…]”)",
            ("说的话前面用冒号", "：", Severity.HINT),
        ),
        (
            "强调，",
            r"(?<=[\u4e00-\u9fff])强调(?P<mark>，)(?=(?:(?!要|应|是|须|认识|明确|把握|提高|理解|了解|领会|充分|牢记|[，。；：]).){2,14}的(?:重要性|重要意义|必要性|紧迫性)[，。；])",
            ("后面是“强调”的宾语，用“了”连接，不用逗号", "了", None),
        ),
        (
            "；其中",
            r"(?:[0-9][%％]|[0-9][万亿]?(?:人次|[元个人户亩吨项家件名]))(?P<mark>；)(?=其中)",
            ("“其中”说的是前一句里的一部分，用逗号", "，", None),
        ),
        (
            "|".join([each("", _LINKS, mark) for mark in "；。、"]),
            rf"(?:^|(?<=[。，；]))(?:{_LINKS})(?P<mark>[；。、])(?=[\u4e00-\u9fff])",
            ("承接上文的词语后面用逗号", "，", None),
        ),
        (
            "此外|与此同时|综上所述",
            r"(?:^|(?<=[。；]))(?P<mark>此外|与此同时|综上所述)(?=[还也要各我全对在][\u4e00-\u9fff])",
            ("承接上文的词语后面用逗号", None, Severity.HINT),
        ),
    )
)


@rule(group="标点", severity=Severity.WARNING, idle=True, triggers=_MARKS.triggers)
def said_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """引语前、并列词之间的标点用错。

    “会议指出”后面用逗号或者冒号，不用分号、顿号；同一列并列词语中间一律用顿号。

    来源：GB/T 15834—2011 4.5、4.7
    Bad: 会议指出⟦；⟧要抓好工作落实。 -> 会议指出，要抓好工作落实。
    Bad: 教育⟦，⟧卫生、文化等部门要密切配合。 -> 教育、卫生、文化等部门要密切配合。
    Bad: 村支书老马说⟦，⟧“路修通了，心里也亮堂了。” -> 村支书老马说：“路修通了，心里也亮堂了。”
    Bad: 今年上半年⟦。⟧我局认真开展工作，抓好春耕⟦和、⟧防汛等工作，副县长张强、李明⟦、⟧出席会议。 -> 今年上半年，我局认真开展工作，抓好春耕、防汛等工作，副县长张强、李明出席会议。
    Bad: 熟悉操作规程和⟦。⟧应急办法。村支书⟦说“⟧路修通了，心里也亮堂了。” -> 熟悉操作规程和应急办法。村支书说：“路修通了，心里也亮堂了。”
    Bad: 全年培训3200人次⟦；⟧其中党员1200人次。 -> 全年培训3200人次，其中党员1200人次。
    Bad: 名单要随时更新。⟦此外⟧还要做好衔接。 -> 名单要随时更新。此外，还要做好衔接。
    Bad: 泵房已经完工。目前⟦、⟧机组正在调试。同时⟦；⟧管网也在铺设。 -> 泵房已经完工。目前，机组正在调试。同时，管网也在铺设。
    Bad: 会上，李明强调⟦，⟧汛期值班的重要性，并检查了物资。 -> 会上，李明强调了汛期值班的重要性，并检查了物资。
    Good: 会议强调，各村要认识值班的重要性，做好准备。
    Good: 三年产值的总和。关系趋于缓和。据说“路修通了，心里亮堂了！”
    Good: 名单要随时更新。此外，还要做好衔接，除此外还有两项。
    Good: 了解群众的思想动态、意见要求、信息反馈。
    Good: 会议指出，要抓好落实；会议强调：要压实责任。
    Good: 加强教育，卫生、文化等部门要配合；会议听取、审议了报告，按照通知要求、标准执行。
    """
    text = paragraph.text
    for found, (said, right, severity) in _MARKS.found(paragraph):
        if found["mark"] == "、" and _GOES_ON.match(text, found.end()):
            continue
        among = found["mark"] == "；" and text.startswith("其中", found.end())
        loose = among and _long(text, found.start())  # bulletins part long clauses so
        fix = f"{found['mark']}，" if right is None else right
        yield Spot(*found.span("mark"), said, fix, severity=Severity.HINT if loose else severity)


def _long(text: str, at: int) -> bool:
    """Whether the clause that ends at a place has commas itself."""
    return "，" in text[max(text.rfind("。", 0, at), text.rfind("；", 0, at)) + 1 : at]
