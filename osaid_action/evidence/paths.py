# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a tree has at the paths that a declaration names; each is looked up once."""

import posixpath
import re
from collections.abc import Iterator
from unicodedata import normalize

from osaid_action.definition.rules.components import LOCATION_DOUBTFUL
from osaid_action.definition.rules.evidence import (
    ANCHOR_MISSING,
    IGNORED,
    PATH_CASE,
    PATH_DELETED,
    PATH_MISSING,
    PATH_NOT_ADDED,
    PATH_OUTSIDE,
    PATH_UNKNOWN,
    UNTRACKED,
)
from osaid_action.errors import reason
from osaid_action.evidence.artifacts import (
    MAX_POINTER,
    holds_only,
    is_empty_folder,
    is_placekeeper,
    is_prose,
    lfs_pointer,
)
from osaid_action.evidence.license_inventory import is_license_name
from osaid_action.evidence.measured_tree import BEGINNING, MeasuredTree
from osaid_action.evidence.near_paths import near_path
from osaid_action.evidence.observation import CONTRADICTED, DECLARED, FOUND, Observation
from osaid_action.findings import Diagnostic
from osaid_action.model import Part, Path, is_path
from osaid_action.repository.index_tree import NOT_ADDED
from osaid_action.repository.tree import UNREADABLE, ResolvedPath, Tree, resolve
from osaid_action.text import cut
from osaid_action.validation.location_hints import meant_by
from osaid_action.validation.placeholders import is_placeholder

_SIGNS = " \t\r\n\f\v\ufeff#/*<>!-;%\"'`"  # of comments, and around a word
_CORRECT = "correct the path, "
_MISSING = f"{_CORRECT}or commit the file"
_BESIDE = frozenset(
    ("settings", "license_file", "further_terms", "permission", "asserted_free", "declaration")
)
_NOT_THERE = f'{_CORRECT}commit the file, or say `not_released: "…"`'
MAX_HASHED = 2 * 1024**3
MAX_TEXT = 1024 * 1024
_MAX_HEADING = 300


class Paths:
    """The paths of a declaration, which begin at the folder ``root`` of a tree."""

    def __init__(self, tree: Tree, root: str) -> None:
        self.tree = MeasuredTree(tree)
        self.budget = self.tree.budget
        self.root = root
        self._resolved = self.budget.cached(self._resolve)
        self._anchors = self.budget.cached(self._headings)
        self.sha256 = self.budget.cached(self._sha256)
        self._inside = self.budget.cached(self._look_inside)
        self._empty = self.budget.cached(self._is_empty)
        self._prose = self.budget.cached(self._is_prose)
        self.bytes = self.budget.cached(self._bytes)

    def resolved(self, location: str) -> ResolvedPath:
        """Where a path leads, whatever stands after its #."""
        return self._resolved(location.partition("#")[0])

    def _resolve(self, path: str) -> ResolvedPath:
        if not path:
            return ResolvedPath("missing", path, "there is no path before the #")
        return resolve(self.tree, self.root, path)

    def _bytes(self, path: str, limit: int = MAX_TEXT) -> bytes:
        """The first bytes of a file in the tree; none when it cannot be read."""
        try:
            return self.tree.read(path, limit)
        except OSError:
            return b""

    def _sha256(self, path: str) -> str | None:
        """The SHA-256 of a file, or of the file that a Git LFS pointer stands for.

        None when it cannot be read, or is over the limit.
        """
        pointer = lfs_pointer(self.bytes(path, MAX_POINTER))
        try:
            return pointer.sha256 if pointer else self.tree.sha256(path, MAX_HASHED)
        except OSError:
            return None

    def look(self, location: str, path: Path) -> Iterator[Observation]:
        """Whether what is at a location is there, and the heading after its #.

        ``path`` is the place in the declaration that names it; a URL is not looked at.
        """
        if not location or not is_path(location):
            return
        resolved = self.resolved(location)
        if diagnostic := self.not_there(location, path):
            yield Observation(CONTRADICTED, exists=False, diagnostics=(diagnostic,))
        elif diagnostic := self.not_known(location, path):
            yield Observation(DECLARED, diagnostics=(diagnostic,), is_known=False)
        else:
            notes = (*self._lacking(resolved, location, path), *self._unsettled(resolved, path))
            yield Observation(FOUND, (f"{location} is there",), notes)

    def not_there(self, location: str, path: Path) -> Diagnostic | None:
        """Why a path does not count as there; an empty folder does not, as git keeps none."""
        resolved = self.resolved(location)
        if diagnostic := absence(resolved, location, path, self.tree, self.root):
            return diagnostic
        if self._empty(resolved):
            or_held = ", or only holds a place" if resolved.kind == "file" else ""
            message = f"{location} is an empty {resolved.kind}{or_held}: nothing is there"
            return PATH_MISSING.at(path, message, "commit what belongs there")
        return None

    def not_known(self, location: str, path: Path) -> Diagnostic | None:
        """Why it cannot be told whether what is at a path is there."""
        resolved = self.resolved(location)
        if resolved.kind == "file" and (why := self._inside(resolved.path)[1]):
            return PATH_UNKNOWN.at(path, f"{cut(location)} cannot be read here: {why}")
        return unknown(resolved, location, path)

    def prose_alone(self, component: str, part: Part) -> Iterator[Observation]:
        """That a folder which is to hold code or weights holds but pages: nobody can tell then."""
        is_page = component.startswith(("data.", "documents."))
        if not is_page and self._prose(self.resolved(part.location)):
            message = f"{part.location} is a folder of prose alone: it may be elsewhere"
            diagnostic = LOCATION_DOUBTFUL.at(part.path, message)
            yield Observation(DECLARED, diagnostics=(diagnostic,), is_known=False)

    def _is_prose(self, resolved: ResolvedPath) -> bool:
        def is_page(name: str) -> bool:
            return is_prose(name) or is_placekeeper(name) or is_license_name(name)

        return resolved.kind == "folder" and holds_only(self.tree, resolved.path, is_page)

    def _look_inside(self, path: str) -> tuple[bool, str]:
        """Whether a file holds more than a place; where it cannot be read, why."""
        try:
            start = self.tree.beginning(path)
            word = start.decode("utf-8", "replace").strip(_SIGNS)
            return len(start) == BEGINNING or not is_placeholder(word), ""
        except OSError as error:
            return False, error.strerror or reason(error)

    def _unsettled(self, resolved: ResolvedPath, path: Path) -> Iterator[Diagnostic]:
        """A note when the disk and git do not agree about a file that counts."""
        state = self.tree.remark(resolved.path)
        if state == NOT_ADDED:
            yield PATH_NOT_ADDED.at(path, resolved.path)  # `of_git` tells of all in one
        elif state:
            yield PATH_DELETED.at(path, f"{resolved.path} is deleted on the disk; git has it still")

    def _is_empty(self, resolved: ResolvedPath) -> bool:
        if resolved.kind == "file":
            return self._inside(resolved.path) == (False, "")
        return resolved.kind == "folder" and is_empty_folder(self.tree, resolved.path)

    def _lacking(self, resolved: ResolvedPath, location: str, path: Path) -> Iterator[Diagnostic]:
        """A note when a heading is not in the file."""
        anchor = location.partition("#")[2]
        if not anchor or resolved.kind != "file" or lfs_pointer(self.bytes(resolved.path)):
            return
        if not _is_in(self._anchors(resolved.path), anchor):
            message = f"{resolved.path} has no heading #{anchor}"
            remedy = "correct what stands after #, or leave it out"
            yield ANCHOR_MISSING.at(path, message, remedy)

    def _headings(self, path: str) -> frozenset[str]:
        """Every anchor that a line of a file or an id in it could be meant by."""
        text = self.bytes(path).decode("utf-8", "replace")
        ids = re.findall(r"""(?:id|name)=["']([^"'\s]{1,200})["']""", text.lower())
        explicit = re.findall(r"\{#([\w-]{1,200})\}", text.lower())
        lines = (_slug(line) for line in text.splitlines() if len(line) <= _MAX_HEADING)
        return frozenset([*ids, *explicit, *lines])


def folder_of(resolved: ResolvedPath) -> str:
    """The folder that a path leads to, or that the file there lies in."""
    return resolved.path if resolved.kind == "folder" else posixpath.dirname(resolved.path)


def absence(
    resolved: ResolvedPath, location: str, path: Path, tree: Tree, root: str
) -> Diagnostic | None:
    """Why what a path leads to does not count as there; None when it does."""
    shown = cut(location)
    if resolved.kind == "outside":
        message = f"the path {shown} is not followed: {resolved.why}"
        remedy = _right_elsewhere(location, tree, root) or "point to a file in the repository"
        return PATH_OUTSIDE.at(path, message, remedy)
    if resolved.kind == "other-case":
        there = posixpath.relpath(resolved.path, root or ".")
        if normalize("NFC", there) == normalize(
            "NFC", posixpath.normpath(location.partition("#")[0])
        ):
            message = f"{shown} is here in another Unicode form: an accent is written otherwise"
            return PATH_CASE.at(path, message, "copy the name of the file, or rename the file")
        return PATH_CASE.at(path, f"{shown} is not here, but {there} is", f"write {there}")
    if resolved.kind in ("not-added", "ignored"):
        cause = UNTRACKED if resolved.kind == "not-added" else IGNORED
        message = f"{shown} is on the disk, but {cause}"
        return PATH_MISSING.at(path, message, PATH_MISSING.remedy_for(cause))
    if resolved.kind == "missing":
        why = f": {resolved.why}" if resolved.why and resolved.why != f"there is no {shown}" else ""
        message = f"{shown} is not in the repository{why}"
        remedy = _right_elsewhere(location, tree, root) or meant_by(location, path)
        return PATH_MISSING.at(
            path, message, remedy or _otherwise(resolved, location, path, tree, root)
        )
    return None


def _otherwise(resolved: ResolvedPath, location: str, path: Path, tree: Tree, root: str) -> str:
    """What to do about a path at which nothing is, and of which nothing else was meant."""
    near = near_path(resolved, location, tree, root)
    remedy = _NOT_THERE if _BESIDE.isdisjoint(path) else _MISSING
    return f"did you mean `{near}`? else {remedy.removeprefix(_CORRECT)}" if near else remedy


def unknown(resolved: ResolvedPath, location: str, path: Path) -> Diagnostic | None:
    """Why it cannot be told whether what a path leads to is there; None when it can."""
    shown = cut(location)
    if resolved.kind == "submodule":
        message = f"{shown} is in a submodule, which is another repository"
        remedy = "name that repository by its URL, with a `revision`"
        return PATH_UNKNOWN.at(path, message, remedy)
    if resolved.kind == "unknown":
        message = f"{shown} is not on the disk, and git does not say whether it has it"
        return PATH_UNKNOWN.at(path, message, "do what git says, and run it again")
    if resolved.kind == UNREADABLE:
        message = f"{shown} cannot be looked at here: permission denied"
        return PATH_UNKNOWN.at(path, message, "let it be read, and run it again")
    return None


def _right_elsewhere(location: str, tree: Tree, root: str) -> str:
    """What to write for a path that is right from another folder; "" when it is right from none.

    One climbs too far: those of a declaration in .github begin at the folder above it. Another
    begins at the top of the repository, though the declaration stands below it.
    """
    file, hash_, anchor = location.partition("#")
    turned = file.replace("\\", "/")
    if turned != file and resolve(tree, root, turned).kind in ("file", "folder"):
        return f"write {turned}{hash_}{anchor}"
    climbed, from_top = file.removeprefix("../"), file.removeprefix("/")
    for start, candidate in ((root, climbed), ("", from_top)):
        found = resolve(tree, start, candidate)
        if candidate and found.path and found.kind in ("file", "folder"):
            right = posixpath.relpath(found.path, root or ".") + hash_ + anchor
            return f"write {right}: paths begin at {_beginning(root)}"
    return ""


def _beginning(root: str) -> str:
    folder = f"{root}/" if root else "the top of the repository"
    return f"{folder}, and for a declaration in .github at the folder above it"


def _is_in(headings: frozenset[str], anchor: str) -> bool:
    wanted = anchor.lower()
    numbered = re.sub(r"-\d+$", "", wanted)  # the second heading of a name
    return bool(re.fullmatch(r"l\d+(-l\d+)?", wanted)) or not headings.isdisjoint(
        (wanted, numbered)
    )


def _slug(line: str) -> str:
    """The anchor that GitHub gives a heading."""
    title = re.sub(r"\{#([\w-]+)\}\s*$", "", line.strip().lstrip("#").strip())
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
