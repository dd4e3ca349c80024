# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is written on GitHub is told in a line each, and what goes wrong there in one."""

from types import SimpleNamespace

import pytest

from osaid_action.action import publish
from osaid_action.action.check_run import Check
from osaid_action.action.comment import Written
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
        checks="checks", comments="comments", retry="retry", is_ours=is_ours, asked=asked
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

    def put(*outcomes, workflow_token=True):
        class Writer:
            def __init__(self, *given):
                put.given = given

            def put(self, wanted):
                outcome = outcomes[wanted]
                if isinstance(outcome, BaseException):
                    raise outcome
                return outcome

        monkeypatch.setattr(publish, "CommentWriter", Writer)
        wanted = range(len(outcomes))
        return publish.put_comments(lambda: client, 7, wanted, workflow_token=workflow_token)

    return put


def test_a_check_run_is_written_where_checks_are_and_said(put_check, capsys):
    assert put_check("https://github.example/1") is True
    assert put_check.given == ("checks", CHECK, "retry")
    assert capsys.readouterr().out == "The check run is written: https://github.example/1\n"


def test_comments_are_written_one_after_the_other_and_said(put_comments, capsys):
    urls = put_comments(Written("#1", "the first"), Written(), Written("#2"), Written("", "quiet"))

    assert urls == ["#1", "#2"]
    assert put_comments.given == ("comments", 7, "ours", "retry")
    assert capsys.readouterr().out == "The first: #1\nQuiet: \n"


@pytest.mark.parametrize("workflow_token", [True, False])
def test_whose_comments_are_ours_hangs_on_the_token(put_comments, client, workflow_token):
    put_comments(workflow_token=workflow_token)

    assert client.asked == [workflow_token]


MANUAL = (
    "which runs for forks and Dependabot never have: "
    "https://github.com/osaid-action/osaid-action/blob/main/docs/action.md#forks-and-dependabot"
)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (GitHubError("lost"), "lost"),
        (GitHubError("no", status=403), f"no; it needs the permission `{{}}: write`, {MANUAL}"),
        (GitHubError("no", status=404), f"no; it needs the permission `{{}}: write`, {MANUAL}"),
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


def test_who_stops_the_run_stops_it(put_check, put_comments):
    with pytest.raises(KeyboardInterrupt):
        put_check(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        put_comments(KeyboardInterrupt())
