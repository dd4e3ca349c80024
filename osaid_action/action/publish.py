# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is written on GitHub once the verdict was told; what goes wrong there costs a line."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from osaid_action.action import check_run, workflow_log
from osaid_action.action.comment import CommentWriter, Wanted
from osaid_action.action.conversation import MAX_COMMENTS, Farewell
from osaid_action.action.retry import GitHubError
from osaid_action.errors import OsaidError, reason

if TYPE_CHECKING:
    from osaid_action.action.client import Client

_UNFIT = 422  # what GitHub answers to one comment that it does not want; it may take the others
_MANUAL = "https://github.com/osaid-action/osaid-action/blob/main/docs/action.md"
_PERMISSIONS = {
    "comment": "pull-requests: write",
    "check run": "checks: write",
}


def put_check(client: Callable[[], "Client"], check: check_run.Check) -> bool:
    """Write a check run; whether that could be done."""

    def work() -> Iterator[str]:
        github = client()
        url = check_run.put(github.checks, check, github.retry)
        yield f"The check run is written: {url}" if url else "There is a check run already."

    return _attempt("check run", work)


class Conversation(NamedTuple):
    """What to say on a pull request, and as who."""

    pull: int
    comments: Sequence[Wanted]
    farewell: Farewell
    workflow_token: bool  # whether we are who every workflow of the repository is
    workflow: str = ""  # the file of this one


def put_comments(client: Callable[[], "Client"], said: Conversation) -> list[str] | None:
    """Write comments on a pull request; where they are, None when not all could be written."""
    urls: list[str] = []

    def work() -> Iterator[str]:
        github = client()
        is_ours = github.is_ours(workflow_token=said.workflow_token)
        is_real = partial(github.run_is_real, workflow=said.workflow)
        writer = CommentWriter(github.comments, said.pull, is_ours, github.retry, is_real)
        refused = None
        for wanted in _all(writer, said):
            try:
                written = writer.put(wanted)
            except GitHubError as failure:
                if failure.status != _UNFIT:
                    raise
                refused = failure
                continue
            urls.extend([written.url] if written.url else [])
            if written.words:
                where = f": {written.url}" if written.url else "."
                yield f"{written.words[0].upper()}{written.words[1:]}{where}"
        went = writer.settle()
        urls[:] = [went.get(url, url) for url in urls]
        yield from (f"Another run wrote the comment as well: {url}" for url in went.values())
        if refused:
            raise refused

    return urls if _attempt("comment", work) else None


def _all(writer: CommentWriter, said: Conversation) -> list[Wanted]:
    """What is to be written: also where our comments stand for what is there no more."""
    wanted = list(said.comments)
    writer.follow(wanted)
    rest = [one for key in writer.rest(wanted) if (one := said.farewell(key))]
    new = [one for one in wanted if one.create and one.marker.key not in writer.known]
    if len(rest) == len(new) == 1:  # it was moved between two pushes
        writer.take_over(rest[0].marker.key, new[0].marker.key)
        return wanted
    return [*wanted, *rest[:MAX_COMMENTS]]


def _attempt(what: str, work: Callable[[], Iterator[str]]) -> bool:
    """Publish one thing and say what it says; a failure is told in one line and changes nothing."""
    try:
        for words in work():
            workflow_log.say(words)
    except GitHubError as failure:
        workflow_log.command("notice", _unpublished(what, failure))
        return False
    except OsaidError as error:
        workflow_log.say(f"The {what} is not written: {error}.")
        return False
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - the result stands
        workflow_log.command("notice", _unpublished(what, error))
        return False
    return True


def _unpublished(what: str, error: BaseException) -> str:
    """Why something was not published, and who can change that."""
    words = f"the {what} was not written: {reason(error)}"
    if isinstance(error, GitHubError) and error.is_permission:
        words += (
            f"; it needs the permission `{_PERMISSIONS[what]}`, which runs for forks and "
            f"Dependabot never have: {_MANUAL}#forks-and-dependabot"
        )
    return f"{words}. The result is the same."
