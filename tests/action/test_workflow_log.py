# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Lines in the log: what others wrote is shown, and commands nothing."""

import sys

import pytest

from osaid_action.action import workflow_log
from testing.github_double.commands import commands
from testing.github_double.hostile import CORPUS

HOSTILE = pytest.mark.parametrize("text", [h.text for h in CORPUS], ids=[h.name for h in CORPUS])


@pytest.fixture
def log(capsys):
    """What was printed since it was last asked."""
    return lambda: capsys.readouterr().out


def printable(text):
    """What can be printed at all; streams escape the rest."""
    return text.encode("utf-8", "replace").decode()


@HOSTILE
def test_what_is_said_is_no_command(log, text):
    workflow_log.say(printable(text))

    assert commands(log()) == []


@HOSTILE
def test_a_group_has_two_commands_whatever_is_in_it(log, text):
    workflow_log.group("Ours", [printable(text), "more"])

    told = log()
    assert [(one.name, one.data) for one in commands(told)] == [("group", "Ours"), ("endgroup", "")]
    assert told.startswith("::group::Ours\n")
    assert told.endswith("\nmore\n::endgroup::\n")


@HOSTILE
@pytest.mark.parametrize("level", ["error", "warning", "notice"])
def test_a_message_is_one_command_in_one_line(log, level, text):
    workflow_log.command(level, printable(text))

    told = log()
    (one,) = commands(told)
    assert (one.name, one.properties) == (level, {"title": "osaid-action"})
    assert len(told.splitlines()) == 1
    assert told.endswith("\n")


def test_lines_of_a_message_are_joined_and_signs_are_kept(log):
    workflow_log.command("error", "a\nb\n100 % c: d, e")

    (one,) = commands(log())
    assert one.data == "a b 100 % c: d, e"


def test_words_are_said_as_they_are(log):
    workflow_log.say("two lines\nof words: 100 %")

    assert log() == "two lines\nof words: 100 %\n"


def test_lines_that_are_safe_are_written_at_once(monkeypatch):
    class Stream:
        def __init__(self):
            self.written = []

        def write(self, text):
            self.written.append(text)

        def flush(self):
            self.written.append("flushed")

    monkeypatch.setattr(sys, "stdout", Stream())

    workflow_log.emit("::a::", "::b::")
    workflow_log.emit()

    assert sys.stdout.written == ["::a::\n::b::\n", "flushed", "", "flushed"]
