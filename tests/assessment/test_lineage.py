# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the models that a system is built on lend it: no more freedom than they have."""

import json

import pytest

from osaid_action.check import check
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree
from tests.made import GONE, dumped, freedoms, off, report, requirement, rules, whole

NO = {"not_released": "We keep it."}
MET, OPEN, UNMET = "met met met met", "met undecided undecided met", "unmet unmet unmet unmet"
UNKNOWN = "undecided undecided undecided undecided"


def on(*bases):
    """A whole declaration that is built on models."""
    named = [{"name": "Base", "relation": "finetune", **base} for base in bases]
    return {"built_on": named}


STATED = {  # what is stated of a base without a declaration: freedoms, requirement, label
    "nothing": ({}, UNKNOWN, "undecided", "weights-available"),
    "an open license": ({"license": "MIT"}, OPEN, "undecided", "open-weights"),
    "a license of a family": ({"license": "CC-BY-4.0"}, OPEN, "undecided", "open-weights"),
    "an unknown license": ({"license": "Own-1.0"}, UNKNOWN, "undecided", "weights-available"),
    "an invented license": (
        {"license": "LicenseRef-Own"},
        UNKNOWN,
        "undecided",
        "weights-available",
    ),
    "a license that restricts": (
        {"license": "llama2"},
        "unmet undecided unmet unmet",
        "unmet",
        "weights-available",
    ),
    "an API": ({"access": "api", "license": "MIT"}, UNMET, "unmet", "weights-available"),
    "not wholly released": (
        {"license": "MIT", "not_released": "Its data is secret."},
        "met unmet unmet met",
        "unmet",
        "open-weights",
    ),
    "a remote declaration": (
        {"license": "MIT", "declaration": "https://elsewhere.example.org/OPEN_AI_SYSTEM.yaml"},
        OPEN,
        "undecided",
        "open-weights",
    ),
}


@pytest.mark.parametrize("relation", ["finetune", "included"])
@pytest.mark.parametrize("name", STATED)
def test_without_a_declaration(name, relation):
    base, lent, outcome, label = STATED[name]
    made = report(on({**base, "relation": relation}))

    assert freedoms(made) == lent
    assert off(made) == {"lineage": outcome}
    assert made.label == label


GATED = {  # what counts where the system runs with the model
    "gated": ({"license": "MIT", "access": "gated"}, "unmet unmet undecided met"),
    "by approval, no license": ({"access": "approval"}, "unmet unmet undecided undecided"),
}


@pytest.mark.parametrize("relation", ["included", "adapter"])
@pytest.mark.parametrize("name", GATED)
def test_the_access_of_a_model_that_one_runs_with_counts(name, relation):
    base, lent = GATED[name]
    made = report(on({**base, "relation": relation}))

    assert freedoms(made) == lent
    assert off(made) == {"lineage": "unmet"}
    assert made.label == "weights-available"


@pytest.mark.parametrize("relation", ["finetune", "merge", "quantized"])
@pytest.mark.parametrize("access", ["gated", "approval"])
def test_the_access_of_a_model_that_weights_were_made_from_costs_nothing(access, relation):
    made = report(on({"license": "MIT", "access": access, "relation": relation}))

    assert freedoms(made) == OPEN
    assert made.label == "open-weights"


def test_the_worst_of_several_is_what_is_lent():
    made = report(on({"license": "MIT"}, {"license": "MIT", "not_released": "Data."}, {}))

    assert freedoms(made) == "undecided unmet unmet undecided"
    assert off(made) == {"lineage": "unmet"}
    assert made.label == "weights-available"


def test_an_empty_list_is_no_lineage():
    assert [one.id for one in report({"built_on": []}).requirements][-1] != "lineage"


# ------------------------------------------------------------------ declared


@pytest.fixture
def assess(home):
    """The report on a declaration built on ``bases``, each written down in a file of its own."""

    def run(bases, changes=None, **files):
        names = {f"b{n}/base.yaml": dumped(base) for n, base in enumerate(bases)}
        built_on = [{"name": name, "relation": "finetune", "declaration": name} for name in names]
        at = home({**names, **files})
        return report({**(changes or {}), "built_on": built_on}, at)

    return run


def test_a_base_that_meets_everything_takes_nothing(assess):
    made = assess([whole(), whole()])

    assert (made.verdict, freedoms(made)) == ("met", MET)
    assert requirement(made, "lineage").outcome.value == "met"
    assert made.label == "open-source-ai-with-open-data"


DECLARED = {
    "no data": ({"data": GONE}, "met unmet unmet met", "unmet", "open-weights"),
    "gated weights": (
        {"parameters.weights.access": "gated"},
        MET,
        "met",
        "open-source-ai-with-open-data",
    ),
    "code open in substance only": (
        {"code.training.license": "CC0-1.0"},
        MET,
        "unmet",
        "open-weights",
    ),
    "public data": (
        {"data.sources.0": {"name": "x", "availability": "public", "location": "https://x.y"}},
        MET,
        "met",
        "open-source-ai",
    ),
    "unknown terms": (
        {"parameters.weights.license": "Own-1.0"},
        UNKNOWN,
        "undecided",
        "weights-available",
    ),
}


@pytest.mark.parametrize("name", DECLARED)
def test_a_base_lends_what_its_own_declaration_says(assess, name):
    changes, lent, outcome, label = DECLARED[name]
    made = assess([whole(), whole(changes)])

    assert freedoms(made) == lent
    assert requirement(made, "lineage").outcome.value == outcome
    assert made.label == label


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({}, None),
        ({"code.training": NO}, "base-unmet"),
        ({"parameters.weights.license": "Own-1.0"}, "base-undecided"),
    ],
)
def test_a_base_that_is_not_met_is_told_where_its_declaration_is_named(assess, changes, rule):
    made = assess([whole(changes)])

    told = {one.rule.id: one.pointer for one in made.findings if one.rule.id.startswith("base-un")}
    assert told == ({rule: "/built_on/0/declaration"} if rule else {})


def test_the_paths_of_a_base_belong_to_its_own_repository(assess):
    made = assess([whole({"code.inference.location": "src/not/here.py"})])

    assert made.verdict == "met"
    assert rules(made) == set()


def test_what_a_base_carries_need_not_be_declared_again(assess):
    said = {"not_applicable": "The base has it."}
    made = assess([whole()], {"code.architecture": said})

    assert made.verdict == "met"


def test_a_base_of_a_base_counts(home):
    middle = whole(on({"declaration": "base.yaml"}))
    at = home(
        {"a/middle.yaml": dumped(middle), "a/base.yaml": dumped(whole({"code.training": NO}))}
    )
    made = report(on({"declaration": "a/middle.yaml"}), at)

    assert freedoms(made) == "met unmet unmet met"
    assert off(made) == {"lineage": "unmet"}


def test_a_base_in_github_has_its_paths_above(home):
    middle = whole(on({"declaration": "base.yaml"}))
    files = {"v/.github/OPEN_AI_SYSTEM.yaml": dumped(middle), "v/base.yaml": dumped(whole())}
    made = report(on({"declaration": "v/.github/OPEN_AI_SYSTEM.yaml"}), home(files))

    assert made.verdict == "met"


def test_two_models_on_the_same_base_are_no_circle(assess):
    shared = on({"declaration": "../shared.yaml"})
    made = assess([whole(shared), whole(shared)], **{"shared.yaml": dumped(whole())})

    assert made.verdict == "met"


def circle(*names):
    """Declarations each built on the next, the last on the first."""
    return {
        name: dumped(whole(on({"declaration": following})))
        for name, following in zip(names, (*names[1:], names[0]), strict=True)
    }


@pytest.mark.parametrize(
    "names", [("a.yaml",), ("a.yaml", "b.yaml"), ("a.yaml", "b.yaml", "c.yaml")]
)
def test_a_circle_is_invalid(write, names):
    files = circle(*names)
    top = write(files)
    made = check(files["a.yaml"], "a.yaml", DeclarationFile(DiskTree(str(top)), "a.yaml", ""))

    assert made.verdict == "invalid"
    assert rules(made) == {"base-cycle"}


def test_a_circle_that_one_only_leans_on_is_invalid_too(write):
    files = {**circle("a.yaml", "b.yaml"), "c.yaml": dumped(whole(on({"declaration": "a.yaml"})))}
    top = write(files)
    made = check(files["c.yaml"], "c.yaml", DeclarationFile(DiskTree(str(top)), "c.yaml", ""))

    assert rules(made) == {"base-cycle"}


def test_a_long_chain_ends(osaid, write):
    last = 400
    files = {
        f"d{n}.yaml": dumped(whole(on({"declaration": f"d{n + 1}.yaml"}) if n < last else {}))
        for n in range(last + 1)
    }

    done = osaid("check", "d0.yaml", "--format", "json", cwd=write(files))

    assert done.stderr == ""
    assert json.loads(done.stdout)["reports"][0]["verdict"] == "undecided"


UNREADABLE = {
    "missing": ({}, "path-missing"),
    "a folder": ({"base.yaml/x": "x"}, "path-missing"),
    "outside": ({}, "path-outside"),
    "in another case": ({"Base.yaml": "x"}, "path-case"),
    "no YAML": ({"base.yaml": "a: b: c"}, "base-invalid"),
    "no declaration": ({"base.yaml": "a: b"}, "base-invalid"),
    "empty": ({"base.yaml": ""}, "base-invalid"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_declaration_that_cannot_be_read_is_an_error(home, name):
    files, rule = UNREADABLE[name]
    path = "../base.yaml" if name == "outside" else "base.yaml"
    made = report(on({"declaration": path, "license": "MIT"}), home(files))

    assert rules(made) == {rule}
    assert made.has_errors
    assert freedoms(made) == OPEN


# ------------------------------------------------------------------ wider than the base

WIDER = {  # license of the base, of the weights: the freedoms that go beyond
    ("llama2", "Apache-2.0"): "use, modify, share",
    ("CC-BY-ND-4.0", "MIT"): "modify, share",
    ("CC-BY-ND-4.0", "CC-BY-NC-ND-4.0"): "",
    ("MIT", "Apache-2.0"): "",
    ("Own-1.0", "MIT"): "",
    ("LicenseRef-Own", "MIT"): "",
    ("llama2", "Own-1.0"): "",
    ("llama2", "llama2"): "",
}


@pytest.mark.parametrize("relation", ["finetune", "adapter", "merge", "quantized"])
@pytest.mark.parametrize("licenses", WIDER)
def test_wider_than_the_base(licenses, relation):
    theirs, ours = licenses
    made = report(
        {**on({"license": theirs, "relation": relation}), "parameters.weights.license": ours}
    )

    said = [f.message for f in made.findings if f.rule.id == "license-wider-than-base"]
    assert [one.rpartition(": ")[2] for one in said] == (
        [WIDER[licenses]] if WIDER[licenses] else []
    )


def test_a_model_that_is_only_included_is_under_its_own_license():
    made = report(on({"license": "llama2", "relation": "included"}))

    assert "license-wider-than-base" not in rules(made)


def test_every_part_of_the_weights_is_compared():
    parts = [{"location": "https://x.y/1", "license": ours} for ours in ("llama2", "MIT")]
    made = report({**on({"license": "llama2"}), "parameters.weights": parts})

    assert "license-wider-than-base" in rules(made)


def test_the_license_in_the_declaration_of_the_base_is_compared(assess):
    made = assess([whole({"parameters.weights.license": "openrail"})])

    assert "license-wider-than-base" in rules(made)


def test_free_to_all_is_wider_too():
    made = report(
        {
            **on({"license": "llama2"}),
            "parameters.weights.license": GONE,
            "parameters.weights.asserted_free": "https://x.y/free",
        }
    )

    (said,) = [f.message for f in made.findings if f.rule.id == "license-wider-than-base"]
    assert "the weights are called free to all, which grants" in said


@pytest.mark.parametrize(
    ("stated", "lost"),
    [
        ({"access": "api"}, {"use", "study", "modify", "share"}),
        ({"not_released": "its data"}, {"study", "modify"}),
        ({"license": "llama2"}, {"use", "modify", "share"}),
    ],
)
def test_what_an_entry_takes_away_its_declaration_does_not_give_back(home, stated, lost):
    entry = {"declaration": "base.yaml", **stated}
    made = report(on(entry), home({"base.yaml": dumped(whole()).decode()}))

    unmet = {name for name, one in made.freedoms.items() if one.outcome.value == "unmet"}
    assert unmet == lost


def test_the_location_of_a_base_is_looked_at(home):
    made = report(on({"location": "gone/", "license": "MIT"}), home({}))

    assert "path-missing" in rules(made)


@pytest.mark.parametrize("relation", ["included", "adapter"])
@pytest.mark.parametrize("permission", [{}, {"permission": "https://x.y/may"}])
def test_no_permission_changes_the_license_of_what_is_needed_to_run(home, relation, permission):
    entry = {"relation": relation, "license": "CC-BY-NC-4.0", **permission}
    theirs = dumped(whole({"parameters.weights.license": "CC-BY-NC-4.0"})).decode()
    alone = report(on(entry))
    declared = report(on({**entry, "declaration": "b.yaml"}), home({"b.yaml": theirs}))

    assert freedoms(alone) == "unmet undecided unmet unmet"
    assert freedoms(declared) == "unmet met unmet unmet"
