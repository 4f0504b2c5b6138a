"""Files on disk: writing that leaves no half file, earlier versions, one writer at a time."""

from __future__ import annotations

import contextlib
import errno
import getpass
import os
import platform
import shutil
import sys
import tempfile
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

from app.errors import AppError, UnreadableFile, UnwritableFile

# Windows says of a file that Word has open what it says of one that may not be written.
_REFUSED = "没有写入权限，或者文件正在 Word、WPS 里打开。请在那里关闭后再试，或者另存到别的文件夹。"
_REASONS = {
    errno.ENOSPC: "磁盘已满。请腾出空间，或者另存到别的盘。",
    errno.EDQUOT: "磁盘配额已用完。请腾出空间，或者另存到别的盘。",
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: "所在的磁盘是只读的。请另存到别的盘。",
    errno.ENOENT: "所在的文件夹不存在，可能已被移动或删除。请另存到别的文件夹。",
    errno.ENOTDIR: "所在的文件夹不存在。请另存到别的文件夹。",
    errno.EISDIR: "这是一个文件夹。请换一个文件名。",
    errno.ENAMETOOLONG: "文件名太长。请换一个短些的名字。",
}


class FileInUse(AppError):
    """Another window or another user has the file open for writing."""

    def __init__(self, path: Path, owner: str) -> None:
        """`owner` names who holds it, "" where unknown."""
        by = f"（{owner}）" if owner else ""
        super().__init__(f"“{path.name}”正在另一个窗口中编辑{by}。可以只读打开，或者打开一份副本。")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells a version of a file from the next: size, time of change, and a digest."""

    size: int
    changed: int  # nanoseconds
    digest: int


def write(path: Path, content: bytes, *, backups: Path | None = None, keep: int = 20) -> None:
    """Put `content` at `path` so that a crash leaves the old file or the new one, never a part.

    Where `backups` is a folder, the version that stood there is kept in it first, the newest
    `keep` of them. Raises UnwritableFile with a reason; the old file is then untouched.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        target = Path(os.path.realpath(path))  # a link keeps pointing at what it pointed at
        if backups is not None and keep and target.is_file():
            _keep_version(target, backups, keep)
        replace_bytes(target, content)
    except OSError as error:
        raise UnwritableFile(path, reason(error)) from error


def replace_bytes(path: Path, content: bytes) -> None:
    """Write beside `path`, make it durable, and move it into place; the mode is kept.

    Raises OSError; nothing is left behind then.
    """
    handle, name = tempfile.mkstemp(prefix=".~", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _take_mode(path, Path(name))
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)


def read(path: Path) -> bytes:
    """Return the bytes of a file; raises UnreadableFile for a folder, an absent or closed file."""
    if path.is_dir():
        raise UnreadableFile(path, "这是一个文件夹，不是文件。请选择文件夹里的一个文件。")
    if path.exists() and not path.is_file():  # a pipe would let us wait for ever
        raise UnreadableFile(path, "这不是普通的文件，里面没有文稿。请选择别的文件。")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(path, "文件不存在，可能已被移动、改名或删除。") from error
    except PermissionError as error:
        raise UnreadableFile(
            path, "没有读取权限，或者别的程序正独占着文件。请关闭那个程序，或者复制一份再打开。"
        ) from error
    except OSError as error:
        raise UnreadableFile(path, f"读取出错（{error.strerror}）。请检查磁盘或网络。") from error


def reason(error: OSError) -> str:
    """Return in Chinese why writing failed and what to do."""
    known = _REASONS.get(error.errno or 0)
    return known or f"写入出错（{error.strerror or error}）。请另存到别的位置。"


def stamp(path: Path) -> Stamp | None:
    """Return what identifies the present version of a file, None where there is none."""
    try:
        status = path.stat()
        digest = zlib.crc32(path.read_bytes())
    except OSError:
        return None
    return Stamp(status.st_size, status.st_mtime_ns, digest)


def changed(path: Path, since: Stamp | None) -> bool:
    """Return whether the file is another than the one stamped; touching it is no change."""
    try:
        status = path.stat()
    except OSError:
        return since is not None
    if since is not None and (status.st_size, status.st_mtime_ns) == (since.size, since.changed):
        return False
    now = stamp(path)
    return (now and now.digest) != (since and since.digest)


def versions(path: Path, backups: Path) -> tuple[Path, ...]:
    """Return the kept earlier versions of a file, newest first."""
    folder = backups / _key(path)
    return tuple(sorted(folder.glob(f"*{path.suffix}"), reverse=True)) if folder.is_dir() else ()


class Lock:
    """The right to write one file, held until `release`, given up by the system on a crash.

    A small file beside the document tells other computers who holds it; the system's own lock on
    that file is what counts, so that one left behind by a crash holds nobody up.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock of `path`; raises FileInUse where another holds it.

        Where no file can be made beside it, nobody can save there either: the lock is empty.
        """
        self._file = path.with_name(f".~{path.name}.lock")
        self._handle: int | None = None
        for _ in range(3):  # the holder may let go between our opening and our locking
            try:
                handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o644)
            except OSError:
                return
            if not _lock(handle):
                owner = os.read(handle, 200).decode("utf-8", "replace").strip()
                os.close(handle)
                raise FileInUse(path, owner)
            if _same_file(handle, self._file):
                self._handle = handle
                with contextlib.suppress(OSError):  # a full disk has no room for the name either
                    os.truncate(handle, 0)
                    os.write(handle, _owner().encode())
                return
            os.close(handle)

    def release(self) -> None:
        """Give the lock up; a second call does nothing."""
        if self._handle is None:
            return
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(self._handle)
            self._remove()
        else:
            self._remove()
            os.close(self._handle)
        self._handle = None

    def _remove(self) -> None:
        with contextlib.suppress(OSError):  # taken over in between, or the folder is gone
            self._file.unlink()


def locked(path: Path) -> bool:
    """Return whether somebody holds the lock of `path`."""
    try:
        Lock(path).release()
    except FileInUse:
        return True
    return False


def _key(path: Path) -> str:
    from hashlib import sha256  # brings OpenSSL along

    digest = sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()
    return f"{path.stem[:40]}-{digest[:12]}"


def _keep_version(path: Path, backups: Path, keep: int) -> None:
    folder = backups / _key(path)
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 10**9:09d}{path.suffix}"
    shutil.copy2(path, folder / name)
    for old in versions(path, backups)[keep:]:
        old.unlink(missing_ok=True)


def _take_mode(source: Path, target: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        mode = source.stat().st_mode & 0o7777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    target.chmod(mode)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with contextlib.suppress(OSError):  # some network file systems cannot
            os.fsync(handle)
    finally:
        os.close(handle)


def _owner() -> str:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = "?"
    return f"{user}@{platform.node()} {time.strftime('%Y-%m-%d %H:%M')}"


def _same_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _lock(handle: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            os.lseek(handle, 1 << 30, os.SEEK_SET)  # beyond the text, which others may read
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:  # a network folder that knows no locks holds nobody up
        return error.errno not in {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}
    return True
