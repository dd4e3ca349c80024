# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Sections in a room: what does not fit is left out, counted, and said with its number."""

import pytest

from osaid_action.report.markdown_fit import NOTE, fitted, size
from osaid_action.report.markdown_sections import Item, Section


def section(number, weight=1, noun="point"):
    items = [Item(f"- item {one:04}", weight) for one in range(number)]
    return Section("**Head**\n", items, "foot", noun, number * weight)


def test_what_fits_is_told_whole():
    assert "".join(fitted([section(2)], 10_000)) == (
        "\n**Head**\n\n- item 0000\n- item 0001\nfoot\n"
    )


def test_a_section_of_nothing_is_left_out():
    assert list(fitted([section(0), section(1), section(0)], 10_000)) == [
        "\n**Head**\n\n- item 0000\nfoot\n"
    ]


@pytest.mark.parametrize("room", [1000, 1500, 5000])
def test_what_does_not_fit_is_counted(room):
    text = "".join(fitted([section(1000)], room))

    shown = text.count("- item")
    assert 5 < shown < 400
    assert size(text) <= room
    assert (
        f"*{1000 - shown:,} more points are left out here; `osaid check` tells them all.*" in text
    )
    assert text.endswith("foot\n")


def test_one_that_does_not_fit_is_one():
    two = section(2)
    room = 2 * NOTE + size(two.head) + size(two.foot) + size(two.items[0].text) + 1
    text = "".join(fitted([two], room))

    assert "*1 more point is left out here; `osaid check` tells it.*" in text


def test_without_room_for_any_there_is_a_line():
    several = [section(50, noun="remark"), section(50)]

    assert list(fitted(several, NOTE)) == [
        "\n*The rest is left out here; `osaid check` tells it.*\n"
    ]


@pytest.mark.parametrize(("text", "number"), [("", 0), ("ab", 2), ("é", 2), ("→", 3)])
def test_size_is_in_bytes(text, number):
    assert size(text) == number
