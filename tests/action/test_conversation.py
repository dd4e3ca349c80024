# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which comments are to be, and by which name each declaration is known again."""

import pytest

from osaid_action.action.checkout import NOWHERE, Checkout
from osaid_action.action.conversation import MAX_COMMENTS, comments, farewell, identity
from osaid_action.action.inputs import Inputs
from osaid_action.action.marker import key_of, marker_in, path_of
from osaid_action.action.reports import Checked, Found, Gone, Place
from osaid_action.check import check
from osaid_action.comparison import Removed, compare
from osaid_action.errors import OsaidError
from osaid_action.repository.head import Head
from osaid_action.repository.tree import DeclarationFile
from tests.action.bench import GOOD, NAME, SECRET
from tests.action.settings import CONTEXT
from tests.report.heron import Shelf

SHA = CONTEXT.sha
MERGE = Checkout("acme/model", Head("c" * 40, ("b" * 40, SHA)))


@pytest.mark.parametrize(
    ("checkout", "name"),
    [
        (MERGE, NAME),
        (MERGE._replace(place="model"), NAME),
        (Checkout("octocat/model", Head(SHA)), NAME),
        (Checkout("acme/model", Head("d" * 40, (SHA,))), NAME),
        (Checkout("acme/model", Head("b" * 40), "base"), f"acme/model\0base\0{NAME}"),
        (Checkout("acme/other", Head(SHA), "x"), f"acme/other\0x\0{NAME}"),
        (NOWHERE, f"\0\0{NAME}"),
    ],
)
def test_a_declaration_is_named_by_its_path_and_elsewhere_by_more(checkout, name):
    assert identity(CONTEXT, checkout, NAME) == name
    assert path_of(key_of(name)) == name


def checked(text, checkout=MERGE, path=NAME, moved_from=""):
    report = check(text.encode(), path)
    change = compare(report, report)._replace(moved_from=moved_from)
    return Checked(report, DeclarationFile(None, path, ""), change, checkout, "c" * 40)


def test_of_two_checkouts_each_has_its_comment():
    base = Checkout("acme/model", Head("b" * 40), "base")
    found = Found((checked(SECRET), checked(SECRET, base)), (), ())

    keys = [wanted.marker.key for wanted in comments(CONTEXT, Inputs(), found)]

    assert keys == [key_of(NAME), key_of(f"acme/model\0base\0{NAME}")]


def test_what_was_moved_says_where_its_comment_is():
    found = Found((checked(SECRET, moved_from="a/x.yaml"), checked(GOOD)), (), ())

    first, second = comments(CONTEXT, Inputs(), found)

    other = NAME.replace(".yaml", ".yml")  # which is the same declaration
    assert (first.formerly, second.formerly) == (key_of("a/x.yaml"), key_of(other))
    assert (first.marker.run, first.marker.attempt) == (CONTEXT.run_id, CONTEXT.attempt)


def test_what_is_lost_comes_first():
    lost = checked(SECRET, path="z/x.yaml")
    lost = lost._replace(change=compare(check(GOOD.encode(), "z"), lost.report))
    gone = Gone(Removed("y/x.yaml"), MERGE, "y/x.yaml")
    same = tuple(checked(SECRET, path=f"a/{number}.yaml") for number in range(MAX_COMMENTS))
    found = Found((*same, lost), (), (), gone=(gone,))

    several = [*comments(CONTEXT, Inputs(), found)]

    assert [wanted.marker.key for wanted in several[:2]] == [key_of("z/x.yaml"), key_of("y/x.yaml")]
    assert [wanted.create for wanted in several] == [True] * MAX_COMMENTS + [False] * 2


# ------------------------------------------------------------------ what is there no more


def leave(key, checkout=MERGE, files=("a/x",)):
    found = Found((), (), (), ("seen",), (Place(checkout, Shelf(files)),))
    return farewell(CONTEXT, found, key)


def test_what_is_gone_is_said_to_be_done_with():
    wanted = leave(key_of("b/x"))

    assert marker_in(wanted.body) == wanted.marker
    assert (wanted.marker.key, wanted.create) == (key_of("b/x"), False)
    assert "`b/x` is not there any more" in wanted.body


@pytest.mark.parametrize(
    ("key", "checkout"),
    [
        (key_of("a/x"), MERGE),  # it is there, and another job's
        (key_of("a"), MERGE),
        (key_of("acme/other\0x\0b/x"), MERGE),
        ("no-key", MERGE),
        (key_of("../x"), MERGE),
        (key_of("/etc/nothing"), MERGE),
        (key_of(".git/nothing"), MERGE),
        (key_of("seen"), MERGE),  # and cannot be read
        (key_of("b/x"), Checkout("acme/other", Head(SHA))),
        (key_of("b/x"), Checkout("acme/model", Head("b" * 40))),
    ],
)
def test_what_may_be_there_is_left_alone(key, checkout):
    assert leave(key, checkout) is None


def test_where_nothing_was_looked_at_nothing_is_gone():
    assert farewell(CONTEXT, Found((), (), ()), key_of("b/x")) is None


@pytest.mark.parametrize("error", [OSError("more than 200 folders"), OsaidError("cut")])
def test_what_cannot_be_looked_up_is_left_alone(error):
    class Torn(Shelf):
        def kind(self, _):
            raise error

    found = Found((), (), (), places=(Place(MERGE, Torn([])),))

    assert farewell(CONTEXT, found, key_of("b/x")) is None
