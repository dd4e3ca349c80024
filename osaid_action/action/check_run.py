# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Writing a check run: begun, filled in pieces, and brought to its end whatever happens."""

import secrets
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from osaid_action.action.retry import NOT_ITS_API, GitHubError, RetryPolicy
from osaid_action.report.annotations import Annotation

PIECE = 50
"""Annotations that one request may hold."""
_TITLE = 255
_MESSAGE = 60_000  # bytes, of 64 KB
_LEVELS = {"error": "failure", "warning": "warning", "notice": "notice"}

Output = dict[str, str | list[dict[str, str | int]]]


class CheckRun(Protocol):
    """What is used of PyGithub's."""

    @property
    def external_id(self) -> str: ...
    @property
    def html_url(self) -> str: ...
    def edit(self, *, status: str = ..., conclusion: str = ..., output: Output) -> None: ...


class Commit(Protocol):
    """What is used of PyGithub's."""

    def get_check_runs(self, check_name: str) -> Iterable[CheckRun]: ...


class Repository(Protocol):
    """What is used of PyGithub's."""

    def get_commit(self, sha: str) -> Commit: ...
    def create_check_run(
        self, name: str, head_sha: str, *, external_id: str, status: str
    ) -> CheckRun: ...


class Check(NamedTuple):
    """A check run to be."""

    name: str
    sha: str
    conclusion: str  # success | failure | neutral
    title: str
    summary: str
    annotations: tuple[Annotation, ...]
    fills: bool = False  # it is written only where there is none of its name


def put(repository: Repository, check: Check, retry: RetryPolicy) -> str:
    """Write a check run and return where it is, "" where another one has its place.

    Raises GitHubError.

    Annotations are appended by GitHub, so a request that may have been carried out is not made
    again; the conclusion is, for a check run without one blocks a merge for ever.
    """
    if check.fills and retry.call(lambda: _known(repository, check)):
        return ""
    run = _begun(repository, check, retry)
    failure = None
    try:
        _annotate(run, check, retry)
    except GitHubError as error:
        failure = error
    finally:
        output: Output = {"title": check.title[:_TITLE], "summary": check.summary}
        retry.call(lambda: run.edit(status="completed", conclusion=check.conclusion, output=output))
    if failure is not None:
        raise GitHubError(f"some annotations are missing: {failure}", status=failure.status)
    return run.html_url


def _begun(repository: Repository, check: Check, retry: RetryPolicy) -> CheckRun:
    """A new check run. One that may have come to be is looked for, and brought to its end."""
    identity = f"osaid-action:{secrets.token_hex(8)}"

    def create() -> CheckRun:
        made = repository.create_check_run(
            check.name, check.sha, external_id=identity, status="in_progress"
        )
        if not made.html_url:
            raise GitHubError(NOT_ITS_API)
        return made

    try:
        return retry.call(create, again=False)
    except GitHubError as failure:
        if not failure.is_doubtful:
            raise
        retry.pause(retry.limits.first_pause)
        for run in retry.call(lambda: _known(repository, check)):
            if run.external_id == identity:
                return run
        raise


def _known(repository: Repository, check: Check) -> list[CheckRun]:
    """The check runs of that name on the commit."""
    return list(repository.get_commit(check.sha).get_check_runs(check_name=check.name))


def _annotate(run: CheckRun, check: Check, retry: RetryPolicy) -> None:
    sent = [_annotation(annotation) for annotation in check.annotations]
    for start in range(0, len(sent), PIECE):
        output: Output = {
            "title": check.title[:_TITLE],
            "summary": "In the making.",
            "annotations": sent[start : start + PIECE],
        }
        _send(run, output, retry)


def _send(run: CheckRun, output: Output, retry: RetryPolicy) -> None:
    retry.call(lambda: run.edit(output=output), again=False)


def _annotation(annotation: Annotation) -> dict[str, str | int]:
    line, column = max(1, annotation.line), max(1, annotation.column)
    return {
        "path": annotation.path,
        "start_line": line,
        "end_line": line,
        "start_column": column,
        "end_column": column,
        "annotation_level": _LEVELS[annotation.level],
        "title": annotation.title[:_TITLE],
        "message": _cut(annotation.message),
    }


def _cut(text: str) -> str:
    """A message within GitHub's limit, which counts bytes."""
    return text.encode()[:_MESSAGE].decode("utf-8", "ignore")
