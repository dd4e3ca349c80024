# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Pull requests: the comment from the first to the last day, and what else is written."""

import pytest

from osaid_action.action.publish import key_of, marker_in
from tests.action.bench import BROKEN, GOOD, NAME, SECRET
from tests.github import events
from tests.github.api.state import ACTIONS, OCTOCAT, OTHER_APP

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double


@pytest.fixture
def pull(acme):
    """A pull request that takes the training code away."""
    acme.commit({NAME: SECRET}, branch="feature")
    return acme.pull("feature")


def test_a_comment_is_written_where_a_freedom_is_lost(github, pull, bench):
    run = bench.run(events.pull_request(github, pull))

    assert run.code == 0
    (comment,) = pull.comments
    assert comment.author == ACTIONS
    assert "loses" in comment.body
    assert marker_in(comment.body).sha == pull.head_sha
    assert marker_in(comment.body).key == key_of(NAME)
    assert run.outputs["comment-url"].endswith(f"#issuecomment-{comment.id}")


def test_outputs_summary_and_annotations_tell_the_same(github, pull, bench):
    run = bench.run(events.pull_request(github, pull))

    assert run.outputs["verdict"] == "unmet"
    assert run.outputs["freedoms"] == "use,share"
    assert run.outputs["study"] == "unmet"
    assert run.outputs["valid"] == "true"
    assert "Study" in run.summary
    lines = [c for c in run.commands if c.properties.get("file") == NAME]
    assert "training" in lines[0].data
    assert lines[0].properties["line"] == "16"


def test_the_same_again_writes_nothing(github, pull, bench):
    bench.run(events.pull_request(github, pull))
    before = len(github.writes)

    run = bench.run(events.pull_request(github, pull))

    assert len(github.writes) == before
    assert run.outputs["comment-url"]


def test_the_comment_is_edited_in_place_and_green_when_mended(github, acme, pull, bench):
    bench.run(events.pull_request(github, pull))
    (first,) = pull.comments
    acme.commit({NAME: GOOD + "# mended\n"}, branch="feature")

    bench.run(events.pull_request(github, pull))

    (second,) = pull.comments
    assert second.id == first.id
    assert "4 of 4" in second.body
    assert marker_in(second.body).sha == pull.head_sha
    assert [r.method for r in github.writes] == ["POST", "PATCH"]


def test_nothing_is_said_of_a_change_that_changes_nothing(github, acme, bench):
    acme.commit({"README.md": "More words."}, branch="words")
    pull = acme.pull("words")

    run = bench.run(events.pull_request(github, pull))

    assert run.code == 0
    assert pull.comments == []
    assert github.writes == []


@pytest.mark.parametrize(("comment", "number"), [("always", 1), ("auto", 0), ("never", 0)])
def test_when_to_comment_is_asked_for(github, acme, bench, comment, number):
    acme.commit({"README.md": "More words."}, branch="words")
    pull = acme.pull("words")

    bench.run(events.pull_request(github, pull), inputs={"comment": comment})

    assert len(pull.comments) == number


def test_never_means_no_request_at_all(github, pull, bench):
    bench.run(events.pull_request(github, pull), inputs={"comment": "never"})

    assert github.requests == []


def test_a_required_freedom_that_is_lost_fails_the_job(github, pull, bench):
    event = events.pull_request(github, pull)

    assert bench.run(event, inputs={"require": "study"}).code == 1
    assert bench.run(event, inputs={"require": "use, share"}).code == 0
    assert bench.run(event, inputs={"require": "all"}).code == 1


def test_a_broken_file_fails_and_is_shown(github, acme, bench):
    acme.commit({NAME: BROKEN}, branch="broken")
    pull = acme.pull("broken")

    run = bench.run(events.pull_request(github, pull))

    assert run.code == 1
    assert run.outputs["verdict"] == "invalid"
    assert run.outputs["valid"] == "false"
    assert run.outputs["use"] == ""
    assert len(pull.comments) == 1


def test_each_declaration_has_its_comment(github, acme, bench):
    acme.commit({NAME: SECRET, "sub/" + NAME: SECRET}, branch="two")
    pull = acme.pull("two")

    run = bench.run(events.pull_request(github, pull))

    keys = [marker_in(comment.body).key for comment in pull.comments]
    assert keys == [key_of(NAME), key_of("sub/" + NAME)]
    assert len(run.outputs["comment-url"].splitlines()) == 2


def test_our_comment_is_found_behind_a_hundred_others(github, pull, bench):
    for number in range(130):
        pull.comment(f"comment {number}")
    bench.run(events.pull_request(github, pull))
    for number in range(130):
        pull.comment(f"comment {number}")

    bench.run(events.pull_request(github, pull))

    assert sum(comment.author == ACTIONS for comment in pull.comments) == 1


@pytest.mark.parametrize("author", [OCTOCAT, OTHER_APP], ids=["a user", "another app"])
def test_a_forged_marker_is_left_alone(github, pull, bench, author):
    bench.run(events.pull_request(github, pull))
    body = pull.comments[0].body
    del pull.repository.comments[pull.comments[0].id]
    forged = pull.comment(body, author)

    bench.run(events.pull_request(github, pull))

    assert forged.body == body
    assert [comment.author for comment in pull.comments] == [author, ACTIONS]


def test_an_app_of_ones_own_finds_its_own_comment(github, acme, pull, bench):
    token = github.grant({"pull-requests": "write", "contents": "read"}, OTHER_APP)
    around = {"token": token, "OSAID_WORKFLOW_TOKEN": "false"}
    bench.run(events.pull_request(github, pull), **around)
    acme.commit({NAME: GOOD}, branch="feature")

    bench.run(events.pull_request(github, pull), **around)

    (comment,) = pull.comments
    assert comment.author == OTHER_APP
    assert "4 of 4" in comment.body


def test_what_was_written_twice_is_removed(github, pull, bench):
    bench.run(events.pull_request(github, pull))
    first = pull.comments[0]
    pull.comment(first.body, ACTIONS)
    pull.comment(first.body, ACTIONS)

    bench.run(events.pull_request(github, pull))

    assert [comment.id for comment in pull.comments] == [first.id]


def test_a_run_that_was_overtaken_leaves_the_comment(github, acme, pull, bench):
    old = events.pull_request(github, pull)
    acme.commit({NAME: GOOD + "\n"}, branch="feature")
    bench.run(events.pull_request(github, pull), inputs={"comment": "always"})
    body = pull.comments[0].body

    run = bench.run(old)

    assert run.code == 0
    assert pull.comments[0].body == body
    assert "later run" in run.log


def test_an_older_run_on_the_same_commit_leaves_the_comment(github, pull, bench):
    event = events.pull_request(github, pull)
    bench.run(event, GITHUB_RUN_ID="9000")
    body = pull.comments[0].body

    run = bench.run(event, inputs={"compare": "false"}, GITHUB_RUN_ID="8000")

    assert pull.comments[0].body == body
    assert "later run" in run.log


def test_a_closed_pull_request_is_left_alone(github, pull, bench):
    pull.state = "closed"

    run = bench.run(events.pull_request(github, pull, "closed"))

    assert run.code == 0
    assert github.writes == []


@pytest.mark.parametrize("clone", [True, False], ids=["from git", "by API"])
def test_the_base_is_read_from_git_or_by_api(github, pull, bench, clone):
    run = bench.run(events.pull_request(github, pull), clone=clone)

    assert run.code == 0
    assert "loses" in pull.comments[0].body
    trees = [r for r in github.requests if "/git/trees/" in r.path]
    assert bool(trees) != clone


def test_without_a_token_all_but_publishing_works(github, pull, bench):
    run = bench.run(events.pull_request(github, pull), token="", inputs={"check-run": "true"})

    assert run.code == 0
    assert run.outputs["verdict"] == "unmet"
    assert run.outputs.get("comment-url", "") == ""
    assert run.summary
    assert github.requests == []
    assert any(c.properties.get("file") == NAME for c in run.commands)


def test_a_user_finds_their_own_comment_and_no_other(github, acme, pull, bench):
    token = github.grant({"pull-requests": "write", "contents": "read"}, OCTOCAT)
    around = {"token": token, "OSAID_WORKFLOW_TOKEN": "false"}
    bench.run(events.pull_request(github, pull))
    theirs = pull.comments[0]
    before = theirs.body
    bench.run(events.pull_request(github, pull), **around)
    acme.commit({NAME: GOOD}, branch="feature")

    bench.run(events.pull_request(github, pull), **around)

    assert theirs.body == before
    assert [comment.author for comment in pull.comments] == [ACTIONS, OCTOCAT]
    assert "4 of 4" in pull.comments[1].body
