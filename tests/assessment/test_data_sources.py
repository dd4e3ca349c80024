# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What each data set amounts to, by its class of availability."""

import pytest

from osaid_action.assessment.data_sources import data_sources_outcome, is_open
from osaid_action.assessment.outcomes import REQUIREMENT
from osaid_action.definition.rules.evidence import PATH_MISSING
from osaid_action.evidence.observation import CONTRADICTED, VERIFIED, Observation
from osaid_action.license_text import template
from osaid_action.licenses.evaluate import terms
from osaid_action.validation.loader import load
from tests.made import AT_HOME, ELSEWHERE, report, requirement, whole

BOOKS = "Some 190,000 books as plain text."
AWAY, OURS = f"{ELSEWHERE}/texts", f"{AT_HOME}/texts"
OPEN = {"availability": "open", "location": AWAY, "license": "MIT", "revision": "1"}
VENDOR = {"location": "https://vendor.example/x", "sha256": "00"}
OBTAINABLE = {"availability": "obtainable", **VENDOR}
WHERE = ("data", "sources", 0)


def outcome(*sources, evidence=None):
    """What is made of these data sets."""
    listed = [{"name": f"S{number}", **one} for number, one in enumerate(sources)]
    return data_sources_outcome(load(whole({"data.sources": listed})), evidence or {})


def told(*sources, evidence=None):
    """The outcome for study and for the requirement, and the rules with the last key of a place."""
    made = outcome(*sources, evidence=evidence)
    reasons = [(one.rule.id, one.path[-1]) for one in made.reasons[REQUIREMENT]]
    assert made.outcomes["study"] is made.outcomes["modify"]
    return made.outcomes["study"].value, made.outcomes[REQUIREMENT].value, reasons


MET = ("met", "met", [])


def unmet(rule, last=0):
    return ("unmet", "unmet", [(rule, last)])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (OPEN, MET),
        ({"availability": "public", "location": AWAY}, MET),
        ({"availability": "public", "location": OURS}, MET),
        ({"availability": "public"}, unmet("source-location-missing")),
        (OBTAINABLE, MET),
        ({"availability": "obtainable"}, unmet("source-location-missing")),
        ({"not_released": "We keep them."}, unmet("source-not-released")),
        ({**OPEN, "not_released": ""}, unmet("source-not-released")),
        (
            {"availability": "unshareable", "because": "privacy", "description": BOOKS},
            MET,
        ),
        ({"availability": "unshareable", "because": "privacy"}, unmet("source-not-explained")),
        ({"availability": "unshareable", "description": BOOKS}, unmet("source-not-explained")),
        ({"availability": "unshareable"}, unmet("source-not-explained")),
        (
            {"availability": "unshareable", "because": "privacy", "description": "secret"},
            unmet("non-answer", "description"),
        ),
        ({**OPEN, "withdrawn": "2025", "description": BOOKS}, MET),
        ({**OPEN, "withdrawn": "2025"}, unmet("source-not-explained")),
        (
            {"availability": "public", "withdrawn": "2025", "description": BOOKS},
            unmet("source-not-explained"),
        ),
        # that it went offline says neither why it could not be shared nor who else had it
        (
            {**OPEN, "availability": "unshareable", "withdrawn": "2025", "description": BOOKS},
            unmet("source-not-explained"),
        ),
        (
            {
                **OPEN,
                "availability": "unshareable",
                "because": "privacy",
                "withdrawn": "2025",
                "description": BOOKS,
            },
            MET,
        ),
        (
            {"availability": "obtainable", "location": f"{AT_HOME}/x", "withdrawn": "2025"}
            | {"description": BOOKS},
            ("undecided", "undecided", [("source-from-producer", "location")]),
        ),
    ],
)
def test_a_data_set_is_told_or_costs_the_freedoms_and_the_requirement(source, expected):
    assert told(source) == expected


@pytest.mark.parametrize(
    ("source", "lacking"),
    [
        ({"availability": "unshareable"}, "`because` and `description`"),
        ({"availability": "unshareable", "because": "privacy"}, "`description`"),
        ({"availability": "public", "withdrawn": "2025"}, "`location` and `description`"),
    ],
)
def test_what_is_lacking_is_named_together(source, lacking):
    (reason,) = outcome(source).reasons[REQUIREMENT]

    assert reason.remedy.endswith(lacking)


@pytest.mark.parametrize("description", ["n/a", "see the paper", "We do not tell."])
def test_a_description_is_read_where_nobody_can_look(description):
    unshareable = {"availability": "unshareable", "because": "privacy"}

    assert told({**unshareable, "description": description})[0] == "unmet"
    assert told({**OPEN, "description": description}) == MET


def test_a_short_description_leaves_it_open_and_the_own_name_counts_for_nothing():
    short = {"availability": "unshareable", "because": "privacy", "description": "English books"}
    named = {**short, "name": "Acme", "description": "We do not disclose what Acme took."}

    assert told(short)[0] == "undecided"
    assert told(named)[0] == "unmet"


# ------------------------------------------------------------------ from whom


@pytest.mark.parametrize(
    ("availability", "access", "location", "is_open_question"),
    [
        ("obtainable", "open", OURS, True),
        ("obtainable", "gated", OURS, True),
        ("obtainable", "open", "https://vendor.example/x", False),
        ("public", "open", OURS, False),
        ("public", "gated", OURS, True),
        ("public", "approval", "https://vendor.example/x", False),
        ("open", "gated", OURS, True),
        ("open", "open", OURS, False),
    ],
)
def test_what_the_producer_hands_out_leaves_it_open(
    availability, access, location, is_open_question
):
    source = {**OPEN, "availability": availability, "access": access, "location": location}

    assert told(source) == (
        ("undecided", "undecided", [("source-from-producer", "location")])
        if is_open_question
        else MET
    )


@pytest.mark.parametrize("exists", [True, False])
def test_a_path_that_is_not_there_is_unmet(exists):
    gone = PATH_MISSING.at((*WHERE, "location"), "gone")
    seen = {WHERE: Observation(CONTRADICTED, diagnostics=(gone,), exists=exists)}

    assert told(OPEN, evidence=seen) == (MET if exists else unmet("path-missing", "location"))


# ------------------------------------------------------------------ terms

NC = {**OPEN, "license": "CC-BY-NC-4.0"}


@pytest.mark.parametrize(
    ("source", "requirement", "rules"),
    [
        ({**OPEN, "license": "CC-BY-4.0"}, "met", set()),
        ({key: OPEN[key] for key in ("availability", "location")}, "unmet", {"source-license"}),
        ({**OPEN, "license": "LicenseRef-Own"}, "unmet", {"source-license"}),
        ({**OPEN, "license": "Own-1.0"}, "undecided", {"license-unknown"}),
        (NC, "unmet", {"source-license"}),
        ({**NC, "availability": "public"}, "met", set()),
        ({**NC, **VENDOR, "access": "gated"}, "met", set()),
        ({**NC, "withdrawn": "2025", "description": BOOKS}, "met", set()),
        ({**OPEN, "further_terms": "https://x.y/policy"}, "undecided", {"further-terms-unknown"}),
        (
            {**OPEN, "further_terms": {"location": "https://x.y", "restricts": ["use"]}},
            "unmet",
            {"further-terms-restrict"},
        ),
        (
            {**NC, "availability": "public", "further_terms": "https://x.y/policy"},
            "met",
            set(),
        ),
    ],
)
def test_terms_of_open_data_cost_the_requirement_and_no_freedom(source, requirement, rules):
    study, found, reasons = told(source)

    assert (study, found) == ("met", requirement)
    assert {rule for rule, _ in reasons} == rules


def test_a_license_that_restricts_is_told_where_it_stands_freedom_by_freedom():
    reasons = outcome(NC).reasons[REQUIREMENT]

    assert {one.path for one in reasons} == {(*WHERE, "license")}
    assert ["use" in one.message.partition("restricts ")[2][:3] for one in reasons] == [
        True,
        False,
        False,
    ]


def test_a_missing_license_is_told_at_the_data_set():
    (reason,) = outcome({"availability": "open", "location": AWAY}).reasons[REQUIREMENT]

    assert reason.path == WHERE


def test_the_terms_that_a_text_shows_count():
    seen = {WHERE: Observation(CONTRADICTED, terms=terms("CC-BY-NC-4.0"))}

    assert told(OPEN, evidence=seen)[1] == "unmet"


def test_terms_that_bind_nobody_are_a_remark():
    policy = {"location": "https://x.y/policy", "binding": False}
    made = outcome({**OPEN, "further_terms": policy})

    assert [one.rule.id for one in made.remarks] == ["further-terms-not-binding"]
    assert made.outcomes[REQUIREMENT].value == "met"


# ------------------------------------------------------------------ several


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_the_worst_data_set_counts_and_all_reasons_are_told_in_their_order(order):
    three = [OPEN, {**OBTAINABLE, "location": OURS}, {"not_released": "No."}]
    study, requirement, reasons = told(*(three[number] for number in order))

    assert (study, requirement) == ("unmet", "unmet")
    assert [rule for rule, _ in reasons] == [
        ["", "source-from-producer", "source-not-released"][number] for number in order if number
    ]


@pytest.mark.parametrize("value", [None, [], {"not_released": "We keep it."}])
def test_a_list_that_is_not_there_is_unmet(value):
    made = data_sources_outcome(load(whole({"data.sources": value})), {})

    assert {one.value for one in made.outcomes.values()} == {"unmet"}
    assert [one.rule.id for one in made.reasons["study"]] == ["data-sources-missing"]


def test_evidence_is_that_of_all_data_sets():
    first = {WHERE: Observation(VERIFIED)}
    both = {**first, ("data", "sources", 1): Observation(VERIFIED)}

    assert outcome(OPEN, OPEN, evidence=first).evidence == "declared"
    assert outcome(OPEN, OPEN, evidence=both).evidence == "verified"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (OPEN, True),
        ({**OPEN, "access": "gated"}, False),
        ({**OPEN, "availability": "public"}, False),
        ({**OPEN, "withdrawn": "2025"}, False),
        ({**OPEN, "not_released": ""}, False),
    ],
)
def test_what_counts_as_open(source, expected):
    assert is_open(load(whole({"data.sources.0": {"name": "S", **source}})).source_list[0]) is (
        expected
    )


# ------------------------------------------------------------------ remarks


def test_what_has_gone_offline_is_remarked_where_it_is_said():
    made = outcome(OPEN, {**OPEN, "withdrawn": "2025", "description": BOOKS})

    assert [(one.rule.id, one.path) for one in made.remarks] == [
        ("source-withdrawn", ("data", "sources", 1, "withdrawn"))
    ]


@pytest.mark.parametrize(
    ("loose", "count", "first"),
    [([], 0, None), ([0], 1, 0), ([1, 2], 2, 1), ([0, 1, 2], 3, 0)],
)
def test_data_sets_without_revision_or_hash_are_counted(loose, count, first):
    pinned, unpinned = OPEN, {**OPEN, "revision": ""}
    made = outcome(*(unpinned if number in loose else pinned for number in range(3)))

    assert [(one.rule.id, one.path[-1]) for one in made.remarks] == (
        [("unpinned", first)] if count else []
    )
    assert all(one.message.startswith(f"{count} of 3 ") for one in made.remarks)


def test_what_is_offline_needs_no_revision():
    gone = {"availability": "public", "location": AWAY, "withdrawn": "2025", "description": BOOKS}

    assert [one.rule.id for one in outcome(gone).remarks] == ["source-withdrawn"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({}, "no license is named"),
        ({"license": "LicenseRef-Own"}, "LicenseRef-Own is an id that nobody knows"),
    ],
)
def test_why_open_data_is_without_a_license_is_told(entry, said):
    plain = {key: value for key, value in OPEN.items() if key != "license"}
    made = report({"data.sources": [{"name": "T", **plain, **entry}]})

    (told,) = [one for one in made.findings if one.rule.id == "source-license"]
    assert told.message == f"the data set T is called open, and {said}"


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"sha256": "0" * 64}, "hash-mismatch"),
        ({"license_file": "text"}, "license-altered"),
        ({"license_file": "gone"}, "path-missing"),
    ],
)
def test_what_took_its_license_away_is_told_once_and_is_the_reason(home, more, rule):
    text = f"{template.text('MIT')}\nThe Work may not be used for commercial purposes.\n"
    entry = {"name": "T", "availability": "open", "location": "t.txt", "license": "MIT"}
    made = report(
        {"data.sources": [{**entry, **more}]}, home({"t.txt": "words", "data/x": "", "text": text})
    )

    assert [one.rule.id for one in made.findings if one.severity != "note"] == [rule]
    assert requirement(made, "data.sources").outcome.value == "unmet"
