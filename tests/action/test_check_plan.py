# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A check run is concluded whatever comes: judged, neutral without anything to judge, failed."""

import pytest

from osaid_action.action import check_plan
from osaid_action.action.inputs import Inputs
from osaid_action.model import ExitCode
from tests.action.bench import BROKEN, GOOD, SECRET
from tests.action.test_plan import CONTEXT, REPORTS, SHA

FOLDER = Inputs(working_directory="models")


def judged(*texts, code=ExitCode.FINE, summary="Summary"):
    return check_plan.judged(CONTEXT, Inputs(), [REPORTS[one] for one in texts], code, summary)


@pytest.mark.parametrize(
    ("texts", "code", "conclusion"),
    [
        ([GOOD], 0, "success"),
        ([GOOD, GOOD], 0, "success"),
        ([GOOD, SECRET], 0, "neutral"),
        ([GOOD], 2, "failure"),
        ([BROKEN], 1, "failure"),
        ([], 0, "neutral"),
        ([], 2, "failure"),
    ],
)
def test_it_concludes_as_the_job_does_and_is_green_only_where_all_is_met(texts, code, conclusion):
    check = judged(*texts, code=ExitCode(code))

    assert (check.sha, check.conclusion, check.fills) == (SHA, conclusion, False)
    assert (check.name, check.summary) == ("Open Source AI", "Summary")


def test_without_a_declaration_it_says_so():
    check = judged()

    assert check.title == "OSAID 1.0: nothing is declared here"
    assert check.annotations == ()


@pytest.mark.parametrize(
    ("texts", "number", "title"),
    [
        ([GOOD], 1, "1 declaration removed · OSAID 1.0 met, as declared"),
        ([], 2, "2 declarations removed · OSAID 1.0: nothing is declared here"),
    ],
)
def test_what_is_gone_is_said_first(texts, number, title):
    reports = [REPORTS[one] for one in texts]

    check = check_plan.judged(CONTEXT, Inputs(), reports, ExitCode.NOT_FINE, "Summary", number)

    assert (check.title, check.conclusion) == (title, "failure")


def test_a_folder_has_one_of_its_own_name():
    several = (
        check_plan.judged(CONTEXT, FOLDER, [], ExitCode.FINE, ""),
        check_plan.nothing_to_judge(FOLDER, SHA, "why"),
        check_plan.stopped(FOLDER, SHA, "why"),
    )

    assert {check.name for check in several} == {"Open Source AI (models)"}


def test_a_run_with_nothing_to_judge_is_neutral_and_takes_no_place():
    check = check_plan.nothing_to_judge(Inputs(), "b" * 40, "the branch was deleted")

    assert (check.sha, check.conclusion, check.fills) == ("b" * 40, "neutral", True)
    assert check.title == "Nothing to judge: the branch was deleted"
    assert check.summary == f"{check.title}."


def test_a_run_that_stopped_has_failed_and_says_why():
    check = check_plan.stopped(Inputs(), SHA, "there is no folder <b>")

    assert (check.conclusion, check.title, check.fills) == ("failure", "Not judged", False)
    assert check.summary == "No declaration was judged: there is no folder &#60;b&#62;."
