"""本通知 in a paper that is an opinion: the paper calls itself by another kind than its title."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_KINDS = "实施意见|实施方案|实施办法|实施细则|工作方案|行动方案|应急预案|管理办法|工作要点|意见|方案|办法|细则|规定|通知|通告|公告|决定|预案|要点|规划|计划|条例|规则|制度|章程|公约|纪要|批复|函|报告|请示"
_OWN = regex(
    rf"(?P<made>(?:特)?(?:制定|制订|提出|出台|印发)(?:了)?本|现?提出如下|本)(?P<kind>{_KINDS})"
    r"(?=，|。|；|：|于[二〇○0-9]|(?:最终)?(?:修改|解释)权|自(?:印发|发布|公布|下发|[0-9]{4}年)|由[^，。；]{2,20}(?:负责解释|解释)|适用于|所称|有效期|印发后|实施前|未尽事宜|施行)"
)
_TITLE = regex(rf"(?P<kind>{_KINDS})(?:（[^（）]{{1,12}}）)?$")
_RULES = frozenset(("规定", "办法", "规则", "细则", "管理办法"))
_CARRIES = regex("印发|转发|批转|发布|公布|下发|附")
_SKIPPED = frozenset((Role.OBJECT, Role.BLANK))


def called(paragraph: Paragraph) -> tuple[str, tuple[tuple[int, int, str], ...]] | None:
    """Return a title line, or where a paragraph names the paper by its kind: a facts function."""
    text = paragraph.text
    if paragraph.role is Role.TITLE:
        return text, ()
    if paragraph.role in _SKIPPED or "本" not in text:
        return None
    found = [(*m.span("kind"), m["kind"]) for m in _OWN.finditer(text) if m["made"].endswith("本")]
    return ("", tuple(found)) if found else None


@rule(group="一致", severity=Severity.WARNING, scope="document", idle=True, facts=called)
def own_kind(reading: Reading) -> Iterator[Spot]:
    """自称的文种与标题不符。

    标题是“实施方案”，正文写“特制定本实施意见”“本通知自印发之日起施行”，多半是套用别的文稿没有改。印发、转发别的文件的不作比较；标题叫“制度”、正文自称“规定”“办法”的，只作提示。

    来源：公文校对惯例
    Bad:
        title| 青石县清洁能源推广实施方案
        为推进清洁能源推广，特制定本⟦实施意见⟧。
        （一）总体要求。坚持因地制宜。
    Bad:
        title| 青石县关于加强社区工作者队伍建设的意见
        （一）健全机制。落实相关待遇。
        本⟦通知⟧自印发之日起施行。
    Good:
        title| 青石县清洁能源推广实施方案
        为推进清洁能源推广，特制定本方案。
        本实施方案自印发之日起施行。
    Good:
        title| 青石县关于印发节约用水办法的通知
        本办法自印发之日起施行，本通知印发后，原规定废止。
    """
    titled = [(block, line) for block, (line, _) in reading.present() if line]
    if len(titled) == 0 or len({block for block, _ in titled}) > 4:
        return
    title = "".join([line.strip() for _, line in titled])
    own = _TITLE.search(title)
    if own is None or _CARRIES.search(title) or _TITLE.search(title[: own.start()]):
        return
    for block, (_, spots) in reading.present():
        for start, end, kind in spots:
            if not (kind.endswith(own["kind"]) or own["kind"].endswith(kind)):
                said = f"标题的文种是“{own['kind']}”，这里自称“{kind}”"
                # 考勤制度……特制定本规定: what a house calls its own rules is not fixed.
                loose = own["kind"] == "制度" and kind in _RULES
                severity = Severity.HINT if loose else None
                yield Spot(start, end, said, block=block, severity=severity)
