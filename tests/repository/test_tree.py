# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Paths in a repository: found through links and case, and never out of it."""

import os
from pathlib import Path

import pytest

from osaid_action.repository.tree import declaration_file, resolve, submodules
from osaid_action.repository.working_tree import (
    DiskTree,
    NotRegularError,
    declaration_on_disk,
    open_regular,
    top_of,
)

FILES = {
    "README.md": "x",
    "src/main.py": "x",
    "src/deep/er/x.py": "x",
    "Docs/Data.md": "x",
    "with space/a b.txt": "x",
    "ünï/ß.txt": "x",
    "to-src": Path("src"),
    "src/up": Path("../README.md"),
    "src/deep/far": Path("../../Docs"),
    "to-to-src": Path("to-src"),
    "out": Path("../outside"),
    "root": Path("/etc"),
    "climbs/out": Path("../../outside"),
    "dangling": Path("nothing"),
    "round": Path("round"),
    "ping": Path("pong"),
    "pong": Path("ping"),
    "to-git": Path(".git/config"),
    "nested/.git/config": "x",
    "module/.git": "gitdir: elsewhere",
    "module/inside.py": "x",
    ".gitmodules": '[submodule "m"]\n\tpath = empty/module\n\turl = x\n[submodule]\n  path="b"\n',
    "empty/x": "x",
}


@pytest.fixture
def tree(write, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_text("x")
    top = write(FILES)
    (top / ".git" / "config").write_text("x")
    os.mkfifo(top / "pipe")
    return DiskTree(str(top))


FOUND = {
    "README.md": ("file", "README.md"),
    "./README.md": ("file", "README.md"),
    "src": ("folder", "src"),
    "src/": ("folder", "src"),
    "src//main.py": ("file", "src/main.py"),
    "src/./main.py": ("file", "src/main.py"),
    "src/../README.md": ("file", "README.md"),
    ".": ("folder", ""),
    "with space/a b.txt": ("file", "with space/a b.txt"),
    "ünï/ß.txt": ("file", "ünï/ß.txt"),
    "to-src": ("folder", "src"),
    "to-src/main.py": ("file", "src/main.py"),
    "to-to-src/deep/er/x.py": ("file", "src/deep/er/x.py"),
    "src/up": ("file", "README.md"),
    "src/deep/far/Data.md": ("file", "Docs/Data.md"),
    "module": ("submodule", "module"),
    "module/inside.py": ("file", "module/inside.py"),
    "empty/module": ("submodule", "empty/module"),
    "empty/module/deeper.py": ("submodule", "empty/module"),
}


@pytest.mark.parametrize("path", FOUND)
def test_found(tree, path):
    place = resolve(tree, "", path)

    assert (place.kind, place.path) == FOUND[path]
    assert place.why == ""


NOT_FOUND = {
    "gone": ("missing", ""),
    "src/gone": ("missing", "there is no src/gone"),
    "gone/deeper": ("missing", "there is no gone"),
    "README.md/deeper": ("missing", "README.md is no folder"),
    "dangling": ("missing", ""),
    "pipe": ("missing", "it is no regular file"),
    "a\0b": ("missing", "a path is written with /"),
    "src\\main.py": ("missing", "a path is written with /"),
    "/etc/passwd": ("outside", "it is absolute"),
    "//etc/passwd": ("outside", "it is absolute"),
    "..": ("outside", "it leaves the repository"),
    "../outside/secret": ("outside", "it leaves the repository"),
    "src/../../outside/secret": ("outside", "it leaves the repository"),
    "out": ("outside", "it is a link out of the repository"),
    "out/secret": ("outside", "it is a link out of the repository"),
    "root/passwd": ("outside", "it is a link out of the repository"),
    "climbs/out/secret": ("outside", "it is a link out of the repository"),
    "round": ("outside", "its links go in circles"),
    "ping": ("outside", "its links go in circles"),
    ".git": ("outside", "it leads into .git"),
    ".git/config": ("outside", "it leads into .git"),
    ".GIT/config": ("outside", "it leads into .git"),
    "src/../.git/config": ("outside", "it leads into .git"),
    "nested/.git/config": ("outside", "it leads into .git"),
    "to-git": ("outside", "it leads into .git"),
}


@pytest.mark.parametrize("path", NOT_FOUND)
def test_not_found(tree, path):
    place = resolve(tree, "", path)

    assert (place.kind, place.why) == NOT_FOUND[path]


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("readme.md", "README.md"),
        ("SRC/main.py", "src/main.py"),
        ("docs/data.md", "Docs/data.md"),
        ("ÜNÏ/ß.txt", "ünï/ß.txt"),
        ("u\u0308ni\u0308/ß.txt", "ünï/ß.txt"),
        ("to-src/Main.py", "src/main.py"),
    ],
)
def test_another_case_is_named(tree, path, meant):
    place = resolve(tree, "", path)

    assert (place.kind, place.path) == ("other-case", meant)


@pytest.mark.parametrize(
    ("base", "path", "kind"),
    [
        ("src", "main.py", "file"),
        ("src", "../README.md", "file"),
        ("src/deep", "../../README.md", "file"),
        ("src", "../../outside", "outside"),
        ("src", "README.md", "missing"),
    ],
)
def test_paths_begin_at_the_folder_of_the_declaration(tree, base, path, kind):
    assert resolve(tree, base, path).kind == kind


@pytest.mark.parametrize("path", ["../" * 1000 + "x", "a/" * 10_000, "b" * 100_000, "./" * 10_000])
def test_long_paths_end(tree, path):
    place = resolve(tree, "", path)

    assert place.kind in ("missing", "outside", "folder")
    assert len(place.why) < 200


def test_links_are_followed_so_far_and_no_farther(write):
    chain = {f"l{n}": Path(f"l{n + 1}") for n in range(60)} | {"l60": "x"}
    tree = DiskTree(str(write(chain)))

    assert resolve(tree, "", "l25").kind == "file"
    assert resolve(tree, "", "l0").why == "its links go in circles"


def test_submodules(tree):
    assert submodules(tree) == ("empty/module", "b")


# ------------------------------------------------------------------ the disk


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
