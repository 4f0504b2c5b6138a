"""A DOCX package: opened with bounds on everything, its parts found through their relations."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO

from app.docx.tree import Element, parse
from app.errors import UnreadableFile

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIP = f"{{{RELATIONS}}}Relationship"
# The namespaces of strict OOXML and what they are in the transitional form that all others use.
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"drawingml/picture", b"http://schemas.openxmlformats.org/drawingml/2006/picture"),
    (b"officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_MEMBERS = 20_000
_PART = 128 * 1024 * 1024
_WHOLE = 1024 * 1024 * 1024
_TAGS = 6_000_000  # of one part; a text of a million characters in short runs has three
HUGE = "文件内容异常庞大，可能是恶意构造的文件，没有打开。"
_RETRY = "请让对方重新发送，或用 Word、WPS 打开后另存一份再试。"
_BROKEN = f"文件已损坏或不完整，不是有效的 DOCX。{_RETRY}"
_LOCAL = 30  # bytes that stand before the name of a member at the least
_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,  # an encrypted member, or a compression method this Python lacks
    OSError,
    ValueError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part: what it is and where it leads; `external` is never followed."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The members of a package by name, read when asked for; `name` is the file's for messages."""

    name: str
    zip: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]
    _related: dict[str, tuple[Relation, ...]] = field(
        default_factory=dict[str, tuple[Relation, ...]]
    )
    _names: dict[str, str] = field(default_factory=dict[str, str])

    def __contains__(self, part: str) -> bool:
        """Tell whether the package holds a part."""
        return part in self.members

    def content(self, part: str) -> bytes:
        """Return the bytes of a part; raises UnreadableFile where it is absent or damaged."""
        entry = self.members.get(part)
        if entry is None:
            raise UnreadableFile(self.name, f"文件不完整，缺少“{part}”。{_RETRY}")
        if entry.file_size > _PART:
            raise UnreadableFile(self.name, HUGE)
        try:
            return self.zip.read(entry)
        except _FAILURES as error:
            raise UnreadableFile(self.name, f"文件已损坏，“{part}”无法读出。{_RETRY}") from error

    def xml(self, part: str) -> Element:
        """Return the root of a part, as `usual` has it; UnreadableFile where it is not sound."""
        return parsed(self.usual(part), self.name, part)

    def usual(self, part: str) -> bytes:
        """Return the bytes of a part with the transitional namespaces for those of strict OOXML."""
        content = self.content(part)
        if len(content) > _TAGS and content.count(b"<") > _TAGS:
            raise UnreadableFile(self.name, HUGE)
        if _STRICT in content:
            for strict, usual in _TRANSITIONAL:
                for sign in (b'"', b"'"):
                    old = sign + _STRICT + strict + sign
                    content = content.replace(old, sign + usual + sign)
        return content

    def raw(self, part: str) -> Element:
        """Return the root of a part with its namespaces as they are."""
        return parsed(self.content(part), self.name, part)

    def translated(self, part: str, made: bytes) -> bytes:
        """Return the new content of a part in the namespaces that it had."""
        if _STRICT in self.content(part):
            for strict, usual in _TRANSITIONAL:
                made = made.replace(b'"%s"' % usual, b'"%s%s"' % (_STRICT, strict))
        return made

    def written(self, changes: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the changed parts by the names that the archive has for them."""
        names = {part: entry.filename for part, entry in self.members.items()}
        return {names.get(part, part): content for part, content in changes.items()}

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return the relations of a part, "" meaning the package; none where it has none."""
        found = self._related.get(part)
        if found is None:
            rels, folder = relations_of(part), posixpath.dirname(part)
            rows = self.xml(rels).iter(_RELATIONSHIP) if rels in self.members else ()
            made = [_relation(row, folder) for row in rows]
            found = self._related[part] = tuple(
                [replace(row, target=self._member(row.target)) for row in made]
            )
        return found

    def _member(self, target: str) -> str:
        """Return the member that a target names, which may be in other case or percent-encoded."""
        if target in self.members:
            return target
        if not self._names:
            self._names.update({_folded(name): name for name in self.members})
        return self._names.get(_folded(target), target)

    def related(self, part: str, kind: str) -> str | None:
        """Return the part that a relation of this kind leads to, None where there is none."""
        for relation in self.relations(part):
            if relation.kind == kind and not relation.external and relation.target in self.members:
                return relation.target
        return None

    def main(self) -> str:
        """Return the name of the part that holds the text; raises UnreadableFile without one."""
        found = self.related("", "officeDocument")
        if found is None and "word/document.xml" in self.members:
            found = "word/document.xml"
        if found is None:
            raise UnreadableFile(self.name, f"文件里没有 Word 正文。{_RETRY}")
        return found


def relations_of(part: str) -> str:
    """Return the name of the part with the relations of a part, "" meaning the package."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def opened(content: bytes, name: str) -> Package:
    """Return the package in `content`; raises UnreadableFile where it is none or is hostile."""
    refuse_foreign(content, name)
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        entries = archive.infolist()
    except _FAILURES as error:
        raise UnreadableFile(name, _BROKEN) from error
    # Where a member should begin or end beyond the file, it could not be carried over on saving.
    ends = [entry.header_offset + _LOCAL + entry.compress_size for entry in entries]
    if max(ends, default=0) > len(content):
        raise UnreadableFile(name, _BROKEN)
    if len(entries) > _MEMBERS or sum([entry.file_size for entry in entries]) > _WHOLE:
        raise UnreadableFile(name, HUGE)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile(name, "文件有密码保护。请在 Word 或 WPS 中取消密码后再打开。")
    return Package(name, archive, {_normal(entry.filename): entry for entry in entries})


def refuse_foreign(content: bytes, name: str) -> None:
    """Raise UnreadableFile for what is plainly no package, with what the user can do."""
    if not content:
        raise UnreadableFile(name, f"文件是空的（0 字节）。{_RETRY}")
    if content.startswith(OLE):
        if is_protected(content):
            raise UnreadableFile(name, "文件有密码保护。请在 Word 或 WPS 中取消密码后再打开。")
        reason = "这是旧版 Word/WPS 文档。请在 Word 或 WPS 中另存为 .docx 再打开。"
        raise UnreadableFile(name, reason)
    if not content.startswith(b"PK"):
        reason = f"内容不是 DOCX 文档，扩展名可能被改过，或文件已损坏。{_RETRY}"
        raise UnreadableFile(name, reason)


def is_protected(content: bytes) -> bool:
    """Tell whether a file is a package under a password."""
    return content.startswith(OLE) and _ENCRYPTED in content


OLE = b"\xd0\xcf\x11\xe0"  # how binary Office files and protected packages begin
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def parsed(content: bytes, name: str, part: str) -> Element:
    """Return the root of XML that may be hostile: nothing is fetched, no entity is expanded.

    Raises UnreadableFile where it is not sound.
    """
    try:
        return parse(content)
    except ValueError as error:
        raise UnreadableFile(name, f"文件已损坏，“{part}”的内容有错。{_RETRY}") from error


def _relation(row: Element, folder: str) -> Relation:
    target = row.get("Target", "")
    external = row.get("TargetMode") == "External"
    kind = row.get("Type", "").rsplit("/", 1)[-1]
    return Relation(
        row.get("Id", ""), kind, target if external else _resolved(folder, target), external
    )


def _resolved(folder: str, target: str) -> str:
    return _normal(target if target.startswith("/") else f"{folder}/{target}")


def _folded(name: str) -> str:
    """Return a part name as it is compared: its percent signs read, case left aside."""
    plain = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name.encode(errors="replace"))
    return plain.decode(errors="replace").casefold()


_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")


def _normal(name: str) -> str:
    """Return a part name without a leading slash and without steps, which cannot lead outside."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/")
