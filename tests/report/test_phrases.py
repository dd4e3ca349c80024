# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""An outcome has one word, one sign and one color wherever people are told it."""

import pytest

from osaid_action.model import Attested, Outcome
from osaid_action.report import badge, license_pages, markdown, text
from osaid_action.report.phrases import (
    OUTCOMES,
    VERDICTS,
    because,
    declared_by,
    grouped,
    told_attested,
)
from tests.made import GONE, report

COLUMNS = range(len(OUTCOMES[Outcome.MET]))
GATED = {"parameters.weights.access": "gated"}
UNKNOWN = {"parameters.weights.license": "Own-1.0"}
MADE = {Outcome.MET: {}, Outcome.UNMET: GATED, Outcome.UNDECIDED: UNKNOWN}


@pytest.mark.parametrize("column", COLUMNS)
def test_no_two_outcomes_look_alike(column):
    assert len({words[column] for words in OUTCOMES.values()}) == len(Outcome)


def test_every_verdict_has_its_words():
    assert set(VERDICTS) == {*(outcome.value for outcome in Outcome), "invalid"}


@pytest.mark.parametrize("outcome", Outcome)
def test_a_freedom_is_answered_alike_at_a_terminal_in_a_comment_and_on_a_badge(outcome):
    made, words = report(MADE[outcome]), OUTCOMES[outcome]
    assert made.freedoms["use"].outcome is outcome

    row = next(line for line in markdown.comment(made, None).splitlines() if "**use**" in line)
    line = next(
        line for line in "".join(text.render([made], text.Style())).splitlines() if " use " in line
    )
    assert row.startswith(f"| {words.picture} |")
    assert f"| {words.answer} |" in row
    assert line.split()[0] == words.symbol
    assert line.partition(" use ")[2].strip().startswith(words.answer)
    assert badge.message(made, "use") == (words.answer, words.badge)


@pytest.mark.parametrize(
    ("license_", "outcome"),
    [("MIT", Outcome.MET), ("llama2", Outcome.UNMET), ("Own-1.0", Outcome.UNDECIDED)],
)
def test_a_license_is_told_in_the_same_words(license_, outcome):
    page = license_pages.explain(license_)

    assert f"code              {OUTCOMES[outcome].requirement}: " in page
    assert f"use     {OUTCOMES[outcome].grant}" in page


# ------------------------------------------------------------------ what is told together


def test_what_is_attested_is_told_once_with_the_prose_that_it_rests_on():
    points = [Attested("a", "x"), Attested("b"), Attested("a", "y\x1b"), Attested("a", "x")]
    made = report()._replace(attested=tuple(points))

    assert told_attested(made) == ["a: x; y\ufffd", "b"]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (("A lab", "third-party", "2026"), "declared by a third party, 2026"),
        (("A lab", "producer", ""), "declared by its producer"),
        (("A lab", "", "2026"), "declared by A lab, 2026"),
        (("", "", "2026"), "2026"),
        (("", "", ""), ""),
        (("A\nlab", "", ""), "declared by A lab"),
    ],
)
def test_who_declared_it(declared, expected):
    assert declared_by(report()._replace(declared=declared)) == expected


NO = {"not_released": "No."}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ""),
        ({"code.training": NO}, "training code is not released"),
        ({"code.training": GONE}, "training code is not declared"),
        ({"code.training": NO, "code.libraries": GONE},
         "libraries and training code are not released"),
        ({"code.libraries": NO}, "libraries are not released"),
        ({"data.sources.0": {"name": "S", "not_released": ""}}, "data sets are not released"),
        ({"parameters.weights.license": "CC-BY-ND-4.0"}, ""),
    ],
)  # fmt: skip
def test_why_one_may_not_study(changes, expected):
    made = report(changes)

    assert because("study", made.freedoms["study"], made) == expected


def test_many_things_that_are_missing_are_counted():
    made = report({"data": GONE})

    assert because("study", made.freedoms["study"], made).startswith("6 of 13 things it takes are")


def test_a_license_is_named_with_what_it_restricts():
    made = report({"parameters.weights.license": "CC-BY-ND-4.0"})

    assert because("share", made.freedoms["share"], made) == "CC-BY-ND-4.0 restricts share"


def test_findings_that_differ_in_the_thing_alone_are_told_together():
    made = report({"code.inference.license": "CC-BY-4.0", "code.training.license": "CC-BY-4.0"})
    (group,) = grouped(made.findings)

    assert len(group.lines) == 2
    assert "the training code and the inference code" in group.message
    assert group.first == made.findings[0]
    assert len(grouped(report({"code": GONE}).findings)) == 6
