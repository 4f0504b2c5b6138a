"""A comma where the members of a row are parted: 登记，审核和发证."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.learned import SCALE
from app.checks.language.row_marks import doubtful
from app.checks.language.rows import sent_to
from app.document.model import Role
from app.patterns import regex

_PERSON = regex("，[男女](?=，)")  # 王某，男，汉族，大学学历: what is told of a person
_LEAST = 2 * SCALE  # 、 is seven times as likely there as a comma
_BESIDE = 3 * SCALE // 4  # beside one of those it is twice as likely


@rule(
    group="标点",
    severity=Severity.HINT,
    idle=True,
    triggers=("，",),
    yields_to=("list_comma", "number_separator", "row_comma", "summed_row"),
)
def comma_in_row(paragraph: Paragraph) -> Iterator[Spot]:
    """并列的词语之间用了逗号。

    同一层的并列词语之间用顿号；用了逗号，读者会以为另起一句。两边的长短、词性和前后的标点都像一列词语时才提示。

    来源：GB/T 15834—2011 4.5；权重统计自新闻语料，见 resources/lexicons/README.md
    Bad: 对教室⟦，⟧食堂⟦，⟧宿舍等场所进行消毒，做好水⟦，⟧电⟦，⟧气的检修。 -> 对教室、食堂、宿舍等场所进行消毒，做好水、电、气的检修。
    Bad: 坚持公开⟦，⟧公平⟦，⟧公正的原则，不得瞒报⟦，⟧谎报、漏报、迟报。 -> 坚持公开、公平、公正的原则，不得瞒报、谎报、漏报、迟报。
    Bad: 走访学校、物流园区⟦，⟧工业园区、建筑工地、沿街门店，发放资料。 -> 走访学校、物流园区、工业园区、建筑工地、沿街门店，发放资料。
    Bad: 完善值班制度、巡查制度⟦，⟧考勤制度，购置了锣鼓、音响⟦，⟧图书等15件文化器材。 -> 完善值班制度、巡查制度、考勤制度，购置了锣鼓、音响、图书等15件文化器材。
    Bad: 全队上下，担重任、打硬仗⟦，⟧挑大梁。 -> 全队上下，担重任、打硬仗、挑大梁。
    Good: 赵某某，男，道路与桥梁专业；褚某某，女，汉族，党员；马上就办，高度重视，严格落实。
    Good: 这次演练车辆调度到位，物资供应有力，医护人员和志愿者配合默契。
    Good: 不仅是一次实践活动，还是一次思想教育活动、国情教育活动。
    Good: 晚会共有4个节目，快板节目、相声节目、合唱节目各有特色；排水靠开挖沟渠，主沟、支沟、边沟相连。
    Good: 参演的有县剧团、乡剧团，以及村剧社、校剧社；做到早发现、早报告，早隔离、早治疗；学习、宣传，贯彻、落实。
    Good: 加强思想建设、组织建设，制度建设、作风建设也有进展；走访学校、企业，学生和家长都很满意。
    Good: 首先，其次，最后，这三步不能少；建立制度，完善制度，落实制度。
    Good: 受地形影响，连日来，山区和库区雨量偏大；树立“坚持为民、服务为本，依法办事、廉洁高效”的形象。
    """
    text = paragraph.text
    if paragraph.role is Role.OBJECT or sent_to(text) or _PERSON.search(text):
        return
    for at in doubtful(text, _LEAST, _BESIDE):
        yield Spot(at, at + 1, "并列的词语之间疑应用顿号", "、")
