# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a declaration is compared with: another tree, or another file."""

import pytest

from osaid_action.baseline import Baseline
from osaid_action.errors import OsaidError
from osaid_action.repository.tree import DeclarationFile
from tests.report.heron import FILES, PATH, WHOLE, Shelf, report_on


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OsaidError("what else is in it cannot be told"), "what else is in it cannot be told"),
        (OSError(), "OSError"),
    ],
)
def test_a_base_that_cannot_be_had_is_no_new_declaration(error, why):
    class Torn(Shelf):
        def kind(self, _):
            raise error

    def fail(_):
        raise error

    home = DeclarationFile(Shelf(FILES), PATH, "")
    for find in (fail, lambda _: Torn(FILES)):
        told = Baseline(find).change(report_on(WHOLE), home)

        assert (told.base_state, told.why) == ("unknown", why)


@pytest.mark.parametrize("error", [None, OsaidError("x"), SystemExit(1)])
def test_each_repository_is_opened_once(error):
    asked = []

    def find(top):
        asked.append(top)
        if error:
            raise error

    baseline = Baseline(find)
    for top in ("a", "b", "a"):
        if error:
            with pytest.raises(type(error)):
                baseline.tree(top)
        else:
            assert baseline.tree(top) is None
    assert asked == ["a", "b"]


def test_without_anything_to_compare_with_there_is_no_change():
    home = DeclarationFile(Shelf(FILES), PATH, "")

    assert Baseline(lambda _: None).change(report_on(WHOLE), home) is None
