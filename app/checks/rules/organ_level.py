"""A ministry charged with a task in the paper of a county."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_MINISTRIES = [
    "水利部",
    "教育部",
    "科技部",
    "公安部",
    "民政部",
    "司法部",
    "财政部",
    "商务部",
    "自然资源部",
    "生态环境部",
    "住房城乡建设部",
    "住房和城乡建设部",
    "交通运输部",
    "农业农村部",
    "文化和旅游部",
    "应急管理部",
    "退役军人事务部",
    "人力资源社会保障部",
    "人力资源和社会保障部",
    "工业和信息化部",
    "国家发展改革委",
    "国家卫生健康委",
    "国家医保局",
    "国家税务总局",
    "市场监管总局",
]
# What both look for ends so: found at once where it is, for few paragraphs have it.
_ORGAN = regex("[部局委厅](?=要|牵头|负责|会同|具体负责|应当|抓好|做好|配合)")
_CHARGED = regex(
    rf"(?:^|(?<=[。；，：、由]))(?P<organ>{'|'.join(_MINISTRIES)})(?=要(?!求)|牵头|负责|会同|具体负责|应当|抓好|做好|配合)"
)
_PROVINCE = regex(
    r"(?:^|(?<=[。；，：、由]))(?P<organ>(?:省|自治区)(?:(?!由)[\u4e00-\u9fff]){2,8}?[厅局委])(?=要(?!求)|牵头|负责|会同|应当)"
)
_LOCAL = regex(r"[\u4e00-\u9fff]{1,4}(?:省|市(?!场)|县|区(?!域)|镇|乡|街道)")
_TOP = regex("国务院|中共中央|党中央|国家[发计]")
_STATE = regex(rf"国务院|全国|国家|中央|(?:{'|'.join(_MINISTRIES)})关于")
_OWN = frozenset((Role.TITLE, Role.SIGNATURE))


def charged(paragraph: Paragraph) -> tuple[str, tuple[tuple[int, int, str], ...]] | None:
    """Return the local title or signature that a paragraph is, or whom it charges: facts."""
    text = paragraph.text
    if paragraph.role in _OWN:
        local = _LOCAL.search(text) is not None and _STATE.search(text) is None
        return (text, ()) if local else None
    if not _ORGAN.search(text):
        return None
    if _TOP.search(text):  # 财政部会同国家计委清理收费: news of what the state does
        return None
    found = (*_CHARGED.finditer(text), *_PROVINCE.finditer(text))
    spots = tuple([(*m.span("organ"), m["organ"]) for m in found])
    return ("", spots) if spots else None


@rule(group="一致", severity=Severity.WARNING, scope="document", idle=True, facts=charged)
def organ_level(reading: Reading) -> Iterator[Spot]:
    """给上级部门布置任务。

    市、县的文稿只能给本级部门和下级布置任务。“水利部要……”多半是“县水利局要……”，或者是照抄上级文件没有改。

    来源：《党政机关公文处理工作条例》第十五条；公文校对惯例
    Bad:
        title| 青石县防汛抗旱指挥部关于做好强降雨防范工作的通知
        ⟦水利部⟧要对全县水库开展排查，县自然资源局要逐点巡查。
    Bad:
        title| 江南市人民政府关于加强义务教育的意见
        ⟦教育部⟧牵头，市财政局配合，落实生均经费。
    Bad:
        县直各部门要各司其职，由⟦财政部⟧负责统筹资金。
        signature| 青石县人民政府
    Bad:
        title| 青石县人民政府关于加强校园安全的通知
        ⟦省教育厅⟧要督促各学校落实责任。
    Good:
        title| 青石县教育局关于报送名师材料的通知
        材料先报我局，省教育厅由我局负责报送。
    Good:
        title| 江南省人民政府关于加强校园安全的通知
        省教育厅要督促各地落实责任。
    Good:
        title| 青石县防汛抗旱指挥部关于做好强降雨防范工作的通知
        水利部要求加强水库排查，县水利局要抓好落实。
    Good:
        title| 青石县财政局收费清理工作简报
        根据国务院的决定，财政部会同有关部委清理了一批收费。
    Good:
        title| 国务院关于加强水利工作的意见
        水利部要会同有关部门抓好落实。
    """
    found = list(reading.present())
    local = "".join([line for _, (line, _) in found])
    if not local:
        return
    for block, (_, spots) in found:
        for start, end, organ in spots:
            provincial = organ.startswith(("省", "自治区"))
            if not provincial or not re.search("省|自治区", local):
                sort = "省级部门" if provincial else "国家部委"
                yield Spot(start, end, f"“{organ}”是{sort}，这里疑为本级部门", block=block)
