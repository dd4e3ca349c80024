# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""GitHub refuses, stumbles or drips: the result stays, the wait is bounded, nothing is doubled."""

import re

import pytest

from osaid_action.action.retry import Limits
from testing.github_double import events
from testing.github_double.api.state import ACTIONS
from testing.github_double.double import primary_limit, secondary_limit
from tests.action.bench import NAME, QUICK, SECRET

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double

POST = {"method": "POST", "path": "*/comments"}
LIST = {"method": "GET", "path": "*/comments"}
PATCH = {"method": "PATCH", "path": "*/issues/comments/*"}
PATIENT = QUICK._replace(waits=90)  # the bench only counts the seconds it would sleep


@pytest.fixture
def pull(acme):
    acme.commit({NAME: SECRET}, branch="feature")
    return acme.pull("feature")


def _ours(pull):
    return [comment for comment in pull.comments if comment.author == ACTIONS]


REFUSED = {
    "401": {"status": 401, "body": {"message": "Bad credentials"}},
    "403": {"status": 403, "body": {"message": "Resource not accessible by integration"}},
    "404": {"status": 404},
    "422": {"status": 422, "body": {"message": "Validation Failed", "errors": []}},
}


@pytest.mark.parametrize("where", [POST, LIST], ids=["writing", "reading"])
@pytest.mark.parametrize("fault", REFUSED.values(), ids=REFUSED)
def test_a_refusal_is_told_once_and_not_repeated(github, pull, bench, where, fault):
    github.fail(**where, **fault, times=99)

    run = bench.run(events.pull_request(github, pull))

    assert run.code == 0
    assert run.outputs["verdict"] == "unmet"
    assert run.slept == []
    (told,) = run.told("notice")
    assert str(fault["status"]) in told
    assert _ours(pull) == []


LIMITED = {
    "primary": (lambda: primary_limit(30), 30),
    "secondary": (secondary_limit, 60),
    "secondary for 5 s": (lambda: secondary_limit(5), 5),
    "secondary, 429": (lambda: secondary_limit(7, status=429), 7),
}


@pytest.mark.parametrize("where", [POST, LIST], ids=["writing", "reading"])
@pytest.mark.parametrize("name", LIMITED)
def test_a_rate_limit_is_waited_for(github, pull, bench, where, name):
    fault, wait = LIMITED[name]
    github.fail(**where, **fault())

    run = bench.run(events.pull_request(github, pull), limits=PATIENT)

    assert len(_ours(pull)) == 1
    assert run.slept == [pytest.approx(wait, abs=2)]
    assert run.told("notice") == []


TOO_LONG = {
    "primary": primary_limit(3000),
    "secondary": secondary_limit(3600),
    "secondary, again and again": secondary_limit(50),
}


@pytest.mark.parametrize("fault", TOO_LONG.values(), ids=TOO_LONG)
def test_a_rate_limit_that_lasts_is_given_up(github, pull, bench, fault):
    github.fail(**POST, **fault, times=99)

    run = bench.run(events.pull_request(github, pull), limits=PATIENT)

    assert run.code == 0
    assert sum(run.slept) <= PATIENT.waits
    assert len(run.told("notice")) == 1
    assert _ours(pull) == []


STUMBLES = {
    "500": {"status": 500},
    "502": {"status": 502, "body": b"<html>Bad gateway</html>"},
    "dropped": {"drop": True},
    "timeout": {"sleep": 3, "status": 504},
}


STORED = {
    "500": {"status": 500, "stores": True},
    "502": {"status": 502, "stores": True},
    "dropped": {"drop": True, "stores": True},
    "timeout": {"trickle": 2},
}


@pytest.mark.parametrize("fault", STORED.values(), ids=STORED)
def test_a_comment_that_was_stored_unseen_is_not_doubled(github, pull, bench, fault):
    github.fail(**POST, **fault)
    limits = QUICK._replace(timeout=1)

    run = bench.run(events.pull_request(github, pull), limits=limits)

    assert len(_ours(pull)) == 1
    assert run.outputs["comment-url"].endswith(str(_ours(pull)[0].id))


@pytest.mark.parametrize("fault", STUMBLES.values(), ids=STUMBLES)
def test_a_comment_that_was_lost_is_written_again(github, pull, bench, fault):
    github.fail(**POST, **fault)
    limits = QUICK._replace(timeout=1)

    run = bench.run(events.pull_request(github, pull), limits=limits)

    assert len(_ours(pull)) == 1
    assert run.told("notice") == []


def test_a_comment_that_is_listed_late_is_not_doubled_for_long(github, pull, bench):
    github.fail(**POST, status=502, stores=True)
    github.lag = 2

    bench.run(events.pull_request(github, pull))
    github.lag = 0
    bench.run(events.pull_request(github, pull))
    bench.run(events.pull_request(github, pull))

    assert len(_ours(pull)) == 1


@pytest.mark.parametrize("fault", STUMBLES.values(), ids=STUMBLES)
def test_what_can_be_repeated_is(github, pull, bench, fault):
    bench.run(events.pull_request(github, pull))
    pull.comments[0].body = pull.comments[0].body.replace("###", "### Edited by somebody.")
    github.fail(**PATCH, **fault)
    limits = QUICK._replace(timeout=1)

    bench.run(events.pull_request(github, pull), limits=limits)

    (comment,) = _ours(pull)
    assert "somebody" not in comment.body


@pytest.mark.parametrize("fault", [STUMBLES["500"], STUMBLES["dropped"]], ids=["500", "dropped"])
def test_a_github_that_is_down_costs_a_line(github, pull, bench, fault):
    github.fail(**fault, times=999)

    run = bench.run(events.pull_request(github, pull))

    assert run.code == 0
    assert run.outputs["verdict"] == "unmet"
    assert run.summary
    assert sum(run.slept) <= QUICK.waits
    assert len(run.told("notice")) == 1


ELSE = {"a page": b"<html>Sign in</html>", "nothing": b"", "{}": {}, "[]": [], "7": b"7"}
ASKED = {
    "tree": ("GET", "*/git/trees/*"),
    "blob": ("GET", "*/git/blobs/*"),
    "comments": ("GET", "*/comments"),
    "comment": ("POST", "*/comments"),
    "check run": ("POST", "*/check-runs"),
    "viewer": ("POST", "*/graphql"),
}


@pytest.mark.parametrize("where", ASKED)
@pytest.mark.parametrize("body", ELSE.values(), ids=ELSE)
def test_an_answer_that_is_none_of_its_api_is_told_in_plain_words(github, pull, bench, where, body):
    method, path = ASKED[where]
    github.fail(method=method, path=path, status=200, body=body, times=99)
    event = events.pull_request(github, pull)
    token = "false" if where == "viewer" else "true"

    run = bench.run(event, clone=False, inputs={"check-run": "true"}, OSAID_WORKFLOW_TOKEN=token)

    assert (run.code, run.outputs["verdict"]) == (0, "unmet")
    assert re.findall(r"\w+(?:Error|Exception|Object)\b|\bNone\b", run.log) == []


def test_a_listing_that_is_cut_is_no_proof_of_a_new_declaration(github, acme, bench):
    acme.commit({"A.md": "It comes before the declaration."})
    acme.commit({NAME: SECRET}, branch="feature")
    acme.tree_limit = 1

    run = bench.run(events.pull_request(github, acme.pull("feature")), clone=False)

    assert (run.code, run.outputs["verdict"]) == (0, "unmet")
    assert "Not compared with the base: GitHub lists a folder in part" in run.log
    assert "new declaration" not in run.log + run.summary


def test_an_answer_that_drips_is_cut_off(github, pull, bench):
    github.fail(**LIST, trickle=0.5, times=9)
    limits = Limits(timeout=5, first_pause=0.01, tries=2, waits=1, deadline=2)
    pull.comment("so that there is something to drip")

    run = bench.run(events.pull_request(github, pull), limits=limits)

    assert run.code == 0
    assert "takes too long" in run.told("notice")[0]


def test_the_token_does_not_follow_to_another_host(github, pull, bench):
    from testing.github_double.double import Double  # noqa: PLC0415

    with Double() as elsewhere:
        target = elsewhere.url.replace("127.0.0.1", "localhost") + "/repos/acme/model"
        github.fail(**LIST, status=301, headers={"Location": target}, body={})
        run = bench.run(events.pull_request(github, pull))

        assert elsewhere.requests == []
    assert run.code == 0
    assert "another host" in run.told("notice")[0]
    assert "permission" not in run.told("notice")[0]
    assert bench.token not in run.log


def test_a_base_that_cannot_be_read_is_said_and_no_more(github, pull, bench):
    github.fail(method="GET", path="*/git/trees/*", status=403, times=9)

    run = bench.run(events.pull_request(github, pull), clone=False)

    assert run.code == 0
    assert run.outputs["verdict"] == "unmet"
    assert len(_ours(pull)) == 1


def test_a_head_that_cannot_be_read_is_no_verdict(github, pull, bench):
    github.fail(method="GET", path="*/git/trees/*", status=500, times=99)

    run = bench.run(events.pull_request_target(github, pull))

    assert run.code == 2
    assert "500" in run.told("error")[0]
    assert run.outputs == {}


# ------------------------------------------------------------------ check runs

CHECK = {"inputs": {"check-run": "true", "comment": "never"}}


def test_a_check_run_is_filled_in_pieces_and_ends(github, acme, bench):
    acme.commit({f"m{n}/{NAME}": SECRET for n in range(40)}, branch="many")
    pull = acme.pull("many")

    run = bench.run(events.pull_request(github, pull), **CHECK)

    (check,) = acme.checks.values()
    assert run.code == 0
    assert check.fields["head_sha"] == pull.head_sha
    assert check.fields["conclusion"] == "neutral"
    assert len(check.annotations) > 50
    assert not [c for c in run.commands if "file" in c.properties]


@pytest.mark.parametrize(("required", "conclusion"), [("", "neutral"), ("study", "failure")])
def test_a_check_run_concludes_as_the_job_does(github, pull, bench, required, conclusion):
    inputs = {**CHECK["inputs"], "require": required}

    bench.run(events.pull_request(github, pull), inputs=inputs)

    assert [c.fields["conclusion"] for c in pull.repository.checks.values()] == [conclusion]


def test_annotations_are_never_sent_twice_and_the_check_ends(github, acme, pull, bench):
    github.fail(method="PATCH", path="*/check-runs/*", status=502, stores=True)

    run = bench.run(events.pull_request(github, pull), **CHECK)

    (check,) = acme.checks.values()
    texts = [(a["start_line"], a["message"]) for a in check.annotations]
    assert len(texts) == len(set(texts))
    assert check.status == "completed"
    assert "annotations are missing" in run.told("notice")[0]


def test_a_check_run_that_was_begun_unseen_ends_too(github, acme, pull, bench):
    github.fail(method="POST", path="*/check-runs", status=502, stores=True)

    bench.run(events.pull_request(github, pull), **CHECK)

    assert [check.status for check in acme.checks.values()] == ["completed"]


def test_without_the_permission_annotations_go_the_usual_way(github, pull, bench):
    token = github.grant({"contents": "read"})

    run = bench.run(events.pull_request(github, pull), token=token, **CHECK)

    assert run.code == 0
    assert "checks: write" in run.told("notice")[0]
    assert [c for c in run.commands if c.properties.get("file") == NAME]
