# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How a Python is found, and what is done before anything is installed."""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile

import pytest

from osaid_action.action import entry as installing
from osaid_action.model import ExitCode
from testing.github_double.interpreters import bare_python

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


# ------------------------------------------------------------------ one that cannot install

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


# ------------------------------------------------------------------ the installation

ROOT = os.path.join(HERE, os.pardir, os.pardir)
NOWHERE = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "/nonexistent"}


def test_packages_that_cannot_be_had_are_no_verdict(tmp_path):
    done = subprocess.run(
        [sys.executable, "-I", "-S", "osaid_action/action/entry.py", sys.executable],
        cwd=ROOT,
        env={"PATH": "", **NOWHERE, "RUNNER_TEMP": str(tmp_path), "OSAID_TOKEN": "ghs_secret"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == installing.NEXT
    assert "pip: " in done.stdout
    assert "pip cannot install" in done.stdout.splitlines()[-1]
    assert "ghs_secret" not in done.stdout + done.stderr


def test_before_packages_are_installed_nothing_of_them_is_imported():
    code = (
        "import sys; sys.path.insert(0, '.'); import osaid_action.action.entry\n"
        "names = {name.partition('.')[0] for name in sys.modules}\n"
        "print(*sorted(names - sys.stdlib_module_names))"
    )
    python = [sys.executable, "-I", "-S", "-c", code]
    done = subprocess.run(python, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["__main__", "osaid_action"]


def _broken(folder, code):
    """A uv that installs a package which does this when it is imported."""
    uv = folder / "uv"
    uv.write_text(
        '#!/bin/sh\nwhile test "$1" != --target; do shift; done\n'
        f'mkdir -p "$2"\necho "{code}" > "$2/yaml.py"\n'
    )
    uv.chmod(0o755)
    return str(folder)


@pytest.mark.parametrize(
    "code",
    ["raise SystemExit(0)", "raise SystemExit(1)", "raise BaseException", "import no_such_module"],
)
def test_a_package_that_cannot_be_imported_is_no_verdict(tmp_path, code):
    done = subprocess.run(
        [sys.executable, "-I", "-S", "osaid_action/action/entry.py", sys.executable],
        cwd=ROOT,
        env={"PATH": f"{_broken(tmp_path, code)}:/usr/bin:/bin", "RUNNER_TEMP": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == ExitCode.BUG
    assert code in done.stderr


def test_without_the_folder_of_the_runner_there_is_another(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    folder = installing.scratch_folder(str(tmp_path / "missing"))

    assert os.path.dirname(folder) == str(tmp_path)


def test_without_any_folder_it_ends_as_not_usable(monkeypatch, capsys):
    def full(**_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", full)

    assert installing.main([sys.executable]) == ExitCode.USAGE
    assert "::error title=osaid-action::" in capsys.readouterr().out


DIVERTED = {
    "ABI": "cp39",
    "CONSTRAINT": "x",
    "DRY_RUN": "1",
    "IMPLEMENTATION": "pp",
    "NO_BINARY": ":all:",
    "PLATFORM": "win_amd64",
    "PREFIX": "/",
    "PYTHON": "/usr/bin/python2",
    "PYTHON_VERSION": "2.7",
    "REQUIREMENT": "x",
    "TARGET": "/",
    "USER": "1",
    "SOME_FUTURE_SWITCH": "1",
}
"""What says where packages go, for which Python, or which."""


@pytest.mark.parametrize("tool", ["PIP", "UV"])
def test_only_what_says_where_packages_are_reaches_pip_and_uv(tool):
    where = {f"{tool}_{name}": "x" for name in ("INDEX_URL", "FIND_LINKS", "NO_INDEX")}
    environ = {f"{tool}_{name}": value for name, value in DIVERTED.items()} | where
    secret = {"UV_INDEX_OURS_PASSWORD": "s"} if tool == "UV" else {}

    kept = installing.clean({**environ, **secret, "HTTPS_PROXY": "p", "HOME": "/h"})

    also = {f"UV_{name}": "x" for name in ("INDEX_URL", "NO_INDEX")} if tool == "PIP" else {}
    assert kept.pop("PIP_REQUIRE_VIRTUALENV") == "0"
    assert kept == {**where, **also, **secret, "HTTPS_PROXY": "p", "HOME": "/h"}


@pytest.mark.parametrize("name", ["UV_INDEX_URL", "UV_DEFAULT_INDEX", "UV_INDEX"])
def test_uv_looks_where_pip_does_if_it_is_not_told_otherwise(name):
    pip = {"PIP_INDEX_URL": "https://mirror.example/simple"}

    assert installing.clean(pip)["UV_INDEX_URL"] == pip["PIP_INDEX_URL"]
    assert "https://mirror.example/simple" not in _for_uv({**pip, name: "https://uv.example"})


def _for_uv(environ):
    return [value for name, value in installing.clean(environ).items() if name[:3] == "UV_"]


def test_the_rest_of_a_lock_is_what_the_other_does_not_have(tmp_path):
    folder = os.path.join(ROOT, "requirements")
    both, part = (os.path.join(folder, name) for name in (installing.ALL, installing.CHECK))

    rest = "".join(installing.rest(both, part))
    (tmp_path / "rest.txt").write_text(rest)

    with open(part, encoding="utf-8") as file:
        known = [line for line in file if line[0] != "#"]
    with open(both, encoding="utf-8") as file:
        everything = [line for line in file if line[0] != "#"]
    assert sorted(rest.splitlines(keepends=True) + known) == sorted(everything)
    assert list(installing.rest(str(tmp_path / "rest.txt"), both)) == []
    assert "\npygithub==" in rest
    assert "\npyyaml==" not in rest


@pytest.mark.parametrize(
    ("event", "comment", "asks"),
    [
        ("pull_request", "auto", True),
        ("pull_request", "", True),
        ("pull_request_target", "always", True),
        ("workflow_run", "auto", True),
        ("pull_request", "never", False),
        ("push", "auto", False),
        ("schedule", "auto", False),
        ("", "", False),
    ],
)
def test_which_runs_will_ask_github_as_a_rule(event, comment, asks):
    environ = {"GITHUB_EVENT_NAME": event, "OSAID_INPUT_COMMENT": comment}

    assert installing.asks_github(environ) == asks


@pytest.mark.parametrize("early", [True, False])
@pytest.mark.parametrize("wrong", ["", "no wheel"])
def test_the_rest_is_installed_once(tmp_path, monkeypatch, early, wrong):
    monkeypatch.setattr(sys, "path", list(sys.path))
    asked = []

    class Installer:
        def install(self, lock, site):
            asked.append((lock, site))
            return wrong

    rest = installing.Rest(Installer(), os.path.join(ROOT, "requirements"), str(tmp_path))
    if early:
        rest.begin()

    assert [rest.fetch(), rest.fetch()] == [wrong, wrong]
    assert asked == [(str(tmp_path / "rest.txt"), str(tmp_path / "site-github"))]
    assert sys.path.count(str(tmp_path / "site-github")) == (not wrong)
    assert "pygithub==" in (tmp_path / "rest.txt").read_text()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_rest_that_cannot_even_be_tried_is_said(tmp_path):
    rest = installing.Rest(None, "/nonexistent", str(tmp_path))

    assert rest.fetch() == "it could not be installed"


# ------------------------------------------------------------------ with a real pip, and uv


NAMES = ("one", "two")


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    """A folder with two small wheels that stand for what the lock names, and their lock."""
    folder = tmp_path_factory.mktemp("wheels")
    lines = []
    for name in NAMES:
        wheel = folder / f"{name}-1.0-py3-none-any.whl"
        info = f"{name}-1.0.dist-info"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr(f"{name}.py", "here = True\n")
            archive.writestr(
                f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
            )
            archive.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr(f"{info}/RECORD", "")
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        lines.append(f"{name}==1.0 \\\n    --hash=sha256:{digest}\n")
    (folder / "lock.txt").write_text("".join(lines))
    return folder


@pytest.fixture
def installed(wheels, tmp_path, monkeypatch):
    """Installs that lock in a clean environment; what went wrong, and what is there."""

    def install(python, configuration="", *, path="", proof=NAMES, **environ):
        (tmp_path / "pip.conf").write_text(configuration)
        for name in list(os.environ):
            if name.startswith(("PIP_", "UV_", "PYTHON")):
                monkeypatch.delenv(name)
        for name, value in {
            "PATH": path,
            "PIP_CONFIG_FILE": str(tmp_path / "pip.conf"),
            "PIP_FIND_LINKS": str(wheels),
            "PIP_NO_INDEX": "1",
            "UV_FIND_LINKS": str(wheels),
            "UV_NO_INDEX": "1",
            "UV_CACHE_DIR": str(tmp_path / "cache"),
            **environ,
        }.items():
            monkeypatch.setenv(name, value)
        site = tmp_path / "site"
        installer = installing.Installer([python], os.environ)
        wrong = installer.install(str(wheels / "lock.txt"), str(site), proof)
        return wrong, {path.name for path in site.glob("*.py")}

    return install


BOTH = {f"{name}.py" for name in NAMES}


@pytest.mark.parametrize(
    "configuration",
    [
        "",
        "[global]\nrequire-virtualenv = true\n",
        "[install]\nuser = true\n",
        "[install]\nprefix = /nonexistent\n",
        "[install]\nconstraint = /nonexistent\n",
        "[global]\npython-version = 2.7\n",
        "[install]\nplatform = win_amd64\nimplementation = pp\n",
    ],
    ids=["none", "virtualenv", "user", "prefix", "constraint", "python", "platform"],
)
def test_no_configuration_diverts_pip(installed, bare, configuration):
    python = os.path.join(bare, "python3")

    assert installed(python, configuration) == ("", BOTH)


def test_no_variable_diverts_pip(installed, bare):
    environ = {f"PIP_{name}": value for name, value in DIVERTED.items()}

    assert installed(os.path.join(bare, "python3"), **environ) == ("", BOTH)


def test_a_configuration_still_says_where_packages_are(installed, bare, wheels):
    python = os.path.join(bare, "python3")
    where = f"[global]\nno-index = true\nfind-links = {wheels}\n[install]\nprefix = /nonexistent\n"

    assert installed(python, where, PIP_FIND_LINKS="", PIP_NO_INDEX="") == ("", BOTH)


def test_a_python_without_pip_says_so(installed, tmp_path):
    venv.create(tmp_path / "venv", with_pip=False)

    wrong, there = installed(str(tmp_path / "venv/bin/python3"))

    assert wrong == "it has no pip, and there is no uv to install with"
    assert there == set()


def test_a_uv_that_fails_is_told_where_there_is_no_pip(installed, tmp_path, capsys):
    venv.create(tmp_path / "venv", with_pip=False)
    (tmp_path / "uv").write_text("#!/bin/sh\necho the index is down\nexit 2\n")
    (tmp_path / "uv").chmod(0o755)

    wrong, _ = installed(str(tmp_path / "venv/bin/python3"), path=str(tmp_path))

    assert wrong == "it has no pip, and uv cannot install either"
    assert "uv: the index is down" in capsys.readouterr().out


def test_what_uv_leaves_unfinished_is_replaced(installed, bare, tmp_path):
    half = f"mkdir '{tmp_path}/site'; echo half > '{tmp_path}/site/one.py'"
    (tmp_path / "uv").write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{half}\nexit 2\n")
    (tmp_path / "uv").chmod(0o755)

    found = installed(os.path.join(bare, "python3"), path=str(tmp_path), proof=())

    assert found == ("", BOTH)
    assert (tmp_path / "site/one.py").read_text() == "here = True\n"


@pytest.mark.parametrize("tools", [["pip"], ["uv", "pip"]], ids=" and ".join)
def test_what_does_not_end_is_given_up(installed, bare, tmp_path, monkeypatch, tools):
    monkeypatch.setattr(installing, "_SECONDS", 0)
    (tmp_path / "uv").write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    (tmp_path / "uv").chmod(0o755)
    told = []
    monkeypatch.setattr(installing.workflow_log, "say", told.append)

    wrong, _ = installed(os.path.join(bare, "python3"), path=str(tmp_path) if "uv" in tools else "")

    assert wrong.startswith("pip cannot install")
    assert told == [f"{name}: gave up after 0 seconds" for name in tools]


@pytest.mark.needs_tools
def test_uv_installs_where_python_has_no_pip(installed, tmp_path):
    folder = bare_python(str(tmp_path), pip=False)
    environ = {f"UV_{name}": value for name, value in DIVERTED.items() if name != "NO_BINARY"}

    assert installed(os.path.join(folder, "python3"), path=folder, **environ) == ("", BOTH)


def test_what_this_python_cannot_import_is_not_installed(installed, bare):
    wrong, _ = installed(os.path.join(bare, "python3"), proof=("one", "three"))

    assert wrong.startswith("pip cannot install")


DIVERTING = """\
import os, sys
if "pip" in sys.argv and os.environ["PIP_CONFIG_FILE"] != os.devnull and "install" in sys.argv:
    raise SystemExit(0)  # content, and of no use
os.execv({0!r}, [{0!r}, *sys.argv[1:]])
"""


def test_a_pip_that_installs_for_another_python_is_asked_again(installed, bare, tmp_path):
    python = os.path.join(bare, "python3")
    (tmp_path / "wrapper.py").write_text(DIVERTING.format(python))
    (tmp_path / "python").write_text(f'#!/bin/sh\nexec "{python}" "{tmp_path}/wrapper.py" "$@"\n')
    (tmp_path / "python").chmod(0o755)

    found = installed(str(tmp_path / "python"), "[global]\npython-version = 2.7\n")

    assert found == ("", BOTH)
