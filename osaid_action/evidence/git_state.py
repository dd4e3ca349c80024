# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What git has of a declaration and of what it names: which paths to ask for, what to say of it."""

import os
import posixpath
from collections.abc import Iterator

from osaid_action.definition.rules.evidence import GIT_REFUSED, PATH_DELETED
from osaid_action.evidence.observation import Evidence, Observation
from osaid_action.repository.index_tree import IndexTree
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree
from osaid_action.text import shorten

_LONGEST = 1024
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


def of_git(file: DeclarationFile) -> Evidence:
    """What is to be said of the declaration itself: git was silent, or it is deleted."""
    tree = file.tree
    if not isinstance(tree, IndexTree):
        return {}
    if tree.state == "refused":
        message = f"git does not say which files it has: {shorten(tree.refusal, 600)}"
        return {_WHOLE: Observation(diagnostics=(GIT_REFUSED.at(_WHOLE, message),))}
    if tree.remark(file.path) == "deleted":
        message = "this file is deleted on the disk; git has it still"
        return {_WHOLE: Observation(diagnostics=(PATH_DELETED.at(_WHOLE, message),))}
    return {}
