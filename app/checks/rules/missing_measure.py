"""A numeral directly before a thing that is counted by a measure word: 有16乡镇."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Table
from app.patterns import regex

_COUNTED = (
    "乡镇|街道办|行政村|自然村|村民小组|居民小组|社区|村|先进单位|先进集体|部门|单位|企业|车间|班级|党支部|党委|党总支|"
    "项目|重点项目|合作社|家庭农场|学校|问题|方面|环节|阶段|工程|村组|贫困村|贫困乡镇|小区|窗口|服务点|采样点|网格|专班|工作组|检查组"
)
_HAS = "有|辖|管辖|下辖|下设|设有|设|共|共有|现有|成立了?|组建了?|建成|涉及|覆盖|评出|评选出|包括|分为|走访|检查|抽查|新增|命名|培育|划分[为了]?"
_ROWS = Table(
    [
        (
            "|".join(
                [f"{digit}{word[0]}" for digit in "0123456789" for word in _COUNTED.split("|")]
            ),
            rf"(?:{_HAS})(?P<number>[0-9]{{1,4}})(?P<thing>{_COUNTED})(?=[，。；、（\u4e00-\u9fff])(?!级|次|[、和及与]?[0-9])",
            "",
        )
    ]
)
_MEASURES = "所家名项条户座台辆支"
# 32个所: two measure words.
_TWICE = regex(f"(?<=[0-9])(?:个[{_MEASURES}]|[{_MEASURES}]个)(?=[，。；、）])")
_UNITS = {"企业": "家", "合作社": "家", "家庭农场": "家", "学校": "所", "工程": "项"}


@rule(
    group="数字",
    severity=Severity.HINT,
    idle=True,
    triggers=(
        *_ROWS.triggers,
        *(f"{digit}{unit}" for digit in "0123456789" for unit in f"个{_MEASURES}"),
    ),
)
def missing_measure(paragraph: Paragraph) -> Iterator[Spot]:
    """数词后面缺量词或者量词重复。

    说明数目时，数词与名词之间要有量词：“辖16个乡镇”不写作“辖16乡镇”。

    来源：语法常识；公文校对惯例
    Bad: 全县辖⟦16乡镇⟧，共有⟦210行政村⟧。 -> 全县辖16个乡镇，共有210个行政村。
    Bad: 本次走访⟦38企业⟧，解决难题12个。 -> 本次走访38家企业，解决难题12个。
    Bad: 共有中小学校32⟦个所⟧，教师1200名。
    Good: 全县辖16个乡镇，走访38家企业，3单位联合发文。
    Good: 第16村民小组，共12社区级站点。
    """
    for found, _ in _ROWS.found(paragraph):
        unit = _UNITS.get(found["thing"], "个")
        start, end = found.start("number"), found.end("thing")
        right = f"{found['number']}{unit}{found['thing']}"
        yield Spot(start, end, f"数词后面缺量词，疑漏“{unit}”", right)
    for found in _TWICE.finditer(paragraph.text):
        yield Spot(*found.span(), f"“{found[0]}”量词重复", severity=Severity.WARNING)
