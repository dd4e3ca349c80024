# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a report tells of a requirement besides its outcome."""

import pytest

from osaid_action.assessment.requirements import with_details
from osaid_action.findings import Clause, RequirementResult
from osaid_action.model import Outcome
from osaid_action.validation.loader import load
from tests.made import AT_HOME, whole

BASE = {"name": "Base", "relation": "finetune"}


def details(identity, changes=None, evidence=None):
    bare = RequirementResult(identity, "", Outcome.MET, None, (), Clause(), None, ())
    return with_details(bare, load(whole(changes)), evidence or {})


def test_a_part_has_its_place_its_license_and_open_access():
    one = details("code.training")

    assert one.locations == (f"{AT_HOME}/training",)
    assert (one.licenses, one.clauses, one.access, one.sources) == (("Apache-2.0",), (), "open", ())


def test_of_several_parts_each_thing_is_told_once_and_the_least_open_access():
    parts = [
        {"location": "a", "license": "MIT", "access": "approval", "source": "Paper, 2024"},
        {"location": "b", "license": "mit", "access": "gated", "source": "Paper, 2024"},
        {"location": "a", "license": "llama2"},
    ]
    one = details("parameters.weights", {"parameters.weights": parts})

    assert one.locations == ("a", "b")
    assert one.licenses == ("MIT", "llama2")
    assert one.access == "approval"
    assert [origin.where for origin in one.sources] == ["Paper, 2024"]


def test_the_clauses_of_a_license_bear_its_name():
    one = details("parameters.weights", {"parameters.weights.license": "llama2"})

    assert {clause.license for clause in one.clauses} == {"llama2"}
    assert all(clause.kind and clause.text for clause in one.clauses)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({"location": "w"}, "NONE"),
        ({"location": "w", "asserted_free": "https://x.y/free"}, "asserted-free"),
    ],
)
def test_without_a_license_that_is_told(weights, expected):
    assert details("parameters.weights", {"parameters.weights": weights}).licenses == (expected,)


def test_of_data_sets_and_models_those_with_a_license_have_one():
    nameless = {"name": "More", "availability": "public", "location": "https://x.y/z"}
    data = details("data.sources", {"data.sources.1": nameless})
    models = details("lineage", {"built_on": [BASE, {**BASE, "license": "MIT", "access": "api"}]})

    assert data.licenses == ("Apache-2.0",)
    assert len(data.locations) == 2
    assert (models.licenses, models.locations, models.access) == (("MIT",), (), "api")


def test_where_a_no_is_from_is_told():
    no = {"not_applicable": "There is none.", "source": {"location": "a.pdf", "date": "2026"}}
    one = details("code.libraries", {"code.libraries": no})

    assert one.sources == (("a.pdf", "2026"),)
    assert (one.licenses, one.access) == ((), None)
