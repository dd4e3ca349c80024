# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The words that are explained: whole, one for every closed value, with YAML that is right."""

import pytest

from osaid_action.check import check
from osaid_action.definition.freedoms import LABELS
from osaid_action.definition.rules.registry import RULES
from osaid_action.definition.words import KINDS, folded, named, words
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.validation.schema_keys import keys
from tests.made import rules

HEAD = 'open_ai_system: "1.0"\nsystem: {name: Heron 1B}\n'


def report_on(yaml):
    return check((HEAD + yaml).encode(), "OPEN_AI_SYSTEM.yaml")


@pytest.mark.parametrize("word", words(), ids=lambda w: f"{w.kind}:{w.id}")
def test_a_word_is_whole(word):
    assert word.kind in KINDS
    assert word.text.endswith((".", "”.", "`."))
    assert not word.rule or word.rule in RULES
    assert not word.wrong or (word.rule and word.right)


@pytest.mark.parametrize(
    "word", [word for word in words() if word.right], ids=lambda w: f"{w.kind}:{w.id}"
)
def test_the_yaml_of_a_word_is_right_and_the_other_one_calls_for_its_rule(word):
    right, wrong = report_on(word.right), report_on(word.wrong)

    assert right.valid
    assert word.rule not in rules(right, "error", "warning", "note")
    assert word.rule in rules(wrong, "error", "warning", "note")


def test_every_closed_list_of_the_file_is_explained_word_by_word():
    lists = {
        kind: {value for key in keys() if key.name == kind for value in key.values}
        for kind in ("availability", "access", "relation")
    } | {"label": {*LABELS}}

    for kind, values in lists.items():
        assert {word.id for word in words() if word.kind == kind} == values


@pytest.mark.parametrize("text", ["Third Party", "third-party", "third_party", " third  party "])
def test_a_word_is_found_in_any_spelling(text):
    (word,) = named(text)

    assert word.id == "third party"


def test_one_word_may_mean_two_things():
    assert [word.kind for word in named("open")] == ["availability", "access"]
    assert named("nothing of the kind") == ()


def known_license(name):
    try:
        return any(one.name or one.source != "unknown" for one in terms(name).licenses)
    except ExpressionError:
        return False


def test_no_word_hides_a_license_or_a_rule():
    names = [name for word in words() for name in (word.id, *word.also)]

    hidden = {name for name in names if known_license(name)}
    assert hidden == {"NONE", "none"}  # in reports and in SPDX: no license
    assert not {folded(name) for name in names} & {folded(rule) for rule in RULES}
