# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Ask URLs that strangers chose, safely: what is asked, how often, how long and how much.

https on port 443 only; a host is resolved once, all its addresses have to be public, and the
connection is made to one of those that were looked at; redirects pass the same gate. No cookies,
no credentials, no proxy.
"""

import os
import socket
import ssl
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from threading import Lock, Thread
from time import monotonic
from typing import NamedTuple
from urllib.parse import quote, urljoin

from osaid_action.http.transport import FAILURES, Address, Reply, connect, exchange, left, why
from osaid_action.http.url_policy import RefusedError, Target, is_loopback, is_public, target

Resolve = Callable[[str], Sequence[Address]]
Progress = Callable[[int, int], None]

_MAX_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)
_FINAL_FOR_HEAD = (401, 429)  # asking again by GET would change nothing
_ERRORS = 400
_PROXIES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


class Question(NamedTuple):
    """A URL, and whether the JSON behind it is wanted or only that it answers."""

    url: str
    wants_json: bool = False


class Answer(NamedTuple):
    """What came of a question."""

    status: int = 0  # HTTP's; 0: no answer, and ``why``
    why: str = ""  # in words of ours: nothing of what was sent is in them
    code: str = ""  # the X-Error-Code header, by which Hugging Face tells errors apart
    body: bytes = b""  # of a question for JSON that was answered with 200
    asked: bool = True  # False: not asked, for a reason that holds for the whole run


class Fetcher:
    """Asks each question once a run, some at a time; share one over all declarations of a run.

    ``resolve`` gives the addresses and ports of a host. ``allow_loopback``, ``context`` and
    ``resolve`` are for tests: nothing outside of the code can set them.
    """

    def __init__(  # noqa: PLR0913 - limits, each with its default
        self,
        *,
        timeout: float = 10.0,
        run_time: float = 60.0,
        most: int = 200,
        threads: int = 8,
        environ: Mapping[str, str] = os.environ,
        allow_loopback: bool = False,
        context: ssl.SSLContext | None = None,
        resolve: Resolve | None = None,
    ) -> None:
        self._timeout = timeout
        self._time_left = run_time
        self._most_left = most
        self._threads = threads
        self._closed = _proxy(environ)
        self._too_many = f"no more than {most} are asked in a run"
        self._too_late = f"the {run_time:g} seconds of a run are used up"
        self._allow_loopback = allow_loopback
        self._context = context or ssl.create_default_context()
        self._resolve = resolve or _resolve
        self._known: dict[Question, Answer] = {}
        self._hosts: dict[str, Future[list[Address]]] = {}
        self._lock = Lock()

    def answers(
        self, questions: Iterable[Question], progress: Progress | None = None
    ) -> dict[Question, Answer]:
        """The answer to each question, in their order; those known already are not asked again.

        ``progress`` is told how many of how many are done, in the thread that calls this.
        """
        wanted = list(dict.fromkeys(questions))
        new = [question for question in wanted if question not in self._known]
        room = 0 if self._closed else self._most_left
        why = self._closed or self._too_many
        self._known |= {question: Answer(why=why, asked=False) for question in new[room:]}
        self._ask_all(new[:room], progress)
        return {question: self._known[question] for question in wanted}

    def unanswered(self) -> int:
        """How many questions there were, where not one was answered; else 0."""
        answered = any(answer.status for answer in self._known.values())
        return 0 if answered else len(self._known)

    def _ask_all(self, questions: list[Question], progress: Progress | None) -> None:
        if not questions:
            return
        self._most_left -= len(questions)
        began = monotonic()
        ends = began + self._time_left
        pool = ThreadPoolExecutor(self._threads, thread_name_prefix="osaid-online")
        try:
            asked = {pool.submit(self._answer, question, ends): question for question in questions}
            for done, future in enumerate(as_completed(asked), 1):
                self._known[asked[future]] = future.result()
                if progress is not None:
                    progress(done, len(questions))
        finally:
            pool.shutdown(cancel_futures=True)
            self._time_left = max(0.0, self._time_left - (monotonic() - began))

    # -------------------------------------------------------------- one question

    def _answer(self, question: Question, ends: float) -> Answer:
        now = monotonic()
        if now >= ends:
            return Answer(why=self._too_late, asked=False)
        try:
            return self._follow(question, min(ends, now + self._timeout))
        except FAILURES as error:
            return Answer(why=why(error))

    def _follow(self, question: Question, deadline: float) -> Answer:
        """Ask by HEAD and, where a server will not have that, by GET; follow a few redirects."""
        here = target(question.url)
        method = "GET" if question.wants_json else "HEAD"
        redirects = 0
        while True:
            reply = self._exchange(method, here, deadline, wants_json=question.wants_json)
            if reply.status in _REDIRECTS and reply.location:
                redirects += 1
                if redirects > _MAX_REDIRECTS:
                    raise RefusedError(f"it redirects more than {_MAX_REDIRECTS} times")
                here = _onward(here, reply.location, same_host=question.wants_json)
            elif method == "HEAD" and _may_differ(reply.status):
                method = "GET"
            else:
                return Answer(reply.status, "", reply.code, reply.body)

    def _exchange(self, method: str, to: Target, deadline: float, *, wants_json: bool) -> Reply:
        addresses = self._addresses(to.host, deadline)
        with connect(to.host, addresses, self._context, deadline) as connection:
            return exchange(method, to, connection, deadline, wants_json=wants_json)

    # -------------------------------------------------------------- addresses

    def _addresses(self, host: str, deadline: float) -> list[Address]:
        """The addresses of a host, asked of DNS once a run. Raises what `_vetted` raises."""
        with self._lock:
            future = self._hosts.get(host)
            if future is None:
                future = self._hosts[host] = Future()
                # DNS knows no deadline of ours: it gets a thread that nobody waits for
                Thread(target=self._look_up, args=(host, future), daemon=True).start()
        return future.result(timeout=left(deadline))

    def _look_up(self, host: str, future: "Future[list[Address]]") -> None:
        try:
            future.set_result(self._vetted(self._resolve(host)))
        except (OSError, UnicodeError):
            future.set_exception(RefusedError("its host is not known"))
        except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
            future.set_exception(error)

    def _vetted(self, addresses: Sequence[Address]) -> list[Address]:
        """The addresses, when all of them are public. Raises RefusedError."""
        for address, _ in addresses:
            if not is_public(address) and not (self._allow_loopback and is_loopback(address)):
                raise RefusedError("its host has an address that is not public")
        return list(addresses)


def _resolve(host: str) -> Sequence[Address]:
    found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((str(info[4][0]), 443) for info in found))


def _proxy(environ: Mapping[str, str]) -> str:
    """Why nothing is asked where only a proxy leads out; empty where none is set."""
    around = environ.get("NO_PROXY", environ.get("no_proxy", "")).strip() == "*"
    name = next((name for name in _PROXIES if environ.get(name)), "")
    reason = f"{name} is set, and behind a proxy it cannot be seen which address is asked"
    return reason if name and not around else ""


def _may_differ(status: int) -> bool:
    """Whether a refusal of HEAD says nothing of GET; a 404 is believed only after GET."""
    return status >= _ERRORS and status not in _FINAL_FOR_HEAD


def _onward(here: Target, location: str, *, same_host: bool) -> Target:
    """Where a redirect leads. Raises RefusedError where it is not followed."""
    # http.client hands bytes on as Latin-1; many servers send UTF-8 here
    escaped = quote(location.encode("latin-1", "replace"), safe="!#$%&'()*+,/:;=?@[]~\\")
    try:
        onward = target(urljoin(here.url, escaped))
    except RefusedError as error:
        raise RefusedError(f"it redirects to a URL that is not asked: {error}") from None
    except ValueError:
        raise RefusedError("it redirects to what is no URL") from None
    if same_host and onward.host != here.host:
        raise RefusedError("it redirects to another host")
    return onward
