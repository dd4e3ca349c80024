# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The reports on all declarations that are meant; then each of them beside that of the base."""

import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from osaid_action.action.inputs import Inputs
from osaid_action.baseline import Baseline
from osaid_action.check import Ask, check
from osaid_action.comparison import Change, compare
from osaid_action.errors import OsaidError, reason
from osaid_action.findings import Report
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.discovery import declarations, is_search
from osaid_action.repository.index_tree import Repository
from osaid_action.repository.tree import DeclarationFile, Tree, declaration_file, resolve
from osaid_action.repository.working_tree import top_of


class Checked(NamedTuple):
    """One declaration, and what changed in it once that is known."""

    report: Report
    file: DeclarationFile  # from the top of its repository
    change: Change | None = None  # None when it is not, or not yet, compared


class Found(NamedTuple):
    """All that came of looking."""

    checked: tuple[Checked, ...]
    missing: tuple[str, ...]  # what was named and is not there
    troubles: tuple[str, ...]  # declarations that could not be read
    unmatched: tuple[str, ...] = ()  # folders and patterns that were searched in vain


class CheckOptions(NamedTuple):
    """How to look: at which declarations, and whether the network is asked."""

    inputs: Inputs
    ask: Ask | None = None


def in_workspace(workspace: str, options: CheckOptions) -> Found:
    """What the workspace holds. Raises OsaidError when `working-directory` is no folder there."""
    repositories = {workspace: Repository(workspace)}

    def file(path: str) -> DeclarationFile:
        top = _top(workspace, os.path.dirname(os.path.join(workspace, path)))
        repository = repositories.setdefault(top, Repository(top))
        inside = os.path.relpath(os.path.join(workspace, path), top)
        return repository.around(inside.replace(os.sep, "/"))

    return _found(repositories[workspace].all_files(), file, options)


def in_tree(tree: Tree, options: CheckOptions) -> Found:
    """What a repository holds that is not in the workspace."""
    return _found(tree, lambda path: declaration_file(tree, path), options)


def _found(tree: Tree, file: Callable[[str], DeclarationFile], options: CheckOptions) -> Found:
    inputs = options.inputs
    folder = resolve(tree, "", inputs.working_directory)
    if folder.kind not in ("folder", "submodule"):
        raise OsaidError(f"working-directory: there is no folder {inputs.working_directory}")
    meant = declarations(tree, folder.path, inputs.path)
    vain = [pattern for pattern, several in meant.items() if not several]
    searched = [pattern for pattern in vain if is_search(tree, folder.path, pattern)]
    paths = list(dict.fromkeys(path for several in meant.values() for path in several))
    looked = [_checked(path, file(path), options) for path in paths]
    return Found(
        tuple(one for one in looked if isinstance(one, Checked)),
        tuple(pattern for pattern in vain if pattern not in searched),
        tuple(one for one in looked if isinstance(one, str)),
        tuple(searched),
    )


def _checked(name: str, file: DeclarationFile, options: CheckOptions) -> Checked | str:
    """One declaration, which reports call ``name``; why not, when it cannot be read."""
    resolved = resolve(file.tree, "", file.path)
    if resolved.kind != "file":
        return f"{name}: {resolved.why or 'not a regular file'}"
    try:
        data = file.tree.read(resolved.path, MAX_DECLARATION_BYTES + 1)
        required = options.inputs.require
        return Checked(check(data, name, file, ask=options.ask, required=required), file)
    except OSError as error:
        return f"{name}: cannot be read: {error.strerror or error}"


def compared(found: Found, baseline: Baseline) -> Found:
    """The same, each declaration beside that of the base.

    Whatever goes wrong there (an import that fails included) is no reason to fail: then the change
    says that it cannot be told, and why.
    """
    checked = (one._replace(change=_change(one, baseline)) for one in found.checked)
    return found._replace(checked=tuple(checked))


def _change(one: Checked, baseline: Baseline) -> Change | None:
    try:
        return baseline.change(one.report, one.file)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - the verdict stands, whatever this is
        return compare(None, one.report, why_unknown=reason(error))


def _top(workspace: str, folder: str) -> str:
    """The git work tree that ``folder`` lies in, but never one around the workspace."""
    top = top_of(folder)
    inside = os.path.commonpath([top, workspace]) == workspace
    return top if inside else workspace


def every(found: Found) -> Iterator[Report]:
    """The reports alone."""
    return (one.report for one in found.checked)
