# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Asking GitHub again: when that can help, and for how long."""

import threading
import time

import pytest

from osaid_action.action.retry import GitHubError, Limits, RetryPolicy, within


def test_what_takes_too_long_is_left_behind():
    forever = threading.Event()

    with pytest.raises(GitHubError, match="too long"):
        within(0.05, forever.wait)
    forever.set()
    with pytest.raises(GitHubError, match="too long"):
        within(0, lambda: 1)
    with pytest.raises(KeyError):
        within(5, lambda: {}["nothing"])
    assert within(5, lambda: None) is None


class Work:
    """Raises one after the other of some errors, then returns; counts how often it was asked."""

    def __init__(self, *errors):
        self.errors, self.asked = [*errors], 0

    def __call__(self):
        self.asked += 1
        if self.errors:
            raise self.errors.pop(0)
        return "done"


LIMITS = Limits(timeout=1, first_pause=1, tries=4, waits=90, deadline=60)


def policy(**limits):
    """A policy, and the pauses that it makes."""
    slept = []
    known = {ValueError: GitHubError("odd"), GitHubError: None}

    def failure(error):
        return error if isinstance(error, GitHubError) else known.get(type(error))

    return RetryPolicy(LIMITS._replace(**limits), failure, slept.append), slept


LOST, REFUSED, DOWN = (
    GitHubError("lost"),
    GitHubError("no", status=403),
    GitHubError("x", status=500),
)
LIMITED = GitHubError("slow", status=403, wait=7)


@pytest.mark.parametrize(
    ("error", "refusal", "doubtful"),
    [
        (LOST, False, True),
        (GitHubError("x", status=1), True, False),
        (REFUSED, True, False),
        (GitHubError("x", status=499), True, False),
        (DOWN, False, True),
        (LIMITED, False, False),
        (GitHubError("x", status=403, wait=0), False, False),
        (GitHubError("x", wait=1), False, False),
    ],
)
def test_a_failure_is_final_doubtful_or_asks_for_time(error, refusal, doubtful):
    assert (error.is_refusal, error.is_doubtful) == (refusal, doubtful)


def test_what_works_is_asked_once():
    retry, slept = policy()
    work = Work()

    assert (retry.call(work), work.asked, slept) == ("done", 1, [])


@pytest.mark.parametrize("error", [LOST, DOWN, ValueError("x")])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_may_pass_is_asked_again_after_pauses_that_double(error, times):
    retry, slept = policy()
    work = Work(*[error] * times)

    assert retry.call(work) == "done"
    assert (work.asked, slept) == (times + 1, [1, 2, 4][:times])


def test_after_so_many_tries_it_is_given_up():
    retry, slept = policy()
    work = Work(*[ValueError("x")] * 9)

    with pytest.raises(GitHubError, match=r"^odd$") as raised:
        retry.call(work)
    assert (work.asked, slept) == (4, [1, 2, 4])
    assert isinstance(raised.value.__cause__, ValueError)


def test_a_refusal_is_not_asked_again():
    retry, slept = policy()
    work = Work(REFUSED)

    with pytest.raises(GitHubError, match="no"):
        retry.call(work)
    assert (work.asked, slept) == (1, [])


@pytest.mark.parametrize(("error", "asked"), [(LOST, 1), (DOWN, 1), (LIMITED, 2)])
def test_what_may_have_been_done_is_not_done_again_unless_it_was_not(error, asked):
    retry, slept = policy()
    work = Work(error)

    if asked == 1:
        with pytest.raises(GitHubError):
            retry.call(work, again=False)
    else:
        assert retry.call(work, again=False) == "done"
    assert (work.asked, slept) == (asked, [7] * (asked - 1))


def test_a_rate_limit_says_how_long_and_pauses_double_all_the_same():
    retry, slept = policy()

    assert retry.call(Work(LIMITED, LOST, LIMITED)) == "done"
    assert slept == [7, 2, 7]


def test_an_error_that_is_none_of_githubs_is_raised_as_it_is():
    retry, _ = policy()
    work = Work(KeyError("x"))

    with pytest.raises(KeyError):
        retry.call(work)
    assert work.asked == 1


def test_all_calls_share_the_time_for_waiting():
    retry, slept = policy(waits=10)

    assert retry.call(Work(LIMITED)) == "done"
    assert retry.call(Work(LOST, LOST)) == "done"
    with pytest.raises(GitHubError, match="lost"):
        retry.call(Work(LOST))
    assert (slept, retry.left) == ([7, 1, 2], 0)


@pytest.mark.parametrize(("seconds", "sleeps"), [(10, True), (10.5, False), (0, True)])
def test_a_pause_is_made_when_there_is_time_for_it(seconds, sleeps):
    retry, slept = policy(waits=10)

    assert retry.pause(seconds) is sleeps
    assert (slept, retry.left) == (([seconds], 10 - seconds) if sleeps else ([], 10))


def test_when_time_is_up_nothing_is_asked(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    retry, _ = policy(tries=1)
    work = Work()

    now[0] += 59
    assert retry.call(work) == "done"
    now[0] += 1
    with pytest.raises(GitHubError, match="takes too long"):
        retry.call(work)
    assert work.asked == 1


def test_a_thread_that_is_left_behind_does_not_hold_the_process():
    threads = []

    assert within(5, lambda: threads.append(threading.current_thread())) is None
    assert threads[0].daemon
    assert threads[0] is not threading.current_thread()


def test_nothing_is_a_result():
    assert within(5, lambda: None) is None
    with pytest.raises(SystemExit):
        within(5, Work(SystemExit(1)))
