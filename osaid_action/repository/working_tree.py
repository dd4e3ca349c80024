# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A work tree on disk: its files, and where it begins."""

import os
import stat
from functools import cached_property
from typing import BinaryIO

from osaid_action.errors import OsaidError
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.memory import Memory
from osaid_action.repository.tree import UNREADABLE, DeclarationFile, declaration_file


class DiskTree:
    """A work tree on disk."""

    def __init__(self, top: str) -> None:
        self.top = top

    @cached_property
    def memory(self) -> Memory:
        """See `Tree`."""
        return Memory()

    def kind(self, path: str) -> str:
        """See `Tree`."""
        here = os.path.join(self.top, path)
        try:
            mode = os.lstat(here).st_mode
        except PermissionError:
            return UNREADABLE
        except (OSError, ValueError):
            return "missing"
        if stat.S_ISDIR(mode):
            if not os.access(here, os.R_OK | os.X_OK):
                return UNREADABLE
            inner = os.path.join(here, ".git")
            return "submodule" if path and os.path.lexists(inner) else "folder"
        if stat.S_ISLNK(mode):
            return "link"
        return "file" if stat.S_ISREG(mode) else "special"

    def target(self, path: str) -> str:
        """See `Tree`."""
        return os.readlink(os.path.join(self.top, path)).replace(os.sep, "/")

    def names(self, path: str) -> list[str]:
        """See `Tree`."""
        try:
            return os.listdir(os.path.join(self.top, path))
        except OSError:
            return []

    def files(self, path: str) -> list[str]:
        """See `Tree`."""
        try:
            with os.scandir(os.path.join(self.top, path)) as entries:
                return [one.name for one in entries if not one.is_dir(follow_symlinks=False)]
        except OSError:
            return []

    def folders(self, path: str) -> list[str]:
        """See `Tree`."""
        try:  # as a rule the folder's own entry tells, so that no file is looked at
            with os.scandir(os.path.join(self.top, path)) as entries:
                inner = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        except OSError:
            return []
        return [name for name in inner if self.kind(os.path.join(path, name)) == "folder"]

    def read(self, path: str, limit: int) -> bytes:
        """See `Tree`."""
        with open_regular(os.path.join(self.top, path)) as file:
            return file.read(limit)

    def size(self, path: str) -> int:
        """See `Tree`."""
        return os.lstat(os.path.join(self.top, path)).st_size

    def sha256(self, path: str, limit: int) -> str | None:
        """See `Tree`."""
        import hashlib  # noqa: PLC0415 - most declarations name no hash

        with open_regular(os.path.join(self.top, path)) as file:
            if os.fstat(file.fileno()).st_size > limit:
                return None
            return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


class NotRegularError(OSError):
    """Not a regular file: a folder, a pipe, a device."""


def open_regular(path: str, *, follow: bool = False) -> BinaryIO:
    """Open a regular file for reading, without waiting on a pipe or a device.

    Raises NotRegularError for anything else, OSError as `os.open` does; without ``follow`` a link
    is an error too.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    flags |= getattr(os, "O_BINARY", 0) | (0 if follow else getattr(os, "O_NOFOLLOW", 0))
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotRegularError("not a regular file")
    return os.fdopen(descriptor, "rb")


def top_of(folder: str) -> str:
    """The git work tree that ``folder`` lies in, or leads into; without git, ``folder`` itself.

    Raises OsaidError where there is no folder to begin at.
    """
    try:
        here = os.path.realpath(folder)
    except FileNotFoundError:
        raise OsaidError("the folder that this is run in is gone; change to another one") from None
    start = here
    while not os.path.lexists(os.path.join(here, ".git")):
        above = os.path.dirname(here)
        if above == here:  # no git: a declaration in .github speaks of the folder above it
            return os.path.dirname(start) if os.path.basename(start) == ".github" else start
        here = above
    return here


def declaration_on_disk(top: str, path: str) -> DeclarationFile:
    """The declaration at ``path`` of this machine, in the repository at ``top``."""
    inside = os.path.relpath(os.path.abspath(path), top).replace(os.sep, "/")
    return declaration_file(DiskTree(top), inside)


def declaration_bytes(path: str, top: str) -> bytes:
    """The bytes of a declaration in the repository at ``top``, up to one over the limit.

    Raises OsaidError when it cannot be read, is no regular file or is a link out of there.
    """
    if os.path.islink(path):
        real = os.path.realpath(path)
        if os.path.lexists(real) and os.path.commonpath([real, os.path.realpath(top)]) != (
            os.path.realpath(top)
        ):
            raise OsaidError(f"{path}: a link that leaves the repository; name the file itself")
    try:
        with open_regular(path, follow=True) as file:
            return file.read(MAX_DECLARATION_BYTES + 1)
    except NotRegularError:
        raise OsaidError(f"{path}: not a regular file; name a declaration or a folder") from None
    except FileNotFoundError:
        what = "a link to nothing" if os.path.islink(path) else "no such file"
        raise OsaidError(f"{path}: {what}; check the path") from None
    except PermissionError:
        raise OsaidError(f"{path}: permission denied; check who may read it") from None
    except (OSError, ValueError) as error:
        raise OsaidError(f"{path}: cannot be read: {error}") from None
