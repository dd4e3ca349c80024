# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Two runs at once, one between two requests of the other: one comment, and the later run's."""

import pytest

from osaid_action.action.marker import marker_in
from testing.github_double import events
from tests.action.bench import NAME, SECRET

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double

OTHER = {"require": "use", "compare": "false"}
"""Inputs that make another comment, so that one sees whose it is."""


@pytest.fixture
def pull(acme):
    acme.commit({NAME: SECRET, f"b/{NAME}": SECRET + "# b\n"}, branch="feature")
    return acme.pull("feature")


@pytest.fixture
def at_once(github, acme, pull, bench):
    """Runs one between two requests of another, the one or the other later; the two runs."""

    def run(*, later_within, moves=False, **request):
        event = events.pull_request(github, pull)
        numbers = sorted([acme.run(pull).id, acme.run(pull).id], reverse=later_within)
        done = []

        def within():
            other = event
            if moves:
                acme.commit({"README.md": "more"}, branch="feature")
                other = events.pull_request(github, pull)
            done.append(bench.run(other, inputs=OTHER, GITHUB_RUN_ID=str(numbers[0])))

        github.fail(**request, before=within)
        done.append(bench.run(event, GITHUB_RUN_ID=str(numbers[1])))
        return numbers, *done

    return run


def runs(pull):
    return [marker_in(comment.body).run for comment in pull.comments]


BEFORE = {
    "the first comment": {"method": "POST", "path": "*/comments"},
    "the second comment": {"method": "POST", "path": "*/comments", "skip": 1},
    "the comments are listed": {"method": "GET", "path": "*/issues/*/comments"},
    "the head is asked for": {"method": "GET", "path": "*/pulls/*", "skip": 1},
    "they are listed again": {"method": "GET", "path": "*/issues/*/comments", "skip": 1},
}


@pytest.mark.parametrize("later_within", [True, False], ids=["later", "earlier"])
@pytest.mark.parametrize("when", BEFORE)
def test_two_runs_that_begin_at_once_leave_one_comment_each(pull, at_once, when, later_within):
    numbers, within, around = at_once(later_within=later_within, **BEFORE[when])

    assert (within.code, around.code) == (0, 0)
    assert runs(pull) == [max(numbers)] * 2, around.log
    assert around.outputs["comment-url"].splitlines() == [
        f"{within.outputs['comment-url'].splitlines()[n]}" for n in range(2)
    ]


@pytest.mark.parametrize("later_within", [True, False], ids=["later", "earlier"])
def test_a_comment_that_changes_between_two_requests_is_the_later_runs(  # noqa: PLR0913, PLR0917
    github, acme, pull, bench, at_once, later_within
):
    first = str(acme.run(pull).id)
    event = events.pull_request(github, pull)
    bench.run(event, inputs={"require": "study"}, GITHUB_RUN_ID=first)

    numbers, _, around = at_once(later_within=later_within, method="GET", path="*/pulls/*", skip=1)

    assert runs(pull) == [max(numbers)] * 2, around.log


@pytest.mark.parametrize("when", ["the first comment", "they are listed again"])
def test_a_run_on_an_older_commit_leaves_the_newer_ones_word(pull, at_once, when):
    at_once(later_within=True, moves=True, **BEFORE[when])

    assert {marker_in(comment.body).sha for comment in pull.comments} == {pull.head_sha}
    assert len(pull.comments) == 2
