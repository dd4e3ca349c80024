# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Paths in a repository: found through links and case, and never out of it."""

import os
from pathlib import Path

import pytest

from osaid_action.repository import tree as module
from osaid_action.repository.tree import declaration_file, resolve, submodules
from osaid_action.repository.working_tree import DiskTree

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
    "module/inside.py": ("submodule", "module/inside.py"),
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


@pytest.mark.parametrize(
    "text",
    [
        "",
        "path",
        "path =",
        'path = ""',
        "[submodule]\npaths = a\nxpath = b\n# path = c\n",
        "url = path\n",
    ],
)
def test_what_names_no_module_is_none(write, text):
    tree = DiskTree(str(write({".gitmodules": text})))

    assert submodules(tree) == ()
    assert resolve(tree, "", ".") == ("folder", "", "")


def test_a_list_of_modules_is_read_so_far_and_whatever_its_bytes(write):
    far = b"path = b\n".rjust(64 * 1024 + 9)
    near, cut = (b"path = \xff\n" + far[size:] for size in (8 + 9, 8))

    assert submodules(DiskTree(str(write({".gitmodules": near})))) == ("\ufffd", "b")
    assert "b" not in submodules(DiskTree(str(write({".gitmodules": cut}))))


def test_a_list_of_modules_that_cannot_be_had_names_none(write):
    class Torn(DiskTree):
        def read(self, path, limit):
            raise OSError(path, limit)

    files = {".gitmodules": "path = a\n", "linked": Path(".gitmodules")}

    assert submodules(Torn(str(write(files)))) == ()
    top = write({"modules": "path = a\n", ".gitmodules": Path("modules")}, write({}).parent / "b")
    assert submodules(DiskTree(str(top))) == ()


def test_only_what_is_in_a_module_is(tree):
    assert resolve(tree, "", "empty/modul").kind == "missing"
    assert resolve(tree, "", "empty/module2").kind == "missing"
    assert resolve(tree, "", "b").kind == "submodule"
    assert resolve(tree, "", "b/c/d") == ("submodule", "b", "")


@pytest.mark.parametrize("blind", [True, False])
def test_where_the_disk_knows_no_case_the_repository_still_does(monkeypatch, blind):
    """A disk that gives README.md when it is asked for readme.md, as those of two systems do."""

    class Blind:
        def kind(self, path):
            return {"readme.md": "file", ".gitmodules": "missing"}[path.lower()]

        def names(self, _):
            return ["README.md"]

    monkeypatch.setattr(module, "_CASE_BLIND", blind)

    assert resolve(Blind(), "", "README.md") == ("file", "README.md", "")
    typed = resolve(Blind(), "", "readme.md")
    assert typed == (("other-case", "README.md", "") if blind else ("file", "readme.md", ""))


def test_the_rest_of_a_path_in_another_case_is_kept(tree):
    assert resolve(tree, "", "SRC/deep/er") == ("other-case", "src/deep/er", "")
    assert resolve(tree, "", "src/Deep/er/x.py") == ("other-case", "src/deep/er/x.py", "")


def test_of_what_is_not_there_the_name_is_shown_in_part(tree):
    assert resolve(tree, "", "a" * 200 + "/b").why == f"there is no {'a' * 120}"


def test_exactly_forty_links_are_followed(write):
    chain = {f"l{n}": Path(f"l{n + 1}") for n in range(41)} | {"l41": "x"}
    tree = DiskTree(str(write(chain)))

    assert resolve(tree, "", "l1") == ("file", "l41", "")
    assert resolve(tree, "", "l0") == ("outside", "l40", "its links go in circles")


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("x.yaml", ""),
        ("a/x.yaml", "a"),
        (".github/x.yaml", ""),
        ("a/.github/x.yaml", "a"),
        ("a.github/x.yaml", "a.github"),
        (".github/a/x.yaml", ".github/a"),
    ],
)
def test_where_the_paths_of_a_declaration_begin(tree, path, root):
    assert declaration_file(tree, path) == (tree, path, root)


@pytest.mark.parametrize("path", ["secret", "secret/a.py", "src/../secret/deep/a.py"])
def test_what_nobody_may_look_at_is_neither_there_nor_missing(path):
    class Closed(DiskTree):
        def kind(self, path):
            return "unreadable" if path.startswith("secret") else "folder"

    found = resolve(Closed("nowhere"), "", path)

    assert (found.kind, found.path[:6]) == ("unreadable", "secret")
