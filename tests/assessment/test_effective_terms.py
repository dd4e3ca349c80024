# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The license that applies to an entry is the same wherever a report speaks of it."""

import re

import pytest

from osaid_action.assessment.effective_terms import default_for, doubted, effective_terms
from osaid_action.evidence.observation import CONTRADICTED, VERIFIED, Observation
from osaid_action.license_text import template
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import DOUBTED_ASSERTION, FREE_BY_ASSERTION, NO_LICENSE
from osaid_action.validation.loader import load
from tests.made import AT_HOME, ELSEWHERE, report, requirement, rules, whole

NC = template.text("CC-BY-NC-4.0")
MIT_FILE = {"license": "MIT", "license_file": "TERMS"}


def applied(changes, entry, evidence=None):
    """The terms of an entry of `whole`, with ``changes``."""
    declaration = load(whole(changes))
    return effective_terms(entry(declaration), declaration, evidence or {}).expression


def part(component):
    return lambda declaration: declaration.components[component].parts[0]


def source(declaration):
    return declaration.source_list[0]


def model(declaration):
    return declaration.built_on[0]


INFERENCE, WEIGHTS = part("code.inference"), part("parameters.weights")
BASE = {"built_on": [{"name": "Base", "relation": "finetune"}]}


@pytest.mark.parametrize(
    ("changes", "entry", "expected"),
    [
        ({}, INFERENCE, "Apache-2.0"),
        ({"code.inference.license": "MIT"}, INFERENCE, "MIT"),
        ({"code.inference": f"{ELSEWHERE}/x"}, INFERENCE, NO_LICENSE.expression),
        ({"code.inference": f"{AT_HOME}/x"}, INFERENCE, "Apache-2.0"),
        ({"licenses.documents": "CC0-1.0"}, part("data.description.scope"), "CC0-1.0"),
        ({"parameters.weights": "w.bin"}, WEIGHTS, NO_LICENSE.expression),
        (
            {"parameters.weights": {"location": "w", "asserted_free": "All."}},
            WEIGHTS,
            FREE_BY_ASSERTION.expression,
        ),
        ({"data.sources.0": {"name": "x", "location": "x/"}}, source, NO_LICENSE.expression),
        (BASE, model, NO_LICENSE.expression),
        ({**BASE, "built_on.0.license": "MIT"}, model, "MIT"),
    ],
)
def test_its_own_license_then_the_default_for_what_lies_at_home(changes, entry, expected):
    assert applied(changes, entry) == expected


@pytest.mark.parametrize("entry", [INFERENCE, WEIGHTS, source, model])
def test_what_a_text_shows_comes_first(entry):
    declaration = load(whole({**BASE, "built_on.0.license": "MIT"}))
    path = entry(declaration).path
    shown = Observation(CONTRADICTED, terms=terms("CC-BY-NC-4.0"))

    def with_evidence(observation):
        return effective_terms(entry(declaration), declaration, {path: observation}).expression

    assert with_evidence(shown) == "CC-BY-NC-4.0"
    assert with_evidence(Observation(VERIFIED)) in ("Apache-2.0", "MIT")


def test_the_license_that_is_shown_of_data_is_the_one_that_counts(home):
    changes = {"data.sources.0": {"name": "x", "availability": "open", "location": "d", **MIT_FILE}}
    made = report(changes, home({"d": "x", "TERMS": NC}))

    assert "source-license" in rules(made)
    assert requirement(made, "data.sources").license == "CC-BY-NC-4.0"


@pytest.mark.parametrize(("text", "is_wider"), [(NC, False), (template.text("CC0-1.0"), True)])
def test_weights_are_compared_with_a_base_by_the_terms_that_count(home, text, is_wider):
    weights = {"location": "w", "license": "CC-BY-4.0", "license_file": "TERMS"}
    based = [{"name": "Base", "relation": "finetune", "license": "CC-BY-NC-4.0"}]
    made = report(
        {"parameters.weights": weights, "built_on": based}, home({"w": "x", "TERMS": text})
    )

    assert "license-mismatch" in rules(made)
    assert ("license-wider-than-base" in rules(made)) is is_wider


def test_a_base_lends_what_its_text_grants(home):
    made = report(
        {"built_on": [{"name": "Base", "relation": "finetune", **MIT_FILE}]}, home({"TERMS": NC})
    )

    assert "license-restricts-use" in rules(made)
    assert made.freedoms["use"].outcome.value == "unmet"


FREE = "Everybody may use, study, modify and share these weights."
THIRD = {"declared": {"by": "A critic", "role": "third-party", "date": "2026"}}


@pytest.mark.parametrize(
    ("said", "changes", "source", "expected"),
    [
        (FREE, {}, None, FREE_BY_ASSERTION),
        (FREE, THIRD, None, DOUBTED_ASSERTION),
        (FREE, THIRD, "https://x.y/1", FREE_BY_ASSERTION),
        ("https://x.y/free", THIRD, None, FREE_BY_ASSERTION),
        ("Free.", {}, None, DOUBTED_ASSERTION),
        ("Everybody may use these weights, for research only.", {}, None, DOUBTED_ASSERTION),
        ("not disclosed", {}, None, NO_LICENSE),
        ("TODO", {}, None, NO_LICENSE),
    ],
)
def test_what_a_statement_that_weights_are_free_amounts_to(said, changes, source, expected):
    weights = {"location": "w.bin", "asserted_free": said} | ({"source": source} if source else {})
    declaration = load(whole({**changes, "parameters.weights": weights}))
    (one,) = declaration.components["parameters.weights"].parts
    found = effective_terms(one, declaration, {})

    assert found is expected
    if found is DOUBTED_ASSERTION:
        told = doubted(one, declaration, {})
        assert (told.rule.id, told.path) == (
            "assertion-doubted",
            ("parameters", "weights", "asserted_free"),
        )
        assert not told.message.endswith(": ")


@pytest.mark.parametrize(
    ("license_", "location", "defaults", "expected"),
    [
        ("", "src/", {"code": "MIT"}, "code"),
        ("", f"{AT_HOME}/x", {"code": "MIT"}, "code"),
        ("", f"{ELSEWHERE}/x", {"code": "MIT"}, ""),
        ("", "src/", {"documents": "MIT"}, ""),
        ("ISC", "src/", {"code": "MIT"}, ""),
        ("ISC", f"{ELSEWHERE}/x", {}, ""),
    ],
)
def test_a_default_is_for_what_lies_at_home_without_a_license(
    license_, location, defaults, expected
):
    declaration = load(whole())._replace(licenses=defaults)
    (one,) = declaration.components["code.inference"].parts

    assert default_for(one._replace(license=license_, location=location), declaration) == expected


@pytest.mark.parametrize("word", ["NOASSERTION", "NONE", "UNLICENSED", "other", "unknown"])
def test_a_word_in_place_of_a_license_is_told_as_it_was_written(word):
    made = report({"parameters.weights.license": word})

    told = [f.message for f in made.findings if f.pointer.endswith("/weights/license")]
    assert any(word in re.split(r"[, ]", message)[:3] for message in told)
