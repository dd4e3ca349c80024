# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The widths of letters are those that were downloaded: by hand nothing is changed in them."""

import hashlib
import string

import pytest

from osaid_action.report.font_widths import FIRST, WIDTHS

WRITTEN = "7da0b71e73a13507609c83e62fbb0d4cb6da30170157c5532258abd9deb60815"


def test_every_printable_character_of_ascii_has_a_width():
    assert [chr(FIRST + number) for number in range(len(WIDTHS))] == sorted(
        {*string.printable} - {*string.whitespace} | {" "}
    )


def test_no_width_is_another_than_was_written():
    assert hashlib.sha256(repr(WIDTHS).encode()).hexdigest() == WRITTEN


@pytest.mark.parametrize(("wider", "narrower"), [("W", "i"), ("m", "n"), ("0", "."), ("M", " ")])
def test_wide_letters_are_wider(wider, narrower):
    assert WIDTHS[ord(wider) - FIRST] > WIDTHS[ord(narrower) - FIRST]
