# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was typed, read; and what is said of what cannot be."""

import re

import pytest

from osaid_action import __version__
from osaid_action.cli.arguments import parsed
from osaid_action.cli.main import PLAIN
from tests.cli.calls import one_line_of_trouble


@pytest.mark.parametrize(
    "arguments", [("chekc",), ("check", "--require"), ("explain",), ("schema", "x")]
)
def test_wrong_usage_is_one_line_that_says_where_to_look(call, tmp_path, arguments):
    one_line_of_trouble(call(*arguments, cwd=tmp_path), "--help`")


def test_version(call):
    done = call("--version")

    assert done.returncode == 0
    assert re.fullmatch(
        rf"osaid {re.escape(__version__)} \(OSAID 1\.0, SPDX license list [\d.]+\)\n", done.stdout
    )


def test_help_names_the_commands_and_the_exit_codes(call):
    done = call("--help")

    assert done.returncode == 0
    for word in ("check", "explain", "rules", "licenses", "schema", "Exit codes"):
        assert word in done.stdout


# ------------------------------------------------------------------ what is meant

CHECK = {"paths": ["."], **PLAIN}
PAGE = {"format": "text"}
BADGE = {
    "command": "badge",
    "paths": ".",
    "svg": None,
    "endpoint": None,
    "freedom": None,
    "no_evidence": False,
    "require": (),
    "if_missing": "error",
}
LIST = {"command": "licenses", "word": None, "restricts": None, "osi": False, **PAGE}
MEANT = [
    ("check", CHECK),
    ("check a b", {**CHECK, "paths": ["a", "b"]}),
    ("check -- -q", {**CHECK, "paths": ["-q"]}),
    ("check --format json", {**CHECK, "format": "json"}),
    ("check --form jsonl", {**CHECK, "format": "jsonl"}),
    ("check -o x", {**CHECK, "output": "x"}),
    ("check --output=x", {**CHECK, "output": "x"}),
    ("check -q", {**CHECK, "quiet": True}),
    ("check --quiet", {**CHECK, "quiet": True}),
    ("check -v", {**CHECK, "verbose": True}),
    ("check --verbose", {**CHECK, "verbose": True}),
    ("check --require share,use", {**CHECK, "require": ("use", "share")}),
    ("check --require all", {**CHECK, "require": ("osaid",)}),
    ("check --no-evidence", {**CHECK, "no_evidence": True}),
    ("check --online", {**CHECK, "online": True}),
    ("check --base main", {**CHECK, "base": "main"}),
    ("check --exit-zero", {**CHECK, "exit_zero": True}),
    ("check --if-missing warn", {**CHECK, "if_missing": "warn"}),
    ("check --exclude a --exclude b/", {**CHECK, "exclude": ["a", "b/"]}),
    ("badge", BADGE),
    ("badge a", {**BADGE, "paths": "a"}),
    ("badge --svg x --endpoint y", {**BADGE, "svg": "x", "endpoint": "y"}),
    ("badge --freedom use --no-evidence", {**BADGE, "freedom": "use", "no_evidence": True}),
    ("explain MIT OR x", {"command": "explain", "what": ["MIT", "OR", "x"], **PAGE}),
    ("explain x --format json", {"command": "explain", "what": ["x"], "format": "json"}),
    ("rules", {"command": "rules", **PAGE}),
    ("rules --format json", {"command": "rules", "format": "json"}),
    ("licenses", LIST),
    ("licenses llama --restricts study", {**LIST, "word": "llama", "restricts": "study"}),
    ("licenses --osi --format json", {**LIST, "osi": True, "format": "json"}),
    ("schema", {"command": "schema", "report": False}),
    ("schema --report", {"command": "schema", "report": True}),
]


@pytest.mark.parametrize(("typed", "meant"), MEANT)
def test_what_is_typed_means(typed, meant):
    assert vars(parsed(typed.split())) == meant


WRONG = {
    "chekc": "there is no command 'chekc'; did you mean `osaid check`?",
    "license x": "there is no command 'license'; did you mean `osaid licenses`?",
    "xyz": "there is no command 'xyz'; there are init, check, badge, explain, "
    "rules, licenses, schema",
    "check --format xml": "argument --format: invalid choice: 'xml'",
    "check --require fun": "argument --require: ",
    "check -q -v": "argument -v/--verbose: not allowed with argument -q/--quiet",
    "check -o": "argument -o/--output: expected one argument",
    "check --wrong": "unrecognized arguments: --wrong",
    "badge a b": "unrecognized arguments: b",
    "badge --freedom all": "argument --freedom: invalid choice: 'all'",
    "explain": "the following arguments are required: WORD",
    "explain x --format jsonl": "argument --format: invalid choice: 'jsonl'",
    "rules --format jsonl": "argument --format: invalid choice: 'jsonl'",
    "licenses a b": "unrecognized arguments: b",
    "licenses --restricts all": "argument --restricts: invalid choice: 'all'",
    "licenses --format jsonl": "argument --format: invalid choice: 'jsonl'",
    "schema x": "unrecognized arguments: x",
    "--wrong check": "unrecognized arguments: --wrong",
}


def test_the_name_alone_shows_what_there_is(capsys):
    with pytest.raises(SystemExit) as ended:
        parsed([])

    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    for name in ("init", "check", "badge", "explain", "rules", "licenses", "schema"):
        assert f"\n    {name} " in told.err
    assert "https://github.com/osaid-action/osaid-action" in told.err


@pytest.mark.parametrize("typed", WRONG)
def test_what_cannot_be_meant_is_said_in_one_line(typed, capsys):
    with pytest.raises(SystemExit) as ended:
        parsed(typed.split())

    told, command = capsys.readouterr(), typed.split()[0] if typed.startswith(KNOWN) else ""
    assert (ended.value.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert told.err.startswith(f"osaid: {WRONG[typed]}")
    assert told.err.endswith(f"; see `{f'osaid {command}'.strip()} --help`\n")


KNOWN = ("check ", "badge", "explain", "rules", "licenses", "schema")


def test_of_a_long_word_that_is_no_command_forty_characters_are_shown(capsys):
    with pytest.raises(SystemExit):
        parsed(["x" * 41])

    assert f"no command '{'x' * 40}';" in capsys.readouterr().err


# ------------------------------------------------------------------ help


@pytest.mark.parametrize(
    "command", ["", "check", "badge", "explain", "rules", "licenses", "schema"]
)
def test_help_is_printed_and_is_no_trouble(command, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")

    with pytest.raises(SystemExit) as ended:
        parsed([*command.split(), "--help"])

    told = capsys.readouterr()
    assert (ended.value.code, told.err) == (0, "")
    assert told.out.startswith(f"usage: osaid {command}".strip())
    assert max(map(len, told.out.splitlines())) <= 78


def test_the_help_of_check_says_what_a_folder_means(call):
    assert "in which every OPEN_AI_SYSTEM.yaml or .yml is taken" in " ".join(
        call("check", "--help").stdout.split()
    )


def test_help_before_a_command_is_that_of_all(call):
    assert call("--help", "check").stdout == call("-h").stdout


def test_the_version_is_printed_whatever_follows(call):
    assert call("--version", "check", "gone").stdout == call("--version").stdout
