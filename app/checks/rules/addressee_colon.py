"""A salutation or addressee line that does not end in ：."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_END = regex(r"(?<=\S)[:，、,。；;]?\s*$")

# A line by itself that can only be an addressee, a semicolon behind it.
_LIKE = regex(
    r"[\u4e00-\u9fff（）、，]{2,40}(?:人民政府|委员会|局|厅|办公室|单位|部门|办事处|党委|党组|党支部|同志们|机关)[；;]"
)

# 各居民小组，为做好……现将: what is told them goes on in the same line.
_SAME_LINE = regex(
    r"\s*(?:各|全体|尊敬的|广大)[\u4e00-\u9fff、]{1,20}(?:委员会|单位|学校|部门|科室|企业|乡镇|街道|支部|小组|同志|职工|家长|村民|居民|业主|客户|会员|村|办|老师|同学|师生)(?P<mark>[，；。])(?=(?:为|根据|按照|经|现|因|由于|随着)[^。]*(?:如下|通知|公告|通告|函告))"
)


@rule(group="要素", severity=Severity.ERROR)
def addressee_colon(paragraph: Paragraph) -> Iterator[Spot]:
    """主送机关、称谓后用全角冒号。

    主送机关和称谓顶格书写，后面用全角冒号。

    来源：GB/T 9704—2012 7.3.2
    Bad: salutation| 各县（区）人民政府⟦:⟧ -> 各县（区）人民政府：
    Bad: salutation| 各县（区）人民政府⟦，⟧ -> 各县（区）人民政府：
    Bad: salutation| 云岭县水务局⟦、⟧ -> 云岭县水务局：
    Bad: body| 河口镇人民政府⟦；⟧ -> 河口镇人民政府：
    Bad: body| 各居民小组⟦，⟧为做好秋粮入库工作，现将有关事项通知如下。 -> 各居民小组：为做好秋粮入库工作，现将有关事项通知如下。
    Good: salutation| 各县（区）人民政府：
    Good: salutation| 同志们！
    """
    text = paragraph.text
    if (
        paragraph.role in (Role.BODY, Role.SALUTATION)
        and text[-1:] in "；;"
        and _LIKE.fullmatch(text)
    ):
        yield Spot(len(text) - 1, len(text), "主送机关后面用冒号", "：")
    led = _SAME_LINE.match(text)
    if led is not None:
        said = "称谓后面用冒号"
        yield Spot(*led.span("mark"), said, "：", severity=Severity.WARNING)
    if paragraph.role is not Role.SALUTATION or text.rstrip()[-1:] in "：！":
        return
    found = _END.search(text)
    if found is not None:
        start = found.start() if found[0].strip() else max(len(text.rstrip()) - 1, 0)
        fix = "：" if found[0].strip() else text.rstrip()[-1:] + "："
        yield Spot(start, len(text), "这一行末尾应为全角冒号", fix)
