# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The same words for several of the five points, in place or in several files."""

import pytest

from osaid_action.assessment.alike import alike
from osaid_action.evidence.observation import Observation
from osaid_action.validation.loader import load
from tests.made import POINTS, whole

SAME = "The data of this system is of high quality."


def same(texts):
    """Which components are told to have the same words, and where."""
    changes = {f"data.description.{point}.text": text for point, text in texts.items()}
    found = alike(load(whole(changes)), {})
    return {identity.rpartition(".")[2]: one.path[-1] for identity, one in found.items()}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, {}),
        ({"scope": SAME}, {}),
        ({"scope": SAME, "labeling": SAME}, dict.fromkeys(["scope", "labeling"], "labeling")),
        (
            dict.fromkeys(POINTS, SAME),
            dict.fromkeys(POINTS, "scope"),
        ),
    ],
)
def test_the_same_words_for_two_points_are_told_at_the_second(texts, expected):
    assert same(texts) == expected


def test_texts_that_are_not_there_are_not_the_same():
    changes = {f"data.description.{point}": f"docs/{point}.md" for point in POINTS}

    assert alike(load(whole(changes)), {}) == {}
    assert alike(load(whole({"data.description": {"text": SAME}})), {}) == {}


def test_two_texts_of_one_point_are_read_together():
    parts = [{"text": "The data of this system"}, {"text": "is of high quality."}]
    changes = {"data.description.scope": parts, "data.description.labeling.text": SAME}

    assert len(alike(load(whole(changes)), {})) == 2


def in_files(files):
    """Which of the points are told to have the same words, by what stands in their files."""
    changes = {f"data.description.{point}": where for point, (where, _) in files.items()}
    evidence = {
        ("data", "description", point): Observation(content=text.encode())
        for point, (_, text) in files.items()
    }
    return {one.rpartition(".")[2] for one in alike(load(whole(changes)), evidence)}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"scope": ("a.md", SAME), "labeling": ("b.md", SAME)}, {"scope", "labeling"}),
        (
            {"scope": ("a.md", f"# Scope\n\n{SAME}"), "labeling": ("b.md", SAME)},
            {"scope", "labeling"},
        ),
        ({"scope": ("a.md#scope", SAME), "labeling": ("a.md#labels", SAME)}, set()),
        ({"scope": ("a.md", SAME), "labeling": ("b.md", "Three nurses labeled each note.")}, set()),
        ({"scope": ("a.pdf", "%PDF-1.7"), "labeling": ("b.pdf", "%PDF-1.7")}, set()),
    ],
)
def test_a_file_may_tell_of_several_points_and_its_copy_may_not(files, expected):
    assert in_files(files) == expected


def test_a_file_with_the_words_of_a_text_in_place_is_told():
    changes = {"data.description.scope": "a.md", "data.description.labeling.text": SAME}
    evidence = {("data", "description", "scope"): Observation(content=SAME.encode())}

    assert len(alike(load(whole(changes)), evidence)) == 2
