# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""URLs of the repository that is checked out: which are looked up here, and what else stays."""

import subprocess

import pytest

from osaid_action.evidence.collect import collect
from osaid_action.evidence.home_urls import repository_name, with_local_paths
from osaid_action.repository.index_tree import Repository
from osaid_action.validation.loader import load
from tests.made import whole

HOME = "https://github.com/Lab/Model"
NAME = "OPEN_AI_SYSTEM.yaml"


@pytest.fixture
def file(write):
    """A declaration in a checkout of a repository with such a remote."""

    def at(remote="git@github.com:lab/model.git", path=NAME):
        top = write({"src/train.py": "pass", "docs/a b.md": "# a", path: "x", "LICENSE": "x"})
        (top / ".git").rmdir()
        for step in (("init", "--quiet"), ("remote", "add", "upstream", remote), ("add", "--all")):
            subprocess.run(["git", "-C", top, *step], check=True)
        return Repository(str(top)).around(path)

    return at


def located(location, file, home=HOME, **more):
    """Where inference is after looking here."""
    changes = {"system.repository": home, "code.inference": {"location": location, **more}}
    declaration = load(whole(changes))
    found = with_local_paths(declaration, file.tree, file.root)
    return found.components["code.inference"].parts[0].location


@pytest.mark.parametrize(
    ("url", "path"),
    [
        (f"{HOME}/blob/main/src/train.py", "src/train.py"),
        (f"{HOME}/tree/v1/src", "src"),
        (f"{HOME}/tree/v1/src/", "src"),
        (f"{HOME.lower()}/-/blob/main/src/train.py#L3", "src/train.py#L3"),
        (f"{HOME}/raw/main/docs/a%20b.md", "docs/a b.md"),
        (f"{HOME}/blob/main/src/other.py", None),
        (f"{HOME}/blob/main/../../../etc/passwd", None),
        (f"{HOME}/src/train.py", None),
        (HOME, None),
        (f"{HOME}2/blob/main/src/train.py", None),
        ("https://github.com/lab/other/blob/main/src/train.py", None),
        ("https://[x/blob/main/src/train.py", None),
        ("pkg:pypi/x@1", None),
    ],
)
def test_what_is_in_the_checkout_is_looked_up_there(file, url, path):
    assert located(url, file()) == (path or url)


def test_a_path_begins_where_those_of_the_declaration_do(file):
    there = file(path=f"models/a/{NAME}")

    assert located(f"{HOME}/blob/main/src/train.py", there) == "../../src/train.py"


@pytest.mark.parametrize(
    "remote",
    [
        "https://github.com/lab/other.git",
        "https://evil.example/github.com/lab/model",
        "../elsewhere",
        "https://github.com/fork/model",
    ],
)
def test_a_checkout_of_another_repository_shows_nothing(file, remote):
    url = f"{HOME}/blob/main/src/train.py"

    assert located(url, file(remote)) == url


def test_with_a_hash_it_may_be_another_commits_file(file):
    url = f"{HOME}/blob/main/src/train.py"

    assert located(url, file(), sha256="0" * 64) == url


def test_a_system_without_a_repository_has_no_such_urls(file):
    url = f"{HOME}/blob/main/src/train.py"

    assert located(url, file(), home="https://github.com/lab") == url


def test_what_was_looked_up_is_found_under_its_entry(file):
    there = file()
    changes = {"system.repository": HOME, "code.inference": f"{HOME}/blob/main/src/train.py"}
    declaration = load(whole(changes))

    seen = collect(declaration, there.tree, there.root)

    assert "src/train.py is there" in seen[("code", "inference")].notes


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://github.com/O/R.git", "github.com/o/r"),
        ("https://user:secret@github.com/o/r/", "github.com/o/r"),
        ("ssh://git@github.com:22/o/r.git", "github.com/o/r"),
        ("git@github.com:o/r.git", "github.com/o/r"),
        ("https://github.com/o", ""),
        ("/srv/git/r.git", ""),
        ("https://[/o/r", ""),
        ("", ""),
    ],
)
def test_a_repository_by_its_address(address, name):
    assert repository_name(address) == name
