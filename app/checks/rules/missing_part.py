"""Parts that the document's kind must have and this finished document lacks."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import Title, papers, title_line
from app.document.model import Block, Role
from app.patterns import regex

_SENT = regex(r"(?:通知|通报|报告|请示|批复|函|公告|通告)(?:（[^（）]{1,8}）)?$")
_TO_ALL = regex(r"(?:公告|通告)(?:（[^（）]{1,8}）)?$")
_OTHERS = regex("工作报告|述职|述廉|述学|调研|调查|考察|研究报告")  # signed below the title
_OPEN_LINES = 6  # lines below the title among which the addressee stands
_LAST_LINES = 8
_ORGAN = "局|府|委|办|室|会|院|厅|部|中心|校|馆|司|处|所|站|队|团|组|位|门|社|企业|小学|中学|大学|银行|村|镇|乡|区|县|市"
_ADDRESSED = regex(
    rf"^\s*(?!现将|根据|为|附件|主题|时间|地点)[^。！？“”]{{2,76}}(?:{_ORGAN}|同志)(?:）)?[：:；;]\s*$"
)
_SIGNED = regex(rf"^\s*[^，。；：:！？、《]{{2,40}}(?:{_ORGAN})(?:（[^（）]*）)?\s*$")
_BEHIND = (Role.ANNOTATION, Role.COPIES, Role.NOISE)
_DATED = regex(r"年\s*[0-9一二三四五六七八九十X×]{1,3}\s*月")
_LINE = 40  # characters of a line that can be a date
_LONG = 300  # a shorter text may be a note
_FINISHED = 700  # characters of a paper that says what it has to say
# What the title promises or the kind asks for, and the words without which it cannot be said.
_CONTENTS = (
    ("述廉|廉政|廉洁", "廉", "述廉情况"),
    ("述职", "问题|不足|差距|短板|欠缺|不够|薄弱|有待", "存在的问题"),
    ("述职|工作要点|工作计划", "今后|下一步|下步|将|打算|改进|努力|要|推进|开展", "今后的打算"),
    ("对照检查|检视剖析|剖析材料", "原因|根源|根子|归结|究其|主观上", "原因剖析"),
    ("对照检查|检视剖析|剖析材料", "整改|努力方向|改进|下一步|今后", "努力方向和整改措施"),
    ("调研报告|调查报告", "问题|困难|不足|短板|困境|瓶颈|难点|制约|隐患|矛盾|弱项", "存在的问题"),
    ("调研报告|调查报告", "建议|对策|应当?|要|思考|举措|措施|路径|打算|下一步", "对策建议"),
    (
        "实施方案|工作方案|行动方案",
        "月|阶段|步骤|时限|季度|年底|[0-9]{4}年|日前|长期|即日起",
        "时间安排",
    ),
    ("实施方案|工作方案|行动方案", "责任|分工|牵头|负责|领导|组织|部门|单位|协调", "责任分工"),
    ("(?<!情况)请示", "请求|恳请|申请|请|拟|建议|望", "请示事项"),
)
_RULES = tuple([(regex(said), regex(body), name) for said, body, name in _CONTENTS])


@rule(group="要素", severity=Severity.HINT, scope="document", idle=True, facts=title_line)
def missing_part(reading: Reading) -> Iterator[Spot]:
    """缺少本文种应有的部分。

    通知、报告、请示、批复、函等要有主送机关、署名和成文日期；述职述廉要讲廉洁自律，调研报告要有问题和建议。只在其他要素齐全、看得出已经成文时提示，没写完的稿子不提示。

    来源：《党政机关公文处理工作条例》第九条；各文种模板
    Bad:
        title| 青石县水利局关于做好水库安全度汛工作的通知
        入汛以来，我县连续出现强降雨，水库水位上涨较快，部分水库已经超过汛限水位，防汛形势十分严峻。各单位要高度重视，切实增强责任感和紧迫感，克服麻痹思想和侥幸心理，落实二十四小时值班和领导带班制度，加强巡查值守，发现险情及时处置、及时报告，坚决防止各类事故发生。
        各水库责任人要上岗到位，逐库落实行政责任人、技术责任人和巡查责任人，严格执行调度命令，严禁擅自超汛限水位蓄水。要备足抢险物资，落实抢险队伍，完善应急预案，组织开展演练，提前转移受威胁群众，确保水库安全度汛和人民群众生命财产安全。各地贯彻落实情况请于本月底前书面报送。
        要加强对小型水库、山塘和在建工程的监督检查，对检查发现的隐患建立台账，明确责任单位和整改时限，逐一整改销号。对责任不落实、措施不到位、造成严重后果的，依法依规严肃追究有关人员的责任。
        signature| ⟦青石县水利局⟧
    Good:
        title| 青石县水利局关于做好水库安全度汛工作的通知
        各乡镇人民政府：
        请做好安全度汛工作。
    Good:
        title| 2026年全县工作要点
        一、加强组织领导
    """
    found = list(papers(reading))
    if len(found) != 1:
        return
    title, paper = found[0]
    blocks = reading.document.blocks
    body = "\n".join([blocks[at].text for at in paper])
    yield from _formal(title, paper, blocks, body)
    if len(body) >= _FINISHED and "\n" in body:
        lacking = [
            name
            for said, wanted, name in _RULES
            if said.search(title.text) and not wanted.search(body)
        ]
        if lacking:
            at = title.blocks[-1]
            yield Spot(0, len(blocks[at].text), f"全文没有写到：{'、'.join(lacking)}", block=at)


def _formal(title: Title, paper: range, blocks: tuple[Block, ...], body: str) -> Iterator[Spot]:
    """Report the addressee, the signature or the date where both others stand."""
    if len(body) < _LONG or not _SENT.search(title.text) or _OTHERS.search(title.text):
        return
    said = [at for at in paper if blocks[at].text.strip() and blocks[at].role not in _BEHIND]
    roles = {blocks[at].role: at for at in said}
    signed, dated = roles.get(Role.SIGNATURE), roles.get(Role.DATE)
    if signed is None and dated is None and said and _SIGNED.match(blocks[said[-1]].text):
        signed = said[-1]
    addressed = Role.SALUTATION in roles or any(
        _ADDRESSED.match(blocks[at].text) for at in said[:_OPEN_LINES]
    )
    if signed is not None and dated is None:
        last = [blocks[at].text for at in paper][-_LAST_LINES:]
        if not any(_DATED.search(text) for text in last if len(text) < _LINE):
            yield Spot(0, len(blocks[signed].text), "署名下面缺少成文日期", block=signed)
    elif dated is not None and signed is None and addressed:
        before = [blocks[at].text for at in said if at < dated]
        if not before or not _SIGNED.match(before[-1]):
            yield Spot(0, len(blocks[dated].text), "成文日期上面缺少署名", block=dated)
    elif None not in (signed, dated) and not addressed and not _TO_ALL.search(title.text):
        at = title.blocks[-1]
        yield Spot(0, len(blocks[at].text), "缺少主送机关", block=at)
