# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A stand-in for GitHub's API on this machine: it remembers, refuses and misbehaves.

    with Double() as github:
        acme = github.repository("acme/model")
        acme.commit({"README.md": "hello"})
        acme.commit({"OPEN_AI_SYSTEM.yaml": "…"}, branch="feature")
        pull = acme.pull("feature")
        token = github.grant({"contents": "read", "pull-requests": "write"})
        ...  # let a client talk to github.url (or github.enterprise_url) with that token
        assert [request.method for request in github.writes] == ["POST"]

Every request is checked against GitHub's description of its API, and so is every answer.
Leaving the ``with`` fails when a request broke a rule (``violations``: look at them and clear
the list where a test means to break one), when an answer did (``broken``, a fault of this
double), or when the client kept on asking past ``max_requests`` or ``max_seconds``.
"""

import itertools
import json
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from http import HTTPStatus
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from testing.github_double.api.answers import Answers
from testing.github_double.api.call import Answer, Call, Refusal
from testing.github_double.api.gitstore import GitStore
from testing.github_double.api.graphql import GRAPHQL, viewer
from testing.github_double.api.openapi import Description, Operation
from testing.github_double.api.routes import ROUTES
from testing.github_double.api.server import Server
from testing.github_double.api.state import ACTIONS, Actor, Clock, Repository, Token

ENTERPRISE = "/api/v3"
_ENTERPRISE_GRAPHQL = "/api" + GRAPHQL


@dataclass(frozen=True)
class Request:
    """One line of the log. ``auth`` names who asked, never the token: a login, or nothing."""

    method: str
    path: str  # without the prefix of an enterprise server, decoded
    query: Mapping[str, str]
    body: Any
    host: str
    auth: str
    headers: Mapping[str, str]  # without Authorization
    status: int = 0
    """What was answered; 0 when the connection was dropped."""


@dataclass
class Fault:
    """What the next matching requests meet instead of, or besides, the usual answer.

    ``method`` and ``path`` are patterns as in file names (``*``); ``skip`` requests that match
    are let through first, then ``times`` are met. ``status`` with ``headers`` and ``body``
    replaces the answer, unless ``stores`` is set *before* the request is carried out: then it
    happens, and the client is told otherwise. ``drop`` closes the connection without a word.
    ``sleep`` waits first, ``trickle`` waits between the bytes of the answer. ``before`` is
    called first: another client at work between two requests.
    """

    method: str = "*"
    path: str = "*"
    times: int = 1
    skip: int = 0
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    sleep: float = 0
    trickle: float = 0
    drop: bool = False
    stores: bool = False
    before: Callable[[], object] | None = None

    def meets(self, method: str, path: str) -> bool:
        """Whether this request is one of those; counts them."""
        if self.times < 1 or not (
            fnmatchcase(method, self.method) and fnmatchcase(path, self.path)
        ):
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return True

    @property
    def replaces(self) -> bool:
        """Whether the client gets something else than the usual answer."""
        return bool(self.status or self.drop)

    @property
    def answer(self) -> Answer:
        """What it gets; an error without a body says its name, as GitHub's do."""
        body = self.body
        if body is None and self.status >= 400:
            body = {"message": HTTPStatus(self.status).phrase, "status": str(self.status)}
        return Answer(self.status, body, self.headers)


def secondary_limit(retry_after: int | None = None, status: int = 403) -> dict[str, Any]:
    """Return the words for ``fail`` of too many writes; GitHub may or may not say how long."""
    body = {"message": "You have exceeded a secondary rate limit. Please wait a few minutes."}
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return {"status": status, "headers": headers, "body": body}


def primary_limit(reset_in: int) -> dict[str, Any]:
    """Return the words for ``fail`` of an hour's requests used up, with seconds to wait."""
    reset = str(int(time.time()) + reset_in)
    headers = {
        "X-RateLimit-Limit": "1000",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": reset,
    }
    body = {"message": "API rate limit exceeded for installation ID 1."}
    return {"status": 403, "headers": headers, "body": body}


class Double:
    """The API; see the head of this module for how it is used."""

    def __init__(self, *, max_requests: int = 500, max_seconds: float = 120) -> None:
        self.requests: list[Request] = []
        self.violations: list[str] = []
        self.broken: list[str] = []
        self.faults: list[Fault] = []
        self.lag = 0
        """So many listings will not yet show a comment made through the API."""
        self.description = Description()
        self.description.load()
        self._repositories: dict[str, Repository] = {}
        self._tokens: list[Token] = []
        self._clock = Clock()
        self._ids = itertools.count(2_000_000_001)  # beyond 32 bits, as GitHub's are by now
        self._lock = threading.RLock()
        self._server = Server(self._serve, max_requests, max_seconds)

    @property
    def url(self) -> str:
        """For ``GITHUB_API_URL``."""
        return self._server.url

    @property
    def enterprise_url(self) -> str:
        """The same, below the prefix of a GitHub Enterprise Server."""
        return self._server.url + ENTERPRISE

    @property
    def stopped(self) -> threading.Event:
        """Set once it no longer serves."""
        return self._server.stopped

    @property
    def repositories(self) -> list[Repository]:
        """All repositories that were made."""
        return list(self._repositories.values())

    @property
    def writes(self) -> list[Request]:
        """The requests that would change something; the question to GraphQL does not."""
        return [r for r in self.requests if r.method != "GET" and r.path != GRAPHQL]

    def repository(self, full_name: str, *, private: bool = False) -> Repository:
        """Make an empty repository."""
        return self._add(full_name, GitStore(), private=private)

    def fork(self, parent: Repository, owner: str) -> Repository:
        """Fork a repository: the same objects, the same default branch."""
        made = self._add(f"{owner}/{parent.name}", parent.git, private=parent.private)
        made.parent, made.branches = parent, dict(parent.branches)
        return made

    def grant(self, permissions: Mapping[str, str], actor: Actor = ACTIONS) -> str:
        """Return a new token; permissions are named as in a workflow, ``read`` or ``write``.

        An actor with an app gets an installation token, as workflows have; others a user's.
        """
        value = ("ghs_" if actor.app else "ghp_") + secrets.token_hex(18)
        self._tokens.append(Token(value, actor, dict(permissions)))
        return value

    def fail(self, **fault: Any) -> Fault:
        """Queue a ``Fault``; the words are its fields. The first that meets a request wins."""
        self.faults.append(Fault(**fault))
        return self.faults[-1]

    def close(self) -> None:
        """Stop serving and let go of the port."""
        self._server.close()

    def verify(self) -> None:
        """Raise AssertionError when a request, an answer or the limits went wrong."""
        wrong = self.violations + self.broken + self._server.trouble
        if wrong:
            raise AssertionError("\n".join(wrong))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close()
        if kind is None:
            self.verify()

    def _add(self, full_name: str, git: GitStore, *, private: bool) -> Repository:
        owner, _, name = full_name.partition("/")
        made = Repository(owner, name, next(self._ids), self._ids, self._clock, git, private)
        self._repositories[full_name.lower()] = made
        return made

    def _serve(
        self, method: str, target: str, headers: Mapping[str, str], raw: bytes
    ) -> tuple[Answer, float] | None:
        """Answer one request, with the seconds between two bytes; None drops the connection."""
        if target == _ENTERPRISE_GRAPHQL:
            target = ENTERPRISE + GRAPHQL
        prefix = ENTERPRISE if target.startswith(ENTERPRISE + "/") else ""
        parts = urlsplit(target.removeprefix(prefix))
        path = unquote(parts.path)
        fault = self._fault(method, path)
        if fault.before:
            fault.before()
        if fault.sleep:
            self._server.wait(fault.sleep)
        request = self._request(method, path, dict(parse_qsl(parts.query)), headers, raw)
        with self._lock:
            if not fault.replaces or fault.stores:
                answer = self._answer(request, self.url + prefix, headers)
            if fault.replaces:
                answer = fault.answer
            status = 0 if fault.drop else answer.status
            self.requests.append(Request(**{**vars(request), "status": status}))
        return None if fault.drop else (answer, fault.trickle)

    def _fault(self, method: str, path: str) -> Fault:
        with self._lock:
            return next((fault for fault in self.faults if fault.meets(method, path)), Fault())

    def _request(
        self,
        method: str,
        path: str,
        query: Mapping[str, str],
        headers: Mapping[str, str],
        raw: bytes,
    ) -> Request:
        try:
            body = json.loads(raw) if raw else None
        except ValueError:
            body = raw
            self.violations.append(f"{method} {path}: the body is not JSON")
        token = self._token(headers)
        auth = token.actor.login if token else "unknown" * ("authorization" in headers)
        kept = {name: text for name, text in headers.items() if name != "authorization"}
        return Request(method, path, query, body, headers.get("host", ""), auth, kept)

    def _answer(self, request: Request, base: str, headers: Mapping[str, str]) -> Answer:
        if (request.method, request.path) == ("POST", GRAPHQL):
            return self._viewer(request, self._token(headers))
        operation = self.description.match(request.method, request.path)
        if operation is None:
            self.violations.append(f"{request.method} {request.path}: not in the description")
            return Refusal(404, "Not Found").answer
        try:
            answer = self._carry_out(operation, request, base, headers)
        except Refusal as refusal:
            answer = refusal.answer
            if refusal.is_violation:
                self.violations.append(f"{request.method} {request.path}: {answer.body}")
        if not isinstance(answer.body, bytes):
            errors = self.description.answer_errors(operation, answer.status, answer.body)
            self.broken += [f"answer to {request.method} {request.path}: {e}" for e in errors]
        return answer

    def _viewer(self, request: Request, token: Token | None) -> Answer:
        try:
            return viewer(token, request.body)
        except Refusal as refusal:
            if refusal.is_violation:
                self.violations.append(f"POST {GRAPHQL}: {refusal}")
            return refusal.answer

    def _carry_out(
        self, operation: Operation, request: Request, base: str, headers: Mapping[str, str]
    ) -> Answer:
        handler, permissions = ROUTES[operation.method, operation.template]
        if request.auth == "unknown":
            raise Refusal(401, "Bad credentials")
        token = self._token(headers)
        repository = self._visible(operation, token)
        write = request.method != "GET"
        open_to_all = repository is not None and not repository.private and not write
        if not open_to_all:
            _allow(token, permissions, write=write, user=operation.template == "/user")
        if repository is not None and repository.archived and write:
            raise Refusal(403, "Repository was archived so is read-only.")
        errors = self.description.request_errors(operation, request.query, request.body)
        if errors:
            raise Refusal(422, "Invalid request.", errors)
        return handler(
            Call(
                token,
                repository or Repository("", "", 0, self._ids, self._clock, GitStore()),
                operation.values,
                request.query,
                request.body or {},
                Answers(self.description, base),
                headers.get("accept", ""),
                request.path,
                self.lag,
                lambda: next(self._ids),
            )
        )

    def _token(self, headers: Mapping[str, str]) -> Token | None:
        value = headers.get("authorization", "").rpartition(" ")[2]  # "token …" or "Bearer …"
        return next((token for token in self._tokens if token.value == value), None)

    def _visible(self, operation: Operation, token: Token | None) -> Repository | None:
        if "repo" not in operation.values:
            return None
        name = f"{operation.values['owner']}/{operation.values['repo']}"
        repository = self._repositories.get(name.lower())
        if repository is None or (repository.private and token is None):
            raise Refusal(404, "Not Found")
        return repository


def _allow(token: Token | None, permissions: tuple[str, ...], *, write: bool, user: bool) -> None:
    if token is None:
        raise Refusal(401, "Requires authentication")
    if (user and token.is_installation) or not token.may(permissions, write=write):
        whose = "integration" if token.is_installation else "personal access token"
        raise Refusal(403, f"Resource not accessible by {whose}")
