# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a declaration is compared with: itself at a revision of git, or another file."""

import os
import posixpath
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from osaid_action.check import check
from osaid_action.comparison import Change, compare
from osaid_action.errors import OsaidError
from osaid_action.model import MAX_DECLARATION_BYTES, Report
from osaid_action.repository.tree import DeclarationFile, resolve
from osaid_action.repository.working_tree import top_of

if TYPE_CHECKING:
    from osaid_action.repository.git_tree import GitTree


class Baseline:
    """What ``--base`` names: a revision where git knows it, else a file."""

    def __init__(self, given: str, files: Sequence[str], read: Callable[[str], bytes]) -> None:
        """Raises OsaidError when ``given`` is neither; ``read`` gives a file's bytes."""
        self.given = given
        self.read = read
        self.trees: dict[str, GitTree] = {}
        try:
            for top in dict.fromkeys(top_of(os.path.dirname(file) or ".") for file in files):
                self.trees[top] = _tree(top, given)
        except OsaidError:
            self.close()
            if not os.path.isfile(given):
                raise
            if len(files) != 1:
                message = f"{given}: a file is compared with one declaration; name that one"
                raise OsaidError(message) from None

    def close(self) -> None:
        """End what reads from git."""
        for tree in self.trees.values():
            tree.close()
        self.trees = {}

    def change(self, file: DeclarationFile, top: str, report: Report, *, evidence: bool) -> Change:
        """What changed up to ``report``, of the declaration at ``file`` in the work tree ``top``.

        What lies at home is looked for where the base is: at the revision, or, for a file, here.
        """
        if top not in self.trees:
            before = check(self.read(self.given), self.given, file, evidence=evidence)
            return compare(before, report)
        tree = self.trees[top]
        resolved = resolve(tree, "", _known(tree, file.path))
        if resolved.kind != "file":
            return compare(None, report)
        try:
            data = tree.read(resolved.path, MAX_DECLARATION_BYTES + 1)
            there = file._replace(tree=tree)
            return compare(check(data, report.path, there, evidence=evidence), report)
        except OSError as error:
            why = error.strerror or str(error)
            return compare(None, report, why_unknown=f"{self.given} cannot be read: {why}")


def _tree(top: str, revision: str) -> "GitTree":
    from osaid_action.repository.git_tree import GitTree, commit_of  # noqa: PLC0415 - only for a base

    try:
        return GitTree(top, commit_of(top, revision))
    except OSError as error:
        raise OsaidError(f"{revision}: cannot be read from git: {error}") from None


def _known(tree: "GitTree", path: str) -> str:
    """The declaration's path; with the other suffix, when it was renamed to this one."""
    stem, suffix = posixpath.splitext(path)
    other = stem + {".yaml": ".yml", ".yml": ".yaml"}.get(suffix, suffix)
    return other if tree.kind(path) == "missing" and tree.kind(other) != "missing" else path
