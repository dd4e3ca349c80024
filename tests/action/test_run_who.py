# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Who we are on other servers, which run has the word, and why a comment could not be written."""

import pytest

from osaid_action.action.marker import Marker, key_of, marker_in
from testing.github_double import events
from testing.github_double.api.state import ACTIONS, OCTOCAT, Actor
from tests.action.bench import GOOD, NAME, SECRET
from tests.action.forged import whole

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double

FORGEJO = Actor("forgejo-actions", 4)
"""Of a server without GraphQL, whose workflows are a user of no app."""


@pytest.fixture
def pull(acme):
    acme.commit({NAME: SECRET}, branch="feature")
    return acme.pull("feature")


def elsewhere(github, *, tells=True):
    """A token of a server that only resembles GitHub."""
    github.fail(path="/graphql", status=404, times=99)
    if not tells:
        github.fail(path="/user", status=404, times=99)
    return github.grant({"contents": "read", "pull-requests": "write"}, FORGEJO)


@pytest.mark.parametrize("tells", [True, False], ids=["GET /user tells", "nobody tells"])
def test_on_another_server_there_is_one_comment(github, acme, pull, bench, tells):
    token = elsewhere(github, tells=tells)

    bench.run(events.pull_request(github, pull), token=token)
    acme.commit({NAME: GOOD + "# mended\n"}, branch="feature")
    bench.run(events.pull_request(github, pull), token=token)

    (comment,) = pull.comments
    assert comment.author == FORGEJO
    assert "OSAID 1.0 met, as declared" in comment.body


def test_where_nobody_tells_the_lines_have_to_be_whole(github, pull, bench):
    token = elsewhere(github, tells=False)
    quoted = pull.comment(f"> {whole(1)}", OCTOCAT)

    bench.run(events.pull_request(github, pull), token=token)

    assert quoted.body.startswith("> ")
    assert len(pull.comments) == 2


# ------------------------------------------------------------------ which run has the word


@pytest.mark.parametrize(
    ("later", "attempt", "left"), [(True, 1, True), (False, 1, False), (True, 2, False)]
)
def test_a_run_that_github_knows_to_be_later_has_the_word(  # noqa: PLR0913, PLR0917
    github, acme, pull, bench, later, attempt, left
):
    known = acme.run(pull)
    number = known.id if later else known.id + 999
    theirs = Marker(key_of(NAME), pull.head_sha, number, attempt)
    pull.comment(whole(1).replace(str(marker_in(whole(1))), str(theirs)), ACTIONS)

    run = bench.run(events.pull_request(github, pull))

    (comment,) = pull.comments
    assert ("loses" not in comment.body) == left
    assert ("left to a later run" in run.log) == left


def test_a_run_that_is_started_again_has_the_word(github, acme, pull, bench):
    known = acme.run(pull)
    event = events.pull_request(github, pull)
    bench.run(event, GITHUB_RUN_ID=str(known.id))
    body = pull.comments[0].body

    bench.run(
        event, inputs={"compare": "false"}, GITHUB_RUN_ID=str(known.id), GITHUB_RUN_ATTEMPT="2"
    )

    assert pull.comments[0].body != body
    assert marker_in(pull.comments[0].body).attempt == 2


# ------------------------------------------------------------------ two pull requests of one head


def test_two_pull_requests_of_one_head_have_a_comment_each(github, acme, bench):
    theirs = github.fork(acme, "octocat")
    theirs.commit({NAME: SECRET}, branch="patch-1")
    acme.commit({NAME: SECRET}, branch="release/1.x", message="There it was never")
    first = acme.pull("patch-1", head_repository=theirs)
    second = acme.pull("patch-1", head_repository=theirs, base="release/1.x")

    run = bench.run(
        events.workflow_run(github, acme, acme.run(first)), inputs={"check-run": "true"}
    )

    assert (run.code, len(acme.checks)) == (0, 1)
    assert [len(first.comments), len(second.comments)] == [1, 1]
    assert "loses Study and Modify" in first.comments[0].body
    assert len(run.outputs["comment-url"].splitlines()) == 2
    heads = [line for line in run.summary.splitlines() if line.startswith("### Since the base")]
    assert sorted(heads) == [f"### Since the base of #{n}" for n in (first.number, second.number)]


def test_of_two_pull_requests_the_one_that_fails_concludes_the_check(github, acme, bench):
    other = f"a/{NAME}"
    acme.commit({other: GOOD}, branch="release/1.x")
    tip = acme.branches["release/1.x"]
    acme.branches["patch-1"] = acme.git.commit({other: None}, (tip,)).sha
    first = acme.pull("patch-1", base="release/1.x")
    second = acme.pull("patch-1")

    event = events.workflow_run(github, acme, acme.run(first))
    run = bench.run(event, inputs={"check-run": "true", "require": "use"})

    (check,) = acme.checks.values()
    assert (run.code, check.fields["conclusion"]) == (1, "failure")
    assert check.fields["output"]["title"].startswith("1 declaration removed · ")
    assert [len(first.comments), len(second.comments)] == [1, 0]
    assert f"### Gone since the base of #{first.number}\n" in run.summary
    (told,) = run.told("error")
    assert told.startswith(f"{other} (#{first.number}): the base's declaration is gone")


def test_which_of_two_pull_requests_cannot_be_compared_is_told(github, acme, bench):
    acme.commit({NAME: SECRET}, branch="release/1.x")
    tip = acme.commit({NAME: SECRET}, branch="patch-1")
    first, second = acme.pull("patch-1", base="release/1.x"), acme.pull("patch-1")
    github.fail(path="*/compare/release*", status=404, times=9)

    run = bench.run(events.workflow_run(github, acme, acme.run(first)))

    assert first.head_sha == second.head_sha == tip
    assert f"*#{first.number}: Not compared with the base: " in run.summary
    assert f"### Since the base of #{second.number}\n" in run.summary
    assert f"#{first.number}: Not compared with the base: " in run.log


# ------------------------------------------------------------------ what takes no comment

SAID = {
    "locked": "GitHub answers 403, 'Unable to create comment because issue is locked'",
    "archived": "GitHub answers 403, 'Repository was archived so is read-only.'",
    "deleted": "GitHub answers 410, 'This issue was deleted'",
}


@pytest.mark.parametrize("state", SAID)
def test_why_there_is_no_comment_is_told_in_githubs_words(github, acme, pull, bench, state):
    setattr(acme if state == "archived" else pull, state, True)

    run = bench.run(events.pull_request(github, pull))

    assert (run.code, run.outputs["verdict"]) == (0, "unmet")
    (told,) = run.told("notice")
    assert told == f"the comment was not written: {SAID[state]}. The result is the same."
    assert pull.comments == []


def test_the_permission_is_named_where_that_is_why(github, pull, bench):
    run = bench.run(events.pull_request(github, pull), token=github.grant({"contents": "read"}))

    (told,) = run.told("notice")
    assert "'Resource not accessible by integration'; it needs the permission" in told
