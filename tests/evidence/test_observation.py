# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Several looks at one thing: the worst counts, nothing is lost and nothing is said twice."""

from itertools import permutations, product

import pytest

from osaid_action.evidence.observation import (
    CONTRADICTED,
    DECLARED,
    FOUND,
    VERIFIED,
    EvidenceStatus,
    Observation,
    best,
    merge,
    of_all,
)
from osaid_action.findings import Diagnostic
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import NO_LICENSE
from tests.made import report, requirement

GONE = Diagnostic("url-gone", "x", "y", ("a",))
OTHER = Diagnostic("url-unanswered", "x", "y", ("a",))
MIT = terms("MIT")


@pytest.mark.parametrize("several", [*permutations(EvidenceStatus)])
def test_one_look_that_agrees_verifies_what_is_there_and_of_entries_the_worst_counts(several):
    seen = [Observation(status) for status in several]

    merged = [merge(seen[: length + 1]).status for length in range(4)]

    order = [FOUND, VERIFIED, DECLARED, CONTRADICTED]
    assert merged == [max(several[: length + 1], key=order.index) for length in range(len(several))]
    entries = [of_all(seen[: length + 1]).status for length in range(4)]
    order = [VERIFIED, FOUND, DECLARED, CONTRADICTED]
    assert entries == [max(several[: length + 1], key=order.index) for length in range(4)]
    assert best(seen).status is VERIFIED


LOOKS = (
    Observation(),
    Observation(VERIFIED, ("a is there",)),
    Observation(VERIFIED, ("a is there", "b is there"), (OTHER,)),
    Observation(DECLARED, ("u answers",), (GONE, OTHER)),
    Observation(CONTRADICTED, ("a was read",), (GONE,), terms=MIT),
    Observation(CONTRADICTED, (), (OTHER,), terms=NO_LICENSE, exists=False),
)


@pytest.mark.parametrize("looks", [*product(LOOKS, repeat=3)])
def test_one_by_one_comes_to_the_same_as_all_at_once(looks):
    one, two, three = looks

    assert merge([merge([one, two]), three]) == merge([one, merge([two, three])]) == merge(looks)


def test_each_thing_is_said_once_in_the_order_in_which_it_was_seen():
    merged = merge(LOOKS)

    assert merged.notes == ("a is there", "b is there", "u answers", "a was read")
    assert merged.diagnostics == (OTHER, GONE)


def test_what_a_text_amounts_to_is_kept_and_what_is_gone_stays_gone():
    merged = merge(LOOKS)

    assert merged.terms is NO_LICENSE
    assert not merged.exists


def test_nothing_seen_is_declared():
    assert merge([]) == Observation(DECLARED)


def test_a_file_that_an_entry_names_twice_is_told_once(home):
    settings = {"location": "train.py", "settings": ["run.json", "run.json"]}
    made = report({"code.training": settings}, home({"train.py": "x", "run.json": "{}"}))

    assert requirement(made, "code.training").notes.count("run.json is there") == 1
