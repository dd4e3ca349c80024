# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What git has of a declaration and of what it names: which paths to ask for, what to say of it."""

import os
import posixpath
from collections.abc import Iterator
from shlex import quote

from osaid_action.definition.rules.evidence import (
    GIT_REFUSED,
    IGNORED,
    PATH_DELETED,
    PATH_MISSING,
    PATH_NOT_ADDED,
    UNTRACKED,
)
from osaid_action.evidence.observation import Evidence, Observation, merge
from osaid_action.repository.index_tree import IndexTree
from osaid_action.repository.tree import DeclarationFile, resolve
from osaid_action.repository.working_tree import DiskTree
from osaid_action.text import plural, shorten

_CAUSES = {"not-added": UNTRACKED, "ignored": IGNORED}
_LONGEST = 1024
_FEW = 3
_WHOLE = ("system",)  # what is said of the declaration as a whole stands here


def may_be_paths(data: object, tree: DiskTree, root: str) -> Iterator[str]:
    """The strings of a declaration that may be paths, from the top of the repository.

    One that is missed costs time: then git is asked for all that it has.
    """
    for text in _strings(data):
        path = text.partition("#")[0]
        if not path or len(path) > _LONGEST or ":" in path or "\0" in path or path[0] == "/":
            continue
        inside = posixpath.normpath(posixpath.join(root, path))
        if inside.startswith(".."):
            continue
        is_written_so = " " not in path and ("/" in path or "." in path)
        if is_written_so or os.path.lexists(os.path.join(tree.top, inside)):
            yield "" if inside == "." else inside


def _strings(data: object) -> Iterator[str]:
    """Every string of a document, but for its keys."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def of_git(file: DeclarationFile, seen: Evidence) -> Evidence:
    """What was seen, and what is to be said of git: it was silent, or it lacks what counts."""
    return _together(_told_once(file, seen), _state(file))


def _together(seen: Evidence, more: Evidence) -> Evidence:
    both = {path: merge([seen[path], one]) for path, one in more.items() if path in seen}
    return seen | more | both


def _told_once(file: DeclarationFile, seen: Evidence) -> Evidence:
    """The same, with one remark on all files that are not added to git."""
    paths: dict[str, None] = {}
    kept: Evidence = {}
    for path, one in seen.items():
        paths |= dict.fromkeys(d.message for d in one.diagnostics if d.rule is PATH_NOT_ADDED)
        others = tuple(d for d in one.diagnostics if d.rule is not PATH_NOT_ADDED)
        kept[path] = one._replace(diagnostics=others)
    if not paths:
        return seen
    is_one = len(paths) == 1
    message = (
        f"{plural(len(paths), 'file')} that it names {'is' if is_one else 'are'} not added to git"
    )
    names = " ".join(quote(path) for path in [file.path, *paths][: _FEW + 1])
    more = f" …` ({len(paths) - _FEW} more)" if len(paths) > _FEW else "`"
    told = Observation(diagnostics=(PATH_NOT_ADDED.at(_WHOLE, message, f"`git add {names}{more}"),))
    return _together(kept, {_WHOLE: told})


def _state(file: DeclarationFile) -> Evidence:
    """What is to be said of the declaration itself."""
    tree = file.tree
    if not isinstance(tree, IndexTree):
        return {}
    if tree.state == "refused":
        message = f"git does not say which files it has: {shorten(tree.refusal, 600)}"
        return {_WHOLE: Observation(diagnostics=(GIT_REFUSED.at(_WHOLE, message),))}
    if tree.kind(file.path) == "link" and (cause := _CAUSES.get(resolve(tree, "", file.path).kind)):
        message = f"this is a link to a file that is on the disk, but {cause}"
        told = PATH_MISSING.at(_WHOLE, message, PATH_MISSING.remedy_for(cause))
        return {_WHOLE: Observation(diagnostics=(told,))}
    if tree.remark(file.path) == "deleted":
        message = "this file is deleted on the disk; git has it still"
        return {_WHOLE: Observation(diagnostics=(PATH_DELETED.at(_WHOLE, message),))}
    return {}
