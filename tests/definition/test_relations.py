# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What may be called not applicable, for every requirement and every mix of relations."""

import itertools

import pytest

from osaid_action.definition.relations import DESCRIPTION, may_not_apply
from osaid_action.definition.requirements import REQUIREMENTS

RELATIONS = ("finetune", "adapter", "merge", "quantized", "included")
IDS = [one.id for one in REQUIREMENTS]
ALWAYS = {"data.description.labeling", "code.data_processing", "code.validation", "code.libraries"}
DATA = {*DESCRIPTION, "data.sources"}
MIXES = [frozenset(mix) for number in range(6) for mix in itertools.combinations(RELATIONS, number)]


def excused(relations, not_applicable=frozenset()):
    return {one for one in IDS if may_not_apply(one, relations, not_applicable)}


def expected(relations):
    """The table, row by row, for weights that are there."""
    rows = []
    if relations & {"finetune", "adapter"}:
        rows.append({"code.architecture"})
    if relations & {"merge", "quantized"}:
        rows.append({"code.architecture", *DATA})
    return ALWAYS | (set.intersection(*rows) if rows else set())


@pytest.mark.parametrize("relations", MIXES, ids=lambda mix: "+".join(sorted(mix)) or "none")
def test_what_may_be_not_applicable(relations):
    assert excused(relations) == expected(relations)


@pytest.mark.parametrize("relations", MIXES, ids=lambda mix: "+".join(sorted(mix)) or "none")
def test_without_weights_of_ones_own_the_included_models_carry_the_rest(relations):
    nothing_trained = relations == {"included"}
    carried = DATA | {"code.training", "code.architecture", "parameters.weights"}

    assert excused(relations, frozenset({"parameters.weights"})) == (
        ALWAYS | carried if nothing_trained else expected(relations)
    )


def test_processing_goes_with_the_code_that_did_it():
    found = excused(frozenset(), frozenset({"code.data_processing"}))

    assert found == ALWAYS | {"data.description.processing"}


@pytest.mark.parametrize("relations", MIXES, ids=lambda mix: "+".join(sorted(mix)) or "none")
def test_inference_is_never_not_applicable(relations):
    assert "code.inference" not in excused(relations, frozenset({*IDS}))
