# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is told of a declaration that is gone: what went with it, whether that fails, what to do."""

import pytest

from osaid_action.comparison import Removed
from osaid_action.report import escape
from osaid_action.report.removed import (
    REMEDY,
    annotations,
    comment,
    farewell,
    markdown,
    message,
    text,
)
from tests.report.heron import NO_TRAINING, WHOLE, report_on

MET, PART, BAD = report_on(WHOLE), report_on(NO_TRAINING), report_on("x: [")
PATH = "a/OPEN_AI_SYSTEM.yaml"
NOTHING = report_on(
    "open_ai_system: '1.0'\nsystem: {name: x}\nparameters: {weights: {not_released: Never.}}\n"
)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (MET, "is gone, and the freedoms to use, study, modify and share with it"),
        (PART, "is gone, and the freedoms to use and share with it"),
        (NOTHING, "is gone; it met no freedom"),
        (BAD, "is gone; it was invalid"),
        (None, "is gone; what it said cannot be read"),
    ],
)
def test_what_went_with_it_is_told(before, said):
    assert message(Removed(PATH, before)) == f"the base's declaration {said}"


@pytest.mark.parametrize(("required", "word"), [(True, "error"), (False, "warning")])
def test_it_is_an_error_where_freedoms_are_required(required, word):
    gone = Removed(PATH, MET)

    line = "".join(text([gone], required=required))
    (one,) = annotations([gone], required=required)

    assert line.startswith(
        f"{PATH}:1:1: {word}: {message(gone)} [declaration-removed]\n  → restore"
    )
    assert (one.level, one.path, one.line) == (word, PATH, 1)
    assert one.message == f"{message(gone)}\n→ {REMEDY}"
    assert ("fails the check" in markdown([gone], required=required)) == required
    assert ("why the check fails" in comment(gone, required=required)) == required


def test_where_nothing_is_gone_nothing_is_said():
    assert markdown([], required=True) == ""
    assert "".join(text([], required=True)) == ""


def test_a_comment_has_its_first_line_and_its_last():
    told = comment(Removed(PATH, PART), sha="a" * 40, marker="<!-- m -->", closing="<!-- c -->")

    first, second, *_, last, end = told.split("\n")
    assert (first, last, end) == ("<!-- m -->", "<!-- c -->", "")
    assert second == "### Declaration removed · this change loses Use and Share"
    assert f"`{PATH}` is gone. At the base: OSAID 1.0 not met" in told
    assert told.count("| yes →&nbsp;**gone** |") == told.count("| no →&nbsp;**gone** |") == 2
    assert "at `aaaaaaa`" in told


def test_a_comment_leads_to_the_run_where_there_is_one():
    link = "\n\n[This run, with the whole report](https://github.example/runs/1)\n\n<sub>"

    assert link in comment(Removed(PATH, PART), run="https://github.example/runs/1")
    assert "This run" not in comment(Removed(PATH, PART))


@pytest.mark.parametrize("before", [None, BAD])
def test_what_could_not_be_told_before_has_no_freedoms(before):
    told = comment(Removed(PATH, before))

    assert "### Declaration removed\n" in told
    assert "| freedom |" not in told


def test_what_was_said_of_what_was_never_at_the_base_is_done_with():
    told = farewell(PATH, sha="a" * 40, marker="<!-- m -->", closing="<!-- c -->")

    assert told.startswith(f"<!-- m -->\n`{PATH}` is not there any more; what was said of it here")
    assert told.endswith("<!-- c -->\n")


@pytest.mark.parametrize("path", ["`@x`\n<!-- c -->/O.yaml", "::error::/O.yaml\r::stop", "\u202ex"])
def test_a_path_starts_nothing(path):
    gone = Removed(path, MET)

    for told in (markdown([gone], required=True), comment(gone), farewell(path)):
        assert "<!-- c -->" not in told.replace("\n\n", "\n").split("\n")
        assert "\r" not in told
        assert "\u202e" not in told
    assert "".join(text([gone], required=True)).count("\n") == 2


@pytest.mark.parametrize(
    ("near", "name"),
    [
        ("open_ai_system.yaml", "open_ai_system.yaml"),
        ("a/b @all/.github/Open-AI-System.yml", "Open-AI-System.yml"),
    ],
)
def test_a_file_that_may_be_it_under_another_name_is_told(near, name):
    gone = Removed(PATH, MET, near)

    said = f"; {name} is there, which nobody looks for: rename it to OPEN_AI_SYSTEM.yaml"
    assert message(gone).endswith(said)
    assert "@all" not in markdown([gone], required=False)
    assert f"{escape.code(near)} is there, which nobody looks for: rename it." in comment(gone)
    assert "rename" not in comment(Removed(PATH, MET)) + message(Removed(PATH, MET))


@pytest.mark.parametrize("named", ["", "#7"])
def test_whose_base_it_was_is_told_where_there_are_several(named):
    head = markdown([Removed(PATH, MET)], required=False, named=named).splitlines()[0]

    assert head == f"### Gone since the base{f' of {named}' if named else ''}"
