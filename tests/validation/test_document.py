# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where values and keys stand, also of what is not there."""

import pytest

from osaid_action.definition.rules.form import TOO_LARGE
from osaid_action.validation.document import Document, Mark, Unreadable, refuse

INNER = Mark(2, 6, keys={"b": (2, 6), "c": (3, 6)}, inside={"b": Mark(2, 9), "c": Mark(3, 9)})
LIST = Mark(5, 3, inside=[Mark(5, 5), Mark(6, 5, keys={"d": (6, 5)}, inside={"d": Mark(6, 8)})])
TOP = Mark(1, 1, keys={"a": (1, 1), "l": (4, 1)}, inside={"a": INNER, "l": LIST})
DOCUMENT = Document({"a": {"b": 1, "c": 2}, "l": [0, {"d": 1}]}, TOP)


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("a",), (2, 6), (1, 1)),
        (("a", "b"), (2, 9), (2, 6)),
        (("a", "c"), (3, 9), (3, 6)),
        (("l", 0), (5, 5), (5, 5)),
        (("l", 1, "d"), (6, 8), (6, 5)),
        (("a", "gone"), (2, 6), (1, 1)),
        (("gone",), (1, 1), (1, 1)),
        (("a", "b", "deeper"), (2, 9), (2, 6)),
        (("l", 7), (5, 3), (5, 3)),
        (("l", "d"), (5, 3), (4, 1)),
        (("l", 1, "gone", "x"), (6, 5), (6, 5)),
    ],
)
def test_a_place_is_that_of_the_value_or_key_or_of_the_nearest_around_it(path, value, key):
    assert DOCUMENT.place(path) == value
    assert DOCUMENT.place(path, key=True) == key


def test_a_mark_is_that_of_the_nearest_value():
    assert DOCUMENT.mark_of(("a", "b")) is INNER.inside["b"]
    assert DOCUMENT.mark_of(("a", "gone", "x")) is INNER
    assert DOCUMENT.mark_of(()) is TOP


def test_a_document_that_is_one_value_has_one_place():
    document = Document("x", Mark(3, 4))

    assert document.place(("a", 0)) == document.place(("a",), key=True) == (3, 4)


def test_who_refuses_says_why_where_and_what_to_do():
    with pytest.raises(Unreadable, match="it is too much") as caught:
        refuse(TOO_LARGE, "it is too much", "take less", 7, 8)

    assert str(caught.value) == "it is too much"
    found = caught.value.diagnostic
    assert (found.rule, found.message, found.remedy) == (TOO_LARGE, "it is too much", "take less")
    assert (found.line, found.column, found.path) == (7, 8, ())
