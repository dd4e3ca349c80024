# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Values as lines of YAML."""

from hypothesis import given
from hypothesis import strategies as st

from osaid_action.scaffold.yaml_lines import comment, flow, offered, printable, scalar, told
from osaid_action.validation.yaml_reader import read


@given(st.text(max_size=60))
def test_a_text_reads_back_as_it_is(text):
    assert read(f"a: {scalar(text)}\n".encode()).data == {"a": printable(text)}


@given(st.text(max_size=30), st.text(max_size=30))
def test_so_does_a_mapping(one, other):
    line = f"a: {flow({'x': one, 'y': other})}\n"

    assert read(line.encode()).data == {"a": {"x": printable(one), "y": printable(other)}}


@given(st.text(max_size=300))
def test_a_comment_is_one_line_of_comment(text):
    line = f"a: b  # {comment(text)}\n{told(text, 2)}\n"

    assert read(line.encode()).data == {"a": "b"}


def test_plain_where_it_can_be():
    assert [scalar(one) for one in ("src/a.py", "no", "1.0", "a: b")] == [
        "src/a.py",
        '"no"',
        '"1.0"',
        '"a: b"',
    ]


def test_what_is_offered_counts_without_its_sign():
    assert offered(["a:", "  - b", "  ## c", "  #d:"]) == ["#a:", "  #- b", "  ### c", "  #d:"]
