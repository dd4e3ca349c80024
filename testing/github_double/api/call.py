# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A request that was let in, and what it can be answered with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlencode

from testing.github_double.api import state
from testing.github_double.api.answers import Answers
from testing.github_double.api.gitstore import Commit

PAGE_LIMIT = 100


class Answer(NamedTuple):
    """A status and a body: JSON, or bytes as they are."""

    status: int
    body: Any = None
    headers: Mapping[str, str] = {}


class Refusal(Exception):  # noqa: N818 - it is an answer, thrown to leave the handler
    """A request that GitHub turns down."""

    def __init__(self, status: int, message: str, errors: list[str] | None = None) -> None:
        super().__init__(message)
        docs = "https://docs.github.com/rest"
        body: dict[str, Any] = {
            "message": message,
            "documentation_url": docs,
            "status": str(status),
        }
        if errors is not None:
            body["errors"] = [
                {"resource": "Request", "field": "data", "code": "unprocessable", "message": error}
                for error in errors
            ]
        self.answer = Answer(status, body)
        self.is_violation = status == 422


@dataclass
class Call:
    """A request that was let in: who asks for what, where."""

    token: state.Token | None
    repository: state.Repository
    values: Mapping[str, str]
    query: Mapping[str, str]
    body: dict[str, Any]
    answers: Answers
    accept: str = ""
    path: str = ""
    lag: int = 0
    new_id: Callable[[], int] = int

    @property
    def actor(self) -> state.Actor:
        """Who writes; only asked where a token is needed."""
        if self.token is None:
            raise Refusal(401, "Requires authentication")
        return self.token.actor


def paged(call: Call, items: list[Any]) -> Answer:
    size = max(1, min(int(call.query.get("per_page", 30)), PAGE_LIMIT))
    page = max(1, int(call.query.get("page", 1)))
    last = max(1, -(-len(items) // size))

    def link(name: str, number: int) -> str:
        query = urlencode({**call.query, "page": number})
        return f'<{call.answers.base}{call.path}?{query}>; rel="{name}"'

    links = [link("prev", page - 1), link("first", 1)] if page > 1 else []
    links += [link("next", page + 1), link("last", last)] if page < last else []
    headers = {"Link": ", ".join(links)} if links else {}
    return Answer(200, items[(page - 1) * size : page * size], headers)


def commit_at(call: Call, ref: str, *, status: int = 404, message: str = "Not Found") -> Commit:
    commit = call.repository.find(ref)
    if commit is None:
        raise Refusal(status, f"No commit found for SHA: {ref}" if status == 422 else message, [])
    return commit
