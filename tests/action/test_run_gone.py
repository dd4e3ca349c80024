# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What went away with a change: it is lost, and what we once said of it comes to its end."""

import json

import pytest

from osaid_action.action.conversation import MAX_COMMENTS
from osaid_action.action.marker import CLOSING, Marker, key_of, marker_in
from testing.github_double import events
from testing.github_double.api.state import ACTIONS
from tests.action.bench import BROKEN, GOOD, NAME, SECRET

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double

A, B, C = f"a/{NAME}", f"b/{NAME}", f"c/{NAME}"


@pytest.fixture
def acme(github):
    """A repository with two declarations."""
    acme = github.repository("acme/model")
    acme.commit({A: GOOD, B: GOOD + "# b\n", "README.md": "Two models.\n"})
    return acme


def pull_of(acme, files, branch="feature"):
    acme.commit(files, branch=branch)
    return next(iter(acme.pulls.values()), None) or acme.pull(branch)


def report(bench):
    return json.loads((bench.last / "temp/scratch/report.json").read_text())


@pytest.mark.parametrize("shallow", [True, False])
@pytest.mark.parametrize(("require", "code"), [("osaid", 1), ("study", 1), ("", 0)])
def test_a_declaration_that_is_deleted_is_lost(github, acme, bench, require, code, shallow):  # noqa: PLR0913, PLR0917
    pull = pull_of(acme, {A: None})

    run = bench.run(events.pull_request(github, pull), inputs={"require": require}, shallow=shallow)

    assert run.code == code
    (comment,) = pull.comments
    assert marker_in(comment.body).key == key_of(A)
    assert "### Declaration removed · this change loses all four" in comment.body
    assert ("That is why the check fails." in comment.body) == bool(code)
    assert "### Gone since the base" in run.summary
    assert [one["path"] for one in report(bench)["removed"]] == [A]
    (told,) = [c for c in run.commands if c.properties.get("file") == A]
    assert (told.name, "declaration is gone" in told.data) == ("error" if code else "warning", True)


def test_no_number_of_new_ones_keeps_what_is_lost_from_being_told(github, acme, bench):
    crowd = {f"a/{number}/{NAME}": f"{BROKEN}# {number}\n" for number in range(MAX_COMMENTS)}
    pull = pull_of(acme, {A: None, B: SECRET, **crowd})

    run = bench.run(events.pull_request(github, pull))

    told = [marker_in(comment.body).key for comment in pull.comments]
    assert (told[:2], len(told)) == ([key_of(B), key_of(A)], MAX_COMMENTS)
    below = run.summary.partition("### Since the base\n")[2]
    assert below.startswith("\n**This change loses Study and Modify · [`b/")


def test_without_a_base_what_is_gone_fails_nothing(github, acme, bench):
    pull = pull_of(acme, {A: None})
    github.fail(path="*/git/trees/*", status=500, times=99)

    run = bench.run(events.pull_request(github, pull), inputs={"require": "osaid"}, shallow=True)

    assert run.code == 0
    assert "Not compared with the base" in run.summary


@pytest.mark.parametrize("mode", ["ignore", "warn", "error"])
def test_where_the_last_one_is_deleted_too(github, acme, bench, mode):
    pull = pull_of(acme, {A: None, B: None})

    run = bench.run(
        events.pull_request(github, pull), inputs={"require": "use", "if-missing": mode}
    )

    assert run.code == (2 if mode == "error" else 1)
    assert len(pull.comments) == 2


@pytest.mark.parametrize("text", [GOOD, SECRET])
def test_one_that_is_moved_is_followed(github, acme, bench, text):
    pull = pull_of(acme, {A: None, C: text})

    run = bench.run(events.pull_request(github, pull), inputs={"comment": "always"})

    assert run.code == 0
    told = {one["path"]: one["change"] for one in report(bench)["reports"]}
    assert (told[C]["base"], told[C]["moved_from"]) == ("known", A)
    assert [*told[C]["freedoms"]] == ([] if text == GOOD else ["study", "modify"])
    assert report(bench)["removed"] == []
    assert {marker_in(one.body).key for one in pull.comments} == {key_of(B), key_of(C)}


@pytest.mark.parametrize(
    ("left", "title"),
    [
        ({}, "1 declaration removed · OSAID 1.0 met, as declared"),
        ({B: None}, "2 declarations removed · OSAID 1.0: nothing is declared here"),
    ],
)
def test_the_check_run_says_why_it_fails(github, acme, bench, left, title):
    pull = pull_of(acme, {A: None, **left})
    inputs = {"require": "use", "check-run": "true", "if-missing": "ignore"}

    run = bench.run(events.pull_request(github, pull), inputs=inputs)

    (check,) = acme.checks.values()
    assert (run.code, check.fields["conclusion"]) == (1, "failure")
    output = check.fields["output"]
    assert output["title"] == title
    assert output["summary"].startswith("### Gone since the base\n\n- ❌ `a/OPEN_AI_SYSTEM.yaml`")
    assert "That fails the check" in output["summary"]
    assert f"\n### {title.rpartition(' · ')[2]}" in output["summary"]


# ------------------------------------------------------------------ what we said before


def test_a_comment_whose_declaration_is_deleted_says_so_once(github, acme, bench):
    pull = pull_of(acme, {A: SECRET})
    bench.run(events.pull_request(github, pull))
    (comment,) = pull.comments
    acme.commit({A: None}, branch="feature")

    bench.run(events.pull_request(github, pull))
    body, writes = comment.body, len(github.writes)
    acme.commit({"README.md": "x"}, branch="feature")
    bench.run(events.pull_request(github, pull))

    assert [one.id for one in pull.comments] == [comment.id]
    assert "### Declaration removed · this change loses all four" in body
    assert (comment.body, len(github.writes)) == (body, writes)


def test_after_a_move_there_is_one_comment(github, acme, bench):
    pull = pull_of(acme, {A: SECRET})
    bench.run(events.pull_request(github, pull))
    (comment,) = pull.comments
    acme.commit({A: None, C: SECRET + "# moved\n"}, branch="feature")

    bench.run(events.pull_request(github, pull))

    assert [one.id for one in pull.comments] == [comment.id]
    assert marker_in(comment.body).key == key_of(C)
    assert f"Moved here from `{A}`." in comment.body
    assert "loses Study and Modify" in comment.body


def test_one_that_came_and_went_between_two_pushes_is_done_with(github, acme, bench):
    pull = pull_of(acme, {C: SECRET, f"d/{NAME}": SECRET})
    bench.run(events.pull_request(github, pull))
    assert len(pull.comments) == 2
    acme.commit({C: None, f"d/{NAME}": None}, branch="feature")

    run = bench.run(events.pull_request(github, pull))

    assert run.code == 0
    assert all("is not there any more" in one.body for one in pull.comments)
    writes = len(github.writes)
    bench.run(events.pull_request(github, pull))
    assert len(github.writes) == writes


def test_one_that_was_moved_between_two_pushes_keeps_its_comment(github, acme, bench):
    pull = pull_of(acme, {C: SECRET})
    bench.run(events.pull_request(github, pull))
    (comment,) = pull.comments
    acme.commit({C: None, f"d/{NAME}": SECRET + "# d\n"}, branch="feature")

    bench.run(events.pull_request(github, pull))

    assert [one.id for one in pull.comments] == [comment.id]
    assert marker_in(comment.body).key == key_of(f"d/{NAME}")


def test_one_that_comes_back_has_its_comment_again(github, acme, bench):
    pull = pull_of(acme, {A: None})
    bench.run(events.pull_request(github, pull))
    acme.commit({A: GOOD}, branch="feature")

    bench.run(events.pull_request(github, pull))

    (comment,) = pull.comments
    assert "OSAID 1.0 met, as declared · as before" in comment.body


def test_what_another_job_looks_at_is_not_gone(github, acme, bench):
    pull = pull_of(acme, {A: SECRET, B: SECRET})
    event = events.pull_request(github, pull)

    for path in ("a", "b", "a", "b"):
        bench.run(event, inputs={"path": path})

    assert [marker_in(one.body).key for one in pull.comments] == [key_of(A), key_of(B)]
    assert all("loses Study" in one.body for one in pull.comments)
    assert [request.method for request in github.writes] == ["POST", "POST"]


@pytest.mark.parametrize("name", ["pull_request_target", "workflow_run"])
def test_through_the_api_it_is_the_same(github, acme, bench, name):
    pull = pull_of(acme, {A: None})
    made = {
        "pull_request_target": lambda: events.pull_request_target(github, pull),
        "workflow_run": lambda: events.workflow_run(github, acme, acme.run(pull)),
    }[name]()

    run = bench.run(made, inputs={"require": "use"})

    assert run.code == 1
    assert "### Declaration removed" in pull.comments[0].body
    assert f"{A}: the base's declaration is gone" in run.told("error")[0]


def test_a_push_tells_it_too(github, acme, bench):
    acme.commit({A: None})

    run = bench.run(events.push(github, acme), inputs={"require": "use"})

    assert run.code == 1
    assert f"`{A}`: the base's declaration is gone" in run.summary
    assert github.writes == []


def test_without_a_checkout_nothing_is_gone(github, acme, bench):
    pull = pull_of(acme, {A: SECRET})
    event = events.pull_request(github, pull)
    bench.run(event)
    body = pull.comments[0].body

    run = bench.run(event, layout={"elsewhere": (acme, event.sha)}, clone=False, inputs=NOTHING)

    assert (run.code, run.outputs["verdict"]) == (0, "")
    assert [comment.body for comment in pull.comments] == [body]


NOTHING = {"path": "models", "if-missing": "ignore", "require": "use"}


@pytest.mark.parametrize("name", ["open_ai_system.yaml", ".github/Open-AI-System.yml"])
def test_one_that_got_a_near_name_is_told_how_to_be_called(github, acme, bench, name):
    pull = pull_of(acme, {A: None, f"a/{name}": GOOD})

    run = bench.run(events.pull_request(github, pull))

    (comment,) = pull.comments
    assert f"`a/{name}` is there, which nobody looks for: rename it." in comment.body
    assert "which nobody looks for: rename it to OPEN_AI_SYSTEM.yaml" in run.summary


def test_another_suffix_makes_no_other_declaration(github, acme, bench):
    pull = pull_of(acme, {A: SECRET})
    bench.run(events.pull_request(github, pull))
    (comment,) = pull.comments
    acme.commit({A: None, A.replace(".yaml", ".yml"): GOOD}, branch="feature")

    run = bench.run(events.pull_request(github, pull), inputs={"require": "osaid"})

    assert run.code == 0
    assert [one.id for one in pull.comments] == [comment.id]
    assert "OSAID 1.0 met, as declared · as before" in comment.body


def test_a_made_up_comment_is_no_reason_to_say_nothing(github, acme, bench):
    pull = pull_of(acme, {A: SECRET})
    for path in ("x" * 3000, "../../etc/passwd", "a/" * 500, "\0", "::error::x", "@all\n<!-- -->"):
        marker = Marker(key_of(path), pull.head_sha, 10**18)
        pull.comment(f"{marker}\nwords\n{CLOSING}", ACTIONS)

    run = bench.run(events.pull_request(github, pull))

    assert run.code == 0
    assert any("loses Study and Modify" in one.body for one in pull.comments)
    assert {c.name for c in run.commands} <= {"group", "endgroup", "notice", "warning"}
    assert all(one.body.count("<!--") == 2 for one in pull.comments)
