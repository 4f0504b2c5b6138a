"""What programs leave in a text: 错误!未找到引用源。, #REF!, {{name}}, [图片]."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import HAN
from app.checks.tables import Table
from app.patterns import regex

_LAID = "范本里说明排版的话"
_FIELD, _SHEET = "没有更新成功的域", "表格程序的出错标记"
_SLOT, _ESCAPE = "程序里的占位", "程序里的换行符号"
_PICTURE, _EMPTY, _RULE = "没有贴进来的图片、附件", "程序里的空值", "分隔线是别处带来的"
_PAGE = r"第\s?[0-9]{1,3}\s?页[,，/ ]?共\s?[0-9]{1,3}\s?页"
_ROWS = Table(
    (
        (
            "错误!|错误！",
            r"错误[!！]\s*(?:未找到引用源|未定义书签|文档中没有指定样式的文字)[。.]?",
            _FIELD,
        ),
        (
            "MERGEFORMAT|PAGEREF|ADDIN|HYPERLINK|TOC \\o",
            r"(?:\\\*\s*MERGEFORMAT|PAGEREF _\w+(?: \\h)?|ADDIN [A-Z][\w.]+|HYPERLINK \"[^\"]*\"|TOC \\o [^\u4e00-\u9fff]{0,20})",
            _FIELD,
        ),
        (
            "居右|居中|右对齐|居左|空两格|空二格|空一行|加粗",
            r"[（(](?:居[右中左]|右对齐|空[两二]格|空一行|加粗)[）)]",
            _LAID,
        ),
        ("#", r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)", _SHEET),
        (
            "页共|页,共|页，共|页 共|页/共",
            rf"(?<=[{HAN}，、]){_PAGE}(?=[{HAN}，。、；])",
            "页码混进了正文",
        ),
        ("{{|${", r"\{\{[^{}]{1,30}\}\}|\$\{[^{}]{1,30}\}", _SLOT),
        ("\\", rf"\\[nrt](?=[{HAN}“《（]|\s*$)", _ESCAPE),
        ("[|【", r"[\[【](?:图片|表情|动画表情|语音|视频|文件)[\]】]", _PICTURE),
        (
            "null|undefined|NaN",
            rf"(?:^\s*|(?<=[：:])\s*)(?:null|undefined|NaN)(?=\s*$|[，。；、{HAN}])",
            _EMPTY,
        ),
        (
            "---|===|***|～～～|－－－",
            rf"^[ 　]*(?:-{{8,}}|={{8,}}|\*{{8,}}|～{{8,}}|－{{8,}})(?=[ 　]+[{HAN}])",
            _RULE,
        ),
    )
)
_CLOSED = regex(r"[（(]?(?:此|本)页无正文[）)]?")


@rule(
    group="待填与杂质",
    severity=Severity.WARNING,
    triggers=(*_ROWS.triggers, "页无正文"),
    noise=True,
    as_typed=True,
    yields_to=("left_placeholder",),
)
def program_residue(paragraph: Paragraph) -> Iterator[Spot]:
    """程序留下的痕迹。

    域没有更新、公式出错、模板没有填、从网页或聊天里复制，都会留下“错误!未找到引用源”“#REF!”“[图片]”之类，成稿前应当删改。国家标准不用“此页无正文”，成文日期放不下时调整行距、字距。

    来源：GB/T 9704—2012 7.3.5.4；排版与交换惯例
    Bad: 具体要求见⟦错误!未找到引用源。⟧
    Bad: 全年到账资金⟦#REF!⟧万元，联系人：⟦{{name}}⟧。
    Bad: 堤坝外坡塌陷情况见⟦[图片]⟧，请尽快处理⟦\\n⟧抄送防汛办。
    Bad: ⟦（此页无正文）⟧
    Bad: ⟦（居右）⟧申请人：王明
    Bad: 落实会议精⟦第1页共4页⟧神，再强调两点。
    Good: 文件首页标明“第1页共4页”。
    Good: 具体要求见附件2，型号为C#的设备，路径是D:\\new，空值记作null。
    Good: 【视频会议】三月五日召开。
    """
    for found, said in _ROWS.found(paragraph):
        yield Spot(*found.span(), said)
    if "页无正文" in paragraph.literals:
        for found in _CLOSED.finditer(paragraph.text):
            yield Spot(*found.span(), "不用“此页无正文”", severity=Severity.HINT)
