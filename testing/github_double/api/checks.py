# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Check runs and their annotations."""

from typing import Any

from testing.github_double.api import state
from testing.github_double.api.call import Answer, Call, Refusal, commit_at, paged

ANNOTATION_BYTES = 64 * 1024
"""Of a message, and of raw details: "The maximum size is 64 KB"."""
ANNOTATION_TITLE = 255


def create_check(call: Call) -> Answer:
    _only_apps(call)
    _check_fields(call)
    commit_at(call, call.body["head_sha"], status=422)
    sent = _split_annotations(call.body)
    check = state.CheckRun(call.new_id(), call.actor, *sent)
    call.repository.checks[check.id] = check
    return Answer(201, call.answers.check_run(call.repository, check))


def get_check(call: Call) -> Answer:
    return Answer(200, call.answers.check_run(call.repository, _check(call)))


def update_check(call: Call) -> Answer:
    _only_apps(call)
    _check_fields(call)
    check = _check(call)
    if check.app != call.actor:
        raise Refusal(403, "Invalid app_id: the check run was made by another GitHub App")
    fields, annotations = _split_annotations(call.body)
    check.fields |= fields
    check.annotations += annotations  # an update appends; it never replaces
    return Answer(200, call.answers.check_run(call.repository, check))


def list_annotations(call: Call) -> Answer:
    check = _check(call)
    found = check.annotations
    return paged(call, [call.answers.annotation(call.repository, check, sent) for sent in found])


def list_checks(call: Call) -> Answer:
    sha = commit_at(call, call.values["ref"], status=422).sha
    latest: dict[object, state.CheckRun] = {}
    for check in call.repository.checks.values():
        name = check.fields["name"]
        if check.fields["head_sha"] == sha and call.query.get("check_name", name) == name:
            key = check.id if call.query.get("filter") == "all" else (check.app, name)
            latest[key] = check
    wanted = call.query.get("status")
    found = [c for c in latest.values() if wanted in {None, c.status}]
    page = paged(call, [call.answers.check_run(call.repository, check) for check in found])
    return page._replace(body={"total_count": len(found), "check_runs": page.body})


def _check(call: Call) -> state.CheckRun:
    check = call.repository.checks.get(int(call.values["check_run_id"]))
    if check is None:
        raise Refusal(404, "Not Found")
    return check


def _only_apps(call: Call) -> None:
    if not call.actor.app:
        raise Refusal(403, "You must authenticate via a GitHub App.")


def _check_fields(call: Call) -> None:
    wrong = []
    if call.body.get("status") == "completed" and not call.body.get("conclusion"):
        wrong.append("a completed check run needs a conclusion")
    for sent in call.body.get("output", {}).get("annotations", []):
        if len(sent["message"].encode()) > ANNOTATION_BYTES:
            wrong.append("annotation message exceeds 64 KB")
        if len(sent.get("raw_details", "").encode()) > ANNOTATION_BYTES:
            wrong.append("annotation raw_details exceeds 64 KB")
        if len(sent.get("title", "")) > ANNOTATION_TITLE:
            wrong.append("annotation title exceeds 255 characters")
        if sent["start_line"] < 1 or sent["end_line"] < sent["start_line"]:
            wrong.append("annotation lines count from 1, and the end is not before the start")
        if sent["start_line"] != sent["end_line"] and {"start_column", "end_column"} & set(sent):
            wrong.append("annotation columns are only for annotations on one line")
    if wrong:
        raise Refusal(422, "Validation Failed", wrong)


def _split_annotations(body: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    output = dict(body.get("output", {}))
    annotations = output.pop("annotations", [])
    return {**body, **({"output": output} if output else {})}, annotations
