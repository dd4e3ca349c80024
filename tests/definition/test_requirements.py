# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The requirements: whole, each found by its id, each in the group of its place in the file."""

import pytest

from osaid_action.definition.requirements import (
    ATTESTED,
    BY_ID,
    GRANTING,
    LINEAGE,
    OSI_APPROVED,
    OWN,
    REQUIREMENTS,
)

EVERY = [*REQUIREMENTS, LINEAGE]


def test_a_requirement_is_found_by_its_id():
    assert list(BY_ID.values()) == EVERY
    assert BY_ID["code.training"].short == "training code"


@pytest.mark.parametrize("requirement", EVERY, ids=lambda x: x.id)
def test_a_requirement_is_whole(requirement):
    assert requirement.group == requirement.id.partition(".")[0]
    assert requirement.clause.text.startswith("OSAID 1.0")
    assert requirement.name.startswith(("the ", "how "))
    assert len(requirement.short) <= len(requirement.name)
    assert not requirement.remedy.endswith(".")


def test_code_needs_an_osi_approved_license_and_all_else_terms_that_grant():
    terms = {
        group: {x.terms for x in EVERY if x.group == group} for group in ("code", "parameters")
    }

    assert terms == {"code": {OSI_APPROVED}, "parameters": {GRANTING}}
    assert {x.terms for x in EVERY if x.group in ("data", "lineage")} == {GRANTING, OWN}


def test_no_two_requirements_speak_by_one_rule():
    assert len({requirement.missing for requirement in EVERY}) == len(EVERY)


def test_what_is_attested_is_a_clause():
    assert [words for words in ATTESTED.values() if not words.startswith("that ")] == []
