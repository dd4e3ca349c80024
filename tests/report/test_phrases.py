# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""An outcome has one word, one sign and one color wherever people are told it."""

import pytest

from osaid_action.model import Outcome
from osaid_action.report import badge, license_pages, markdown, text
from osaid_action.report.phrases import OUTCOMES, VERDICTS
from tests.made import report

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
