"""The name of a well-known document or book with a word wrong."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.document_names import document_meant
from app.checks.rules.statute_name import TITLED


@rule(
    group="提法",
    severity=Severity.WARNING,
    idle=True,
    triggers=("《",),
    yields_to=("statute_name", "formulation_misquote", "near_miss_phrase"),
)
def document_title(paragraph: Paragraph) -> Iterator[Spot]:
    """重要文件、著作的名称有误。

    书名号里的名称与一份重要文件或者著作只差一处，多半是写错了名称。地方自己的同类文件不在此列。

    来源：重要文件名称表（resources/lexicons/documents.txt，由整理者辑录，只作核对线索）
    Bad: 学习⟦《中共中央关于党的百年奋斗重大成绩和历史经验的决议》⟧ -> 学习《中共中央关于党的百年奋斗重大成就和历史经验的决议》
    Bad: 研读⟦《习近平治国理政》⟧ -> 研读《习近平谈治国理政》
    Bad: 通读⟦《习近平新时代中国特色社会主义思想学习纲领》⟧ -> 通读《习近平新时代中国特色社会主义思想学习纲要》
    Bad: 落实⟦《中共中央关于加强党的政治建设的决定》⟧ -> 落实《中共中央关于加强党的政治建设的意见》
    Bad: 贯彻⟦《新时代公民道德教育实施纲要》⟧ -> 贯彻《新时代公民道德建设实施纲要》
    Bad: 学习⟦《论党的自身革命》⟧ -> 学习《论党的自我革命》
    Good: 学习《中共中央关于党的百年奋斗重大成就和历史经验的决议》《习近平谈治国理政》第四卷。
    Good: 研读《习近平谈治国理政（第五卷）》《法治政府建设实施纲要（2021—2025年）》。
    Good: 印发《关于全面推行河长制的实施意见》《关于加强新时代廉洁文化建设的若干措施》。
    Good: 对照《江南省乡村振兴战略规划》《教育强市建设规划纲要》。
    Good: 宣传《中华人民共和国档案法》《中华人民共和国民法典》。
    Good: 制定《空气质量持续改善行动方案》，执行《土壤污染防治工作计划》。
    """
    for found in TITLED.finditer(paragraph.text):
        right = document_meant(found[1])
        if right is not None:
            yield Spot(*found.span(), f"名称疑为《{right}》", f"《{right}》")
