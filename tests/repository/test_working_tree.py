# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A work tree on disk: what is read of it, and where it begins."""

import os
from pathlib import Path

import pytest

from osaid_action.errors import OsaidError
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.tree import declaration_file
from osaid_action.repository.working_tree import (
    DiskTree,
    NotRegularError,
    declaration_bytes,
    declaration_on_disk,
    open_regular,
    top_of,
)

FILES = {
    "README.md": "x",
    "src/main.py": "x",
    "src/up": Path("../README.md"),
    "src/deep/x.py": "x",
    "to-src": Path("src"),
    "out": Path("../outside"),
    "dangling": Path("nothing"),
    "module/.git": "gitdir: elsewhere",
    "bare/.git/config": "x",
    "linked/.git": Path("nowhere"),
}


@pytest.fixture
def tree(write, tmp_path):
    (tmp_path / "outside").mkdir()
    top = write(FILES)
    os.mkfifo(top / "pipe")
    return DiskTree(str(top))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        *(("", "folder"), ("src", "folder"), ("src/deep", "folder"), ("README.md", "file")),
        *(("src/up", "link"), ("to-src", "link"), ("out", "link"), ("dangling", "link")),
        *(("module", "submodule"), ("bare", "submodule"), ("linked", "submodule")),
        *(("pipe", "special"), ("gone", "missing"), ("README.md/x", "missing")),
        *(("a\0b", "missing"), ("x" * 5000, "missing")),
    ],
)
def test_what_stands_at_a_path(tree, path, kind):
    assert tree.kind(path) == kind


def test_names_and_folders(tree):
    assert sorted(tree.names("src")) == ["deep", "main.py", "up"]
    assert sorted(tree.folders("")) == [".git", "src"]
    assert tree.folders("src") == ["deep"]
    assert [tree.names(path) for path in ("gone", "README.md")] == [[], []]
    assert [tree.folders(path) for path in ("gone", "README.md")] == [[], []]


def test_where_a_link_points_is_what_is_written_there(tree):
    assert (tree.target("src/up"), tree.target("dangling")) == ("../README.md", "nothing")


def test_reading(tree):
    assert tree.read("README.md", 10) == b"x"
    assert tree.read("README.md", 0) == b""
    assert tree.sha256("README.md", 1).startswith("2d711642")
    assert tree.sha256("README.md", 0) is None


@pytest.mark.parametrize("path", ["src", "pipe", "dangling", "gone", "to-src", "out"])
def test_what_is_no_regular_file_is_not_read(tree, path):
    with pytest.raises(OSError, match=r".+"):
        tree.read(path, 10)


def test_a_pipe_and_a_device_are_not_waited_for(tree):
    for path in (os.path.join(tree.top, "pipe"), "/dev/zero", tree.top):
        with pytest.raises(NotRegularError):
            open_regular(path, follow=True)


def test_a_link_is_opened_only_when_it_is_asked_for(tree):
    path = os.path.join(tree.top, "src", "up")

    with open_regular(path, follow=True) as file:
        assert file.read() == b"x"
    with pytest.raises(OSError, match=r".+"):
        open_regular(path)


def test_the_top_is_the_work_tree_or_the_folder(tree, tmp_path):
    assert top_of(os.path.join(tree.top, "src", "deep")) == tree.top
    assert top_of(os.path.join(tree.top, "module")) == os.path.join(tree.top, "module")
    bare = tmp_path / "outside"
    assert top_of(str(bare)) == str(bare)


def test_a_folder_lies_where_its_link_leads(tree):
    assert top_of(os.path.join(tree.top, "to-src")) == tree.top
    assert top_of(os.path.join(tree.top, "out")).endswith("/outside")


def test_a_folder_that_is_gone_is_no_place_to_begin(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    with pytest.raises(OsaidError, match="is gone; change to another one"):
        top_of(".")


@pytest.mark.parametrize(
    ("folder", "base"), [("", ""), ("src/", "src"), (".github/", ""), ("src/.github/", "src")]
)
def test_where_paths_begin(tree, folder, base):
    file = declaration_on_disk(tree.top, os.path.join(tree.top, folder, "x.yaml"))

    assert (file.tree.top, file.path, file.root) == (tree.top, f"{folder}x.yaml", base)
    assert declaration_file(tree, f"{folder}x.yaml") == (tree, f"{folder}x.yaml", base)


def test_a_declaration_in_github_speaks_of_the_folder_above_without_git_too(tmp_path):
    folder = tmp_path / ".github"
    folder.mkdir()

    top = top_of(str(folder))

    assert top == str(tmp_path)
    assert declaration_on_disk(top, str(folder / "x.yaml")).root == ""


# ------------------------------------------------------------------ the bytes of a declaration


@pytest.mark.parametrize("path", ["README.md", "src/up", "to-src/main.py", "chain"])
def test_a_declaration_is_read_through_links_in_its_repository(tree, monkeypatch, path):
    monkeypatch.chdir(tree.top)
    Path("chain").symlink_to("src/up")

    assert declaration_bytes(path, tree.top) == b"x"
    assert declaration_bytes(os.path.join(tree.top, path), tree.top) == b"x"


def test_a_repository_may_be_reached_by_a_link(tree, tmp_path):
    (tmp_path / "alias").symlink_to(tree.top)

    assert declaration_bytes(str(tmp_path / "alias/src/up"), str(tmp_path / "alias")) == b"x"


@pytest.mark.parametrize(("more", "read"), [(0, 0), (1, 1), (2, 1)])
def test_one_byte_over_the_limit_is_read_and_no_more(tmp_path, more, read):
    (tmp_path / "x").write_bytes(b"x" * (MAX_DECLARATION_BYTES + more))

    data = declaration_bytes(str(tmp_path / "x"), str(tmp_path))

    assert len(data) == MAX_DECLARATION_BYTES + read


TROUBLE = {
    "gone": "gone: no such file; check the path",
    "dangling": "dangling: a link to nothing; check the path",
    "away": "away: a link to nothing; check the path",
    "src": "src: not a regular file; name a declaration or a folder",
    "to-src": "to-src: not a regular file; name a declaration or a folder",
    "pipe": "pipe: not a regular file; name a declaration or a folder",
    "out/secret": None,
    "secret": "secret: a link that leaves the repository; name the file itself",
    "twin": "twin: a link that leaves the repository; name the file itself",
    "out": "out: a link that leaves the repository; name the file itself",
    "README.md/x": "README.md/x: cannot be read: [Errno 20] Not a directory: 'README.md/x'",
    "a\0b": "a\0b: cannot be read: embedded null byte",
    "round": "round: cannot be read: [Errno 40] Too many levels of symbolic links: 'round'",
}


@pytest.mark.parametrize("path", TROUBLE)
def test_a_declaration_that_cannot_be_read_is_a_line(tree, tmp_path, monkeypatch, path):
    monkeypatch.chdir(tree.top)
    Path("round").symlink_to("round")
    (tmp_path / "outside/secret").write_text("s")
    (tmp_path / "repository").write_text("t")  # its name begins as that of the repository does
    Path("secret").symlink_to("../outside/secret")
    Path("twin").symlink_to("../repository")
    Path("away").symlink_to("../outside/nothing")

    if TROUBLE[path] is None:  # a link on the way, which whoever names the path has seen
        assert declaration_bytes(path, tree.top) == b"s"
        return
    with pytest.raises(OsaidError) as raised:
        declaration_bytes(path, tree.top)
    assert str(raised.value) == TROUBLE[path]


def test_a_declaration_that_may_not_be_read_is_a_line(tree, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)

    with pytest.raises(OsaidError, match="x: permission denied; check who may read it"):
        declaration_bytes("x", tree.top)


def test_what_is_refused_is_closed(tree, monkeypatch):
    closed = []
    real = os.close
    monkeypatch.setattr(os, "close", lambda descriptor: closed.append(real(descriptor)))

    with pytest.raises(NotRegularError, match=r"^not a regular file$"):
        open_regular(tree.top)
    assert closed == [None]
