# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was checked out where: of which repository, at which commit, whatever else lies around."""

import os
import subprocess

import pytest

from osaid_action.action.checkout import (
    NOWHERE,
    Checkout,
    at,
    is_of_run,
    name_on,
    named_tops,
    own_tops,
    through_api,
)
from osaid_action.repository.head import Head
from testing.github_double.api.gitstore import GitStore
from tests.action.settings import CONTEXT

STORE = GitStore()
ROOT = STORE.commit({"x": "1"}).sha
TIP = STORE.commit({"x": "2"}, (ROOT,)).sha
MERGE = STORE.merge(ROOT, TIP).sha


def clone(top, sha=TIP, *remotes):
    """A repository at a commit, with remotes."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", top], check=True)
    STORE.write(os.path.join(top, ".git"), {"refs/heads/main": sha})
    for number, address in enumerate(remotes):
        subprocess.run(["git", "-C", top, "remote", "add", f"r{number}", address], check=True)
    return str(top)


def of(workspace, **more):
    return CONTEXT._replace(workspace=str(workspace), **more)


GITHUB = "https://github.example"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://github.example/acme/model", "acme/model"),
        ("https://github.example/acme/model.git/", "acme/model"),
        ("https://GitHub.Example:443/acme/model", "acme/model"),
        ("https://x-access-token:secret@github.example/acme/model", "acme/model"),
        ("git@github.example:acme/model.git", "acme/model"),
        ("ssh://git@github.example:2222/acme/model.git", "acme/model"),
        ("http://github.example/acme/model", ""),
        ("https://github.example:8443/acme/model", ""),
        ("https://github.example.evil/acme/model", ""),
        ("https://evil/github.example/acme/model", ""),
        ("https://github.example/acme/model/more", ""),
        ("https://github.example/acme", ""),
        ("https://github.example//model", ""),
        ("https://[github.example/acme/model", ""),
        ("/srv/git/acme/model", ""),
        ("../model", ""),
        ("", ""),
    ],
)
def test_an_address_names_a_repository_of_the_server_or_none(address, name):
    assert name_on(GITHUB, address) == name


def test_a_server_may_stand_below_a_path_and_at_a_port():
    server = "http://127.0.0.1:3000/git"

    assert name_on(server, "http://127.0.0.1:3000/git/acme/model") == "acme/model"
    assert name_on(server, "http://127.0.0.1:3001/git/acme/model") == ""


@pytest.mark.parametrize(
    ("remotes", "repository"),
    [
        ([], ""),
        ([f"{GITHUB}/acme/model"], "acme/model"),
        (["/elsewhere", f"{GITHUB}/acme/other", f"{GITHUB}/acme/model"], "acme/other"),
        (["https://gitlab.example/acme/model"], ""),
    ],
)
def test_a_remote_says_of_which_repository_it_is(tmp_path, remotes, repository):
    found = at(of(tmp_path), clone(tmp_path / "model", TIP, *remotes))

    home = Checkout(repository, Head(TIP, (ROOT,)), "model", str(tmp_path / "model"), by_git=True)
    assert found == home


@pytest.mark.parametrize(
    ("sha", "more", "known"),
    [
        (TIP, {"sha": TIP}, True),
        (TIP, {"run_sha": TIP}, True),
        (MERGE, {"sha": TIP}, True),
        (MERGE, {"sha": ROOT}, False),  # its first parent is the base
        (TIP, {}, False),
    ],
)
def test_without_a_remote_the_commit_says_it(tmp_path, sha, more, known):
    found = at(of(tmp_path, **more), clone(tmp_path, sha))

    assert (found.repository, found.place) == ("acme/model" if known else "", "")


def test_without_git_it_is_what_was_to_be_checked_out(tmp_path):
    found = at(of(tmp_path, run_sha=MERGE), str(tmp_path))

    assert (found.repository, found.head) == ("acme/model", Head(MERGE))
    assert found.commit_of("x", b"anything") == MERGE


@pytest.mark.parametrize(("place", "repository"), [("", "acme/model"), ("vendor", "")])
def test_where_git_refuses_only_the_workspace_is_known(tmp_path, place, repository):
    top = tmp_path / place
    top.mkdir(exist_ok=True)
    (top / ".git").mkdir()
    (top / ".git" / "HEAD").write_text("ref: refs/heads/main\n")

    found = at(of(tmp_path, run_sha=MERGE), str(top))

    assert (found.repository, found.head.commit) == (repository, MERGE if repository else "")
    assert found.commit_of("x", b"2") == found.head.commit


def test_what_is_read_through_the_api_is_the_head_where_it_lies():
    assert through_api(CONTEXT) == Checkout("octocat/model", Head("a" * 40))
    assert through_api(CONTEXT).commit_of("x", b"") == "a" * 40


@pytest.mark.parametrize(("content", "commit"), [(b"2", TIP), (b"3", "")])
def test_the_commit_is_the_one_that_has_it_so(tmp_path, content, commit):
    assert at(of(tmp_path), clone(tmp_path)).commit_of("x", content) == commit


@pytest.mark.parametrize(
    ("repository", "is_so"),
    [
        ("acme/model", True),
        ("Acme/Model", True),
        ("octocat/model", True),
        ("x/model", False),
        ("", False),
    ],
)
def test_a_checkout_is_of_this_repository_or_its_fork(repository, is_so):
    assert is_of_run(CONTEXT, Checkout(repository, Head(TIP))) is is_so
    assert not is_of_run(CONTEXT, NOWHERE)


# ------------------------------------------------------------------ where they lie


@pytest.mark.parametrize(
    ("places", "found"),
    [
        (["."], []),
        (["model"], ["model"]),
        (["./model/a/b"], ["model"]),
        (["model/*/x"], ["model"]),
        (["*/x", "mod*"], []),
        (["link"], ["model"]),
        (["gone", "plain/a"], []),
        (["out", "/"], []),
    ],
)
def test_a_checkout_is_found_by_what_leads_into_it(tmp_path, places, found):
    workspace = tmp_path / "work"
    (workspace / "plain" / "a").mkdir(parents=True)
    clone(workspace / "model")
    clone(tmp_path / "outside")
    (workspace / "link").symlink_to("model")
    (workspace / "out").symlink_to("../outside")

    tops = dict.fromkeys(named_tops(str(workspace), places))

    assert [*tops] == [str(workspace / name) for name in found]


def test_in_a_workspace_that_is_no_checkout_those_of_this_repository_are_searched(tmp_path):
    own = clone(tmp_path / "b" / "model", TIP, f"{GITHUB}/acme/model")
    clone(tmp_path / "a", TIP, f"{GITHUB}/acme/other")
    clone(tmp_path / "b" / "c" / "d" / "deep", TIP, f"{GITHUB}/acme/model")
    clone(tmp_path / ".hidden", TIP, f"{GITHUB}/acme/model")

    assert [*own_tops(of(tmp_path))] == [own]
    clone(tmp_path, TIP, f"{GITHUB}/acme/model")
    assert [*own_tops(of(tmp_path))] == []
