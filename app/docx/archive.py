"""Zip archives rebuilt with some members changed, the compressed bytes of the others untouched."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from io import BytesIO

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8 = 0x800
_DESCRIPTOR = 0x8
_WHEN = (0, 0x21)  # 1980-01-01: the same document gives the same bytes


@dataclass(frozen=True, slots=True)
class _Member:
    """One member as it will stand in the archive."""

    name: bytes
    flags: int
    method: int
    when: tuple[int, int]
    crc: int
    packed: bytes
    size: int
    external: int = 0


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of `parts` in their order."""
    return _archive([_compressed(name, content) for name, content in parts.items()])


def rebuilt(content: bytes, changes: Mapping[str, bytes]) -> bytes:
    """Return the archive `content` with the members in `changes` replaced or added at its end.

    All others keep their place, their name as written and their compressed bytes.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
    last = {entry.filename: entry for entry in entries}
    members = [
        _compressed(entry.filename, changes[entry.filename], entry)
        if entry.filename in changes and last[entry.filename] is entry
        else _copied(content, entry)
        for entry in entries
    ]
    members += [_compressed(name, made) for name, made in changes.items() if name not in last]
    return _archive(members)


def without(content: bytes, gone: Container[str]) -> bytes:
    """Return the archive `content` without the members named in `gone`."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
    return _archive([_copied(content, entry) for entry in entries if entry.filename not in gone])


def _copied(content: bytes, entry: zipfile.ZipInfo) -> _Member:
    at = entry.header_offset
    fields = _LOCAL.unpack_from(content, at)
    start = at + _LOCAL.size + fields[9] + fields[10]
    name = content[at + _LOCAL.size : at + _LOCAL.size + fields[9]]
    return _Member(
        name,
        entry.flag_bits & ~_DESCRIPTOR,
        entry.compress_type,
        (fields[4], fields[5]),
        entry.CRC,
        content[start : start + entry.compress_size],
        entry.file_size,
        entry.external_attr,
    )


def _compressed(name: str, content: bytes, entry: zipfile.ZipInfo | None = None) -> _Member:
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = squeeze.compress(content) + squeeze.flush()
    return _Member(
        name.encode(),
        0 if name.isascii() else _UTF8,
        zipfile.ZIP_DEFLATED,
        _WHEN,
        zlib.crc32(content),
        packed,
        len(content),
        0 if entry is None else entry.external_attr,
    )


def _archive(members: list[_Member]) -> bytes:
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        common = (member.flags, member.method, *member.when, member.crc, len(member.packed))
        sizes = (member.size, len(member.name), 0)
        local = _LOCAL.pack(b"PK\x03\x04", 20, *common, *sizes) + member.name
        directory.append(
            _CENTRAL.pack(b"PK\x01\x02", 20, 20, *common, *sizes, 0, 0, 0, member.external, offset)
            + member.name
        )
        pieces += (local, member.packed)
        offset += len(local) + len(member.packed)
    central = b"".join(directory)
    count = len(members)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), offset, 0)
    return b"".join([*pieces, central, end])
