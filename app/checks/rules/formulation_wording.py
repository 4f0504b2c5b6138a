"""A set wording with some of its words changed or left out."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.lexicons import sourced
from app.checks.lookback import titled
from app.checks.wordings import changed, heads


@rule(
    group="提法",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(heads()),
    yields_to=("formulation_misquote", "formulation_members", "wrong_word"),
)
def formulation_wording(paragraph: Paragraph) -> Iterator[Spot]:
    """标准表述的用词有误。

    重要文件里的成句表述用词是固定的，换掉或者漏掉中间一两个词，多半是记错了；漏掉的也可能是简称，只作提示。文稿日期之前还没有的表述不作比较。

    来源：标准表述表（resources/lexicons/wordings.tsv）
    Bad: 坚持创新在我国现代化建设全局中的⟦中⟧心地位 -> 坚持创新在我国现代化建设全局中的核心地位
    Bad: 落实立德⟦育⟧人根本任务 -> 落实立德树人根本任务
    Bad: 使市场在资源配置中起⟦主导⟧性作用 -> 使市场在资源配置中起决定性作用
    Bad: 努力让人民群众在每一个司法案件中感受到公⟦正⟧正义 -> 努力让人民群众在每一个司法案件中感受到公平正义
    Bad: 推动中华优秀传统文化创造性转⟦变⟧、创新性发展 -> 推动中华优秀传统文化创造性转化、创新性发展
    Bad: 建设人人有责、人人⟦负⟧责、人人享有的社会治理共同体 -> 建设人人有责、人人尽责、人人享有的社会治理共同体
    Bad: 坚定不移推⟦动⟧全面从严治党 -> 坚定不移推进全面从严治党
    Bad: 牢固树立和践行绿水青山就是金山银山的⟦观⟧念 -> 牢固树立和践行绿水青山就是金山银山的理念
    Bad: 牢牢守住不发生⟦大⟧模性返贫底线 -> 牢牢守住不发生规模性返贫底线
    Bad: 巩固拓展脱贫攻坚成⟦效⟧同乡村振兴有效衔接 -> 巩固拓展脱贫攻坚成果同乡村振兴有效衔接
    Bad: 以铸牢中华民族共同体⟦精神⟧为主线 -> 以铸牢中华民族共同体意识为主线
    Bad: 坚持房子是用来住的、不是用来炒⟦作⟧的定位 -> 坚持房子是用来住的、不是用来炒的定位
    Bad: 践行社会主义核心价值⟦理念⟧
    Bad: 牢记空谈误国、实干⟦强⟧邦 -> 牢记空谈误国、实干兴邦
    Bad: 统筹山水林田湖草沙一体化⟦治理和系统保护⟧ -> 统筹山水林田湖草沙一体化保护和系统治理
    Bad: 坚持共建共治共享，实现高质量发展和高水平安全的⟦互动良性⟧ -> 坚持共建共治共享，实现高质量发展和高水平安全的良性互动
    Bad: 巩固拓展脱贫攻⟦坚同⟧乡村振兴有效衔接。 -> 巩固拓展脱贫攻坚成果同乡村振兴有效衔接。
    Bad: 常念“历览前贤国与家，成由勤俭⟦败⟧由奢”。 -> 常念“历览前贤国与家，成由勤俭破由奢”。
    Good: “问渠那得清如许？为有源头活水来。”
    Good: 牢记全心全意为人民服务的宗旨，培养忠诚干净担当的高素质干部队伍。
    Good: 展现了实现中华民族伟大复兴中国梦的光明前景。
    Good: 铸牢中华民族共同体意识，培育社会主义核心价值观和社会主义核心价值体系。
    Good: 房子是用来住的、不是用来炒的，深入领悟“两个结合”。
    Good: 坚持创新在我国现代化建设全局中的核心地位，推进基层治理体系和治理能力现代化。
    Good: 让改革发展成果更多更公平惠及全市人民，在思想上政治上行动上与党中央保持高度一致。
    Good: 全面推进机关党的政治建设、思想建设、组织建设、作风建设、纪律建设。
    Good: 增强“时时放心不下”的责任感，认真履行全面从严治党第一责任人职责。
    Good: 牢固树立新发展理念，牢固树立安全发展理念。
    Good: 问题从群众中来、办法到群众中去；既要尽力而为、又要量力而行。
    Good: 坚持教育优先发展，坚持农业农村优先发展，加快建设现代化经济体系。
    Good: 牢固树立绿水青山就是金山银山的理念，健全自治、法治、德治相结合的乡村治理体系。
    Good{2010-03-01}: 使市场在资源配置中起基础性作用
    Good: 研读《使市场在资源配置中起基础性作用》一文
    """
    month = f"{paragraph.date.year}-{paragraph.date.month:02}"
    text = paragraph.text
    for one in changed(paragraph, month):
        if titled(text, one.start, one.end):
            continue
        wording = one.wording
        sure = wording.certainty == "H"
        source = sourced(wording.basis, "wordings.tsv")
        said = f"标准表述是“{wording.text}”{source}"
        severity = None if sure and one.end > one.start else Severity.HINT
        yield Spot(
            one.start,
            one.end,
            said,
            one.right if sure and not wording.others else None,
            severity=severity,
        )
