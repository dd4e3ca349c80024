# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The formats of `osaid check`, and what a terminal gets of them."""

import errno
import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from osaid_action.cli.formats import FORMATS, writer
from testing.github_double.commands import commands
from tests.cli.calls import INVALID, MET, NAME, UNKNOWN, UNMET, change
from tests.made import dumped, whole
from tests.report.heron import (
    LESS,
    MISSPELT,
    NO_TRAINING,
    PATH,
    WHOLE,
    change_from,
    report_on,
)

ROOT = Path(__file__).parents[2]


def test_quiet(call, write):
    top = write({"met.yaml": MET, "unmet.yaml": UNMET, "invalid.yaml": INVALID})

    fine = call("check", "-q", "met.yaml", "unmet.yaml", cwd=top)
    bad = call("check", "-q", "met.yaml", "invalid.yaml", cwd=top)

    assert (fine.stderr, fine.returncode) == ("", 0)
    assert [line.partition(":")[0] for line in fine.stdout.splitlines()] == [
        "met.yaml",
        "unmet.yaml",
    ]
    assert bad.stdout.splitlines()[0].startswith("met.yaml: OSAID 1.0 met")
    assert bad.stdout.splitlines()[1].startswith("invalid.yaml:1:1: error: ")
    assert "invalid.yaml: Invalid declaration: " in bad.stdout.splitlines()[-1]


def test_json_meets_its_schema(call, report_errors):
    done = call("check", "examples", "--format", "json", cwd=ROOT)

    made = json.loads(done.stdout)
    assert report_errors(made) == []
    assert done.returncode == 0
    names = sorted(one.name for one in (ROOT / "examples").iterdir() if one.is_dir())
    assert [one["path"] for one in made["reports"]] == [f"examples/{n}/{NAME}" for n in names]
    said = {one["path"].split("/")[1]: one["verdict"] for one in made["reports"]}
    assert said.items() >= {"olmo": "met", "llama-2": "unmet", "bloom": "unmet"}.items()


def test_lines_of_json(call, write):
    top = write({"a.yaml": MET, "b.yaml": INVALID})
    done = call("check", "a.yaml", "b.yaml", "--format", "jsonl", cwd=top)

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["path"], one["verdict"]) for one in lines] == [
        ("a.yaml", "met"),
        ("b.yaml", "invalid"),
    ]


def test_json_with_a_change_meets_its_schema(call, repository, report_errors):
    (repository / PATH).write_text(LESS, encoding="utf-8")

    whole = call("check", "--base", "HEAD", "--format", "json", cwd=repository)
    line = call("check", "--base", "HEAD", "--format", "jsonl", cwd=repository)

    assert report_errors(json.loads(whole.stdout)) == []
    assert json.loads(line.stdout)["change"] == change(whole)
    assert change(whole)["base"] == "known"


def test_markdown_is_the_summary(call, repository):
    (repository / PATH).write_text(NO_TRAINING, encoding="utf-8")

    done = call("check", "--base", "HEAD", "--format", "markdown", cwd=repository)

    assert done.returncode == 0
    assert done.stdout.startswith(
        "### OSAID 1.0 not met: study and modify are missing · this change loses Study and Modify\n"
    )


def test_github_is_commands(call, repository):
    (repository / PATH).write_text(MISSPELT, encoding="utf-8")

    done = call("check", "--format", "github", cwd=repository)

    assert done.returncode == 1
    assert [(c.name, c.properties["line"]) for c in commands(done.stdout)] == [
        ("error", "5"),
        ("error", "8"),
    ]


def writes(form, *, many=False, changes=None, reports=(), **given):
    """What is written in a format, of calls with these options."""
    options = dict.fromkeys(("output", "base")) | dict.fromkeys(("quiet", "verbose"), False)
    arguments = SimpleNamespace(**{**options, "format": form, **given})
    return "".join(writer(arguments, changes or {}, many=many)(reports))


AS_BEFORE, WORSE = {PATH: change_from(WHOLE, WHOLE)}, {PATH: change_from(WHOLE, NO_TRAINING)}


@pytest.mark.parametrize("form", FORMATS)
def test_what_changed_is_told_in_every_format_whose_lines_are_not_of_one_commit(form):
    reports = [report_on(NO_TRAINING)]

    alone, compared = (
        writes(form, reports=reports, changes=changes, base="main") for changes in ({}, WORSE)
    )

    assert (alone == compared) == (form == "github")


def test_text_ends_with_what_changed_and_says_since_when():
    reports = [report_on(NO_TRAINING)]

    told = writes("text", reports=reports, changes=WORSE, base="v1")

    assert f"\nsince v1, {PATH}: loses study and modify\n" in told
    assert told.startswith(writes("text", reports=reports))


def test_quiet_text_does_not_say_what_changed():
    reports = [report_on(NO_TRAINING)]

    told = writes("text", reports=reports, changes=WORSE, base="v1", quiet=True)

    assert len(told.splitlines()) == 1
    assert "since v1" not in told


def test_of_one_file_all_is_told_and_of_many_what_is_asked_for():
    reports = [report_on(NO_TRAINING)]
    one, many = (writes("text", reports=reports, many=many) for many in (False, True))
    asked = writes("text", reports=reports, many=True, verbose=True)

    assert len(one.splitlines()) > len(many.splitlines())
    assert "note:" in asked
    assert "note:" not in one + many
    assert "all of it: -v" in one
    assert "on the author's word, that no program can check:" in asked


# ------------------------------------------------------------------ a terminal


@pytest.fixture
def terminal(monkeypatch):
    """Makes of standard output a terminal that is so wide; None when it does not say."""

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    def size():
        if terminal.wide is None:
            raise OSError(errno.ENOTTY, "not a terminal")
        return os.terminal_size((terminal.wide, 25))

    def terminal(wide, **environ):
        terminal.wide = wide
        for name in ("NO_COLOR", "TERM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(os, "get_terminal_size", size)
        monkeypatch.setattr(sys, "stdout", Terminal())

    return terminal


def plain(text):
    return re.sub(r"\033\[\d+m", "", text)


@pytest.mark.parametrize(
    ("environ", "given", "color"),
    [
        ({}, {}, True),
        ({"TERM": "xterm"}, {}, True),
        ({"NO_COLOR": ""}, {}, True),
        ({"NO_COLOR": "1"}, {}, False),
        ({"TERM": "dumb"}, {}, False),
        ({}, {"output": "x"}, False),
    ],
)
def test_color_is_for_a_terminal_that_wants_it(terminal, environ, given, color):
    terminal(80, **environ)

    assert ("\033[" in writes("text", reports=[report_on(NO_TRAINING)], **given)) is color


def test_without_a_terminal_there_is_no_color(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    assert "\033[" not in writes("text", reports=[report_on(NO_TRAINING)])


@pytest.mark.parametrize(("wide", "used"), [(60, 60), (41, 41), (40, 40), (1, 40), (None, 80)])
def test_lines_are_as_wide_as_the_terminal_but_for_a_narrow_one(terminal, wide, used):
    reports = [report_on(NO_TRAINING)]
    terminal(wide)
    told = plain(writes("text", reports=reports, verbose=True))
    terminal(used)

    assert told == plain(writes("text", reports=reports, verbose=True))
    terminal(used + 4)
    assert told != plain(writes("text", reports=reports, verbose=True))


def test_a_file_has_whole_lines_wherever_the_command_is_typed(terminal):
    terminal(40)

    written = writes("text", reports=[report_on(NO_TRAINING)], output="x")

    assert max(map(len, written.splitlines())) > 80


def at_a_terminal(command, top, **environ):
    """What the command writes to a terminal, with its colors."""
    ours, theirs = pty.openpty()
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
    env = {**kept, "TERM": "xterm", **environ}
    arguments = [command, "check", "-v"]
    with subprocess.Popen(arguments, cwd=top, env=env, stdout=theirs, stdin=theirs) as process:
        os.close(theirs)
        text = b""
        while chunk := _chunk(ours):
            text += chunk
        process.wait(10)
    os.close(ours)
    return text.decode()


def _chunk(descriptor):
    try:
        return os.read(descriptor, 4096)
    except OSError as error:  # how Linux says that the other side has gone
        if error.errno != errno.EIO:
            raise
        return b""


def test_a_terminal_gets_color_and_80_columns(command, write):
    text = at_a_terminal(command, write({NAME: UNKNOWN}))

    assert "\033[33mcannot tell\033[0m" in text
    plain = re.sub(r"\033\[\d+m", "", text)
    assert max(map(len, plain.splitlines())) <= 80


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_can_decline_color(command, write, environ):
    assert "\033" not in at_a_terminal(command, write({NAME: UNKNOWN}), **environ)


def test_a_locale_without_utf_8_is_no_trouble(osaid, write):
    top = write({"ünï.yaml": dumped(whole({"system.name": "é\U0001f600"}))})
    done = osaid("check", ".", "ünï.yaml", cwd=top, LC_ALL="POSIX", PYTHONUTF8="0")

    assert "Traceback" not in done.stderr
    assert done.returncode == 2  # there is none in the folder; the file is reported all the same
    assert "OSAID 1.0 met" in done.stdout
