"""The mark behind 如下 at the end of a paragraph."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, lacking, rule
from app.document.model import Role
from app.patterns import regex

_ENDS = regex(
    r"(?:如下|如下(?:意见|要求|安排|几点)|以下(?:意见|要求|几点|措施|安排|问题|内容|事项))(?P<mark>[；，、！？])\s*$"
)
# 提出三点要求，一是……；二是……
_INLINE = regex(
    r"(?:(?:以下|如下|下列)[^，。；：]{0,8}|(?:[二三四五六七八九两]|几)[个点项条](?:方面|问题|环节|特点|措施|任务|要求|意见|工作|建议|原因|事项)?|明确要求|会议要求)(?P<mark>[，；])(?=一是|一要)"
)
# 对各科室提出了具体要求，一要……；实现“三个转变”，一是……
_ASKED = regex(
    "(?:(?:提出|[作做]出?)了?[^，。；：]{0,24}(?:要求|部署|布置|安排|意见|指示)"
    "|(?:实现|做到|落实|抓好|注重|坚持)了?(?:“[^”，。；]{2,8}”|[二两三四五六七八九]个(?:转变|结合|到位|突破|提升|确保|延伸|覆盖|衔接|强化|注重|坚持|统一)))(?P<mark>，)(?=一[是要](?!否|求))"
)
# 议定以下事项。一、拨付经费；二、……
_STOPPED = regex(
    "(?:如下|(?:以下|下列)[^，。；：]{0,4}(?:事项|意见|要求|问题|内容|决定|措施|安排))(?P<mark>。)(?=一、(?!二[、季年组级])|一是|（一）|1[.．、](?![0-9]))"
)
# 分工如下，张三负责接待
_BEHIND = regex(
    r"(?:如下|如下(?:意见|要求|安排|几点))(?P<mark>[，；])(?!请|望|希|供|妥|盼|敬|特|谨|以|并|同|自|欢迎|不|如|若|现|有|其|也|我|但|可|经|均|各|本|该|须|务|一是|一要)(?=[^。；，]{2,}[，；：。])"
)
# 有下列行为之一的，取消资格；
_ONE_OF = regex(
    r"(?:^\s*[0-9一二三四五六七八九十]{1,3}[、.．]|有|出现|发生|符合|属于|存在|具备)(?:下列|以下)[^，。；：]{0,10}之一(?:的|者|时)?(?:，[^。；：]{2,40})?(?P<mark>[；。，])\s*$"
)

# 现将有关事项通知如下, and nothing behind it
_BARE = regex(r".{6,}(?:如下|如下(?:倡议|意见|要求|建议|安排|规定|措施|通知|报告))(?P<at>)\s*")
# 经局党组研究决定；and what was decided in the lines below
_DECIDED = regex(r"\s*经[^，。；：]{2,24}(?:决定|研究同意)(?P<mark>[；，、。])\s*")


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(
        [
            f"{word}{mark}"
            for word in ("下", "见", "求", "排", "点", "施", "题", "容", "项")
            for mark in "；，、！？"
        ]
        + [f"{mark}一{word}" for mark in "，；" for word in "是要"]
        + [
            "之一",
            "如下",
            "研究决定",
            "研究同意",
            "讨论决定",
            "。一、",
            "。一是",
            "。（一）",
            *[f"。1{mark}" for mark in ".．、"],
        ]
    ),
)
def as_follows_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """“如下”后面用冒号。

    段末的“报告如下”“通知如下”引起下文，用冒号（也有用句号的），不用分号、逗号。

    来源：GB/T 15834—2011 4.7
    Bad: 现将有关情况报告如下⟦；⟧ -> 现将有关情况报告如下：
    Bad: 结合实际，提出如下意见⟦，⟧ -> 结合实际，提出如下意见：
    Bad: 经研究，现通知如下⟦、⟧ -> 经研究，现通知如下：
    Bad: 下面讲三点意见⟦，⟧一是提高认识，二是狠抓落实。 -> 下面讲三点意见：一是提高认识，二是狠抓落实。
    Bad: 县长对防汛作了安排⟦，⟧一要备足物资，二要落实值班。 -> 县长对防汛作了安排：一要备足物资，二要落实值班。
    Bad: 考核分值如下⟦；⟧笔试占六成，面试占四成。 -> 考核分值如下：笔试占六成，面试占四成。
    Bad: 有下列行为之一的，取消评选资格⟦；⟧ -> 有下列行为之一的，取消评选资格：
    Bad: 会议议定了以下事项⟦。⟧一、同意拨付经费；二、成立筹备组。 -> 会议议定了以下事项：一、同意拨付经费；二、成立筹备组。
    Bad: body| 现将有关事项通知如⟦下⟧ -> 现将有关事项通知如下：
    Bad: 经县茶叶局党组研究决定⟦；⟧ -> 经县茶叶局党组研究决定：
    Good: 培训对象为科级以下干部。一是集中学，二是自学。
    Good: 不得有下列行为之一：乱停车，乱张贴。本县是下列试点之一，已经验收。
    Good: 现将有关情况报告如下：
    Good: 现将有关情况报告如下。
    Good: 认真落实各位领导的要求，一是补齐台账，二是通报进展。
    Good: 具体安排如下，请遵照执行。
    """
    if paragraph.role is Role.OBJECT:
        return
    found = _ENDS.search(paragraph.text)
    if found is not None:
        yield Spot(*found.span("mark"), "引起下文用冒号", "：")
    one_of = _ONE_OF.search(paragraph.text) if "之一" in paragraph.literals else None
    if one_of is not None:
        yield Spot(*one_of.span("mark"), "后面分条列出，用冒号", "：")
    bare = _BARE.fullmatch(paragraph.text) if paragraph.role is Role.BODY else None
    if bare is not None:
        yield lacking("：", bare.start("at"), bare.start("at"), "引起下文用冒号")
    decided = _DECIDED.fullmatch(paragraph.text)
    if decided is not None:
        yield Spot(*decided.span("mark"), "引起下文用冒号", "：")
    for pattern in (_INLINE, _ASKED, _STOPPED):
        for found in pattern.finditer(paragraph.text):
            yield Spot(*found.span("mark"), "后面分项说明，用冒号", "：")
    for found in _BEHIND.finditer(paragraph.text):
        yield Spot(*found.span("mark"), "引起下文用冒号", "：")
