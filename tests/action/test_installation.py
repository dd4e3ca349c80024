# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Installing with a real pip, and with programs that stand for uv."""

import hashlib
import os
import subprocess
import sys
import venv
import zipfile

import pytest

from osaid_action.action import entry as installing
from osaid_action.model import ExitCode
from testing.github_double.interpreters import bare_python
from tests.action.settings import DIVERTED

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs that stand for others are sh")

HERE = os.path.dirname(__file__)
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
