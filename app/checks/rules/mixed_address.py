"""您 and 你 for one reader in one paragraph: 为避免影响你的生活，请您关好门窗."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_QUOTED = regex("“[^“”]*”|‘[^‘’]*’|《[^《》]*》|「[^「」]*」")
# 你们 are many, 你我 and 你追我赶 are everybody; 迷你 is no pronoun.
_YOU = regex(
    "(?<!迷)你(?![们我追来争中死方校局县市区镇乡院公司单部厅处科村社所站]|一言|一句|好[，！])"
)
_POLITE = regex("您(?!们)")


@rule(group="词语", severity=Severity.HINT, idle=True, triggers=("您",))
def mixed_address(paragraph: Paragraph) -> Iterator[Spot]:
    """同一段里“您”“你”混用。

    对同一位读者，通篇用“您”或者通篇用“你”；引号里的话和“你们”“你我”不在此列。

    来源：公文校对惯例
    Bad: 为避免影响⟦你⟧的正常出行，请您提前绕行。 -> 为避免影响您的正常出行，请您提前绕行。
    Good: 为避免影响您的出行，请您绕行。你校报来的材料收悉，感谢您的支持。
    Good: 他说：“你放心。”我们随时为您服务，你我同行，你追我赶。
    Good: 为避免影响你的出行，请你绕行。
    """
    text = _QUOTED.sub(lambda quoted: "＊" * len(quoted[0]), paragraph.text)
    if "你" not in text or "“" in paragraph.text:
        return
    plain = [*_YOU.finditer(text)]
    if len(plain) > len(_POLITE.findall(text)):
        return
    for found in plain:
        yield Spot(*found.span(), "同一段里另用“您”，前后用一个", "您")
