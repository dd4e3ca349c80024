# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Models that wrote training data: is it listed, and do their terms speak of it."""

import pytest

from osaid_action.assessment.teachers import remarks, unlisted
from osaid_action.validation.loader import load
from tests.made import whole


def made(written_by="", **teacher):
    entry = {"name": "Teacher 9B", "relation": "teacher", **teacher}
    changes = {"data.sources.0.generated_by": written_by} if written_by else {}
    return load(whole({**changes, "built_on": [entry]}))


@pytest.mark.parametrize(
    ("written_by", "relation", "paths"),
    [
        ("", "teacher", [("built_on", 0)]),
        ("Other", "teacher", [("built_on", 0)]),
        ("Teacher 9B", "teacher", []),
        (" teacher  9b", "teacher", []),
        ("", "finetune", []),
        ("Teacher 9B", "finetune", []),
    ],
)
def test_a_teacher_is_open_unless_what_it_wrote_is_listed(written_by, relation, paths):
    found = list(unlisted(made(written_by, relation=relation)))

    assert [one.path for one in found] == paths
    assert {one.rule.id for one in found} <= {"teacher-unlisted"}


@pytest.mark.parametrize(
    ("license_", "relation", "paths"),
    [
        ("llama2", "teacher", [("built_on", 0, "license")]),
        ("llama2", "finetune", []),
        ("Apache-2.0", "teacher", []),
        ("Own-1.0", "teacher", []),
        (None, "teacher", []),
    ],
)
def test_terms_that_speak_of_outputs_are_a_remark(license_, relation, paths):
    entry = {"license": license_} if license_ else {}
    found = list(remarks(made(relation=relation, **entry)))

    assert [one.path for one in found] == paths
    assert {one.rule.id for one in found} <= {"teacher-terms"}


def test_each_teacher_is_looked_at():
    names = ("A", "B", "C")
    entries = [{"name": name, "relation": "teacher", "license": "llama2"} for name in names]
    declaration = load(whole({"data.sources.0.generated_by": "B", "built_on": entries}))

    assert [one.path for one in unlisted(declaration)] == [("built_on", 0), ("built_on", 2)]
    assert [one.path[1] for one in remarks(declaration)] == [0, 1, 2]
