# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A repository at one commit, read through GitHub's API: no clone, no workspace."""

import hashlib
import posixpath
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Protocol, Self, TypeVar

from osaid_action.errors import OsaidError
from osaid_action.repository.git import is_repository
from osaid_action.repository.git_tree import GitTree, commit_of
from osaid_action.repository.object_tree import Line, ObjectStore, ObjectTree
from osaid_action.repository.tree import Tree

_T = TypeVar("_T")

MAX_FOLDERS = 200
MAX_FILES = 200
MAX_BYTES = 10 * 1024 * 1024


class GitApi(Protocol):
    """What GitHub is asked for. Its methods raise OsaidError."""

    def tree(self, sha: str, *, deep: bool) -> tuple[Mapping[str, Line], bool]:
        """The lines of a tree or of a commit's tree, by path, and whether some were left out."""

    def blob(self, sha: str) -> bytes:
        """A file's bytes."""


class TooMuchError(OSError):
    """More than is read through the API; the rest cannot be told."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.strerror = words


class ApiTree(ObjectTree):
    """The files of a commit on GitHub: as a rule listed by one answer, else folder by folder."""

    def __init__(self, api: GitApi, commit: str) -> None:
        self.store = ApiObjects(api)
        lines, cut = api.tree(commit, deep=True)
        listed = _by_folder(lines)
        super().__init__(self.store, {"": self.store.lines(commit)} if cut else listed)

    def afresh(self) -> Self:
        """See `ObjectTree`: as many folders and files again; those that are known cost nothing."""
        self.store.asked = self.store.taken = 0
        return self


def _by_folder(lines: Mapping[str, Line]) -> dict[str, Mapping[str, Line]]:
    folders: dict[str, dict[str, Line]] = {"": {}}
    for path, line in lines.items():
        folder, name = posixpath.split(path)
        folders.setdefault(folder, {})[name] = line
    return {**folders}


class ApiObjects:
    """Git's objects on GitHub, as many and as large as one declaration may ask for."""

    def __init__(self, api: GitApi) -> None:
        self.api = api
        self.asked = self.taken = 0  # folders and files, for the declaration at hand
        self.blobs: dict[str, bytes] = {}

    def lines(self, tree: str) -> Mapping[str, Line]:
        """See `ObjectStore`."""
        self.asked += 1
        if self.asked > MAX_FOLDERS:
            raise TooMuchError(f"more than {MAX_FOLDERS} folders to read through the API")
        lines, cut = self.api.tree(tree, deep=False)
        if cut:
            raise OsaidError("GitHub lists a folder in part: what else is in it cannot be told")
        return lines

    def read(self, blob: Line, limit: int) -> bytes:
        """See `ObjectStore`."""
        if blob.size > MAX_BYTES:
            raise TooMuchError(f"it is over {MAX_BYTES} bytes, more than is read through the API")
        if blob.id not in self.blobs:
            self.taken += 1
            if self.taken > MAX_FILES:
                raise TooMuchError(f"more than {MAX_FILES} files to read through the API")
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


class CloneTree(GitTree):
    """The files of a commit in a clone; what a partial clone lacks of them is asked of GitHub."""

    def __init__(self, top: str, commit: str, api: Callable[[], GitApi]) -> None:
        super().__init__(top, commit)
        self._store = self._both = _Both(self.objects, api)

    def afresh(self) -> Self:
        """See `ObjectTree`."""
        if self._both.there is not None:
            self._both.there.asked = self._both.there.taken = 0
        return self


class _Both:
    """Git's objects: from the clone, else from GitHub."""

    def __init__(self, here: ObjectStore, api: Callable[[], GitApi]) -> None:
        self.here = here
        self.api = api
        self.there: ApiObjects | None = None

    def _ask(self, ask: Callable[[ObjectStore], _T]) -> _T:
        try:
            return ask(self.here)
        except OSError:
            self.there = self.there or ApiObjects(self.api())
            return ask(self.there)

    def lines(self, tree: str) -> Mapping[str, Line]:
        """See `ObjectStore`."""
        return self._ask(lambda store: store.lines(tree))

    def read(self, blob: Line, limit: int) -> bytes:
        """See `ObjectStore`."""
        return self._ask(lambda store: store.read(blob, limit))

    def size(self, blob: Line) -> int:
        """See `ObjectStore`."""
        return self._ask(lambda store: store.size(blob))

    def sha256(self, blob: Line, limit: int) -> str | None:
        """See `ObjectStore`."""
        return self._ask(lambda store: store.sha256(blob, limit))


def tree_of(commit: str, top: str, api: Callable[[], GitApi]) -> Tree:
    """A commit of the repository at ``top`` on disk, or of one that is not there ("").

    In git where it is there, else on GitHub; ``api`` is called when it is needed: it wants a token.
    """
    if top and is_repository(top):
        with suppress(OsaidError, OSError):  # a clone is one commit deep as a rule
            return CloneTree(top, commit_of(top, commit), api)
    return ApiTree(api(), commit)
