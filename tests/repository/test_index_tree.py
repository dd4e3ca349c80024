# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A work tree as git would commit it: each way in which the disk and git can differ."""

import hashlib
import os
from pathlib import Path

import pytest

from osaid_action.check import check
from osaid_action.repository.index_tree import (
    IGNORED,
    NOT_ADDED,
    REFUSED,
    TRACKED,
    IndexTree,
    Repository,
)
from osaid_action.repository.tree import resolve
from osaid_action.repository.working_tree import DiskTree
from tests.made import dumped, whole

NAME = "OPEN_AI_SYSTEM.yaml"
FILES = {NAME: "x", "docs/data.md": "told", "src/train.py": "pass", ".gitignore": "*.bin\nout/\n"}


@pytest.fixture
def tree(git):
    """The tree around the declaration, as it is at that moment; closed in the end."""
    opened = []

    def around(path=NAME):
        opened.append(Repository(str(git.top)))
        return opened[-1].around(path).tree

    yield around
    for one in opened:
        one.close()


def found(tree, path):
    """What a path leads to: its kind, and its text where it is a file."""
    kind = resolve(tree, "", path).kind
    return (kind, tree.read(path, 99).decode()) if kind == "file" else kind


# ------------------------------------------------------------------ with an added declaration


def test_what_is_added_is_there_as_the_disk_has_it(git, committed, put, tree):
    committed(FILES)
    put({"docs/data.md": "told better", "docs/new.md": "new", "w.bin": "0"})
    git("add", "docs/new.md")

    assert tree().state == TRACKED
    assert found(tree(), "docs/data.md") == ("file", "told better")
    assert found(tree(), "docs/new.md") == ("file", "new")
    assert found(tree(), "src") == "folder"


def test_what_is_not_added_is_only_on_the_disk(committed, put, tree):
    committed(FILES)
    put({"docs/new.md": "new", "more/a": "", "more/b": "", "w.bin": "0", "out/log": "x"})

    kinds = {path: found(tree(), path) for path in ("docs/new.md", "more", "w.bin", "out", "out/x")}

    assert kinds == {
        "docs/new.md": "not-added",
        "more": "not-added",
        "w.bin": "ignored",
        "out": "ignored",
        "out/x": "ignored",
    }
    assert found(tree(), "nothing") == "missing"


def test_an_intent_to_add_is_not_added_and_an_empty_file_is(git, committed, put, tree):
    committed({**FILES, "src/__init__.py": ""})
    put({"docs/new.md": "new"})
    git("add", "--intent-to-add", "docs/new.md")

    assert found(tree(), "docs/new.md") == "not-added"
    assert found(tree(), "src/__init__.py") == ("file", "")


def test_what_is_deleted_on_the_disk_alone_is_there(git, committed, tree):
    committed(FILES)
    (git.top / "docs/data.md").unlink()

    assert found(tree(), "docs/data.md") == ("file", "told")
    assert tree().remark("docs/data.md") == "deleted"
    assert tree().sha256("docs/data.md", 99) == hashlib.sha256(b"told").hexdigest()


def test_what_is_deleted_in_the_index_is_gone(git, committed, tree):
    committed(FILES)
    git("rm", "--quiet", "--cached", "docs/data.md")

    assert found(tree(), "docs/data.md") == "not-added"

    git("rm", "--quiet", "src/train.py")
    assert found(tree(), "src/train.py") == "missing"
    assert found(tree(), "src") == "missing"


def test_a_sparse_checkout_is_read_from_gits_objects(git, committed, tree):
    committed({**FILES, "models/a/w": "weights"})
    git("sparse-checkout", "set", "docs")
    assert not (git.top / "src").exists()

    assert found(tree(), "src/train.py") == ("file", "pass")
    assert found(tree(), "models/a") == "folder"
    assert tree().names("models") == ["a"]
    assert tree().folders("models") == ["a"]
    assert tree().remark("src/train.py") == ""
    assert found(tree(), "models/b") == "missing"


def test_an_object_that_this_clone_lacks_cannot_be_read(git, committed, tree):
    committed(FILES)
    blob = git("rev-parse", "HEAD:docs/data.md")
    (git.top / "docs/data.md").unlink()
    (git.top / ".git/objects" / blob[:2] / blob[2:]).unlink()

    assert resolve(tree(), "", "docs/data.md").kind == "file"
    for look in (tree().read, tree().sha256):
        with pytest.raises(OSError, match="not in this clone"):
            look("docs/data.md", 99)
    assert found(tree(), "src/train.py") == ("file", "pass")


def test_a_link_is_followed_from_the_disk_or_the_object(git, committed, tree):
    committed(FILES)
    (git.top / "link.md").symlink_to("docs/data.md")
    git("add", "--all")

    assert resolve(tree(), "", "link.md") == ("file", "docs/data.md", "")
    (git.top / "link.md").unlink()
    assert resolve(tree(), "", "link.md") == ("file", "docs/data.md", "")


def test_what_git_has_as_a_file_counts_where_the_disk_has_a_folder(git, committed, put, tree):
    committed(FILES)
    (git.top / "docs/data.md").unlink()
    put({"docs/data.md/x": ""})

    assert found(tree(), "docs/data.md") == ("file", "told")


def test_a_gitlink_is_another_repository_with_or_without_its_files(git, committed, put, tree):
    committed(FILES)
    git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},vendor/tokenizer")

    assert found(tree(), "vendor/tokenizer") == "submodule"
    put({"vendor/tokenizer/a.py": "", "vendor/tokenizer/.git": "gitdir: x"})
    assert found(tree(), "vendor/tokenizer/a.py") == "submodule"
    assert found(tree(), "vendor/tokenizer/b.py") == "submodule"


def test_another_case_is_another_path(committed, tree):
    committed(FILES)

    assert resolve(tree(), "", "docs/DATA.md")[:2] == ("other-case", "docs/data.md")


def test_names_are_those_that_git_has(committed, put, tree):
    committed(FILES)
    put({"docs/new.md": "", "docs/deep/x": ""})

    assert tree().names("docs") == ["data.md"]
    assert tree().files("docs") == ["data.md"]
    assert tree().folders("") == ["docs", "src"]


# ------------------------------------------------------------------ with another declaration


def test_with_a_declaration_that_is_not_added_others_count_too(committed, put, tree):
    committed({"docs/data.md": "told", ".gitignore": "*.bin\n"})
    put({NAME: "x", "docs/new.md": "new", "docs/deep/x": "", "w.bin": "0"})

    assert tree().state == NOT_ADDED
    assert found(tree(), "docs/new.md") == ("file", "new")
    assert tree().remark("docs/new.md") == NOT_ADDED
    assert [tree().remark(path) for path in ("docs/data.md", "docs", "")] == ["", "", ""]
    assert sorted(tree().names("docs")) == ["data.md", "deep", "new.md"]
    assert sorted(tree().files("docs")) == ["data.md", "new.md"]
    assert found(tree(), "w.bin") == "ignored"


def test_an_ignored_declaration_stands_on_the_disk_as_it_is(committed, put, tree):
    committed(FILES)
    put({"out/x.yaml": "x", "w.bin": "0"})

    inside = tree("out/x.yaml")

    assert inside.state == IGNORED
    assert found(inside, "w.bin") == ("file", "0")
    assert found(inside, "nothing") == "missing"
    assert inside.remark("w.bin") == ""
    assert sorted(inside.names("out")) == ["x.yaml"]
    assert inside.files("out") == ["x.yaml"]
    assert "docs" in inside.folders("")


def test_without_a_commit_the_index_counts_all_the_same(git, put, tree):
    put(FILES)
    git("add", NAME)

    assert tree().state == TRACKED
    assert found(tree(), "docs/data.md") == "not-added"


# ------------------------------------------------------------------ without git


def test_when_git_refuses_what_is_not_on_the_disk_is_unknown(git, committed, tree):
    committed(FILES)
    git("config", "core.repositoryFormatVersion", "99")

    silent = tree()

    assert silent.state == REFUSED
    assert "repo version" in silent.refusal
    assert found(silent, "docs/data.md") == ("file", "told")
    assert found(silent, "nothing") == "unknown"
    assert Repository(str(git.top)).is_ignored("nothing") is False


def test_a_refusal_is_heard_whenever_git_is_first_asked(git, committed, tree):
    committed(FILES)
    git("config", "core.repositoryFormatVersion", "99")
    silent = tree()

    silent.expect(["docs/data.md"])

    assert silent.refusal
    assert silent.state == REFUSED


def test_a_folder_without_git_is_the_disk_as_it_is(tmp_path):
    (tmp_path / NAME).touch()

    tree = Repository(str(tmp_path)).around(NAME).tree

    assert type(tree) is DiskTree
    assert resolve(tree, "", "nothing").kind == "missing"


# ------------------------------------------------------------------ declarations


def test_declarations_are_those_that_git_has_or_could_have(git, committed, put):
    committed({f"b/{NAME}": "", NAME: "", f"b/.github/{NAME}": "", f".hidden/{NAME}": "", **FILES})
    put({f"new/{NAME}": "", f"out/{NAME}": "", "a/OPEN_AI_SYSTEM.yml": "", "b/x.yaml": ""})
    repository = Repository(str(git.top))

    assert repository.declarations("") == [
        NAME,
        "a/OPEN_AI_SYSTEM.yml",
        f"b/{NAME}",
        f"b/.github/{NAME}",
        f"new/{NAME}",
    ]
    assert repository.declarations("b") == [f"b/{NAME}", f"b/.github/{NAME}"]
    assert repository.declarations(".hidden") == [f".hidden/{NAME}"]
    assert repository.is_ignored("out")
    assert not repository.is_ignored("b")


@pytest.mark.parametrize(
    ("steps", "removed"),
    [
        ([], []),
        ([("rm", "--quiet", NAME)], [NAME]),
        ([("rm", "--quiet", "--cached", NAME)], [NAME]),
        ([("rm", "--quiet", NAME, f"b/{NAME}")], [NAME, f"b/{NAME}"]),
        ([("mv", NAME, "OPEN_AI_SYSTEM.yml")], []),
        ([("mv", f"b/{NAME}", f"docs/{NAME}")], []),
        ([("rm", "--quiet", f"b/{NAME}"), ("mv", NAME, f"docs/{NAME}")], [f"b/{NAME}"]),
    ],
)
def test_what_the_next_commit_takes_away_is_told_and_what_moves_is_not(
    git, committed, steps, removed
):
    committed({**FILES, NAME: "one", f"b/{NAME}": "two"})
    for step in steps:
        git(*step)

    assert Repository(str(git.top)).removed("") == removed


def test_before_the_first_commit_nothing_is_taken_away(git, put):
    put(FILES)

    assert Repository(str(git.top)).removed("") == []


def test_all_files_are_those_to_look_for_declarations_in(git, committed, put):
    committed({f"b/{NAME}": ""})
    put({f"new/{NAME}": ""})
    tree = Repository(str(git.top)).all_files()

    assert isinstance(tree, IndexTree)
    assert sorted(tree.names("")) == ["b", "new"]
    assert os.path.basename(tree.top) == "repository"


# ------------------------------------------------------------------ license files

APACHE = (Path(__file__).parents[2] / "LICENSE").read_text(encoding="utf-8")


@pytest.fixture
def told(git, put, committed):
    """What is said of the license's text, with some files that are not added; None for nothing."""

    def run(files, location="src/run.py"):
        declaration = dumped(whole({"code.inference.location": location}))
        committed({NAME: declaration.decode(), "src/run.py": "x"})
        put(files)
        made = check(declaration, NAME, Repository(str(git.top)).around(NAME))
        every = [one for one in made.findings if one.rule.id == "license-text-missing"]
        assert len(every) <= 1
        return every[0] if every else None

    return run


@pytest.mark.parametrize("name", ["LICENSE", "src/COPYING", "LICENSE.txt"])
def test_a_license_file_that_is_not_added_is_to_be_added(told, name):
    missing = told({name: APACHE})

    assert missing.remedy == f"`git add {name}`"
    assert missing.message.endswith(f" is here: {name} is on the disk, but git does not have it")


def test_one_that_git_ignores_is_to_be_added_by_force(told):
    missing = told({"LICENSE": APACHE, ".gitignore": "LICENSE\n"})

    assert missing.remedy == "`git add --force LICENSE`"
    assert missing.message.endswith("LICENSE is on the disk, but git ignores it")


@pytest.mark.parametrize("name", ["README.md", "MODEL_LICENSE", "licensing.py"])
def test_what_would_not_count_for_code_is_not_named(told, name):
    assert told({name: APACHE}).remedy == "add a LICENSE file with the text of Apache-2.0"


def test_following_it_settles_it(told, git):
    told({"LICENSE": APACHE})
    git("add", "LICENSE")

    assert told({}) is None


@pytest.mark.parametrize("is_added", [True, False])
def test_a_hash_is_of_what_git_would_commit(committed, put, tree, is_added):
    committed({**FILES, "data.txt": "one\ntwo\n", "other.txt": "one\n"})
    put({"data.txt": "one\r\ntwo\r\n", "other.txt": "two\r\n"})
    made = tree() if is_added else DiskTree(tree().top)
    text = b"one\ntwo\n" if is_added else b"one\r\ntwo\r\n"

    assert made.sha256("data.txt", 99) == hashlib.sha256(text).hexdigest()
    assert made.sha256("other.txt", 99) == hashlib.sha256(b"two\r\n").hexdigest()


@pytest.mark.parametrize("in_its_place", [os.mkfifo, os.mkdir, lambda _: None])
def test_what_stands_in_the_place_of_a_file_is_no_file_to_git(git, committed, tree, in_its_place):
    committed(FILES)
    (git.top / "src" / "train.py").unlink()
    in_its_place(git.top / "src" / "train.py")

    assert found(tree(), "src/train.py") == ("file", "pass")
    assert tree().remark("src/train.py") == "deleted"
