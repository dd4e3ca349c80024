# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which declarations a call means, and in which repository each lies."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from osaid_action.errors import OsaidError
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.discovery import NAMES, below, near_name
from osaid_action.repository.git import GitRefusedError
from osaid_action.repository.index_tree import TRACKED, IndexTree, Repository
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree, declaration_bytes, top_of

if TYPE_CHECKING:
    from osaid_action.baseline import Baseline
    from osaid_action.comparison import Removed

STDIN = "-"
"""How standard input is named."""


class Found(NamedTuple):
    """What a folder holds, as paths of this machine."""

    files: tuple[str, ...]
    removed: tuple[str, ...] = ()  # those that HEAD has and the index lacks


class Files:
    """The declarations of one call; each repository is looked at once."""

    def __init__(self, excluded: Sequence[str] = (), stdin_name: str = NAMES[0]) -> None:
        """``excluded`` are patterns of paths that are left out where folders are searched.

        ``stdin_name`` is where the text on standard input would stand.
        """
        self.excluded, self.stdin_name = excluded, stdin_name
        self._repositories: dict[str, Repository] = {}

    def close(self) -> None:
        """End what reads from git."""
        for repository in self._repositories.values():
            repository.close()

    def repository_of(self, folder: str) -> Repository:
        """The repository that a folder lies in."""
        top = top_of(folder or ".")
        return self._repositories.setdefault(top, Repository(top))

    def read(self, path: str) -> tuple[bytes, DeclarationFile]:
        """The bytes of a declaration, and where it is at home. Raises OsaidError."""
        if path == STDIN:
            return self._typed_in()
        repository = self.repository_of(os.path.dirname(path))
        inside = path_inside(repository.top, path)
        file = repository.around(inside)
        tree = file.tree
        if os.path.lexists(path) or not isinstance(tree, IndexTree) or tree.state != TRACKED:
            return declaration_bytes(path, repository.top), file
        try:
            return tree.read(inside, MAX_DECLARATION_BYTES + 1), file
        except OSError as error:
            raise OsaidError(f"{path}: cannot be read from git: {error}") from None

    def _typed_in(self) -> tuple[bytes, DeclarationFile]:
        """What comes in through standard input, as if it stood at its name."""
        if sys.stdin is None or os.path.isdir(self.stdin_name):
            raise OsaidError("standard input: there is none, or --stdin-name is a folder")
        data = sys.stdin.buffer.read(MAX_DECLARATION_BYTES + 1)
        repository = self.repository_of(os.path.dirname(self.stdin_name))
        return data, repository.around(path_inside(repository.top, self.stdin_name))

    def below(self, folder: str, *, removed: bool = False) -> Found:
        """The declarations of a folder; of one without any, that at the top of the repository.

        Where ``removed`` is set it is the next commit that counts: those alone that are added, if
        there are any, and also those that it would take away.
        """
        repository = self.repository_of(folder)
        start = folder_inside(repository.top, folder)
        inner = self._searched(repository, start, folder, added=removed)
        gone = repository.removed(start) if removed and repository.is_git else []
        found = Found(
            self._typed(folder, inner),
            self._typed(folder, (path[len(start) :].lstrip("/") for path in gone)),
        )
        if found.files or found.removed or not start or self.is_submodule(folder):
            return found
        up = os.path.relpath(repository.top, folder)
        at_top = (os.path.join(folder if folder != "." else "", up, name) for name in NAMES)
        return Found(tuple(os.path.normpath(path) for path in at_top if os.path.isfile(path)))

    def _searched(
        self, repository: Repository, start: str, folder: str, *, added: bool
    ) -> list[str]:
        """Declarations below a folder, as paths from there; one that is named counts anyway."""
        if repository.is_git:
            try:
                inner = repository.declarations(start, added=True) if added else []
                inner = inner or repository.declarations(start)
            except GitRefusedError:
                return list(below(DiskTree(folder), ""))
            if inner or not (start and repository.is_ignored(start)):
                return [path[len(start) :].lstrip("/") for path in inner]
        return list(below(DiskTree(folder), ""))

    def _typed(self, folder: str, inner: Iterable[str]) -> tuple[str, ...]:
        """Paths from a folder as they would be typed, without those that are left out."""
        start = "" if folder == "." else folder
        paths = (os.path.join(start, *path.split("/")) for path in inner)
        return tuple(path for path in paths if not self._is_excluded(path))

    def gone(
        self, baseline: "Baseline", folders: Iterable[str], files: Iterable[str], *, evidence: bool
    ) -> "list[Removed]":
        """The declarations that the baseline has below ``folders`` and that are no more.

        ``files`` are those that are there; the ones that were moved are followed.
        """
        now: dict[str, dict[str, Callable[[], bytes]]] = {}
        for path in files:
            top = top_of(os.path.dirname(path) or ".")
            now.setdefault(top, {})[path_inside(top, path)] = partial(self._bytes, path)
        before: dict[str, dict[str, str]] = {}
        for folder in folders:
            top = top_of(folder)
            tree, start = baseline.tree(top), folder_inside(top, folder)
            inner = [path[len(start) :].lstrip("/") for path in below(tree, start)] if tree else []
            for path in self._typed(folder, inner):
                before.setdefault(top, {})[path_inside(top, path)] = path
        return [
            baseline.removed(top, path, known[path], self.near(known[path]), evidence=evidence)
            for top, known in before.items()
            for path in baseline.gone(top, known, now.get(top, {}))
        ]

    def near(self, path: str) -> str:
        """A file that may be the declaration that is not at ``path``, but for its name."""
        repository = self.repository_of(os.path.dirname(path))
        return near_name(repository.all_files(), path_inside(repository.top, path))

    def is_submodule(self, folder: str) -> bool:
        """Whether a folder is kept for a submodule that is not checked out."""
        repository = self.repository_of(folder)
        start = folder_inside(repository.top, folder)
        return repository.is_git and repository.all_files().kind(start) == "submodule"

    def is_ignored(self, path: str) -> bool:
        """Whether git is told to ignore a file."""
        repository = self.repository_of(os.path.dirname(path))
        return repository.is_git and repository.is_ignored(path_inside(repository.top, path))

    def _bytes(self, path: str) -> bytes:
        """What a declaration says; nothing where it cannot be read, which is told elsewhere."""
        try:
            return self.read(path)[0]
        except OsaidError:
            return b""

    def _is_excluded(self, path: str) -> bool:
        steps = path.replace(os.sep, "/").split("/")
        above = ["/".join(steps[: end + 1]) for end in range(len(steps))]
        return any(fnmatchcase(one, each.rstrip("/")) for each in self.excluded for one in above)


def path_inside(top: str, path: str) -> str:
    """A file of this machine as a path from the top of its repository: itself may be a link."""
    folder, name = os.path.split(path)
    return os.path.relpath(os.path.join(os.path.realpath(folder), name), top).replace(os.sep, "/")


def folder_inside(top: str, folder: str) -> str:
    """A folder of this machine as a path from the top of its repository; the top is empty."""
    inside = os.path.relpath(os.path.realpath(folder), top).replace(os.sep, "/")
    return "" if inside == "." else inside
