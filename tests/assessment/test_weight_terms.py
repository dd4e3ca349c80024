# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The terms of weights beside those of the models they were made from, link by link."""

import pytest

from osaid_action.assessment.lineage import ResolvedParent
from osaid_action.assessment.weight_terms import weights_in_turn, wider
from osaid_action.evidence.observation import CONTRADICTED, Observation
from osaid_action.licenses.evaluate import terms
from osaid_action.validation.loader import load
from tests.made import GONE, whole

NONE = {"not_applicable": "The base has them."}
LETTER = {"permission": "https://x.y/letter"}


def model(name="Base", changes=None, parents=(), **entry):
    """A model in `built_on`, with a declaration of its own unless `changes` is None."""
    based = [{"name": name, "relation": "finetune", **entry}]
    declaration = None if changes is None else load(whole(changes))
    return ResolvedParent(
        load(whole({"built_on": based})).built_on[0],
        declaration=declaration,
        parents=tuple(parents),
    )


def chain(resolved):
    return [(found and found.expression, name) for found, name in weights_in_turn(resolved, None)]


LICENSE = "parameters.weights.license"
MIT, LLAMA = {LICENSE: "MIT"}, {LICENSE: "llama2"}


def test_without_a_declaration_nothing_is_known_that_the_entry_does_not_say():
    assert chain(model(changes=None, license="MIT")) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (MIT, ["MIT"]),
        ({LICENSE: "Own-1.0"}, ["Own-1.0"]),
        ({LICENSE: GONE}, [None]),
        ({LICENSE: "LicenseRef-Own"}, [None]),
        ({"parameters.weights": GONE}, [None]),
        ({"parameters.weights": {"not_released": "No."}}, [None]),
        ({"parameters.weights": NONE}, []),
        (
            {"parameters.weights": [{"location": "a", "license": one} for one in ("MIT", "ISC")]},
            ["MIT", "ISC"],
        ),
    ],
)
def test_the_weights_of_a_model_are_under_what_its_declaration_says(changes, expected):
    assert chain(model(changes=changes)) == [(one, "Base") for one in expected]


@pytest.mark.parametrize(
    ("relation", "counts"),
    [
        ("finetune", True),
        ("adapter", True),
        ("merge", True),
        ("quantized", True),
        ("included", False),
        ("teacher", False),
    ],
)
def test_what_weights_were_made_from_counts_and_what_stands_beside_them_does_not(relation, counts):
    inner = model("Inner", relation=relation, license="ISC")

    assert chain(model("Outer", MIT, [inner])) == [
        ("MIT", "Outer"),
        *([("ISC", "Inner")] if counts else []),
    ]


@pytest.mark.parametrize(("relation", "counts"), [("included", True), ("teacher", False)])
def test_without_weights_of_its_own_what_is_included_counts(relation, counts):
    inner = model("Inner", relation=relation, license="ISC")

    assert chain(model("Outer", {"parameters.weights": NONE}, [inner])) == (
        [("ISC", "Inner")] if counts else []
    )


def test_every_link_of_a_chain_is_followed_with_its_own_name():
    last = model("C", {LICENSE: "ISC"})
    middle = model("B", {LICENSE: "CC-BY-4.0"}, [last])

    assert chain(model("A", MIT, [middle])) == [("MIT", "A"), ("CC-BY-4.0", "B"), ("ISC", "C")]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (model("Inner", license="ISC"), [("ISC", "Inner")]),
        (model("Inner"), [(None, "Inner")]),
        (model("Inner", {LICENSE: "ISC"}), [("ISC", "Inner")]),
        (
            model("Inner", {LICENSE: "ISC"}, license="CC0-1.0"),
            [("CC0-1.0", "Inner"), ("ISC", "Inner")],
        ),
        (model("Inner", {LICENSE: "ISC"}, **LETTER), []),
    ],
)
def test_a_link_speaks_by_its_entry_and_by_its_declaration_unless_it_is_permitted(inner, expected):
    assert chain(model("Outer", MIT, [inner])) == [("MIT", "Outer"), *expected]


# ------------------------------------------------------------------ wider than the base


def told(ours, *parents, evidence=None, **changes):
    """Where weights grant more than a model restricts: paths and freedoms."""
    found = wider(parents, load(whole({LICENSE: ours, **changes})), evidence or {})
    return [(one.path, one.message.rpartition(": ")[2]) for one in found]


WHERE = ("parameters", "weights", "license")


@pytest.mark.parametrize(
    ("ours", "parent", "expected"),
    [
        ("MIT", model(license="CC-BY-ND-4.0"), "modify, share"),
        ("MIT", model(license="MIT"), None),
        ("Own-1.0", model(license="llama2"), None),
        ("MIT", model(license="Own-1.0"), None),
        ("MIT", model(), None),
        ("MIT", model(license="llama2", relation="included"), None),
        ("MIT", model(license="llama2", relation="adapter"), "use, modify, share"),
        ("MIT", model(license="llama2", **LETTER), None),
        ("MIT", model(changes=LLAMA), "use, modify, share"),
        ("MIT", model(changes={LICENSE: GONE}), None),
        ("MIT", model(changes=LLAMA, license="MIT"), None),
        ("MIT", model(changes=MIT, license="llama2"), "use, modify, share"),
    ],
)
def test_what_goes_beyond_a_base_is_told(ours, parent, expected):
    assert told(ours, parent) == ([(WHERE, expected)] if expected else [])


def test_of_a_base_the_first_weights_under_known_terms_are_compared():
    parts = [{"location": "a"}, {"location": "b", "license": "llama2"}]

    assert told("MIT", model(changes={"parameters.weights": parts}))


def test_each_license_is_told_of_once_for_each_base():
    parts = [{"location": "w", "license": license_} for license_ in ("MIT", "ISC", "MIT")]
    declaration = load(whole({"parameters.weights": parts}))
    found = wider([model(license="llama2"), model(license="llama2")], declaration, {})

    assert [one.path[2] for one in found] == [0, 1, 0, 1]


def test_the_terms_that_a_text_shows_are_compared():
    seen = {("parameters", "weights"): Observation(CONTRADICTED, terms=terms("CC-BY-NC-4.0"))}

    assert told("MIT", model(license="CC-BY-NC-4.0")) != []
    assert told("MIT", model(license="CC-BY-NC-4.0"), evidence=seen) == []


def test_free_to_all_is_called_so():
    weights = {"location": "w", "asserted_free": "https://x.y/free"}
    declaration = load(whole({"parameters.weights": weights}))
    (found,) = wider([model(license="llama2")], declaration, {})

    assert "free to all" in found.message
