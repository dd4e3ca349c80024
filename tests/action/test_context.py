# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a run is about, read from its environment and the event."""

import json

import pytest

from osaid_action.action.context import EVENTS, Run, from_environ
from osaid_action.errors import OsaidError
from tests.action.settings import CONTEXT

SHA, BASE, NOTHING = "a" * 40, "b" * 40, "0" * 40
PULLS = ("pull_request", "pull_request_target")
PULL = {
    "number": 7,
    "state": "open",
    "head": {"sha": SHA, "repo": {"full_name": "octocat/model"}},
    "base": {"sha": BASE, "ref": "main"},
}


@pytest.fixture
def context(tmp_path):
    def context(event, payload, **environ):
        path = tmp_path / "event.json"
        path.write_text(payload if isinstance(payload, str) else json.dumps(payload))
        around = {
            "GITHUB_EVENT_NAME": event,
            "GITHUB_EVENT_PATH": str(path),
            "GITHUB_REPOSITORY": "acme/model",
            "GITHUB_SHA": "c" * 40,
        }
        return from_environ(around | environ)

    return context


# ------------------------------------------------------------------ what is compared with


@pytest.mark.parametrize(
    ("event", "payload", "base"),
    [
        ("push", {"before": BASE}, BASE),
        ("push", {"before": NOTHING}, ""),  # a new branch
        ("push", {"before": None}, ""),
        ("push", {}, ""),
        ("push", {"before": BASE, "pull_request": PULL}, BASE),
        ("merge_group", {"merge_group": {"base_sha": BASE}}, BASE),
        ("merge_group", {"merge_group": {"base_sha": NOTHING}}, ""),
        ("merge_group", {"merge_group": None, "before": BASE}, ""),
        ("schedule", {"before": BASE}, ""),
        ("workflow_run", {"workflow_run": {}, "pull_request": PULL}, ""),
    ],
)
def test_the_base_is_what_the_event_says(context, event, payload, base):
    assert context(event, payload).before == base


@pytest.mark.parametrize(
    ("event", "payload", "expected"),
    [
        ("push", {"deleted": True, "before": BASE}, (True, BASE)),
        ("push", {"deleted": True}, (True, "c" * 40)),
        ("push", {"deleted": "yes", "before": BASE}, (False, "c" * 40)),
        ("push", {"deleted": False, "before": BASE}, (False, "c" * 40)),
        ("schedule", {"deleted": True, "before": BASE}, (False, "c" * 40)),
    ],
)
def test_a_branch_that_is_deleted_was_last_at_a_commit(context, event, payload, expected):
    found = context(event, payload)

    assert (found.is_deleted, found.sha) == expected


@pytest.mark.parametrize("event", PULLS)
def test_a_pull_request_is_judged_at_its_head_and_compared_with_its_base(context, event):
    found = context(event, {"pull_request": PULL})

    assert (found.sha, found.base_branch, found.home) == (SHA, "main", "octocat/model")
    assert (found.pull, found.is_open) == (7, True)


@pytest.mark.parametrize(
    ("ref", "branch"),
    [("refs/heads/new", "main"), ("refs/tags/v1", "main"), ("refs/heads/main", "")],
)
def test_what_is_new_is_to_be_merged_into_the_default_branch(context, ref, branch):
    payload = {"before": NOTHING, "ref": ref, "repository": {"default_branch": "main"}}

    assert context("push", payload).base_branch == branch
    assert context("schedule", payload).base_branch == ""


@pytest.mark.parametrize("event", ["push", "merge_group"])
@pytest.mark.parametrize("told", [True, False, "true"])
def test_a_push_may_delete_and_may_be_forced(context, event, told):
    found = context(event, {"deleted": told, "forced": told})

    is_so = event == "push" and told is True
    assert (found.is_deleted, found.is_forced) == (is_so, is_so)


def test_the_run_its_attempt_and_its_workflow_are_known(context):
    ref = "acme/model/.github/workflows/osaid.yml@refs/pull/7/merge"
    found = context("push", {}, GITHUB_RUN_ATTEMPT="3", GITHUB_WORKFLOW_REF=ref)

    assert (found.attempt, found.workflow) == (3, ".github/workflows/osaid.yml")
    assert found.run_sha == "c" * 40
    assert (context("push", {}).attempt, context("push", {}).workflow) == (1, "")


# ------------------------------------------------------------------ what it is about


@pytest.mark.parametrize("event", [event for event in EVENTS if event not in PULLS])
def test_a_pull_request_beside_another_event_is_not_what_it_is_about(context, event):
    found = context(event, {"pull_request": PULL})

    assert (found.sha, found.home) == ("c" * 40, "acme/model")
    assert (found.pull, found.is_open) == (None, False)


@pytest.mark.parametrize("state", ["closed", None, "OPEN"])
def test_only_an_open_pull_request_is_open(context, state):
    assert not context("pull_request", {"pull_request": {**PULL, "state": state}}).is_open


@pytest.mark.parametrize("number", ["7", None, [7]])
def test_a_pull_request_without_a_number_is_none(context, number):
    assert context("pull_request", {"pull_request": {**PULL, "number": number}}).pull is None


@pytest.mark.parametrize("head", [{"sha": SHA, "repo": None}, {"sha": SHA}, None, {"repo": {}}])
def test_a_fork_that_is_deleted_leaves_what_the_environment_says(context, head):
    found = context("pull_request", {"pull_request": {**PULL, "head": head}})

    assert found.home == "acme/model"
    assert found.sha == (SHA if head and "sha" in head else "c" * 40)


@pytest.mark.parametrize("event", EVENTS)
def test_a_workflow_run_names_the_run_before_it(context, event):
    before = {
        "event": "pull_request",
        "head_sha": SHA,
        "head_branch": "feature",
        "head_repository": {"full_name": "octocat/model"},
    }
    run = Run("pull_request", SHA, "feature", "octocat/model")

    found = context(event, {"workflow_run": before})

    assert found.run == (run if event == "workflow_run" else None)
    assert found.from_api == (event in ("workflow_run", "pull_request_target"))


def test_a_workflow_run_may_lack_everything(context):
    assert context("workflow_run", {"workflow_run": None}).run == Run("", "", "", "")
    assert context("workflow_run", {}).run == Run("", "", "", "")


# ------------------------------------------------------------------ the environment


def test_addresses_have_no_slash_at_the_end(context):
    servers = {"GITHUB_SERVER_URL": "https://x.example/", "GITHUB_API_URL": "https://x.example/v3/"}

    found = context("push", {}, **servers)

    assert (found.server_url, found.api_url) == ("https://x.example", "https://x.example/v3")


def test_the_environment_is_taken_over(context, tmp_path):
    places = {"GITHUB_WORKSPACE": str(tmp_path / "w"), "RUNNER_TEMP": str(tmp_path / "t")}
    files = {"GITHUB_STEP_SUMMARY": "s", "GITHUB_OUTPUT": "o", "GITHUB_RUN_ID": "4000000000"}

    found = context("push", {}, **places, **files)

    assert [found.workspace, found.temp] == list(places.values())
    assert (found.summary_path, found.output_path, found.run_id) == ("s", "o", 4_000_000_000)


@pytest.mark.parametrize("given", ["", " ", "abc", "-1", "1.5", "1e9", "1_0", "²", "٣", "9" * 5000])
def test_a_run_by_hand_has_no_number(context, given):
    assert context("push", {}).run_id == context("push", {}, GITHUB_RUN_ID=given).run_id == 0


@pytest.mark.parametrize(
    ("environ", "page"),
    [
        ({}, "77"),
        ({"FORGEJO_ACTIONS": "true"}, "5"),
        ({"GITEA_ACTIONS": "true", "FORGEJO_ACTIONS": "false"}, "77"),
    ],
)
def test_a_run_has_a_page(context, environ, page):
    run = {"GITHUB_RUN_ID": "77", "GITHUB_RUN_NUMBER": "5", "GITHUB_SERVER_URL": "https://x.y/"}

    found = context("push", {}, **run, **environ)

    assert found.run_url == f"https://x.y/acme/model/actions/runs/{page}"
    assert context("push", {}, **environ).run_url == ""


@pytest.mark.parametrize("event", ["", "issue_comment", "pull_request_review"])
def test_another_event_is_refused(context, event):
    with pytest.raises(OsaidError, match=f"the event {event or '.none.'} is not supported"):
        context(event, {})


@pytest.mark.parametrize("payload", ["[]", "7", "null"])
def test_an_event_that_is_no_mapping_says_nothing(context, payload):
    assert context("push", payload).before == ""


@pytest.mark.parametrize("payload", ["", "{", "\ud800"])
def test_an_event_that_cannot_be_read_is_an_error(tmp_path, payload):
    path = tmp_path / "event.json"
    path.write_bytes(payload.encode("utf-8", "surrogatepass"))

    with pytest.raises(OsaidError, match="GITHUB_EVENT_PATH: the event cannot be read"):
        from_environ({"GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": str(path)})
    with pytest.raises(OsaidError, match="GITHUB_EVENT_PATH"):
        from_environ({"GITHUB_EVENT_NAME": "push"})


@pytest.mark.parametrize(("is_among", "named"), [(True, "#7"), (False, "")])
def test_a_pull_request_is_named_where_others_have_its_head(is_among, named):
    assert CONTEXT._replace(is_among=is_among).named == named
