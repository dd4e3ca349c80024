# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which commit a change is compared with follows from the event and what was checked out."""

from types import SimpleNamespace

import pytest

from osaid_action.action.base import base_of, lost
from osaid_action.action.checkout import NOWHERE, Checkout
from osaid_action.action.context import EVENTS
from osaid_action.action.retry import GitHubError
from osaid_action.errors import OsaidError
from osaid_action.repository.head import Head
from tests.action.settings import CONTEXT

HEAD, BASE, OTHER, NEWER, MERGE = (letter * 40 for letter in "abcde")
CONTEXT = CONTEXT._replace(run_sha=MERGE)


class Api:
    """GitHub, which knows the pull request as it is now and compares all with all."""

    def __init__(self, sha=NEWER, branch="next"):
        self.now, self.asked = SimpleNamespace(sha=sha, base_branch=branch), []

    def __call__(self):
        return self

    def pull(self, number):
        self.asked.append(number)
        return self.now

    def merge_base(self, base, head):
        self.asked.append((base, head))
        return "common"


def nobody():
    raise AssertionError("nobody is to be asked")


def of(commit, *parents, repository="acme/model"):
    return Checkout(repository, Head(commit, parents))


def test_the_test_merge_names_its_base():
    assert base_of(CONTEXT, of(MERGE, BASE, HEAD), nobody) == BASE


@pytest.mark.parametrize(
    ("checkout", "asked"),
    [
        (of(HEAD), [7, ("next", HEAD)]),
        (of(HEAD, BASE, OTHER), [7, ("next", HEAD)]),  # a head that is a merge itself
        (of(HEAD, BASE, HEAD), [7, ("next", HEAD)]),
        (of(NEWER, HEAD), [7, ("next", NEWER)]),
        (of(MERGE), [7, ("next", MERGE)]),  # without git
        (of(OTHER, HEAD), [7, ("next", HEAD)]),  # a commit of the workflow's own
        (of(OTHER, BASE, HEAD, NEWER), [7, ("next", HEAD)]),
        (of(HEAD, repository="octocat/model"), [7, ("next", HEAD)]),
    ],
)
def test_a_head_is_compared_with_where_it_left_the_branch_of_now(checkout, asked):
    api = Api()

    assert base_of(CONTEXT, checkout, api) == "common"
    assert api.asked == asked


def test_the_merge_of_a_newer_head_names_its_base_too():
    assert base_of(CONTEXT, of(OTHER, BASE, NEWER), Api()) == BASE


@pytest.mark.parametrize("checkout", [of(OTHER), of(OTHER, BASE), of(OTHER, BASE, OTHER), of("")])
def test_what_is_not_of_the_pull_request_is_not_compared(checkout):
    with pytest.raises(OsaidError, match="is not of this pull request"):
        base_of(CONTEXT, checkout, Api())


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize(
    "checkout", [of(HEAD, repository="acme/other"), of(HEAD, repository=""), NOWHERE]
)
def test_what_is_of_another_repository_is_not_compared(event, checkout):
    assert base_of(CONTEXT._replace(event=event), checkout, nobody) == ""


@pytest.mark.parametrize("event", ["schedule", "workflow_dispatch", "release"])
def test_other_events_change_nothing(event):
    assert base_of(CONTEXT._replace(event=event), of(HEAD), nobody) == ""


@pytest.mark.parametrize("event", ["pull_request", "pull_request_target"])
def test_a_closed_pull_request_is_not_compared(event):
    closed = CONTEXT._replace(event=event, is_open=False)

    assert base_of(closed, of(MERGE, BASE, HEAD), nobody) == ""


def test_a_pull_request_without_a_number_is_not_asked_for():
    assert base_of(CONTEXT._replace(pull=None), of(HEAD), nobody) == ""


@pytest.mark.parametrize(
    ("event", "branch"), [("workflow_run", "main"), ("pull_request_target", "next")]
)
def test_a_head_that_is_read_through_the_api(event, branch):
    api = Api()

    assert (
        base_of(CONTEXT._replace(event=event), of(HEAD, repository="octocat/model"), api)
        == "common"
    )
    assert api.asked[-1] == (branch, HEAD)


PUSH = CONTEXT._replace(event="push", sha=HEAD, pull=None, base_branch="")


@pytest.mark.parametrize("event", ["push", "merge_group"])
@pytest.mark.parametrize("checkout", [of(HEAD), of(OTHER, HEAD)])
def test_a_push_and_a_queue_say_where_they_start(event, checkout):
    context = PUSH._replace(event=event, before=BASE, base_branch="main")

    assert base_of(context, checkout, nobody) == BASE


def test_a_new_branch_is_compared_with_where_it_left_the_default_branch():
    api = Api()

    assert base_of(PUSH._replace(base_branch="main"), of(HEAD), api) == "common"
    assert api.asked == [("main", HEAD)]
    assert base_of(PUSH, of(HEAD), nobody) == ""  # the default branch itself


def test_another_branch_than_the_one_that_was_pushed_is_not_compared():
    with pytest.raises(OsaidError, match="is not what was pushed"):
        base_of(PUSH._replace(before=BASE), of(OTHER, BASE), nobody)


def test_why_it_cannot_be_told_names_what_was_asked():
    class Down(Api):
        def merge_base(self, _, __):
            raise GitHubError("GitHub answers 404, 'Not Found'", status=404)

    with pytest.raises(
        GitHubError, match=r"^next and aaaaaaa are not compared: GitHub answers 404"
    ):
        base_of(CONTEXT, of(HEAD), Down())


@pytest.mark.parametrize(
    ("forced", "status", "said"),
    [
        (True, 404, "the push was forced, and bbbbbbb, where the branch was before, is gone"),
        (True, 500, "bbbbbbb, the base, cannot be read: no"),
        (False, 404, "bbbbbbb, the base, cannot be read: no"),
    ],
)
def test_a_base_that_cannot_be_read_is_told(forced, status, said):
    context = PUSH._replace(before=BASE, is_forced=forced)

    assert str(lost(context, BASE, GitHubError("no", status=status))) == said
