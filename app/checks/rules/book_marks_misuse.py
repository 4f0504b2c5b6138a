"""《》 around what is no document."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.edits import TextEdit
from app.patterns import regex

_MISUSED = re.compile(
    r"(?<!题为)《([^》《]{2,24}(?:大会|会议|座谈会|推进会|培训班|活动|行动|竞赛|比赛|大赛|称号|奖|奖章|展览会|博览会|论坛|课程|讲话精神|会议精神|全会精神|大会精神|重要讲话|重要指示|重要批示|指示精神|营业执照|许可证|资格证))》"
)
_WORK = regex(r"第.{1,3}[章集]|纪实|记|颂|之歌")

# 《迎新春》文艺晚会
_EVENT = regex(
    r"《([^》《]{2,20})》(?=(?:主题)?(?:文艺晚会|晚会|主题活动|实践活动|志愿服务|专项行动|知识竞赛|演讲比赛|征文活动|征文比赛|教育活动|主题党日|主题班会|启动仪式|培训班|(?:荣誉|光荣)?称号|荣誉奖牌))"
)
# 开展《远离毒品，珍爱生命》的宣传活动: a slogan, told by the comma within it.
_SLOGAN = regex(
    r"(?<![学题])《([^》《，]{2,12}，[^》《，]{2,12})》(?=的?[\u4e00-\u9fff]{0,8}(?:活动|比赛|竞赛|晚会|行动)(?:[，。；]|$))"
)
# 成立《青山文艺社》, 开展《平安建设工作》
_BODY = regex(
    "(?:(?<=成立)|(?<=组建)|(?<=加入)|(?<=创办)|(?<=创建)|(?<=开办)|(?<=名为)|(?<=名的)|(?<=立了)|(?<=办了)|(?<=建了))"
    "《([^》《]{2,16}(?:社|协会|公司|中心|工作室|俱乐部|剧团|乐队|委员会|研究会|小组|学会|联盟))》"
    "|(?:(?<=开展)|(?<=做好)|(?<=开展了)|(?<=推进))《([^》《]{2,20}(?:工作|建设))》"
)
_MADE = regex(
    "(?:曲目|组曲|乐曲|歌曲|作品|小说|电影|影片|油画|国画|绘画|雕塑|演奏|播放|丛书|专著)[^。；]{0,16}$"
)
_PAPERS = ("营业执照", "许可证", "资格证")
_HELD = regex("(?:举办|召开|参加|出席|承办|主办|举行)[^，。；]{0,10}$")


@rule(group="标点", severity=Severity.WARNING, triggers=("》",))
def book_marks_misuse(paragraph: Paragraph) -> Iterator[Spot]:
    """书名号用于非书刊文件名。

    会议、活动、课程、奖项、证件、单位的名称不用书名号，必要时用引号。证件的名称，法规里也有用书名号的，只作提示。

    来源：GB/T 15834—2011 附录A.13
    Bad: 召开⟦《全县表彰大会》⟧ -> 召开“全县表彰大会”
    Bad: 传达⟦《全国农村工作会议精神》⟧ -> 传达“全国农村工作会议精神”
    Bad: 举办⟦《迎新春》⟧文艺晚会 -> 举办“迎新春”文艺晚会
    Bad: 开展⟦《节约用水，从我做起》⟧的校园宣传活动。 -> 开展“节约用水，从我做起”的校园宣传活动。
    Bad: 荣获⟦《三八红旗集体》⟧称号。 -> 荣获“三八红旗集体”称号。
    Bad: 自成立⟦《清溪民歌社》⟧以来，开展⟦《文化进村工作》⟧二十次。 -> 自成立“清溪民歌社”以来，开展“文化进村工作”二十次。
    Good: 创办《民歌》月刊，推进《水土保持工作方案》落实。
    Good: 演唱《祖国，慈祥的母亲》，学习《条例》的宣传活动。
    Good: 《人民论坛》专栏办得活。
    Good: 演奏的曲目有《乡村音乐会》《油画展览会》，放映影片《一次特殊会议》。
    Good: 召开“全县表彰大会”，印发《表彰大会方案》。
    """
    patterns = (_MISUSED, _EVENT, _SLOGAN, _BODY)
    for found in (m for one in patterns for m in one.finditer(paragraph.text)):
        named = found[1] or found[2]
        journal = named.endswith("论坛") and not _HELD.search(paragraph.text[: found.start()])
        made = _MADE.search(paragraph.text, 0, found.start())
        if not journal and not made and not _WORK.search(named):
            end = found.end()
            edits = (
                TextEdit(0, end - 1, end, "”"),
                TextEdit(0, found.start(), found.start() + 1, "“"),
            )
            said = "会议、活动、奖项、单位等名称不用书名号"
            # 《采矿许可证》: so even statutes write.
            hint = found.re is not _MISUSED or named.endswith(_PAPERS)
            severity = Severity.HINT if hint else None
            yield Spot(*found.span(), said, edits=edits, title="改为引号", severity=severity)
