# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Two reports, and what is told of the way from one to the other."""

import pytest

from osaid_action.comparison import (
    Removed,
    Transition,
    as_data,
    compare,
    moved,
    removed_as_data,
)
from tests.report.heron import (
    LESS,
    MISSPELT,
    NO_TRAINING,
    UNKNOWN_LICENSE,
    WHOLE,
    change_from,
    report_on,
)


def test_nothing_changed():
    change = change_from(WHOLE, WHOLE)

    assert change.base_state == "known"
    assert not change.differs
    assert not change.outcome_differs
    assert (change.gained, change.lost, change.doubted) == ((), (), ())


def test_a_component_that_goes_takes_its_freedoms_along():
    change = change_from(WHOLE, NO_TRAINING)

    assert change.lost == ("study", "modify")
    assert change.gained == change.doubted == ()
    assert change.verdict == Transition("verdict", "met", "unmet")
    assert change.label == Transition("label", "open-source-ai", "open-weights")
    assert change.requirements == (Transition("code.training", "met", "unmet"),)
    assert change.licenses == (Transition("code.training", "Apache-2.0", None),)
    assert change.evidence == (Transition("code.training", "verified", None),)
    assert change.new_findings == {"training-code-missing:/code/training"}


@pytest.mark.parametrize(
    ("before", "after", "is_worse"),
    [
        (WHOLE, NO_TRAINING, True),
        (WHOLE, UNKNOWN_LICENSE, True),
        (WHOLE, MISSPELT, True),
        (WHOLE, WHOLE, False),
        (NO_TRAINING, WHOLE, False),
        (MISSPELT, MISSPELT, False),
        (MISSPELT, NO_TRAINING, False),
        (None, NO_TRAINING, False),
    ],
)
def test_what_met_more_before_is_worse(before, after, is_worse):
    assert change_from(before, after).is_worse is is_worse


OTHER = WHOLE.replace("name: Heron", "name: Egret", 1)


@pytest.mark.parametrize(
    ("before", "after", "name", "differs"),
    [
        (OTHER, WHOLE, "Egret 1B", True),
        (WHOLE, OTHER, "Heron 1B", True),
        (WHOLE, WHOLE, "", False),
        (WHOLE.replace("name: Heron 1B", "name: 'Heron  1B '"), WHOLE, "", False),
        (None, WHOLE, "", True),
        (MISSPELT, OTHER, "", True),
    ],
)
def test_another_system_in_the_place_of_one_is_told(before, after, name, differs):
    change = change_from(before, after)

    assert (change.system_before, change.differs) == (name, differs)


def test_a_license_that_changes_is_told_with_both_names():
    change = change_from(NO_TRAINING, LESS)

    assert change.lost == ("use", "share")
    assert change.licenses == (Transition("parameters.weights", "Apache-2.0", "llama3.1"),)
    assert "training-code-missing:/code/training" not in change.new_findings
    assert "license-restricts-use:/parameters/weights/license" in change.new_findings


def test_what_comes_back_is_gained():
    change = change_from(LESS, WHOLE)

    assert change.gained == ("use", "study", "modify", "share")
    assert change.lost == ()
    assert change.new_findings == set()


def test_what_cannot_be_told_any_more_is_in_doubt_and_not_lost():
    change = change_from(WHOLE, UNKNOWN_LICENSE)

    assert change.doubted == ("use", "study", "modify", "share")
    assert change.lost == change.gained == ()
    assert change.outcome_differs


def test_a_license_alone_is_a_difference_but_not_of_an_outcome():
    change = change_from(WHOLE, WHOLE.replace("CC-BY-4.0", "CC0-1.0"))

    assert {turn.after for turn in change.licenses} == {"CC0-1.0"}
    assert change.differs
    assert not change.outcome_differs


def test_what_only_moves_is_not_new():
    moved = NO_TRAINING.replace("declared:", "\n\ndeclared:")

    change = change_from(NO_TRAINING, moved)

    assert change.new_findings == set()
    assert not change.differs


@pytest.mark.parametrize(
    ("before", "after", "new"), [(0, 1, 1), (1, 1, 0), (1, 2, 1), (1, 3, 2), (2, 2, 0), (2, 1, 0)]
)
def test_the_same_finding_once_more_is_new(before, after, new):
    twin = "    - {name: Twin, availability: public}\n"
    texts = [WHOLE.replace("  sources:\n", "  sources:\n" + twin * n) for n in (before, after)]

    change = change_from(*texts)

    assert len(change.new_findings) == new
    assert all(id_.startswith("source-location-missing:") for id_ in change.new_findings)


@pytest.mark.parametrize(
    ("before", "why", "state", "differs"),
    [
        (WHOLE, "", "known", False),
        (None, "", "new", True),
        (MISSPELT, "", "invalid", True),
        (None, "the commit is not there", "unknown", False),
    ],
)
def test_the_base_is_in_one_of_four_states(before, why, state, differs):
    change = change_from(before, WHOLE, why_unknown=why)

    assert change.base_state == state
    assert change.outcome_differs is differs
    assert change.why == why


def test_an_invalid_file_after_an_invalid_one_is_as_before():
    change = compare(report_on(MISSPELT), report_on(MISSPELT))

    assert change.base_state == "invalid"
    assert not change.differs


def test_an_invalid_file_keeps_what_was_known():
    change = change_from(WHOLE, MISSPELT)

    assert change.base_state == "known"
    assert change.outcome_differs
    assert change.before.verdict == "met"
    assert change.freedoms == ()


def test_the_data_says_both_sides():
    data = as_data(change_from(WHOLE, NO_TRAINING))

    assert data["base"] == "known"
    assert data["freedoms"] == {
        "study": {"before": "met", "after": "unmet"},
        "modify": {"before": "met", "after": "unmet"},
    }
    assert data["new_findings"] == ["training-code-missing:/code/training"]


def test_the_data_of_a_change_has_every_field_whatever_changed():
    nothing = {"freedoms": {}, "requirements": {}, "licenses": {}, "evidence": {}}

    assert as_data(change_from(WHOLE, WHOLE)) == {
        "base": "known",
        "why": None,
        "verdict": {"before": "met", "after": "met"},
        "label": {"before": "open-source-ai", "after": "open-source-ai"},
        **nothing,
        "new_findings": [],
        "moved_from": None,
    }
    assert as_data(change_from(None, WHOLE, why_unknown="no")) == {
        "base": "unknown",
        "why": "no",
        "verdict": {"before": None, "after": "met"},
        "label": {"before": None, "after": "open-source-ai"},
        **nothing,
        "new_findings": [],
        "moved_from": None,
    }


def test_the_data_of_requirements_licenses_and_evidence_is_by_their_ids():
    data = as_data(change_from(NO_TRAINING, WHOLE))

    assert data["requirements"] == {"code.training": {"before": "unmet", "after": "met"}}
    assert data["licenses"] == {"code.training": {"before": None, "after": "Apache-2.0"}}
    assert data["evidence"]["code.training"]["after"] == "verified"


def test_new_findings_are_told_in_order():
    data = as_data(change_from(WHOLE, LESS))

    assert len(data["new_findings"]) > 1
    assert data["new_findings"] == sorted(data["new_findings"])


@pytest.mark.parametrize(
    ("before", "after", "gained", "lost", "doubted"),
    [
        ("met", "unmet", False, True, False),
        ("met", "undecided", False, False, True),
        ("unmet", "undecided", False, False, False),
        ("undecided", "unmet", False, False, False),
        ("unmet", "met", True, False, False),
        ("undecided", "met", True, False, False),
    ],
)
def test_a_freedom_is_gained_lost_or_in_doubt_by_what_it_was(before, after, gained, lost, doubted):
    change = NOTHING._replace(freedoms=(Transition("use", before, after),))

    assert [bool(got) for got in (change.gained, change.lost, change.doubted)] == [
        *(gained, lost, doubted)
    ]
    assert change.outcome_differs


NOTHING = change_from(WHOLE, WHOLE)
TURN = (Transition("x", "a", "b"),)


@pytest.mark.parametrize(
    ("given", "outcome", "anything"),
    [
        ({}, False, False),
        ({"freedoms": TURN}, True, True),
        ({"requirements": TURN}, True, True),
        ({"verdict": TURN[0]}, True, True),
        ({"label": TURN[0]}, True, True),
        ({"licenses": TURN}, False, True),
        ({"evidence": TURN}, False, True),
        ({"new_findings": frozenset(["x"])}, False, True),
        ({"base_state": "unknown", "verdict": TURN[0], "freedoms": TURN}, False, False),
    ],
)
def test_what_makes_a_difference(given, outcome, anything):
    change = NOTHING._replace(**given)

    assert (change.outcome_differs, change.differs) == (outcome, anything)


# ------------------------------------------------------------------ gone, and moved


@pytest.mark.parametrize(
    ("gone", "new", "told"),
    [
        ({"a": b"1"}, {}, {}),
        ({}, {"b": b"1"}, {}),
        ({"a": b"1"}, {"b": b"1"}, {"b": "a"}),
        ({"a": b"1"}, {"b": b"2"}, {"b": "a"}),
        ({"a": b"1", "c": b"2"}, {"b": b"3"}, {}),
        ({"a": b"1"}, {"b": b"2", "d": b"3"}, {}),
        ({"a": b"1", "c": b"2"}, {"b": b"2"}, {"b": "c"}),
        ({"a": b"1", "c": b"1"}, {"b": b"1"}, {"b": "a"}),
        ({"a": b"1", "c": b"2"}, {"b": b"2", "d": b"3"}, {"b": "c", "d": "a"}),
        ({"a": b"1"}, {"b": b"1", "d": b"1"}, {"b": "a"}),
    ],
)
def test_what_was_moved_has_the_same_content_or_is_the_only_one(gone, new, told):
    assert moved(gone, new) == told


@pytest.mark.parametrize(
    ("gone", "new", "told"),
    [
        ({"a": "1 2", "c": "3 4"}, {"b": "3 5", "d": "1 6"}, {"b": "c", "d": "a"}),
        ({"a": "1 2 3", "c": "1 2 4"}, {"b": "1 2 4 5"}, {"b": "c"}),
        ({"a": "1 2 3"}, {"b": "1 2 3 4", "d": "1 2 5"}, {"b": "a"}),
        ({"a": "1 2", "c": "1 2"}, {"b": "1 2 3", "d": "1 2 4"}, {"b": "a", "d": "c"}),
        ({"a": "1 2 3", "c": "4"}, {"b": "1 5 6", "d": "7"}, {}),
        ({"a": "1 1 1 2", "c": "3"}, {"b": "1 2 4 5 6", "d": "7"}, {}),
        ({"a": "", "c": "3"}, {"b": "4", "d": "5"}, {}),
        ({str(n): f"{n} x" for n in range(101)}, {f"n{n}": f"{n} y" for n in range(100)}, {}),
    ],
)
def test_of_several_that_were_moved_the_most_alike_belong_together(gone, new, told):
    def texts(several):
        return {path: text.replace(" ", "\n").encode() for path, text in several.items()}

    assert moved(texts(gone), texts(new)) == told


def test_a_declaration_that_is_gone_loses_what_it_met():
    assert Removed("a", report_on(NO_TRAINING)).lost == ("use", "share")
    assert Removed("a").lost == ()


def test_the_data_of_what_is_gone_is_that_of_the_base():
    invalid = report_on("x: [")

    assert removed_as_data(Removed("a", report_on(NO_TRAINING))) == {
        "path": "a",
        "verdict": "unmet",
        "label": "open-weights",
        "freedoms": {"use": "met", "study": "unmet", "modify": "unmet", "share": "met"},
    }
    assert removed_as_data(Removed("a", invalid)) == {
        "path": "a",
        "verdict": "invalid",
        "label": None,
        "freedoms": None,
    }
    assert removed_as_data(Removed("a"))["verdict"] is None
