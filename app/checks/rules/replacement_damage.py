"""What search and replace leaves behind."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_EARLIER = regex("边区|苏区|解放区|根据地|中央局|抗日")  # 区党委 were bodies of those years
_DAMAGED = regex(
    r"(?<!自治区)(?<![片园社景校厂矿库小院林牧辖站]区)(?<=[省市县区])党委(?=常委|书记|副书记|组织部|宣传部|统战部|办公)|(?<=[XxＸ×])(?:县县|市市|区区|省省|局局|镇镇|乡乡|村村)"
    r"|(?<=[\u4e00-\u9fff]{2})(?:教育|会议|工作|活动|方案|制度|项目|建设|任务|精神|文件|材料|计划|报告)们"
    r"|(?:为|在|对|使)(?:省|市)各(?:项|级|地)(?=事业|工作)"
)
# X村村民, X市市场, X县县农业局: the second is part of a word, or of the name of an organ.
_OWN = regex(
    "[委长级直属乡域城志场民容区口庄组里道部史情镇井政辖府内外属花貌]|医院|财政|监局|块链|(?!召开|设立|成立|举办|开展|建立|组织|安排|建成)[\u4e00-\u9fff]{2,6}(?:局|委|院|校|站|所|队|公司|中心)"
)


@rule(
    group="待填与杂质",
    severity=Severity.WARNING,
    triggers=(
        *(place + "党委" for place in "省市县区"),
        *(end + "们" for end in "育议作动案度目设务神件料划告"),
        *(place * 2 for place in "县市区省局镇乡村"),
        *(before + place + "各" for before in "为在对使" for place in "省市"),
    ),
)
def replacement_damage(paragraph: Paragraph) -> Iterator[Spot]:
    """批量替换留下的错误。

    把地名、机关名批量替换之后，容易出现“省党委常委”“X县县”一类的错误。

    来源：公文校对惯例
    Bad: 省⟦党委⟧常委、组织部部长X强调 -> 省委常委、组织部部长X强调
    Bad: 《X⟦县县⟧人才服务办法》 -> 《X县人才服务办法》
    Bad: ⟦为省各项⟧事业发展提供保障
    Bad: 主题⟦教育们⟧：5月31日召开了会议。
    Good: 1940年，他在边区任北山区党委书记。
    Good: 北部片区党委副书记、广西壮族自治区党委副书记、省委常委、县委书记，X县县委，县党委系统，学校党委书记，X县县级领导。
    Good: X县县财政、X市市监局、X区区块链产业园都在内。
    Good: X村村民代表、X村村庄整治、X市市场监管局、X县县农业局都参加。
    """
    for found in _DAMAGED.finditer(paragraph.text):
        text = found[0]
        if text == "党委" and _EARLIER.search(paragraph.text):
            continue
        if text == "党委":
            yield Spot(*found.span(), "应为“委”，疑为替换错误", "委")
        elif text.endswith("们"):
            yield Spot(*found.span(), "“们”只用于人，疑为替换错误")
        elif text[0] == text[-1] and len(text) == 2:
            if _OWN.match(paragraph.text, found.end()):
                continue
            yield Spot(*found.span(), f"“{text[0]}”重复", text[0])
        else:
            yield Spot(*found.span(), f"疑为替换错误：“{text[0]}”后缺字")
