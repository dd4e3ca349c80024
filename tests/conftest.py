# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the tests share: the real command, trees on disk, golden files, the schema of reports."""

import difflib
import json
import os
import signal
import subprocess
import sysconfig
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator  # noqa: TID251 - the tests' own judge

from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree
from osaid_action.validation.schema import schema_text

HERE = Path(__file__).parent
HANG = 60  # seconds; a guard against a hang, not a measure

# No deadline: a machine may be busy with other things. The same examples each time, so that one
# commit passes or fails wherever it runs; `nox -s search` draws others, and more of them.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", PATIENT, derandomize=True, database=None)
settings.register_profile("search", PATIENT, max_examples=1000, print_blob=True)
settings.load_profile("same")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Whoever starts tests in the background of a shell has interrupts ignored, and a command that
    # a test starts would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)

_CHANGING = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden")


@pytest.fixture(scope="session")
def command():
    """The installed console script."""
    path = os.path.join(sysconfig.get_path("scripts"), "osaid")
    assert os.access(path, os.X_OK), f"{path}: install the project first: pip install -e ."
    return path


@pytest.fixture
def ends():
    """Ends a test that hangs, where the system has an alarm: a guard, not a measure."""
    if not hasattr(signal, "setitimer"):
        pytest.skip("no alarm here")

    def ring(*_):
        raise AssertionError("this hangs")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, HANG)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def osaid(command):
    """Runs the real command as a user does; returns the finished process, with text."""

    def run(*arguments, cwd=None, **environ):
        env = {k: v for k, v in os.environ.items() if k not in _CHANGING} | environ
        return subprocess.run(
            [command, *map(str, arguments)],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=HANG,
            check=False,
        )

    return run


@pytest.fixture
def unmeasured(monkeypatch):
    """What is started is not measured for coverage: the test is about what it loads or costs."""
    for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def write(tmp_path):
    """Writes files (text, bytes, or a `Path` to link to) below a folder that is its own tree."""

    def put(files, top=None):
        top = top or tmp_path / "repo"
        (top / ".git").mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                path.symlink_to(content)
            elif isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path.write_text(content, encoding="utf-8")
        return top

    return put


@pytest.fixture
def home(write):
    """Writes files and says where a declaration at their top would be at home.

    With Apache's text in LICENSE, unless the files say otherwise; None for no such file.
    """

    def at(files, path="OPEN_AI_SYSTEM.yaml", base=""):
        files = {"LICENSE": (HERE.parent / "LICENSE").read_text(encoding="utf-8"), **files}
        there = {name: content for name, content in files.items() if content is not None}
        return DeclarationFile(DiskTree(str(write(there))), path, base)

    return at


@pytest.fixture(scope="session")
def report_errors():
    """What the published schema of reports has to say of a report, as text; empty when nothing."""
    judge = Draft202012Validator(json.loads(schema_text("report-1")))
    return lambda data: [f"{error.json_path}: {error.message}" for error in judge.iter_errors(data)]


@pytest.fixture
def golden(request):
    """Compares a text with the file of that name in tests/golden; --update-golden rewrites it."""

    def compare(name, text):
        path = HERE / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        known = path.read_text(encoding="utf-8") if path.exists() else ""
        lines = difflib.unified_diff(known.splitlines(), text.splitlines(), "golden", "now", n=1)
        assert text == known, "\n".join(lines)

    return compare
