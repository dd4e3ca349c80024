# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A check run is written by the first who has something to say, and of several by the worst."""

import pytest

from osaid_action.action import publish
from osaid_action.action.check_run import Check
from osaid_action.action.conclusion import Conclusion
from osaid_action.report.annotations import Annotation

NOTE = Annotation("warning", "a.yaml", 3, 2, "Title", "Message")


@pytest.fixture
def written(monkeypatch):
    """What is written; by a GitHub that refuses ``"no"``."""
    checks = []

    def put(_, check):
        checks.append(check)
        return check != "no"

    monkeypatch.setattr(publish, "put_check", put)
    return checks


def test_the_first_who_speaks_concludes(written, capsys):
    conclusion = Conclusion(lambda: None, wanted=True)

    conclusion.put("one", [NOTE])
    conclusion.put("two", [NOTE])

    assert written == ["one"]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("several", "worst"),
    [
        (("success", "failure", "neutral"), "failure"),
        (("failure", "success"), "failure"),
        (("success", "neutral"), "neutral"),
        (("success", "success"), "success"),
    ],
)
def test_of_several_the_worst_concludes(written, several, worst):
    conclusion = Conclusion(lambda: None, wanted=True)
    *first, last = (Check("Name", "a" * 40, each, f"{n}", "", ()) for n, each in enumerate(several))

    for check in first:
        conclusion.put(check, more=True)
    assert written == []
    conclusion.put(last)

    assert [check.conclusion for check in written] == [worst]
    assert written[0].title == f"{several.index(worst)}"


def test_without_one_nothing_is_written(written):
    Conclusion(lambda: None, wanted=False).put("one")

    assert written == []


def test_what_cannot_be_written_is_told_in_the_log(written, capsys):
    Conclusion(lambda: None, wanted=True).put("no", [NOTE])

    assert written == ["no"]
    assert capsys.readouterr().out.startswith("::warning file=a.yaml,line=3")
