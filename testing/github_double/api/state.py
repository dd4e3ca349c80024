# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the API double remembers: repositories, pull requests, comments, checks, runs."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from testing.github_double.api.gitstore import Commit, Content, GitStore, changes

_START = datetime(2026, 1, 1, tzinfo=UTC)


class Clock:
    """Times that only go forward, one second per look, the same in every run."""

    def __init__(self) -> None:
        self._ticks = itertools.count(1)

    def now(self) -> str:
        """Return the next second, as GitHub writes times."""
        return (_START + timedelta(seconds=next(self._ticks))).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Actor:
    """Who a token speaks for, who wrote a comment; ``app`` is the slug of a GitHub App."""

    login: str
    id: int
    app: str = ""

    @property
    def type(self) -> str:
        """The word GitHub uses for it."""
        return "Bot" if self.login.endswith("[bot]") else "User"


ACTIONS = Actor("github-actions[bot]", 41898282, app="github-actions")
DEPENDABOT = Actor("dependabot[bot]", 49699333, app="dependabot")
OCTOCAT = Actor("octocat", 583231)
OTHER_APP = Actor("acme-reports[bot]", 987654321, app="acme-reports")


@dataclass(frozen=True)
class Token:
    """A credential that the double knows; its value is never shown."""

    value: str = field(repr=False)
    actor: Actor
    permissions: Mapping[str, str]

    @property
    def is_installation(self) -> bool:
        """Whether it belongs to an app, as the token of a workflow does."""
        return bool(self.actor.app)

    def may(self, wanted: tuple[str, ...], *, write: bool) -> bool:
        """Whether one of the permissions ``wanted`` is held; writing implies reading."""
        enough = {"write"} if write else {"read", "write"}
        return not wanted or any(self.permissions.get(name) in enough for name in wanted)


@dataclass(eq=False)
class Comment:
    """A comment on an issue or a pull request."""

    id: int
    number: int
    author: Actor | None  # None when the account is no more
    body: str
    created_at: str
    updated_at: str
    unlisted: int = 0  # so many listings to come that will not show it yet


@dataclass
class CheckRun:
    """A check run; ``fields`` are as the API was told, ``annotations`` all that were sent."""

    id: int
    app: Actor
    fields: dict[str, Any]
    annotations: list[dict[str, Any]] = field(default_factory=list)

    @property
    def status(self) -> str:
        """Queued, in progress or completed; a conclusion completes."""
        return "completed" if self.fields.get("conclusion") else self.fields.get("status", "queued")


@dataclass
class WorkflowRun:
    """A run of a workflow, as ``workflow_run`` events point to it."""

    id: int
    event: str
    head_sha: str
    head_branch: str
    head_repository: "Repository"
    conclusion: str
    actor: Actor
    pulls: tuple["PullRequest", ...]  # empty for forks, as on GitHub
    path: str = ".github/workflows/osaid.yml"
    attempt: int = 1


@dataclass
class PullRequest:
    """A pull request; its head is wherever the head branch is now."""

    repository: "Repository"
    number: int
    head_repository: "Repository"
    head_ref: str
    base_ref: str
    base_sha: str
    """Where the base branch was when GitHub last looked: payloads keep it when that moves on."""
    author: Actor
    title: str = "A change"
    state: Literal["open", "closed"] = "open"
    merged: bool = False
    locked: bool = False
    deleted: bool = False
    created_at: str = ""

    @property
    def head_sha(self) -> str:
        """The tip of the head branch."""
        return self.head_repository.branches[self.head_ref]

    @property
    def is_fork(self) -> bool:
        """Whether the head lies in another repository."""
        return self.head_repository is not self.repository

    @property
    def base_tip(self) -> str:
        """The tip of the base branch; where it was when the branch is deleted."""
        return self.repository.branches.get(self.base_ref, self.base_sha)

    @property
    def merge_sha(self) -> str:
        """The test merge that a ``pull_request`` run checks out: with the base as it is now."""
        return self.repository.git.merge(self.base_tip, self.head_sha).sha

    @property
    def changes(self) -> dict[str, str]:
        """What happens to each path since the common commit: added, removed or modified."""
        git = self.repository.git
        common = git.commits[git.merge_base(self.base_sha, self.head_sha)]
        return changes(common.files, git.commits[self.head_sha].files)

    @property
    def comments(self) -> list[Comment]:
        """Its comments, oldest first."""
        return [c for c in self.repository.comments.values() if c.number == self.number]

    def comment(self, body: str, author: Actor | None = OCTOCAT) -> Comment:
        """Add a comment that was not made through the API."""
        return self.repository.add_comment(self.number, body, author)


@dataclass
class Repository:
    """A repository: branches over shared git objects, and what people did there."""

    owner: str
    name: str
    id: int
    ids: Iterator[int] = field(repr=False)
    clock: Clock = field(repr=False)
    git: GitStore = field(repr=False)
    private: bool = False
    archived: bool = False
    parent: "Repository | None" = None
    default_branch: str = "main"
    tree_limit: int = 100_000  # entries of a tree, before GitHub says "truncated"
    branches: dict[str, str] = field(default_factory=dict)
    pulls: dict[int, PullRequest] = field(default_factory=dict)
    comments: dict[int, Comment] = field(default_factory=dict)
    checks: dict[int, CheckRun] = field(default_factory=dict)
    runs: dict[int, WorkflowRun] = field(default_factory=dict)

    @property
    def full_name(self) -> str:
        """``owner/name``."""
        return f"{self.owner}/{self.name}"

    def commit(
        self, files: Mapping[str, Content], branch: str = "main", *, message: str = "A change"
    ) -> str:
        """Commit on a branch and return the SHA.

        The files are laid over those of the branch; a new branch starts at the default one.
        """
        tip = self.branches.get(branch) or self.branches.get(self.default_branch)
        made = self.git.commit(files, (tip,) if tip else (), message)
        self.branches[branch] = made.sha
        return made.sha

    def pull(  # noqa: PLR0913 - a pull request has that many parts; all but one have a default
        self,
        head: str,
        *,
        base: str = "main",
        head_repository: "Repository | None" = None,
        author: Actor = OCTOCAT,
        number: int | None = None,
        title: str = "A change",
    ) -> PullRequest:
        """Open a pull request from the branch ``head``, of a fork if one is given."""
        number = number or max(self.pulls, default=6) + 1
        self.pulls[number] = PullRequest(
            self,
            number,
            head_repository or self,
            head,
            base,
            self.branches[base],
            author,
            title,
            created_at=self.clock.now(),
        )
        return self.pulls[number]

    def add_comment(
        self, number: int, body: str, author: Actor | None, unlisted: int = 0
    ) -> Comment:
        """Add a comment to the pull request ``number``."""
        now = self.clock.now()
        made = Comment(next(self.ids), number, author, body, now, now, unlisted)
        self.comments[made.id] = made
        return made

    def run(
        self,
        pull: PullRequest | None = None,
        *,
        event: str = "pull_request",
        conclusion: str = "success",
    ) -> WorkflowRun:
        """Add a finished workflow run, of a pull request or of the default branch."""
        made = WorkflowRun(
            next(self.ids),
            event,
            pull.head_sha if pull else self.branches[self.default_branch],
            pull.head_ref if pull else self.default_branch,
            pull.head_repository if pull else self,
            conclusion,
            pull.author if pull else OCTOCAT,
            (pull,) if pull and not pull.is_fork else (),
        )
        self.runs[made.id] = made
        return made

    @property
    def refs(self) -> dict[str, str]:
        """Every ref that can be fetched, ``refs/pull/N/head`` and ``…/merge`` included."""
        found = {f"refs/heads/{name}": sha for name, sha in self.branches.items()}
        for pull in self.pulls.values():
            found[f"refs/pull/{pull.number}/head"] = pull.head_sha
            found[f"refs/pull/{pull.number}/merge"] = pull.merge_sha
        return found

    def find(self, ref: str) -> Commit | None:
        """Find a commit by SHA, branch name, ``refs/heads/…`` or ``refs/pull/N/head|merge``.

        A SHA of a fork is found here too: GitHub keeps the objects of a network together.
        """
        known = self.refs
        sha = next((known[name] for name in (ref, f"refs/heads/{ref}") if name in known), ref)
        return self.git.commits.get(sha)
