# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Checkouts below the workspace, two of them, of another repository: each keeps what is its own."""

import json

import pytest

from osaid_action.action.marker import key_of, marker_in
from testing.github_double import events
from tests.action.bench import GOOD, NAME, SECRET

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double


@pytest.fixture
def pull(acme):
    acme.commit({NAME: SECRET}, branch="feature")
    return acme.pull("feature")


@pytest.fixture
def other(github):
    other = github.repository("acme/other")
    other.commit({NAME: SECRET + "# other\n"})
    return other


def reports(bench):
    data = json.loads((bench.last / "temp/scratch/report.json").read_text())
    return {one["path"]: one for one in data["reports"]}


WAYS = {
    "the defaults": {},
    "path": {"path": "model"},
    "a file": {"path": f"model/{NAME}"},
    "working-directory": {"working-directory": "model"},
}


@pytest.mark.parametrize("way", WAYS)
def test_a_checkout_in_a_folder_is_what_it_is(github, acme, pull, bench, way):
    event = events.pull_request(github, pull)

    run = bench.run(event, inputs=WAYS[way], layout={"model": (acme, event.sha)}, shallow=True)

    (one,) = reports(bench).values()
    assert run.code == 0
    assert (one["path"], one["subject"]["commit"]) == (f"model/{NAME}", event.sha)
    assert [*one["change"]["freedoms"]] == ["study", "modify"]
    (comment,) = pull.comments
    assert marker_in(comment.body).key == key_of(NAME)
    assert f"https://github.example/acme/model/blob/{event.sha}/{NAME}#L16" in comment.body
    assert {c.properties["file"] for c in run.commands if "file" in c.properties} == {
        f"model/{NAME}"
    }


@pytest.mark.parametrize(
    ("inputs", "number"),
    [
        ({"path": "pr"}, 0),
        ({"path": f"pr/{NAME}"}, 0),
        ({"path": f"pr/**/{NAME}"}, 0),
        ({"working-directory": "pr"}, 0),
        ({}, 1),
        ({"path": "base"}, 1),
        ({"path": f"*/{NAME}"}, 1),
    ],
)
def test_a_checkout_that_is_not_searched_is_no_reason_not_to_compare(  # noqa: PLR0913, PLR0917
    github, acme, pull, bench, inputs, number
):
    event = events.pull_request(github, pull)
    layout = {"pr": (acme, event.sha), "base": (acme, acme.branches["main"])}

    run = bench.run(event, inputs=inputs, layout=layout)

    told = [line for line in run.log.splitlines() if "is not of this pull request" in line]
    assert len(told) == number
    assert ("is not of this pull request" in run.summary) is bool(number)


def test_a_checkout_beside_the_workspaces_own_is_searched_when_it_is_named(
    github, acme, pull, other, bench
):
    event = events.pull_request(github, pull)
    layout = {"": (acme, event.sha), "vendor/other": (other, other.branches["main"])}

    bench.run(event, layout=layout)
    assert [*reports(bench)] == [NAME]
    bench.run(event, layout=layout, inputs={"path": f".\nvendor/other\n{NAME}"})

    found = reports(bench)
    assert [*found] == [NAME, f"vendor/other/{NAME}"]
    assert "change" not in found[f"vendor/other/{NAME}"]
    assert found[f"vendor/other/{NAME}"]["subject"]["commit"] == other.branches["main"]
    ours, theirs = pull.comments
    assert f"/acme/other/blob/{other.branches['main']}/{NAME}#L16" in theirs.body
    assert marker_in(ours.body).key != marker_in(theirs.body).key


def test_two_checkouts_of_one_repository_are_two(github, acme, pull, bench):
    event = events.pull_request(github, pull)
    layout = {"head": (acme, event.sha), "base": (acme, acme.branches["main"])}

    bench.run(event, layout=layout, inputs={"path": "head\nbase", "comment": "always"})
    first = [comment.body for comment in pull.comments]
    bench.run(event, layout=layout, inputs={"path": "base\nhead", "comment": "always"})

    found = reports(bench)
    assert [*found[f"head/{NAME}"]["change"]["freedoms"]] == ["study", "modify"]
    assert found[f"base/{NAME}"]["change"]["base"] == "unknown"
    assert [comment.body for comment in pull.comments] == first
    assert len(first) == 2


def test_a_fork_may_be_checked_out_itself(github, acme, bench):
    theirs = github.fork(acme, "octocat")
    theirs.commit({NAME: SECRET}, branch="patch-1")
    pull = acme.pull("patch-1", head_repository=theirs)

    bench.run(events.pull_request(github, pull), layout={"": (theirs, pull.head_sha)})

    (comment,) = pull.comments
    assert marker_in(comment.body).key == key_of(NAME)
    assert f"https://github.example/octocat/model/blob/{pull.head_sha}/{NAME}#L16" in comment.body
    assert "loses Study and Modify" in comment.body


def test_lines_are_those_of_the_commit_that_is_linked(github, acme, pull, bench):
    """The base has grown above the line since: the test merge has it further down."""
    acme.commit({NAME: "# one\n# two\n" + GOOD}, message="Two lines above")
    merge = acme.git.commit(
        {NAME: "# one\n# two\n" + SECRET}, (acme.branches["main"], pull.head_sha)
    )
    event = events.pull_request(github, pull)._replace(sha=merge.sha)

    run = bench.run(event, shallow=True)

    assert f"/acme/model/blob/{merge.sha}/{NAME}#L18" in pull.comments[0].body
    assert f"/acme/model/blob/{merge.sha}/{NAME}#L18" in run.summary
    assert reports(bench)[NAME]["subject"]["commit"] == merge.sha


def test_what_is_gone_in_a_checkout_is_told_by_where_it_was(github, acme, bench):
    acme.commit({f"a/{NAME}": GOOD})
    acme.commit({f"a/{NAME}": None}, branch="feature")
    pull = acme.pull("feature")
    event = events.pull_request(github, pull)

    run = bench.run(event, layout={"model": (acme, event.sha)}, inputs={"require": "use"})

    assert run.code == 1
    assert f"`model/a/{NAME}`: the base's declaration is gone" in run.summary
    assert marker_in(pull.comments[0].body).key == key_of(f"a/{NAME}")
