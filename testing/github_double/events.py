# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The events that start a workflow, made of what the API double remembers.

Each function returns what the runner is told: the name, the payload, and what GitHub sets
``GITHUB_SHA``, ``GITHUB_REF`` and ``GITHUB_ACTOR`` to. Payloads hold what a client may look at:
the API's own objects.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from testing.github_double.api.answers import Answers
from testing.github_double.api.gitstore import changes
from testing.github_double.api.state import OCTOCAT, Actor, PullRequest, Repository, WorkflowRun
from testing.github_double.double import Double

NOTHING = "0" * 40
"""The SHA of a branch that is not there: before it was made, after it was deleted."""


class Event(NamedTuple):
    """What starts a workflow."""

    name: str
    payload: dict[str, Any]
    sha: str
    ref: str
    actor: Actor


def pull_request(github: Double, pull: PullRequest, action: str = "synchronize") -> Event:
    """Return the event of a pull request: same repository, fork or Dependabot, as it is."""
    payload = _of_pull(github, pull, action)
    return Event(
        "pull_request", payload, pull.merge_sha, f"refs/pull/{pull.number}/merge", pull.author
    )


def pull_request_target(github: Double, pull: PullRequest, action: str = "synchronize") -> Event:
    """Return the event that runs on the base, with the base's rights, for a pull request."""
    payload = _of_pull(github, pull, action)
    ref = f"refs/heads/{pull.base_ref}"
    return Event("pull_request_target", payload, pull.base_tip, ref, pull.author)


def push(  # noqa: PLR0913 - a push has that many parts; most have a default
    github: Double,
    repository: Repository,
    branch: str = "main",
    *,
    before: str = "",
    ref: str = "",
    forced: bool = False,
) -> Event:
    """Return the push of a branch's tip; without ``before`` the tip's parent is that.

    ``before=NOTHING`` is a new branch; ``ref`` may name a tag instead (``refs/tags/v1``). After a
    ``forced`` push ``before`` may be a commit that is no more.
    """
    after = repository.branches[branch]
    before = before or next(iter(repository.git.commits[after].parents), NOTHING)
    ref = ref or f"refs/heads/{branch}"
    payload = _of_push(github, repository, ref, before, after) | {"forced": forced}
    return Event("push", payload, after, ref, OCTOCAT)


def push_deleted(github: Double, repository: Repository, branch: str, before: str) -> Event:
    """Return the push that deleted a branch; GitHub runs it on the default branch's tip."""
    payload = _of_push(github, repository, f"refs/heads/{branch}", before, NOTHING)
    return Event("push", payload, *_default(repository))


def merge_group(github: Double, pull: PullRequest) -> Event:
    """Return the event of a merge queue that tests a pull request."""
    branch = f"gh-readonly-queue/{pull.base_ref}/pr-{pull.number}-{pull.base_tip}"
    pull.repository.branches[branch] = pull.merge_sha
    ref = f"refs/heads/{branch}"
    group = {
        "head_sha": pull.merge_sha,
        "head_ref": ref,
        "base_sha": pull.base_tip,
        "base_ref": f"refs/heads/{pull.base_ref}",
        "head_commit": _commit(pull.repository, pull.merge_sha),
    }
    payload = {"action": "checks_requested", "merge_group": group}
    payload |= _common(github, pull.repository, pull.author)
    return Event("merge_group", payload, pull.merge_sha, ref, pull.author)


def schedule(github: Double, repository: Repository, cron: str = "0 6 * * 1") -> Event:
    """Return the event of a timetable."""
    payload = {"schedule": cron, **_common(github, repository, OCTOCAT)}
    return Event("schedule", payload, *_default(repository))


def workflow_dispatch(
    github: Double, repository: Repository, inputs: Mapping[str, str] | None = None
) -> Event:
    """Return the event of somebody pressing the button."""
    payload = {
        "inputs": dict(inputs or {}),
        "ref": f"refs/heads/{repository.default_branch}",
        "workflow": ".github/workflows/osaid.yml",
        **_common(github, repository, OCTOCAT),
    }
    return Event("workflow_dispatch", payload, *_default(repository))


def workflow_run(github: Double, repository: Repository, run: WorkflowRun) -> Event:
    """Return the event of another workflow's end; of a fork's it names no pull request."""
    payload = {
        "action": "completed",
        "workflow_run": _answers(github).workflow_run(repository, run),
        "workflow": {"id": 77, "name": "osaid", "path": run.path, "state": "active"},
        **_common(github, repository, run.actor),
    }
    return Event("workflow_run", payload, *_default(repository)[:2], run.actor)


def _of_pull(github: Double, pull: PullRequest, action: str) -> dict[str, Any]:
    known = _answers(github).pull(pull, whole=True)
    payload = {"action": action, "number": pull.number, "pull_request": known}
    if action == "synchronize":
        before = next(iter(pull.repository.git.commits[pull.head_sha].parents), NOTHING)
        payload |= {"before": before, "after": pull.head_sha}
    return payload | _common(github, pull.repository, pull.author)


def _of_push(
    github: Double, repository: Repository, ref: str, before: str, after: str
) -> dict[str, Any]:
    deleted = after == NOTHING
    return {
        "ref": ref,
        "before": before,
        "after": after,
        "created": before == NOTHING,
        "deleted": deleted,
        "forced": False,
        "base_ref": None,
        "compare": f"{github.url}/{repository.full_name}/compare/{before[:12]}...{after[:12]}",
        "commits": [] if deleted else [_pushed(github, repository, after)],
        "head_commit": None if deleted else _pushed(github, repository, after),
        "pusher": {"name": OCTOCAT.login, "email": "octocat@example.org"},
        **_common(github, repository, OCTOCAT),
    }


def _pushed(github: Double, repository: Repository, sha: str) -> dict[str, Any]:
    git, found = repository.git, _commit(repository, sha)
    parents = git.commits[sha].parents
    before = git.commits[parents[0]].files if parents else {}
    changed = changes(before, git.commits[sha].files)
    url = f"{github.url}/{repository.full_name}/commit/{sha}"
    kinds = ("added", "removed", "modified")
    paths = {kind: [path for path, what in changed.items() if what == kind] for kind in kinds}
    return {**found, "distinct": True, "url": url, **paths}


def _commit(repository: Repository, sha: str) -> dict[str, Any]:
    commit = repository.git.commits[sha]
    person = {"name": "octocat", "email": "octocat@example.org"}
    return {
        "id": sha,
        "tree_id": commit.tree,
        "message": commit.message,
        "timestamp": "2026-01-01T00:00:00Z",
        "author": person,
        "committer": person,
    }


def _common(github: Double, repository: Repository, actor: Actor) -> dict[str, Any]:
    answers = _answers(github)
    return {"repository": answers.repository(repository), "sender": answers.user(actor)}


def _answers(github: Double) -> Answers:
    return Answers(github.description, github.url)


def _default(repository: Repository) -> tuple[str, str, Actor]:
    branch = repository.default_branch
    return repository.branches[branch], f"refs/heads/{branch}", OCTOCAT
