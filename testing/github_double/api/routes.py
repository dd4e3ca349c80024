# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which handler answers which operation, and which permission it asks for."""

from collections.abc import Callable
from typing import NamedTuple

from testing.github_double.api import checks, files, talk
from testing.github_double.api.call import Answer, Call, Refusal

_Handler = Callable[[Call], Answer]


class Route(NamedTuple):
    """A handler and the permissions of which a token needs one."""

    handler: _Handler
    permissions: tuple[str, ...] = ()


def current_user(call: Call) -> Answer:
    return Answer(200, call.answers.current_user(call.actor))


def get_repository(call: Call) -> Answer:
    return Answer(200, call.answers.repository(call.repository))


def get_run(call: Call) -> Answer:
    run = call.repository.runs.get(int(call.values["run_id"]))
    if run is None:
        raise Refusal(404, "Not Found")
    return Answer(200, call.answers.workflow_run(call.repository, run))


_REPO = "/repos/{owner}/{repo}"
_TALK = ("issues", "pull-requests")
ROUTES: dict[tuple[str, str], Route] = {
    ("GET", "/user"): Route(current_user),
    ("GET", _REPO): Route(get_repository),
    ("GET", f"{_REPO}/actions/runs/{{run_id}}"): Route(get_run, ("actions",)),
    ("POST", f"{_REPO}/check-runs"): Route(checks.create_check, ("checks",)),
    ("GET", f"{_REPO}/check-runs/{{check_run_id}}"): Route(checks.get_check, ("checks",)),
    ("PATCH", f"{_REPO}/check-runs/{{check_run_id}}"): Route(checks.update_check, ("checks",)),
    ("GET", f"{_REPO}/check-runs/{{check_run_id}}/annotations"): Route(
        checks.list_annotations, ("checks",)
    ),
    ("GET", f"{_REPO}/commits/{{commit_sha}}/pulls"): Route(
        talk.list_commit_pulls, ("pull-requests",)
    ),
    ("GET", f"{_REPO}/commits/{{ref}}/check-runs"): Route(checks.list_checks, ("checks",)),
    ("GET", f"{_REPO}/compare/{{basehead}}"): Route(files.compare, ("contents",)),
    ("GET", f"{_REPO}/contents/{{path}}"): Route(files.get_contents, ("contents",)),
    ("GET", f"{_REPO}/git/blobs/{{file_sha}}"): Route(files.get_blob, ("contents",)),
    ("GET", f"{_REPO}/git/trees/{{tree_sha}}"): Route(files.get_tree, ("contents",)),
    ("GET", f"{_REPO}/issues/{{issue_number}}/comments"): Route(talk.list_comments, _TALK),
    ("POST", f"{_REPO}/issues/{{issue_number}}/comments"): Route(talk.create_comment, _TALK),
    ("GET", f"{_REPO}/issues/comments/{{comment_id}}"): Route(talk.get_comment, _TALK),
    ("PATCH", f"{_REPO}/issues/comments/{{comment_id}}"): Route(talk.update_comment, _TALK),
    ("DELETE", f"{_REPO}/issues/comments/{{comment_id}}"): Route(talk.delete_comment, _TALK),
    ("GET", f"{_REPO}/pulls"): Route(talk.list_pulls, ("pull-requests",)),
    ("GET", f"{_REPO}/pulls/{{pull_number}}"): Route(talk.get_pull, ("pull-requests",)),
    ("GET", f"{_REPO}/pulls/{{pull_number}}/files"): Route(talk.list_files, ("pull-requests",)),
}
