# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What terms and access take away, and which way out is named."""

import pytest

from osaid_action.assessment.messages import (
    access_taken,
    clauses_of,
    grants_taken,
)
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import FREE_BY_ASSERTION, NO_LICENSE, display_name
from osaid_action.model import Outcome

WHERE = ("parameters", "weights", "license")


def taken(license_, group="parameters", **options):
    return list(grants_taken(terms(license_, **options), "the weights", WHERE, group))


@pytest.mark.parametrize(
    ("license_", "lost"),
    [
        ("MIT", []),
        ("CC-BY-ND-4.0", ["modify", "share"]),
        ("CC-BY-NC-4.0", ["use", "modify", "share"]),
        ("C-UDA-1.0", ["use", "study", "modify", "share"]),
    ],
)
def test_each_freedom_that_is_restricted_has_its_own_rule(license_, lost):
    found = taken(license_)

    assert [freedom for freedom, _, _ in found] == lost
    assert [one.rule.id for _, one, _ in found] == [f"license-restricts-{one}" for one in lost]
    assert {outcome for *_, outcome in found} <= {Outcome.UNMET}
    assert {one.path for _, one, _ in found} <= {WHERE}


def test_the_clause_that_restricts_is_told():
    ((_, diagnostic, _), *_) = taken("CC-BY-ND-4.0")
    clause = terms("CC-BY-ND-4.0").grants["modify"].clause

    assert clause
    assert diagnostic.message.endswith(f"restricts modify: {clause}")


def test_without_a_clause_none_is_told():
    bare = terms("CC-BY-ND-4.0")
    grants = {freedom: grant._replace(clause="") for freedom, grant in bare.grants.items()}
    ((_, diagnostic, _), *_) = grants_taken(bare._replace(grants=grants), "it", WHERE, "code")

    assert diagnostic.message.endswith("restricts modify")


def test_an_unknown_license_leaves_all_four_open():
    found = taken("Own-1.0")

    assert [freedom for freedom, _, _ in found] == ["use", "study", "modify", "share"]
    assert {outcome for *_, outcome in found} == {Outcome.UNDECIDED}
    assert {one.rule.id for _, one, _ in found} == {"license-unknown"}
    assert len({one for _, one, _ in found}) == 1


@pytest.mark.parametrize(
    ("group", "named", "other"),
    [
        ("data", "`CC-BY-4.0 OR ", "Apache-2.0"),
        ("code", "`MIT OR ", "CC0-1.0"),
        ("parameters", "`Apache-2.0 OR ", "CC0-1.0"),
        ("lineage", "build on a model that grants it", " OR "),
    ],
)
def test_the_way_out_is_one_for_what_it_is(group, named, other):
    remedy = taken("CC-BY-ND-4.0", group)[0][1].remedy

    assert named in remedy
    assert other not in remedy
    assert remedy.endswith("`osaid explain CC-BY-ND-4.0` has the clauses")


@pytest.mark.parametrize(
    ("license_", "is_told"), [("openrail", True), ("CC-BY-NC-4.0", False), ("llama2", False)]
)
def test_of_a_rail_license_it_is_told_where_care_may_be_asked_for(license_, is_told):
    assert ("a model card may ask for care" in taken(license_)[0][1].remedy) is is_told


@pytest.mark.parametrize("word", ["unknown", "none", "proprietary", "noncommercial"])
@pytest.mark.parametrize("group", ["data", "code", "parameters"])
def test_a_word_that_names_no_license_is_no_half_of_a_choice(word, group):
    remedy = taken(word, group)[0][1].remedy

    assert remedy.startswith("release it under ")
    assert remedy.endswith(", and name that license here")
    assert " OR " not in remedy


def test_a_word_for_any_terms_is_named_and_its_text_is_shown():
    remedy = taken("other")[0][1].remedy

    assert "give its text as `license_file`, and its name as `license: LicenseRef-…`" in remedy


def test_a_license_on_no_list_gets_a_name_that_may_stand():
    remedy = taken("custom")[0][1].remedy

    assert "`license: LicenseRef-custom`, with its text as `license_file`" in remedy


def test_how_to_settle_what_is_not_known_depends_on_the_cause():
    causes = {
        name: taken(name, text_shown=shown)[0][1].remedy
        for name, shown in (
            ("Own-1.0", False),
            ("LicenseRef-Own", True),
            ("CC-BY-4.0 AND Own-1.0", False),
        )
    }

    assert causes["Own-1.0"] == causes["CC-BY-4.0 AND Own-1.0"]
    assert causes["LicenseRef-Own"] != causes["Own-1.0"]
    assert "correct the id" in causes["Own-1.0"]
    assert "correct the id" not in causes["LicenseRef-Own"]


@pytest.mark.parametrize(
    ("license_", "shown"),
    [
        ("mit", "MIT"),
        ("llama2", "llama2"),
        ("MIT and llama2", "MIT AND llama2"),
        ("LicenseRef-Own", "LicenseRef-Own"),
        ("Own-1.0", "Own-1.0"),
    ],
)
def test_a_license_is_called_as_people_know_it(license_, shown):
    assert display_name(terms(license_)) == shown


def test_no_license_has_no_name():
    assert display_name(NO_LICENSE) == display_name(FREE_BY_ASSERTION) == ""


def test_a_long_expression_is_cut():
    name = display_name(terms(" OR ".join(["MIT", "Apache-2.0", "CC-BY-4.0"] * 20)))

    assert 60 < len(name) <= 122  # behind a word, with a space and the ellipsis
    assert name.endswith("…")


@pytest.mark.parametrize(("license_", "word"), [("MIT", "MIT"), ("MIT OR ISC", '"MIT OR ISC"')])
def test_an_expression_of_several_words_is_quoted_for_the_shell(license_, word):
    assert clauses_of(terms(license_)) == f"`osaid explain {word}` has the clauses"


@pytest.mark.parametrize(
    ("access", "rule"),
    [("open", None), ("gated", "access-gated"), ("approval", "access-approval"), ("api", None)],
)
def test_access_that_takes_something_away_is_told_where_it_stands(access, rule):
    found = list(access_taken(access, ("code", "training"), "the training code"))

    assert [(one.rule.id, one.path) for one in found] == (
        [(rule, ("code", "training", "access"))] if rule else []
    )
    assert all(one.message.startswith("the training code: ") for one in found)
