# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is written on GitHub is told in a line each, and what goes wrong there in one."""

from types import SimpleNamespace
from typing import ClassVar

import pytest

from osaid_action.action import publish
from osaid_action.action.check_run import Check
from osaid_action.action.comment import Wanted, Written
from osaid_action.action.marker import Marker
from osaid_action.action.retry import GitHubError
from osaid_action.errors import OsaidError
from testing.github_double.commands import commands

CHECK = Check("Name", "a" * 40, "success", "Title", "Summary", ())


class PanicException(BaseException):
    """What a package in Rust raises where it should not be."""


@pytest.fixture
def client():
    asked = []

    def is_ours(*, workflow_token):
        asked.append(workflow_token)
        return "ours"

    return SimpleNamespace(
        checks="checks",
        comments="comments",
        retry="retry",
        is_ours=is_ours,
        asked=asked,
        run_is_real=lambda marker, workflow: (marker, workflow),
    )


@pytest.fixture
def put_check(client, monkeypatch):
    """Writes a check run, which is at a URL or fails."""

    def put(outcome, find=lambda: client):
        def write(*given):
            put.given = given
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

        monkeypatch.setattr(publish.check_run, "put", write)
        return publish.put_check(find, CHECK)

    return put


@pytest.fixture
def put_comments(client, monkeypatch):
    """Writes comments, each of which ends as is told."""

    def put(*outcomes, workflow_token=True, rest=(), farewell=lambda _: None, went=None):
        put.wanted, put.taken = [], ()

        class Writer:
            known: ClassVar = {}

            def __init__(self, *given):
                put.given = given

            def follow(self, several):
                put.followed = several

            def rest(self, _):
                return [*rest]

            def take_over(self, old, new):
                put.taken = (old, new)

            def put(self, wanted):
                put.wanted.append(wanted.marker.key)
                outcome = outcomes[wanted.marker.run]
                if isinstance(outcome, BaseException):
                    raise outcome
                return outcome

            def settle(self):
                return went or {}

        monkeypatch.setattr(publish, "CommentWriter", Writer)
        number = len(outcomes) - len(rest)
        comments = [Wanted(Marker(f"k{n}", "a" * 40, n), "", create=True) for n in range(number)]
        said = publish.Conversation(7, comments, farewell, workflow_token, "osaid.yml")
        return publish.put_comments(lambda: client, said)

    return put


def test_a_check_run_is_written_where_checks_are_and_said(put_check, capsys):
    assert put_check("https://github.example/1") is True
    assert put_check.given == ("checks", CHECK, "retry")
    assert capsys.readouterr().out == "The check run is written: https://github.example/1\n"


def test_comments_are_written_one_after_the_other_and_said(put_comments, capsys):
    urls = put_comments(Written("#1", "the first"), Written(), Written("#2"), Written("", "quiet"))

    assert urls == ["#1", "#2"]
    assert put_comments.given[:4] == ("comments", 7, "ours", "retry")
    assert put_comments.given[4]("marker") == ("marker", "osaid.yml")
    assert capsys.readouterr().out == "The first: #1\nQuiet.\n"


def test_a_comment_that_another_run_wrote_too_is_where_that_run_wrote_it(put_comments, capsys):
    urls = put_comments(Written("#1"), Written("#3", "the second"), went={"#3": "#2"})

    assert urls == ["#1", "#2"]
    told = "The second: #3\nAnother run wrote the comment as well: #2\n"
    assert capsys.readouterr().out == told


@pytest.mark.parametrize("workflow_token", [True, False])
def test_whose_comments_are_ours_hangs_on_the_token(put_comments, client, workflow_token):
    put_comments(workflow_token=workflow_token)

    assert client.asked == [workflow_token]


DENIED = "Resource not accessible"
MANUAL = (
    "which runs for forks and Dependabot never have: "
    "https://github.com/osaid-action/osaid-action/blob/main/docs/action.md#forks-and-dependabot"
)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (GitHubError("lost"), "lost"),
        (
            GitHubError(f"{DENIED} by integration", status=403),
            f"{DENIED} by integration; it needs the permission `{{}}: write`, {MANUAL}",
        ),
        (
            GitHubError(f"{DENIED} by personal access token", status=403),
            f"{DENIED} by personal access token; it needs the permission `{{}}: write`, {MANUAL}",
        ),
        (GitHubError("the issue is locked", status=403), "the issue is locked"),
        (GitHubError("no", status=404), "no"),
        (GitHubError("no", status=422), "no"),
        (KeyError("x"), "KeyError: 'x'"),
        (PanicException(), "PanicException"),
        (SystemExit(1), "SystemExit: 1"),
    ],
)
def test_what_goes_wrong_is_one_notice(put_check, put_comments, capsys, error, words):
    for done, what, permission in (
        (lambda: put_check(error), "check run", "checks"),
        (lambda: put_comments(Written("#1"), error), "comment", "pull-requests"),
    ):
        assert not done()
        (one,) = commands(capsys.readouterr().out)
        said = words.format(permission)
        assert one.name == "notice"
        assert one.data == f"the {what} was not written: {said}. The result is the same."


def test_what_was_not_to_be_expected_is_said_without_a_notice(put_check, put_comments, capsys):
    error = OsaidError("there is no token")

    assert (put_check(error), put_comments(error)) == (False, None)
    assert capsys.readouterr().out == (
        "The check run is not written: there is no token.\n"
        "The comment is not written: there is no token.\n"
    )


def test_a_connection_that_cannot_be_made_is_one_line_too(put_check, capsys):
    def fail():
        raise OsaidError("there is no token to ask GitHub with")

    assert put_check("x", fail) is False
    assert "not written: there is no token to ask GitHub with." in capsys.readouterr().out


def test_where_one_comment_cannot_be_written_no_place_is_told(put_comments):
    assert put_comments(Written("#1"), GitHubError("lost")) is None
    assert put_comments() == []


@pytest.mark.parametrize(("status", "tried"), [(422, ["k0", "k1"]), (403, ["k0"]), (0, ["k0"])])
def test_a_comment_that_is_not_taken_costs_no_other(put_comments, capsys, status, tried):
    assert put_comments(GitHubError("no", status=status), Written("#2", "it is written")) is None

    assert put_comments.wanted == tried
    out = capsys.readouterr().out
    assert ("It is written: #2" in out) is (len(tried) > 1)
    assert [one.data for one in commands(out)] == [
        "the comment was not written: no. The result is the same."
    ]


def test_who_stops_the_run_stops_it(put_check, put_comments):
    with pytest.raises(KeyboardInterrupt):
        put_check(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        put_comments(KeyboardInterrupt())


# ------------------------------------------------------------------ what is there no more


def leaving(*keys):
    """Says farewell to the comments of these keys."""
    return lambda key: Wanted(Marker(key, "a" * 40, 9), "", create=False) if key in keys else None


def test_what_is_left_over_is_told_to_be_done_with(put_comments):
    outcomes = [Written("#1"), Written("#2"), *[Written("#9")] * 8]
    put_comments(*outcomes, rest=[*"abcdefgh"], farewell=leaving("a", "c"))

    assert put_comments.wanted == ["k0", "k1", "a", "c"]
    assert put_comments.taken == ()


def test_one_that_is_left_over_and_one_that_is_new_belong_together(put_comments):
    outcomes = [Written("#1"), *[Written("#9")] * 9]
    put_comments(*outcomes, rest=[*"abcdefghi"], farewell=leaving("b"))

    assert (put_comments.wanted, put_comments.taken) == (["k0"], ("b", "k0"))
