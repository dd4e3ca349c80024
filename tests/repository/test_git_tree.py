# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A repository at a revision: what is seen of it, and what git is not let do."""

import hashlib
import os
import signal
import subprocess
import zlib
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.errors import OsaidError
from osaid_action.repository.git_tree import (
    GitTree,
    Objects,
    UnknownRevisionError,
    commit_of,
    tree_at,
)
from osaid_action.repository.tree import resolve

BIG = bytes(range(256)) * 4096 * 3  # 3 MiB


@pytest.fixture
def commit(git):
    """Writes files, commits everything and gives the commit."""

    def write(files):
        for name, content in files.items():
            path = git.top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        git("add", "--all")
        git("commit", "--quiet", "--message=a")
        return git("rev-parse", "HEAD")

    return write


@pytest.fixture
def at(git):
    """The tree at a revision, closed in the end."""
    opened = []

    def tree(revision="HEAD"):
        opened.append(GitTree(str(git.top), commit_of(str(git.top), revision)))
        return opened[-1]

    yield tree
    for one in opened:
        one.close()


def test_files_and_folders_are_those_of_the_revision(commit, at, git):
    first = commit({"a.txt": b"one\n", "src/deep/b.py": b"two\n"})
    commit({"a.txt": b"changed\n", "new.txt": b""})
    (git.top / "untracked").touch()

    tree = at(first)

    assert tree.kind("") == tree.kind("src") == tree.kind("src/deep") == "folder"
    assert tree.kind("a.txt") == tree.kind("src/deep/b.py") == "file"
    assert tree.kind("new.txt") == tree.kind("untracked") == tree.kind("a.txt/x") == "missing"
    assert sorted(tree.names("")) == ["a.txt", "src"]
    assert tree.names("nowhere") == []
    assert tree.read("a.txt", 100) == b"one\n"
    assert tree.read("src/deep/b.py", 2) == b"tw"


def test_after_a_large_file_comes_the_next(commit, at):
    commit({"big": BIG, "small": b"small"})
    tree = at()

    assert tree.read("big", 10) == BIG[:10]
    assert tree.read("small", 10) == b"small"
    assert tree.sha256("big", len(BIG)) == hashlib.sha256(BIG).hexdigest()
    assert tree.sha256("big", len(BIG) - 1) is None
    assert tree.sha256("small", 10) == hashlib.sha256(b"small").hexdigest()
    assert tree.read("big", len(BIG)) == BIG


def test_links_are_links_and_lead_nowhere_else(commit, at, git):
    (git.top / "inside").symlink_to("a.txt")
    (git.top / "outside").symlink_to("/etc/passwd")
    commit({"a.txt": b"one"})
    tree = at()

    assert tree.kind("inside") == "link"
    assert tree.target("inside") == "a.txt"
    assert resolve(tree, "", "inside").path == "a.txt"
    assert resolve(tree, "", "outside").kind == "outside"
    with pytest.raises(OSError, match="no file"):
        tree.read("outside", 10)


def test_a_submodule_is_one(commit, at, git):
    known = commit({"a": b""})
    git("update-index", "--add", "--cacheinfo", f"160000,{known},module")
    git("commit", "--quiet", "--message=b")
    tree = at()

    assert tree.kind("module") == "submodule"
    assert tree.names("module") == []
    with pytest.raises(OSError, match="no file"):
        tree.read("module", 10)


@pytest.mark.parametrize(
    "name", ["a b", "a\nb", "é", "e\u0301", ":(glob)x", "-x", "\N{PARTY POPPER}"]
)
def test_any_name_is_found(commit, at, name):
    commit({f"x/{name}": b"here"})

    assert at().names("x") == [name]
    assert at().read(f"x/{name}", 9) == b"here"


def test_what_is_no_file_is_an_error(commit, at):
    commit({"a": b"", "folder/b": b""})
    tree = at()

    for read in (tree.read, tree.sha256):
        with pytest.raises(FileNotFoundError):
            read("b", 10)
        with pytest.raises(OSError, match="folder is no file"):
            read("folder", 10)


def test_an_object_that_is_not_in_the_clone_is_an_error(commit, at, git):
    commit({"a": b"gone", "b": b"there"})
    gone = git("rev-parse", "HEAD:a")
    os.remove(git.top / ".git" / "objects" / gone[:2] / gone[2:])
    tree = at()

    with pytest.raises(OSError, match="not in this clone"):
        tree.read("a", 10)
    assert tree.read("b", 10) == b"there"


def test_sha256_repositories_are_read_too(tmp_path):
    top = tmp_path / "new"
    made = subprocess.run(
        ["git", "init", "--quiet", "--object-format=sha256", top], check=False, capture_output=True
    )
    assert made.returncode == 0
    (top / "a").write_bytes(b"one")
    named = ["git", "-C", top, "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*named, "add", "a"], check=True)
    subprocess.run([*named, "commit", "--quiet", "--message=a"], check=True)

    tree = GitTree(str(top), commit_of(str(top), "HEAD"))
    try:
        assert tree.read("a", 10) == b"one"
    finally:
        tree.close()


# ------------------------------------------------------------------ revisions


def test_revisions_are_branches_tags_and_commits(commit, git):
    first = commit({"a": b"1"})
    git("tag", "--annotate", "--message=t", "v1")
    second = commit({"a": b"2"})

    found = [commit_of(str(git.top), name) for name in ("main", "v1", first[:12], "HEAD~1", second)]

    assert found == [second, first, first, first, second]


@pytest.mark.parametrize(
    "revision",
    [
        *("--upload-pack=touch pwned", "--help", "-x", "", " ", "a\nb", "a\0b", "\x1b[31m"),
        "x" * 300,
    ],
)
def test_what_is_no_revision_is_refused(commit, git, revision):
    commit({"a": b""})

    with pytest.raises(OsaidError, match="is no revision"):
        commit_of(str(git.top), revision)


@pytest.mark.parametrize("revision", ["nothing", "HEAD:a", "HEAD^{tree}", "0" * 40, "main..main"])
def test_what_git_does_not_know_is_said(commit, git, revision):
    commit({"a": b""})

    with pytest.raises(UnknownRevisionError, match="git knows no such commit here"):
        commit_of(str(git.top), revision)


def test_a_shallow_clone_is_named_as_the_cause(commit, git, tmp_path):
    first = commit({"a": b"1"})
    commit({"a": b"2"})
    clone = tmp_path / "clone"
    git("clone", "--quiet", "--depth=1", f"file://{git.top}", str(clone))

    with pytest.raises(UnknownRevisionError, match=r"shallow; fetch it first .*fetch-depth: 0"):
        commit_of(str(clone), first)


def test_without_a_repository_git_is_quoted(tmp_path):
    with pytest.raises(OsaidError, match=r"git cannot read .*not a git repository"):
        commit_of(str(tmp_path), "HEAD")


def test_without_git_it_is_said(git, monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(OsaidError, match="git cannot be started: there is none, in "):
        commit_of(str(git.top), "HEAD")


def test_a_repository_around_this_one_is_not_taken(commit, git):
    commit({"a": b""})
    inner = git.top / "inner"
    (inner / ".git").mkdir(parents=True)  # empty: git would look further up

    with pytest.raises(OsaidError, match="not a git repository"):
        commit_of(str(inner), "HEAD")


def test_the_environment_does_not_lead_elsewhere(commit, at, monkeypatch, tmp_path):
    commit({"a": b"here"})
    for name in ("GIT_DIR", "GIT_OBJECT_DIRECTORY", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))

    assert at().read("a", 10) == b"here"


def test_no_command_of_the_repository_is_run(commit, git, at):
    canary = git.top / "canary"
    for hook in ("post-checkout", "reference-transaction"):
        path = git.top / ".git" / "hooks" / hook
        path.write_text(f"#!/bin/sh\ntouch {canary}\n")
        path.chmod(0o755)
    head = commit({"a": b"here", ".gitattributes": b"a filter=x diff=x\n"})
    canary.unlink(missing_ok=True)
    for key in ("filter.x.smudge", "diff.x.textconv", "core.fsmonitor", "core.sshCommand"):
        git("config", key, f"touch {canary}; true")
    gone = git("rev-parse", f"{head}:a")
    git("config", "core.repositoryformatversion", "1")
    git("config", "extensions.partialClone", "origin")
    git("config", "remote.origin.promisor", "true")
    git("config", "remote.origin.url", f"ext::sh -c touch% {canary}")
    git("config", "protocol.ext.allow", "always")
    canary.unlink(missing_ok=True)
    tree = at()

    assert tree.read(".gitattributes", 100)
    os.remove(git.top / ".git" / "objects" / gone[:2] / gone[2:])
    with pytest.raises(OSError, match="not in this clone"):
        tree.read("a", 10)
    assert not canary.exists()


# ------------------------------------------------------------------ what git says, or does not


@pytest.mark.parametrize(("length", "fits"), [(250, True), (251, False)])
def test_a_revision_has_so_many_characters_and_no_more(commit, git, length, fits):
    commit({"a": b""})

    with pytest.raises(OsaidError) as raised:
        commit_of(str(git.top), "x" * length)
    assert isinstance(raised.value, UnknownRevisionError) is fits
    if not fits:
        assert str(raised.value).startswith(f"'{'x' * 80}' is no revision: give a branch")


def done(code, out=b"", err=b""):
    return subprocess.CompletedProcess((), code, out, err)


ANSWERS = {
    "the commit": ([done(0, b" abc \n", b"warning: x")], "abc", None),
    "unknown": ([done(1), done(0, b"false\n")], "git knows no such commit here", True),
    "unknown, with a warning": ([done(1, err=b"warning: x"), done(0)], "knows no such", True),
    "unknown, without a word": ([done(128), done(0)], "git knows no such commit here", True),
    "shallow": ([done(1), done(0, b"true\n")], "which is shallow; fetch it first", True),
    "trouble": (
        [done(128, err=b" fatal: \xff\nmore")],
        "git cannot read .*: fatal: \ufffd$",
        False,
    ),
    "silence": ([subprocess.TimeoutExpired("git", 60)], "^git gives no answer, in ", False),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_git_answers_is_told(monkeypatch, tmp_path, name):
    answers, said, unknown = ANSWERS[name]
    left, given = iter(answers), []

    def run(*_, **options):
        given.append(options)
        answer = next(left)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(subprocess, "run", run)

    if unknown is None:
        assert commit_of(str(tmp_path), "main") == said
    else:
        with pytest.raises(OsaidError, match=said) as raised:
            commit_of(str(tmp_path), "main")
        assert isinstance(raised.value, UnknownRevisionError) is unknown
    assert len(given) == len(answers)
    assert all(options["timeout"] == 60 and options["check"] is False for options in given)


def test_a_tree_is_that_of_a_revision_or_what_git_says(commit, git):
    commit({"a": b"one"})
    tree = tree_at(str(git.top), "main")

    try:
        assert tree.read("a", 10) == b"one"
    finally:
        tree.close()
    with pytest.raises(UnknownRevisionError):
        tree_at(str(git.top), "gone")


def test_a_commit_whose_tree_is_gone_is_an_error_that_names_it(commit, git):
    commit({"a": b"one"})
    gone = git("rev-parse", "HEAD^{tree}")
    os.remove(git.top / ".git" / "objects" / gone[:2] / gone[2:])

    with pytest.raises(OsaidError, match=r"^main: cannot be read from git: its content is not in"):
        tree_at(str(git.top), "main")


@given(st.binary(max_size=80) | st.binary(max_size=30).map(lambda rest: b"100644 OPEN" + rest))
def test_a_tree_that_is_damaged_has_lines_or_is_an_error(data):
    objects = Objects("")
    objects.open = lambda _: nullcontext(SimpleNamespace(id="0" * 40, pieces=lambda: [data]))
    try:
        lines = objects.lines("x")
    except OSError:
        return

    assert all(len(line.id) == 40 for line in lines.values())
    assert sum(len(os.fsencode(n)) + len(x.mode) + 22 for n, x in lines.items()) <= len(data)


def test_a_commit_whose_tree_is_damaged_is_an_error_that_names_it(commit, git):
    commit({"a": b"one"})
    folder = git.top / ".git" / "objects"
    tree = git("rev-parse", "HEAD^{tree}")
    written = zlib.compress(b"tree 11\0100644 OPEN")
    (folder / tree[:2] / tree[2:]).chmod(0o644)
    (folder / tree[:2] / tree[2:]).write_bytes(written)

    with pytest.raises(OsaidError, match=r"^main: cannot be read from git: "):
        tree_at(str(git.top), "main")


def test_a_tree_that_was_closed_can_still_be_read(commit, at):
    commit({"a": b"one", "b": b"two"})
    tree = at()
    first = tree.objects.process

    assert tree.read("a", 10) == b"one"
    assert tree.objects.process is first
    tree.close()
    tree.close()
    assert first.poll() is not None
    assert tree.read("b", 10) == b"two"


def test_what_is_left_of_a_large_object_is_not_read(commit, at):
    commit({"big": BIG, "fits": BIG[: 1024 * 1024 + 10], "over": BIG[: 1024 * 1024 + 11]})
    tree = at()
    first = tree.objects.process

    assert tree.read("fits", 10) == BIG[:10]  # so much is passed over
    assert tree.objects.process is first
    assert tree.read("over", 10) == BIG[:10]
    assert tree.objects.process is None
    assert first.poll() == -signal.SIGKILL


def test_a_git_that_ends_in_the_middle_is_an_error(commit, at, git):
    commit({"big": BIG})
    tree = at()

    with tree.objects.open(git("rev-parse", "HEAD:big")) as file:
        assert file.read(10) == BIG[:10]
        tree.objects.process.kill()
        with pytest.raises(OSError, match="git ended in the middle"):
            list(file.pieces())


def test_the_settings_of_the_user_count(commit, git, monkeypatch):
    commit({"a": b"one"})
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.bare")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "nonsense")

    with pytest.raises(OsaidError, match=r"core\.bare"):
        commit_of(str(git.top), "main")
