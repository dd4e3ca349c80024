# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A repository read through GitHub's API: what is asked for, and where it is given up."""

import pytest

from osaid_action.action.github_tree import ApiTree
from osaid_action.errors import OsaidError
from osaid_action.repository.discovery import declarations
from osaid_action.repository.object_tree import Line
from testing.github_double.api.gitstore import GitStore
from tests.action.bench import NAME


class Store:
    """Git objects of a commit, with a limit on a listing."""

    def __init__(self, entries, limit=1000):
        self.git, self.limit, self.asked = GitStore(), limit, 0
        self.commit = self.git.commit(entries)

    def tree(self, sha, *, deep):
        self.asked += 1
        root = self.commit.tree if sha == self.commit.sha else sha
        lines = list(self._lines(root, "", deep=deep))
        return dict(lines[: self.limit]), len(lines) > self.limit

    def _lines(self, sha, prefix, *, deep):
        for line in self.git.trees[sha]:
            size = len(self.git.blobs.get(line.sha, b""))
            yield prefix + line.name, Line(line.mode, line.sha, size)
            if deep and line.mode == "040000":
                yield from self._lines(line.sha, f"{prefix}{line.name}/", deep=True)

    def blob(self, sha):
        return self.git.blobs[sha]


@pytest.mark.parametrize("folder", ["", "a/"], ids=["the top", "a folder"])
def test_of_a_folder_that_is_listed_in_part_nothing_is_told(folder):
    store = Store({f"{folder}{number}": "x" for number in range(9)} | {NAME: "x: 1"}, limit=8)

    with pytest.raises(OsaidError, match="cannot be told"):
        ApiTree(store, store.commit.sha).kind(f"{folder}another")


def test_a_tree_by_api_reads_no_more_than_it_should():
    store = Store({f"{n}/x/{NAME}": "x" for n in range(300)}, limit=400)
    tree = ApiTree(store, store.commit.sha)

    with pytest.raises(OsaidError, match="folders"):
        declarations(tree, "", ["."])
    assert store.asked < 250
