# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a permission for other terms is shown, claimed, or none is claimed."""

import pytest

from osaid_action.assessment.permission import is_permitted, unshown
from osaid_action.model import Origin, Statement
from osaid_action.validation.loader import load
from tests.made import whole

BASE = {"name": "Base", "relation": "finetune"}
AT = Statement(("built_on", 0, "permission"), location="https://x.y/letter")
QUOTE = Statement(("built_on", 0, "permission"), words="You may.")


def made(by="", producer=None, **entry):
    """A declaration with one model in `built_on`."""
    declaration = load(whole({"system.producer": producer} if producer else {}))
    (parent,) = load(whole({"built_on": [BASE]})).built_on
    return declaration._replace(declared_by=by), parent._replace(**entry)


@pytest.mark.parametrize(
    ("permission", "same_licensor", "is_shown", "where"),
    [
        (None, False, False, None),
        (QUOTE, False, False, ("built_on", 0, "permission")),
        (AT, False, True, None),
        (AT, True, True, None),
        (None, True, False, ("built_on", 0, "same_licensor")),
        (QUOTE, True, False, ("built_on", 0, "same_licensor")),
    ],
)
def test_a_statement_that_can_be_read_shows_it(permission, same_licensor, is_shown, where):
    ours, parent = made(permission=permission, same_licensor=same_licensor)
    said = unshown(parent, None, ours)

    assert is_permitted(parent, None, ours) is is_shown
    assert (said.path if said else None) == where
    assert said is None or said.rule.id == "permission-unshown"


THEIRS = load(whole({"system.repository": "https://git.example.org/lab/base"}))
OTHERS = load(
    whole(
        {
            "system.repository": "https://git.example.org/others/base",
            "parameters.weights.location": "w.bin",
        }
    )
)


@pytest.mark.parametrize(
    ("location", "theirs", "expected"),
    [
        ("https://git.example.org/lab/base", None, True),
        ("https://git.example.org/others/base", None, False),
        ("", None, False),
        ("", THEIRS, True),
        ("", OTHERS, False),
        ("https://git.example.org/lab/base", OTHERS, True),
    ],
)
def test_one_owner_of_both_places_shows_one_licensor(location, theirs, expected):
    ours, parent = made(same_licensor=True, location=location)

    assert is_permitted(parent, theirs, ours) is expected
    assert not is_permitted(parent._replace(same_licensor=False), theirs, ours)


@pytest.mark.parametrize(
    ("ours_by", "theirs_by", "expected"),
    [("A lab", "a  LAB", True), ("A lab", "Others", False), ("A lab", None, False),
     (None, "A lab", False), (None, None, False)],
)  # fmt: skip
def test_one_producer_of_both_shows_one_licensor(ours_by, theirs_by, expected):
    ours, parent = made(producer=ours_by, same_licensor=True)
    theirs = OTHERS._replace(system=OTHERS.system._replace(producer=theirs_by))

    assert is_permitted(parent, theirs, ours) is expected


@pytest.mark.parametrize(
    ("by", "source", "expected"),
    [("A lab", "", True), ("A critic", "", False), ("A critic", "https://x.y", True)],
)
def test_a_third_partys_word_on_the_licensor_needs_a_source(by, source, expected):
    where = "https://git.example.org/lab/base"
    ours, parent = made(by, "A lab", same_licensor=True, location=where, source=Origin(source))

    assert is_permitted(parent, None, ours) is expected
    assert (unshown(parent, None, ours) is None) is expected
