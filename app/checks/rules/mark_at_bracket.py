"""A mark on the wrong side of a bracket or quotation mark: （，按期报送）."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

# 《通知》，（青发〔2026〕3号）
_NUMBERED = regex("(?<=》)(?P<mark>[，、。])(?=（[^（）]{1,14}〔)")
# 《条例》，（以下简称《规定》）
_CALLED = regex("(?<=[》”\u4e00-\u9fff])[，、。](?=（以下(?:简称|统称|称))")
# 栏杆高0.9米，（不符合规定）应当加高
_NOTE = regex(
    "(?<=[0-9A-Za-z\u4e00-\u9fff])，(?=（(?:不|未|没有|含|其中|尚|均|已|限|仅)[^（）。；]{1,14}）(?=[\u4e00-\u9fff，。；、])|（[^（）。；]{4,40}）[，。；])"
)
_SHOWN = frozenset((("（", "）"), ("‘", "’"), ("【", "】")))
_INNER = regex("(?<=[（“《〈‘【〔])[，。；、：！？](?!”)|(?<![？！])[，；、：](?=[）》〉】〕])")


@rule(
    group="标点",
    severity=Severity.ERROR,
    idle=True,
    triggers=(
        *[bracket + mark for bracket in "（“《〈‘【〔" for mark in "，。；、：！？"],
        *[f"》{mark}（" for mark in "，、。"],
        *[f"{mark}（以下" for mark in "，、。"],
        "，（",
        *[mark + bracket for mark in "，；、：" for bracket in "）》〉】〕"],
    ),
    yields_to=("doubled_punctuation",),
)
def mark_at_bracket(paragraph: Paragraph) -> Iterator[Spot]:
    """标点紧贴括号、引号内侧。

    前括号、前引号之后不会马上是逗号、句号，后括号、后书名号之前不会是逗号、顿号，多半是删改时留下的。

    来源：GB/T 15834—2011 4.8、4.9、5.1
    Bad: 各科室（⟦，⟧含下属单位）按时报送。 -> 各科室（含下属单位）按时报送。
    Bad: 各科室（含下属单位⟦，⟧）按时报送。 -> 各科室（含下属单位）按时报送。
    Bad: 学习《文件汇编⟦、⟧》，落实“⟦，⟧三个到位”。 -> 学习《文件汇编》，落实“三个到位”。
    Bad: 按照《值班办法》⟦，⟧（青办发〔2026〕3号）执行。 -> 按照《值班办法》（青办发〔2026〕3号）执行。
    Bad: 根据《消防条例》⟦，⟧（以下简称《条例》）制定。 -> 根据《消防条例》（以下简称《条例》）制定。
    Bad: 栏杆高0.9米⟦，⟧（不符合规定）应当加高。
    Bad: 严禁一切野外用火⟦，⟧（防火期为10月1日至次年4月30日）。
    Good: 实行“四统一“，形成合力。
    Good: 各科室（含下属单位），按时报送；真的吗（？）；他问：“怎么办？”标注“。”和“，”的用法。
    """
    if paragraph.role is Role.OBJECT:
        return
    for found in _NUMBERED.finditer(paragraph.text):
        yield Spot(*found.span(), "文件名称与文号之间不加标点", "")
    for found in _CALLED.finditer(paragraph.text):
        yield Spot(*found.span(), "“（以下简称……）”紧跟它说明的名称，前面不加标点", "")
    for found in _NOTE.finditer(paragraph.text):
        said = "括号里的话紧跟它说明的词语，逗号放在括号后面"
        yield Spot(*found.span(), said, severity=Severity.HINT)
    for found in _INNER.finditer(paragraph.text):
        behind = paragraph.text[found.end() : found.end() + 1]
        before = paragraph.text[found.start() - 1 : found.start()]
        if behind and (before, behind) not in _SHOWN and not _closes(paragraph.text, found.start()):
            yield Spot(*found.span(), f"括号、引号内侧多了“{found[0]}”", "")


def _closes(text: str, at: int) -> bool:
    """Whether the mark before a place is “ typed where ” belongs: “四统一“，."""
    opened = text.rfind("“", 0, max(at - 1, 0))
    return text[at - 1 : at] == "“" and opened > text.rfind("”", 0, at)
