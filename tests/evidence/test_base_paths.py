# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One line tells of the paths in a base's declaration, at which nobody looked."""

import pytest

from osaid_action.evidence.base_paths import not_looked_at_there
from osaid_action.validation.loader import load
from tests.test_parents_declared import SAID, SMALLEST, on

WHERE = ("built_on", 0, "declaration")
ENTRY = {"name": "Base", "relation": "finetune", "license": "MIT"}


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ({"training": "src/a.py"}, "1 path in x.yaml (src/a.py) counted unseen"),
        ({"training": ["a", "b"], "inference": "a"}, "2 paths in x.yaml (a, b) counted unseen"),
        ({"training": ["a", "b", "c"]}, "3 paths in x.yaml (a, b, …) counted unseen"),
    ],
)
def test_paths_are_counted(code, told):
    found = not_looked_at_there(load({**SMALLEST, "code": code}), "x.yaml", WHERE)

    assert found.message.startswith(told)
    assert (found.path, "`osaid check x.yaml`" in found.remedy) == (WHERE, True)


def test_urls_are_none():
    assert not_looked_at_there(load({**SMALLEST, **SAID}), "x.yaml", WHERE) is None


def test_the_check_of_what_is_built_on_it_says_so():
    notes = [
        [one.message for one in on(ENTRY, theirs).findings if one.rule.id == "path-unknown"]
        for theirs in (SMALLEST, {**SMALLEST, "code": {"training": "gone.py"}})
    ]

    assert [len(one) for one in notes] == [0, 1]
    assert "gone.py" in notes[1][0]


def test_one_that_is_invalid_is_told():
    (wrong,) = on(ENTRY, {**SMALLEST, "cod": 1}).errors

    assert wrong.message == "base.yaml is invalid: line 9: unknown key `cod`"
