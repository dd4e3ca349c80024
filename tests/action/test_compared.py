# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Each declaration beside that of the base, and those of the base that are no more."""

import pytest

from osaid_action.action.compared import compared
from osaid_action.action.inputs import Inputs
from osaid_action.action.reports import CheckOptions, Found, in_tree
from osaid_action.baseline import Baseline
from osaid_action.errors import OsaidError
from tests.action.bench import BROKEN, GOOD, NAME, SECRET
from tests.action.test_reports import HOME, Library

INPUTS = Inputs(path=(NAME, "gone"))


def found_of(text):
    return in_tree(Library({NAME: text}), HOME, CheckOptions(INPUTS))


@pytest.mark.parametrize(
    ("before", "after", "state", "lost"),
    [
        (GOOD, SECRET, "known", ("study", "modify")),
        (GOOD, GOOD, "known", ()),
        (BROKEN, GOOD, "invalid", ()),
        (None, GOOD, "new", ()),
    ],
)
def test_each_stands_beside_what_it_was(before, after, state, lost):
    base = Library({NAME: before} if before else {})

    found = compared(found_of(after), INPUTS, Baseline(lambda _: base))

    (one,) = found.checked
    assert (one.change.base_state, one.change.lost) == (state, lost)
    assert (found.missing, found.troubles) == (("gone",), ())


def test_without_a_base_there_is_no_change():
    assert compared(found_of(GOOD), INPUTS, Baseline(lambda _: None)).checked[0].change is None


@pytest.mark.parametrize("error", [KeyError("tree"), SystemExit(3), OsaidError("no git")])
def test_whatever_goes_wrong_there_is_why_it_cannot_be_told(error):
    def fail(_):
        raise error

    (one,) = compared(found_of(GOOD), INPUTS, Baseline(fail)).checked

    assert one.change.base_state == "unknown"
    assert str(error) in one.change.why
    assert one.report.verdict == "met"


def test_who_stops_the_run_stops_it():
    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compared(found_of(GOOD), INPUTS, Baseline(stop))


def test_of_nothing_there_is_nothing_to_compare():
    nothing = Found((), (), ())

    assert compared(nothing, INPUTS, Baseline(lambda _: None)) == nothing


# ------------------------------------------------------------------ what is gone


def beside(now, before, **inputs):
    """What is found now, beside what was there before."""
    inputs = Inputs(**inputs)
    found = in_tree(Library(now), HOME, CheckOptions(inputs))
    return compared(found, inputs, Baseline(lambda _: Library(before)))


def gone(found):
    return [(one.path, one.removed.path, one.removed.lost) for one in found.gone]


def test_a_declaration_that_is_gone_is_told_with_what_it_met():
    found = beside({NAME: GOOD}, {NAME: GOOD, f"a/{NAME}": SECRET})

    assert gone(found) == [(f"a/{NAME}", f"a/{NAME}", ("use", "share"))]
    assert found.not_followed == ""


def test_only_what_is_searched_can_be_gone():
    before = {NAME: GOOD, f"a/{NAME}": SECRET, f".x/{NAME}": GOOD}

    assert gone(beside({NAME: GOOD}, before, path=(NAME, "b/*"))) == []
    assert gone(beside({"a/x": ""}, before, working_directory="a")) == [
        (f"a/{NAME}", f"a/{NAME}", ("use", "share"))
    ]


def test_one_that_was_moved_is_compared_with_where_it_was():
    found = beside({f"b/{NAME}": SECRET}, {f"a/{NAME}": GOOD})

    (one,) = found.checked
    assert gone(found) == []
    assert (one.change.moved_from, one.change.lost) == (f"a/{NAME}", ("study", "modify"))


def test_one_that_is_there_and_cannot_be_read_is_not_gone():
    assert gone(beside({NAME: OSError("no")}, {NAME: GOOD})) == []


def test_what_a_search_that_was_cut_short_did_not_reach_is_not_gone():
    class Cut(Library):
        def names(self, path):
            if path == "b":
                raise OsaidError("too much")
            return super().names(path)

    inputs = Inputs(path=(".", "c"))
    now = {NAME: GOOD, f"b/{NAME}": GOOD, f"c/{NAME}": GOOD}
    before = Library({**now, f"d/{NAME}": GOOD, f"c/x/{NAME}": SECRET})
    found = in_tree(Cut(now), HOME, CheckOptions(inputs))

    found = compared(found, inputs, Baseline(lambda _: before))

    assert found.unfinished == (".",)
    assert [path for path, *_ in gone(found)] == [f"c/x/{NAME}"]
    assert found.not_followed == ". was not searched to its end"


def test_why_what_is_gone_cannot_be_told_is_kept():
    class Cut(Library):
        def folders(self, _):
            raise OsaidError("cut")

    found = in_tree(Library({NAME: GOOD}), HOME, CheckOptions(Inputs()))
    cut = compared(found, Inputs(), Baseline(lambda _: Cut({NAME: GOOD})))

    assert (cut.gone, cut.not_followed) == ((), "cut")
    assert cut.checked[0].change.base_state == "known"
