# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which findings of a report decide, block or are remarks: every form of it says the same."""

import re

import pytest

from osaid_action.definition.rules.evidence import PATH_MISSING
from osaid_action.definition.rules.terms import FREEDOM_REQUIRED, LICENSE_MISSING, LICENSE_UNKNOWN
from osaid_action.findings import Clause, Finding, Freedom, Report, RequirementResult
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.report import annotations, markdown, text
from tests.made import report

MET, UNMET, UNDECIDED = Outcome.MET, Outcome.UNMET, Outcome.UNDECIDED
RULES = {"error": PATH_MISSING, "warning": LICENSE_MISSING, "note": LICENSE_UNKNOWN}


def finding(identity, rule=None):
    rule = rule or RULES[identity.partition(" ")[0]]
    return Finding(identity, rule, f"said of {identity}", "x", "", 1, 1)


def made(*findings, use=MET, use_reasons=(), outcome=MET, reasons=()):
    """A report with these findings; ``use`` and one requirement have reasons."""
    freedoms = {name: Freedom(MET, ()) for name in FREEDOMS} | {"use": Freedom(use, use_reasons)}
    one = RequirementResult("code.inference", "code", outcome, None, (), Clause("x"), 1, reasons)
    return Report(
        "f.yaml",
        valid=True,
        verdict="unmet",
        findings=findings,
        freedoms=freedoms,
        requirements=(one,),
    )


EVERY = [
    finding(f"{severity} {what}") for severity in RULES for what in ("of use", "of it", "alone")
]
WITH_EVERY = made(
    *EVERY,
    use=UNMET,
    use_reasons=("error of use", "warning of use", "note of use"),
    outcome=UNDECIDED,
    reasons=("error of it", "warning of it", "note of it"),
)


def names(findings):
    return {one.id for one in findings}


def test_all_but_the_notes_that_no_outcome_hangs_on_decide():
    assert names(WITH_EVERY.deciding) == names(EVERY) - {"note alone"}


def test_what_an_outcome_hangs_on_and_every_error_blocks():
    assert names(WITH_EVERY.blocking) == names(EVERY) - {"note alone", "warning alone"}


def test_what_is_against_nothing_is_a_remark():
    assert names(WITH_EVERY.remarks) == {"note alone", "warning alone"}


def test_that_a_freedom_is_required_is_no_obstacle_of_its_own():
    required = finding("error of use", FREEDOM_REQUIRED)

    assert made(required).blocking == made(required).remarks == ()
    assert made(required).deciding == made(required).errors == (required,)


def test_behind_a_freedom_that_is_unmet_are_no_notes():
    use = WITH_EVERY.freedoms["use"]

    assert names(WITH_EVERY.behind(use)) == {"error of use", "warning of use"}
    assert names(WITH_EVERY.behind(use._replace(outcome=UNDECIDED))) == {
        "error of use",
        "warning of use",
        "note of use",
    }


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        (["warning a"], True),
        (["warning a", "note b"], True),
        (["note b"], False),
        (["warning a", "error c"], False),
        ([], False),
    ],
)
@pytest.mark.parametrize("outcome", Outcome)
def test_only_terms_are_in_the_way_of_what_is_unmet(findings, expected, outcome):
    told = [*map(finding, findings), finding("error of nothing")]
    of_a_freedom = made(*told, use=outcome, use_reasons=tuple(findings))
    of_a_requirement = made(*told, outcome=outcome, reasons=tuple(findings))

    is_expected = expected and outcome is UNMET
    assert of_a_freedom.lacks_only_terms is of_a_requirement.lacks_only_terms is is_expected


def test_an_invalid_file_is_all_errors():
    invalid = Report("f.yaml", valid=False, verdict="invalid", findings=(finding("error alone"),))

    assert invalid.deciding == invalid.blocking == invalid.errors == invalid.findings
    assert invalid.met == ()
    assert not invalid.lacks_only_terms


WAYS = [
    {},
    {"parameters.weights.access": "gated"},
    {"code.training.settings": "", "parameters.weights.revision": ""},
    {"parameters.weights.license": "llama3.1", "code.inference.license": "CC-BY-3.0"},
    {"parameters.weights.license": "LicenseRef-Own", "data.sources.0.withdrawn": "2026-01-01"},
]


_RULES = r"\[([a-z0-9-]+)(?: and (\d+) more)?\]"


@pytest.mark.parametrize("changes", WAYS)
def test_what_decides_is_told_by_text_and_annotations_and_what_blocks_by_markdown(changes):
    told = report(changes)

    lines = "".join(text.render([told], text.Style()))
    titles = [one.title for one in annotations.annotations([told], limit_per_level=100)]
    comment = markdown.comment(told, None)
    before_the_remarks = comment.partition("which decide nothing")[0]
    ends = re.findall(rf"{_RULES}\n", lines)
    assert {name for name, _ in ends} <= {one.rule.id for one in told.deciding}
    assert sum(1 + int(more or 0) for _, more in ends) == len(told.deciding)
    named = [found for one in titles if (found := re.search(_RULES, one))]
    assert {one[1] for one in named} <= {one.rule.id for one in told.deciding}
    assert sum(1 + int(one[2] or 0) for one in named) == len(told.deciding)
    assert all(f"[{one.rule.id}](" in before_the_remarks for one in told.blocking)
