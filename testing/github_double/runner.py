# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the action as a workflow would, with the runner ``act`` and the API double.

    runner = Runner(str(tmp_path), github, acme, python=bare_python(folder))
    run = runner.run(events.pull_request(github, pull), token=github.grant({...}))
    assert run.result == "success"

What the API double holds becomes a real git repository with the same commits; the checkout
step fetches from it, one commit deep as the real one does, and then names GitHub as where it came
from. So does every other repository of the double, for a checkout that asks for it. act runs steps
on this machine and enforces no permissions: the double does that, by the token. Of this machine the
steps see the system's tools and one Python, which has no packages to lend (see interpreters.py).
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from testing.github_double.api.state import Repository
from testing.github_double.double import Double
from testing.github_double.events import Event
from testing.github_double.interpreters import narrow_path

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), os.pardir, os.pardir))
ACTION = "acme/osaid-action@v1"
CHECKOUT = "actions/checkout@v4"
WORKFLOW = ".github/workflows/osaid.yml"
_OUTER = ("GITHUB_", "RUNNER_", "PYTHON", "VIRTUAL_ENV", "UV_PROJECT", "UV_PYTHON")
_LEVELS = ("error", "warning", "notice")

_CHECKOUT_SCRIPT = """\
git init --quiet "./$PLACE"
cd "./$PLACE"
git remote add origin "$OSAID_TEST_ORIGINS/$REPOSITORY"
test "$DEPTH" = 0 || set -- --depth "$DEPTH"
test -z "$FILTER" || set -- "$@" --filter "$FILTER"
test "$REPOSITORY" = "$GITHUB_REPOSITORY" || DEFAULT=HEAD
test "$DEPTH" != 0 || git fetch --quiet "$@" origin '+refs/heads/*:refs/remotes/origin/*'
git fetch --quiet "$@" origin "${REF:-$DEFAULT}"
case "$REF $GITHUB_REF" in
  " refs/heads/"*) git checkout --quiet -B "${GITHUB_REF#refs/heads/}" FETCH_HEAD ;;
  *) git checkout --quiet --detach FETCH_HEAD ;;
esac
git remote set-url origin "$GITHUB_SERVER_URL/$REPOSITORY"
"""

_CHECKOUT_ACTION = {
    "name": "checkout",
    "description": "Stands in for actions/checkout: the same defaults, another origin",
    "inputs": {
        "ref": {"default": ""},
        "fetch-depth": {"default": "1"},
        "path": {"default": "."},
        "repository": {"default": "${{ github.repository }}"},
        "filter": {"default": ""},
        "token": {"default": ""},
        "persist-credentials": {"default": "true"},
    },
    "runs": {
        "using": "composite",
        "steps": [
            {
                "shell": "bash",
                "env": {
                    "REF": "${{ inputs.ref }}",
                    "DEPTH": "${{ inputs.fetch-depth }}",
                    "PLACE": "${{ inputs.path }}",
                    "REPOSITORY": "${{ inputs.repository }}",
                    "FILTER": "${{ inputs.filter }}",
                    "DEFAULT": "${{ github.sha }}",
                },
                "run": _CHECKOUT_SCRIPT,
            }
        ],
    },
}

_TRIGGERS: dict[str, Any] = {
    "schedule": [{"cron": "0 6 * * 1"}],
    "workflow_run": {"workflows": ["osaid"], "types": ["completed"]},
}


class Annotation(NamedTuple):
    """An ``::error::``, ``::warning::`` or ``::notice::`` that the runner understood."""

    level: str
    message: str
    properties: Mapping[str, str]


class Run(NamedTuple):
    """What came of a run of a workflow with one job."""

    result: str
    """``success`` or ``failure``."""
    annotations: list[Annotation]
    summary: str
    outputs: dict[str, dict[str, str]]
    """By the id of a step."""
    steps: dict[str, str]
    """What became of each step, by its id: ``success``, ``failure`` or ``skipped``."""
    output: str
    """All that steps wrote, commands as they were written; secrets show as ``***``."""
    log: str
    """What a reader of the log sees."""
    files: str
    """The folder that steps know as ``$OSAID_TEST_FILES``: what they leave there stays."""


class Runner:
    """Runs workflows in a repository of the double; everything lies below ``folder``.

    ``python`` is the folder that PATH begins with. ``action`` is the folder of the action under
    test, by default a copy of this project as it lies: uncommitted changes too, files that git
    ignores not.
    """

    def __init__(
        self,
        folder: str,
        github: Double,
        repository: Repository,
        *,
        python: str,
        action: str = "",
    ) -> None:
        self.folder = folder
        self.path = narrow_path(python)
        self.github = github
        self.repository = repository
        self.action = action or snapshot(os.path.join(folder, "action"))
        self._runs = 0

    def run(  # noqa: PLR0913 - a run is told that much; all but the event has a default
        self,
        event: Event,
        *,
        token: str = "",
        inputs: Mapping[str, Any] | None = None,
        workflow: Mapping[str, Any] | None = None,
        actions: Mapping[str, str] | None = None,
        env: Mapping[str, str] | None = None,
        seconds: float = 180,
    ) -> Run:
        """Run a workflow on an event and return what came of it.

        ``workflow`` is a whole workflow (see ``workflow``), by default checkout and the action
        with ``inputs``. ``actions`` are further ``uses:`` with the folders that stand for
        them. ``env`` is set for the job last, so it may replace what is set here. Raises
        TimeoutExpired after ``seconds``, with everything that was started stopped.
        """
        self._runs += 1
        place = os.path.join(self.folder, f"run-{self._runs}")
        files = os.path.join(place, "files")
        os.makedirs(files)
        self._write_repository(os.path.join(place, "repo"), event)
        self._write_origins(os.path.join(place, "origins"))
        workflow = workflow or _usual(event, inputs)
        _write_json(os.path.join(place, "workflow.yml"), workflow)
        _write_json(os.path.join(place, "event.json"), event.payload)
        _write_json(os.path.join(place, "checkout", "action.yml"), _CHECKOUT_ACTION)
        _write_secret(os.path.join(place, "secrets"), token)
        stand_ins = {ACTION: self.action, CHECKOUT: os.path.join(place, "checkout")}
        local = {**dict(_local(workflow, stand_ins)), **(actions or {})}
        try:
            wanted = {**self._env(event, place), **(env or {})}
            lines = _act(place, event, local, wanted, self.path, seconds)
        finally:
            os.remove(os.path.join(place, "secrets"))
            shutil.rmtree(os.path.join(place, "cache"), ignore_errors=True)
        return _result(lines, files)

    def _write_origins(self, folder: str) -> None:
        """Make a git repository of each that the double holds, to check out from."""
        for one in self.github.repositories:
            place = os.path.join(folder, *one.full_name.split("/"))
            one.git.write(place, one.refs)
            _write(
                os.path.join(place, "config"),
                "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
                "[uploadpack]\n\tallowAnySHA1InWant = true\n\tallowFilter = true\n",
            )

    def _write_repository(self, folder: str, event: Event) -> None:
        os.makedirs(os.path.join(folder, ".git"))
        git = os.path.join(folder, ".git")
        self.repository.git.write(git, self.repository.refs)
        _write(os.path.join(git, "HEAD"), f"{event.sha}\n")  # act takes GITHUB_SHA from here
        origin = f"{self.github.url}/{self.repository.full_name}"
        _write(
            os.path.join(git, "config"),
            "[core]\n\trepositoryformatversion = 0\n\tbare = false\n"
            f'[remote "origin"]\n\turl = {origin}\n',
        )

    def _env(self, event: Event, place: str) -> dict[str, str]:
        repository, api = self.repository, self.github.url
        ref_name = event.ref.removeprefix("refs/heads/").removeprefix("refs/tags/")
        return {
            "GITHUB_ACTOR_ID": str(event.actor.id),
            "GITHUB_API_URL": api,
            "GITHUB_GRAPHQL_URL": f"{api}/graphql",
            "GITHUB_REF": event.ref,
            "GITHUB_REF_NAME": ref_name.removeprefix("refs/pull/"),
            "GITHUB_REPOSITORY": repository.full_name,
            "GITHUB_REPOSITORY_ID": str(repository.id),
            "GITHUB_RUN_ATTEMPT": "1",
            "GITHUB_RUN_ID": "4242",
            "GITHUB_SERVER_URL": api,
            "GITHUB_TRIGGERING_ACTOR": event.actor.login,
            "GITHUB_WORKFLOW_REF": f"{repository.full_name}/{WORKFLOW}@{event.ref}",
            "GITHUB_WORKFLOW_SHA": event.sha,
            "OSAID_TEST_FILES": os.path.join(place, "files"),
            "OSAID_TEST_ORIGINS": os.path.join(place, "origins"),
            "RUNNER_ENVIRONMENT": "github-hosted",
            "RUNNER_NAME": "GitHub Actions 1",
        }


def workflow(
    event: str,
    steps: Sequence[Mapping[str, Any]],
    *,
    permissions: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return a workflow with one job, ``osaid``, for an event."""
    job = {"runs-on": "ubuntu-latest", "permissions": permissions or {}, "steps": list(steps)}
    return {"name": "osaid", "on": {event: _TRIGGERS.get(event)}, "jobs": {"osaid": job}}


def snapshot(target: str) -> str:
    """Copy this project as a release would hold it, changes that are not committed included."""
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        check=True,
        capture_output=True,
    )
    for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
        source, copy = os.path.join(ROOT, name), os.path.join(target, name)
        if os.path.lexists(source):  # a file may be deleted and not yet committed
            os.makedirs(os.path.dirname(copy), exist_ok=True)
            shutil.copy2(source, copy, follow_symlinks=False)
    return target


def _local(workflow: Mapping[str, Any], stand_ins: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What stands for the actions that a workflow uses, whoever owns them and at any version."""
    by_name = {name.partition("@")[0].partition("/")[2]: path for name, path in stand_ins.items()}
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            name = str(step.get("uses", ""))
            if place := by_name.get(name.partition("@")[0].partition("/")[2]):
                yield name, place


def _usual(event: Event, inputs: Mapping[str, Any] | None) -> dict[str, Any]:
    steps: list[Mapping[str, Any]] = [
        {"uses": CHECKOUT},
        {"id": "osaid", "uses": ACTION, "with": dict(inputs or {})},
    ]
    return workflow(event.name, steps)


def _act(  # noqa: PLR0913, PLR0917 - one call, one command
    place: str,
    event: Event,
    local: Mapping[str, str],
    env: Mapping[str, str],
    path: str,
    seconds: float,
) -> list[dict[str, Any]]:
    command = [
        *(_tool("act"), event.name, "--json", "--rm", "--no-cache-server", "--no-skip-checkout"),
        *("--actor", event.actor.login, "--platform", "ubuntu-latest=-self-hosted"),
        *("--workflows", os.path.join(place, "workflow.yml")),
        *("--eventpath", os.path.join(place, "event.json")),
        *("--secret-file", os.path.join(place, "secrets")),
        *("--action-cache-path", os.path.join(place, "cache")),
        *(word for name in local for word in ("--local-repository", f"{name}={local[name]}")),
        *(word for name in env for word in ("--env", f"{name}={env[name]}")),
    ]
    # A workflow of the outer world may be what runs this test: it must not shine through.
    outer = {k: v for k, v in os.environ.items() if not k.startswith(_OUTER)} | {"PATH": path}
    with subprocess.Popen(
        command,
        cwd=os.path.join(place, "repo"),
        env=outer,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        out, err = _communicate(process, seconds)
    lines = [json.loads(line) for line in out.decode().splitlines() if line.startswith("{")]
    if not any("jobResult" in line for line in lines):
        raise RuntimeError(f"act ran no job:\n{out.decode()}\n{err.decode()}")
    return lines


def _communicate(process: subprocess.Popen[bytes], seconds: float) -> tuple[bytes, bytes]:
    try:
        return process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)  # steps have sessions of their own: act must end them
        try:
            process.communicate(timeout=20)
        finally:
            process.kill()
        raise


def _result(lines: list[dict[str, Any]], files: str) -> Run:
    outputs: dict[str, dict[str, str]] = {}
    steps: dict[str, str] = {}
    for line in lines:
        step = line.get("stepID") or [""]
        if line.get("command") == "set-output" and len(step) == 1:
            outputs.setdefault(step[0], {})[line["name"]] = line["arg"]
        if line.get("stepResult") and line.get("stage") == "Main" and len(step) == 1:
            steps[step[0]] = line["stepResult"]
    return Run(
        next(line["jobResult"] for line in lines if "jobResult" in line),
        [
            Annotation(line["command"], line.get("arg", ""), line.get("kvPairs") or {})
            for line in lines
            if line.get("command") in _LEVELS
        ],
        _summary(lines),
        outputs,
        steps,
        "".join(_written(line) for line in lines),
        "\n".join(line.get("msg", "").rstrip("\n") for line in lines),
        files,
    )


def _summary(lines: list[dict[str, Any]]) -> str:
    parts = [
        (tuple(line["stepID"]), line["content"])
        for line in lines
        if line.get("command") == "summary"
    ]
    # act repeats the last summary of a composite action's steps for the action itself
    inner = {step[:-1] for step, _ in parts}
    return "".join(content for step, content in parts if step not in inner)


def _written(line: dict[str, Any]) -> str:
    text = line.get("msg", "") if line.get("raw_output") else line.get("raw", "")
    return str(text)


def _tool(name: str) -> str:
    found = shutil.which(name, path=os.path.dirname(sys.executable)) or shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is not installed: pip install --group e2e")
    return found


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _write_json(path: str, value: Mapping[str, Any]) -> None:
    _write(path, json.dumps(value, indent=1))  # JSON is YAML, and needs no quoting rules


def _write_secret(path: str, token: str) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
        file.write(f"GITHUB_TOKEN={token}\n" if token else "")
