"""A quick look whether a package holds tracked changes, comments, notes or text boxes."""

from __future__ import annotations

import re

from app.docx.package import opened

_ANY = re.compile(
    rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change|commentReference"
    rb"|commentRangeStart|footnoteReference|endnoteReference|txbxContent)[\s/>]"
)


def is_marked(package: bytes) -> bool:
    """Tell whether there is anything to go through beside the text; raises UnreadableFile."""
    source = opened(package, "原文件")
    return _ANY.search(source.content(source.main())) is not None
