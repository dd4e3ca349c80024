# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The pages on rules, requirements and freedoms, for people and as data."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.definition.freedoms import FREEDOM_WORDS, NEEDS
from osaid_action.definition.requirements import BY_ID
from osaid_action.definition.rules.examples import example
from osaid_action.definition.rules.registry import RULES
from osaid_action.report.rule_pages import explain, rules, sentence, unknown
from osaid_action.report.text import WIDTH

FREEDOMS = list(FREEDOM_WORDS)


def flat(page):
    return " ".join(page.split())


@pytest.mark.parametrize("id_", RULES)
def test_the_page_of_a_rule_says_why_and_what_to_do_for_each_cause(id_):
    rule, page = RULES[id_], flat(explain(id_))

    assert page.startswith(f"{id_} {rule.title} {rule.severity}: ")
    for text in (rule.why, sentence(rule.remedy), rule.clause.text, rule.clause.url):
        assert flat(text) in page
    for cause, remedy in rule.remedies:
        told = cause if cause.startswith("when ") else f"({cause})"
        assert f"what to do {told}: {flat(sentence(remedy))}" in page
    assert ("where it comes from:" in page) is bool(rule.clause.text)


@pytest.mark.parametrize("id_", RULES)
def test_the_data_of_a_rule_is_the_same(id_):
    rule, data = RULES[id_], json.loads(explain(id_, as_json=True))

    assert (data["id"], data["severity"], data["title"]) == (id_, rule.severity, rule.title)
    assert (data["why"], data["clause"], data["url"]) == (
        rule.why,
        rule.clause.text,
        rule.clause.url,
    )
    assert data["remedy"] == sentence(rule.remedy)
    assert [(one["cause"], one["remedy"]) for one in data["remedies"]] == [*rule.remedies]


def test_an_example_that_is_wrong_and_one_that_is_right_can_be_copied():
    shown = json.loads(explain("path-missing", as_json=True))["example"]
    page = explain("path-missing")

    for text in (shown["wrong"], shown["right"]):
        assert "\n".join(f"  {line}".rstrip() for line in text.splitlines()) in page
    assert shown["wrong"] != shown["right"]
    assert page.index(shown["wrong"].splitlines()[0]) <= page.index("this is fine:")


@pytest.mark.parametrize("id_", BY_ID)
def test_the_page_of_a_requirement_says_its_clause_its_terms_and_what_needs_it(id_):
    requirement, page = BY_ID[id_], flat(explain(id_))
    data = json.loads(explain(id_, as_json=True))

    assert page.startswith(f"{id_} {requirement.name} the clause: {requirement.clause.text}")
    assert ("needed to: " + ", ".join(NEEDS.get(id_, ("-",))) in page) is (id_ in NEEDS)
    clause = requirement.clause
    assert (data["id"], data["clause"], data["url"]) == (id_, clause.text, clause.url)
    assert data["needed_to"] == [*NEEDS.get(id_, ())]


def test_requirements_differ_in_the_terms_they_ask_for():
    pages = {BY_ID[id_].terms: flat(explain(id_)).partition("its terms: ")[2][:12] for id_ in BY_ID}

    assert len({*pages.values()}) == len(pages) == 3


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_the_page_of_a_freedom_lists_what_it_needs(freedom):
    needed = [id_ for id_, freedoms in NEEDS.items() if freedom in freedoms]
    page, data = explain(freedom), json.loads(explain(freedom, as_json=True))

    assert page.startswith(f"{freedom}\nOSAID 1.0: {FREEDOM_WORDS[freedom]}\n")
    assert [id_ for id_ in BY_ID if f"({id_})" in page] == needed == data["needs"]
    assert (data["id"], data["words"]) == (freedom, FREEDOM_WORDS[freedom])


@pytest.mark.parametrize("what", [*RULES, *BY_ID, *FREEDOMS])
def test_case_and_white_space_around_a_word_do_not_matter(what):
    assert explain(f" {what.upper()}\n") == explain(what)


@pytest.mark.parametrize("what", [*RULES, *BY_ID, *FREEDOMS, "MIT"])
def test_no_line_of_prose_is_wider_than_a_terminal(what):
    lines = explain(what).splitlines()
    shown = example(RULES[what]) if what in RULES else ()
    yaml = {f"  {line}" for text in shown for line in text.splitlines()}

    wide = [line for line in lines if len(line) > WIDTH and line not in yaml]
    assert not [line for line in wide if "http" not in line and line[4:5] != " "]  # but YAML
    assert lines == [line.rstrip() for line in lines]
    assert lines[-1]


@pytest.mark.parametrize("as_json", [True, False])
@pytest.mark.parametrize(
    ("what", "is_known"),
    [
        ("MIT", True),
        ("MIT OR Own-1.0", True),
        ("llama2", True),
        ("no-such-thing-1.0", False),
        ("MIT OR", False),
        ("", False),
    ],
)
def test_a_license_is_told_when_something_is_known_of_it(what, is_known, as_json):
    assert (explain(what, as_json=as_json) is not None) is is_known


def test_the_list_has_every_rule_in_columns_and_as_data():
    rows = [line.split(maxsplit=2) for line in rules().splitlines()]

    assert rows == [[rule.id, rule.severity, rule.title] for rule in RULES.values()]
    starts = {len(re.match(r"(\S+ +)(\S+ +)", line)[0]) for line in rules().splitlines()}
    assert len(starts) == 1
    assert [one["id"] for one in json.loads(rules(as_json=True))] == [*RULES]


@pytest.mark.parametrize(
    ("what", "meant"),
    [
        ("path-mising", "path-missing"),
        ("code.trainin", "code.training"),
        ("Apache-2", "Apache-2.0"),
        ("llama", "llama-1, llama4"),
        ("apache", "Apache-2.0, Apache-1.1 or Apache-1.0?"),
        ("mistral", "mistral-nonproduction-0.1 or mistral-research-0.1?"),
        ("model", "model_card, "),
    ],
)
def test_of_an_unknown_word_the_nearest_are_told(what, meant):
    assert repr(what) in unknown(what)
    assert meant in unknown(what).partition("did you mean ")[2]
    assert "LicenseRef-" not in unknown(what)


def test_a_word_near_nothing_is_only_said_to_be_unknown():
    assert "did you mean" not in unknown("qqqqxxxxzzzz")
    assert unknown(" x" * 500).count("x") <= 45


@pytest.mark.parametrize(
    ("clause", "expected"),
    [("add it", "Add it."), ("add it.", "Add it."), ("`x` is", "`x` is."), ("é", "É.")],
)
def test_a_clause_becomes_a_sentence(clause, expected):
    assert sentence(clause) == expected


@given(st.text(max_size=100))
def test_any_word_is_explained_or_unknown(what):
    assert explain(what) or unknown(what)
