"""Words of grammar put for others of their sound: 有 for 由, 再 for 在, 与 for 于 and others."""

import re

import pytest

from app.checks import Checker
from app.checks.registry import rules
from app.document.model import document
from app.document.recognize import recognized

WRONG = [
    "检查组⟦有⟧纪委、财政、审计等部门人员组成。",
    "颁奖仪式⟦有⟧宣传部部长赵敏主持。",
    "由办公室牵头，⟦有⟧各科室配合。",
    "抢险队伍⟦有⟧副镇长周强带队。",
    "⟦有⟧此可见，加强管理势在必行。",
    "凡⟦由⟧下列情形之一的，不予受理。",
    "我乡⟦由⟧耕地3.2万亩。",
    "各部门要⟦由⟧专人负责信息报送。",
    "请大家⟦在⟧仔细检查一遍。",
    "先培训⟦在⟧上岗，确保操作规范。",
    "⟦再⟧新的一年里，我们要继续努力。",
    "各村要⟦再⟧显著位置张贴公告。",
    "把安全生产放⟦再⟧首位。",
    "请⟦与⟧本周五前将名单报送办公室。",
    "鉴⟦与⟧目前的形势，活动延期举办。",
    "成绩属⟦与⟧过去。",
    "加强⟦于⟧上级部门的沟通联系。",
    "理论⟦于⟧实际相脱节。",
    "对表现突出的个人⟦于⟧以表彰。",
    "请⟦于⟧批复为盼。",
    "这项工作⟦以⟧全面铺开。",
    "领导班子⟦以⟧调整完毕。",
    "⟦已⟧优异的成绩向国庆献礼。",
    "⟦一⟧此次活动为契机，改进作风。",
    "一经发现，立⟦及⟧处理。",
    "波⟦即⟧全县12个乡镇。",
    "任务⟦及其⟧艰巨。",
    "⟦应⟧病请假须提供证明。",
    "我们⟦因⟧该清醒认识到差距。",
    "⟦重⟧我做起。",
    "会议⟦从⟧申了工作纪律。",
    "既减轻了负担，⟦有⟧方便了群众。",
    "没⟦又⟧规矩，不成方圆。",
    "⟦相⟧灾区人民献爱心。",
    "⟦项⟧困难职工捐款捐物。",
    "要⟦向⟧对待亲人一样对待群众。",
    "⟦位⟧促进旅游业发展，特制定本意见。",
    "⟦为⟧经批准，不得擅自外出。",
    "事故原因仍⟦为⟧查清。",
    "各单位要⟦吧⟧安全放在第一位。",
    "任务要细化⟦道⟧人。",
    "⟦个⟧单位要认真组织学习。",
    "三⟦各⟧方面的问题比较突出。",
    "⟦没⟧逢节假日都要安排值班。",
    "⟦部⟧断提高服务水平。",
    "⟦再⟧全站职工的共同努力下，任务如期完成。",
    "坚持⟦已⟧考促学，检验成效。",
    "村干部⟦于⟧群众面对面交流。",
    "多数项目⟦以⟧按期完工。",
    "⟦级⟧时总结经验教训。",
    "质量⟦部⟧合格的产品一律退回。",
]

RIGHT = [
    "现有关部门正在审核。",
    "推进国有大中型企业改革，有专人管理台账，有领导带班。",
    "领导小组由以下人员组成，由许多志愿者组成的队伍已经出发。",
    "各项工作在有序推进，大家在认真学习中提高认识。",
    "再次强调，再提高一步，再召开一次大会。",
    "会议将与上级部门协商，有效票占九成，与1993年举行的大会相当。",
    "改革与发展并重，由与会代表投票决定，敢与困难作斗争。",
    "可以达到更高水平，之所以成为典型，难以达到预期，以达到环保要求为前提。",
    "一如既往地以群众为中心，一系列活动以学习为重点。",
    "立即整改，以及将要开展的活动，讲话及其重要意义。",
    "应邀参加，应疫情防控要求延期，干部因严格要求自己受到表彰。",
    "从业人员应当关注从大项目入手的做法，严从快处的要求。",
    "积极配合，受灾的面积及程度，建立与岗位相适应的机制。",
    "像抓经济一样抓党建，项目向群众公开，向先进学习。",
    "为按时完成任务，各村加班加点；未进一步核实情况。",
    "酒吧、网吧和书吧要定期检查。",
    "做道德模范，走道路硬化的路子，得道多助。",
    "林业建设又取得了新进展，这项工程又是一个亮点。",
    "全部得到解决，部分不符合条件，部门能够配合。",
    "话剧再现了历史背景，再造秀美山川，质量部合格率统计已经完成。",
    "没人提出异议，个别村进展缓慢，各方面都有进步。",
]


def told(text: str) -> list[str]:
    """Return what the rule marks in a text of one paragraph."""
    checker = Checker([rule for rule in rules() if rule.id == "confusable_word"])
    found = checker.run(recognized(document("工作情况", text)))
    return [text[one.span.start : one.span.end] for one in found if one.span.block == 1]


@pytest.mark.parametrize("marked", WRONG)
def test_a_word_of_grammar_put_for_another_of_its_sound_is_told(marked: str) -> None:
    wrong = re.findall("⟦(.)", marked)
    text = marked.replace("⟦", "").replace("⟧", "")
    assert [one[0] for one in told(text)] == wrong


@pytest.mark.parametrize("text", RIGHT)
def test_words_of_grammar_in_their_place_are_left_alone(text: str) -> None:
    assert told(text) == []
