# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The tree that a change started from: from git when the commit is there, else by API."""

from collections.abc import Callable

from osaid_action.action.github_tree import ApiTree, GitApi
from osaid_action.errors import OsaidError
from osaid_action.repository.git_tree import tree_at
from osaid_action.repository.tree import Tree


def finder(sha: str, api: Callable[[], GitApi]) -> Callable[[str], Tree | None]:
    """What finds the tree of ``sha`` for a repository on disk; "" is one that is not there.

    Without a ``sha`` there is none. ``api`` is called when it is needed: it wants a token.
    """

    def find(top: str) -> Tree | None:
        if not sha:
            return None
        try:
            if top:  # a clone is one commit deep as a rule
                return tree_at(top, sha)
        except OsaidError:
            pass
        return ApiTree(api(), sha)

    return find
