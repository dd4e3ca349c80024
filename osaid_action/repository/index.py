# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Git's index: the files that the next commit would have (https://git-scm.com/docs/index-format).

It is asked for the paths that matter, as an index may have hundred thousands of them; who asks for
another path afterwards makes it be read whole.
"""

import os
import posixpath
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from osaid_action.repository.discovery import NAMES
from osaid_action.repository.git import answer
from osaid_action.repository.tree import LICENSE_FOLDERS

_MAX_PATHSPECS = 400
_EMPTY_FILE = (
    b"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    b"473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
)
"""How git calls a file without a byte, and one of which it only knows that it is to be added."""


class Entry(NamedTuple):
    """One file of the index."""

    mode: str
    id: str
    is_skipped: bool  # a sparse checkout leaves it out
    is_empty: bool


class Listing:
    """Lines of ``git ls-files``, in git's order: by the bytes of their paths."""

    def __init__(self, printed: bytes) -> None:
        self._lines = printed.split(b"\0")[:-1]

    def at(self, path: str) -> bytes | None:
        """The line of a path."""
        wanted = os.fsencode(path)
        place = self._place(wanted)
        found = place < len(self._lines) and _path(self._lines[place]) == wanted
        return self._lines[place] if found else None

    def has_below(self, folder: str) -> bool:
        """Whether there is a path below a folder."""
        start = os.fsencode(folder) + b"/"
        place = self._place(start)
        return place < len(self._lines) and _path(self._lines[place]).startswith(start)

    def names(self, folder: str) -> Iterator[str]:
        """The names in a folder; those of folders end with a slash."""
        start = os.fsencode(folder) + b"/" if folder else b""
        place = self._place(start)
        while place < len(self._lines) and (path := _path(self._lines[place])).startswith(start):
            name, slash, _ = path[len(start) :].partition(b"/")
            if slash:
                place = self._place(start + name + b"0")  # the sign after a slash
            else:
                place += 1
            yield os.fsdecode(name + slash)

    def paths(self) -> list[str]:
        """Every path."""
        return [os.fsdecode(_path(line)) for line in self._lines]

    def _place(self, path: bytes) -> int:
        return bisect_left(self._lines, path, key=_path)


def _path(line: bytes) -> bytes:
    """The path of a line: what stands after its tab, or all of it."""
    return line[line.find(b"\t") + 1 :]


class Index:
    """The index of the repository whose work tree is ``top``. Raises GitRefusedError."""

    def __init__(self, top: str) -> None:
        self.top = top
        self._paths: set[str] = set()  # these, and all below them
        self._covered: set[str] = set()  # the same, and what of that was asked for since
        self._folders: set[str] = set()  # the files right in these
        self._listing: Listing | None = None
        self._is_whole = False

    def expect(self, paths: Iterable[str]) -> None:
        """Ask for these paths and what is below them, and for the files in the folders above.

        Only the first time: what else is needed is read with all the rest.
        """
        if self._listing is not None:
            return
        self._paths = set(paths)
        self._folders = {above for path in self._paths for above in _above(path)}
        self._paths |= {
            posixpath.join(folder, one) for folder in self._folders for one in LICENSE_FOLDERS
        }
        self._covered = {*self._paths}
        specs = [
            *(f":(top,literal){path}" for path in sorted(self._paths)),
            *(f":(top,glob){globbed(folder)}*" for folder in sorted(self._folders)),
        ]
        if "" in self._paths or len(specs) > _MAX_PATHSPECS:
            self._read_whole()
        else:
            self._listing = _listed(self.top, *specs)

    def entry(self, path: str) -> Entry | None:
        """The file at a path."""
        line = self._about(path).at(path)
        if line is None:
            return None
        tag, mode, identity = line.split(b" ", 3)[:3]
        is_empty = identity in _EMPTY_FILE
        return Entry(mode.decode(), identity.decode(), tag in (b"S", b"s"), is_empty)

    def is_folder(self, path: str) -> bool:
        """Whether there are files below a path."""
        if not self._is_whole and self._listing is not None and self._listing.has_below(path):
            return True
        if not self._covers(path):
            self._read_whole()
        return self._about(path).has_below(path)

    def names(self, folder: str) -> Iterator[str]:
        """The names in a folder; those of folders end with a slash."""
        if not self._covers(folder):
            self._read_whole()
        return self._about(folder).names(folder)

    def files(self, folder: str) -> list[str]:
        """The names of the files right in a folder."""
        if folder not in self._folders and not self._covers(folder):
            self._read_whole()
        return [name for name in self._about(folder).names(folder) if not name.endswith("/")]

    def modes(self) -> dict[str, str]:
        """Every path of the index, with its mode."""
        self._read_whole()
        listing = self._listing or Listing(b"")
        return {path: entry.mode for path in listing.paths() if (entry := self.entry(path))}

    @cached_property
    def others(self) -> Listing:
        """The files on the disk that the index lacks and nobody said to ignore."""
        printed = answer(self.top, "ls-files", "-z", "-o", "--exclude-standard")
        return Listing(b"".join(path + b"\0" for path in sorted(printed.split(b"\0")) if path))

    def _about(self, path: str) -> Listing:
        """The listing that tells of the file at a path."""
        if self._listing is None:
            self.expect([path])
        elif not self._covers(path) and posixpath.dirname(path) not in self._folders:
            self._read_whole()
        return self._listing or Listing(b"")

    def _covers(self, path: str) -> bool:
        """Whether all at and below a path was asked for."""
        if self._is_whole or path in self._covered:
            return True
        below = [path]
        for above in _above(path):
            if above in self._covered:
                self._covered.update(below)
                return True
            below.append(above)
        return False

    def _read_whole(self) -> None:
        if not self._is_whole:
            self._listing = _listed(self.top)
            self._is_whole = True


def _listed(top: str, *specs: str) -> Listing:
    return Listing(answer(top, "ls-files", "-s", "-t", "-z", "--full-name", "--", *specs))


def _above(path: str) -> Iterator[str]:
    """The folders above a path, the top last."""
    while path:
        path = posixpath.dirname(path)
        yield path


def globbed(folder: str) -> str:
    """The beginning of a pattern that fits what is in a folder, and nothing else."""
    escaped = "".join(f"\\{sign}" if sign in "*?[]\\" else sign for sign in folder)
    return f"{escaped}/" if folder else ""


def changed_since_head(top: str, *specs: str) -> tuple[dict[str, str], dict[str, str]]:
    """The files that HEAD has and the index lacks, and those that are new, each with its blob.

    Raises GitRefusedError, also where there is no commit yet.
    """
    asked = ("diff-index", "--cached", "--raw", "-z", "--no-renames", "HEAD", "--")
    fields = answer(top, *asked, *specs).split(b"\0")
    changes = [
        (line.split(), os.fsdecode(path))
        for line, path in zip(fields[::2], fields[1::2], strict=False)
    ]
    gone = {path: said[2].decode() for said, path in changes if said[4] == b"D"}
    return gone, {path: said[3].decode() for said, path in changes if said[4] == b"A"}


def declaration_specs(folder: str) -> list[str]:
    """What git is asked for to name the declarations below a folder."""
    return [f":(top,glob){globbed(folder)}**/{name}" for name in NAMES]
