# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which declarations a call means: those of git's that are not left out, and what is gone."""

import os

import pytest

from osaid_action.cli.files import Files
from osaid_action.errors import OsaidError

NAME = "OPEN_AI_SYSTEM.yaml"


@pytest.fixture
def there(write, git, commit, monkeypatch):
    """A git repository with some declarations committed, and this process in it."""
    top = write({NAME: "x", f"models/a/{NAME}": "a", f"models/b/{NAME}": "b", "docs/x.md": "x"})
    (top / ".git").rmdir()
    git(top, "init", "--quiet", "--initial-branch=main")
    commit(top)
    monkeypatch.chdir(top)
    return top


def below(folder, *excluded, removed=False):
    files = Files(excluded)
    found = files.below(folder, removed=removed)
    files.close()
    return [*found.files], [*found.removed]


@pytest.mark.parametrize(
    ("folder", "excluded", "expected"),
    [
        (".", (), [NAME, f"models/a/{NAME}", f"models/b/{NAME}"]),
        ("models", (), [f"models/a/{NAME}", f"models/b/{NAME}"]),
        ("./models/a/", (), [f"./models/a/{NAME}"]),
        (".", ("models/a",), [NAME, f"models/b/{NAME}"]),
        (".", ("models/",), [NAME]),
        (".", ("models/*", NAME), []),
        (".", ("*/b",), [NAME, f"models/a/{NAME}"]),
        (".", ("a",), [NAME, f"models/a/{NAME}", f"models/b/{NAME}"]),
        ("docs", (), [NAME]),
    ],
)
@pytest.mark.usefixtures("there")
def test_a_folder_means_the_declarations_below_it_or_that_at_the_top(folder, excluded, expected):
    assert below(folder, *excluded) == (expected, [])


def test_from_below_the_top_is_written_from_there(there, monkeypatch):
    monkeypatch.chdir(there / "docs")

    assert below(".") == ([f"../{NAME}"], [])


def test_what_git_ignores_is_left_out_but_where_it_is_named(there):
    (there / ".gitignore").write_text("models/\nout/\n")
    (there / "out").mkdir()
    (there / "out" / NAME).write_text("x")

    assert below(".")[0] == [NAME, f"models/a/{NAME}", f"models/b/{NAME}"]
    assert below("out")[0] == [f"out/{NAME}"]


def test_what_is_gone_is_told_where_it_is_asked_for(there, git):
    git(there, "rm", "--quiet", f"models/a/{NAME}", NAME)

    assert below(".") == ([f"models/b/{NAME}"], [])
    assert below(".", removed=True)[1] == [NAME, f"models/a/{NAME}"]
    assert below("models", "models/a", removed=True) == ([f"models/b/{NAME}"], [])


def test_of_a_commit_only_what_is_added_counts_if_there_is_any(there, git):
    (there / "new").mkdir()
    (there / "new" / NAME).write_text("x")
    assert f"new/{NAME}" in below(".")[0]
    assert f"new/{NAME}" not in below(".", removed=True)[0]

    git(there, "rm", "--quiet", "-r", NAME, "models")
    assert below(".", removed=True)[0] == [f"new/{NAME}"]


def test_a_declaration_that_the_disk_lacks_is_read_from_git(there):
    (there / "models/a" / NAME).unlink()
    files = Files()

    data, file = files.read(f"models/a/{NAME}")
    files.close()

    assert (data, file.path, file.root) == (b"a", f"models/a/{NAME}", "models/a")


def test_an_object_that_is_not_here_cannot_be_read(there):
    for folder, _, names in os.walk(there / ".git/objects"):
        for name in names:
            os.unlink(os.path.join(folder, name))
    (there / "models/a" / NAME).unlink()
    files = Files()

    with pytest.raises(OsaidError, match="cannot be read from git"):
        files.read(f"models/a/{NAME}")
    files.close()


def test_without_git_or_where_git_is_silent_the_disk_counts(write, there, git, monkeypatch):
    git(there, "config", "core.repositoryFormatVersion", "99")
    assert len(below(".")[0]) == 3

    monkeypatch.chdir(write({f"a/{NAME}": "x"}, there.parent / "other"))
    assert below(".", removed=True) == ([f"a/{NAME}"], [])


def test_what_is_not_there_is_said(there):
    with pytest.raises(OsaidError, match="no such file"):
        Files().read(str(there / "nothing.yaml"))


@pytest.mark.parametrize("name", ["open_ai_system.yaml", "OPEN-AI-SYSTEM.yml"])
def test_a_declaration_that_was_renamed_to_a_near_name_is_told(there, git, name):
    git(there, "mv", NAME, name)
    files = Files()

    assert files.below(".", removed=True).removed == (NAME,)
    assert (files.near(NAME), files.near(f"models/a/{NAME}")) == (name, "")
    files.close()


def test_what_git_ignores_is_known(there):
    (there / ".gitignore").write_text("docs/\n")
    files = Files()

    assert files.is_ignored("docs/x.yaml")
    assert not files.is_ignored("models/x.yaml")
    files.close()
