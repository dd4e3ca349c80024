# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The reports on all declarations that are meant; then each of them beside that of the base."""

import os
import posixpath
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from osaid_action.action.inputs import Inputs
from osaid_action.check import Ask, check
from osaid_action.comparison import Change, compare
from osaid_action.errors import OsaidError
from osaid_action.model import MAX_DECLARATION_BYTES, Report
from osaid_action.report.escape import normalized
from osaid_action.repository.discovery import declarations
from osaid_action.repository.tree import DeclarationFile, Tree, paths_begin, resolve
from osaid_action.repository.working_tree import DiskTree, top_of
from osaid_action.text import cut

_REASON = 300  # characters that a reason has room for

BaselineLookup = Callable[[str], Tree | None]
"""The tree to compare with, of the repository at a folder; None when there is none to look for.
Raises OsaidError when there should be one."""


class File(NamedTuple):
    """A declaration and where it stands."""

    name: str  # as reports call it: from the workspace
    top: str  # of its repository, on disk; "" through the API
    declaration: DeclarationFile

    @property
    def path(self) -> str:
        """From the top of its repository."""
        return self.declaration.path


class Checked(NamedTuple):
    """One declaration, and what changed in it once that is known."""

    report: Report
    file: File
    change: Change | None = None  # None when it is not, or not yet, compared


class Found(NamedTuple):
    """All that came of looking."""

    checked: tuple[Checked, ...]
    missing: tuple[str, ...]  # the patterns that meant nothing
    troubles: tuple[str, ...]  # declarations that could not be read


class CheckOptions(NamedTuple):
    """How to look: at which declarations, and whether the network is asked."""

    inputs: Inputs
    ask: Ask | None = None


def in_workspace(workspace: str, options: CheckOptions) -> Found:
    """What the workspace holds. Raises OsaidError when `working-directory` is no folder there."""
    tree = DiskTree(workspace)

    def file(path: str) -> File:
        top = _top(workspace, os.path.join(workspace, posixpath.dirname(path)))
        inside = os.path.relpath(os.path.join(workspace, path), top).replace(os.sep, "/")
        return File(path, top, _declaration_file(DiskTree(top), inside))

    return _found(tree, file, options)


def in_tree(tree: Tree, options: CheckOptions) -> Found:
    """What a repository holds that is not in the workspace."""
    return _found(tree, lambda path: File(path, "", _declaration_file(tree, path)), options)


def _found(tree: Tree, file: Callable[[str], File], options: CheckOptions) -> Found:
    inputs = options.inputs
    folder = resolve(tree, "", inputs.working_directory)
    if folder.kind not in ("folder", "submodule"):
        raise OsaidError(f"working-directory: there is no folder {inputs.working_directory}")
    meant = declarations(tree, folder.path, inputs.path)
    paths = list(dict.fromkeys(path for several in meant.values() for path in several))
    looked = [_checked(file(path), options) for path in paths]
    return Found(
        tuple(one for one in looked if isinstance(one, Checked)),
        tuple(pattern for pattern, several in meant.items() if not several),
        tuple(one for one in looked if isinstance(one, str)),
    )


def _checked(file: File, options: CheckOptions) -> Checked | str:
    """One declaration; why not, when it cannot be read."""
    try:
        report = _report(file, options.inputs.require, options.ask)
    except OSError as error:
        return f"{file.name}: cannot be read: {error.strerror or error}"
    except UnfoundError as error:
        return str(error)
    return Checked(report, file)


def compared(found: Found, baseline: BaselineLookup) -> Found:
    """The same, each declaration beside that of the base.

    Whatever goes wrong there (an import that fails included) is no reason to fail: then the change
    says that it cannot be told, and why.
    """
    checked = (
        one._replace(change=_change(one.file, one.report, baseline)) for one in found.checked
    )
    return found._replace(checked=tuple(checked))


class UnfoundError(OsaidError):
    """A path that leads to no file."""


def _report(file: File, required: Sequence[str] = (), ask: Ask | None = None) -> Report:
    resolved = resolve(file.declaration.tree, "", file.declaration.path)
    if resolved.kind != "file":
        why = resolved.why or "not a regular file"
        raise UnfoundError(f"{file.name}: {why}")
    data = file.declaration.tree.read(resolved.path, MAX_DECLARATION_BYTES + 1)
    return check(data, file.name, file.declaration, ask=ask, required=required)


def _change(file: File, report: Report, baseline: BaselineLookup) -> Change | None:
    try:
        tree = baseline(file.top)
        return None if tree is None else compare(_before(file, tree), report)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - the verdict stands, whatever this is
        return compare(None, report, why_unknown=reason(error))


def reason(error: BaseException) -> str:
    """What was raised, in a line that is never empty; a package may raise anything, of any size."""
    words, name = normalized(str(error)), type(error).__name__
    if not words:
        return name
    return cut(words if isinstance(error, OsaidError | OSError) else f"{name}: {words}", _REASON)


def _before(file: File, tree: Tree) -> Report | None:
    """The report of the base; None when the declaration is new."""
    path = file.declaration.path
    if resolve(tree, "", path).kind != "file":
        return None
    return _report(file._replace(declaration=_declaration_file(tree, path)))


def _declaration_file(tree: Tree, path: str) -> DeclarationFile:
    """Where a declaration stands."""
    return DeclarationFile(tree, path, paths_begin(posixpath.dirname(path)))


def _top(workspace: str, folder: str) -> str:
    """The git work tree that ``folder`` lies in, but never one around the workspace."""
    top = top_of(folder)
    inside = os.path.commonpath([top, workspace]) == workspace
    return top if inside else workspace


def every(found: Found) -> Iterator[Report]:
    """The reports alone."""
    return (one.report for one in found.checked)
