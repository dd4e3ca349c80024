# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Pull requests as they happen, under a workflow runner with a bare Python: what a comment says."""

import pytest

from osaid_action.action.marker import key_of, marker_in
from testing.github_double import events
from testing.github_double.api.state import ACTIONS, Actor
from testing.github_double.runner import ACTION, CHECKOUT, Runner, workflow
from tests.action.bench import GOOD, NAME, SECRET
from tests.action.forged import whole

pytestmark = pytest.mark.needs_tools

A, B, C = f"a/{NAME}", f"b/{NAME}", f"c/{NAME}"


@pytest.fixture
def runner(tmp_path, github, acme, bare):
    return Runner(str(tmp_path), github, acme, python=bare)


def steps(checkout=(), inputs=(), **more):
    """A workflow that checks out so and runs the action so."""
    both = [
        {"uses": CHECKOUT, "with": dict(checkout)},
        {"id": "osaid", "uses": ACTION, "with": dict(inputs)},
    ]
    return workflow("pull_request", both, **more)


def test_others_changed_the_base(github, acme, runner, token):
    """Situation 5: by the test merge one commit deep, by the head, and in a partial clone."""
    acme.commit({"README.md": "More words.\n"}, branch="words")
    pull = acme.pull("words")
    acme.commit({NAME: SECRET})
    event = events.pull_request(github, pull)

    run = runner.run(event, token=token)
    (comment,) = pull.comments
    assert "not met: study and modify are missing · as before" in comment.body
    assert "loses" not in comment.body + run.summary
    assert f"/acme/model/blob/{event.sha}/{NAME}#L16" in comment.body

    head = {"ref": pull.head_sha, "fetch-depth": "0", "filter": "blob:none"}
    again = runner.run(event, token=token, workflow=steps(head))
    assert again.result == "success"
    assert again.outputs["osaid"]["verdict"] == "met"
    assert "OSAID 1.0 met, as declared · as before" in comment.body
    assert "Not compared" not in again.log


def test_a_declaration_goes_away(github, acme, runner, token):
    """Situations 7 and 8: what is deleted is lost; what is moved has one comment."""
    acme.commit({NAME: None, A: GOOD, B: GOOD + "# b\n"})
    acme.commit({A: SECRET}, branch="feature")
    pull = acme.pull("feature")
    runner.run(events.pull_request(github, pull), token=token)
    (comment,) = pull.comments
    assert "loses Study and Modify" in comment.body

    acme.commit({A: None, C: SECRET + "# moved\n"}, branch="feature")
    moved = runner.run(events.pull_request(github, pull), token=token)
    assert moved.result == "success"
    assert [one.id for one in pull.comments] == [comment.id]
    assert f"Moved here from `{A}`." in comment.body

    acme.commit({C: None}, branch="feature")
    event = events.pull_request(github, pull)
    deleted = runner.run(event, token=token, inputs={"require": "all"})
    assert deleted.result == "failure"
    assert [a.properties["file"] for a in deleted.annotations if a.level == "error"] == [A]
    assert "### Gone since the base" in deleted.summary
    assert "### Declaration removed · this change loses all four" in comment.body
    assert "That is why the check fails." in comment.body
    assert [one.id for one in pull.comments] == [comment.id]


def test_checkouts_below_the_workspace(github, acme, runner, token):
    """Situation 10, and another repository beside it."""
    other = github.repository("acme/other")
    other.commit({NAME: SECRET})
    acme.commit({NAME: SECRET}, branch="feature")
    pull = acme.pull("feature")
    event = events.pull_request(github, pull)

    run = runner.run(event, token=token, workflow=steps({"path": "model"}))
    assert run.result == "success"
    assert run.outputs["osaid"]["verdict"] == "unmet"
    assert {a.properties["file"] for a in run.annotations} == {f"model/{NAME}"}
    (comment,) = pull.comments
    assert marker_in(comment.body).key == key_of(NAME)
    assert f"/acme/model/blob/{event.sha}/{NAME}#L16" in comment.body

    both = steps({"path": "model"}, {"path": "model\nother"})
    both["jobs"]["osaid"]["steps"].insert(
        1, {"uses": CHECKOUT, "with": {"path": "other", "repository": "acme/other"}}
    )
    runner.run(event, token=token, workflow=both)
    assert len(pull.comments) == 2
    assert f"/acme/other/blob/{other.branches['main']}/{NAME}#L16" in pull.comments[1].body
    assert "this change" not in pull.comments[1].body.partition("\n\n")[0]


def test_whose_comment_it_is(github, acme, runner, token):
    """Situations 12 to 14: a forged one, a locked conversation, a server that is not GitHub."""
    acme.commit({NAME: SECRET}, branch="feature")
    pull = acme.pull("feature")
    theirs = pull.comment(f"The tests say:\n{whole(10**18)}", ACTIONS)
    event = events.pull_request(github, pull)

    pull.locked = True
    locked = runner.run(event, token=token)
    said = [a.message for a in locked.annotations if "was not written" in a.message]
    assert locked.result == "success"
    assert "'Unable to create comment because issue is locked'. The result is the same." in said[0]
    assert "permission" not in said[0]

    pull.locked = False
    forgejo = github.grant({"pull-requests": "write"}, Actor("forgejo-actions", 4))
    for text in (SECRET, SECRET + "# more\n"):
        github.fail(path="/graphql", status=404)
        acme.commit({NAME: text}, branch="feature")
        runner.run(events.pull_request(github, pull), token=forgejo)
    assert [one.author.login for one in pull.comments] == [ACTIONS.login, "forgejo-actions"]
    assert theirs.body.startswith("The tests say:")


def test_a_fork_with_two_pull_requests_and_a_declaration_too_many(github, acme, runner, token):
    """Situations 15 and 16: the second workflow, which reads through the API."""
    fork = github.fork(acme, "octocat")
    fork.branches["patch-1"] = acme.commit({NAME: SECRET}, branch="release")
    names = ", ".join(f"{{location: f/{n}.py, license: MIT}}" for n in range(260))
    many = GOOD.replace("code:\n", f"code:\n  evaluation: [{names}]\n")
    files = {f"many/f/{n}.py": f"print({n})\n" for n in range(260)}
    fork.commit({f"many/{NAME}": many, **files}, branch="patch-1")
    first = acme.pull("patch-1", head_repository=fork)
    second = acme.pull("patch-1", head_repository=fork, base="release")
    event = events.workflow_run(github, acme, acme.run(first))
    reading = workflow("workflow_run", [{"id": "osaid", "uses": ACTION}])

    run = runner.run(event, token=token, workflow=reading)

    assert run.result == "success"
    assert [len(first.comments), len(second.comments)] == [2, 2]
    assert "loses Study and Modify" in first.comments[0].body
    assert "· as before" in second.comments[0].body
    assert marker_in(first.comments[1].body).key == key_of(f"many/{NAME}")


def test_a_branch_that_was_deleted(github, acme, runner, token):
    """Situation 6."""
    gone = acme.commit({NAME: SECRET}, branch="dead")
    del acme.branches["dead"]

    run = runner.run(events.push_deleted(github, acme, "dead", gone), token=token)

    assert run.result == "success"
    assert not run.annotations
    assert "Nothing to do: the branch or the tag was deleted." in run.log
    assert (run.summary, github.requests) == ("", [])
