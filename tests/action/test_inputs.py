# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Inputs: one spelling each; those that are refused are shown, as much of them as it takes."""

import re

import pytest

from osaid_action.action.inputs import NAMES, Inputs, from_environ, variable


@pytest.mark.parametrize(
    ("value", "shown"),
    [("x" * 80, "x" * 80), ("x" * 81, "x" * 79 + "…"), ("x" * 20_000, "x" * 79 + "…")],
    ids=["short enough", "too long", "much too long"],
)
def test_a_value_is_shown_in_eighty_characters(value, shown):
    _, refused = from_environ({variable("comment"): value})

    assert refused.startswith(f"the input comment is '{shown}'; write one of")


@pytest.mark.parametrize("name", ["report-file", "badge-directory"])
@pytest.mark.parametrize("place", ["/runner/temp/x", "C:/runner/temp/x"])
def test_what_is_written_may_lie_elsewhere(name, place):
    assert place in from_environ({variable(name): place})[0]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("comment", "yes", "auto, always, never"),
        ("comment", "Always", "auto, always, never"),
        ("if-missing", "fail", "error, warn, ignore"),
        ("check-run", "True", "true, false"),
        ("online", "1", "true, false"),
        ("require", "everything", "use, study, modify, share, or osaid"),
        ("path", "a\n../b", "may not leave"),
        ("path", "/etc", "relative to the workspace"),
        ("path", "a\\b", "write /"),
        ("path", "a\x1b[2J", "characters"),
        ("working-directory", "a/../..", "may not leave"),
        ("working-directory", "C:/x", "relative to the workspace"),
        ("report-file", "../x", "may not leave"),
        ("badge-directory", "a/../b", "may not leave"),
    ],
)
def test_a_value_that_is_not_allowed_is_refused_with_those_that_are(name, value, told):
    inputs, refused = from_environ({variable(name): value})

    assert re.match(f"the input {name} is .*{re.escape(told)}", refused)
    assert inputs == Inputs()


@pytest.mark.parametrize(
    ("name", "value", "field", "read"),
    [
        ("path", " a \n\n b/*.yaml\n", "path", ("a", "b/*.yaml")),
        ("require", "share,use", "require", ("use", "share")),
        ("require", "all", "require", ("osaid",)),
        ("comment", "never", "comment", "never"),
        ("summary", "false", "summary", False),
        ("report-file", "/tmp/x.json", "report_file", "/tmp/x.json"),  # noqa: S108
    ],
)
def test_a_value_is_read(name, value, field, read):
    inputs, refused = from_environ({variable(name): value})

    assert (getattr(inputs, field), refused) == (read, "")


def test_the_first_that_is_refused_is_told_and_the_others_are_read():
    given = {"comment": "yes", "require": "everything", "check-run": "true", "path": "a"}

    inputs, refused = from_environ({variable(name): value for name, value in given.items()})

    assert inputs == Inputs(path=("a",), check_run=True)
    assert refused.startswith("the input require is 'everything'")


def test_there_is_one_list_of_inputs():
    assert {name.replace("-", "_") for name in NAMES} == set(Inputs._fields)
