# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which files are license files, what their names give them to, and which count for a component."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.evidence.license_inventory import (
    is_license_name,
    license_files,
    limiting_files,
    meant_for,
    named_alone,
    nearest,
)
from osaid_action.evidence.measured_tree import MeasuredTree


@pytest.mark.parametrize(
    "name",
    [
        *("LICENSE", "LICENCE", "License.txt", "COPYING", "COPYING.LESSER", "UNLICENSE"),
        *("LICENSE-MIT", "LICENSE_MODEL", "MODEL_LICENSE", "MIT-LICENSE.md", "LICENSE MIT.txt"),
        *("LICENSE.Apache-2.0", "licenses"),
    ],
)
def test_names_of_license_files(name):
    assert is_license_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("license.py", "check-license.sh", "licenses.json", "relicense.txt", "README.md"),
        *("LICENSED", "NOTICE", "USE_POLICY.md", "MIT.txt", "my-license.zip", ""),
    ],
)
def test_other_names(name):
    assert not is_license_name(name)


@given(st.text(max_size=300))
def test_no_name_is_one_by_chance(name):
    assert not is_license_name(name) or any(one in name.lower() for one in ("licen", "copying"))


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("LICENSE", ""),
        ("LICENSE-MIT", ""),
        ("LICENSE_MODEL", "parameters"),
        ("WEIGHTS_LICENSE", "parameters"),
        ("LICENSE-DATA.txt", "data"),
        ("LICENSE.docs", "documents"),
        ("LICENSE-CODE", "code"),
        ("LICENSE-database", ""),
        ("LICENSE-model-code", "parameters"),
    ],
)
def test_a_name_gives_a_file_to_a_group(name, group):
    assert meant_for(name) == group


@pytest.fixture
def tree(home):
    def of(*paths):
        return home({"LICENSE": None, "x": "x", **dict.fromkeys(paths, "text")}).tree

    return of


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ([], []),
        (["LICENSE", "COPYING", "README.md"], ["COPYING", "LICENSE"]),
        (["LICENSES/B.txt", "LICENSES/A", "LICENSES/x.py"], ["LICENSES/A", "LICENSES/B.txt"]),
        (["LICENSE/MIT.txt"], ["LICENSE/MIT.txt"]),
        (["in/LICENSE"], []),
    ],
)  # fmt: skip
def test_the_license_files_of_a_folder(tree, paths, found):
    assert sorted(one.path for one in license_files(tree(*paths), "")) == found


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("NOTICE", True),
        ("USE_POLICY.md", True),
        ("ACCEPTABLE_USE.txt", True),
        ("LicenseAddendum", False),
        ("ADDENDUM", True),
        ("NOTICE.py", False),
        ("policy", True),
        ("NOTICE/x", False),
    ],
)
def test_notices_and_policies_count_where_they_limit(tree, name, counts):
    assert limiting_files(tree(name), "") == ([name] if counts else [])


def test_a_file_that_is_named_counts_alone():
    meant = named_alone("docs/TERMS", "MORE")

    assert (meant.folder, meant.own) == ("docs", True)
    assert [one.path for one in meant.files] == ["docs/TERMS", "MORE"]


def counted(found):
    return None if found is None else (found.own, sorted(one.path for one in found.files))


@pytest.mark.parametrize(
    ("paths", "folder", "group", "expected"),
    [
        (["LICENSE"], "src", "code", (True, ["LICENSE"])),
        (["LICENSE", "src/LICENSE"], "src", "code", (True, ["src/LICENSE"])),
        (["LICENSE", "LICENSE-MODEL"], "", "code", (True, ["LICENSE"])),
        (["LICENSE", "LICENSE-MODEL"], "", "parameters", (True, ["LICENSE-MODEL"])),
        (["LICENSE"], "w", "parameters", (False, ["LICENSE"])),
        (["LICENSE"], "", "parameters", (False, ["LICENSE"])),
        (["w/LICENSE"], "w", "parameters", (True, ["w/LICENSE"])),
        (["LICENSE"], "", "data", None),
        (["LICENSE"], "d", "data", None),
        (["d/LICENSE"], "d", "data", (True, ["d/LICENSE"])),
        (["LICENSE-DATA"], "d", "data", (True, ["LICENSE-DATA"])),
        (["LICENSE-DATA"], "", "documents", None),
        (["LICENSES/CC0-1.0.txt", "LICENSES/MIT.txt"], "", "data",
         (True, ["LICENSES/CC0-1.0.txt"])),
        ([], "a/b/c", "code", None),
    ],
)  # fmt: skip
def test_the_nearest_files_that_count(tree, paths, folder, group, expected):
    found = nearest(MeasuredTree(tree(*paths)), folder, group, frozenset({"cc0-1.0"}))

    assert counted(found) == expected


def test_what_limits_is_looked_for_beside_them(tree):
    found = nearest(MeasuredTree(tree("LICENSE", "NOTICE", "src/POLICY")), "src", "code")

    assert found.limiting == ("NOTICE",)
