# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is said of the files that were looked at."""

import subprocess

import pytest

from osaid_action.repository.index_tree import Repository
from osaid_action.scaffold.looked_at import looked_at
from osaid_action.scaffold.opening import open_checkout

NAME = "OPEN_AI_SYSTEM.yaml"


def said(top, path=NAME):
    repository = Repository(str(top))
    file = repository.around(path)
    return looked_at(repository, file, open_checkout(repository, file))


@pytest.fixture
def top(tmp_path):
    """A repository in which nothing is added."""
    subprocess.run(["git", "-C", tmp_path, "init", "--quiet"], check=True)
    (tmp_path / "in").mkdir()
    for name in ("README.md", "in/train.py"):
        (tmp_path / name).touch()
    return tmp_path


def added(top, *names):
    subprocess.run(["git", "-C", top, "add", *names], check=True)


def test_nothing_is_added(top):
    assert said(top).startswith("looked at 2 files, 2 of them not added to git yet")


def test_some_are_added(top):
    added(top, "README.md")

    assert said(top).startswith("looked at 2 files, 1 of them not added to git yet")


def test_in_a_folder_what_is_there_counts(top):
    assert said(top, f"in/{NAME}").startswith("looked at 1 file, 1 of them not added")


def test_all_are_added(top):
    added(top, ".")

    assert said(top) == ""


def test_the_declaration_is_added_and_others_are_not(top):
    (top / NAME).touch()
    added(top, NAME)

    assert said(top).startswith("2 files not added to git: not looked at")


def test_the_declaration_is_ignored(top):
    (top / ".gitignore").write_text("*.yaml\n")

    assert said(top) == f"git ignores {NAME}: `git add --force` it"


def test_there_is_nothing(tmp_path):
    assert said(tmp_path) == "no git repository here, and there are no files here to look at"
    subprocess.run(["git", "-C", tmp_path, "init", "--quiet"], check=True)
    assert said(tmp_path) == "there are no files here to look at"


def test_without_git(tmp_path):
    (tmp_path / "README.md").touch()

    assert said(tmp_path) == "no git repository here: looked at 1 file on the disk"


def test_git_cannot_be_asked(top):
    (top / ".git/config").write_text("[core\n")

    assert said(top).startswith("git could not be asked (")
    assert said(top).endswith("looked at 2 files on the disk")
