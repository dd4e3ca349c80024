# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Pull requests and the comments on them."""

from testing.github_double.api import state
from testing.github_double.api.call import Answer, Call, Refusal, commit_at, paged
from testing.github_double.api.gitstore import GitStore

BODY_LIMIT = 65_536
"""Characters: "Body is too long (maximum is 65536 characters)"."""


def list_comments(call: Call) -> Answer:
    pull = _pull(call, "issue_number")
    listed = [c for c in pull.comments if c.unlisted == 0]
    for comment in pull.comments:
        comment.unlisted = max(0, comment.unlisted - 1)
    since = call.query.get("since", "")
    listed = [c for c in listed if c.updated_at >= since]
    return paged(call, [call.answers.comment(call.repository, c) for c in listed])


def create_comment(call: Call) -> Answer:
    pull = _pull(call, "issue_number")
    if pull.locked:
        raise Refusal(403, "Unable to create comment because issue is locked")
    made = call.repository.add_comment(pull.number, _comment_body(call), call.actor, call.lag)
    return Answer(201, call.answers.comment(call.repository, made))


def get_comment(call: Call) -> Answer:
    return Answer(200, call.answers.comment(call.repository, _comment(call)))


def update_comment(call: Call) -> Answer:
    comment = _comment(call)
    comment.body = _comment_body(call)
    comment.updated_at = call.repository.clock.now()
    return Answer(200, call.answers.comment(call.repository, comment))


def delete_comment(call: Call) -> Answer:
    del call.repository.comments[_comment(call).id]
    return Answer(204)


def list_pulls(call: Call) -> Answer:
    wanted = call.query.get("state", "open")
    found = [
        pull
        for pull in call.repository.pulls.values()
        if wanted in {"all", pull.state}
        and call.query.get("head", _label(pull)) == _label(pull)
        and call.query.get("base", pull.base_ref) == pull.base_ref
    ]
    found.sort(key=lambda pull: pull.number, reverse=call.query.get("direction", "desc") == "desc")
    return paged(call, [call.answers.pull(pull, whole=False) for pull in found])


def get_pull(call: Call) -> Answer:
    return Answer(200, call.answers.pull(_pull(call, "pull_number"), whole=True))


def list_files(call: Call) -> Answer:
    pull = _pull(call, "pull_number")
    head = call.repository.git.commits[pull.head_sha]
    found = pull.changes.items()
    return paged(call, [call.answers.change(call.repository, head, *change) for change in found])


def list_commit_pulls(call: Call) -> Answer:
    """Only pull requests whose head lies in the repository that is asked.

    GitHub answers ``[]`` when the base repository is asked about a fork's commit; the fork,
    asked about the same commit, names the pull request (TooTallNate/nx.js#410 shows both).
    """
    sha = commit_at(call, call.values["commit_sha"]).sha
    candidates = [*call.repository.pulls.values()]
    if call.repository.parent:
        candidates += call.repository.parent.pulls.values()
    found = [
        pull
        for pull in candidates
        if pull.head_repository is call.repository
        and pull.state == "open"
        and sha in set(_own_commits(call.repository.git, pull))
    ]
    return paged(call, [call.answers.pull(pull, whole=False) for pull in found])


def _pull(call: Call, name: str) -> state.PullRequest:
    pull = call.repository.pulls.get(int(call.values[name]))
    if pull is None:
        raise Refusal(404, "Not Found")
    if pull.deleted and name == "issue_number":
        raise Refusal(410, "This issue was deleted")
    return pull


def _comment(call: Call) -> state.Comment:
    comment = call.repository.comments.get(int(call.values["comment_id"]))
    if comment is None:
        raise Refusal(404, "Not Found")
    return comment


def _comment_body(call: Call) -> str:
    body: str = call.body["body"]
    if not body.strip():
        raise Refusal(422, "Validation Failed", ["Body cannot be blank"])
    if len(body) > BODY_LIMIT:
        message = f"Body is too long (maximum is {BODY_LIMIT} characters)"
        raise Refusal(422, "Validation Failed", [message])
    return body


def _label(pull: state.PullRequest) -> str:
    return f"{pull.head_repository.owner}:{pull.head_ref}"


def _own_commits(git: GitStore, pull: state.PullRequest) -> set[str]:
    return set(git.ancestors(pull.head_sha)) - set(git.ancestors(pull.base_sha))
