# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""More openness never makes an outcome worse: a declaration against an improvement of it."""

import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from osaid_action.check import check
from osaid_action.definition.freedoms import LABELS
from osaid_action.model import FREEDOMS, Outcome, worst
from tests.made import AT_HOME, ELSEWHERE, IDS, dumped, put

_RANK = [Outcome.UNMET, Outcome.UNDECIDED, Outcome.MET]
VERDICTS = ("unmet", "undecided", "met")
LICENSES = (
    None, "Apache-2.0", "CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "llama2", "openrail", "JSON",
    "Own-1.0", "LicenseRef-Own", "MIT OR Own-1.0", "MIT AND llama2", "C-UDA-1.0",
)  # fmt: skip
FREE = {"license": "Apache-2.0", "location": f"{AT_HOME}/x", "revision": "1"}
RELATIONS = ("finetune", "adapter", "merge", "quantized", "included", "teacher")
NOT_BINDING = {"location": f"{ELSEWHERE}/p", "binding": False}
RESTRICTING = {"location": f"{ELSEWHERE}/p", "restricts": ["use"]}
COMPONENTS = [one for one in IDS if one != "data.sources"]


def some(**fields):
    """A mapping with any of the fields; None leaves one out."""
    drawn = st.fixed_dictionaries(fields)
    return drawn.map(lambda made: {key: value for key, value in made.items() if value is not None})


locations = st.sampled_from([f"{AT_HOME}/x", f"{ELSEWHERE}/x"])
parts = some(
    location=locations,
    license=st.sampled_from(LICENSES),
    access=st.sampled_from([None, "open", "gated", "approval"]),
    further_terms=st.sampled_from([None, None, f"{ELSEWHERE}/p", NOT_BINDING, RESTRICTING]),
)
noes = st.sampled_from([None, "TODO", {"not_released": "No."}, {"not_applicable": "None."}])
components = st.one_of(noes, parts, parts, parts, st.lists(parts, max_size=3))
sources = st.one_of(
    st.fixed_dictionaries({"name": st.just("S"), "not_released": st.just("No.")}),
    some(
        name=st.just("S"),
        availability=st.sampled_from(["open", "public", "obtainable", "unshareable"]),
        location=st.none() | locations,
        license=st.sampled_from(LICENSES),
        because=st.sampled_from([None, "privacy"]),
        description=st.sampled_from([None, "Words."]),
        withdrawn=st.sampled_from([None, None, "2023"]),
    ),
)
bases = some(
    name=st.just("B"),
    relation=st.sampled_from(RELATIONS),
    license=st.sampled_from(LICENSES),
    access=st.sampled_from([None, "open", "gated", "approval", "api"]),
    not_released=st.sampled_from([None, None, "Data."]),
    further_terms=st.sampled_from([None, None, f"{ELSEWHERE}/p", NOT_BINDING, RESTRICTING]),
)
wholes = st.fixed_dictionaries(dict.fromkeys(COMPONENTS, components))


@st.composite
def declarations(draw):
    data = {"open_ai_system": "1.0", "system": {"name": "M", "repository": AT_HOME}}
    data["licenses"] = draw(
        some(code=st.sampled_from(LICENSES), documents=st.sampled_from(LICENSES))
    )
    for place, value in draw(wholes).items():
        put(data, place, copy.deepcopy(value))
    put(data, "data.sources", draw(st.lists(sources, max_size=3)))
    data["built_on"] = draw(st.lists(bases, max_size=2))
    return data


@st.composite
def improvements(draw):
    """A declaration, and the same with one thing opened up."""
    less = draw(declarations())
    more = copy.deepcopy(less)
    how = draw(st.sampled_from([open_component, open_part, open_source, open_base, open_default]))
    how(more, draw)
    return less, more


def open_component(data, draw):
    put(data, draw(st.sampled_from(COMPONENTS)), dict(FREE))


def open_part(data, draw):
    """Give one part a free license, or open access, and leave the rest."""
    group, _, name = draw(st.sampled_from(COMPONENTS)).rpartition(".")
    within = data
    for step in group.split("."):
        within = within[step]
    entries = within[name] if isinstance(within[name], list) else [within[name]]
    present = [one for one in entries if isinstance(one, dict) and "location" in one]
    if present:
        part = draw(st.sampled_from(present))
        opened = draw(st.sampled_from([{"license": "Apache-2.0"}, {"access": "open"}, None]))
        if opened is None:
            part.pop("further_terms", None)
        else:
            part.update(opened)


def open_source(data, draw):
    """Make one data set open, or say more of it."""
    listed = data["data"]["sources"]
    if listed:
        index = draw(st.integers(0, len(listed) - 1))
        free = {"availability": "open", "location": f"{ELSEWHERE}/x", "license": "CC0-1.0"}
        if listed[index].get("withdrawn") and "description" in listed[index]:
            listed[index]["license"] = "CC0-1.0"
        elif draw(st.booleans()) and "not_released" not in listed[index]:
            listed[index].update(description="Words.", because="privacy")
        else:
            listed[index] = {"name": "S", **free}
    else:
        listed.append({"name": "S", "availability": "public", "location": f"{ELSEWHERE}/x"})


def open_base(data, draw):
    """Open what is stated of a model, as far as a license and access go."""
    if data["built_on"]:
        base = draw(st.sampled_from(data["built_on"]))
        opened = draw(st.sampled_from([{"license": "Apache-2.0"}, {"access": "open"}, None]))
        if opened is None:
            base.pop(draw(st.sampled_from(["not_released", "further_terms"])), None)
        else:
            base.update(opened)


def open_default(data, draw):
    data["licenses"][draw(st.sampled_from(["code", "documents"]))] = "Apache-2.0"


@settings(max_examples=250, deadline=None)
@given(improvements())
def test_more_openness_is_never_worse(pair):
    less, more = (check(dumped(data), "x") for data in pair)

    assert less.valid
    assert more.valid
    for freedom in FREEDOMS:
        before, after = less.freedoms[freedom].outcome, more.freedoms[freedom].outcome
        assert _RANK.index(after) >= _RANK.index(before), freedom
    for before, after in zip(less.requirements, more.requirements, strict=True):
        assert _RANK.index(after.outcome) >= _RANK.index(before.outcome), before.id
    assert VERDICTS.index(more.verdict) >= VERDICTS.index(less.verdict)
    assert LABELS.index(more.label) >= LABELS.index(less.label)


@settings(max_examples=100, deadline=None)
@given(declarations())
def test_what_leans_on_nothing_is_no_less_open(data):
    """Without a base, save what only a base can carry, everything is as it was or better."""
    leaning = check(dumped(data), "x")
    alone = check(dumped({**data, "built_on": []}), "x")
    carried = [one for one in alone.findings if one.rule.id == "not-applicable-refused"]

    if not carried:
        for freedom in FREEDOMS:
            before, after = leaning.freedoms[freedom].outcome, alone.freedoms[freedom].outcome
            assert _RANK.index(after) >= _RANK.index(before)


@settings(max_examples=100, deadline=None)
@given(declarations())
def test_the_parts_of_a_report_agree(data):
    made = check(dumped(data), "x")

    outcomes = [one.outcome for one in (*made.freedoms.values(), *made.requirements)]
    assert made.verdict == worst(outcomes).value
    assert (made.label in LABELS[4:]) <= (made.verdict == "met")
