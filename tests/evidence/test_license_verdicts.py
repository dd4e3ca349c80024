# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the verdict on one license file means for the license that is declared."""

import pytest

from osaid_action.evidence.license_verdicts import of_one
from osaid_action.evidence.observation import CONTRADICTED, DECLARED, VERIFIED
from osaid_action.license_text.differences import Difference
from osaid_action.license_text.verify import Quote, TextVerdict
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import NO_LICENSE

WHERE = ("licenses", "code")
QUOTE = Quote("Not for war.", 7)


def seen(verdict, declared="MIT"):
    return of_one("LICENSE", verdict, declared, terms(declared, text_shown=True), WHERE)


def told(one):
    """The rule that spoke and its message; every one stands where the license is named."""
    assert {diagnostic.path for diagnostic in one.diagnostics} <= {WHERE}
    return [(diagnostic.rule.id, diagnostic.message) for diagnostic in one.diagnostics]


def outcomes(one):
    return one.terms and {grant.outcome.value for grant in one.terms.grants.values()}


def test_an_unchanged_copy_needs_no_verdict():
    one = seen(None)

    assert (one.status, one.notes, one.terms) == (VERIFIED, ("LICENSE is the text of MIT",), None)
    assert told(one) == []


@pytest.mark.parametrize(("count", "more"), [(0, ""), (1, ""), (3, ""), (5, " and 2 more")])
def test_the_holders_of_a_verified_text_are_quoted_and_attested(count, more):
    holders = tuple(f"(c) 20{number:02} X" for number in range(count))
    one = seen(TextVerdict("verified", "MIT", holders))

    assert one.status is VERIFIED
    assert one.notes[0].count("“") == min(count, 3)
    assert one.notes[0].endswith(more or ("”" if count else "MIT"))
    assert [held.path for held in one.held_by] == ([WHERE] if count else [])
    assert all(held.lines.count("“") == count for held in one.held_by)


def test_a_sample_that_is_not_filled_in_is_no_holder():
    sample, somebody = "Copyright (c) <year> <copyright holders>", "(c) 2026 X"
    both, alone = (
        seen(TextVerdict("verified", "MIT", holders)) for holders in ((sample, somebody), (sample,))
    )

    assert [held.lines for held in both.held_by] == ["LICENSE: “(c) 2026 X”"]
    assert (alone.held_by, alone.notes) == ((), ("LICENSE is the text of MIT",))


def test_very_many_holders_are_not_all_listed():
    one = seen(TextVerdict("verified", "MIT", tuple(map(str, range(1000)))))

    assert one.held_by[0].lines.endswith("“59” and 940 more")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("added", "adds “for good” to"),
        ("removed", "leaves “for good” out of"),
        ("changed", "says “for good” instead of “as is” in"),
    ],
)
def test_a_text_that_was_changed_is_no_license(kind, words):
    change = Difference(kind, "for good", "as is", 9)
    one = seen(TextVerdict("contradicted", "MIT", differences=(change, change)))

    message = f"LICENSE:9 {words} the text of MIT, and 1 more: it is another license then"
    assert told(one) == [("license-altered", message)]
    assert (one.status, one.terms) == (CONTRADICTED, NO_LICENSE)


@pytest.mark.parametrize(
    ("license_", "message"),
    [
        (
            "MIT",
            "LICENSE:7 adds “Not for war.” to the text of MIT: it is another license then",
        ),
        (None, "LICENSE:7 says “Not for war.”, and is not the text of MIT"),
    ],
)
def test_a_sentence_that_limits_makes_another_license(license_, message):
    one = seen(TextVerdict("contradicted", license_, quotes=(QUOTE,), limited=True))

    assert told(one) == [("license-altered", message)]
    assert one.terms is NO_LICENSE


@pytest.mark.parametrize(
    ("titled", "message"),
    [
        (None, "LICENSE is the text of CC-BY-NC-4.0, not of MIT"),
        ("CC-BY-NC-4.0", "LICENSE is titled as CC-BY-NC-4.0, not MIT"),
    ],
)
def test_the_text_of_another_license_has_that_licenses_terms(titled, message):
    one = seen(TextVerdict("contradicted", instead="CC-BY-NC-4.0", titled=titled))

    assert told(one) == [("license-mismatch", message)]
    assert one.status is CONTRADICTED
    assert one.terms.expression == "CC-BY-NC-4.0"
    assert "unmet" in outcomes(one)
    assert one.diagnostics[0].remedy.endswith("or put the text of MIT there")


def test_of_a_label_the_text_is_not_asked_for():
    one = seen(TextVerdict("contradicted", instead="MIT"), "proprietary")

    assert told(one) == [("license-mismatch", "LICENSE is the text of MIT, not of proprietary")]
    assert one.diagnostics[0].remedy == "declare MIT"


def test_words_beside_another_text_leave_its_terms_undecided():
    one = seen(TextVerdict("contradicted", instead="ISC", quotes=(QUOTE,)))

    assert "undecided" in outcomes(one)


def test_who_declares_what_we_do_not_know_is_not_asked_for_its_text():
    one = seen(TextVerdict("contradicted", instead="MIT"), "LicenseRef-Own")

    assert one.diagnostics[0].remedy == "declare MIT"


@pytest.mark.parametrize(
    ("others", "ending"), [((), "text of MIT"), (("ISC",), "and holds the text of ISC")]
)
def test_other_words_around_the_text_are_quoted_and_leave_it_open(others, ending):
    verdict = TextVerdict("declared", "MIT", ("(c) X",), (QUOTE, QUOTE), others=others)
    one = seen(verdict)

    ((rule, message),) = told(one)
    assert rule == "license-noted"
    assert message.startswith("LICENSE:7 says “Not for war.” and 1 more beside")
    assert message.endswith(ending)
    assert (one.status, len(one.held_by)) == (DECLARED, 1)
    assert "undecided" in outcomes(one)


@pytest.mark.parametrize(
    ("declared", "rule", "is_open"),
    [
        ("MIT", "license-text-missing", True),
        ("LicenseRef-Own", "license-text-unknown", False),
        ("MIT AND LicenseRef-Own", "license-text-unknown", False),
    ],
)
def test_what_is_not_the_text_counts_against_a_license_whose_text_we_hold(declared, rule, is_open):
    one = seen(TextVerdict("declared"), declared)

    assert [name for name, _ in told(one)] == [rule]
    assert (one.status, one.notes) == (DECLARED, ("LICENSE is there",))
    assert (one.terms is not None) is is_open


def test_a_title_is_told_where_the_text_is_unknown():
    one = seen(TextVerdict("declared", titled="Llama 2"), "LicenseRef-Own")

    assert told(one)[0][1].endswith("though it is titled as Llama 2")


EXCEPTED = terms("GPL-3.0-only WITH GCC-exception-3.1", text_shown=True)


def test_an_exception_counts_as_its_base():
    verdict = TextVerdict("verified", "GPL-3.0-only")

    assert of_one("LICENSE", verdict, "GPL-3.0-only", EXCEPTED, WHERE).status is VERIFIED


def test_other_words_may_be_the_exception():
    verdict = TextVerdict("declared", "GPL-3.0-only", quotes=(QUOTE,))

    one = of_one("LICENSE", verdict, "GPL-3.0-only", EXCEPTED, WHERE)

    assert (one.status, one.terms) == (DECLARED, None)
    assert [rule for rule, _ in told(one)] == ["license-text-unknown"]


def test_another_license_has_no_part_in_the_exception():
    mixed = terms("LGPL-3.0-only WITH GCC-exception-3.1 AND GPL-3.0-only", text_shown=True)
    verdict = TextVerdict("declared", "GPL-3.0-only", quotes=(QUOTE,))

    one = of_one("LICENSE", verdict, "GPL-3.0-only", mixed, WHERE)

    assert [rule for rule, _ in told(one)] == ["license-noted"]
    assert "undecided" in outcomes(one)


def test_no_text_of_the_base_shows_nothing_of_an_exception():
    one = of_one("LICENSE", TextVerdict("declared"), "GPL-3.0-only", EXCEPTED, WHERE)

    assert [rule for rule, _ in told(one)] == ["license-text-missing"]
    assert "undecided" in outcomes(one)
