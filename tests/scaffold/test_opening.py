# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is looked at: the files that git has, else those on the disk; or one card alone."""

import os
import subprocess

import pytest

from osaid_action.errors import OsaidError
from osaid_action.repository.index_tree import Repository
from osaid_action.scaffold.opening import open_card, open_checkout

NAME = "OPEN_AI_SYSTEM.yaml"
FILES = {"README.md": "# x", "src/a.py": "", ".gitignore": "*.bin\n", "w.bin": "0", "b/c.md": ""}


@pytest.fixture
def top(tmp_path):
    """A folder with files."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def opened(top, path=NAME):
    repository = Repository(str(top))
    return open_checkout(repository, repository.around(path))


def git(top, *arguments):
    subprocess.run(["git", "-C", top, *arguments], check=True)


def test_of_a_git_repository_what_is_added_or_could_be_counts(top):
    git(top, "init", "--quiet")
    git(top, "remote", "add", "origin", "https://a:secret@github.com/grey-heron/heron.git")
    git(top, "add", "README.md")
    (top / "venv/lib").mkdir(parents=True)
    (top / "venv/pyvenv.cfg").touch()
    (top / "venv/lib/x.py").touch()

    seen = opened(top)

    assert seen.paths == [".gitignore", "README.md", "b/c.md", "src/a.py"]
    assert "secret" not in seen.remote
    assert seen.remote.endswith("github.com/grey-heron/heron")


def test_with_a_declaration_in_git_what_is_added_counts(top):
    git(top, "init", "--quiet")
    (top / NAME).touch()
    git(top, "add", "README.md", NAME)

    assert opened(top).paths == ["README.md"]


def test_without_git_the_disk_is_looked_at_but_for_environments(top):
    (top / "venv").mkdir()
    (top / "venv/pyvenv.cfg").touch()
    (top / "venv/x.py").touch()

    assert sorted(opened(top).paths) == sorted(FILES)
    assert opened(top).remote == ""


def test_in_a_folder_below_paths_begin_there(top):
    assert opened(top, f"src/{NAME}").paths == ["a.py"]


def test_a_card_is_alone(top):
    seen = open_card(str(top / "README.md"))

    assert (seen.paths, seen.text("README.md"), seen.remote) == (["README.md"], "# x", "")


@pytest.mark.parametrize("path", ["nothing.md", "src", os.devnull])
def test_a_card_that_cannot_be_read_is_told(top, path):
    with pytest.raises(OsaidError, match="name a model card"):
        open_card(os.path.join(top, path))
