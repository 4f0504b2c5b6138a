"""Packages with a body written by hand, as other programs write it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from app.document.model import Document, block
from app.docx import layout, write

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(body: str, styles: str = "", **beside: str) -> bytes:
    """Return a package with a body of one's own, and styles beside the default one.

    `beside` are further parts by their kind, such as `numbering`: what stands in their root.
    """
    plain = write.write(Document((block("x"),)), layout.load("gbt9704"))
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(plain)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/document.xml":
                root = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}'
                content = f"{root}<w:sectPr/></w:body></w:document>".encode()
            if entry.filename == "word/styles.xml":
                content = (
                    f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1"'
                    f' w:styleId="a"><w:name w:val="Normal"/></w:style>{styles}</w:styles>'
                ).encode()
            if entry.filename == "word/_rels/document.xml.rels":
                rows = ""
                for kind in beside:
                    content = re.sub(
                        rb'<Relationship [^>]*/%s"[^>]*>' % kind.encode(), b"", content
                    )
                    rows += f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="own-{kind}.xml"/>'
                content = content.replace(b"</Relationships>", f"{rows}</Relationships>".encode())
            if not entry.filename.startswith("customXml"):
                new.writestr(entry.filename, content)
        for kind, inner in beside.items():
            part = f'<w:{kind} xmlns:w="{W}">{inner}</w:{kind}>'
            new.writestr(f"word/own-{kind}.xml", part)
    return target.getvalue()


def p(*content: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def r(text: str, looks: str = "") -> str:
    """Return a run."""
    looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'
