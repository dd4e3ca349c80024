# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Pull requests: the comment from the first to the last day, and what else is written."""

import itertools

import pytest

from osaid_action.action.marker import key_of, marker_in
from testing.github_double import events
from testing.github_double.api.state import ACTIONS, OCTOCAT, OTHER_APP, Actor
from tests.action.bench import BROKEN, GOOD, NAME, SECRET
from tests.action.forged import AUTHORS, RUNS, forged, whole

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
    assert "OSAID 1.0 met, as declared" in second.body
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


@pytest.fixture(params=itertools.product(AUTHORS, RUNS), ids="{0[0]}, run {0[1]}".format)
def theirs(request, pull):
    """Comments of somebody else with our lines in all places, and what they say."""
    author, run = request.param
    return {pull.comment(body, AUTHORS[author]): body for body in forged(run).values()}


@pytest.mark.parametrize("standing", [False, True], ids=["none of ours", "one of ours"])
def test_what_others_make_of_our_lines_is_left_alone(github, pull, bench, theirs, standing):
    if standing:
        bench.run(events.pull_request(github, pull))
        pull.repository.commit({NAME: SECRET + "# more\n"}, branch="feature")

    bench.run(events.pull_request(github, pull), inputs={"compare": str(not standing).lower()})

    assert {comment: comment.body for comment in pull.comments if comment in theirs} == theirs
    (ours,) = [comment for comment in pull.comments if comment not in theirs]
    assert (ours.author, marker_in(ours.body).sha) == (ACTIONS, pull.head_sha)
    written = ["POST", "PATCH"] if standing else ["POST"]
    assert [request.method for request in github.writes] == written
    assert github.writes[-1].path.endswith(f"/comments/{ours.id}" if standing else "/comments")


@pytest.mark.parametrize("author", [a for a in AUTHORS.values() if a != ACTIONS])
def test_a_copy_of_our_comment_by_somebody_else_is_left_alone(github, pull, bench, author):
    bench.run(events.pull_request(github, pull))
    body = pull.comments[0].body
    del pull.repository.comments[pull.comments[0].id]
    copy = pull.comment(body, author)

    bench.run(events.pull_request(github, pull))

    assert copy.body == body
    assert [comment.author for comment in pull.comments] == [author, ACTIONS]


@pytest.mark.parametrize("run", RUNS)
def test_what_a_workflow_was_made_to_say_whole_becomes_our_report(github, pull, bench, run):
    pull.comment(whole(run, pull.head_sha, "All is well."), ACTIONS)

    bench.run(events.pull_request(github, pull))

    (comment,) = pull.comments
    assert "loses" in comment.body
    assert "All is well." not in comment.body


def test_a_comment_that_went_through_a_browser_is_still_ours(github, acme, pull, bench):
    bench.run(events.pull_request(github, pull))
    first = pull.comments[0]
    first.body = first.body.rstrip().replace("\n", "\r\n")
    acme.commit({NAME: GOOD + "# mended\n"}, branch="feature")

    bench.run(events.pull_request(github, pull))

    assert [comment.id for comment in pull.comments] == [first.id]
    assert "OSAID 1.0 met, as declared" in first.body


def test_an_app_of_ones_own_finds_its_own_comment(github, acme, pull, bench):
    token = github.grant({"pull-requests": "write", "contents": "read"}, OTHER_APP)
    around = {"token": token, "OSAID_WORKFLOW_TOKEN": "false"}
    bench.run(events.pull_request(github, pull), **around)
    acme.commit({NAME: GOOD}, branch="feature")

    bench.run(events.pull_request(github, pull), **around)

    (comment,) = pull.comments
    assert comment.author == OTHER_APP
    assert "OSAID 1.0 met, as declared" in comment.body


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


@pytest.mark.parametrize("run", ["8000", "9000", "10000"], ids=["earlier", "again", "later"])
def test_of_runs_on_one_commit_the_last_to_write_has_the_word(github, pull, bench, run):
    event = events.pull_request(github, pull)
    bench.run(event, GITHUB_RUN_ID="9000")
    body = pull.comments[0].body

    bench.run(event, inputs={"compare": "false"}, GITHUB_RUN_ID=run)

    (comment,) = pull.comments
    assert comment.body != body
    assert marker_in(comment.body).run == int(run)


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
    assert "OSAID 1.0 met, as declared" in pull.comments[1].body


# ------------------------------------------------------------------ whose token it is

OWN = {"pull-requests": "write", "contents": "read"}


@pytest.mark.parametrize("actor", [OTHER_APP, OCTOCAT], ids=["an app", "a user"])
@pytest.mark.parametrize("server", ["url", "enterprise_url"])
def test_one_question_tells_whose_token_it_is(github, pull, bench, actor, server):
    around = {"OSAID_WORKFLOW_TOKEN": "false", "GITHUB_API_URL": getattr(github, server)}

    bench.run(events.pull_request(github, pull), token=github.grant(OWN, actor), **around)

    assert [comment.author for comment in pull.comments] == [actor]
    assert [r.path for r in github.requests].count("/graphql") == 1
    assert "/user" not in [r.path for r in github.requests]


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 404},
        {"status": 200, "body": {"errors": [{"message": "no"}]}},
        {"status": 200, "body": {"data": {"viewer": None}}},
        {"status": 200, "body": {"data": None}},
        {"status": 200, "body": []},
    ],
    ids=["unknown", "an error", "nobody", "nothing", "a list"],
)
def test_a_server_without_graphql_is_asked_for_its_user(github, pull, bench, fault):
    around = {"token": github.grant(OWN, OCTOCAT), "OSAID_WORKFLOW_TOKEN": "false"}
    bench.run(events.pull_request(github, pull), **around)
    github.fail(path="/graphql", **fault)

    bench.run(events.pull_request(github, pull), inputs={"compare": "false"}, **around)

    assert [comment.author for comment in pull.comments] == [OCTOCAT]
    assert [r.path for r in github.requests].count("/user") == 1


def test_without_knowing_who_we_are_nothing_is_touched(github, pull, bench):
    around = {"token": github.grant(OWN, OTHER_APP), "OSAID_WORKFLOW_TOKEN": "false"}
    bench.run(events.pull_request(github, pull), **around)
    before = pull.comments[0].body
    github.fail(path="/graphql", status=403)

    run = bench.run(events.pull_request(github, pull), inputs={"compare": "false"}, **around)

    assert (run.code, run.outputs["verdict"]) == (0, "unmet")
    assert [comment.body for comment in pull.comments] == [before]
    (told,) = run.told("notice")
    assert "whose token" in told
    assert "pull-requests: write" not in told  # that is not what is missing
    assert len(github.writes) == 1


def test_of_two_apps_each_has_its_own_comment(github, pull, bench):
    third = Actor("other-reports[bot]", 5, app="other-reports")
    for actor in (OTHER_APP, third, OTHER_APP, third):
        around = {"token": github.grant(OWN, actor), "OSAID_WORKFLOW_TOKEN": "false"}
        inputs = {"compare": "false" if bench.runs > 1 else "true"}
        bench.run(events.pull_request(github, pull), inputs=inputs, **around)

    assert [comment.author for comment in pull.comments] == [OTHER_APP, third]
    assert not [r for r in github.writes if r.method == "DELETE"]


def test_another_system_that_meets_the_same_is_told(github, acme, bench):
    acme.commit({NAME: GOOD.replace("Acme 1B", "Toy")}, branch="toy")
    pull = acme.pull("toy")

    run = bench.run(events.pull_request(github, pull), inputs={"require": "osaid"})

    (comment,) = pull.comments
    assert run.code == 0
    assert "at the base it is **Acme 1B**." in comment.body
    assert "another system than Acme 1B**" in run.summary
