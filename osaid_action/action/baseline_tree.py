# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The tree that a change started from: from git when the commit is there, else by API."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from osaid_action.action.github_tree import ApiTree, GitApi
from osaid_action.errors import OsaidError
from osaid_action.repository.tree import Tree

if TYPE_CHECKING:
    from osaid_action.repository.git_tree import GitTree


class BaselineTrees:
    """Looks up the base of a repository on disk, by its folder; each once."""

    def __init__(self, workspace: str, sha: str, objects: Callable[[], GitApi]) -> None:
        self.workspace = workspace
        self.sha = sha
        self.objects = objects  # made when needed: it wants a token
        self._known: dict[str, Tree | BaseException] = {}
        self._opened: list[GitTree] = []

    def close(self) -> None:
        """End the processes that read from git."""
        for tree in self._opened:
            tree.close()

    def __call__(self, top: str) -> Tree | None:
        """The tree, None when there is none to look for. What it raises, it raises each time."""
        if not self.sha:
            return None
        if top not in self._known:
            try:
                self._known[top] = self._tree(top)
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # noqa: BLE001 - raised below, each time
                self._known[top] = error
        known = self._known[top]
        if isinstance(known, BaseException):
            raise known
        return known

    def _tree(self, top: str) -> Tree:
        if top and (tree := _in_git(top, self.sha)):
            self._opened.append(tree)
            return tree
        return ApiTree(self.objects(), self.sha)


def _in_git(top: str, sha: str) -> "GitTree | None":
    """The commit in the repository at ``top``; a clone is one commit deep as a rule."""
    from osaid_action.repository.git_tree import GitTree, commit_of  # noqa: PLC0415 - only with a base

    try:
        return GitTree(top, commit_of(top, sha))
    except (OsaidError, OSError):
        return None
