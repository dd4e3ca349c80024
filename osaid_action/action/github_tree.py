# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A repository at one commit, read through GitHub's API: no clone, no workspace."""

import hashlib
import posixpath
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Protocol

from osaid_action.errors import OsaidError
from osaid_action.repository.git_tree import tree_at
from osaid_action.repository.object_tree import Line, ObjectTree
from osaid_action.repository.tree import Tree

MAX_FOLDERS = 200
MAX_FILES = 200
MAX_BYTES = 10 * 1024 * 1024


class GitApi(Protocol):
    """What GitHub is asked for. Its methods raise OsaidError."""

    def tree(self, sha: str, *, deep: bool) -> tuple[Mapping[str, Line], bool]:
        """The lines of a tree or of a commit's tree, by path, and whether some were left out."""

    def blob(self, sha: str) -> bytes:
        """A file's bytes."""


class ApiTree(ObjectTree):
    """The files of a commit on GitHub: as a rule listed by one answer, else folder by folder."""

    def __init__(self, api: GitApi, commit: str) -> None:
        store = _Objects(api)
        lines, cut = api.tree(commit, deep=True)
        super().__init__(store, {"": store.lines(commit)} if cut else _by_folder(lines))


def _by_folder(lines: Mapping[str, Line]) -> dict[str, Mapping[str, Line]]:
    folders: dict[str, dict[str, Line]] = {"": {}}
    for path, line in lines.items():
        folder, name = posixpath.split(path)
        folders.setdefault(folder, {})[name] = line
    return {**folders}


class _Objects:
    """Git's objects on GitHub, as many and as large as a run may ask for."""

    def __init__(self, api: GitApi) -> None:
        self.api = api
        self.asked = 0
        self.blobs: dict[str, bytes] = {}

    def lines(self, tree: str) -> Mapping[str, Line]:
        """See `ObjectStore`."""
        self.asked += 1
        if self.asked > MAX_FOLDERS:
            raise OsaidError(f"more than {MAX_FOLDERS} folders to read through the API")
        lines, cut = self.api.tree(tree, deep=False)
        if cut:
            raise OsaidError("GitHub lists a folder in part: what else is in it cannot be told")
        return lines

    def read(self, blob: Line, limit: int) -> bytes:
        """See `ObjectStore`."""
        if blob.size > MAX_BYTES:
            raise OSError(f"it is over {MAX_BYTES} bytes, more than is read through the API")
        if blob.id not in self.blobs:
            if len(self.blobs) >= MAX_FILES:
                raise OsaidError(f"more than {MAX_FILES} files to read through the API")
            self.blobs[blob.id] = self.api.blob(blob.id)
        return self.blobs[blob.id][:limit]

    def size(self, blob: Line) -> int:
        """See `ObjectStore`."""
        return blob.size or len(self.read(blob, MAX_BYTES))

    def sha256(self, blob: Line, limit: int) -> str | None:
        """See `ObjectStore`; None also for what is too large to be read through the API."""
        if blob.size > min(limit, MAX_BYTES):
            return None
        return hashlib.sha256(self.read(blob, MAX_BYTES)).hexdigest()


def finder(sha: str, api: Callable[[], GitApi]) -> Callable[[str], Tree | None]:
    """What finds the commit ``sha`` of a repository on disk, or of one that is not there ("").

    In git where it is there, else on GitHub; None without a ``sha``. ``api`` is called when it is
    needed: it wants a token.
    """

    def find(top: str) -> Tree | None:
        if sha and top:
            with suppress(OsaidError):  # a clone is one commit deep as a rule
                return tree_at(top, sha)
        return ApiTree(api(), sha) if sha else None

    return find
