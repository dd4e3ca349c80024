# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""All rules: whole, of one form, and each under its id once."""

import re

import pytest

from osaid_action.definition.rules import components, evidence, form, terms
from osaid_action.definition.rules.registry import RULES
from osaid_action.definition.words import words
from osaid_action.findings import ERROR, NOTE, WARNING, Rule
from osaid_action.report.phrases import OUTCOMES


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


def test_a_rule_is_found_by_its_id():
    assert [id_ for id_, rule in RULES.items() if rule.id != id_] == []
    assert RULES["path-missing"] is evidence.PATH_MISSING


def test_causes_are_told_apart():
    for rule in RULES.values():
        causes = [cause for cause, _ in rule.remedies]
        assert len(causes) == len({*causes})


UNSETTLED = re.compile(r"\b(is|stays?|are|left|leaves?( \w+)?) open\b(?! in substance)")
"""`Open` where a thing is not settled: it reads like a thing that is free to all."""


def test_what_is_not_known_is_never_called_open():
    texts = [f"{rule.title} {rule.why} {rule.remedy} {rule.in_short}" for rule in RULES.values()]
    texts += [one.grants for one in OUTCOMES.values()]
    told = [word.text for word in words() if "click-through" not in word.text]
    told = [text for text in told if "every training data set is open" not in text]

    assert [text for text in (*texts, *told) if UNSETTLED.search(text)] == []
