# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a repository holds, wherever it stands: how a path in it is found without leaving it."""

import posixpath
import sys
import unicodedata
from functools import lru_cache
from typing import NamedTuple, Protocol

from osaid_action.repository.memory import Memory

_MAX_LINKS = 40
_MAX_SHOWN = 120
_MAX_MODULES = 64 * 1024
_CASE_BLIND = sys.platform in ("darwin", "win32")


class Tree(Protocol):
    """The files of one repository. Paths are relative to its top, with ``/``; "" is the top."""

    @property
    def memory(self) -> Memory:
        """What was found in its files; trees with the same files may share it."""

    def __hash__(self) -> int:
        """By identity: a tree does not change while it is looked at."""

    def kind(self, path: str) -> str:
        """What stands at ``path``: file, folder, link, submodule, special or missing.

        On a disk also unreadable, where that is not allowed; in a work tree of git's not-added,
        ignored or unknown as well; see `IndexTree`.
        """

    def target(self, path: str) -> str:
        """Where the link at ``path`` points, as it is written there."""

    def names(self, path: str) -> list[str]:
        """The names in the folder at ``path``, in any order."""

    def files(self, path: str) -> list[str]:
        """Those of the names that are no folders."""

    def folders(self, path: str) -> list[str]:
        """Those of the names that are folders: no links, no submodules."""

    def read(self, path: str, limit: int) -> bytes:
        """The first ``limit`` bytes of the file at ``path``. Raises OSError."""

    def size(self, path: str) -> int:
        """How many bytes the file at ``path`` has. Raises OSError."""

    def sha256(self, path: str, limit: int) -> str | None:
        """The SHA-256 of the file at ``path``, None when it is over ``limit`` bytes."""


LICENSE_FOLDERS = ("LICENSES", "licenses", "LICENSE", "license")
"""Folders in which the texts of licenses lie (https://reuse.software/spec-3.3/)."""

UNREADABLE = "unreadable"
UNSURE = ("not-added", "ignored", "unknown", UNREADABLE)
"""Kinds of paths that are only on the disk, of which git was not to be asked, or that nobody may
look at here."""


class ResolvedPath(NamedTuple):
    """What a path in a declaration leads to."""

    kind: str  # file | folder | submodule | missing | outside | other-case | one of UNSURE
    path: str  # in the tree; for other-case, as the repository has it
    why: str = ""  # for outside and missing: in which way


def resolve(tree: Tree, root: str, path: str) -> ResolvedPath:
    """Follow ``path``, which a declaration in folder ``root`` names, through ``tree``.

    Links are followed inside the repository and never out of it, nor into ``.git``.
    """
    if "\0" in path or "\\" in path:
        return ResolvedPath("missing", path, "a path is written with /")
    if path.startswith("/"):
        return ResolvedPath("outside", path, "it is absolute")
    steps = _steps(root, path)
    if steps is None:
        return ResolvedPath("outside", path, "it leaves the repository")
    return _Walk(tree, steps).resolved()


class _Walk:
    """A walk from the top of a tree, step by step, through its links."""

    def __init__(self, tree: Tree, steps: list[str]) -> None:
        self.tree = tree
        self.steps = steps
        self.done: list[str] = []
        self.links = 0
        self.is_elsewhere = False  # in a submodule: its files are of another repository

    def resolved(self) -> ResolvedPath:
        """Where the walk ends."""
        while self.steps:
            if stopped := self.step(self.steps.pop(0)):
                return stopped
        here = "/".join(self.done)
        kind = self.tree.kind(here) if here else "folder"
        return ResolvedPath("submodule" if self.in_submodule(here) else kind, here)

    def in_submodule(self, here: str) -> bool:
        """Whether a path is a submodule's or inside one."""
        return self.is_elsewhere or any(
            f"{here}/".startswith(f"{module}/") for module in submodules(self.tree)
        )

    def step(self, name: str) -> ResolvedPath | None:
        """Take a step; the place where the walk stops there, if it does."""
        here = "/".join([*self.done, name])
        if name.lower() == ".git":
            return ResolvedPath("outside", here, "it leads into .git")
        kind = self.tree.kind(here)
        if kind in ("missing", *UNSURE) or _CASE_BLIND:
            other = _other_case(self.tree, "/".join(self.done), name)
            if kind == "missing" or other:
                return self.missing(here, other)
        self.is_elsewhere |= kind == "submodule"
        if kind == "link":
            return self.follow(here)
        if kind in ("special", *UNSURE):
            return self.no_file(here, kind)
        if self.steps and kind not in ("folder", "submodule"):
            return ResolvedPath("missing", here, f"{here} is no folder")
        self.done.append(name)
        return None

    def follow(self, here: str) -> ResolvedPath | None:
        """Go on where a link points."""
        self.links += 1
        target = self.tree.target(here)
        onward = None if target.startswith("/") else _steps("/".join(self.done), target)
        if onward is None:
            return ResolvedPath("outside", here, "it is a link out of the repository")
        if self.links > _MAX_LINKS:
            return ResolvedPath("outside", here, "its links go in circles")
        self.done, self.steps = [], [*onward, *self.steps]
        return None

    def no_file(self, here: str, kind: str) -> ResolvedPath:
        """The place of what is not git's, or is a pipe, a device."""
        if kind == "special":
            return ResolvedPath("missing", here, "it is no regular file")
        return ResolvedPath(kind, "/".join([here, *self.steps]))

    def missing(self, here: str, other: str | None) -> ResolvedPath:
        """The place of what is not there: perhaps in another case, perhaps in a submodule."""
        if other is not None:
            return ResolvedPath("other-case", "/".join([*self.done, other, *self.steps]))
        if self.in_submodule(here):
            return ResolvedPath("submodule", here)
        why = f"there is no {here[:_MAX_SHOWN]}" if self.steps or self.done else ""
        return ResolvedPath("missing", here, why)


@lru_cache(maxsize=8)
def submodules(tree: Tree) -> tuple[str, ...]:
    """The paths of a tree's submodules, as .gitmodules has them; read once a tree."""
    if tree.kind(".gitmodules") != "file":
        return ()
    try:
        text = tree.read(".gitmodules", _MAX_MODULES).decode("utf-8", "replace")
    except OSError:
        return ()
    settings = (line.strip().partition("=") for line in text.splitlines())
    paths = (value.strip().strip('"') for key, _, value in settings if key.strip() == "path")
    return tuple(path for path in paths if path)


def _steps(root: str, path: str) -> list[str] | None:
    """The steps from the top to ``path``, None when it climbs over the top."""
    joined = posixpath.normpath(posixpath.join(root, path))
    if joined == ".." or joined.startswith("../"):
        return None
    return [] if joined == "." else joined.split("/")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _other_case(tree: Tree, folder: str, step: str) -> str | None:
    """The name in ``folder`` that differs from ``step`` only in case or Unicode form."""
    written = _names(tree, folder).get(_folded(step))
    return None if written == step else written


@lru_cache(maxsize=64)
def _names(tree: Tree, folder: str) -> dict[str, str]:
    """The names in a folder by their folded form; of those that fold alike the last."""
    return {_folded(name): name for name in sorted(tree.names(folder))}


class DeclarationFile(NamedTuple):
    """Where a declaration stands: its tree, its own path in it, and where its paths begin."""

    tree: Tree
    path: str
    root: str


def declaration_file(tree: Tree, path: str) -> DeclarationFile:
    """A declaration at ``path``: its paths begin in its folder, in .github in the one above."""
    folder = posixpath.dirname(path)
    is_above = posixpath.basename(folder) == ".github"
    return DeclarationFile(tree, path, posixpath.dirname(folder) if is_above else folder)
