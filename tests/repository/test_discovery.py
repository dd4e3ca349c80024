# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which files of a tree are declarations: below a folder, or by a pattern."""

from pathlib import Path

import pytest

from osaid_action.repository.discovery import NAMES, below, declarations, near_name
from osaid_action.repository.working_tree import DiskTree

NAME = NAMES[0]


@pytest.fixture
def tree(tmp_path):
    for path in (NAME, f"a/{NAME}", f"a/b/{NAME}", f"c/.github/{NAME}", f".x/{NAME}", "d/x.yaml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    return DiskTree(str(tmp_path))


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        (".", [NAME, f"a/{NAME}", f"a/b/{NAME}", f"c/.github/{NAME}"]),
        ("a", [f"a/{NAME}", f"a/b/{NAME}"]),
        ("./a/", [f"a/{NAME}", f"a/b/{NAME}"]),
        (f"a/{NAME}", [f"a/{NAME}"]),
        (f"*/{NAME}", [f"a/{NAME}"]),
        (f"**/{NAME}", [NAME, f"a/{NAME}", f"a/b/{NAME}", f"c/.github/{NAME}"]),
        ("**/*.yaml", [NAME, f"a/{NAME}", f"a/b/{NAME}", f"c/.github/{NAME}", "d/x.yaml"]),
        ("d/?.yaml", ["d/x.yaml"]),
        ("[ad]/*.yaml", [f"a/{NAME}", "d/x.yaml"]),
        (f".x/{NAME}", [f".x/{NAME}"]),
        ("nowhere", []),
        ("d", []),
        ("e/*", []),
    ],
)
def test_a_pattern_means_files(tree, pattern, meant):
    assert sorted(declarations(tree, "", pattern)) == sorted(meant)


def test_a_name_that_looks_like_a_pattern_is_a_name(tmp_path):
    (tmp_path / "[x]").mkdir()
    (tmp_path / "[x]" / NAME).write_text("")

    found = [*declarations(DiskTree(str(tmp_path)), "", f"[x]/{NAME}")]
    assert found == [f"[x]/{NAME}"]


def test_a_folder_that_is_named_is_searched_whatever_it_is(write):
    tree = DiskTree(str(write({f"sub/a/{NAME}": "", "sub/.git": "gitdir: x", f".x/a/{NAME}": ""})))

    named = ["sub", ".x", "sub/a", f"sub/a/{NAME}"]
    assert {pattern: [*declarations(tree, "", pattern)] for pattern in named} == {
        "sub": [f"sub/a/{NAME}"],
        ".x": [f".x/a/{NAME}"],
        "sub/a": [f"sub/a/{NAME}"],
        f"sub/a/{NAME}": [f"sub/a/{NAME}"],
    }
    assert [*below(tree, "")] == [*below(tree, "nowhere")] == []


@pytest.mark.parametrize("pattern", ["*", "**", f"*/{NAME}", f"**/{NAME}", "**/sub", f"s*/{NAME}"])
def test_what_is_wild_meets_no_submodule(write, pattern):
    tree = DiskTree(str(write({f"sub/{NAME}": "", "sub/.git": "gitdir: x"})))

    assert [*declarations(tree, "", pattern)] == []


def test_links_are_not_followed_to_other_folders(write):
    files = {f"a/{NAME}": "", "b": Path("a"), "a/up": Path(".."), "a/OPEN_AI_SYSTEM.yml": Path("x")}

    assert [*below(DiskTree(str(write(files))), "")] == [f"a/{NAME}", "a/OPEN_AI_SYSTEM.yml"]


def test_a_folder_of_that_name_is_a_folder(write):
    tree = DiskTree(str(write({f"{NAME}/{NAME}": ""})))

    assert [*below(tree, "")] == [f"{NAME}/{NAME}"]


def test_a_declaration_may_lie_at_any_depth():
    class Deep:
        """A tree of one folder in another, deeper than Python's calls go."""

        def folders(self, path):
            return ["a"] if len(path) < 10_000 else []

        def names(self, path):
            return [NAME] if len(path) > 9_999 else ["a"]

        def kind(self, path):
            return "file" if path.endswith(NAME) else "folder"

    assert [len(path) for path in below(Deep(), "")] == [10_001 + 1 + len(NAME)]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["m/open_ai_system.yaml"], "m/open_ai_system.yaml"),
        (["m/.github/OPEN-AI-SYSTEM.yml"], "m/.github/OPEN-AI-SYSTEM.yml"),
        (["m/OPEN_AI_SYSTEM.yml", "open_ai_system.yaml", "m/deep/open_ai_system.yaml"], ""),
    ],
)
@pytest.mark.parametrize("path", ["m/OPEN_AI_SYSTEM.yaml", "m/.github/OPEN_AI_SYSTEM.yaml"])
def test_what_a_declaration_may_be_called_by_now(write, files, expected, path):
    tree = DiskTree(str(write(dict.fromkeys(files, "x"))))

    assert near_name(tree, path) == expected
