# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the run is about: the event, the commits and the places, all read once."""

import json
import os
import tempfile
from collections.abc import Mapping
from typing import Any, NamedTuple

from osaid_action.errors import OsaidError

_PULL = ("pull_request", "pull_request_target")
_TREE = (
    "push",
    "merge_group",
    "schedule",
    "workflow_dispatch",
    "repository_dispatch",
    "release",
)
EVENTS = (*_PULL, "workflow_run", *_TREE)
"""The events that the action works on; a reusable workflow has the event of its caller."""
_MAX_DIGITS = 20


class Run(NamedTuple):
    """The workflow run that a `workflow_run` event reports."""

    event: str
    sha: str
    branch: str
    repository: str  # where the branch lies: a fork, perhaps


class Context(NamedTuple):
    """One run of the action. URLs come from the environment and are never put together."""

    event: str
    repository: str
    home: str  # the repository that `sha` lies in: a fork, perhaps
    sha: str  # what the event is about: of a pull request its head, not the test merge
    before: str  # the commit that a push or a merge group starts from; "" when it names none
    base_branch: str  # what a pull request, or a new branch, is to be merged into
    pull: int | None
    is_open: bool  # a pull request that still takes comments
    run: Run | None
    workspace: str
    temp: str
    server_url: str
    api_url: str
    run_id: int
    summary_path: str
    output_path: str
    checked: str = ""  # when, in UTC
    run_url: str = ""  # the page of this run, with its summary
    run_sha: str = ""  # what the runner was told to check out: on a pull request the test merge
    is_deleted: bool = False  # a push that took a branch or tag away; `sha` is what it was last
    is_forced: bool = False  # a push that left commits behind
    attempt: int = 1
    workflow: str = ""  # the path of the workflow's file in its repository
    is_among: bool = False  # one of several pull requests that have this head

    @property
    def from_api(self) -> bool:
        """Whether declarations are read through the API, because the workspace is not theirs.

        Both events run with the rights of the base repository on its default branch; code or
        files of the pull request have no place in such a workspace.
        """
        return self.event in ("pull_request_target", "workflow_run")

    @property
    def named(self) -> str:
        """What tells a pull request from others of the same head: ``#12``; "" where it is alone."""
        return f"#{self.pull}" if self.is_among else ""


def from_environ(environ: Mapping[str, str]) -> Context:
    """The context of this run. Raises OsaidError for an event that is not supported."""
    event = environ.get("GITHUB_EVENT_NAME", "")
    if event not in EVENTS:
        known = ", ".join(EVENTS)
        raise OsaidError(f"the event {event or '(none)'} is not supported; run on one of: {known}")
    payload = _payload(environ.get("GITHUB_EVENT_PATH", ""))
    pull = _mapping(payload, "pull_request") if event in _PULL else {}
    number = pull.get("number")
    is_deleted = event == "push" and payload.get("deleted") is True
    last = str(payload.get("before") or "") if is_deleted else ""
    return Context(
        event=event,
        repository=environ.get("GITHUB_REPOSITORY", ""),
        home=_home(pull) or environ.get("GITHUB_REPOSITORY", ""),
        sha=last or _sha(pull, "head") or environ.get("GITHUB_SHA", ""),
        before=_before(event, payload),
        base_branch=_base_branch(event, payload, pull),
        pull=number if isinstance(number, int) else None,
        is_open=pull.get("state") == "open",
        run=_run(payload) if event == "workflow_run" else None,
        workspace=os.path.abspath(environ.get("GITHUB_WORKSPACE") or "."),
        temp=os.path.abspath(environ.get("RUNNER_TEMP") or tempfile.gettempdir()),
        server_url=environ.get("GITHUB_SERVER_URL", "").rstrip("/"),
        api_url=environ.get("GITHUB_API_URL", "").rstrip("/"),
        run_id=_number(environ.get("GITHUB_RUN_ID", "")),
        summary_path=environ.get("GITHUB_STEP_SUMMARY", ""),
        output_path=environ.get("GITHUB_OUTPUT", ""),
        run_url=_run_url(environ),
        run_sha=environ.get("GITHUB_SHA", ""),
        is_deleted=is_deleted,
        is_forced=event == "push" and payload.get("forced") is True,
        attempt=_number(environ.get("GITHUB_RUN_ATTEMPT", "")) or 1,
        workflow=_workflow(environ.get("GITHUB_WORKFLOW_REF", "")),
    )


def _run_url(environ: Mapping[str, str]) -> str:
    """The page of this run, on Forgejo by its number in the repository; "" without one."""
    is_forgejo = environ.get("FORGEJO_ACTIONS") == "true"
    number = _number(environ.get("GITHUB_RUN_NUMBER" if is_forgejo else "GITHUB_RUN_ID", ""))
    where = (
        environ.get(name, "").rstrip("/") for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY")
    )
    return f"{'/'.join(where)}/actions/runs/{number}" if number else ""


def _workflow(ref: str) -> str:
    """``.github/workflows/osaid.yml`` of ``acme/model/.github/workflows/osaid.yml@refs/…``."""
    return "/".join(ref.partition("@")[0].split("/")[2:])


def _number(text: str) -> int:
    """The number of a run, 0 where there is none."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= _MAX_DIGITS
    return int(text) if is_number else 0


def _payload(path: str) -> dict[str, Any]:
    try:
        with open(path, encoding="utf-8") as file:
            payload = json.load(file)
    except (OSError, ValueError) as error:
        raise OsaidError(f"GITHUB_EVENT_PATH: the event cannot be read: {error}") from None
    return payload if isinstance(payload, dict) else {}


def _mapping(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _sha(pull: Mapping[str, Any], side: str) -> str:
    return str(_mapping(pull, side).get("sha") or "")


def _home(pull: Mapping[str, Any]) -> str:
    return str(_mapping(_mapping(pull, "head"), "repo").get("full_name") or "")


def _before(event: str, payload: Mapping[str, Any]) -> str:
    if event == "push":
        sha = str(payload.get("before") or "")
    else:
        sha = str(_mapping(payload, "merge_group").get("base_sha") or "")
    return sha if sha.strip("0") else ""  # a new branch or tag


def _base_branch(event: str, payload: Mapping[str, Any], pull: Mapping[str, Any]) -> str:
    if event != "push":
        return str(_mapping(pull, "base").get("ref") or "")
    default = str(_mapping(payload, "repository").get("default_branch") or "")
    return "" if payload.get("ref") == f"refs/heads/{default}" else default


def _run(payload: Mapping[str, Any]) -> Run:
    run = _mapping(payload, "workflow_run")
    where = _mapping(run, "head_repository").get("full_name")
    words = (run.get("event"), run.get("head_sha"), run.get("head_branch"), where)
    return Run(*(str(word or "") for word in words))
