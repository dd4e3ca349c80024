# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The harness runs a workflow as GitHub would; a small action of its own shows it."""

import json
import os
import subprocess

import pytest

from testing.github_double import events
from testing.github_double.api.state import DEPENDABOT
from testing.github_double.commands import commands
from testing.github_double.hostile import BRANCHES
from testing.github_double.runner import ACTION, CHECKOUT, Runner, snapshot, workflow

pytestmark = pytest.mark.needs_tools

SCRIPT = """\
import json, os, subprocess, urllib.error, urllib.request

def git(*words):
    return subprocess.run(["git", *words], capture_output=True, text=True, check=True).stdout

event = json.load(open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8"))
seen = {name: os.environ.get(name, "") for name in os.environ if name.startswith("GITHUB_")}
seen["files"] = sorted(os.listdir("."))
if ".git" in seen["files"]:
    seen["log"] = git("log", "--format=%H").split()
seen["wrote"] = ""
number = event.get("pull_request", {}).get("number")
if number and os.environ["TOKEN"]:
    request = urllib.request.Request(
        f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/issues/{number}/comments",
        data=json.dumps({"body": os.environ["BODY"]}).encode(),
        headers={"Authorization": f"Bearer {os.environ['TOKEN']}"},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            seen["wrote"] = str(answer.status)
    except urllib.error.HTTPError as refused:
        seen["wrote"] = str(refused.code)
json.dump(seen, open(os.path.join(os.environ["OSAID_TEST_FILES"], "seen.json"), "w"))
print("::warning file=a%2Cb.yaml,line=3,title=t::one%0Atwo")
print("token:", os.environ["TOKEN"])
with open(os.environ["GITHUB_OUTPUT"], "a") as file:
    file.write("wrote<<END\\n" + seen["wrote"] + "\\nEND\\nresult=met\\n")
with open(os.environ["GITHUB_STEP_SUMMARY"], "a") as file:
    file.write("## Summary\\n")
raise SystemExit(os.environ["FAIL"] == "true")
"""


@pytest.fixture
def acme(github):
    acme = github.repository("acme/model")
    acme.commit({"README.md": "one"})
    acme.commit({"README.md": "two"})
    acme.commit({"OPEN_AI_SYSTEM.yaml": "three"}, branch="feature")
    return acme


@pytest.fixture
def runner(tmp_path, github, acme, bare):
    action = tmp_path / "dummy"
    action.mkdir()
    (action / "script.py").write_text(SCRIPT)
    env = {
        "TOKEN": "${{ inputs.token }}",
        "BODY": "${{ inputs.body }}",
        "FAIL": "${{ inputs.fail }}",
        "SCRIPT": "${{ github.action_path }}/script.py",
    }
    step = {"id": "main", "shell": "bash", "env": env, "run": 'python3 -I "$SCRIPT"'}
    description = {
        "name": "dummy",
        "description": "Looks around and writes a comment",
        "inputs": {
            "token": {"default": "${{ github.token }}"},
            "body": {"default": "hello"},
            "fail": {"default": "false"},
        },
        "outputs": {
            name: {"value": f"${{{{ steps.main.outputs.{name} }}}}"} for name in ("wrote", "result")
        },
        "runs": {"using": "composite", "steps": [step]},
    }
    (action / "action.yml").write_text(json.dumps(description))
    return Runner(str(tmp_path), github, acme, python=bare, action=str(action))


def seen(run):
    with open(os.path.join(run.files, "seen.json"), encoding="utf-8") as file:
        return json.load(file)


def test_a_pull_request_gets_its_comment(github, acme, runner):
    pull = acme.pull("feature")
    token = github.grant({"contents": "read", "pull-requests": "write"})

    run = runner.run(events.pull_request(github, pull), token=token, inputs={"body": "words"})

    assert run.result == "success"
    assert [comment.body for comment in pull.comments] == ["words"]
    assert pull.comments[0].author.login == "github-actions[bot]"
    assert run.outputs["osaid"] == {"wrote": "201", "result": "met"}
    assert run.summary == "## Summary\n"
    assert run.steps == {"0": "success", "osaid": "success"}
    (annotation,) = run.annotations
    assert (annotation.level, annotation.message) == ("warning", "one\ntwo")
    assert annotation.properties == {"file": "a,b.yaml", "line": "3", "title": "t"}
    assert [command.name for command in commands(run.output)] == ["warning"]


def test_a_pull_request_is_checked_out_merged_and_one_commit_deep(github, acme, runner):
    pull = acme.pull("feature")

    around = seen(runner.run(events.pull_request(github, pull)))

    assert around["log"] == [pull.merge_sha]
    assert around["GITHUB_SHA"] == pull.merge_sha
    assert around["GITHUB_REF"] == "refs/pull/7/merge"
    assert around["GITHUB_REF_NAME"] == "7/merge"
    assert (around["GITHUB_HEAD_REF"], around["GITHUB_BASE_REF"]) == ("feature", "main")
    assert around["GITHUB_API_URL"] == github.url
    assert around["GITHUB_REPOSITORY"] == "acme/model"
    assert around["files"] == [".git", "OPEN_AI_SYSTEM.yaml", "README.md"]
    assert around["wrote"] == ""


def test_the_token_is_masked_and_left_nowhere(github, acme, runner, tmp_path):
    token = github.grant({"pull-requests": "write"})

    run = runner.run(events.pull_request(github, acme.pull("feature")), token=token)

    assert "token: ***" in run.output
    assert token not in run.output + run.log
    found = subprocess.run(["grep", "-rlF", token, str(tmp_path)], capture_output=True, check=False)
    assert found.stdout == b""


def test_a_read_only_token_cannot_write(github, acme, runner):
    fork = github.fork(acme, "mallory")
    fork.commit({"x": "1"}, branch="patch-1")
    pull = acme.pull("patch-1", head_repository=fork)
    token = github.grant({"contents": "read", "pull-requests": "read"})
    event = events.pull_request(github, pull)

    run = runner.run(event, token=token)

    assert event.payload["pull_request"]["head"]["repo"]["fork"] is True
    assert run.outputs["osaid"]["wrote"] == "403"
    assert seen(run)["files"] == [".git", "README.md", "x"]
    assert pull.comments == []


def test_dependabot_is_no_fork(github, acme, runner):
    pull = acme.pull("feature", author=DEPENDABOT)
    event = events.pull_request(github, pull)

    around = seen(runner.run(event))

    assert around["GITHUB_ACTOR"] == "dependabot[bot]"
    assert event.payload["pull_request"]["head"]["repo"]["fork"] is False


def test_a_failing_step_fails_the_job(github, acme, runner):
    pull = acme.pull("feature")

    run = runner.run(events.pull_request(github, pull), inputs={"fail": True})

    assert (run.result, run.steps["osaid"]) == ("failure", "failure")
    assert run.outputs["osaid"]["result"] == "met"


EVENTS = {
    "pull_request_target": lambda github, acme: events.pull_request_target(
        github, acme.pull("feature")
    ),
    "push": events.push,
    "push of a new branch": lambda github, acme: events.push(
        github, acme, "feature", before=events.NOTHING
    ),
    "push that deletes a branch": lambda github, acme: events.push_deleted(
        github, acme, "feature", acme.branches.pop("feature")
    ),
    "merge_group": lambda github, acme: events.merge_group(github, acme.pull("feature")),
    "schedule": events.schedule,
    "workflow_dispatch": events.workflow_dispatch,
    "workflow_run": lambda github, acme: events.workflow_run(
        github, acme, acme.run(acme.pull("feature"))
    ),
}


@pytest.mark.parametrize("make", EVENTS.values(), ids=EVENTS.keys())
def test_every_event_runs_where_github_runs_it(github, acme, runner, make):
    event = make(github, acme)

    around = seen(runner.run(event))

    assert around["GITHUB_EVENT_NAME"] == event.name
    assert (around["GITHUB_SHA"], around["GITHUB_REF"]) == (event.sha, event.ref)
    assert around["log"] == [event.sha]


def test_checkout_honors_ref_depth_and_path(github, acme, runner):
    with_ = {"ref": "refs/heads/feature", "fetch-depth": 0, "path": "sub"}
    steps = [
        {"uses": CHECKOUT, "with": with_},
        {"id": "look", "run": 'git -C sub log --format=%s >"$OSAID_TEST_FILES/log"; ls'},
    ]
    event = events.push(github, acme)

    run = runner.run(event, workflow=workflow("push", steps))

    with open(os.path.join(run.files, "log"), encoding="utf-8") as file:
        assert len(file.readlines()) == 3
    assert run.output == "sub\n"


def test_without_checkout_the_workspace_is_empty(github, acme, runner):
    steps = [{"id": "osaid", "uses": ACTION}]
    event = events.push(github, acme)

    assert seen(runner.run(event, workflow=workflow("push", steps)))["files"] == []


def test_another_action_can_stand_in(tmp_path, github, acme, runner):
    other = tmp_path / "other"
    other.mkdir()
    step = {"shell": "bash", "run": "echo here I am"}
    text = {"name": "o", "description": "o", "runs": {"using": "composite", "steps": [step]}}
    (other / "action.yml").write_text(json.dumps(text))
    flow = workflow("push", [{"uses": "acme/other@v2"}])

    run = runner.run(
        events.push(github, acme), workflow=flow, actions={"acme/other@v2": str(other)}
    )

    assert run.output == "here I am\n"


def test_a_run_that_takes_too_long_is_stopped(tmp_path, github, acme, runner):
    flow = workflow("push", [{"run": 'echo $$ >"$OSAID_TEST_FILES/pid"; exec sleep 600'}])

    with pytest.raises(subprocess.TimeoutExpired):
        runner.run(events.push(github, acme), workflow=flow, seconds=5)

    pid = int((tmp_path / "run-1" / "files" / "pid").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_workflow_that_runs_nothing_is_an_error(github, acme, runner):
    flow = workflow("pull_request", [{"run": "true"}])

    with pytest.raises(RuntimeError, match="ran no job"):
        runner.run(events.push(github, acme), workflow=flow)


def test_nothing_but_small_files_is_left_behind(tmp_path, github, acme, runner):
    runner.run(events.push(github, acme))

    assert sorted(os.listdir(tmp_path / "run-1")) == [
        *("checkout", "event.json", "files", "origins", "repo", "workflow.yml")
    ]


def test_a_snapshot_is_the_project_as_it_lies(tmp_path):
    copy = snapshot(str(tmp_path / "copy"))

    assert os.path.isfile(os.path.join(copy, "pyproject.toml"))
    assert os.path.isfile(os.path.join(copy, "testing", "github_double", "runner.py"))
    assert not os.path.exists(os.path.join(copy, ".git"))


# act evaluates expressions in the values of the environment, which GitHub does not do
NAMES = [entry for entry in BRANCHES if "${{" not in entry.text]


@pytest.mark.parametrize("entry", NAMES, ids=lambda e: e.name)
def test_a_branch_may_have_any_name(github, acme, runner, entry):
    acme.commit({"x": entry.name}, branch=entry.text)
    pull = acme.pull(entry.text)

    around = seen(runner.run(events.pull_request(github, pull)))

    assert around["GITHUB_HEAD_REF"] == entry.text
    assert around["log"] == [pull.merge_sha]
