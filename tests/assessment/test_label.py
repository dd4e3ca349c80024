# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The rung of the ladder that a system stands on: its own, or the lowest that it is lent."""

import pytest

from osaid_action.assessment.label import label
from osaid_action.assessment.lineage import InheritedOutcome, ResolvedParent
from osaid_action.findings import Report
from osaid_action.model import Outcome
from osaid_action.validation.loader import load
from tests.made import GONE, whole

NO = {"not_released": "We keep it."}
NONE = {"not_applicable": "The base has them."}
OPEN_DATA = "open-source-ai-with-open-data"
CODE = ("data_processing", "training", "validation", "libraries", "inference", "architecture")


def rung(changes=None, verdict=Outcome.UNMET, parents=(), lent=()):
    """The label of `whole` with changes, when this is the verdict and these labels are lent."""
    based = [{"name": "Base", **entry} for entry, _ in parents]
    declaration = load(whole({**(changes or {}), **({"built_on": based} if based else {})}))
    resolved = [
        ResolvedParent(
            model, report=Report("x", valid=True, verdict="met", label=of) if of else None
        )
        for model, (_, of) in zip(declaration.built_on, parents, strict=True)
    ]
    return label(
        declaration, {}, verdict, resolved, [InheritedOutcome({}, {}, one) for one in lent]
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ({}, OPEN_DATA),
        ({"availability": "public"}, "open-source-ai"),
        ({"access": "gated"}, "open-source-ai"),
        ({"withdrawn": "2025"}, "open-source-ai"),
        ({"not_released": "No."}, "open-source-ai"),
    ],
)
def test_where_all_is_met_the_data_makes_the_difference(source, expected):
    changes = {f"data.sources.0.{key}": value for key, value in source.items()}

    assert rung(changes, Outcome.MET) == expected


def test_every_data_set_is_asked_for():
    closed = {"name": "x", "availability": "public", "location": "https://x.y"}

    assert rung({"data.sources.1": closed}, Outcome.MET) == "open-source-ai"


FINETUNE, TEACHER = {"relation": "finetune"}, {"relation": "teacher"}


@pytest.mark.parametrize(
    ("changes", "parents", "expected"),
    [
        ({"data.sources": GONE}, [], "open-source-ai"),
        ({"data.sources": GONE}, [(TEACHER, OPEN_DATA)], "open-source-ai"),
        ({"data.sources": GONE}, [(FINETUNE, OPEN_DATA)], OPEN_DATA),
        ({"data.sources": GONE}, [(FINETUNE, None)], "open-source-ai"),
        ({}, [(FINETUNE, OPEN_DATA)], OPEN_DATA),
        ({}, [(FINETUNE, "open-source-ai")], "open-source-ai"),
        ({}, [(FINETUNE, OPEN_DATA), (FINETUNE, None)], "open-source-ai"),
        ({}, [(TEACHER, None)], OPEN_DATA),
        ({"data.sources.0.availability": "public"}, [(FINETUNE, OPEN_DATA)], "open-source-ai"),
    ],
)
def test_the_data_of_the_models_that_lend_counts_too(changes, parents, expected):
    assert rung(changes, Outcome.MET, parents) == expected


@pytest.mark.parametrize("verdict", [Outcome.UNMET, Outcome.UNDECIDED])
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "open-weights"),
        ({"code.training": GONE}, "open-weights"),
        ({"data": GONE}, "open-weights"),
        ({"parameters.weights.license": "llama2"}, "weights-available"),
        ({"parameters.weights.license": "Own-1.0"}, "weights-available"),
        ({"parameters.weights.license": GONE}, "weights-available"),
        ({"parameters.weights.access": "gated"}, "weights-available"),
        ({"parameters.weights.further_terms": "https://x.y/policy"}, "weights-available"),
        ({"code.inference": NO}, "weights-available"),
        ({"code.inference.license": "llama2"}, "weights-available"),
        ({"code.inference.access": "approval"}, "weights-available"),
        ({"parameters.weights": NO}, "code-available"),
        ({"parameters.weights": GONE}, "code-available"),
        ({"parameters.weights": NO, "code": GONE}, "closed"),
        ({"parameters.weights": NO, "code": dict.fromkeys(CODE, NO)}, "closed"),
        ({"parameters.weights": NO, "code": {"libraries": NONE}}, "closed"),
    ],
)
def test_what_is_not_met_is_as_open_as_its_weights_and_the_code_that_runs_them(
    verdict, changes, expected
):
    assert rung(changes, verdict) == expected


@pytest.mark.parametrize("name", CODE)
def test_any_code_that_is_there_is_available(name):
    part = {"location": "src/", "settings": "a.yaml"}

    assert rung({"parameters.weights": NO, "code": {name: part}}) == "code-available"


def test_code_that_is_there_in_part_is_not():
    code = {"inference": [{"location": "src/"}, NO]}

    assert rung({"parameters.weights": NO, "code": code}) == "closed"


API = {"relation": "included", "access": "api"}
RUN = {"relation": "included"}


@pytest.mark.parametrize(
    ("weights", "parents", "expected"),
    [
        (NONE, [(API, None)], "code-available"),
        (NONE, [(RUN, None), (API, None)], "code-available"),
        (NONE, [(RUN, None)], "open-weights"),
        (NONE, [(RUN, None), ({**API, "relation": "teacher"}, None)], "open-weights"),
        ("w.bin", [(API, None)], "weights-available"),
    ],
)
def test_what_can_only_be_called_has_no_weights(weights, parents, expected):
    assert rung({"parameters.weights": weights}, parents=parents) == expected


@pytest.mark.parametrize(
    ("changes", "verdict", "lent", "expected"),
    [
        ({}, Outcome.MET, ["open-source-ai"], "open-source-ai"),
        ({}, Outcome.MET, ["open-source-ai", "weights-available"], "weights-available"),
        ({}, Outcome.UNMET, [OPEN_DATA], "open-weights"),
        ({}, Outcome.UNMET, ["closed"], "closed"),
        ({"parameters.weights": NO}, Outcome.UNMET, ["closed"], "code-available"),
        (
            {"parameters.weights": NO, "code": GONE},
            Outcome.UNMET,
            ["weights-available"],
            "closed",
        ),
        ({"parameters.weights.license": "llama2"}, Outcome.UNMET, ["closed"], "closed"),
    ],
)
def test_a_label_is_no_higher_than_what_is_lent(changes, verdict, lent, expected):
    assert rung(changes, verdict, lent=lent) == expected


def test_without_weights_of_its_own_a_system_is_labeled_by_what_is_lent():
    parents = [(API, None)]
    changes = {"parameters.weights": NONE}

    assert rung(changes, parents=parents, lent=["closed"]) == "closed"
