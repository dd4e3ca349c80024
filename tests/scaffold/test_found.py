# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a rule gives: each place once, the sure before the guessed."""

from osaid_action.scaffold.found import as_guesses, claim, first_claim, guess, unique


def test_a_claim_takes_the_place_of_a_guess_of_the_same():
    assert unique([guess("a", "x"), claim("a", "y"), guess("b", "z")]) == (
        claim("a", "y"),
        guess("b", "z"),
    )


def test_of_one_value_the_first_claim_stands_alone():
    assert first_claim([guess("a", "x"), claim("b", "y"), claim("c", "z")]) == (claim("b", "y"),)
    assert first_claim([guess("a", "x"), guess("b", "y")]) == (guess("a", "x"), guess("b", "y"))


def test_a_mapping_is_known_by_its_location_or_name():
    assert claim({"name": "a", "location": "b"}, "x").location == "b"
    assert claim({"name": "a"}, "x").location == "a"


def test_nothing_sure_remains():
    assert as_guesses([claim("a", "x")]) == (guess("a", "x"),)
