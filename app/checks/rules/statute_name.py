"""The name of a statute with a slip in it."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.document_names import statute_meant
from app.patterns import regex

TITLED = regex(r"《([^《》]{2,60})》")


@rule(group="提法", severity=Severity.WARNING, triggers=("《",))
def statute_name(paragraph: Paragraph) -> Iterator[Spot]:
    """法律法规名称有误。

    书名号里的名称与一部法律、党内法规只差一两个字，多半是写错了名称。地方性法规和实施细则不在此列。

    来源：全国人大常委会公布的现行有效法律目录；词表 resources/lexicons/statutes.txt（由整理者辑录，只作核对线索）
    Bad: 认真贯彻⟦《职业技术教育法》⟧ -> 认真贯彻《职业教育法》
    Bad: 严格执行⟦《关于新形势下党内政治生活的若干规定》⟧ -> 严格执行《关于新形势下党内政治生活的若干准则》
    Bad: 贯彻⟦《中国共产党廉洁自律规则》⟧ -> 贯彻《中国共产党廉洁自律准则》
    Bad: 学习⟦《中华人民共和国乡村振新促进法》⟧ -> 学习《中华人民共和国乡村振兴促进法》
    Bad: 研读⟦《中国共产党纪律处分规则》⟧ -> 研读《中国共产党纪律处分条例》
    Bad: 学习⟦《中国共产党党纪处分条例》⟧ -> 学习《中国共产党纪律处分条例》
    Bad: 落实⟦《中华人民共和国数据安全法规》⟧ -> 落实《中华人民共和国数据安全法》
    Bad: 宣传⟦《医疗保障基金使用监督条例》⟧ -> 宣传《医疗保障基金使用监督管理条例》
    Bad: 宣传⟦《反不正当竞争办法》⟧ -> 宣传《反不正当竞争法》
    Good: 贯彻《职业教育法》《中华人民共和国安全生产法》和《中国共产党纪律处分条例》。
    Good: 落实《江南省职业教育条例》《安全生产法实施细则》《关于做好春耕工作的意见》。
    Good: 出台《科技创新工作管理办法》《机关考勤管理规定》《云屏市公共数据管理办法》。
    Good: 学习《中国共产党支部工作条例（试行）》《监察法》《监察官法》。
    """
    for found in TITLED.finditer(paragraph.text):
        right = statute_meant(found[1])
        if right is not None:
            yield Spot(*found.span(), f"名称疑为《{right}》", f"《{right}》")
