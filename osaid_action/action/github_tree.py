# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A repository at one commit, read through the API: no clone, no workspace."""

import posixpath
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from osaid_action.errors import OsaidError

MAX_FOLDERS = 200
MAX_FILES = 200
MAX_BYTES = 10 * 1024 * 1024
_KINDS = {"040000": "folder", "120000": "link", "160000": "submodule"}


class Line(NamedTuple):
    """One line of a git tree; ``path`` is relative to the tree that was asked for."""

    path: str
    mode: str
    sha: str
    size: int


class Objects(Protocol):
    """Where git objects come from."""

    def tree(self, sha: str, *, deep: bool) -> tuple[Sequence[Line], bool]:
        """The lines of a tree or of a commit's tree, and whether some were left out."""

    def blob(self, sha: str) -> bytes:
        """A file's bytes."""


class ApiTree:
    """See `osaid_action.repository.tree.Tree`; raises what ``objects`` raises."""

    def __init__(self, objects: Objects, commit: str) -> None:
        self.objects = objects
        self.asked = 0
        self._known: dict[str, dict[str, Line]] = {}
        self.blobs: dict[str, bytes] = {}
        lines, cut = objects.tree(commit, deep=True)
        if cut:  # too large for one answer: folder by folder, as they are needed
            lines, _ = objects.tree(commit, deep=False)
        self.whole = not cut
        self._known[""] = {}
        for line in lines:
            folder, name = posixpath.split(line.path)
            self._known.setdefault(folder, {})[name] = line

    def kind(self, path: str) -> str:
        """See `Tree`."""
        line = self._line(path)
        if line is None:
            return "missing" if path else "folder"
        return _KINDS.get(line.mode, "file")

    def target(self, path: str) -> str:
        """See `Tree`."""
        return self.read(path, MAX_BYTES).decode("utf-8", "replace")

    def names(self, path: str) -> list[str]:
        """See `Tree`."""
        return list(self._folder(path))

    def folders(self, path: str) -> list[str]:
        """See `Tree`."""
        lines = self._folder(path).items()
        return [name for name, line in lines if _KINDS.get(line.mode) == "folder"]

    def read(self, path: str, limit: int) -> bytes:
        """See `Tree`."""
        line = self._line(path)
        if line is None or _KINDS.get(line.mode, "file") not in ("file", "link"):
            raise FileNotFoundError(path)
        if line.size > MAX_BYTES:
            raise OSError(f"{path}: over {MAX_BYTES} bytes, which is more than is read by API")
        return self._blob(line.sha)[:limit]

    def sha256(self, path: str, limit: int) -> str | None:
        """See `Tree`; None also for what is too large to be fetched through the API."""
        import hashlib  # noqa: PLC0415 - most declarations name no hash

        line = self._line(path)
        if line is None or line.size > min(limit, MAX_BYTES):
            return None
        return hashlib.sha256(self._blob(line.sha)).hexdigest()

    def _blob(self, sha: str) -> bytes:
        if sha not in self.blobs:
            if len(self.blobs) >= MAX_FILES:
                raise OsaidError(f"more than {MAX_FILES} files to read through the API")
            self.blobs[sha] = self.objects.blob(sha)
        return self.blobs[sha]

    def _line(self, path: str) -> Line | None:
        folder, name = posixpath.split(path)
        return self._folder(folder).get(name)

    def _folder(self, path: str) -> dict[str, Line]:
        if path not in self._known:
            self._known[path] = {} if self.whole else self._fetched(path)
        return self._known[path]

    def _fetched(self, path: str) -> dict[str, Line]:
        line = self._line(path)
        if line is None or _KINDS.get(line.mode) != "folder":
            return {}
        self.asked += 1
        if self.asked > MAX_FOLDERS:
            raise OsaidError(f"more than {MAX_FOLDERS} folders to read through the API")
        lines, _ = self.objects.tree(line.sha, deep=False)
        return {one.path: one for one in lines}
