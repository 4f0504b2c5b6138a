"""The dot of an address on the net typed as a full stop: abc@163。com."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_DOT = regex(
    r"(?<=[A-Za-z0-9])[。，．](?=(?:com|cn|net|org|gov|edu)(?![A-Za-z0-9]))|(?<=www)[。，．](?=[A-Za-z0-9])"
)
_AT = regex("(?<=[A-Za-z0-9_])＠(?=[A-Za-z0-9]+[.。．])")


@rule(
    group="标点",
    severity=Severity.ERROR,
    idle=True,
    triggers=(
        *(f"{dot}{end}" for dot in "。，．" for end in ("com", "cn", "net", "org", "gov", "edu")),
        *(f"www{dot}" for dot in "。，．"),
        "＠",
    ),
)
def address_dot(paragraph: Paragraph) -> Iterator[Spot]:
    """网址、邮箱里的点误作句号。

    网址、电子邮箱里用半角的“.”和“@”，打成中文的“。”“，”“＠”就无法使用。

    来源：GB/T 15834—2011 附录A；公文校对惯例
    Bad: 材料发至qsx@163⟦。⟧com，报名网址www⟦。⟧abcde⟦。⟧gov⟦。⟧cn -> 材料发至qsx@163.com，报名网址www.abcde.gov.cn
    Bad: 电子邮箱：qsx⟦＠⟧163.com -> 电子邮箱：qsx@163.com
    Good: 材料发至qsx@163.com。报名网址www.abcde.gov.cn，请登录.
    Good: 我们使用USB。communication是交流的意思。
    """
    for pattern, right in ((_DOT, "."), (_AT, "@")):
        for found in pattern.finditer(paragraph.text):
            yield Spot(*found.span(), "网址、邮箱里用半角符号", right)
