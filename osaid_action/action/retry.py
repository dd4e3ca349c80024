# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Asking GitHub again, when that can help and for a bounded time."""

import threading
import time
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from osaid_action.errors import OsaidError

_T = TypeVar("_T")

_FORBIDDEN = 403
NOT_ITS_API = "the answer is not one of GitHub's API; perhaps a proxy gave it"


class Limits(NamedTuple):
    """How long GitHub is waited for, in seconds."""

    timeout: int = 15  # for a connection, and between two pieces of an answer
    first_pause: float = 1.0  # doubled each time
    tries: int = 4
    waits: float = 90.0  # all pauses together; what wants more is given up at once
    deadline: float = 180.0  # for everything, from the first question on


class GitHubError(OsaidError):
    """What GitHub did not do, in words for the log."""

    def __init__(self, words: str, *, status: int = 0, wait: float | None = None) -> None:
        super().__init__(words)
        self.status = status  # 0: there was no answer
        self.wait = wait  # a rate limit, which says (or is known) to last so long

    @property
    def is_permission(self) -> bool:
        """Whether a right is what is missing, in GitHub's own words for it."""
        return self.status == _FORBIDDEN and "not accessible by" in str(self).lower()

    @property
    def is_refusal(self) -> bool:
        """Whether asking again is of no use."""
        return 0 < self.status < 500 and self.wait is None  # of HTTP

    @property
    def is_doubtful(self) -> bool:
        """Whether the thing may have been done all the same."""
        return not self.is_refusal and self.wait is None


class RetryPolicy:
    """Carries out calls to GitHub; all of a run share its time for waiting.

    ``failure`` makes a GitHubError of an exception of the library, None of one that is none of
    GitHub's.
    """

    def __init__(
        self,
        limits: Limits,
        failure: Callable[[Exception], GitHubError | None],
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self.limits = limits
        self.left = limits.waits
        self.end = time.monotonic() + limits.deadline
        self._failure = failure
        self._sleep = sleep

    def call(self, work: Callable[[], _T], *, again: bool = True) -> _T:
        """What ``work`` returns. Raises GitHubError, also when time is up.

        Without ``again`` it is not repeated when it may already have been carried out; after
        a rate limit it is, for then it was not.
        """
        pause = self.limits.first_pause
        for remaining in reversed(range(self.limits.tries)):
            try:
                return within(self.end - time.monotonic(), work)
            except Exception as error:
                failure = self._failure(error)
                if failure is None:
                    raise
                hopeless = failure.is_refusal or (failure.is_doubtful and not again)
                wait = pause if failure.wait is None else failure.wait
                if hopeless or not remaining or not self.pause(wait):
                    raise failure from error
                pause *= 2
        raise AssertionError("the last try returns or raises")

    def pause(self, seconds: float) -> bool:
        """Sleep, if that much time for waiting is left."""
        if seconds > self.left:
            return False
        self.left -= seconds
        self._sleep(seconds)
        return True


def within(seconds: float, work: Callable[[], _T]) -> _T:
    """What ``work`` returns. Raises GitHubError when that takes longer, or no time is left.

    A timeout of the library is one between two pieces of an answer; an answer that drips would
    hold a job for hours. The thread that is left behind ends with the process.
    """
    results: list[_T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001 - it is raised again, over there
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    if seconds > 0:
        thread.start()
        thread.join(seconds)
    if errors:
        raise errors[0]
    if not results:
        raise GitHubError("GitHub takes too long")
    return results[0]
