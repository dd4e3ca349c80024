# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a change is compared with: never with what others did, rather with nothing."""

import json

import pytest

from testing.github_double import events
from tests.action.bench import GOOD, NAME, SECRET

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double

README = {"README.md": "More words.\n"}


@pytest.fixture
def words(acme):
    """A pull request that changes a README; then others take the training code out of main."""
    acme.commit(README, branch="words")
    pull = acme.pull("words")
    acme.commit({NAME: SECRET})
    return pull


@pytest.fixture
def pull(acme):
    acme.commit({NAME: SECRET}, branch="feature")
    return acme.pull("feature")


def change(bench):
    """What the report says of the change."""
    (one,) = json.loads((bench.last / "temp/scratch/report.json").read_text())["reports"]
    return one.get("change")


def untold(run):
    """What the log says of a comparison that was not made."""
    return [line for line in run.log.splitlines() if line.startswith(("Not compared", "What is"))]


@pytest.mark.parametrize("shallow", [True, False], ids=["one commit deep", "whole"])
def test_what_others_did_to_the_base_is_not_this_change(github, words, bench, shallow):
    run = bench.run(events.pull_request(github, words), shallow=shallow)

    told = change(bench)
    assert (told["base"], told["freedoms"]) == ("known", {})
    (comment,) = words.comments  # for something is not met
    assert "OSAID 1.0 not met: study and modify are missing · as before" in comment.body
    assert "loses" not in comment.body + run.summary


@pytest.mark.parametrize("name", ["pull_request", "pull_request_target", "workflow_run"])
def test_a_head_is_compared_with_where_it_left_the_base(github, acme, words, bench, name):
    made = {
        "pull_request": lambda: events.pull_request(github, words),
        "pull_request_target": lambda: events.pull_request_target(github, words),
        "workflow_run": lambda: events.workflow_run(github, acme, acme.run(words)),
    }[name]()

    run = bench.run(made, layout={"": (acme, words.head_sha)}, shallow=True)

    assert run.outputs["verdict"] == "met"  # as it was when the branch was begun
    assert change(bench)["freedoms"] == {}
    assert words.comments == []


def test_a_head_that_is_a_merge_itself_is_no_test_merge(github, acme, bench):
    acme.commit({NAME: SECRET}, branch="feature")
    other = acme.commit(README)
    acme.branches["feature"] = acme.git.merge(acme.branches["feature"], other).sha
    pull = acme.pull("feature")
    event = events.pull_request(github, pull)

    for layout in (None, {"": (acme, pull.head_sha)}):
        bench.run(event, layout=layout, shallow=True)

        assert [*change(bench)["freedoms"]] == ["study", "modify"], layout
        assert "loses Study and Modify" in pull.comments[0].body


def test_a_pull_request_may_have_another_base_by_now(github, acme, pull, bench):
    acme.commit({NAME: SECRET}, branch="release/1.x")
    event = events.pull_request(github, pull)
    acme.branches["feature"] = acme.git.commit(README, (acme.branches["release/1.x"],)).sha
    pull.base_ref = "release/1.x"
    event = events.pull_request(github, pull)
    event.payload["pull_request"]["base"]["ref"] = "main"

    bench.run(event, layout={"": (acme, pull.head_sha)})

    assert change(bench)["freedoms"] == {}


def test_another_commit_than_that_of_the_pull_request_is_not_compared(github, acme, pull, bench):
    acme.branches["pages"] = acme.git.commit({NAME: GOOD}).sha

    run = bench.run(
        events.pull_request(github, pull),
        layout={"": (acme, acme.branches["pages"])},
        inputs={"require": "use"},
    )

    assert run.code == 0
    assert "is not of this pull request" in untold(run)[0]
    assert "is not of this pull request" in run.summary


@pytest.mark.parametrize("happens", ["it is deleted", "it has another past"])
def test_a_base_branch_that_is_gone_is_told(github, acme, pull, bench, happens):
    event = events.pull_request(github, pull)
    if happens == "it is deleted":
        del acme.branches["main"]
    else:
        words = {"message": "No common ancestor between main and feature."}
        github.fail(path="*/compare/*", status=404, body=words)

    layout = {"": (acme, pull.head_sha)}
    run = bench.run(event, layout=layout, inputs={"require": "use"})

    assert (run.code, run.outputs["verdict"]) == (0, "unmet")
    assert f"main and {pull.head_sha[:7]} are not compared: GitHub answers 404" in untold(run)[0]
    assert "What changed cannot be told" in pull.comments[0].body


@pytest.mark.parametrize("path", ["*/compare/*", "*/git/trees/*", "*/pulls/*"])
def test_without_an_answer_nothing_is_lost(github, acme, pull, bench, path):
    github.fail(path=path, status=500, times=99)
    layout = {"": (acme, pull.head_sha)}

    run = bench.run(
        events.pull_request(github, pull),
        layout=layout,
        shallow=True,
        inputs={"require": "use", "comment": "never"},
    )

    assert (run.code, len(untold(run))) == (0, 1)
    assert "loses" not in run.summary


def test_a_server_that_names_no_common_commit_costs_the_comparison(github, acme, pull, bench):
    github.fail(path="*/compare/*", status=200, body={"total_commits": 1, "commits": []})

    run = bench.run(events.pull_request(github, pull), layout={"": (acme, pull.head_sha)})

    assert "the server names no common commit" in untold(run)[0]
    assert len(pull.comments) == 1


# ------------------------------------------------------------------ pushes and queues


def test_a_branch_that_was_deleted_is_not_checked(github, acme, bench):
    gone = acme.commit({NAME: SECRET}, branch="dead")
    del acme.branches["dead"]

    run = bench.run(events.push_deleted(github, acme, "dead", gone), inputs={"require": "osaid"})

    assert (run.code, run.outputs, run.summary) == (0, {}, "")
    assert run.told("notice") == []
    assert "Nothing to do: the branch or the tag was deleted." in run.log
    assert github.requests == []


@pytest.mark.parametrize("ref", ["", "refs/tags/v1"], ids=["branch", "tag"])
def test_what_is_new_is_compared_with_where_it_left_the_default_branch(github, acme, bench, ref):
    acme.commit({NAME: SECRET}, branch="new")
    acme.commit({NAME: SECRET}, message="The same, by others")

    bench.run(events.push(github, acme, "new", before=events.NOTHING, ref=ref))

    assert [*change(bench)["freedoms"]] == ["study", "modify"]


def test_a_first_push_has_nothing_before_it(github, acme, bench):
    bench.run(events.push(github, acme, before=events.NOTHING))

    assert change(bench) is None
    assert github.requests == []


def test_a_forced_push_is_compared_with_what_was_there(github, acme, bench):
    before = acme.branches["main"]
    acme.branches["main"] = acme.git.commit({NAME: SECRET}).sha

    bench.run(events.push(github, acme, before=before, forced=True), shallow=True)

    assert [*change(bench)["freedoms"]] == ["study", "modify"]


def test_after_a_forced_push_what_was_there_may_be_gone(github, acme, bench):
    before = acme.branches["main"]
    acme.branches["main"] = acme.git.commit({NAME: SECRET}).sha
    event = events.push(github, acme, before=before, forced=True)
    acme.git.forget(before)

    run = bench.run(event)

    assert run.code == 0
    said = f"the push was forced, and {before[:7]}, where the branch was before, is gone."
    assert untold(run) == [f"Not compared with the base: {said}"]


def test_a_queue_is_compared_with_what_it_starts_from(github, acme, words, bench):
    acme.branches["squashed"] = acme.git.commit(README, (words.base_tip,)).sha
    event = events.merge_group(github, words)
    event.payload["merge_group"]["head_sha"] = acme.branches["squashed"]
    event = event._replace(sha=acme.branches["squashed"])  # a queue that squashes merges nothing

    bench.run(event, shallow=True)

    assert change(bench)["freedoms"] == {}


@pytest.mark.parametrize("merged", [True, False])
def test_a_closed_pull_request_is_not_compared(github, pull, bench, merged):
    pull.state, pull.merged = "closed", merged

    bench.run(events.pull_request(github, pull, "closed"))

    assert change(bench) is None
    assert github.requests == []
