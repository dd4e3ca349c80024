# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rules on form: a file that readers would read differently is wrong, one unfinished is not."""

from osaid_action.definition.rules import form
from osaid_action.findings import ERROR, NOTE, Rule

RULES = [value for value in vars(form).values() if isinstance(value, Rule)]


def test_all_is_an_error_but_a_placeholder():
    assert {rule.severity for rule in RULES if rule is not form.PLACEHOLDER} == {ERROR}
    assert form.PLACEHOLDER.severity == NOTE


def test_no_freedom_fails_by_the_form_alone():
    assert [rule.id for rule in RULES if rule.in_short] == []
