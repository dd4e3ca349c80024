# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What changes in the declaration of a model when something else is built on that model."""

import itertools

import pytest

from osaid_action.assessment.lent import as_lent
from osaid_action.model import Origin, Statement
from osaid_action.validation.loader import load
from tests.made import whole

GATED = {
    "code.training.access": "gated",
    "data.sources.0.access": "approval",
    "parameters.weights.access": "gated",
    "parameters.weights.license_file": "TERMS",
    "parameters.weights.further_terms": "https://x.y/policy",
}
PERMISSION = Statement(("built_on", 0, "permission"), location="https://x.y/letter")


def of(producer, changes=None):
    """A declaration by its producer."""
    return load(whole({"system.producer": producer, **(changes or {})}))


def parent(relation="finetune", **entry):
    based = {"built_on": [{"name": "Base", "relation": relation}]}
    return load(whole(based)).built_on[0]._replace(**entry)


def accesses(declaration):
    parts = [part for one in declaration.components.values() for part in one.parts]
    return {entry.access for entry in (*parts, *declaration.source_list)}


@pytest.mark.parametrize("relation", ["finetune", "merge", "quantized"])
def test_where_weights_are_taken_on_access_counts_as_open(relation):
    assert accesses(as_lent(of("A", GATED), parent(relation), of("A"))) == {"open"}


@pytest.mark.parametrize("relation", ["included", "adapter"])
def test_what_is_needed_to_run_is_as_its_own_declaration_says(relation):
    theirs = of("A", GATED)

    assert as_lent(theirs, parent(relation, permission=PERMISSION), of("A")) == theirs


@pytest.mark.parametrize("is_permitted", [True, False])
def test_a_permission_takes_the_place_of_the_terms_of_the_weights_alone(is_permitted):
    theirs = of("A", GATED)
    entry = parent(permission=PERMISSION if is_permitted else None)
    lent = as_lent(theirs, entry, of("A"))
    (weights,) = lent.components["parameters.weights"].parts
    (training,) = lent.components["code.training"].parts

    assert (weights.asserted_free is not None) is is_permitted
    assert (weights.license, weights.license_files, len(weights.further_terms)) == (
        ("", (), 0) if is_permitted else ("Apache-2.0", ("TERMS",), 1)
    )
    assert training.asserted_free is None


@pytest.mark.parametrize(
    ("theirs", "ours", "source", "role"),
    [
        ("A", "B", "", "third-party"),
        ("A", "B", "https://x.y/original", ""),
        ("A", " a ", "", ""),
        ("A", None, "", "third-party"),  # a name left out is nobody's own
        (None, "B", "", "third-party"),
        (None, None, "", ""),
    ],
)
def test_a_file_beside_ours_about_a_model_of_others_is_a_third_partys(theirs, ours, source, role):
    for relation in ("finetune", "included"):
        assert as_lent(of(theirs), parent(relation, source=Origin(source)), of(ours)).role == role


def test_nothing_else_is_changed():
    theirs = of("A")

    for relation, source in itertools.product(["finetune", "included"], ["", "x"]):
        assert as_lent(theirs, parent(relation, source=Origin(source)), of("A")) == theirs


@pytest.mark.parametrize(
    ("location", "names", "role"),
    [
        ("https://huggingface.co/meta-llama/Llama-4", ("", ""), "third-party"),
        ("https://codeberg.org/another/base", ("", ""), "third-party"),
        ("https://huggingface.co/lab/base", ("", ""), ""),  # the owner of git.example.org/lab
        ("", ("", ""), ""),
        ("https://huggingface.co/meta-llama/Llama-4", ("A", "A"), ""),
        ("https://huggingface.co/lab/base", ("A", ""), "third-party"),
    ],
)
def test_whose_a_base_is_is_told_by_names_or_by_its_place(location, names, role):
    ours, theirs = (of(one) for one in names)

    assert as_lent(theirs, parent(location=location), ours).role == role
