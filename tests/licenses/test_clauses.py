# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How clauses are picked and told."""

from osaid_action.licenses.clauses import Clause, one_of_each, told


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
