# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The summary of a job: verdict and file first, how to begin, what changed, in so many bytes."""

import re
from pathlib import Path

import pytest

from osaid_action.comparison import compare
from osaid_action.report import escape, markdown_summary
from osaid_action.report.markdown_summary import EXAMPLE_URL, FORMAT_URL, START
from tests.report.heron import (
    LESS,
    MISSPELT,
    NO_TRAINING,
    PATH,
    UNKNOWN_LICENSE,
    WHOLE,
    change_from,
    of_path,
    report_on,
)
from tests.report.widths import CELL, COLUMNS, LINE, narrowest, tables

ROOT = Path(__file__).parents[2]


def test_summary(golden):
    pairs = [
        (report_on(NO_TRAINING), change_from(WHOLE, NO_TRAINING)),
        (report_on(WHOLE, "models/a/OPEN_AI_SYSTEM.yaml"), None),
        (report_on(MISSPELT, "models/b/OPEN_AI_SYSTEM.yml"), change_from(WHOLE, MISSPELT)),
    ]

    golden("markdown/summary.md", markdown_summary.summary(pairs, link=of_path))


CHANGED = [
    (report_on(NO_TRAINING), change_from(WHOLE, NO_TRAINING)),
    (report_on(WHOLE, "models/a/OPEN_AI_SYSTEM.yaml"), change_from(WHOLE, WHOLE)),
    (report_on(MISSPELT, "models/b/c/OPEN_AI_SYSTEM.yml"), change_from(WHOLE, MISSPELT)),
    (report_on(UNKNOWN_LICENSE, "d/other.yaml"), change_from(WHOLE, UNKNOWN_LICENSE)),
]
ALONE = [(report, None) for report, _ in CHANGED]


@pytest.mark.parametrize("pairs", [CHANGED, ALONE])
def test_verdict_and_file_come_first(pairs):
    (table, *_) = tables(markdown_summary.summary(pairs))

    assert [row[:2] for row in table] == [
        ["OSAID 1.0", "declaration"],
        ["❌\xa0not met: study and modify are missing · open weights", "OPEN_AI_SYSTEM.yaml"],
        ["✅\xa0met, as declared", "models/ a"],
        ["⛔\xa0invalid: 2 problems to fix", "models/ b/ c"],
        ["❓\xa0cannot tell for all four freedoms", "d/ other.yaml"],
    ]


def test_what_a_change_does_has_a_column_where_it_is_known():
    (table, *_) = tables(markdown_summary.summary(CHANGED))

    assert [row[2] for row in table] == [
        *("this change", "loses Study and Modify", "as before", "it was valid before"),
        "puts all four in doubt",
    ]
    assert {len(row) for row in tables(markdown_summary.summary(ALONE))[0]} == {2}


@pytest.mark.parametrize("pairs", [CHANGED, ALONE, CHANGED[:1], ALONE[:1]])
def test_a_phone_has_room_for_every_table(pairs):
    found = tables(markdown_summary.summary(pairs, link=of_path))

    assert found
    for rows in found:
        assert len(rows[0]) <= COLUMNS
        assert narrowest(rows) <= LINE
        assert max(len(cell) for row in rows for cell in row) <= CELL


def test_the_same_can_be_had_in_a_clone():
    told = markdown_summary.summary(ALONE, command="osaid check --require use")

    assert "\nThe same in a clone: `osaid check --require use`\n" in told
    assert "in a clone" not in markdown_summary.summary(ALONE)


def test_where_nothing_is_declared_one_can_begin():
    told = markdown_summary.summary([])

    assert told == markdown_summary.nothing()
    assert told.startswith("### OSAID 1.0: nothing is declared here\n")
    for words in (START, FORMAT_URL, EXAMPLE_URL, "the input `path`"):
        assert words in told
    assert START.endswith("osaid init")


@pytest.mark.parametrize("address", [FORMAT_URL, EXAMPLE_URL])
def test_what_one_begins_with_is_in_the_repository(address):
    assert (ROOT / address.split("/main/")[1]).exists()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (WHOLE, NO_TRAINING, "This change loses Study and Modify"),
        (WHOLE, MISSPELT, "Invalid now, valid before"),
        (MISSPELT, WHOLE, "Valid now, invalid before"),
        (MISSPELT, MISSPELT, "As before"),
        (None, WHOLE, "A new declaration"),
        (LESS, NO_TRAINING, "This change gains Use and Share"),
    ],
)
def test_what_changed_is_told_below(before, after, told):
    change = change_from(before, after)

    assert f"\n**{told} · `OPEN_AI_SYSTEM.yaml`**\n" in markdown_summary.comparison(
        [(report_on(after), change)]
    )


def test_what_is_lost_is_told_however_much_is_new():
    made = report_on(NO_TRAINING)
    pairs = [(made, compare(None, made))] * 50
    worse = (report_on(NO_TRAINING, "z.yaml"), change_from(WHOLE, NO_TRAINING))

    told = markdown_summary.comparison([*pairs, worse], limit=1500)

    assert told.startswith(
        "### Since the base\n\n**This change loses Study and Modify · `z.yaml`**"
    )
    assert "left out here" in told


def test_where_nothing_was_compared_nothing_is_told():
    made = report_on(WHOLE)

    assert markdown_summary.comparison([(made, None)]) == ""
    assert markdown_summary.comparison([(made, compare(None, made, "it is gone"))]) == (
        "*Not compared with the base: it is gone.*\n"
    )


def test_declarations_that_have_no_room_are_counted(huge):
    pairs = [(report_on(WHOLE, f"models/{n}/{PATH}"), None) for n in range(300)]
    told = markdown_summary.summary([(huge, None), *pairs], limit=30_000)

    left = re.search(r"\*(\d+) more declarations: `osaid check` tells of all\.\*", told)
    assert told.count("<summary>OSAID 1.0 ") + int(left[1]) == 301


@pytest.mark.parametrize("limit", [1_000_000, 100_000, 10_000])
def test_a_summary_keeps_to_its_limit_and_says_so(huge, limit):
    pairs = [(report_on(WHOLE, f"models/{n}/{PATH}"), None) for n in range(300)]

    body = markdown_summary.summary([(huge, None), *pairs], link=of_path, limit=limit)

    assert len(body.encode()) <= limit
    assert "osaid check` tells" in body
    assert body.rstrip().endswith("</sub>")
    assert body.count("<details") == body.count("</details>")


@pytest.mark.parametrize("named", ["", "#7"])
def test_whose_base_it_is_is_told_where_there_are_several(named):
    made = report_on(WHOLE)
    known, unknown = (made, compare(made, made)), (made, compare(None, made, "it is gone"))

    told = markdown_summary.comparison([known, unknown], named=named)

    assert told.startswith(f"### Since the base{f' of {named}' if named else ''}\n")
    assert f"*{f'{named}: ' if named else ''}Not compared with the base: it is gone." in told


def test_where_nothing_is_declared_a_near_name_is_told():
    near = "a`b/open_ai_system.yaml"

    told = markdown_summary.nothing(near)

    assert f"\n\n{escape.code(near)} is there, which nobody looks for: rename it to" in told
    assert "nobody looks for" not in markdown_summary.nothing()
