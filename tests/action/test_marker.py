# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The first and the last line of our comments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.action.marker import CLOSING, Marker, key_of, marker_in, path_of
from tests.action.forged import whole

HEAD = "a" * 40


@given(st.text(min_size=1), st.integers(min_value=0, max_value=10**18), st.text())
def test_a_marker_is_read_as_it_was_written(path, run, words):
    marker = Marker(key_of(path.encode("utf-8", "replace").decode()), HEAD, run)

    assert marker_in(f"{marker}\n{words}\n{CLOSING}") == marker
    assert marker_in(f"{marker}\n{CLOSING}\n") == marker
    assert path_of(marker.key) == path.encode("utf-8", "replace").decode()


def test_a_browser_may_have_stored_it():
    body = whole(7, words="One line.\n\nAnother.").replace("\n", "\r\n")

    assert marker_in(body).run == 7
    assert marker_in(body.rstrip()).run == 7
    assert marker_in(body + " \r\n\t\r\n").run == 7


@pytest.mark.parametrize("body", ["", "\n", str(Marker("k", HEAD, 1)), CLOSING, "words\n" * 3])
def test_what_has_not_both_lines_has_no_marker(body):
    assert marker_in(body) is None
