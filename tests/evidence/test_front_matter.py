# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The YAML at the head of a Markdown file, also where it is none that our own reader takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.evidence.front_matter import front_matter, yaml_mapping


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nlicense: mit\n---\n# A", {"license": "mit"}),
        ("\ufeff\n---\nlicense: mit\n---", {"license": "mit"}),
        ("--- \nlicense: mit\n--- \n", {"license": "mit"}),
        ("---\nlicense: mit\n", {}),
        ("---\n- a\n---\n", {}),
        ("---\na: [\n---\n", {"a": "["}),
        ("# A\n---\nlicense: mit\n---\n", {}),
        ("", {}),
        ("---", {}),
    ],
)
def test_front_matter_is_what_stands_between_the_lines_at_the_head(text, expected):
    assert front_matter(text) == expected


def card(*lines):
    """A card with a line that our reader refuses, so that each line is read for itself."""
    return "\n".join(["---", "bad: *gone", *lines, "---", "# A"])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["license: mit"], {"license": "mit"}),
        (["license: 'mit'  # or so"], {"license": "mit"}),
        (["datasets:", "- a", "  - 'b'"], {"datasets": ["a", "b"]}),
        (['datasets: [a, "b"]'], {"datasets": ["a", "b"]}),
        (["license: mit", "license: isc"], {"license": "mit"}),
        (["  license: mit"], {}),
        (["license:mit"], {}),
        (["license: mit", "- isc"], {"license": "mit"}),
        (["- a"], {}),
        (["url: https://x.y/z#a"], {"url": "https://x.y/z#a"}),
        ([f"long: {'x' * 400}"], {}),
    ],
)
def test_what_is_no_yaml_of_ours_is_read_line_by_line(lines, expected):
    assert front_matter(card(*lines)) == {"bad": "*gone", **expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a: 1", {"a": 1}), ("- a", {}), ("a: &b [*b]", {}), ("\ud800: 1", {"?": 1}), ("", {})],
)
def test_a_text_that_is_no_mapping_has_no_keys(text, expected):
    assert yaml_mapping(text) == expected


@given(st.lists(st.sampled_from(["---", "a: b", "- c", "a: [", "*x", "\t", "k: [d, e]", "\0"])))
def test_whatever_stands_there_is_read(lines):
    found = front_matter("\n".join(["---", *lines, "---"]))

    assert all(isinstance(key, str) for key in found)


def test_what_is_long_is_read_line_by_line():
    many = "".join(f"k{n}: [a, b]\n" for n in range(2000))

    found = front_matter(f"---\n{many}license: mit\nbase_model:\n- a/b\n---\n# x\n")

    assert (found["license"], found["base_model"], found["k7"]) == ("mit", ["a/b"], ["a", "b"])
