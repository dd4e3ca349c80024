# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The command and the action, side by side: of the same files they tell the same."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from osaid_action.action.inputs import variable
from osaid_action.action.run import RunEnvironment
from osaid_action.cli.main import main
from osaid_action.model import ExitCode
from tests.action.bench import captured
from tests.made import GONE, dumped, whole

NAME = "OPEN_AI_SYSTEM.yaml"
MET, UNMET = dumped(whole()), dumped(whole({"code.training": GONE}))
CONTRADICTED = dumped(whole({"code.training": "gone.py"}))


class Side:
    """What one of the two tells: its exit code, and its reports by their paths."""

    def __init__(self, code, file):
        self.code = code
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        self.told = json.loads(text) if text else {"reports": []}
        self.reports = {report["path"]: report for report in self.told["reports"]}

    def removed(self):
        return self.told.get("removed")

    def changes(self):
        return {path: report.get("change") for path, report in self.reports.items()}


@pytest.fixture
def command(tmp_path, monkeypatch):
    """Runs the command on a workspace."""

    def run(top, *arguments):
        monkeypatch.chdir(top)
        file = tmp_path / "command.json"
        try:
            code = main(["check", "--format", "json", f"--output={file}", *arguments])
        except SystemExit as wrong:  # the arguments are
            code = wrong.code
        return Side(code, file)

    return run


@pytest.fixture
def action(tmp_path):
    """Runs the action on a workspace, for a push; there is no GitHub to ask."""

    def run(top, before="", **inputs):
        event, file = tmp_path / "event.json", tmp_path / "action.json"
        event.write_text(json.dumps({"before": before}), encoding="utf-8")
        around = {
            "GITHUB_EVENT_NAME": "push",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_REPOSITORY": "acme/model",
            "GITHUB_SHA": before,
            "GITHUB_WORKSPACE": str(top),
            "RUNNER_TEMP": str(tmp_path),
            variable("report-file"): str(file),
            **{variable(name): value for name, value in inputs.items()},
        }
        code, _ = captured(around, RunEnvironment("", str(tmp_path)))
        return Side(code, file)

    return run


@pytest.fixture
def both(command, action, write):
    """Runs both on the same files."""

    def run(files, required=""):
        top = write(files)
        arguments = [f"--require={required}"] if required else []
        return command(top, *arguments), action(top, require=required)

    return run


# ------------------------------------------------------------------ which files


@pytest.mark.parametrize(
    "place",
    ["", "a/", ".github/", "a/.github/", ".hidden/", "a/.venv/b/", "sub/", "sub/a/", "x/" * 70],
)
def test_the_same_files_are_found(both, place):
    found = [NAME] if place and not place.startswith(("a/.v", ".h", "sub")) else []
    one, other = both({NAME: MET, "sub/.git": "gitdir: elsewhere", place + NAME: MET})

    assert [*one.reports] == [*other.reports]
    assert {*one.reports} == {NAME, *(place + name for name in found)}


# ------------------------------------------------------------------ exit codes


@pytest.mark.parametrize(
    ("files", "required", "code"),
    [
        ({NAME: MET}, "", ExitCode.FINE),
        ({NAME: UNMET}, "", ExitCode.FINE),
        ({NAME: UNMET}, "use", ExitCode.FINE),
        ({NAME: UNMET}, "study", ExitCode.NOT_FINE),
        ({NAME: CONTRADICTED}, "", ExitCode.NOT_FINE),
        ({NAME: b"a: ["}, "", ExitCode.NOT_FINE),
        ({f"a/{NAME}": MET, f"b/{NAME}": CONTRADICTED}, "", ExitCode.NOT_FINE),
        ({}, "", ExitCode.USAGE),
        ({NAME: MET}, "fun", ExitCode.USAGE),
    ],
)
def test_the_exit_code_is_the_same(both, files, required, code):
    assert [side.code for side in both(files, required)] == [code, code]


@pytest.mark.parametrize(
    ("required", "code"),
    [
        ("use,share", ExitCode.FINE),
        ("use share", ExitCode.FINE),
        ("USE, Share,", ExitCode.FINE),
        ("ALL", ExitCode.NOT_FINE),
        ("use all", ExitCode.NOT_FINE),
        ("Modify", ExitCode.NOT_FINE),
        (",", ExitCode.USAGE),
        ("use;share", ExitCode.USAGE),
        ("use-all", ExitCode.USAGE),
    ],
)
def test_what_is_required_is_read_alike(both, required, code):
    assert [side.code for side in both({NAME: UNMET}, required)] == [code, code]


def test_a_bug_is_a_bug_of_both(both, monkeypatch):
    def bug(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(os.path, "relpath", bug)

    assert [side.code for side in both({NAME: MET})] == [ExitCode.BUG, ExitCode.BUG]


# ------------------------------------------------------------------ what changed


def git(top, *arguments):
    named = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", "-C", top, *named, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


OTHER = "OPEN_AI_SYSTEM.yml"


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        ({NAME: MET}, {NAME: MET}, "known"),
        ({NAME: MET}, {NAME: UNMET}, "known"),
        ({NAME: MET}, {OTHER: UNMET}, "known"),
        ({OTHER: UNMET}, {NAME: MET}, "known"),
        ({f"a/.github/{NAME}": MET}, {f"a/.github/{OTHER}": UNMET}, "known"),
        ({NAME: b"a: ["}, {NAME: MET}, "invalid"),
        ({NAME: MET}, {f"a/{NAME}": MET}, "known"),  # it was moved
        ({f"b/{NAME}": MET, NAME: MET}, {NAME: UNMET}, "known"),
        ({f"b/{NAME}": MET, f"c/{NAME}": UNMET}, {NAME: b"a: ["}, "new"),
        ({f"{NAME}/x": MET}, {NAME: MET}, "new"),
        ({NAME: Path("/etc/passwd")}, {NAME: MET}, "new"),
    ],
)
def test_the_same_changes_are_told(command, action, write, before, after, state):  # noqa: PLR0913, PLR0917
    top = write(before)
    shutil.rmtree(top / ".git")
    git(top, "init", "--quiet")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message=a")
    sha = git(top, "rev-parse", "HEAD")
    git(top, "rm", "--quiet", "-r", ".")
    write(after)

    one, other = command(top, f"--base={sha}"), action(top, before=sha)

    assert one.changes() == other.changes()
    assert one.removed() == other.removed()
    assert [change["base"] for change in one.changes().values()] == [state]
