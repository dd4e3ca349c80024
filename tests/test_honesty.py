# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Nobody gains by saying less: a declaration against the same with something kept back or excused.

And nobody loses by saying more: naming a teacher or a source costs nothing that it would not cost
if others knew it.
"""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osaid_action.check import check
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.report.phrases import because
from tests.made import AT_HOME, ELSEWHERE, POINTS, WHOLE, dumped, put, report
from tests.test_check_openness import COMPONENTS, LICENSES, RELATIONS

_RANK = [Outcome.UNMET, Outcome.UNDECIDED, Outcome.MET]
SAYS_NOTHING = (
    *("Not disclosed.", "n/a", "-", "unknown", "See the paper.", "Confidential.", "不公开。"),
    *("Wir machen dazu keine Angaben.", "Нет данных.", "We keep this to ourselves.", "?"),
)
CARRIED = (*COMPONENTS, "data.sources")
wheres = st.sampled_from([f"{AT_HOME}/x", f"{ELSEWHERE}/x"])
terms = st.sampled_from(
    [
        f"{ELSEWHERE}/policy",
        {"location": f"{ELSEWHERE}/policy", "binding": False},
        {"location": f"{ELSEWHERE}/policy", "restricts": ["use"]},
    ]
)
parents = st.fixed_dictionaries(
    {"name": st.just("Base"), "relation": st.sampled_from(RELATIONS)},
    optional={
        "license": st.sampled_from([one for one in LICENSES if one]),
        "access": st.sampled_from(["open", "gated", "api"]),
        "same_licensor": st.booleans(),
        "permission": st.sampled_from([f"{ELSEWHERE}/yes", "They said yes."]),
        "location": wheres,
        "further_terms": terms,
        "not_released": st.just("The data."),
    },
)
sources = st.fixed_dictionaries(
    {"name": st.just("Set"), "availability": st.sampled_from(["open", "public", "unshareable"])},
    optional={
        "location": wheres,
        "license": st.sampled_from([one for one in LICENSES if one]),
        "because": st.sampled_from(["privacy", "law"]),
        "description": st.sampled_from(["Some 40,000 letters to a clinic.", "Words."]),
        "generated_by": st.sampled_from(["Base", "Other"]),
        "further_terms": terms,
    },
)
excuses = st.sampled_from(["It was taken as it came.", "The base has it.", "We keep it.", "None."])


@st.composite
def declarations(draw):
    """A declaration that is whole but for a few things, over all keys."""
    data = copy.deepcopy(WHOLE)
    for place in draw(st.lists(st.sampled_from(CARRIED), max_size=3, unique=True)):
        no = draw(st.sampled_from(["not_released", "not_applicable"]))
        put(data, place, {no: draw(excuses)})
    if draw(st.booleans()):
        data["declared"] = {"role": draw(st.sampled_from(["producer", "third-party"]))}
    if draw(st.booleans()):
        weights = data["parameters"]["weights"]
        weights |= {"further_terms": draw(terms)} if "location" in weights else {}
    if isinstance(data["data"]["sources"], list):
        data["data"]["sources"] += draw(st.lists(sources, max_size=2))
    data["built_on"] = draw(st.lists(parents, max_size=2))
    return data


def outcomes(data):
    """All outcomes of a declaration; without a lineage there is nothing against it."""
    made = check(dumped(data), "x")
    assert made.valid
    found = {name: made.freedoms[name].outcome for name in FREEDOMS}
    return {"lineage": Outcome.MET} | found | {one.id: one.outcome for one in made.requirements}


def no_better(before, after):
    assert after.keys() == before.keys()
    better = [one for one in before if _RANK.index(after[one]) > _RANK.index(before[one])]
    assert better == []


def no_worse(before, after):
    no_better(after, before)


@settings(max_examples=80, deadline=None)
@given(declarations(), st.sampled_from([*POINTS]), st.sampled_from(SAYS_NOTHING))
def test_a_text_that_says_nothing_in_place_of_one_that_does_is_no_better(data, point, words):
    less = copy.deepcopy(data)
    told = less["data"]["description"][point]
    for key in ("text", "not_applicable"):
        if key in told:
            told[key] = words

    no_better(outcomes(data), outcomes(less))


@settings(max_examples=80, deadline=None)
@given(declarations(), st.sampled_from(CARRIED), st.sampled_from(SAYS_NOTHING))
def test_a_refusal_gains_nothing_by_being_called_not_applicable(data, place, words):
    honest, excused = copy.deepcopy(data), copy.deepcopy(data)
    put(honest, place, {"not_released": words})
    put(excused, place, {"not_applicable": words})

    no_better(outcomes(honest), outcomes(excused))


@settings(max_examples=80, deadline=None)
@given(declarations(), parents)
def test_one_more_model_that_lends_is_no_better(data, parent):
    """But for what it carries: where nothing is called not applicable."""
    kept = "not_applicable" not in str(data)
    more = {**data, "built_on": [*data["built_on"], parent]}

    if kept:
        no_better(outcomes(data), outcomes(more))


@settings(max_examples=80, deadline=None)
@given(declarations(), st.booleans())
def test_a_teacher_whose_writing_is_listed_costs_nothing(data, is_called):
    if not isinstance(data["data"]["sources"], list):
        return
    listed = copy.deepcopy(data)
    written = {"name": "Lessons", "availability": "open", "location": f"{ELSEWHERE}/lessons"}
    listed["data"]["sources"].append({**written, "license": "CC0-1.0"})
    named = copy.deepcopy(listed)
    named["data"]["sources"][-1]["generated_by"] = "GPT-4o"
    teacher = {"name": "GPT-4o", "relation": "teacher"} | ({"access": "api"} if is_called else {})
    named["built_on"].append(teacher)

    no_worse(outcomes(listed), outcomes(named))


@settings(max_examples=60, deadline=None)
@given(declarations())
def test_where_a_claim_is_from_costs_nothing(data):
    sourced = copy.deepcopy(data)
    for point in sourced["data"]["description"].values():
        point["source"] = "https://maker.example.org/card"

    no_worse(outcomes(data), outcomes(sourced))


@settings(max_examples=60, deadline=None)
@given(declarations(), terms)
def test_further_terms_that_are_told_are_no_better_than_none(data, told):
    weights = data["parameters"]["weights"]
    if "location" not in weights:
        return
    without, with_ = copy.deepcopy(data), copy.deepcopy(data)
    without["parameters"]["weights"].pop("further_terms", None)
    with_["parameters"]["weights"]["further_terms"] = told

    no_better(outcomes(without), outcomes(with_))


FILES = {"run.py": "x", "docs/data.md": POINTS["scope"], "weights/a.bin": "x"}


@pytest.mark.parametrize("gone", ["run.py", "docs/data.md", "weights/a.bin"])
def test_what_the_repository_lacks_is_no_better_for_that(home, gone):
    changes = {
        "code.inference": "run.py",
        "data.description.scope": "docs/data.md",
        "parameters.weights": {"location": "weights/a.bin", "license": "Apache-2.0"},
    }
    less = report(changes, home({path: text for path, text in FILES.items() if path != gone}))
    more = report(changes, home(FILES))

    assert _RANK.index(Outcome(less.verdict)) <= _RANK.index(Outcome(more.verdict))
    assert less.verdict != "met"


def test_without_a_license_text_nothing_is_better(home):
    bare = report({"code.inference": "run.py"}, home({"LICENSE": None, "run.py": "x"}))
    whole = report({"code.inference": "run.py"}, home({"run.py": "x"}))

    assert (bare.verdict, whole.verdict) == ("undecided", "met")


@settings(max_examples=150, deadline=None)
@given(declarations())
def test_a_freedom_that_is_not_met_has_a_reason_in_words(data):
    made = check(dumped(data), "x")

    for name, freedom in made.freedoms.items():
        assert bool(because(name, freedom, made)) is (freedom.outcome is not Outcome.MET), name
