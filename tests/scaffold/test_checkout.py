# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The files that are looked at: whose they are, and within which bounds."""

import re

import pytest

from osaid_action.scaffold.checkout import Checkout
from tests.scaffold.trees import Made, checkout


@pytest.mark.parametrize(
    "path",
    [
        "tests/a.py",
        "x/examples/a.py",
        "third_party/a.py",
        ".github/a.py",
        "docs/conf.py",
        "l/v/a.py",
    ],
)
def test_what_is_not_its_own(path):
    assert checkout({path: "", "l/v/LICENSE": "MIT"}).is_own(path) is False


def test_a_folder_of_licenses_is_not_vendored():
    assert checkout({"LICENSES/MIT.txt": "", "LICENSES/LICENSE": ""}).vendored == frozenset()


@pytest.mark.parametrize(
    "path",
    [
        "a#b",
        "a\nb",
        " a",
        "a ",
        'a"b',
        "a*b",
        "https://a",
        "pkg:a",
        "\ud800",
        "/a",
        "../a",
        "a//b",
        "a/./b",
        "/",
    ],
)
def test_a_path_that_would_be_read_otherwise_is_left_out(path):
    assert checkout({path: "", "b": ""}).paths == ["b"]


def test_binary_files_and_what_is_not_there_have_no_text():
    looked = checkout({"a": b"\0\1", "b": "text"})

    assert [looked.text(path) for path in ("a", "b", "c")] == ["", "text", ""]


def test_no_more_is_read_than_the_budget():
    big = b"x" * (256 * 1024)
    files = {f"{number:03}": big for number in range(300)}
    looked = Checkout(Made(files), "", list(files))

    assert sum(len(looked.text(path)) for path in looked.paths) == 64 * 1024 * 1024


def test_the_readme_in_any_case():
    assert checkout({"ReadMe.MD": "", "a/README.md": ""}).readme == "ReadMe.MD"
    assert checkout({"a/README.md": ""}).readme == ""


def test_a_line_is_sought_by_a_text_or_by_what_it_was_made_to():
    looked = checkout({"a.py": "one\ntwo\ntwo\n", "b.py": "two\n"})

    assert looked.line_of("a.py", "^two") == looked.line_of("a.py", re.compile("^two")) == 2
    assert (looked.line_of("b.py", "^two"), looked.line_of("b.py", "one")) == (1, 0)
