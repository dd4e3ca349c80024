# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A slip in a path, and the path that was meant."""

import pytest

from osaid_action.evidence.near_paths import near_path
from osaid_action.repository.tree import resolve
from osaid_action.repository.working_tree import DiskTree
from tests.made import report

FILES = ("src/generate.py", "src/train.py", "tests/test_a.py", "docs/data.md", "sub/a.py")


@pytest.fixture
def tree(tmp_path):
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return DiskTree(str(tmp_path))


@pytest.mark.parametrize(
    ("location", "root", "near"),
    [
        ("src/genrate.py", "", "src/generate.py"),
        ("scr/generate.py", "", "src/generate.py"),
        ("docs/dta.md#scope", "", "docs/data.md#scope"),
        ("test/", "", "tests/"),
        ("../src/trian.py", "sub", "../src/train.py"),
        ("src/other.py", "", ""),
        ("sub/b.py", "", ""),
        ("docs/data.mdx", "", "docs/data.md"),
        ("tests/test_a2.py", "", ""),
        ("scr/other.py", "", ""),
        ("src/train.py/x", "", ""),
        ("", "", ""),
    ],
)
def test_the_path_that_is_a_slip_away(tree, location, root, near):
    resolved = resolve(tree, root, location.partition("#")[0])

    assert near_path(resolved, location, tree, root) == near


def test_in_a_large_folder_nothing_is_guessed(tree, tmp_path):
    for number in range(250):
        (tmp_path / "src" / f"{number}.py").write_text("x")

    assert near_path(resolve(tree, "", "src/trian.py"), "src/trian.py", tree, "") == ""


def test_it_is_told_with_what_else_there_is_to_do(home):
    at = home({"run.py": "x"})
    made = report({"code.inference": {"location": "rnu.py", "license": "Apache-2.0"}}, at)

    (found,) = [f for f in made.findings if f.rule.id == "path-missing"]
    assert found.message == "rnu.py is not in the repository"
    assert found.remedy == 'did you mean `run.py`? else commit the file, or say `not_released: "…"`'
