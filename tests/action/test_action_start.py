# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How a Python is found, and what is done before anything is installed."""

import os
import shutil
import subprocess
import sys

import pytest

from osaid_action.action import start as installing

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs that stand for others are sh")

HERE = os.path.dirname(__file__)
SCRIPT = os.path.join(HERE, os.pardir, os.pardir, "osaid_action", "action", "start.sh")
SHOW = "import os, sys; print('ran', sys.flags.isolated, sys.flags.utf8_mode, os.getcwd())\n"
OLD = "#!/bin/sh\nexit 1\n"


@pytest.fixture
def start(tmp_path):
    """Runs the script for an action that only shows that it was started, on a chosen PATH."""
    action, path = tmp_path / "an action", tmp_path / "bin"
    (action / "osaid_action" / "action").mkdir(parents=True)
    (action / "osaid_action" / "action" / "start.py").write_text(SHOW)
    path.mkdir()

    def program(name, text=""):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text or f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        target.chmod(0o755)

    def start(*programs, **environ):
        for name in programs:
            program(*name) if isinstance(name, tuple) else program(name)
        done = subprocess.run(
            [
                shutil.which("bash"),
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                f'. "{SCRIPT}"',
            ],
            cwd=tmp_path,
            env={"PATH": str(path), "GITHUB_ACTION_PATH": str(action), **environ},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    start.folder = tmp_path
    return start


@pytest.mark.parametrize(
    "programs",
    [
        ["bin/python3"],
        ["bin/python"],
        [("bin/python3", OLD), "bin/python"],
        [("bin/py", f'#!/bin/sh\ntest "$1" = -3 && shift && exec "{sys.executable}" "$@"\n')],
    ],
    ids=["python3", "python", "python3 is too old", "the launcher of Windows"],
)
def test_a_python_on_the_path_is_used(start, programs):
    code, out = start(*programs)

    assert (code, out) == (0, f"ran 1 1 {start.folder / 'an action'}\n")


def test_the_tool_cache_is_searched(start):
    cache = start.folder / "tool cache"

    code, out = start(
        ("bin/python3", OLD),
        ("tool cache/Python/3.9.1/x64/bin/python3", OLD),
        "tool cache/Python/3.12.4/x64/bin/python3",
        RUNNER_TOOL_CACHE=str(cache),
    )

    assert code == 0
    assert out.startswith("ran 1 1")


def test_uv_is_asked_last(start):
    found = start.folder / "elsewhere/python"
    uv = f'#!/bin/sh\ntest "$UV_NO_CONFIG" = 1 && test "$2" = find && echo "{found}"\n'

    code, out = start(("bin/uv", uv), "elsewhere/python")

    assert code == 0
    assert out.startswith("ran 1 1")


@pytest.mark.parametrize("programs", [[], [("bin/python3", OLD)], [("bin/uv", OLD)]])
def test_without_a_python_one_line_says_what_to_do(start, programs):
    code, out = start(*programs)

    assert code == 2
    assert out.startswith("::error title=osaid-action::")
    assert "setup-python" in out
    assert out.count("\n") == 1


def test_a_python_in_the_workspace_is_not_taken(start):
    code, out = start(("python3", "#!/bin/sh\necho ran mine\n"), "bin/python3")

    assert code == 0
    assert "mine" not in out


# ------------------------------------------------------------------ the installation

ROOT = os.path.join(HERE, os.pardir, os.pardir)
NOWHERE = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "/nonexistent"}


def test_packages_that_cannot_be_had_are_no_verdict(tmp_path):
    done = subprocess.run(
        [sys.executable, "-I", "osaid_action/action/start.py"],
        cwd=ROOT,
        env={**os.environ, **NOWHERE, "RUNNER_TEMP": str(tmp_path), "OSAID_TOKEN": "ghs_secret"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "pip: " in done.stdout
    assert done.stdout.splitlines()[-1].startswith("::error title=osaid-action::")
    assert "ghs_secret" not in done.stdout + done.stderr


def test_pip_is_told_where_packages_come_from_and_not_where_they_go(tmp_path, monkeypatch):
    monkeypatch.setattr(installing, "installer", lambda: [sys.executable, "-c", _SHOW_PIP])
    environ = {**NOWHERE, "PIP_USER": "1", "PIP_TARGET": "/", "PIP_REQUIREMENT": "x", "PATH": ""}

    assert installing.install(str(tmp_path), str(tmp_path / "site"), environ) == ""
    assert set((tmp_path / "seen").read_text().split()) == set(NOWHERE)


_SHOW_PIP = """\
import os
open("seen", "w").write(" ".join(name for name in os.environ if name.startswith("PIP_")))
"""


def test_uv_installs_where_python_has_no_pip(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    assert installing.installer()[:3] == ["uv", "pip", "install"]
