# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The command as somebody types it: arguments, files, exit codes, what goes where."""

import errno
import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from osaid_action import __version__
from osaid_action.definition.rules.registry import RULES
from osaid_action.validation.schema_errors import schema_text
from tests.made import GONE, dumped, whole

ROOT = Path(__file__).parents[2]
NAME = "OPEN_AI_SYSTEM.yaml"
MET, UNMET = dumped(whole()), dumped(whole({"code.training": GONE}))
UNKNOWN = dumped(whole({"parameters.weights.license": "Own-1.0"}))
INVALID = b"a: b\n"
CONTRADICTED = dumped(whole({"code.training": "gone.py"}))


def paths(done):
    """The paths of the reports in what was printed as JSON."""
    return [one["path"] for one in json.loads(done.stdout)["reports"]]


def one_line_of_trouble(done, words):
    """Exit 2, one line on standard error that says ``words``, nothing on standard output."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("osaid: ")
    assert words in done.stderr


# ------------------------------------------------------------------ which files


@pytest.mark.parametrize("arguments", [(), (".",), (NAME,), (f"./{NAME}",)])
def test_a_file_a_folder_or_where_one_stands(osaid, write, arguments):
    done = osaid("check", *arguments, cwd=write({NAME: MET}))

    assert done.returncode == 0
    assert done.stdout.startswith(arguments[0] if arguments[:1] == (f"./{NAME}",) else NAME)
    assert done.stderr == ""


def test_folders_are_searched_in_order_and_hidden_ones_left_out(osaid, write):
    files = [
        NAME, f".github/{NAME}", "a/OPEN_AI_SYSTEM.yml", f"a/b/{NAME}", f"z/{NAME}",
        f".hidden/{NAME}", f".git/{NAME}", f"a/.venv/{NAME}", "a/open_ai_system.yaml",
        f"a/x{NAME}",
    ]  # fmt: skip
    done = osaid("check", "--format", "json", cwd=write(dict.fromkeys(files, MET)))

    found = [NAME, f".github/{NAME}", "a/OPEN_AI_SYSTEM.yml", f"a/b/{NAME}", f"z/{NAME}"]
    assert paths(done) == found


def test_the_path_is_shown_as_it_was_typed(osaid, write):
    top = write({f"a/{NAME}": MET})

    assert paths(osaid("check", "a", "--format", "json", cwd=top)) == [f"a/{NAME}"]
    assert paths(osaid("check", "./a", "--format", "json", cwd=top)) == [f"./a/{NAME}"]
    assert paths(osaid("check", f"{top}/a", "--format", "json")) == [f"{top}/a/{NAME}"]
    assert paths(osaid("check", "..", "--format", "json", cwd=top / "a")) == [f"../a/{NAME}"]


def test_a_path_that_is_given_twice_is_checked_once(osaid, write):
    done = osaid("check", NAME, ".", NAME, "--format", "json", cwd=write({NAME: MET}))

    assert paths(done) == [NAME]


def test_a_declaration_can_have_any_name(osaid, write):
    done = osaid("check", "mine.yml", cwd=write({"mine.yml": MET}))

    assert done.returncode == 0


def test_nothing_there_suggests_how_to_begin(osaid, write):
    top = write({"README.md": "x", "empty/x": "x"})

    one_line_of_trouble(osaid("check", cwd=top), "no OPEN_AI_SYSTEM.yaml here")
    one_line_of_trouble(osaid("check", "empty", cwd=top), "no OPEN_AI_SYSTEM.yaml in empty")


def test_a_missing_path(osaid, tmp_path):
    one_line_of_trouble(osaid("check", "gone.yaml", cwd=tmp_path), "gone.yaml: no such file")
    one_line_of_trouble(osaid("check", "", cwd=tmp_path), "no such file")


def test_paths_are_relative_to_the_declaration_and_bound_by_the_repository(osaid, write):
    entry = {"location": "../lib/run.py", "license": "MIT"}
    text = dumped(whole({"code.inference": entry}))
    top = write({f"a/{NAME}": text, "lib/run.py": "x", f"b/.git/{NAME}": "", f"b/{NAME}": text})

    assert osaid("check", "a", cwd=top).returncode == 0
    assert osaid("check", cwd=top / "a").returncode == 0
    outside = osaid("check", "b", cwd=top)
    assert outside.returncode == 1
    assert "[path-outside]" in outside.stdout


# ------------------------------------------------------------------ exit codes

CODES = [
    (MET, (), 0),
    (UNMET, (), 0),
    (UNKNOWN, (), 0),
    (INVALID, (), 1),
    (INVALID, ("--format", "json"), 1),
    (MET, ("--format", "jsonl"), 0),
    (CONTRADICTED, (), 1),
    (CONTRADICTED, ("--no-evidence",), 0),
    (MET, ("--require", "all"), 0),
    (UNMET, ("--require", "all"), 1),
    (UNMET, ("--require", "use,share"), 0),
    (UNMET, ("--require", "share, STUDY"), 1),
    (UNKNOWN, ("--require", "use"), 1),
    (UNMET, ("--require", "all", "--exit-zero"), 0),
    (INVALID, ("--exit-zero",), 0),
    (CONTRADICTED, ("--exit-zero",), 0),
    (None, (), 2),
    (None, ("--exit-zero",), 2),
    (MET, ("--require", "freedom"), 2),
    (MET, ("--require", ""), 2),
    (MET, ("--format", "xml"), 2),
    (MET, ("--wrong",), 2),
    (MET, ("-q", "-v"), 2),
]


@pytest.mark.parametrize(("data", "arguments", "code"), CODES)
def test_exit_codes(osaid, write, data, arguments, code):
    top = write({} if data is None else {NAME: data})

    done = osaid("check", *arguments, cwd=top)

    assert done.returncode == code, done.stderr
    assert bool(done.stderr) is (code == 2)
    assert "Traceback" not in done.stderr


def test_of_several_the_highest_code_and_every_other_report(osaid, write):
    top = write({"a.yaml": MET, "b.yaml": INVALID, "c.yaml": UNMET})

    worst = osaid("check", "a.yaml", "b.yaml", "gone.yaml", "c.yaml", "--format", "json", cwd=top)
    bad = osaid("check", "a.yaml", "b.yaml", "c.yaml", "--format", "json", cwd=top)

    assert (worst.returncode, bad.returncode) == (2, 1)
    assert paths(worst) == paths(bad) == ["a.yaml", "b.yaml", "c.yaml"]
    assert worst.stderr == "osaid: gone.yaml: no such file; check the path\n"


def test_when_none_can_be_read_json_is_still_json(osaid, tmp_path):
    done = osaid("check", "gone.yaml", "--format", "json", cwd=tmp_path)

    assert done.returncode == 2
    assert json.loads(done.stdout)["reports"] == []


@pytest.mark.parametrize(
    "arguments", [(), ("chekc",), ("check", "--require"), ("explain",), ("schema", "x")]
)
def test_wrong_usage_is_one_line_that_says_where_to_look(osaid, tmp_path, arguments):
    one_line_of_trouble(osaid(*arguments, cwd=tmp_path), "--help`")


# ------------------------------------------------------------------ formats and where they go


def test_quiet(osaid, write):
    top = write({"met.yaml": MET, "unmet.yaml": UNMET, "invalid.yaml": INVALID})

    fine = osaid("check", "-q", "met.yaml", "unmet.yaml", cwd=top)
    bad = osaid("check", "-q", "met.yaml", "invalid.yaml", cwd=top)

    assert (fine.stdout, fine.stderr, fine.returncode) == ("", "", 0)
    assert bad.stdout.startswith("invalid.yaml:1:1: error: ")
    assert "met.yaml" not in bad.stdout


def test_json_meets_its_schema(osaid, report_errors):
    done = osaid("check", "examples", "--format", "json", cwd=ROOT)

    made = json.loads(done.stdout)
    assert report_errors(made) == []
    assert done.returncode == 0
    names = sorted(one.name for one in (ROOT / "examples").iterdir() if one.is_dir())
    assert [one["path"] for one in made["reports"]] == [f"examples/{n}/{NAME}" for n in names]
    said = {one["path"].split("/")[1]: one["verdict"] for one in made["reports"]}
    assert said.items() >= {"olmo": "met", "llama-2": "unmet", "bloom": "unmet"}.items()


def test_lines_of_json(osaid, write):
    top = write({"a.yaml": MET, "b.yaml": INVALID})
    done = osaid("check", "a.yaml", "b.yaml", "--format", "jsonl", cwd=top)

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["path"], one["verdict"]) for one in lines] == [
        ("a.yaml", "met"),
        ("b.yaml", "invalid"),
    ]


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_output_goes_to_a_file(osaid, write, form):
    top = write({NAME: UNMET, "old": "something longer" * 1000})
    printed = osaid("check", "--format", form, cwd=top).stdout

    done = osaid("check", "--format", form, "-o", "old", cwd=top)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (top / "old").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("path", ["no/such/folder/x", ".", "/dev/full"])
def test_output_that_cannot_be_written(osaid, write, path):
    top = write({NAME: MET})

    one_line_of_trouble(osaid("check", "-o", path, cwd=top), f"{path}: cannot be written")


@pytest.mark.parametrize("path", [NAME, f"./{NAME}", "link", "hard"])
def test_output_is_not_written_over_what_is_checked(osaid, write, path):
    top = write({NAME: MET, "link": Path(NAME)})
    os.link(top / NAME, top / "hard")

    done = osaid("check", NAME, "-o", path, cwd=top)

    assert done.returncode == 2
    assert (top / NAME).read_bytes() == MET


def run_shell(command, text, cwd):
    """Run a line of shell with the real command as $0."""
    return subprocess.run(
        ["bash", "-c", text, command],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=10,
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


def at_a_terminal(command, top, **environ):
    """What the command writes to a terminal, with its colors."""
    ours, theirs = pty.openpty()
    env = {"PATH": os.environ["PATH"], "TERM": "xterm", **environ}
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


# ------------------------------------------------------------------ the other commands


def test_version(osaid):
    done = osaid("--version")

    assert done.returncode == 0
    assert re.fullmatch(
        rf"osaid {re.escape(__version__)} \(OSAID 1\.0, SPDX license list [\d.]+\)\n", done.stdout
    )


def test_help_names_the_commands_and_the_exit_codes(osaid):
    done = osaid("--help")

    assert done.returncode == 0
    for word in ("check", "explain", "rules", "licenses", "schema", "Exit codes"):
        assert word in done.stdout


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(rule):
    from osaid_action.report import rule_pages  # noqa: PLC0415 - one room, asked as the command does

    page = rule_pages.explain(rule)

    assert page.startswith(rule)
    assert RULES[rule].title in " ".join(page.split())
    assert json.loads(rule_pages.explain(rule, as_json=True))["severity"] == RULES[rule].severity


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("training-code-missing", "The training code: not there"),
        ("code.training", "the complete source code"),
        ("lineage", "every model"),
        ("use", "for any purpose"),
        ("Apache-2.0", "Apache"),
        ("llama2", "700 million"),
        ("MIT OR GPL-3.0-only", "MIT"),
    ],
)
def test_explain(osaid, what, words):
    done = osaid("explain", what)

    assert done.returncode == 0
    assert words in " ".join(done.stdout.split())
    data = json.loads(osaid("explain", what, "--format", "json").stdout)
    assert data


@pytest.mark.parametrize(
    ("what", "meant"),
    [("training-code-mising", "training-code-missing"), ("apache-2", "Apache-2.0")],
)
def test_explain_what_nobody_knows(osaid, what, meant):
    one_line_of_trouble(osaid("explain", what), meant)


def test_rules(osaid):
    done = osaid("rules")

    assert [line.split()[0] for line in done.stdout.splitlines()] == list(RULES)
    data = json.loads(osaid("rules", "--format", "json").stdout)
    assert [one["id"] for one in data] == list(RULES)


def test_licenses(osaid):
    every = osaid("licenses").stdout
    some = osaid("licenses", "llama").stdout
    restricting = json.loads(osaid("licenses", "--restricts", "study", "--format", "json").stdout)

    assert "Apache-2.0" in every
    assert "llama" in some.lower()
    assert "Apache-2.0" not in some
    assert restricting


@pytest.mark.parametrize(
    ("arguments", "name"), [((), "open-ai-system-1"), (("--report",), "report-1")]
)
def test_schema(osaid, tmp_path, arguments, name):
    done = osaid("schema", *arguments, cwd=tmp_path)

    assert done.returncode == 0
    assert done.stdout == schema_text(name)
    assert json.loads(done.stdout)["$id"].endswith(f"{name}.schema.json")


def test_a_bug_of_ours_is_exit_3_with_its_traceback(monkeypatch, capsys, write):
    from osaid_action.cli import main  # noqa: PLC0415 - the one test that reaches inside

    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("osaid_action.cli.check.check", broken)
    monkeypatch.chdir(write({NAME: MET}))

    assert main.main(["check"]) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "please report it" in said
