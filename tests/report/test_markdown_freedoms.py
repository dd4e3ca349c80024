# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The table of the four freedoms: what is asked, the answer and what it was, and why."""

import pytest

from osaid_action.comparison import KNOWN, compare
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.report import markdown_freedoms
from osaid_action.report.markdown_parts import View
from tests.report.heron import (
    LESS,
    MISSPELT,
    NO_TRAINING,
    UNKNOWN_LICENSE,
    WHOLE,
    change_from,
    report_on,
)


def view(after, before=None):
    return View(report_on(after), change_from(before, after) if before else None, None)


def cells(view_):
    lines = markdown_freedoms.table(view_).splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize(
    ("before", "after", "titles"),
    [
        (None, WHOLE, ["freedom", "answer"]),
        (None, LESS, ["freedom", "answer", "why"]),
        (WHOLE, WHOLE, ["freedom", "was&nbsp;→&nbsp;is"]),
        (WHOLE, NO_TRAINING, ["freedom", "was&nbsp;→&nbsp;is", "why"]),
        (MISSPELT, LESS, ["freedom", "answer", "why"]),
    ],
)
def test_the_table_has_the_columns_that_say_something(before, after, titles):
    table = cells(view(after, before))

    assert table[0] == titles
    assert table[1] == ["---"] * len(titles)
    assert [len(row) for row in table] == [len(titles)] * (2 + len(FREEDOMS))
    assert [row[0].split("**")[1] for row in table[2:]] == list(FREEDOMS)


def test_what_is_other_than_before_is_stressed_and_explained():
    rows = cells(view(NO_TRAINING, WHOLE))[2:]
    told = {row[0].split("**")[1]: (row[0][0], row[1], row[2] != "") for row in rows}

    assert told == {
        "use": ("✅", "yes", False),
        "study": ("❌", "yes →&nbsp;**no**", True),
        "modify": ("❌", "yes →&nbsp;**no**", True),
        "share": ("✅", "yes", False),
    }


Y, N, D = Outcome.MET, Outcome.UNMET, Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (None, Y, "yes"),
        (None, D, "cannot&nbsp;tell"),
        (Y, Y, "yes"),
        (D, D, "cannot&nbsp;tell"),
        (Y, N, "yes →&nbsp;**no**"),
        (N, Y, "no →&nbsp;**yes**"),
        (D, N, "cannot&nbsp;tell →&nbsp;**no**"),
        (Y, D, "yes →&nbsp;**cannot&nbsp;tell**"),
        (Y, None, "yes →&nbsp;**gone**"),
        (None, None, "gone"),
    ],
)
def test_before_and_now_are_in_one_cell(before, now, told):
    assert markdown_freedoms.answer(before, now) == told


def test_what_is_gone_is_told_by_what_it_was():
    before, gone = report_on(UNKNOWN_LICENSE), report_on(MISSPELT)
    change = compare(before, gone)._replace(base_state=KNOWN)
    rows = cells(View(gone, change, None))

    assert rows[0] == ["freedom", "was&nbsp;→&nbsp;is"]
    assert {row[1] for row in rows[2:]} == {"cannot&nbsp;tell →&nbsp;**gone**"}
    assert {row[0][0] for row in rows[2:]} == {"❌"}


def test_who_cannot_modify_is_not_asked_about_copies_that_are_changed():
    assert cells(view(WHOLE))[-1][0].endswith("**share** it, changed or not?")
    assert cells(view(NO_TRAINING))[-1][0].endswith("**share** it?")


def test_a_reason_names_its_lines_once():
    rows = cells(view(NO_TRAINING))[2:]

    assert rows[0][2] == rows[3][2] == ""
    line = WHOLE.splitlines().index("  training:") + 1
    assert rows[1][2].endswith(f"(line&nbsp;{line})")
