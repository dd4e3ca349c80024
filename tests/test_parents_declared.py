# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whoever writes down what is known of a model that theirs is built on loses nothing by it.

A third party's declaration that leaves something out says no more than no declaration, and takes
nothing away of what the entry in `built_on` names.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osaid_action.definition.freedoms import LABELS
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree
from tests.made import AT_HOME, ELSEWHERE, dumped, freedoms, off, report, requirement

BEST_FIRST = [*Outcome]
HEAD = {"open_ai_system": "1.0", "declared": {"role": "third-party"}}
SMALLEST = {**HEAD, "system": {"name": "Base"}}
RELATIONS = ("finetune", "adapter", "merge", "quantized", "included")
LICENSES = ("", "MIT", "CC-BY-4.0", "llama2", "Own-1.0", "LicenseRef-Own")
SAID = {  # what a third party may say of a model that costs nothing to say, weights aside
    "licenses": {"code": "MIT"},
    "data": {"sources": [{"name": "T", "availability": "public", "location": ELSEWHERE}]},
    "code": {"inference": {"location": f"{ELSEWHERE}/run", "license": "MIT"}},
    "documents": {"model_card": f"{ELSEWHERE}/card"},
    "built_on": [],
}
entries = st.fixed_dictionaries(
    {"name": st.just("Base"), "relation": st.sampled_from(RELATIONS)},
    optional={
        "license": st.sampled_from([one for one in LICENSES if one]),
        "access": st.sampled_from(["open", "gated", "api"]),
        "same_licensor": st.booleans(),
        "permission": st.sampled_from([f"{ELSEWHERE}/yes", "They said yes."]),
        "location": st.sampled_from([f"{AT_HOME}/base", f"{ELSEWHERE}/base"]),
        "not_released": st.just("The data."),
    },
)


def on(entry, theirs=None, changes=None):
    """The report on a declaration built on one model, with a file of that model's own."""
    files = {} if theirs is None else {"base.yaml": dumped(theirs)}
    entry = entry if theirs is None else {**entry, "declaration": "base.yaml"}
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        home = DeclarationFile(DiskTree(folder), "OPEN_AI_SYSTEM.yaml", "")
        return report({**(changes or {}), "built_on": [entry]}, home)


def worse(before, after):
    """What is worse in one report than in another: freedoms, lineage, the label."""
    one, two = ({f: made.freedoms[f].outcome for f in FREEDOMS} for made in (before, after))
    one["lineage"], two["lineage"] = (
        requirement(made, "lineage").outcome for made in (before, after)
    )
    lost = [name for name in one if BEST_FIRST.index(two[name]) > BEST_FIRST.index(one[name])]
    return lost + ["label"] * (LABELS.index(after.label) < LABELS.index(before.label))


@settings(max_examples=100, deadline=None)
@given(entries, st.sets(st.sampled_from([*SAID])))
def test_a_declaration_that_says_nothing_of_the_weights_makes_nothing_worse(entry, said):
    theirs = {**SMALLEST, **{key: SAID[key] for key in said}}

    assert worse(on(entry), on(entry, theirs)) == []


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("license_", LICENSES)
def test_the_smallest_file_lends_what_the_entry_alone_lends(relation, license_):
    entry = {"name": "Base", "relation": relation} | ({"license": license_} if license_ else {})
    alone, declared = on(entry), on(entry, SMALLEST)

    assert freedoms(declared) == freedoms(alone)
    assert (off(declared), declared.label) == (off(alone), alone.label)


@pytest.mark.parametrize("relation", RELATIONS)
def test_the_maker_of_another_system_is_a_third_party_whatever_the_file_says(relation):
    theirs = {**SMALLEST, "declared": {"role": "producer"}}
    theirs["system"] = {"name": "Base", "producer": "Somebody else"}
    entry = {"name": "Base", "relation": relation, "license": "MIT"}

    assert freedoms(on(entry, theirs)) == "met undecided undecided met"


def test_the_silence_of_the_maker_counts():
    theirs = {**SMALLEST, "declared": {"role": "producer"}}
    entry = {"name": "Base", "relation": "finetune", "license": "MIT"}

    assert freedoms(on(entry, theirs)) == "met unmet unmet met"
    assert freedoms(on({**entry, "relation": "included"}, theirs)) == "unmet unmet unmet unmet"


@pytest.mark.parametrize("relation", RELATIONS)
def test_weights_and_their_license_settle_use_and_share(relation):
    weights = {"location": f"{ELSEWHERE}/w", "license": "MIT"}
    made = on(
        {"name": "Base", "relation": relation}, {**SMALLEST, "parameters": {"weights": weights}}
    )

    assert freedoms(made) == "met undecided undecided met"
    assert made.label == "open-weights"


@pytest.mark.parametrize("relation", RELATIONS)
def test_weights_without_a_license_have_that_of_the_entry(relation):
    entry = {"name": "Base", "relation": relation, "license": "MIT"}
    theirs = {**SMALLEST, "parameters": {"weights": f"{ELSEWHERE}/w"}}

    assert worse(on(entry), on(entry, theirs)) == []


CONTRADICTING = {
    "a license that restricts": (
        {"parameters": {"weights": {"location": f"{ELSEWHERE}/w", "license": "llama2"}}},
        "unmet undecided unmet unmet",
    ),
    "not released": (
        {"parameters": {"weights": {"not_released": "No."}}},
        "undecided unmet unmet undecided",
    ),
    "code that is kept": (
        {"code": {"training": {"not_released": "It is ours."}}},
        "met unmet unmet met",
    ),
    "a text that says nothing": (
        {"data": {"description": {"scope": {"text": "Not disclosed."}}}},
        "met unmet unmet met",
    ),
}


@pytest.mark.parametrize("name", CONTRADICTING)
def test_what_a_declaration_says_against_a_freedom_counts(name):
    said, lent = CONTRADICTING[name]
    made = on({"name": "Base", "relation": "finetune", "license": "MIT"}, {**SMALLEST, **said})

    assert freedoms(made) == lent


# ------------------------------------------------------------------ what is told


def told(made, rule):
    (found,) = [one for one in made.findings if one.rule.id == rule]
    return found


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_license_is_asked_for_where_it_is_missing_and_settles_use_and_share(relation):
    entry = {"name": "Base", "relation": relation}
    made = on(entry)

    missing = told(made, "base-license-missing")
    assert missing.remedy == "name its `license`: that settles use and share"
    assert {made.freedoms[freedom].reasons for freedom in ("use", "share")} == {(missing.id,)}
    assert missing.id not in made.freedoms["study"].reasons
    named = on({**entry, "license": "MIT"})
    assert freedoms(named) == "met undecided undecided met"
    assert "base-license-missing" not in {one.rule.id for one in named.findings}


@pytest.mark.parametrize("license_", ["", "MIT"])
def test_who_has_no_file_of_the_maker_may_write_one_or_leave_it(license_):
    entry = {"name": "Base", "relation": "finetune"} | ({"license": license_} if license_ else {})
    remedy = told(on(entry), "base-undeclared").remedy

    for words in ("role: third-party", "weights and their license", "from-model-card", "or leave"):
        assert words in remedy


def test_what_a_third_party_leaves_out_may_stay_out():
    silence = told(
        on({"name": "Base", "relation": "finetune", "license": "MIT"}, SMALLEST), "base-undecided"
    )

    assert silence.message == "Base, which it is built on: its declaration does not tell the whole"
    assert "or leave it" in silence.remedy


def test_a_license_missing_behind_a_model_says_whose():
    theirs = {
        **SMALLEST,
        "parameters": {"weights": {"location": f"{ELSEWHERE}/w", "license": "MIT"}},
        "built_on": [{"name": "Egg", "relation": "finetune"}],
    }
    made = on({"name": "Base", "relation": "finetune"}, theirs)

    missing = told(made, "base-license-missing")
    assert missing.message == "Egg, which Base is made from: no license of its weights is named"
    assert missing.remedy == "name its `license` in base.yaml: that settles use and share"
    assert freedoms(made) == "undecided undecided undecided undecided"
