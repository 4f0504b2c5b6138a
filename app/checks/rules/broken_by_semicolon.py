"""A semicolon within a sentence: 由于道路结冰；班车停运一天."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.clauses import NUMBER, unmarked
from app.checks.language.rows import CHARACTER as _H
from app.document.model import Role
from app.patterns import regex

_OPENS = regex(
    rf"{NUMBER}(?P<opens>如果|假如|倘若|如遇|如需|若遇|一旦|只要|虽然|尽管|即使|因为|由于|鉴于|随着|为了(?!.+是)|"
    r"(?:因(?=.+(?:原因|影响|需要|不足|限制|故障)$)|(?:根据|按照|依照|遵照|依据)(?=.+(?:要求|规定|精神|部署|安排|原则|通知》?|意见》?|办法》?)$)"
    r"|经(?=.+(?:研究|同意|批准|讨论|审议|核实|调查)$)|(?:针对|对于|关于)(?=.+(?:问题|情况|现象)$)|在(?=.+(?:领导|支持|帮助|配合|努力|指导)下$)))"
)
_LISTED = regex("(?:的|者|人员|情形)$")  # 如果逾期未报的；: a point of a list
_TIME = regex(
    rf"{NUMBER}(?!当).{{4,}}(?:(?<![落滞先前今以])后|(?<![不及平])时|期间|之际|以来|过程中)$"
)
_OR = regex("或|并且|同时|[一二三四五六七八九十]是|[0-9（(①-⑩]|其[一二三次]|等等")
_KINDS = (
    # 安排专人；负责接待
    (
        regex("(?:专人|人员|小组|班子|机构|专班|力量|车辆)(?P<mark>；)(?=负责(?!人|同志))"),
        "，",
    ),
    # 为做好防汛工作；现将有关事项通知如下
    (
        regex(
            r"(?:^\s*|(?<=[。：]))为(?:了|切实|进一步|深入|认真|全面|扎实|更好)[^。；：]{4,80}(?P<mark>；)(?=现(?:将|就|面向|决定)|特(?:通知|制定|作)|经研究|根据[^；。]*，(?:现|特|制定))"
        ),
        "，",
    ),
    # 以项目建设为抓手；全面推进
    (
        regex(
            r"(?:^\s*|(?<=[。：，；]))以[^，。；“”]{2,16}为(?:抓手|目标|核心|中心|重点|载体|契机|主线|引领|导向|突破口|依托|统领)(?P<mark>；)(?=(?:全面|积极|深入|扎实|大力|切实|不断|着力|努力|进一步|加快|有效|持续)(?![^；。]*；))"
        ),
        "，",
    ),
    # 凡逾期的；一律作废
    (
        regex(
            r"(?:^\s*|(?<=[。：]))(?:凡是?|所有)[^，。；：]{4,40}(?P<mark>；)(?=(?:均|一律|都)(?:[可应须要不按由由取作])[^；]*。)"
        ),
        "，",
    ),
    # 以水稻；油菜、莲藕为主
    (
        regex(
            rf"(?P<mark>；)(?:(?<=[以、]{_H}{{2}}；)|(?<=[以、]{_H}{{3}}；)|(?<=[以、]{_H}{{4}}；))(?:(?!以){_H}){{1,8}}(?:[、和](?:(?!以){_H}){{1,8}})*为(?=主|重点|原则|依托|目标|基础|抓手|载体)"
        ),
        "、",
    ),
    # 包括铁锹、雨衣；手电等物品
    (
        regex(
            rf"、{_H}{{2,6}}(?P<mark>；)(?=(?:(?!上午|下午|晚上){_H}){{2,6}}(?:等{_H}|和{_H}{{2,6}}[。，]))"
        ),
        "、",
    ),
)


@rule(group="标点", severity=Severity.WARNING, idle=True, triggers=("；",))
def broken_by_semicolon(paragraph: Paragraph) -> Iterator[Spot]:
    """一句话没有说完就用了分号。

    分号隔开的是并列的分句。“如果……”“由于……”“按照……的要求”只说了条件、原因、依据，后面用逗号；并列的词语之间用顿号。

    来源：GB/T 15834—2011 4.4、4.5、4.6
    Bad: 由于道路结冰⟦；⟧早班车停运一天。 -> 由于道路结冰，早班车停运一天。
    Bad: 以项目建设为抓手⟦；⟧全面推进镇区改造。 -> 以项目建设为抓手，全面推进镇区改造。
    Good: 以项目为抓手；积极招商；大力改造镇区。
    Bad: 如果水位继续上涨⟦；⟧要马上组织转移。 -> 如果水位继续上涨，要马上组织转移。
    Bad: 按照县委的统一部署⟦；⟧各乡镇同步开展了演练。 -> 按照县委的统一部署，各乡镇同步开展了演练。
    Bad: 选手检录完毕后⟦；⟧由工作人员带入场地。 -> 选手检录完毕后，由工作人员带入场地。
    Bad: 每个路口安排人员⟦；⟧负责疏导车辆。 -> 每个路口安排人员，负责疏导车辆。
    Bad: 为进一步做好防火工作⟦；⟧现将有关事项通知如下： -> 为进一步做好防火工作，现将有关事项通知如下：
    Bad: 凡已交押金的住户⟦；⟧均可领取钥匙。 -> 凡已交押金的住户，均可领取钥匙。
    Bad: 本村以水稻⟦；⟧油菜、莲藕为主，添置了水泵、雨衣⟦；⟧头灯等器材。 -> 本村以水稻、油菜、莲藕为主，添置了水泵、雨衣、头灯等器材。
    Good: 如果水位上涨，要转移；如果水位回落，要清淤。
    Good: 有下列情形之一的：因病住院；由于道路中断；按照规定可以请假。
    Good: 由于资金不足；由于人手不够；由于工期太紧。
    Good: 坚持以水稻为主；油菜为辅；走访了学校、医院；座谈会和恳谈会也都开了。
    """
    text = paragraph.text
    if paragraph.role is Role.OBJECT:
        return
    seen = set[int]()
    for start, at in unmarked(text, "；", 5):
        if _opening(text, start, at):
            seen.add(at)
            yield Spot(at, at + 1, "话还没有说完，用逗号", "，")
    for kind, right in _KINDS:
        for found in kind.finditer(text):
            at = found.start("mark")
            if at in seen:
                continue
            said = "话还没有说完，用逗号" if right == "，" else "并列的词语之间用顿号"
            yield Spot(at, at + 1, said, right)


def _opening(text: str, start: int, at: int) -> bool:
    """Whether a clause only opens a sentence, and no row of clauses that semicolons part."""
    stops = [place for mark in "。！？" if (place := text.find(mark, at)) >= 0]
    end = min(stops, default=len(text))
    others = text.count("；", at + 1, end) or text[start - 1 : start] in ("；", "：")
    if others or end - at < 5 or _OR.match(text, at + 1):
        return False
    said = text[start:at]
    if _LISTED.search(said):
        return False
    found = _OPENS.match(said)
    if found is None:
        return _TIME.match(said) is not None
    return not text.startswith(found["opens"], at + 1)
