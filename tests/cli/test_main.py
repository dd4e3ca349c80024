# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The command as somebody types it: which of its commands runs, and how it ends."""

import subprocess
import sys
from types import SimpleNamespace

import pytest

from osaid_action.cli import main
from osaid_action.cli.arguments import parsed
from osaid_action.errors import OsaidError
from tests.cli.calls import INVALID, MET, NAME, UNMET, one_line_of_trouble

COMMANDS = ("check", "badge", "explain", "rules", "licenses", "schema")


def run_shell(command, text, cwd):
    """Run a line of shell with the real command as $0."""
    return subprocess.run(
        ["bash", "-c", text, command],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_a_reader_that_has_seen_enough(command, write, form):
    files = {f"{n}/{NAME}": UNMET for n in range(40)}
    text = f'set -o pipefail; "$0" check --format {form} | head -n 1'

    done = run_shell(command, text, write(files))

    assert done.stderr == ""
    assert done.returncode == 0


def test_standard_output_that_is_full_or_closed(command, write):
    top = write({NAME: MET})

    full = run_shell(command, '"$0" check > /dev/full', top)
    closed = run_shell(command, '"$0" check >&-', top)

    for done in (full, closed):
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert done.stderr.startswith("osaid: ")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "arguments",
    [
        *("rules", "licenses", "schema", "explain unpinned", "--version", "--help"),
        *("check --help", "check", "check -q", "check --format json", "init -o - --yes"),
    ],
)
def test_whatever_cannot_be_printed_is_trouble(command, write, arguments, unbuffered):
    top = write({NAME: MET} if arguments.startswith("check") else {})
    text = f'PYTHONUNBUFFERED={unbuffered} "$0" {arguments} > /dev/full'

    full = run_shell(command, text, top)
    silent = run_shell(command, f"{text} 2> /dev/full", top)

    assert (full.returncode, silent.returncode) == (2, 2)
    assert full.stderr == "osaid: standard output: cannot be written: No space left on device\n"


@pytest.mark.parametrize(("arguments", "code"), [("check", 0), ("check nowhere", 2), ("--bad", 2)])
def test_without_a_standard_error_codes_are_the_same(command, write, arguments, code):
    assert run_shell(command, f'"$0" {arguments} 2>&-', write({NAME: MET})).returncode == code


def test_a_bug_of_ours_is_exit_3_with_its_traceback(monkeypatch, capsys, write):
    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("osaid_action.cli.check.check", broken)
    monkeypatch.chdir(write({NAME: MET}))

    assert main.main(["check"]) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "please report it" in said


# ------------------------------------------------------------------ which command


@pytest.fixture
def chosen(monkeypatch):
    """The parts that were loaded to be run, and what they were called with, instead of running."""
    ran = []

    def load(name):
        if name == "cli.arguments:parsed":
            return parsed
        return lambda arguments: ran.append((name, arguments)) or main.ExitCode.FINE

    monkeypatch.setattr(main, "load_part", load)
    return ran


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_run_by_its_own_module(call, chosen, name):
    words = ["MIT"] if name == "explain" else []

    assert call(name, *words).returncode == 0
    assert [part for part, _ in chosen] == [f"cli.{name}:run"]


@pytest.mark.parametrize("paths", [[], ["a"], ["a", "b/c"], [""], ["."]])
def test_without_an_option_no_parser_is_needed_and_the_same_is_meant(call, chosen, paths):
    call("check", *paths)

    assert [arguments for _, arguments in chosen] == [
        SimpleNamespace(**vars(parsed(["check", *paths])))
    ]


def test_what_was_typed_is_taken_from_the_process_when_nothing_is_given(chosen, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["osaid", "check", "somewhere"])

    assert main.main() == 0
    assert [arguments.paths for _, arguments in chosen] == [["somewhere"]]


# ------------------------------------------------------------------ how it ends


def raising(error):
    def run(_):
        raise error

    return lambda _: run


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OsaidError("x: no such file"), 2, "osaid: x: no such file\n"),
        (main.CannotWriteError("No space left"), 2, "osaid: standard output: cannot be written: "),
        (BrokenPipeError(), 0, ""),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_stops_a_command_is_a_code_and_at_most_a_line(call, monkeypatch, error, code, said):
    monkeypatch.setattr(main, "load_part", raising(error))
    monkeypatch.setattr(main, "_forget_output", lambda: None)  # it is the test's own

    done = call("check")

    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == bool(said)


def test_the_code_is_that_of_the_command(call, write):
    top = write({"met.yaml": MET, "wrong.yaml": INVALID})

    assert [call("check", name, cwd=top).returncode for name in ("met.yaml", "wrong.yaml")] == [
        0,
        1,
    ]


def test_without_standard_output_one_line_says_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)

    assert main.main(["check"]) == 2
    assert capsys.readouterr().err == "osaid: there is no standard output to write to\n"


def test_any_name_can_be_printed(call, tmp_path):
    done = call("check", "\udcff\N{PARTY POPPER}", cwd=tmp_path)  # the streams begin as ASCII

    one_line_of_trouble(done, "\N{PARTY POPPER}: no such file")


def test_streams_that_cannot_be_told_an_encoding_are_used_as_they_are(monkeypatch, tmp_path):
    class Plain:
        def __init__(self):
            self.said = ""

        def write(self, text):
            self.said += text

        def flush(self):
            pass

        def isatty(self):
            return False

    out, err = Plain(), Plain()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.chdir(tmp_path)

    assert main.main(["check", "gone.yaml"]) == 2
    assert (out.said, err.said) == ("", "osaid: gone.yaml: no such file; check the path\n")
