# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What changed is told in the same words at a terminal and in a comment."""

import re

import pytest

from osaid_action.comparison import compare
from osaid_action.report import markdown
from osaid_action.report.changes import AS_BEFORE, changed, effect, render
from osaid_action.report.phrases import clean
from osaid_action.text import join_words
from tests.made import GONE, report
from tests.report.heron import (
    LESS,
    MISSPELT,
    NO_TRAINING,
    UNKNOWN_LICENSE,
    WHOLE,
    change_from,
    report_on,
)

NO_LICENSE = WHOLE.replace("    license: Apache-2.0\n", "")
STEPS = [
    (WHOLE, WHOLE),
    (WHOLE, NO_TRAINING),
    (NO_TRAINING, WHOLE),
    (WHOLE, LESS),
    (WHOLE, NO_LICENSE),
    (NO_LICENSE, UNKNOWN_LICENSE),
    (UNKNOWN_LICENSE, NO_LICENSE),
    (None, WHOLE),
    (WHOLE, MISSPELT),
    (MISSPELT, WHOLE),
    (MISSPELT, MISSPELT),
]


def at_a_terminal(change):
    return "".join(render({"f.yaml": change}, "main"))


def plain(text):
    """A text without what Markdown adds: marks, entities, links."""
    return re.sub(r"[*`]|\(http\S+\)", "", text).replace("&#45;", "-")


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_a_comment_and_a_terminal_tell_the_same(before, after):
    change = change_from(before, after)

    told = at_a_terminal(change)
    comment = plain(markdown.comment(report_on(after), change))
    for name, turns in changed(change, clean):
        assert f"  {name}: {'; '.join(turns)}\n" in told
        assert f"- {name}: {' · '.join(turns)}\n" in comment
    assert effect(change, join_words).removeprefix("this change ") in told
    assert effect(change) in comment


def test_a_freedom_that_stays_out_of_reach_but_differs_is_not_as_before():
    gone = {"parameters.weights.access": "gated", "parameters.weights.license": GONE}
    unknown = {
        **gone,
        "parameters.weights.license": "LicenseRef-Own",
        "parameters.weights.license_file": "x",
    }
    change = compare(report(gone), report(unknown))

    assert [one.id for one in change.freedoms] == ["modify", "share"]
    assert effect(change) == "this change turns Modify and Share from no to cannot tell"
    back = compare(report(unknown), report(gone))
    assert effect(back) == "this change turns Modify and Share from cannot tell to no"
    assert AS_BEFORE not in at_a_terminal(change)
    assert AS_BEFORE not in markdown.one_liner(report(unknown), change)


def test_a_license_that_was_not_named_is_called_so_in_both():
    change = change_from(NO_LICENSE, WHOLE)

    line = "license none named → Apache-2.0"
    assert line in at_a_terminal(change)
    assert line in plain(markdown.comment(report_on(WHOLE), change))


def test_another_system_and_another_place_are_told():
    change = change_from(WHOLE, WHOLE)._replace(system_before="Egret\x1b", moved_from="a.yaml")

    told = "".join(render({"b.yaml": change}, "main"))

    where = "moved from a.yaml; another system by its name, "
    assert f"b.yaml: the freedoms are as before; {where}{clean('Egret' + chr(27))} before\n" in told


def test_nothing_is_told_where_nothing_was_compared():
    assert effect(None) == ""
    assert list(changed(None, clean)) == []
    told = at_a_terminal(compare(None, report(), "the base\x1b could not be read"))
    assert (
        told
        == "\nsince main, f.yaml: what changed cannot be told: the base\ufffd could not be read\n"
    )
