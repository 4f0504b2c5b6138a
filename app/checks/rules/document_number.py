"""Document numbers with wrong brackets, zeros or 第."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_NUMBER = regex(
    r"(?<=[\u4e00-\u9fffA-Z])(\[|［|【|\(|（|﹝|〔)(20(?:[0-9]{2}|[XxＸ×]{2})|19[0-9]{2})(\]|］|】|\)|）|﹞|〕)\s?(第?)(0*)([0-9]+|[XxＸ×]+)(号)"
)


# 市教党[2026]（15号）
_IN_BRACKETS = regex(
    r"(?<=[\u4e00-\u9fff])[\[［【(（﹝〔]((?:20|19)[0-9]{2})[\]］】)）﹞〕][（(]第?0*([0-9]+)号[）)]"
)

# 青水发〔20PC〕5号
_DAMAGED = regex(
    r"(?<=[发函字办文委政教党])[〔\[［【(（](?P<year>20(?![Xx])[0-9A-Za-z]{2}(?<![0-9]{4}))[〕\]］】)）](?=第?[0-9]{1,4}号)"
)

# 青水发〔23〕5号
_TWO_DIGITS = regex(
    r"(?<=[发函字办文委政教党])[〔\[［【(（](?P<year>[0-4][0-9])[〕\]］】)）](?=第?[0-9]{1,4}号)"
)

# （青水〔2023〕5）
_NO_SIGN = regex(
    r"(?<=[\u4e00-\u9fff])〔(?:20|19)[0-9]{2}〕(?P<number>[0-9]{1,4})(?=[）)，。；]|$|《|文件|要求|精神|规定)"
)
# （青水财〔23〕5号）
_TWO_IN = regex(
    r"(?<=[\u4e00-\u9fff])(?<![发函字办文委政教党])〔(?P<year>[0-4][0-9])〕(?=[0-9]{1,4}号)"
)


@rule(group="要素", severity=Severity.ERROR, triggers=("号", "〕"))
def document_number(paragraph: Paragraph) -> Iterator[Spot]:
    """发文字号写法不规范。

    年份用六角括号“〔〕”，序号不加“第”，不编虚位（1不写作01）。

    来源：GB/T 9704—2012 7.2.5
    Bad: 市发⟦[2026]01号⟧ -> 市发〔2026〕1号
    Bad: 县政办发⟦（2026）第3号⟧ -> 县政办发〔2026〕3号
    Bad: 县政办发⟦【2026】3号⟧ -> 县政办发〔2026〕3号
    Bad: 按照县教发⟦[2026]（15号）⟧文件办理 -> 按照县教发〔2026〕15号文件办理
    Bad: 青水发⟦[2024] 8号⟧ -> 青水发〔2024〕8号
    Bad: 青水发⟦〔24〕⟧5号 -> 青水发〔2024〕5号
    Bad: 青水发〔⟦20PC⟧〕5号
    Bad: 青价发⟦[20xx]83号⟧ -> 青价发〔20xx〕83号
    Bad: 青水财⟦〔23〕⟧5号 -> 青水财〔2023〕5号
    Bad: 见《食堂管理办法》（青水〔2023〕⟦5⟧）。 -> 见《食堂管理办法》（青水〔2023〕5号）。
    Good: 青水发〔2023〕3、4号，〔2023〕5期，青水法〔2023〕第6次。
    Good: 县政办发〔2026〕3号，县政办发〔20XX〕3号
    Good: 国令第713号，第3号楼，2026年第1号。
    """
    for found in _NUMBER.finditer(paragraph.text):
        opening, year, closing, ordinal, zeros, number, last = found.groups()
        if (opening, closing) == ("〔", "〕") and not ordinal and not zeros:
            continue
        wrong = "年份应当用六角括号" if (opening, closing) != ("〔", "〕") else "序号前不加“第”和0"
        yield Spot(*found.span(), wrong, f"〔{year}〕{number}{last}")
    for found in _IN_BRACKETS.finditer(paragraph.text):
        yield Spot(*found.span(), "发文字号的序号不加括号", f"〔{found[1]}〕{found[2]}号")
    for found in _DAMAGED.finditer(paragraph.text):
        yield Spot(*found.span("year"), f"“{found['year']}”不是年份")
    for found in _NO_SIGN.finditer(paragraph.text):
        number = found["number"]
        said, severity = "发文字号缺“号”", Severity.WARNING
        yield Spot(*found.span("number"), said, f"{number}号", severity=severity)
    for found in (*_TWO_DIGITS.finditer(paragraph.text), *_TWO_IN.finditer(paragraph.text)):
        yield Spot(*found.span(), "发文字号的年份写全四位", f"〔20{found['year']}〕")
