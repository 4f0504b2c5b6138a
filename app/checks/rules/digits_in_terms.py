"""3严3实: Arabic digits in fixed terms."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_TERMS = [
    "三严三实",
    "两学一做",
    "四个意识",
    "四个自信",
    "两个维护",
    "两个确立",
    "三会一课",
    "四议两公开",
    "一带一路",
    "一国两制",
    "一岗双责",
    "一案双查",
    "三重一大",
    "三农",
    "四风",
    "五位一体",
    "四个全面",
    "六稳",
    "六保",
    "五级书记",
    "两不愁三保障",
    "四个不摘",
    "八项规定",
    "三个代表",
    "四个服从",
    "七个有之",
    "五个必须",
    "三严三实",
    "十四五",
    "十五五",
    "十三五",
    "双随机一公开",
    "一报告两评议",
    "两代表一委员",
    "两优一先",
    "三个区分开来",
    "四种形态",
    "一把手",
]
_DIGITS = dict(zip("一二三四五六七八九", "123456789", strict=True)) | {"两": "2"}
_WRONG = {"".join(_DIGITS.get(c, c) for c in term): term for term in _TERMS} | {
    "14五": "十四五",
    "15五": "十五五",
    "145规划": "十四五规划",
}


@rule(
    group="数字",
    severity=Severity.WARNING,
    triggers=tuple(w for w in _WRONG if any(c.isdigit() for c in w)),
)
def digits_in_terms(paragraph: Paragraph) -> Iterator[Spot]:
    """固定词语用了阿拉伯数字。

    定型的词、词组、成语、缩略语中的数字用汉字。

    来源：GB/T 15835—2011 4.2.3
    Bad: 开展“⟦3严3实⟧”专题教育 -> 开展“三严三实”专题教育
    Bad: 推进“⟦2学1做⟧”常态化 -> 推进“两学一做”常态化
    Good: “12345”热线，“1411”工作机制，3农户，第4风机。
    """
    for wrong, start, end in paragraph.hits:
        before, after = paragraph.text[start - 1 : start], paragraph.text[end : end + 1]
        if before.isdigit() or after.isdigit() or (len(wrong) == 2 and before != "“"):
            continue
        right = _WRONG[wrong]
        yield Spot(start, end, f"应写作“{right}”", right)
