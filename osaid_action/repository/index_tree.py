# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A work tree as git would commit it: the index says which files there are, the disk what they say.

What a sparse checkout leaves out, or somebody has deleted, is read from git's objects. A file that
is not added counts with a declaration that is not added either; else it is as good as missing.
"""

import os
import posixpath
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from osaid_action.parts import load_part
from osaid_action.repository.discovery import is_searched, outer_first
from osaid_action.repository.git import GitRefusedError, answer, is_repository
from osaid_action.repository.index import Entry, Index, changed_since_head, declaration_specs
from osaid_action.repository.memory import Memory
from osaid_action.repository.object_tree import Line
from osaid_action.repository.tree import UNREADABLE, DeclarationFile, declaration_file
from osaid_action.repository.working_tree import DiskTree

if TYPE_CHECKING:
    from osaid_action.repository.git_tree import Objects

TRACKED, NOT_ADDED, IGNORED, REFUSED = "tracked", "not-added", "ignored", "refused"
_MAX_TARGET = 4096
_MAX_TEXT = 16 * 1024 * 1024


class Repository:
    """A git repository on disk, for all the declarations of a run that lie in it."""

    def __init__(self, top: str) -> None:
        self.top = top
        self.index = Index(top)
        self.disk = DiskTree(top)
        self.memories: dict[str, Memory] = {}  # by a declaration's state: it says what counts

    @cached_property
    def objects(self) -> "Objects":
        """What reads git's objects: only what the disk lacks is read from there."""
        opened: Objects = load_part("repository.git_tree:Objects")(self.top)
        return opened

    def close(self) -> None:
        """End the git that reads objects."""
        if "objects" in self.__dict__:
            self.objects.close()

    @cached_property
    def is_git(self) -> bool:
        """Whether there is a repository at all; else the disk counts as it is."""
        return is_repository(self.top)

    def around(self, path: str) -> DeclarationFile:
        """The declaration at ``path`` (from the top), at home in this repository."""
        tree = IndexTree(self, path) if self.is_git else self.disk
        return declaration_file(tree, path)

    def all_files(self) -> DiskTree:
        """Every file that git has or could have: what is looked through for declarations."""
        if self.is_git:
            with suppress(GitRefusedError):
                answer(self.top, "rev-parse", "--git-dir")
                return IndexTree(self, "", NOT_ADDED)
        return self.disk

    def declarations(self, folder: str, *, added: bool = False) -> list[str]:
        """The declarations below ``folder``; none that is ignored, as git says.

        With ``added`` those alone that are added to git: the others take a walk through all files.
        Raises GitRefusedError.
        """
        others = () if added else ("-o", "--exclude-standard")
        specs = declaration_specs(folder)
        asked = ("ls-files", "-z", "-c", *others, "--full-name", "--", *specs)
        found = {os.fsdecode(path) for path in answer(self.top, *asked).split(b"\0") if path}
        return sorted((path for path in found if is_searched(path, folder)), key=outer_first)

    def remotes(self) -> list[str]:
        """The addresses of the repository's remotes; none where git is not to be asked."""
        try:
            asked = ("config", "-z", "--get-regexp", r"^remote\..*\.url$")
            printed = answer(self.top, *asked, nothing=1)
        except GitRefusedError:
            return []
        return [os.fsdecode(one.partition(b"\n")[2]) for one in printed.split(b"\0") if one]

    def is_ignored(self, path: str) -> bool:
        """Whether git is told to ignore a path."""
        try:
            return bool(answer(self.top, "check-ignore", "--", path, nothing=1))
        except GitRefusedError:
            return False

    def paths(self, file: DeclarationFile) -> dict[str, str]:
        """Every path that counts with a declaration, with its kind: file, link or submodule.

        Those that are not added yet count with one that git has not either. Raises GitRefusedError.
        """
        kinds = {"160000": "submodule", "120000": "link"}
        found = {path: kinds.get(mode, "file") for path, mode in self.index.modes().items()}
        if isinstance(file.tree, IndexTree) and file.tree.state != TRACKED:
            found |= {path: file.tree.kind(path) for path in self.index.others.paths()}
        return found

    def removed(self, folder: str) -> list[str]:
        """The declarations below ``folder`` that HEAD has and the index lacks, moved ones aside.

        None without a commit, or where git is not to be asked.
        """
        try:
            gone, kept = changed_since_head(self.top, *declaration_specs(folder))
        except GitRefusedError:
            return []
        blobs = {*(gone if len(gone) == len(kept) == 1 else kept).values()}
        return sorted(p for p, blob in gone.items() if blob not in blobs and is_searched(p, folder))


class IndexTree(DiskTree):
    """The files that git would commit with the declaration at ``path``; see `Tree`.

    Beside the kinds of other trees: ``not-added`` and ``ignored`` are only on the disk; of
    ``unknown`` nobody can tell, as git was not to be asked.
    """

    def __init__(self, repository: Repository, path: str, state: str = "") -> None:
        """``state`` is that of the declaration where it is known; else git is asked."""
        super().__init__(repository.top)
        self.repository = repository
        self.index = repository.index
        self.declaration = path
        self.refusal = ""  # why git was not to be asked, in its own words
        self._given = state

    @property
    def memory(self) -> Memory:
        """See `Tree`."""
        return self.repository.memories.setdefault(self.state, Memory())

    def expect(self, paths: Iterable[str]) -> None:
        """Tell which paths will be asked for, so that git is asked for those alone."""
        try:
            self.index.expect([self.declaration, ".gitmodules", *paths])
        except GitRefusedError as error:
            self.refusal = str(error)

    @cached_property
    def state(self) -> str:
        """How git has the declaration: tracked, not-added or ignored; refused when it is silent."""
        if self.refusal:
            return REFUSED
        if self._given:
            return self._given
        try:
            if self.index.entry(self.declaration):
                return TRACKED
            return NOT_ADDED if self._is_to_come() else IGNORED
        except GitRefusedError as error:
            self.refusal = str(error)
            return REFUSED

    def _is_to_come(self) -> bool:
        """Whether the declaration could be added: it is there, or will be, and is not ignored."""
        if self.index.others.at(self.declaration):
            return True
        is_there = os.path.lexists(os.path.join(self.top, self.declaration))
        return not is_there and not self.repository.is_ignored(self.declaration)

    @property
    def _is_plain(self) -> bool:
        """Whether the disk counts as it is: the declaration is named, and not git's."""
        return self.state in (IGNORED, REFUSED)

    def kind(self, path: str) -> str:
        """See `Tree`."""
        on_disk = super().kind(path)
        if not path or self.state == IGNORED or on_disk == UNREADABLE:
            return on_disk
        if self.state == REFUSED:
            return "unknown" if on_disk == "missing" else on_disk
        entry = self.index.entry(path)
        if entry and not self._is_only_meant(entry, path):
            kind = Line(entry.mode, entry.id).kind
            return on_disk if on_disk in ("file", "link") and kind != "submodule" else kind
        if self.index.is_folder(path):
            return "folder"
        return self._kind_beside(path, on_disk)

    def _is_only_meant(self, entry: Entry, path: str) -> bool:
        """Whether git knows of a file but has nothing of what is in it."""
        if not entry.is_empty or entry.mode == "160000":
            return False
        try:
            return os.lstat(os.path.join(self.top, path)).st_size > 0
        except OSError:
            return False

    def _kind_beside(self, path: str, on_disk: str) -> str:
        """The kind of what the index lacks."""
        if on_disk in ("missing", "special", "submodule") or self._is_in_submodule(path):
            return on_disk
        others = self.index.others
        if others.at(path) or others.has_below(path) or self.index.entry(path):
            return on_disk if self.state == NOT_ADDED else "not-added"
        if on_disk == "folder" and not os.listdir(os.path.join(self.top, path)):
            return on_disk
        return "ignored"

    def _is_in_submodule(self, path: str) -> bool:
        while path := posixpath.dirname(path):
            entry = self.index.entry(path)
            if entry and entry.mode == "160000":
                return True
        return False

    def names(self, path: str) -> list[str]:
        """See `Tree`."""
        if self._is_plain:
            return super().names(path)
        found = dict.fromkeys(name.rstrip("/") for name in self.index.names(path))
        if self.state == NOT_ADDED:
            found |= dict.fromkeys(name.rstrip("/") for name in self.index.others.names(path))
        return list(found)

    def files(self, path: str) -> list[str]:
        """See `Tree`."""
        if self._is_plain:
            return super().files(path)
        found = dict.fromkeys(self.index.files(path))
        if self.state == NOT_ADDED:
            found |= dict.fromkeys(n for n in self.index.others.names(path) if n[-1:] != "/")
        return list(found)

    def folders(self, path: str) -> list[str]:
        """See `Tree`."""
        if self._is_plain:
            return super().folders(path)
        return [n for n in self.names(path) if self.kind(posixpath.join(path, n)) == "folder"]

    def target(self, path: str) -> str:
        """See `Tree`."""
        try:
            return super().target(path)
        except OSError:
            return os.fsdecode(self.repository.objects.read(self._object(path), _MAX_TARGET))

    def read(self, path: str, limit: int) -> bytes:
        """See `Tree`."""
        if self._is_plain or not self._is_left_out(path):
            return super().read(path, limit)
        return self.repository.objects.read(self._object(path), limit)

    def size(self, path: str) -> int:
        """See `Tree`."""
        if self._is_plain or not self._is_left_out(path):
            return super().size(path)
        return self.repository.objects.size(self._object(path))

    def sha256(self, path: str, limit: int) -> str | None:
        """See `Tree`."""
        if self._is_plain or not self._is_left_out(path):
            return self._sha256_of_text(path) or super().sha256(path, limit)
        return self.repository.objects.sha256(self._object(path), limit)

    def _sha256_of_text(self, path: str) -> str:
        """The SHA-256 of a text whose line ends the disk has otherwise; "" for any other file."""
        entry = None if self._is_plain else self.index.entry(path)
        if entry is None or super().size(path) > _MAX_TEXT:
            return ""
        found: str = load_part("repository.line_ends:sha256")(
            super().read(path, _MAX_TEXT), entry.id
        )
        return found

    def _is_left_out(self, path: str) -> bool:
        """Whether the disk has no file where the index has one."""
        return super().kind(path) != "file" and self.index.entry(path) is not None

    def _object(self, path: str) -> Line:
        entry = self.index.entry(path)
        if entry is None or entry.mode == "160000":
            raise FileNotFoundError(path)
        return Line(entry.mode, entry.id)

    def remark(self, path: str) -> str:
        """What is to be known of a file that counts: not added yet, or deleted on the disk."""
        if self._is_plain or not path:
            return ""
        entry = self.index.entry(path)
        if entry is None:
            return "" if self.index.is_folder(path) else NOT_ADDED
        is_gone = super().kind(path) not in ("file", "link")
        return "deleted" if is_gone and not entry.is_skipped else ""
