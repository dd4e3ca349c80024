# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a run prints: how it was understood, the reports, a verdict for each, annotations."""

import pytest

from osaid_action.action import run_log
from osaid_action.action.inputs import Inputs
from osaid_action.action.reports import Checked, Found
from osaid_action.comparison import Removed
from osaid_action.report.annotations import Annotation
from osaid_action.report.removed import annotations
from testing.github_double.commands import commands
from tests.action.bench import GOOD, NAME, SECRET
from tests.action.test_plan import CONTEXT, REPORTS, SHA


def found(*texts):
    reports = [REPORTS[text]._replace(path=f"{n}/{NAME}") for n, text in enumerate(texts)]
    return Found(tuple(Checked(report, None) for report in reports), (), ())


def test_the_configuration_is_told_as_it_was_understood(capsys):
    run_log.configuration(CONTEXT, Inputs(path=("a", "b"), check_run=True))

    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["::group::osaid: configuration", "event: pull_request"]
    assert {f"commit: {SHA}", "base: main", "path: a, b", "require: -"} < {*lines}
    assert {"check-run: true", "online: false", "report-file: -"} < {*lines}
    assert lines[-1] == "::endgroup::"


@pytest.mark.parametrize(("number", "is_whole"), [(1, True), (3, True), (4, False)])
def test_a_few_reports_are_told_whole_and_each_has_its_verdict(capsys, number, is_whole):
    run_log.report(found(*[SECRET] * number))

    told = capsys.readouterr().out
    assert ("training-code-missing" in told) is is_whole
    verdicts = [line for line in told.splitlines()[-number:] if line.endswith(NAME)]
    assert len(verdicts) == number
    assert all(one.startswith("OSAID 1.0 not met: study and modify are") for one in verdicts)


def test_of_nothing_nothing_is_told(capsys):
    run_log.report(Found((), (), ()))

    assert capsys.readouterr().out == ""


def test_annotations_are_commands(capsys):
    run_log.annotate([Annotation("warning", NAME, 3, 2, "Title", "Message")])
    run_log.report(found(GOOD))

    first, *_ = capsys.readouterr().out.splitlines()
    assert first == f"::warning file={NAME},line=3,col=2,title=Title::Message"


@pytest.mark.parametrize("annotate", [True, False])
def test_what_is_gone_is_told_at_its_place_or_by_a_line(capsys, annotate):
    run_log.gone(annotations([Removed("a/x.yaml")], required=True), annotated=annotate)

    (one,) = commands(capsys.readouterr().out)
    assert one.name == "error"
    assert one.properties.get("file") == ("a/x.yaml" if annotate else None)
    assert one.data.startswith("" if annotate else "a/x.yaml: the base's declaration is gone")


def test_what_one_of_several_pull_requests_takes_away_is_told_with_its_name(capsys):
    run_log.gone(annotations([Removed("a/x.yaml")], required=False), "#7", annotated=False)

    (one,) = commands(capsys.readouterr().out)
    assert one.data.startswith("a/x.yaml (#7): the base's declaration is gone")
