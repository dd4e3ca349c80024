# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How a Python is found by entry.sh, and which is tried next."""

import os
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs that stand for others are sh")

HERE = os.path.dirname(__file__)
SCRIPT = os.path.join(HERE, os.pardir, os.pardir, "osaid_action", "action", "entry.sh")


SHOW = (
    "import os, sys; flags = sys.flags\n"
    "print('ran', flags.isolated, flags.no_site, flags.utf8_mode, os.getcwd())\n"
)


OLD = "#!/bin/sh\nexit 1\n"


@pytest.fixture
def start(tmp_path):
    """Runs the script for an action that only shows that it was started, on a chosen PATH."""
    action, path = tmp_path / "an action", tmp_path / "bin"
    (action / "osaid_action" / "action").mkdir(parents=True)
    (action / "osaid_action" / "action" / "entry.py").write_text(SHOW)
    path.mkdir()

    def program(name, text=""):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text or f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        target.chmod(0o755)

    def start(*programs, before="", **environ):
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
                f'exec {before}; . "{SCRIPT}"',
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
        ["bin/python3.12"],
        [("bin/python3", OLD), "bin/python"],
        [("bin/py", f'#!/bin/sh\ntest "$1" = -3 && shift && exec "{sys.executable}" "$@"\n')],
    ],
    ids=["python3", "python", "by version", "python3 is too old", "the launcher of Windows"],
)
def test_a_python_on_the_path_is_used(start, programs):
    code, out = start(*programs)

    assert (code, out) == (0, f"ran 1 1 1 {start.folder / 'an action'}\n")


@pytest.mark.parametrize("version", ["3.12.4", "3.20.0"])
def test_the_tool_cache_is_searched(start, version):
    cache = start.folder / "tool cache"

    code, out = start(
        ("bin/python3", OLD),
        ("tool cache/Python/3.9.1/x64/bin/python3", OLD),
        f"tool cache/Python/{version}/x64/bin/python3",
        RUNNER_TOOL_CACHE=str(cache),
    )

    assert code == 0
    assert out.startswith("ran 1 1 1")


def test_uv_is_asked_last(start):
    found = start.folder / "elsewhere/python"
    uv = f'#!/bin/sh\ntest "$UV_NO_CONFIG" = 1 && test "$2" = find && echo "{found}"\n'

    code, out = start(("bin/uv", uv), "elsewhere/python")

    assert code == 0
    assert out.startswith("ran 1 1 1")


@pytest.mark.parametrize("programs", [[], [("bin/python3", OLD)], [("bin/uv", OLD)]])
def test_without_a_python_one_line_says_what_to_do(start, programs):
    code, out = start(*programs)

    assert code == 2
    assert out.startswith("::error title=osaid-action::")
    assert "setup-python" in out
    assert out.count("\n") == 1


@pytest.mark.parametrize("before", ["", ":", ".:", "relative:"])
def test_a_python_in_the_workspace_is_not_taken(start, before):
    mine = "#!/bin/sh\necho ran mine\n"
    path = f"{before}{start.folder / 'bin'}"

    code, out = start(("python3", mine), ("relative/python3", mine), "bin/python3", PATH=path)

    assert code == 0
    assert "mine" not in out


def test_nothing_of_the_machines_own_packages_decides_which_python_is_fit(start):
    broken = f'#!/bin/sh\ncase "$*" in *-S*) exec "{sys.executable}" "$@" ;; esac\nexit 1\n'

    code, _ = start(("bin/python3", broken))

    assert code == 0


ODD = {
    "a folder with signs": ["a'b\"c*[x]$(touch mine)/python3"],
    "a folder with a space": ["a folder/python3"],
    "not a program": [("bin/python3", "not executable"), "bin/python"],
}


@pytest.mark.parametrize("programs", ODD.values(), ids=ODD)
def test_odd_things_on_the_path(start, programs):
    names = [program if isinstance(program, str) else program[0] for program in programs]
    (start.folder / "bin/python3.15").mkdir()
    (start.folder / "bin/python3.14").symlink_to("python3.13")
    (start.folder / "bin/python3.13").symlink_to("python3.14")
    path = os.pathsep.join(str(start.folder / os.path.dirname(name)) for name in names)

    code, out = start(*programs, PATH=f"{start.folder}/bin:{path}")

    assert code == 0
    assert out.startswith("ran 1 1 1")
    assert not list(start.folder.rglob("mine"))


@pytest.mark.parametrize("name", ["POSIXLY_CORRECT", "CDPATH", "GLOBIGNORE"])
def test_what_changes_a_shell_changes_nothing(start, name):
    code, _ = start(("bin/python3", OLD), "bin/python", **{name: "*"})

    assert code == 0


@pytest.mark.parametrize("closed", ["", "<&-", "2>&-", "<&- 2>&-"])
def test_streams_may_be_closed(start, closed):
    code, _ = start(("bin/python3", "#!/bin/sh\ncat\nexit 1\n"), "bin/python", before=closed)

    assert code == 0


UNABLE = f"""#!/bin/sh
case "$*" in *entry.py*) echo "$0 has no pip"; exit 75 ;; esac
exec "{sys.executable}" "$@"
"""


@pytest.mark.parametrize(
    "programs",
    [
        [("bin/python3", UNABLE), "bin/python"],
        [("bin/python3", UNABLE), "second/python3"],
        [("bin/python3", UNABLE), "tool cache/Python/3.12.4/x64/bin/python3"],
        [("bin/python3", UNABLE), ("bin/uv", "#!/bin/sh\necho elsewhere/python\n"), "act/x"],
    ],
    ids=["beside it", "later on PATH", "tool cache", "uv"],
)
def test_the_next_python_is_tried(start, programs):
    found = start.folder / "elsewhere" / "python"
    uv = ("bin/uv", f'#!/bin/sh\ntest "$2" = find && echo "{found}"\n')
    programs = [uv if program[0] == "bin/uv" else program for program in programs]
    path = os.pathsep.join(str(start.folder / name) for name in ("bin", "second"))

    code, out = start(
        *programs,
        "elsewhere/python",
        PATH=path,
        RUNNER_TOOL_CACHE=str(start.folder / "tool cache"),
    )

    first, ran = out.splitlines()
    assert code == 0
    assert first.endswith("bin/python3 has no pip")
    assert ran.startswith("ran 1 1 1")


def test_one_that_uv_installs_is_tried_after_one_that_uv_finds(start):
    own = start.folder / "own/python"
    finds = f'test -n "$UV_PYTHON_PREFERENCE" && echo {own} || echo "{start.folder}/bin/python3"'
    uv = f'#!/bin/sh\ncase "$2" in find) {finds} ;; esac\n'

    code, out = start(("bin/python3", UNABLE), ("bin/uv", uv), "own/python")

    assert code == 0
    assert out.count("has no pip") == 1  # what uv finds first was tried already


def test_a_folder_of_two_names_is_searched_once(start):
    (start.folder / "sbin").symlink_to("bin")

    _, out = start(("bin/python3", UNABLE), PATH=f"{start.folder}/bin:{start.folder}/sbin")

    assert out.count("has no pip") == 1


def test_when_none_can_install_one_line_names_all_that_were_tried(start):
    code, out = start(("bin/python3", UNABLE), ("bin/python3.13", UNABLE), ("bin/python", OLD))

    *_, last = out.splitlines()
    assert code == 2
    assert last.startswith("::error title=osaid-action::")
    assert "bin/python3, " in last
    assert last.endswith("bin/python3.13")


def test_a_python_of_two_names_is_tried_once(start):
    (start.folder / "bin" / "python").symlink_to("python3")

    _, out = start(("bin/python3", UNABLE))

    assert out.count("has no pip") == 1


@pytest.mark.parametrize("code", [1, 2, 3, 137])
def test_how_the_action_ends_is_how_it_ends(start, code):
    ended, out = start(("bin/python3", UNABLE.replace("exit 75", f"exit {code}")), "bin/python")

    assert ended == code
    assert "ran" not in out
