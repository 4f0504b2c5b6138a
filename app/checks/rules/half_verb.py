"""An adverb and half a verb: 切实提服务群众的能力, 积极开了各类活动."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language import language
from app.document.model import Role

_FIRM = "切实|不断|进一步|有效|着力|持续|努力|大力|全面|深入|扎实|稳步|逐步"
# First half of a verb → the adverbs before it, what it may be, what else may follow it.
_HALVES: dict[str, tuple[str, str, str]] = {
    "提": (
        _FIRM,
        "提高、提升",
        "标档级速质效振供出前炼增倡示请取拔名案议到交醒问纯携及防留亮优拉振起醒",
    ),
    "加": (
        "切实|不断|进一步|大力|全面|持续",
        "加强、加大",
        "强大快以深压固密紧码力重速油班急宽倍注持入之上工装征剧挂满盖减分",
    ),
    "完": ("不断|进一步|持续|逐步", "完善", "善成备整美工毕结全好"),
    "增": (
        "切实|不断|进一步|有效|着力|持续|努力|大力",
        "增强、增加",
        "强加进长添收设大值量效多高厚产速色补亮信势益绿辉派殖资扩援订动活后智",
    ),
    "推": (
        "积极|大力|全面|扎实|深入|稳步|有序|持续|强力|统筹|协同",
        "推进、推动",
        "进动广行介出荐开向优选送深升崇免诿卸拿举销普陈移演算敲高新改土树上敏",
    ),
    "开": (
        "积极|深入|广泛|扎实|认真|组织|集中|持续|大力",
        "开展",
        "展发放启拓创通办设辟工学业源会门花挖采导具好足列出播荒垦明支局建封标庭拍馆口诚动进行闸沟渠窗单讲课齐全票证方阔化",
    ),
    "落": (
        "认真|严格|全面|坚决|切实|贯彻|狠抓|层层|逐项|逐级|不折不扣",
        "落实",
        "实地细到小成后户脚准墨锤袋幕款座下位差定榜单空伍点针入根选",
    ),
    "发": (
        "充分|切实|更好|有效|进一步",
        "发挥",
        "挥展动掘扬放布现出表送力生起言证育达酵热光声电行货人包奋函文问信运散给作病射明源觉家还",
    ),
    "维": ("有效|切实|坚决|全力|共同|自觉|依法", "维护", "护持稳权修系度保生他新汉和"),
    "解": (
        "切实|有效|及时|努力|着力|妥善|逐步|彻底|积极",
        "解决",
        "决除放困读难答忧释剖绑民群企了套渴开压析局体脱题说冻纷",
    ),
    "营": ("积极|努力|着力|共同|全力|大力|不断", "营造", "造商销建救养运收业利"),
    "培": (
        "积极|大力|着力|重点|注重|不断|加快|持续",
        "培育、培养",
        "育养训植优根强元土大塑新壮引树基厚",
    ),
    "激": ("充分|有效|不断|进一步|切实|持续|着力", "激发", "发励活起扬增荡情烈动光昂"),
    "巩": ("切实|不断|进一步|持续|有效|全面", "巩固", "固义"),
    "夯": ("切实|不断|进一步|持续|着力", "夯实", "实基牢土筑"),
    "凝": ("广泛|有效|不断|进一步|积极|充分", "凝聚", "聚心练结固神气炼望"),
    "贯": ("认真|坚决|全面|深入|切实", "贯彻", "彻穿通注"),
    "遏": ("坚决|有效|切实|全力", "遏制", "制止"),
}
_REST = re.compile("[\u4e00-\u9fff]{4}")  # 提信心, 推项目 are said so
_LITERALS = {
    adverb + half: (half, right, further)
    for half, (adverbs, right, further) in _HALVES.items()
    for adverb in adverbs.split("|")
}


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(_LITERALS),
    yields_to=("wrong_word", "near_miss_phrase", "idiom_slip", "likely_slip", "dropped_character"),
)
def half_verb(paragraph: Paragraph) -> Iterator[Spot]:
    """双音动词缺了半边。

    “切实提服务能力”“积极开了各类活动”，副词后面只剩动词的前一个字，多半漏了“高”“展”一类的字。

    来源：公文校对惯例
    Bad: 切实⟦提⟧服务群众的能力和水平，不断⟦增⟧群众的获得感。
    Bad: 积极⟦开⟧了各类志愿服务活动，进一步⟦完⟧了各项管理制度。
    Bad: 要切实⟦加⟧对这项工作的领导，全面⟦推⟧从严治党向纵深发展。
    Good: 切实提高服务群众的能力，不断增强获得感，积极开展活动，进一步完善制度，全面推进从严治党。
    Good: 不断提标扩面，大力推优选优，有效解民忧，持续提信心，扎实推项目，贯彻落细各项措施，持续开好民主生活会。
    """
    if paragraph.role is Role.OBJECT:
        return
    text, known = paragraph.text, language().number
    for literal, start, end in paragraph.hits:
        half, right, further = _LITERALS[literal]
        behind = text[end : end + 1]
        object_ = text[end + 1 : end + 2] if behind == "了" else behind
        if not object_ or not "\u4e00" <= object_ <= "\u9fff" or behind in further:
            continue
        if (start and text[start - 1] in "不未") or text[end - 1 : end + 1] in known:
            continue
        if _REST.match(text, end) is None:
            continue
        said = f"“{half}”后面疑漏了字（{right}）"
        yield Spot(end - 1, end, said)
