# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What each component amounts to: availability, terms, access, joined for the freedoms."""

import pytest

from osaid_action.assessment.components import component_outcomes
from osaid_action.assessment.outcomes import REQUIREMENT
from osaid_action.definition.freedoms import NEEDS
from osaid_action.definition.rules.evidence import PATH_MISSING
from osaid_action.definition.rules.terms import LICENSE_MISSING
from osaid_action.evidence.observation import CONTRADICTED, VERIFIED, Observation
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import NO_LICENSE
from osaid_action.model import Outcome
from osaid_action.validation.loader import load
from tests.made import AT_HOME, ELSEWHERE, GONE, IDS, whole

AWAY = f"{ELSEWHERE}/x"
CODE = [one for one in IDS if one.startswith("code.")]
POINTS = [one for one in IDS if one.startswith("data.description.")]
WEIGHTS, INFERENCE, SCOPE = "parameters.weights", "code.inference", "data.description.scope"
THIRD = {"declared": {"by": "A critic", "role": "third-party", "date": "2026"}}


def made(identity, changes=None, evidence=None):
    """What is said of one component."""
    outcomes = component_outcomes(load(whole(changes)), evidence or {})
    return next(one for one in outcomes if one.id == identity)


def told(one):
    """The freedoms that are not met, the outcome of the requirement, and the rules behind it."""
    lost = {
        freedom: outcome.value
        for freedom, outcome in one.outcomes.items()
        if outcome is not Outcome.MET and freedom != REQUIREMENT
    }
    rules = list(dict.fromkeys(reason.rule.id for reason in one.reasons[REQUIREMENT]))
    return lost, one.outcomes[REQUIREMENT].value, rules


def remarks(one):
    return [(remark.rule.id, remark.path) for remark in one.remarks]


def test_every_requirement_is_judged_in_the_order_of_the_definition():
    found = component_outcomes(load(whole()), {})

    assert [one.id for one in found] == list(NEEDS)
    assert [set(one.outcomes) for one in found] == [{*NEEDS[one.id], REQUIREMENT} for one in found]
    assert {outcome for one in found for outcome in one.outcomes.values()} == {Outcome.MET}
    assert [remarks(one) for one in found] == [[]] * len(found)


@pytest.mark.parametrize("identity", IDS)
def test_what_is_not_there_costs_the_freedoms_that_need_it_and_the_requirement(identity):
    lost, requirement, _ = told(made(identity, {identity: {"not_released": "No."}}))

    assert (lost, requirement) == (dict.fromkeys(NEEDS[identity], "unmet"), "unmet")


def test_the_same_words_leave_both_points_open():
    same = {f"{one}.text": "Minutes of the town council of Ghent." for one in POINTS[:2]}

    for point in POINTS[:2]:
        assert told(made(point, same)) == (
            {"study": "undecided", "modify": "undecided"},
            "undecided",
            ["same-words"],
        )
    assert told(made(POINTS[2], same)) == ({}, "met", [])


# ------------------------------------------------------------------ terms


OFF_THE_LIST = "X11-distribute-modifications-variant"  # known to be, and what it grants is not


def lost(*freedoms):
    return dict.fromkeys(freedoms, "unmet")


@pytest.mark.parametrize(
    ("identity", "license_", "expected"),
    [
        (INFERENCE, "MIT", ({}, "met", [])),
        (INFERENCE, "CC-BY-4.0", ({}, "unmet", ["license-not-osi-approved"])),
        (INFERENCE, "MIT AND CC-BY-4.0", ({}, "unmet", ["license-not-osi-approved"])),
        (INFERENCE, "CC-BY-ND-4.0", (lost("share"), "unmet", ["license-restricts-modify",
                                                             "license-restricts-share"])),
        (INFERENCE, "Own-1.0", (dict.fromkeys(("use", "study", "share"), "undecided"),
                                "undecided", ["license-unknown"])),
        (INFERENCE, OFF_THE_LIST, (dict.fromkeys(("use", "study", "share"), "undecided"),
                                   "unmet", ["license-unknown"])),
        (WEIGHTS, "CC-BY-4.0", ({}, "met", [])),
        (WEIGHTS, "CC-BY-ND-4.0", (lost("modify", "share"), "unmet", ["license-restricts-modify",
                                                                     "license-restricts-share"])),
        (SCOPE, "CC-BY-4.0", ({}, "met", [])),
        (SCOPE, "CC-BY-ND-4.0", ({}, "unmet", ["license-restricts-modify",
                                               "license-restricts-share"])),
        (SCOPE, "Own-1.0", ({}, "undecided", ["license-unknown"])),
    ],
)  # fmt: skip
def test_terms_cost_what_they_restrict(identity, license_, expected):
    assert told(made(identity, {f"{identity}.license": license_})) == expected


@pytest.mark.parametrize(
    ("identity", "license_", "expected"),
    [
        (WEIGHTS, "CC-BY-4.0", ["license-not-on-osi-list"]),
        (SCOPE, "CC-BY-4.0", ["license-not-on-osi-list"]),
        (INFERENCE, "CC-BY-4.0", []),
        (WEIGHTS, "MIT", []),
        (WEIGHTS, "CC-BY-ND-4.0", []),
        (WEIGHTS, "Own-1.0", []),
    ],
)
def test_what_is_open_in_substance_is_remarked_where_no_list_is_asked_for(
    identity, license_, expected
):
    found = remarks(made(identity, {f"{identity}.license": license_}))

    where = (*identity.split("."), "license")
    assert [one for one in found if one[0] == "license-not-on-osi-list"] == [
        (rule, where) for rule in expected
    ]


def test_a_remark_on_a_license_is_told_unless_the_finding_has_it_already():
    known = made(WEIGHTS, {f"{WEIGHTS}.license": "MIT AND Own-1.0"})
    unknown = made(WEIGHTS, {f"{WEIGHTS}.license": "Own-1.0"})

    assert len(terms("MIT AND Own-1.0").remarks) == remarks(known).count(
        ("license-remark", ("parameters", "weights", "license"))
    )
    assert "license-remark" not in [rule for rule, _ in remarks(unknown)]
    word = made(WEIGHTS, {f"{WEIGHTS}.license": "other"})
    assert "license-remark" not in [rule for rule, _ in remarks(word)]


@pytest.mark.parametrize(
    ("said", "changes", "expected"),
    [
        ("https://x.y/free", {}, "met"),
        ("Everybody may use, study, modify and share these weights.", {}, "met"),
        ("Only for research.", {}, "undecided"),
        ("Everybody may use, study, modify and share these weights.", THIRD, "undecided"),
        ("n/a", {}, "unmet"),
    ],
)
def test_a_statement_that_weights_are_free(said, changes, expected):
    weights = {"location": AWAY, "revision": "1", "asserted_free": said}
    one = made(WEIGHTS, {**changes, WEIGHTS: weights})
    freedoms, requirement, rules = told(one)

    kept = {"study"} if expected == "unmet" else set()
    assert freedoms == (
        {}
        if expected == "met"
        else dict.fromkeys([freedom for freedom in NEEDS[WEIGHTS] if freedom not in kept], expected)
    )
    assert requirement == expected
    assert (
        rules
        == {"met": [], "undecided": ["assertion-doubted"], "unmet": ["license-missing"]}[expected]
    )
    assert ("asserted-free" in [rule for rule, _ in remarks(one)]) is (expected == "met")


POLICY = {"location": "https://x.y/policy", "restricts": ["use", "modify"]}


@pytest.mark.parametrize(
    ("identity", "freedoms"),
    [(WEIGHTS, ("use", "modify")), (INFERENCE, ("use",)), (SCOPE, ())],
)
def test_further_terms_cost_what_is_needed_and_the_requirement(identity, freedoms):
    found = told(made(identity, {f"{identity}.further_terms": POLICY}))

    assert found == (lost(*freedoms), "unmet", ["further-terms-restrict"])


def test_further_terms_that_bind_nobody_are_a_remark():
    policy = {"location": "https://x.y/policy", "binding": False}
    one = made(WEIGHTS, {f"{WEIGHTS}.further_terms": policy})

    assert told(one) == ({}, "met", [])
    assert remarks(one) == [
        ("further-terms-not-binding", ("parameters", "weights", "further_terms"))
    ]


# ------------------------------------------------------------------ no license


@pytest.mark.parametrize(
    ("changes", "path", "says", "silent"),
    [
        ({f"{WEIGHTS}.license": GONE}, (), "not for parameters", "licenses.code"),
        ({INFERENCE: {"location": AWAY}}, (), "do not reach a URL", "licenses.code"),
        ({INFERENCE: {"location": "pkg:pypi/vllm@1.0"}}, (), "do not reach a package", "URL"),
        ({"licenses.code": GONE}, (), "`licenses.code`", "URL"),
        ({"licenses.documents": GONE}, (), "`licenses.documents`", "URL"),
    ],
)
def test_without_a_license_the_way_out_depends_on_where_it_lies(changes, path, says, silent):
    identity = WEIGHTS if f"{WEIGHTS}.license" in changes else INFERENCE
    identity = SCOPE if "licenses.documents" in changes else identity
    one = made(identity, changes)
    (reason,) = one.reasons[REQUIREMENT]

    assert (reason.rule, reason.path) == (LICENSE_MISSING, (*identity.split("."), *path))
    assert says in reason.remedy
    assert silent not in reason.remedy


@pytest.mark.parametrize(
    ("identity", "expected"),
    [(WEIGHTS, lost("use", "modify", "share")), (INFERENCE, lost("use", "share")), (SCOPE, {})],
)
def test_without_a_license_what_is_published_may_be_read_and_no_more(identity, expected):
    changes = {"licenses": GONE} if identity != WEIGHTS else {f"{WEIGHTS}.license": GONE}

    assert told(made(identity, changes)) == (expected, "unmet", ["license-missing"])


def test_a_name_that_nobody_knows_is_told_where_it_stands():
    own = made(INFERENCE, {f"{INFERENCE}.license": "LicenseRef-Own"})
    default = made(INFERENCE, {"licenses.code": "LicenseRef-Own"})

    assert [one.path for one in own.reasons["use"]] == [("code", "inference", "license")]
    assert [one.path for one in default.reasons["use"]] == [("licenses", "code")]


@pytest.mark.parametrize(
    ("identity", "default", "key"), [(INFERENCE, "licenses.code", "code"),
                                    (SCOPE, "licenses.documents", "documents")]
)  # fmt: skip
def test_a_default_that_costs_something_is_told_at_the_default(identity, default, key):
    (first, *_) = made(identity, {default: "CC-BY-ND-4.0"}).reasons[REQUIREMENT]

    assert first.path == ("licenses", key)


def test_every_component_under_a_default_has_the_same_finding():
    outcomes = component_outcomes(load(whole({"licenses.code": "CC-BY-4.0"})), {})
    reasons = {one.reasons[REQUIREMENT] for one in outcomes if one.id in CODE}

    assert len(reasons) == 1


@pytest.mark.parametrize("shown", [NO_LICENSE, None])
@pytest.mark.parametrize("has_reason", [True, False])
def test_a_text_that_is_not_there_has_a_finding_of_its_own(shown, has_reason):
    where = ("code", "inference")
    gone = PATH_MISSING.at((*where, "license_file"), "gone")
    seen = {where: Observation(CONTRADICTED, terms=shown, diagnostics=(gone,) * has_reason)}
    _, requirement, rules = told(made(INFERENCE, {}, seen))

    is_contradicted = shown is NO_LICENSE
    assert requirement == ("unmet" if is_contradicted else "met")
    assert rules == (
        [("path-missing" if has_reason else "license-missing")] if is_contradicted else []
    )


# ------------------------------------------------------------------ access


@pytest.mark.parametrize("access", ["open", "gated", "approval"])
@pytest.mark.parametrize("identity", [SCOPE, *CODE, WEIGHTS])
def test_access_costs_use_and_study_and_never_the_requirement(identity, access):
    found = told(made(identity, {f"{identity}.access": access}))

    taken = [one for one in NEEDS[identity] if one in ("use", "study")] if access != "open" else []
    assert found == (lost(*taken), "met", [])


# ------------------------------------------------------------------ several parts, evidence


@pytest.mark.parametrize(
    ("licenses", "expected"),
    [(["MIT"], "met"), (["MIT", "Own-1.0"], "undecided"), (["CC-BY-NC-4.0", "Own-1.0"], "unmet")],
)
def test_every_part_counts(licenses, expected):
    parts = [{"location": AWAY, "license": one, "revision": "1"} for one in licenses]

    assert told(made(WEIGHTS, {WEIGHTS: parts}))[1] == expected


def test_the_evidence_is_that_of_all_parts():
    parts = [{"location": one, "license": "MIT"} for one in "ab"]
    where = ("code", "inference")
    one = {(*where, 0): Observation(VERIFIED)}

    assert made(INFERENCE, {INFERENCE: parts}, one).evidence == "declared"
    assert (
        made(INFERENCE, {INFERENCE: parts}, {**one, (*where, 1): Observation(VERIFIED)}).evidence
        == "verified"
    )
    assert made(INFERENCE, {INFERENCE: GONE}).evidence is None


@pytest.mark.parametrize(
    ("identity", "is_told"), [(INFERENCE, True), (WEIGHTS, True), (SCOPE, False)]
)
def test_the_first_part_elsewhere_without_a_revision_is_remarked(identity, is_told):
    part = {"license": "MIT"}
    parts = [
        {**part, "location": AWAY, "revision": "1"},
        {**part, "location": AWAY},
        {**part, "location": f"{AT_HOME}/y"},
    ]
    found = remarks(made(identity, {identity: parts}))

    assert found == ([("unpinned", (*identity.split("."), 1))] if is_told else [])
