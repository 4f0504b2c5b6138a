"""Verbs of two characters with which a clause opens, and whether another clause begins."""

from __future__ import annotations

import re
from typing import Final

VERBS: Final = frozenset(
    re.findall(
        "..",
        "开展做好抓好推进落实完善建立健全加强强化组织通过采取制定实施统筹严格深入积极着力督促解决推动形成提供整合优化打造创新深化及时主动切实不断有效确保防止杜绝严禁做到围绕"
        "结合涉及包括重点集中规范改进提升发挥梳理排查查找完成承担负责协调发布举办加大提高增强保障维护改善培育拓展拓宽激发营造促进助力化解遏制树立保持坚持建成建好整治整改压实"
        "夯实筑牢严查严防扩大引进引导支持鼓励倡导宣传传授掌握熟悉培训培养选拔考核评选联系走访慰问帮助帮扶救助打好打击构建搭建盘活抢抓紧盯紧扣服务参与参加配合接受听取讨论研究审议分析总结"
        "搞好报告报送汇报通报部署安排召开实现提出明确制订修订出台印发下发争取筹措投入安装配备发放组建成立设立建设发展普及举行推行兴办新建改建修建购置采购更新改造升级增加减少降低缩短简化取消停止避免消除减轻推广"
        "加快全面大力持续努力认真充分突出注重聚焦立足突破弘扬倡树履行执行遵守遵循贯彻学习领会把握理解掌握运用应用利用使用依靠依托依法依据按照根据对照参照针对关于由于为了进行予以"
        "给予作出做出得到获得取得达到保证保护保留调整调动调研调查检查督查督导督办巡查监督监测监管管理治理处理处置查处惩处追究问责约谈批评表扬表彰奖励激励关心关爱关注关系尊重信任",
    )
)
# 组织建设, 监督机制: before a noun these are what it is of.
_NAMES = frozenset(
    re.findall(
        "..",
        "组织管理监督服务学习考核宣传培训保障创新规范协调处置治理检查调查监测研究分析总结保护建设发展奖励激励教育应用利用改革关系重点安全政策",
    )
)
_SINGLE = frozenset(
    "却亦则又均皆只仅即就便虽因如若且而对将把以在由为使让并也还都要按从向与是不未没已正再能会可应须抓建促强补优提防控治守查办"
)
_THINGS = frozenset("栏员车队室站所板册书卡证牌费品")  # 宣传栏, 监督员: what a verb makes a noun of


def another(item: str) -> bool:
    """Whether what stands behind a comma opens with a verb, so that another clause begins."""
    verb = item[:2] in VERBS and item[2:3] not in _THINGS
    return item not in _NAMES and (item[:1] in _SINGLE or verb)
