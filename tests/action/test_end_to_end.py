# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The action as a user meets it: `uses: acme/osaid-action@v1` under a workflow runner.

What is shown here is what only the whole can show: the shell step, the installation, inputs and
outputs, the token. What a run decides is told by the tests beside this one.
"""

import os
import re
import venv

import pytest

from testing.github_double import events
from testing.github_double.interpreters import bare_python
from testing.github_double.runner import ACTION, CHECKOUT, Runner, workflow
from tests.action.bench import GOOD, NAME, SECRET

pytestmark = pytest.mark.needs_tools


@pytest.fixture
def runner(tmp_path, github, acme, bare):
    return Runner(str(tmp_path), github, acme, python=bare)


@pytest.fixture
def pull(acme):
    acme.commit({NAME: SECRET}, branch="feature")
    return acme.pull("feature")


@pytest.fixture
def fork(github, acme):
    theirs = github.fork(acme, "octocat")
    theirs.commit({NAME: SECRET}, branch="patch-1")
    return acme.pull("patch-1", head_repository=theirs)


def test_the_life_of_a_comment(github, acme, pull, runner, token):
    first = runner.run(events.pull_request(github, pull), token=token)
    again = runner.run(events.pull_request(github, pull), token=token)

    (comment,) = pull.comments
    assert first.result == again.result == "success"
    assert "loses" in comment.body
    assert [request.method for request in github.writes] == ["POST"]
    assert first.outputs["osaid"]["verdict"] == "unmet"
    assert first.outputs["osaid"]["comment-url"].endswith(f"#issuecomment-{comment.id}")

    required = runner.run(
        events.pull_request(github, pull), token=token, inputs={"require": "study"}
    )
    assert required.result == "failure"

    acme.commit({NAME: GOOD}, branch="feature")
    mended = runner.run(events.pull_request(github, pull), token=token, inputs={"require": "all"})
    assert mended.result == "success"
    assert [c.id for c in pull.comments] == [comment.id]
    assert "OSAID 1.0 met, as declared" in comment.body


def test_two_declarations_have_two_comments(github, acme, runner, token):
    acme.commit({NAME: SECRET, f"second model/{NAME}": SECRET}, branch="feature")
    pull = acme.pull("feature")

    run = runner.run(events.pull_request(github, pull), token=token)

    assert len(pull.comments) == 2
    assert {a.properties["file"] for a in run.annotations} == {NAME, f"second model/{NAME}"}


def test_a_fork_has_its_result_and_the_next_workflow_its_comment(github, acme, fork, runner, token):
    reader = github.grant({"contents": "read", "pull-requests": "read"})

    run = runner.run(events.pull_request(github, fork), token=reader)

    assert run.result == "success"
    assert "Study" in run.summary or "study" in run.summary
    assert fork.comments == []
    assert any("pull-requests: write" in a.message for a in run.annotations)

    event = events.workflow_run(github, acme, acme.run(fork))
    steps = [{"id": "osaid", "uses": ACTION}]  # no checkout
    after = runner.run(event, token=token, workflow=workflow("workflow_run", steps))

    assert after.result == "success"
    assert len(fork.comments) == 1


def test_without_pip_and_without_packages_uv_installs(github, acme, pull, tmp_path, token):
    folder = bare_python(str(tmp_path), pip=False)
    runner = Runner(str(tmp_path), github, acme, python=folder)

    run = runner.run(events.pull_request(github, pull), token=token)

    assert run.result == "success"
    assert run.outputs["osaid"]["verdict"] == "unmet"
    assert len(pull.comments) == 1


def test_a_python_that_cannot_install_is_passed_over(github, acme, pull, tmp_path, token, bare):  # noqa: PLR0913, PLR0917 - what a run takes
    first = tmp_path / "first"
    venv.create(first, with_pip=False)
    runner = Runner(str(tmp_path), github, acme, python=str(first / "bin"))
    runner.path = runner.path.replace(os.pathsep, f"{os.pathsep}{bare}{os.pathsep}", 1)

    run = runner.run(events.pull_request(github, pull), token=token)

    assert run.result == "success"
    assert "has no pip" in run.log
    assert run.outputs["osaid"]["verdict"] == "unmet"


def test_packages_of_github_that_cannot_be_had_cost_the_comment(github, pull, runner, token):
    """The rest of the lock wants another hash: as on a machine for which there is no wheel."""
    lock = os.path.join(runner.action, "requirements", "action.txt")
    with open(lock, encoding="utf-8") as file:
        text = file.read()
    name = text.index("pygithub==")
    with open(lock, "w", encoding="utf-8") as file:
        file.write(text[:name] + re.sub(r"sha256:\w+", f"sha256:{'0' * 64}", text[name:], count=2))

    run = runner.run(events.pull_request(github, pull), token=token)

    assert run.result == "success"
    assert run.outputs["osaid"]["verdict"] == "unmet"
    assert "Not compared with the base" in run.summary
    assert pull.comments == []
    assert [a.level for a in run.annotations if "file" not in a.properties] == []


@pytest.mark.parametrize("event", ["merge_group", "push", "workflow_dispatch", "schedule"])
def test_events_without_a_pull_request(pull, runner, token, event):
    github, acme = runner.github, runner.repository
    made = {
        "merge_group": lambda: events.merge_group(github, pull),
        "push": lambda: events.push(github, acme),
        "workflow_dispatch": lambda: events.workflow_dispatch(github, acme),
        "schedule": lambda: events.schedule(github, acme),
    }[event]()
    acme.commit({"README.md": "after"})

    run = runner.run(made, token=token)

    assert run.result == "success"
    assert run.summary
    assert github.writes == []


@pytest.mark.parametrize(
    ("mode", "result", "levels"),
    [("error", "failure", ["error"]), ("warn", "success", ["warning"]), ("ignore", "success", [])],
)
def test_a_missing_declaration(runner, token, mode, result, levels):
    github, acme = runner.github, runner.repository
    acme.commit({NAME: None})

    run = runner.run(events.schedule(github, acme), token=token, inputs={"if-missing": mode})

    assert run.result == result
    assert [a.level for a in run.annotations] == levels


def test_files_that_were_asked_for_are_in_the_workspace(github, acme, runner, token):
    steps = [
        {"uses": CHECKOUT},
        {
            "id": "osaid",
            "uses": ACTION,
            "with": {"report-file": "out/report.json", "badge-directory": "out"},
        },
        {"shell": "bash", "run": 'cp -r out "$OSAID_TEST_FILES/"'},
        {"shell": "bash", "run": 'git status --short > "$OSAID_TEST_FILES/status"'},
    ]

    run = runner.run(
        events.schedule(github, acme), token=token, workflow=workflow("schedule", steps)
    )

    assert run.result == "success"
    with open(os.path.join(run.files, "status"), encoding="utf-8") as file:
        assert file.read() == "?? out/\n"
    assert {"report.json", "osaid.svg", "osaid.json"} <= set(os.listdir(f"{run.files}/out"))


# ------------------------------------------------------------------ a workspace that fights back

CANARY = "raise SystemExit(open('{}', 'a').write('ran'))\n"


_HABITS = {
    "PYTHONPATH": ".",
    "PYTHONSTARTUP": "evil.py",
    "PIP_USER": "1",
    "PIP_REQUIRE_VIRTUALENV": "1",
    "PIP_TARGET": "/nonexistent",
    "UV_PROJECT": ".",
}
"""What a job may have set for its own sake, and what would let the workspace in."""


def test_nothing_of_the_workspace_is_run(github, acme, runner, token, tmp_path):
    """Modules, configuration and programs of the pull request, where careless tools find them."""
    canary = tmp_path / "canary"
    code = CANARY.format(canary)
    modules = ("json", "os", "pip", "sitecustomize", "usercustomize", "typing", "venv", "yaml")
    shell = f"#!/bin/sh\necho ran >> {canary}\n"
    backend = '[build-system]\nrequires = []\nbuild-backend = "evil"\nbackend-path = ["."]\n'
    broken = "[global]\nindex-url = http://127.0.0.1:9/\nno-index = true\n"
    acme.commit(
        {f"{name}.py": code for name in modules}
        | {f"{name}/__init__.py": code for name in ("osaid_action", "requests", "github")}
        | dict.fromkeys(("python3", "git", "uv", "bash", "env"), shell)
        | dict.fromkeys(("pip.conf", "pip.ini"), broken)
        | {
            NAME: SECRET,
            ".env": f"PYTHONSTARTUP={canary}\nPIP_INDEX_URL=http://127.0.0.1:9/\n",
            "evil.py": code,
            "pyproject.toml": backend + '[tool.uv]\nindex-url = "http://127.0.0.1:9/"\n',
            "requirements/action.txt": "evil @ file:///nowhere\n",
            "setup.py": code,
            "uv.toml": 'index-url = "http://127.0.0.1:9/"\n',
        },
        branch="feature",
    )
    pull = acme.pull("feature")
    steps = [
        {"uses": CHECKOUT},
        {"id": "osaid", "uses": ACTION, "env": _HABITS},
    ]

    run = runner.run(
        events.pull_request(github, pull), token=token, workflow=workflow("pull_request", steps)
    )

    assert run.result == "success"
    assert run.outputs["osaid"]["verdict"] == "unmet"
    assert len(pull.comments) == 1
    assert not canary.exists()
