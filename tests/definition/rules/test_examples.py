# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""An example is of its rule, and shows what is wrong beside what is right."""

from osaid_action.definition.rules import form
from osaid_action.definition.rules.examples import example
from osaid_action.definition.rules.registry import RULES


def test_an_example_is_of_its_rule():
    shown = example(form.REPEATED_KEY)

    assert shown.wrong.count("training:") == 2
    assert shown.right.count("training:") == 1


def test_every_rule_has_an_example_that_is_mended():
    shown = [example(rule) for rule in RULES.values()]

    assert all(one.wrong != one.right for one in shown)
    assert all(text.endswith("\n") and text.strip() for one in shown for text in one)
