# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which commit a change is compared with, as the event and what was checked out have it.

A payload's ``base.sha`` is where the base branch was when the payload was made; what is checked out
is merged with where it was later. So the merge itself is asked, by the commit that it names first;
what is no such merge is compared with where it left the base branch.
"""

from collections.abc import Callable
from typing import Protocol

from osaid_action.action.checkout import Checkout, is_of_run
from osaid_action.action.context import Context
from osaid_action.action.retry import GitHubError
from osaid_action.errors import OsaidError

_PULLS = ("pull_request", "pull_request_target", "workflow_run")
_SHORT = 7
_NO_SUCH = (404, 409, 422)  # what GitHub answers where an object is not there


class PullAnswer(Protocol):
    """A pull request as it is now."""

    @property
    def sha(self) -> str:
        """The tip of what it brings."""

    @property
    def base_branch(self) -> str:
        """The branch that it is to be merged into."""


class PullApi(Protocol):
    """What GitHub is asked for. Its methods raise OsaidError."""

    def pull(self, number: int) -> PullAnswer:
        """A pull request."""

    def merge_base(self, base: str, head: str) -> str:
        """The commit that a branch and a commit have in common."""


def base_of(context: Context, checkout: Checkout, api: Callable[[], PullApi]) -> str:
    """The commit to compare a checkout with; "" when there is nothing to compare with.

    Raises OsaidError when that cannot be told.
    """
    if not is_of_run(context, checkout):
        return ""
    if context.event in _PULLS:
        return _of_pull(context, checkout, api) if context.is_open else ""
    if context.event in ("push", "merge_group"):
        return _of_push(context, checkout, api)
    return ""


def _of_pull(context: Context, checkout: Checkout, api: Callable[[], PullApi]) -> str:
    commit, parents = checkout.head
    if commit != context.sha and len(parents) == 2 and parents[1] == context.sha:
        return parents[0]
    if context.pull is None:
        return ""
    if context.event == "workflow_run":
        return _merge_base(api(), context.base_branch, commit)
    pull = api().pull(context.pull)  # its base may be another than when the run was made
    heads = (context.sha, pull.sha)
    if commit in heads or (not parents and commit == context.run_sha):
        return _merge_base(api(), pull.base_branch, commit)
    if len(parents) == 2 and parents[1] in heads:
        return parents[0]
    if onto := next((parent for parent in parents if parent in heads), ""):
        return _merge_base(api(), pull.base_branch, onto)
    raise OsaidError(f"what is checked out, {_short(commit)}, is not of this pull request")


def _of_push(context: Context, checkout: Checkout, api: Callable[[], PullApi]) -> str:
    commit, parents = checkout.head
    if context.sha not in (commit, *parents):
        raise OsaidError(f"what is checked out, {_short(commit)}, is not what was pushed")
    if context.before or not context.base_branch:
        return context.before
    return _merge_base(api(), context.base_branch, context.sha)


def _merge_base(api: PullApi, branch: str, commit: str) -> str:
    try:
        return api.merge_base(branch, commit)
    except GitHubError as error:
        words = f"{branch} and {_short(commit)} are not compared: {error}"
        raise GitHubError(words, status=error.status, wait=error.wait) from None


def _short(commit: str) -> str:
    return commit[:_SHORT] or "no commit"


def lost(context: Context, commit: str, error: GitHubError) -> OsaidError:
    """That a base could not be read, in words that fit what happened to it."""
    if context.is_forced and commit == context.before and error.status in _NO_SUCH:
        words = f"the push was forced, and {_short(commit)}, where the branch was before, is gone"
        return OsaidError(words)
    return OsaidError(f"{_short(commit)}, the base, cannot be read: {error}")
