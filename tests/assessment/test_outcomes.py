# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The outcome of a component, gathered reason by reason."""

import itertools

import pytest

from osaid_action.assessment.outcomes import REQUIREMENT, OutcomeBuilder, is_unpinned
from osaid_action.definition.rules.components import ACCESS, THIRD_PARTY_WORD
from osaid_action.evidence.observation import CONTRADICTED, DECLARED, VERIFIED, Observation
from osaid_action.model import Component, Outcome, Part

MET, UNDECIDED, UNMET = Outcome.MET, Outcome.UNDECIDED, Outcome.UNMET
INFERENCE = Component("code.inference", ("code", "inference"), "present")
DOUBT = THIRD_PARTY_WORD.at(INFERENCE.path, "in doubt")
GATE = ACCESS["gated"].at(INFERENCE.path, "gated")


def test_what_nobody_spoke_against_is_met():
    made = OutcomeBuilder().build(INFERENCE, [])

    assert (made.id, made.path) == (INFERENCE.id, INFERENCE.path)
    assert made.outcomes == {"use": MET, "study": MET, "share": MET, REQUIREMENT: MET}
    assert made.reasons == dict.fromkeys(made.outcomes, ())
    assert (made.remarks, made.notes) == ((), ())


@pytest.mark.parametrize("order", [[DOUBT, GATE], [GATE, DOUBT]])
def test_the_worst_counts_and_all_reasons_are_kept_in_order(order):
    builder = OutcomeBuilder()
    for diagnostic in order:
        outcome = UNMET if diagnostic is GATE else UNDECIDED
        builder.add(outcome, diagnostic, "use", REQUIREMENT)
    builder.add(UNDECIDED, DOUBT, "study")
    made = builder.build(INFERENCE, [])

    assert made.outcomes == {"use": UNMET, "study": UNDECIDED, "share": MET, REQUIREMENT: UNMET}
    assert made.reasons["use"] == tuple(order)
    assert made.reasons["study"] == (DOUBT,)


def test_a_reason_and_a_remark_are_told_once():
    builder = OutcomeBuilder()
    for _ in range(2):
        builder.add(UNMET, GATE, "use")
        builder.remarks.append(DOUBT)
    made = builder.build(INFERENCE, [])

    assert (made.reasons["use"], made.remarks) == ((GATE,), (DOUBT,))


def test_a_freedom_that_does_not_need_the_component_is_left_out():
    builder = OutcomeBuilder()
    builder.add(UNMET, GATE, "modify")

    assert "modify" not in builder.build(INFERENCE, []).outcomes


@pytest.mark.parametrize(
    ("observations", "evidence"),
    [
        ([], None),
        ([Observation(DECLARED)], "declared"),
        ([Observation(VERIFIED), Observation(DECLARED)], "declared"),
        ([Observation(VERIFIED), Observation(CONTRADICTED)], "contradicted"),
    ],
)
def test_the_evidence_is_the_worst_of_what_was_seen(observations, evidence):
    assert OutcomeBuilder().build(INFERENCE, observations).evidence == evidence


def test_what_was_seen_is_told():
    seen = [Observation(VERIFIED, notes=("a is there",)), Observation(VERIFIED, notes=("b too",))]

    assert OutcomeBuilder().build(INFERENCE, seen).notes == ("a is there", "b too")


@pytest.mark.parametrize(
    ("location", "revision", "sha256"),
    [*itertools.product(["https://x.y/z", "src/x.py", "pkg:pypi/x", ""], ["", "v1"], ["", "00"])],
)
def test_only_a_url_without_revision_and_hash_is_unpinned(location, revision, sha256):
    part = Part(("code", "inference"), location, revision=revision, sha256=sha256)

    assert is_unpinned(part) is ((location, revision, sha256) == ("https://x.y/z", "", ""))
