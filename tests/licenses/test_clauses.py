# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How clauses are picked and told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.licenses.clauses import KINDS, Clause, effect, one_of_each, told, touching
from osaid_action.model import FREEDOMS, Outcome

CLAUSES = st.lists(
    st.builds(
        Clause,
        st.sampled_from(list(KINDS)),
        st.lists(st.sampled_from(FREEDOMS), unique=True).map(tuple),
        st.sampled_from(["§1", "§2"]),
        st.sampled_from(["a thing", "another", "a third"]),
    ),
    max_size=5,
)


def clause(kind, *freedoms, text="something is said"):
    return Clause(kind, freedoms, "§1", text)


def test_three_clauses_are_told_and_the_others_counted():
    texts = [clause("notice", "use", text=text) for text in ("one", "two", "three", "four", "five")]

    assert told(texts[:2]) == "one; two"
    assert told(texts[:4]) == "one; two; three; and 1 more clause"
    assert told(texts) == "one; two; three; and 2 more clauses"
    assert told([]) == ""


def test_what_is_said_of_fewest_freedoms_is_told_first():
    wide, narrow = clause("revocable", "use", "share", text="wide"), clause("safety", "use")

    assert told([wide, narrow]) == "something is said; wide"


def test_one_of_each_keeps_the_first():
    first, again = clause("notice", "use", text="first"), clause("notice", "use", text="again")
    other = clause("notice", "share", text="other")

    assert one_of_each([first, again, other]) == (first, other)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("noncommercial", Outcome.UNMET),
        ("listed-nonfree", Outcome.UNMET),
        ("naming", Outcome.UNDECIDED),
        ("display", Outcome.UNDECIDED),
        ("notice", Outcome.MET),
        ("copyleft", Outcome.MET),
        ("lawful-use", Outcome.MET),
        ("litigation", Outcome.MET),
    ],
)
def test_a_kind_restricts_leaves_open_or_grants(kind, expected):
    assert effect(clause(kind, "use")) is expected


def test_all_other_kinds_restrict():
    kinder = {kind for kind in KINDS if effect(clause(kind)) is not Outcome.UNMET}

    assert kinder == {"naming", "display", "notice", "copyleft", "lawful-use", "litigation"}


def test_clauses_that_touch_a_freedom_are_picked_in_their_order():
    both, use, share = (
        clause("notice", "use", "share"),
        clause("safety", "use"),
        clause("safety", "share"),
    )

    assert touching([share, both, use], "use") == [both, use]
    assert touching([share, both, use], "study") == []


@given(CLAUSES)
def test_one_of_each_is_some_of_them_with_no_kind_twice_for_the_same_freedoms(clauses):
    kept = one_of_each(clauses)

    assert {(c.kind, c.freedoms) for c in kept} == {(c.kind, c.freedoms) for c in clauses}
    assert len(kept) == len({(c.kind, c.freedoms) for c in kept})
    assert list(kept) == sorted(kept, key=clauses.index)


@given(CLAUSES)
def test_no_clause_is_passed_over_in_silence(clauses):
    texts = told(clauses).split("; ") if clauses else []
    counted = int(texts.pop().split()[1]) if len(clauses) > 3 else 0

    assert len(texts) + counted == len(clauses)
    assert {*texts} <= {c.text for c in clauses}
