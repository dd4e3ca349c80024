# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a comment silences: remarks on its line, and never what an outcome hangs on."""

import pytest

from osaid_action.check import check
from osaid_action.report.text import Style, render
from tests.made import dumped, whole

CHANGES = {
    "parameters.weights.revision": "main",
    "code.libraries": {"not_released": "We keep it."},
}


def told(ignored):
    """The rules that are told, and how many were silenced, with a comment on every line."""
    lines = dumped(whole(CHANGES)).decode().splitlines()
    text = "\n".join(f"{line} # osaid: ignore[{ignored}]" if line.strip() else "" for line in lines)
    report = check(text.encode() if ignored else dumped(whole(CHANGES)), "x.yaml")
    return {one.rule.id for one in report.findings}, report


def test_a_remark_can_be_silenced_and_is_counted():
    before, plain = told("")
    after, report = told("unpinned")

    assert before - after == {"unpinned"}
    assert report.silenced == len(plain.findings) - len(report.findings) > 0
    assert plain.silenced == 0
    assert f"{report.silenced} remark" in "".join(render([report], Style()))


@pytest.mark.parametrize("rule", ["libraries-missing", "no-such-rule"])
def test_a_reason_of_an_outcome_and_other_rules_stay(rule):
    before, plain = told("")
    after, report = told(rule)

    assert after == before
    assert report.silenced == 0
    assert report.verdict == plain.verdict


def test_an_error_stays():
    text = b'open_ai_system: "1.0"\nsystem: {name: x, nmae: y} # osaid: ignore[unknown-key]\n'

    assert [one.rule.id for one in check(text, "x.yaml").findings] == ["unknown-key"]
