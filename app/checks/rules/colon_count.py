"""A number of things announced before a colon, and the row of them that follows."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese
from app.patterns import regex

_N = "[两二三四五六七八九十]|[2-9]|1[0-9]"
_NOUN = (
    "问题|方面|重点|环节|原则|阶段|步骤|部分|类型|类别|层次|层级|途径|渠道|方式|模式|特点|优势|短板|难点|堵点|痛点|关键|要素|因素|原因|"
    "任务|工作|措施|举措|行动|工程|项目|机制|制度|体系|平台|标准|要求|指标|能力|意识|关系|关口|关|目标|方向|领域|片区|板块|小组|工作组|专班|"
    "乡镇|街道|社区|村|部门|单位|县|区|县区|品牌|活动|内容|事项|程序|条件|情形|清单|台账|坚持|确保|突出|强化|转变|提升|结合|到位|统一|严禁|不准"
)
_CLAIM = regex(
    rf"(?P<claim>(?P<quote>“)?(?P<n>{_N})(?P<unit>个|项|类|种|大|条|点|处|支)(?P<noun>[\u4e00-\u9fff]{{0,4}}(?:{_NOUN}))”?)(?:[\u4e00-\u9fff]{{0,4}})(?:：|，(?:即|也就是|就是|分别是|分别为|包括)：?|（即?)(?P<items>[^：:。；）\n]+)(?=[。；）]|$)"
)
# 设置便民点五处：
_PLACED = regex(
    rf"(?<![0-9一二三四五六七八九十百第])(?P<claim>(?P<n>{_N})[个处家所座条])：(?P<items>[^。；：]+)(?=[。；]|$)"
)
_COUNTED = regex("[两二三四五六七八九十0-9][个项类种大条点处支家所座]")
_CITED = regex(r"“[^”]*”|《[^》]*》|（[^）]*）")
_OPEN = regex(r"等|……|及其|之一|其中|[0-9]")
_POINT = regex(
    r"(?:^|[，、；])(?:[一二三四五六七八九十][是要]|第[一二三]|其[一二]|首先|[（(]?[1-9一][）)、.])"
)


@rule(
    group="一致",
    severity=Severity.WARNING,
    idle=True,
    triggers=("：", "，即", "就是", "分别", "包括", "（"),
)
def colon_count(paragraph: Paragraph) -> Iterator[Spot]:
    """冒号前说的项数与后面列出的不符。

    “存在三个问题：甲、乙、丙。”冒号前说几个，后面就列几个。各项长短悬殊、里面可能还套着并列的，只作提示。

    来源：公文校对惯例
    Bad: 主要存在⟦两个问题⟧：思想认识不到位、工作措施不扎实、干部作风不过硬。
    Bad: 抓好⟦“四个重点”⟧，即抓学习、抓作风、抓落实。
    Bad: 设置便民经营点⟦五处⟧：东门市场、西门市场、南关市场、北桥市场。
    Good: 设置便民经营点四处：东门市场、西门市场、南关市场、北桥市场。
    Bad: 重点整治⟦三类问题⟧：吃拿卡要、推诿扯皮。
    Good: 主要存在三个问题：思想认识不到位、工作措施不扎实、干部作风不过硬。
    Good: 东城、南城、北城3个县（市、区）已经验收。
    Good: 重点整治三类问题：吃拿卡要、推诿扯皮、优亲厚友等。
    Good: 实行三个机制：例会机制，每周研究；督查机制，每月通报；考核机制，年终兑现。
    Good: 抓好两项工作：一是排查隐患、登记造册；二是落实整改、逐项销号。
    """
    text = paragraph.text
    patterns = (_CLAIM, _PLACED) if _COUNTED.search(text) else ()
    for found in (found for pattern in patterns for found in pattern.finditer(text)):
        row = _CITED.sub("引", found["items"])
        claimed = from_chinese(found["n"]) or 0
        if "、" not in row or _OPEN.search(row) or _POINT.search(row):
            continue
        parts = re.split("，", row)
        items = parts[0].split("、") if len(parts) == 1 else []
        if not items and all("、" not in part for part in parts):
            items = parts
        lengths = [len(item) for item in items]
        if len(items) < 2 or len(items) == claimed or not 1 < max(lengths) <= 16:
            continue
        last = len(re.findall("(?<=[\u4e00-\u9fff]{2})[和与及](?=[\u4e00-\u9fff]{2})", items[-1]))
        if claimed == len(items) + last:
            continue
        even = max(lengths) - min(lengths) <= 2 and not re.search("[和与及]", row)
        severity = None if even and abs(claimed - len(items)) <= 2 else Severity.HINT
        yield Spot(*found.span("claim"), f"后面列出{len(items)}项", severity=severity)
