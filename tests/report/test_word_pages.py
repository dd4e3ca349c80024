# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The pages of `osaid explain` on words and on keys."""

import json
import re

import pytest

from osaid_action.definition.freedoms import LABELS
from osaid_action.definition.requirements import BY_ID
from osaid_action.definition.rules.examples import Example
from osaid_action.definition.rules.registry import RULES
from osaid_action.definition.words import KINDS, Word, words
from osaid_action.findings import ERROR, EVIDENCE, NOTE, WARNING
from osaid_action.licenses.clauses import KINDS as CLAUSES
from osaid_action.model import FREEDOMS
from osaid_action.report import text
from osaid_action.report.phrases import AS_DECLARED, LABEL_WORDS, OUTCOMES, VERDICTS
from osaid_action.report.rule_pages import explain
from osaid_action.report.word_pages import (
    example_blocks,
    example_titles,
    keys_data,
    keys_page,
    kind_page,
    words_data,
    words_page,
    yaml_block,
)
from osaid_action.validation.schema_keys import Key, keys
from tests.made import GONE, report

WORD = Word("concept", "thing", "What it is.", also=("it",), url="https://x.y")


@pytest.mark.parametrize("word", words(), ids=lambda word: f"{word.kind}-{word.id}")
def test_every_word_has_a_page_that_says_what_kind_it_is(word):
    lines = words_page([word]).splitlines()

    assert lines[:3] == [word.id, KINDS[word.kind], ""]
    assert " ".join(word.text.split()) in " ".join(" ".join(lines).split())
    assert ("the ladder, highest rung first:" in lines) is (word.kind == "label")
    assert (f"more: osaid explain {word.rule}" in lines) is bool(word.rule)
    assert lines[-1].strip()


def test_a_page_in_full():
    assert words_page([WORD]) == f"thing\n{KINDS['concept']}\n\nWhat it is.\n\nhttps://x.y"


def test_a_word_in_two_places_has_both_on_its_page():
    one = words_page([WORD])

    assert words_page([WORD, WORD]) == f"{one}\n\n{one}"


def test_a_label_stands_on_its_ladder_with_the_highest_rung_first():
    lines = words_page([Word("label", LABELS[0], "Nothing.")]).splitlines()
    rungs = lines[lines.index("the ladder, highest rung first:") + 1 :]

    assert [line.split()[-1] for line in rungs if line] == [*reversed(LABELS)]
    assert [line.split()[-1] for line in rungs if "→" in line] == [LABELS[0]]


def test_a_words_own_yaml_goes_before_that_of_its_rule():
    own = Word("concept", "x", "X.", rule="placeholder", wrong="a: 1\n", right="a: 2\n")
    theirs = own._replace(wrong="", right="")

    assert "  a: 1" in words_page([own]).splitlines()
    assert "this falls short:" in words_page([theirs]).splitlines()
    assert "  a: 1" not in words_page([theirs]).splitlines()


def test_words_as_data():
    assert words_data([WORD]) == [{**WORD._asdict(), "also": ["it"]}]


def test_an_example_is_what_is_wrong_and_what_is_right():
    lines = [*example_blocks(Example("a: 1\n\nb: 2\n", "a: 2\n"), "no", "yes")]

    assert lines == ["no:", "", "  a: 1", "", "  b: 2", "", "yes:", "", "  a: 2", ""]
    assert [*yaml_block("t", "")] == ["t:", "", ""]


@pytest.mark.parametrize("key", keys(), ids=lambda key: key.place)
def test_every_key_has_a_page(key):
    lines = keys_page([key]).splitlines()

    assert lines[0] == key.place
    assert ("required there" in lines[1]) is key.required
    assert lines[3:]


KEY = Key("code.training", "Where.", (), (), required=False)


def test_a_key_that_means_the_same_in_places_is_told_once():
    same, other = KEY._replace(place="code.validation"), KEY._replace(description="When.")
    page = keys_page([KEY, other, same])

    assert page.count("Where.") == 1
    assert "a key of the file, and in 1 more place\n" in page
    assert [(one["place"], one["places"]) for one in keys_data([KEY, other, same])] == [
        ("code.training", ["code.training", "code.validation"]),
        ("code.training", ["code.training"]),
    ]


def test_what_a_key_can_be_and_an_example_are_shown():
    page = keys_page([KEY._replace(values=("a", "b"), examples=("x",))])

    assert "it can be: a or b" in page
    assert page.endswith("for example:\n\n  training: x")


def test_only_what_is_an_error_is_called_wrong():
    titles = {rule.severity: set() for rule in RULES.values()}
    for rule in RULES.values():
        titles[rule.severity].add(example_titles(rule))

    assert titles == {
        "error": {("this is wrong", "this is fine")},
        "warning": {("this falls short", "this is fine")},
        "note": {("this falls short", "this is fine")},
    }


@pytest.mark.parametrize("kind", CLAUSES)
def test_every_kind_of_clause_has_a_page(kind):
    lines = kind_page(kind).splitlines()

    assert lines[:3] == [kind, "a kind of clause in a license", ""]
    assert CLAUSES[kind].meaning[1:].split()[0] in lines[3]


# ------------------------------------------------------------------ what reports print

NAMED = {
    "outcomes": [
        word
        for one in OUTCOMES.values()
        for word in (one.requirement, one.answer, one.grant, one.grants, one.verdict)
    ],
    "signs": [sign for one in OUTCOMES.values() for sign in (one.symbol, one.sign, one.picture)],
    "verdicts": [*VERDICTS.values(), AS_DECLARED.strip(", ")],
    "labels": [*LABEL_WORDS, *LABEL_WORDS.values()],
    "evidence": [*EVIDENCE],
    "severities": [ERROR, WARNING, NOTE],
    "parts": [name for one in BY_ID.values() for name in (one.id, one.short, one.name)],
    "freedoms": [*FREEDOMS],
    "kinds of clauses": [*CLAUSES],
    "rules": [*RULES],
    "states": ["absent", "does not apply", "not declared", "not released", "released in part"],
    "access": ["gated", "by approval"],
    "changes": ["gained", "lost", "in doubt", "as before"],
}


@pytest.mark.parametrize("what", NAMED)
def test_every_word_of_a_table_is_explained(what):
    assert [word for word in NAMED[what] if explain(word) is None] == []


REPORTED = (
    {},
    {"code.training": {"not_released": "It is ours."}, "parameters.weights.license": "llama2"},
    {"parameters.weights.access": "approval", "code.libraries": {"not_applicable": "None."}},
    {"built_on": [{"name": "Base", "relation": "finetune"}, {"name": "T", "relation": "teacher"}]},
    {"declared": {"by": "A reader", "role": "third-party"}, "data": GONE},
    {"code.data_processing": {"location": "https://x.y/z", "license": "Own-1.0"}},
)


def told(changes):
    """What a whole report prints, without the lines of its findings, of remedies and of places."""
    home = {**changes, "built_on": changes.get("built_on", [])}
    lines = "".join(text.render([report(home)], text.Style(notes=True))).splitlines()
    start = lines.index(next(line for line in lines if line.startswith("OSAID 1.0 asks for")))
    return [line for line in lines[start:] if not line.startswith(("  → ", "    at "))]


@pytest.mark.parametrize("changes", REPORTED, ids=str)
def test_the_words_that_a_whole_report_prints_as_terms_are_explained(changes):
    lines = told(changes)
    heads = [line for line in lines if not line.startswith("  ")]
    counted = r"(?<![.\d])\d+ (not met|cannot tell|(?!of\b)[a-z]+)"
    terms = {word for line in heads for word in re.findall(counted, line)}
    terms |= {word for line in lines for word in re.findall(r"^ +([a-z]+):", line)}
    terms |= {word for line in lines for word in re.findall(r"(label|lends)\b", line)}
    for line in lines:
        if found := re.match(r"  [✓✗?] ([\w ]+) · ([\w ]+)", line):
            terms |= {*found.groups()}

    assert {"part", "parts", "verified", "found"} & terms
    assert [word for word in sorted(terms) if explain(word) is None] == []


@pytest.mark.parametrize("word", ["claim", "remark", "ladder", "evidence", "notice", "built on",
     "attested, not checked", "untracked", "not added", "outcome"])  # fmt: skip
def test_words_that_people_asked_for_are_explained(word):
    assert explain(word)


def test_the_license_that_is_named_by_nobody_is_no_license_of_hugging_face():
    assert explain("NONE").startswith("no license named\n")


def test_what_to_do_in_a_case_reads_as_a_title():
    titles = [
        line
        for rule in RULES.values()
        for line in explain(rule.id).splitlines()
        if line.startswith("what to do ")
    ]

    assert "what to do (git does not have it):" in titles
    assert [one for one in titles if not re.match(r"what to do (when |\(.*\):)", one)] == []


def test_a_word_that_is_a_key_as_well_has_both_pages():
    page, data = explain("not released"), json.loads(explain("not_released", as_json=True))

    assert page.index("a word of this project") < page.index("a key of the file")
    assert data[0]["id"] == "not released"
    assert any("places" in one for one in data)
