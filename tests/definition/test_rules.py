# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The rules: whole, of one form, and each under its id once."""

import re

import pytest

from osaid_action.definition.requirements import BY_ID, REQUIREMENTS
from osaid_action.definition.rules import components, evidence, form, terms
from osaid_action.definition.rules.components import CARRIED, MISSING, NOT_APPLICABLE_REFUSED
from osaid_action.definition.rules.examples import example
from osaid_action.definition.rules.registry import RULES
from osaid_action.model import ERROR, NOTE, WARNING, Rule


def test_no_rule_is_hidden_by_another_of_its_id():
    written = {
        one
        for module in (components, evidence, form, terms)
        for value in vars(module).values()
        for one in (value.values() if isinstance(value, dict) else [value])
        if isinstance(one, Rule)
    }

    assert len(written) == len({rule.id for rule in written}) == len(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_is_whole(rule):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
    assert rule.severity in (ERROR, WARNING, NOTE)
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    for remedy in (rule.remedy, *(remedy for _, remedy in rule.remedies)):
        assert remedy
        assert not remedy[0].isupper()
        assert not remedy.endswith(".")


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_what_comes_from_the_definition_links_to_it(rule):
    if rule.clause.text.startswith("OSAID"):
        assert rule.clause.url.startswith("https://opensource.org/ai/open-source-ai-definition#")


def test_a_requirement_that_is_not_there_speaks_by_its_own_words():
    assert [(MISSING[one.id].remedy, MISSING[one.id].clause) for one in REQUIREMENTS] == [
        (one.remedy, one.clause) for one in REQUIREMENTS
    ]
    assert BY_ID["lineage"].missing in RULES


def test_a_diagnostic_has_the_usual_remedy_or_that_of_its_cause():
    rule = NOT_APPLICABLE_REFUSED

    assert rule.at(("code",), "no").remedy == rule.remedy
    assert rule.at(("code",), "no", rule.remedy_for(CARRIED)).remedy == rule.remedies[0][1]
    with pytest.raises(KeyError):
        rule.remedy_for("on Sundays")


def test_an_example_is_of_its_rule():
    shown = example(form.REPEATED_KEY)

    assert shown.wrong.count("training:") == 2
    assert shown.right.count("training:") == 1
    assert example(form.NOT_YAML) is None
