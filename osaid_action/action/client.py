# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The only door to GitHub's API: PyGithub, told what not to do by itself."""

import base64
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

import requests
from github import Auth, Github, GithubException  # noqa: TID251 - its one door
from github.GithubException import (  # noqa: TID251 - the same
    BadAttributeException,
    IncompletableObject,
)

from osaid_action import __version__
from osaid_action.action import check_run, comment
from osaid_action.action.context import Run
from osaid_action.action.marker import Marker
from osaid_action.action.retry import NOT_ITS_API, GitHubError, Limits, RetryPolicy
from osaid_action.errors import OsaidError
from osaid_action.repository.line_ends import blob_id
from osaid_action.repository.object_tree import Line

WORKFLOW_BOT = "github-actions[bot]"
_LIMITED_WAIT = 60.0  # what GitHub asks for when a secondary limit does not say
_MAX_WORDS = 200
_OTHER_FORM = (BadAttributeException, IncompletableObject, AttributeError, LookupError)
_WORDS: dict[tuple[type[Exception], ...], str] = {  # the first that fits
    (requests.Timeout,): "GitHub did not answer in time",
    (requests.RequestException,): "the connection to GitHub failed",
    (*_OTHER_FORM, TypeError, ValueError): NOT_ITS_API,
}
_FORBIDDEN, _NOT_FOUND, _TOO_MANY = 403, 404, 429
_ELSEWHERE = ("pull_request_target", "workflow_run")  # these run on a commit of the base


class Pull(NamedTuple):
    """A pull request as it is now: its head, and the branch that it is to be merged into."""

    number: int
    sha: str
    base_branch: str


class Client:
    """One repository of one GitHub, and the patience to ask it."""

    def __init__(
        self,
        token: str,
        api_url: str,
        repository: str,
        limits: Limits | None = None,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        limits = limits or Limits()
        if urlsplit(api_url).scheme not in ("https", "http"):
            raise OsaidError("GITHUB_API_URL is not the URL of an API")
        self.retry = RetryPolicy(limits, failure, sleep)
        self._github = Github(
            auth=Auth.Token(token),
            base_url=api_url,
            timeout=limits.timeout,
            user_agent=f"osaid-action/{__version__}",
            per_page=100,
            retry=0,  # it would repeat a POST that was carried out, and sleep for an hour
            seconds_between_requests=None,
            seconds_between_writes=None,
            lazy=True,  # asks for nothing that is not used
        )
        self._repository = self._github.get_repo(repository)

    @property
    def comments(self) -> comment.Repository:
        """Where comments are written."""
        return self._repository

    @property
    def checks(self) -> check_run.Repository:
        """Where check runs are written."""
        return self._repository

    def is_ours(self, *, workflow_token: bool) -> Callable[[comment.Author], bool]:
        """Who of the authors of comments is the one behind our token. Raises GitHubError.

        By login, which no two accounts share; only an app's ends in ``[bot]``, so no user can pass
        for one. Another app is a stranger as everybody else is. Where a server does not tell whose
        the token of its own workflows is, the lines of a comment have to do.
        """
        try:
            login = self._login()
        except GitHubError as unknown:
            if not unknown.is_refusal:
                raise
            if not workflow_token:
                words = f"whose token it is, and so which comment is ours, is not told: {unknown}"
                raise GitHubError(words) from None
            if not unknown.is_permission:
                return lambda _: True
            login = WORKFLOW_BOT  # GitHub alone speaks so, and only to the token of an app
        return lambda author: author.login == login

    def _login(self) -> str:
        """The login behind our token. Raises GitHubError, also when GitHub does not tell.

        ``GET /user`` is refused to apps, and GraphQL is unknown to servers that only resemble
        GitHub.
        """
        try:
            return self.retry.call(self._viewer)
        except GitHubError as unknown:
            if not unknown.is_refusal:
                raise
        return self.retry.call(lambda: self._github.get_user().login)

    def _viewer(self) -> str:
        _, answer = self._github.requester.graphql_query("query { viewer { login } }", {})
        try:
            return str(answer["data"]["viewer"]["login"])
        except (KeyError, TypeError):
            raise GitHubError("GitHub's answer names nobody", status=_NOT_FOUND) from None

    def pulls_of(self, run: Run) -> tuple[Pull, ...]:
        """The open pull requests whose head is what ``run`` ran on, as many as there still are.

        The run does not name them when it comes from a fork, and a branch name alone is one that
        anybody may choose: the commit and the repository have to be the same too.
        """
        owner = run.repository.partition("/")[0]

        def find() -> tuple[Pull, ...]:
            pulls = self._repository.get_pulls(state="open", head=f"{owner}:{run.branch}")
            return tuple(
                Pull(pull.number, pull.head.sha, pull.base.ref)
                for pull in pulls
                # the repository is None when the fork is deleted
                if pull.head.sha == run.sha
                and getattr(pull.head.repo, "full_name", "") == run.repository
            )

        return self.retry.call(find)

    def pull(self, number: int) -> Pull:
        """See `base.PullApi`."""

        def read() -> Pull:
            pull = self._repository.get_pull(number)
            return Pull(number, pull.head.sha, pull.base.ref)

        return self.retry.call(read)

    def merge_base(self, base: str, head: str) -> str:
        """See `base.PullApi`."""

        def read() -> str:
            found = self._repository.compare(base, head, comparison_commits_per_page=1).raw_data
            try:
                return str(found["merge_base_commit"]["sha"])
            except (KeyError, TypeError):
                words = "the server names no common commit in its comparison"
                raise GitHubError(words, status=_NOT_FOUND) from None

        return self.retry.call(read)

    def run_is_real(self, marker: Marker, workflow: str) -> bool:
        """Whether the run that a comment names is one of this workflow on that commit.

        Nobody is believed that it is: a run that cannot be looked up counts for none.
        """

        def read() -> bool:
            run = self._repository.get_workflow_run(marker.run)
            is_same = bool(workflow) and run.path.partition("@")[0] == workflow
            same_commit = run.head_sha == marker.sha or run.event in _ELSEWHERE
            return is_same and same_commit and run.run_attempt >= marker.attempt

        try:
            return self.retry.call(read)
        except GitHubError:
            return False

    # ------------------------------------------------------------------ git objects

    def tree(self, sha: str, *, deep: bool) -> tuple[dict[str, Line], bool]:
        """See `github_tree.GitApi`."""

        def read() -> tuple[dict[str, Line], bool]:
            found = self._repository.get_git_tree(sha, recursive=deep).raw_data
            lines = {
                one["path"]: Line(one["mode"], one["sha"], one.get("size") or 0)
                for one in found["tree"]
            }
            return lines, bool(found.get("truncated"))

        return self.retry.call(read)

    def blob(self, sha: str) -> bytes:
        """See `github_tree.GitApi`. An answer that is not that blob is none."""

        def read() -> bytes:
            content = base64.b64decode(self._repository.get_git_blob(sha).content)
            if blob_id(content, len(sha)) != sha:
                raise GitHubError(NOT_ITS_API)
            return content

        return self.retry.call(read)


def failure(error: Exception) -> GitHubError | None:
    """What an exception of PyGithub, or of what is below it, means; None for any other."""
    if isinstance(error, GitHubError):
        return error
    if isinstance(error, GithubException) and not isinstance(error, IncompletableObject):
        return _answered(error)
    if isinstance(error, RuntimeError) and "redirected" in str(error):
        return GitHubError(
            "GitHub sends us to another host, where the token is not sent", status=301
        )
    words = next((words for kinds, words in _WORDS.items() if isinstance(error, kinds)), None)
    return GitHubError(words) if words else None


def _answered(error: GithubException) -> GitHubError:
    words = error.data.get("message", "") if isinstance(error.data, dict) else ""
    said = f"GitHub answers {error.status}"
    if isinstance(words, str) and words:
        said += f", {words[:_MAX_WORDS]!r}"
    return GitHubError(said, status=error.status, wait=_wait(error, str(words)))


def _wait(error: GithubException, words: str) -> float | None:
    """How long a rate limit lasts, None when it is no rate limit."""
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    used_up = headers.get("x-ratelimit-remaining") == "0"
    limited = "rate limit" in words.lower() or "retry-after" in headers or used_up
    if error.status != _TOO_MANY and not (error.status == _FORBIDDEN and limited):
        return None
    try:
        if "retry-after" in headers:
            return float(headers["retry-after"])
        if used_up:
            return max(0.0, float(headers["x-ratelimit-reset"]) - time.time()) + 1
    except (KeyError, ValueError):
        pass
    return _LIMITED_WAIT
