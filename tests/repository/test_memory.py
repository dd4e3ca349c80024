# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is kept for the other declarations of a run."""

from osaid_action.repository.index_tree import IGNORED, NOT_ADDED, TRACKED, IndexTree, Repository
from osaid_action.repository.memory import Memory


def test_what_is_kept_is_made_once():
    made = []
    memory = Memory()

    found = [memory.once("a", lambda: made.append(1) or "text") for _ in range(3)]

    assert (found, made) == (["text"] * 3, [1])
    assert (memory.get("a"), memory.get("b")) == ("text", None)


def test_of_many_the_last_are_kept():
    memory = Memory(most=2)
    for key in "abc":
        memory.keep(key, key.upper())
    memory.keep("b", "again")

    assert [memory.get(key) for key in "abc"] == [None, "again", "C"]
    assert len(memory) == 2


def test_trees_with_the_same_files_share_it(tmp_path):
    repository = Repository(str(tmp_path))
    tracked, same, other, ignored = (
        IndexTree(repository, path, state)
        for path, state in (("a", TRACKED), ("b", TRACKED), ("c", NOT_ADDED), ("d", IGNORED))
    )

    assert tracked.memory is same.memory
    assert len({id(tree.memory) for tree in (tracked, other, ignored)}) == 3


def test_a_folder_without_git_has_one(tmp_path):
    repository = Repository(str(tmp_path))

    assert repository.around("a").tree.memory is repository.around("b/c").tree.memory
