# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A repository at one commit, as git's objects have it, wherever they come from."""

import os
import posixpath
from collections.abc import Mapping
from typing import NamedTuple, Protocol, Self

_KINDS = {"40000": "folder", "120000": "link", "160000": "submodule"}
_MAX_TARGET = 4096


class Line(NamedTuple):
    """One line of a git tree."""

    mode: str
    id: str
    size: int = 0  # of a file, where it is told

    @property
    def kind(self) -> str:
        """What the line stands for; see `Tree`."""
        return _KINDS.get(self.mode.lstrip("0"), "file")


class ObjectStore(Protocol):
    """Where git's objects come from. Its methods raise OSError or OsaidError."""

    def lines(self, tree: str) -> Mapping[str, Line]:
        """All lines of a tree object, by their names."""

    def read(self, blob: Line, limit: int) -> bytes:
        """The first ``limit`` bytes of a file."""

    def size(self, blob: Line) -> int:
        """How many bytes a file has."""

    def sha256(self, blob: Line, limit: int) -> str | None:
        """The SHA-256 of a file, None when it is over ``limit`` bytes."""


class ObjectTree:
    """The files of a commit; see `repository.tree.Tree`. Raises what its store does."""

    def __init__(self, store: ObjectStore, folders: dict[str, Mapping[str, Line]]) -> None:
        """``folders`` are those that are known, the top at least; others are asked for."""
        self._store = store
        self._known = folders

    def afresh(self) -> Self:
        """The same, for another declaration: what may be read for each is limited, where it is."""
        return self

    def kind(self, path: str) -> str:
        """See `Tree`."""
        line = self._line(path) if path else None
        return line.kind if line else "missing" if path else "folder"

    def target(self, path: str) -> str:
        """See `Tree`."""
        line = self._line(path)
        return os.fsdecode(self._store.read(line, _MAX_TARGET)) if line else ""

    def names(self, path: str) -> list[str]:
        """See `Tree`."""
        return list(self._folder(path))

    def files(self, path: str) -> list[str]:
        """See `Tree`."""
        inner = ("folder", "submodule")
        return [name for name, line in self._folder(path).items() if line.kind not in inner]

    def folders(self, path: str) -> list[str]:
        """See `Tree`."""
        return [name for name, line in self._folder(path).items() if line.kind == "folder"]

    def read(self, path: str, limit: int) -> bytes:
        """See `Tree`."""
        return self._store.read(self._file(path), limit)

    def size(self, path: str) -> int:
        """See `Tree`."""
        return self._store.size(self._file(path))

    def sha256(self, path: str, limit: int) -> str | None:
        """See `Tree`."""
        return self._store.sha256(self._file(path), limit)

    def _file(self, path: str) -> Line:
        line = self._line(path)
        if line is None:
            raise FileNotFoundError(path)
        if line.kind != "file":
            raise OSError(f"{path} is no file")
        return line

    def _line(self, path: str) -> Line | None:
        folder, name = posixpath.split(path)
        return self._folder(folder).get(name)

    def _folder(self, path: str) -> Mapping[str, Line]:
        if path not in self._known:
            line = self._line(path)
            is_folder = line is not None and line.kind == "folder"
            self._known[path] = self._store.lines(line.id) if line and is_folder else {}
        return self._known[path]
