# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is installed and by what, and how the action begins and ends; nothing is started."""

import errno
import os
import subprocess
import sys
import tempfile
import time
from types import SimpleNamespace

import pytest

from osaid_action.action import entry as installing
from osaid_action.model import ExitCode
from tests.action.settings import DIVERTED

HERE = os.path.dirname(__file__)
ROOT = os.path.join(HERE, os.pardir, os.pardir)


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


# ------------------------------------------------------------------ programs


class Programs:
    """Programs that are not started: their answers by their names, and how each was asked.

    An answer is (exit code, what was printed) or an exception; the last one stays.
    """

    def __init__(self):
        self.answers = {}
        self.asked = []

    def run(self, command, **options):
        name = self.name(command)
        self.asked.append((name, command, options))
        several = self.answers.get(name, [(0, "")])
        answer = several.pop(0) if len(several) > 1 else several[0]
        if isinstance(answer, Exception):
            raise answer
        code, printed = answer
        return subprocess.CompletedProcess(
            command, code, printed.encode("utf-8", "surrogateescape")
        )

    @staticmethod
    def name(command):
        if command[0] == "uv":
            return "uv"
        return "list" if "config" in command else "pip" if "pip" in command else "proof"

    @property
    def names(self):
        return [name for name, _, _ in self.asked]

    def command(self, name):
        """The first command of a program."""
        return next(command for each, command, _ in self.asked if each == name)


@pytest.fixture
def programs(monkeypatch, tmp_path):
    found = Programs()
    monkeypatch.setattr(subprocess, "run", found.run)
    (tmp_path / "uv").touch(mode=0o755)
    return found


@pytest.fixture
def install(programs, tmp_path):
    """Installs for a Python, with uv or without; what went wrong."""

    def run(*, uv=False, python=("py",), proof=("one", "two"), **environ):
        programs.asked.clear()
        environ = {"PATH": str(tmp_path) if uv else "", **environ}
        run.installer = installing.Installer(python, environ)
        return run.installer.install("lock", "site", proof)

    return run


WORDS = [
    *("--require-hashes", "--only-binary", ":all:", "--no-deps", "--quiet"),
    *("--target", "site", "--requirement", "lock"),
]
PIP = [
    *("-I", "-X", "utf8", "-m", "pip", "install", "--no-input", "--disable-pip-version-check"),
    *("--no-compile", "--no-user", "--upgrade", *WORDS),
]
PROOF = ["-I", "-S", "-c", "import sys; sys.path.insert(0, sys.argv[1]); import one, two", "site"]
NO_PIP = (1, "py: No module named pip")
CANNOT = "pip cannot install the action's packages; it says why in the lines above"


def test_pip_installs_where_there_is_no_uv_and_has_to_prove_it(install, programs):
    assert install(PIP_TARGET="/", PIP_INDEX_URL="x") == ""
    assert [command for _, command, _ in programs.asked] == [["py", *PIP], ["py", *PROOF]]
    (_, _, options), _ = programs.asked
    assert options.pop("timeout") == pytest.approx(300, abs=20)
    assert options == {
        "env": {
            "PATH": "",
            "PIP_INDEX_URL": "x",
            "UV_INDEX_URL": "x",
            "PIP_REQUIRE_VIRTUALENV": "0",
        },
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
        "check": False,
    }


def test_uv_is_asked_first_and_is_enough(install, programs):
    assert install(uv=True) == ""
    ((name, command, options),) = programs.asked
    assert name == "uv"
    assert command == ["uv", "pip", "install", "--no-config", "--python", "py", *WORDS]
    assert options["timeout"] == 100


def test_uv_is_no_help_to_a_python_of_several_words(install, programs):
    install(uv=True, python=("py", "-3"))

    assert programs.names == ["pip", "proof"]
    assert programs.command("pip") == ["py", "-3", *PIP]


def test_pip_follows_a_uv_that_fails(install, programs, capsys):
    programs.answers["uv"] = [(2, "down")]

    assert install(uv=True) == ""
    assert programs.names == ["uv", "pip", "proof"]
    assert capsys.readouterr().out == ""


def test_without_a_proof_none_is_asked_for(install, programs):
    assert install(proof=()) == ""
    assert programs.names == ["pip"]


@pytest.mark.parametrize(
    ("uv", "wrong"),
    [
        (False, "it has no pip, and there is no uv to install with"),
        (True, "it has no pip, and uv cannot install either"),
    ],
)
def test_where_there_is_no_pip_that_is_said_and_nothing_else_tried(
    install, programs, capsys, uv, wrong
):
    programs.answers = {"uv": [(2, "down")], "pip": [NO_PIP]}

    assert install(uv=uv) == wrong
    assert programs.names == ["uv"] * uv + ["pip"]
    assert capsys.readouterr().out == "uv: down\n" * uv


@pytest.mark.parametrize("settings", ["", ":env:.index-url='x'\n"])
def test_without_a_file_of_settings_pip_is_asked_once(install, programs, capsys, settings):
    programs.answers = {"pip": [(1, "a\nb")], "list": [(0, settings)]}

    assert install() == CANNOT
    assert programs.names == ["pip", "list"]
    assert capsys.readouterr().out == "pip: a\npip: b\n"


def test_with_one_pip_is_asked_again_without_it(install, programs):
    programs.answers = {"pip": [(1, "no"), (0, "")], "list": [(0, "global.target='/'\n")]}

    assert install() == ""
    assert programs.names == ["pip", "list", "pip", "proof"]
    before, _, again, proof = (options["env"] for _, _, options in programs.asked)
    assert again == proof == {**before, "PIP_CONFIG_FILE": os.devnull}


def test_a_pip_whose_packages_cannot_be_imported_is_asked_again(install, programs):
    programs.answers = {"proof": [(1, "ImportError"), (0, "")], "list": [(0, "x.y='z'\n")]}

    assert install() == ""
    assert programs.names == ["pip", "proof", "list", "pip", "proof"]


def test_what_both_say_is_told_the_last_lines_of_each(install, programs, capsys):
    lines = "\n".join(map(str, range(25)))
    programs.answers = {
        "uv": [(2, lines)],
        "pip": [(1, "first"), (7, "")],
        "list": [(0, "x.y='z'\n")],
    }

    assert install(uv=True) == CANNOT
    told = capsys.readouterr().out.splitlines()
    assert told == [*(f"uv: {n}" for n in range(5, 25)), "pip: exit code 7"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (subprocess.TimeoutExpired("pip", 1), "pip: gave up after 300 seconds"),
        (OSError(errno.ENOENT, "No such file or directory"), "pip: py: No such file or directory"),
        (OSError("odd"), "pip: py: odd"),
        ((1, " \udcff words \n"), "pip: \ufffd words"),
        ((3, ""), "pip: exit code 3"),
    ],
)
def test_why_a_program_fails_is_told(install, programs, capsys, answer, said):
    programs.answers = {"pip": [answer], "list": [(0, "")]}

    assert install() == CANNOT
    assert capsys.readouterr().out == f"{said}\n"


def test_all_of_an_installation_shares_its_time(install, programs, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    real = programs.run

    def run(command, **options):
        now[0] += 90
        return real(command, **options)

    monkeypatch.setattr(subprocess, "run", run)
    programs.answers = {"uv": [(2, "")], "pip": [(1, "")], "list": [(0, "x.y='z'\n")]}

    install(uv=True)
    again = install.installer.install("lock", "site")

    assert [options["timeout"] for _, _, options in programs.asked][:4] == [100, 210, 120, 30]
    assert [options["timeout"] for _, _, options in programs.asked][4:6] == [100, 210]
    assert again == CANNOT


# ------------------------------------------------------------------ what pip is told by files


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("global.index-url='https://x.example'\n", {"PIP_INDEX_URL": "https://x.example"}),
        ("global.find-links='\\na\\nb'\n", {"PIP_FIND_LINKS": " a b"}),
        ("install.no-index='true'\nx.target='/'\n", {"PIP_NO_INDEX": "true"}),
        ("global.target='/'\n", {}),
        ("global.no-index='1'\n:env:.index-url='y'\n", {"PIP_NO_INDEX": "1"}),
        ("global.proxy=''\n", {"PIP_PROXY": ""}),
        ("global.proxy=x\n", {}),
        ("global.index-url='theirs'\nglobal.cert='c'\n", {"PIP_CERT": "c"}),
    ],
)
def test_of_the_files_only_what_says_where_packages_are_is_kept(programs, printed, plain):
    programs.answers["list"] = [(0, printed)]
    environ = {"A": "b", "PIP_INDEX_URL": "ours"} if "theirs" in printed else {"A": "b"}

    found = installing.without_configuration(["pip"], environ, 7)

    assert found == {**environ, "PIP_CONFIG_FILE": os.devnull, **plain}
    assert programs.command("list") == ["pip", "config", "list"]
    options = programs.asked[0][2]
    assert (options["env"], options["timeout"], options["check"]) == (environ, 7, False)


@pytest.mark.parametrize(
    "answer",
    [(0, ""), (0, ":env:.proxy='x'\n"), OSError("x"), subprocess.TimeoutExpired("pip", 1)],
)
def test_where_no_file_says_anything_there_is_nothing_to_try_again(programs, answer):
    programs.answers["list"] = [answer]

    assert installing.without_configuration(["pip"], {"A": "b"}) == {}


# ------------------------------------------------------------------ a lock


def test_entries_of_a_lock_are_whole_and_remarks_are_none(tmp_path):
    text = "# x\na==1 \\\n    --hash=1\n    # via b\nb==2 \\\n    --hash=2\n#y\n"
    (tmp_path / "lock").write_text(text)
    (tmp_path / "part").write_text("b==2 \\\n    --hash=2\n")
    (tmp_path / "empty").write_text("# nothing\n")
    lock, part, empty = (str(tmp_path / name) for name in ("lock", "part", "empty"))

    first, second = installing.rest(lock, empty)

    assert first == "a==1 \\\n    --hash=1\n    # via b\n"
    assert second == "b==2 \\\n    --hash=2\n"
    assert [*installing.rest(lock, part)] == [first]
    assert [*installing.rest(empty, lock)] == [*installing.rest(lock, lock)] == []


# ------------------------------------------------------------------ the beginning and the end


@pytest.fixture
def begin(monkeypatch, tmp_path):
    """Begins the action with an installation that is none; what was done, in order."""
    done = []

    class Installer:
        def __init__(self, python, environ):
            assert "OSAID_TOKEN" not in environ
            self.python = python

        def install(self, lock, site, proof=()):
            done.append(("install", os.path.basename(lock), os.path.basename(site), proof))
            return begin.wrong

    class Rest:
        def __init__(self, installer, folder, scratch):
            assert isinstance(installer, Installer)
            assert (os.path.basename(folder), scratch) == ("requirements", begin.scratch())

        def begin(self):
            done.append("begin")

        def fetch(self):
            return "fetched"

    def main(environ, environment):
        done.append("run")
        if isinstance(begin.outcome, BaseException):
            raise begin.outcome
        begin.environ, begin.environment, begin.path = environ, environment, sys.path[0]
        return begin.outcome

    def begin(event="push", outcome=0, wrong=""):
        begin.wrong, begin.outcome = wrong, outcome
        monkeypatch.setenv("GITHUB_EVENT_NAME", event)
        monkeypatch.setenv("OSAID_TOKEN", WORKFLOW)
        monkeypatch.setenv("RUNNER_TEMP", str(tmp_path))
        monkeypatch.delenv("OSAID_INPUT_COMMENT", raising=False)
        begin.code = installing.main(["py", "-3"])
        return done

    def scratch():
        (name,) = os.listdir(tmp_path)
        return str(tmp_path / name)

    begin.scratch = scratch
    run = SimpleNamespace(main=main, RunEnvironment=lambda *given, **more: (given, more))
    monkeypatch.setattr(installing, "Installer", Installer)
    monkeypatch.setattr(installing, "Rest", Rest)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setitem(sys.modules, "osaid_action.action.run", run)
    monkeypatch.setattr("osaid_action.action.run", run, raising=False)
    return begin


WORKFLOW = "ghs_x"
CHECKED = ("install", "check.txt", "site", ("rpds", "yaml._yaml"))


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_what_a_verdict_needs_is_installed_then_it_runs(begin, code):
    assert begin(outcome=code) == [CHECKED, "run"]
    assert begin.code == code
    assert os.path.basename(begin.scratch()).startswith("osaid-action-")
    assert begin.path == os.path.join(begin.scratch(), "site")
    (token, scratch), more = begin.environment
    assert (token, scratch, more["fetch"]()) == (WORKFLOW, begin.scratch(), "fetched")
    assert begin.environ is os.environ
    assert "OSAID_TOKEN" not in os.environ


def test_the_rest_is_begun_before_it_when_github_will_be_asked(begin):
    assert begin("pull_request") == ["begin", CHECKED, "run"]


def test_a_python_that_cannot_install_leaves_it_to_the_next(begin, capsys):
    assert begin(wrong="it has no pip") == [CHECKED]
    assert begin.code == installing.NEXT == 75
    version = sys.version.split()[0]
    assert capsys.readouterr().out == f"osaid-action: py -3 ({version}): it has no pip\n"


class PanicException(BaseException):
    """What a package in Rust raises where it should not be."""


@pytest.mark.parametrize("error", [PanicException("x"), SystemExit(0), ValueError("x")])
def test_whatever_is_raised_ends_as_a_bug(begin, capsys, error):
    begin(outcome=error)

    assert begin.code == ExitCode.BUG
    assert type(error).__name__ in capsys.readouterr().err


def test_a_machine_that_refuses_is_one_error(begin, capsys):
    begin(outcome=OSError(28, "No space left on device"))

    assert begin.code == ExitCode.USAGE
    assert capsys.readouterr().out == (
        "::error title=osaid-action::the action cannot work here: "
        "[Errno 28] No space left on device\n"
    )


def test_who_stops_it_stops_it(begin):
    with pytest.raises(KeyboardInterrupt):
        begin(outcome=KeyboardInterrupt())


def test_a_folder_of_our_own_is_made_where_it_is_wanted(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "python"))
    for name in ("python", "runner"):
        (tmp_path / name).mkdir()

    wanted, free = (
        installing.scratch_folder(str(tmp_path / "runner")),
        installing.scratch_folder(""),
    )

    assert [os.path.dirname(one) for one in (wanted, free)] == [
        str(tmp_path / "runner"),
        str(tmp_path / "python"),
    ]
    assert all(os.path.basename(one).startswith("osaid-action-") for one in (wanted, free))
    assert os.stat(wanted).st_mode & 0o077 == 0


def test_a_rest_that_was_begun_does_not_hold_the_process(tmp_path, monkeypatch):
    made = []

    class Thread:
        def __init__(self, **given):
            made.append(given)

        def start(self):
            made.append("started")

    monkeypatch.setattr(installing.threading, "Thread", Thread)
    rest = installing.Rest(None, "/nonexistent", str(tmp_path))

    rest.begin()

    assert made[0].pop("target").__name__ == "_install"
    assert made == [{"daemon": True}, "started"]
