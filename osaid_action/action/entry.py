# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Installs what the action needs, by hash, into a folder of its own, and runs it.

Started by entry.sh as ``python -I -S`` in the action's own folder, with the words that start this
Python as arguments. The process sees the standard library, the action's folder and what the lock
installed: nothing of the interpreter's own packages, so that what runs here is what is tested.

The verdict needs the packages of ``requirements/check.txt``. PyGithub and what it needs, the rest
of ``requirements/action.txt``, is installed only when GitHub is to be asked for something: at the
same time for the events that as a rule ask it, and else when the first question comes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence

if __name__ == "__main__":  # started by itself: the action's folder is importable, and stays clean
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.getcwd())

from osaid_action.action import workflow_log
from osaid_action.model import ExitCode

CHECK, ALL = "check.txt", "action.txt"  # the locks: what a verdict needs, and everything
COMPILED = ("rpds", "yaml._yaml")
"""Modules of CHECK that are there for one Python and one machine alone."""
NEXT = 75  # entry.sh tries another Python

_SECONDS = 300  # for an installation by all means together; a job waits no longer for it
_UV_SECONDS = 100  # of these; a uv that gets nowhere leaves pip its time
_LOG_LINES = 20

# Of the machine's settings for pip and uv those reach them that say where packages come from and
# how to get there. All others would say where packages go, for which Python, or which.
_WHERE = {
    "PIP_": (
        *("CACHE_DIR", "CERT", "CLIENT_CERT", "CONFIG_FILE", "DEFAULT_TIMEOUT", "EXTRA_INDEX_URL"),
        *("FIND_LINKS", "INDEX_URL", "KEYRING_PROVIDER", "NO_CACHE_DIR", "NO_INDEX", "PROXY"),
        *("RETRIES", "TIMEOUT", "TRUSTED_HOST", "USE_DEPRECATED", "USE_FEATURE"),
    ),
    "UV_": (
        *("CACHE_DIR", "DEFAULT_INDEX", "EXTRA_INDEX_URL", "FIND_LINKS", "HTTP_CONNECT_TIMEOUT"),
        *("HTTP_RETRIES", "HTTP_TIMEOUT", "INDEX", "INDEX_STRATEGY", "INDEX_URL", "INSECURE_HOST"),
        *("KEYRING_PROVIDER", "NATIVE_TLS", "NO_CACHE", "NO_INDEX", "OFFLINE", "SYSTEM_CERTS"),
    ),
}
_UV_SECRETS = ("UV_INDEX_", ("_USERNAME", "_PASSWORD"))
_INDEXES = ("INDEX_URL", "EXTRA_INDEX_URL", "NO_INDEX")  # what uv and pip name alike


def main(python: Sequence[str]) -> int:
    """Install and run; ``python`` are the words that start this Python. Returns the exit code.

    Whatever is raised, a package's SystemExit and a panic of its Rust included, ends as a bug and
    never as Python would end it: its exit codes 0 and 1 read as verdicts.
    """
    token = os.environ.pop("OSAID_TOKEN", "")  # before anything else is started
    try:
        return _main(python, token)
    except KeyboardInterrupt:
        raise
    except OSError as error:
        workflow_log.command("error", f"the action cannot work here: {error}")
        return ExitCode.USAGE
    except BaseException:  # noqa: BLE001 - see above
        traceback.print_exc()
        return ExitCode.BUG


def _main(python: Sequence[str], token: str) -> int:
    folder = os.path.join(os.getcwd(), "requirements")
    scratch = scratch_folder(os.environ.get("RUNNER_TEMP", ""))
    site = os.path.join(scratch, "site")
    installer = Installer(python, os.environ)
    rest_of_it = Rest(Installer(python, os.environ), folder, scratch)
    if asks_github(os.environ):
        rest_of_it.begin()
    if wrong := installer.install(os.path.join(folder, CHECK), site, COMPILED):
        workflow_log.say(f"osaid-action: {' '.join(python)} ({sys.version.split()[0]}): {wrong}")
        return NEXT
    sys.path.insert(0, site)
    from osaid_action.action import run  # noqa: PLC0415 - now it can be

    return run.main(os.environ, run.RunEnvironment(token, scratch, fetch=rest_of_it.fetch))


def scratch_folder(wanted: str) -> str:
    """A folder of our own, where the runner wants it or, if that cannot be, where Python does."""
    prefix = "osaid-action-"
    try:
        return tempfile.mkdtemp(prefix=prefix, dir=wanted or None)
    except OSError:
        return tempfile.mkdtemp(prefix=prefix)


def asks_github(environ: Mapping[str, str]) -> bool:
    """Whether a run is sure enough to ask GitHub for something, before anybody has looked."""
    event = environ.get("GITHUB_EVENT_NAME", "")
    on_pull = event in ("pull_request", "pull_request_target", "workflow_run")
    return on_pull and environ.get("OSAID_INPUT_COMMENT", "") != "never"


class Rest:
    """What only GitHub's API takes: installed once, beside the rest of the work or when asked."""

    def __init__(self, installer: "Installer", folder: str, scratch: str) -> None:
        self.installer = installer
        self.folder = folder  # of the locks
        self.scratch = scratch
        self.wrong = ""
        self.thread: threading.Thread | None = None

    def begin(self) -> None:
        """Begin to install; a run that ends before it does not wait for it."""
        self.thread = threading.Thread(target=self._install, daemon=True)
        self.thread.start()

    def fetch(self) -> str:
        """Make it importable; returns what went wrong, or nothing."""
        if self.thread is None:
            self.begin()
        if self.thread is not None:
            self.thread.join()
        site = self._path("site-github")
        if not self.wrong and site not in sys.path:
            sys.path.insert(0, site)
        return self.wrong

    def _install(self) -> None:
        self.wrong = "it could not be installed"  # whatever is raised below
        lock = self._path("rest.txt")
        with open(lock, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(rest(*(os.path.join(self.folder, name) for name in (ALL, CHECK))))
        self.wrong = self.installer.install(lock, self._path("site-github"))

    def _path(self, name: str) -> str:
        return os.path.join(self.scratch, name)


def rest(lock: str, without: str) -> Iterator[str]:
    """The entries of a lock, each with its hashes, that are not in the other."""
    known = set(_entries(without))
    return (entry for entry in _entries(lock) if entry not in known)


def _entries(lock: str) -> Iterator[str]:
    with open(lock, encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    starts = [number for number, line in enumerate(lines) if not line[0].isspace()]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield "".join(lines[start:end])


# ------------------------------------------------------------------ the installation


class Installer:
    """Installs for one Python: by uv where there is one, which takes a tenth of the time, or pip.

    A pip that fails is asked once more without its configuration files, but for where these say
    that packages are.
    """

    def __init__(self, python: Sequence[str], environ: Mapping[str, str]) -> None:
        self.python = python  # the words that start it
        self.pip = [*python, "-I", "-X", "utf8", "-m", "pip"]
        self.environ = clean(environ)
        has_uv = len(python) == 1 and shutil.which("uv", path=environ.get("PATH", ""))
        self.uv = ["uv", "pip", "install", "--no-config", "--python", *python] if has_uv else []
        self.end = time.monotonic() + _SECONDS

    def install(self, lock: str, site: str, proof: Sequence[str] = ()) -> str:
        """Install the packages of a lock into ``site``; returns what went wrong, or nothing.

        ``proof`` are modules that this Python then has to be able to import: a pip that was told
        to install for another one does so, and is content.
        """
        self.end = time.monotonic() + _SECONDS
        words = [
            *("--require-hashes", "--only-binary", ":all:", "--no-deps", "--quiet"),
            *("--target", site, "--requirement", lock),
        ]
        by_uv = self._run([*self.uv, *words], _UV_SECONDS) if self.uv else "no uv"
        by_pip = self._by_pip(words, site, proof) if by_uv else ""
        if not by_pip:
            return ""
        if self.uv:
            _tell("uv", by_uv)
        if by_pip.endswith("No module named pip"):
            without = "uv cannot install either" if self.uv else "there is no uv to install with"
            return f"it has no pip, and {without}"
        _tell("pip", by_pip)
        return "pip cannot install the action's packages; it says why in the lines above"

    def _by_pip(self, words: Sequence[str], site: str, proof: Sequence[str]) -> str:
        """Install by pip, and once more with fewer settings; what went wrong the last time."""
        wrong = self._pip_once(words, site, proof)
        if not wrong or wrong.endswith("No module named pip"):
            return wrong
        plain = without_configuration(self.pip, self.environ, self.end - time.monotonic())
        if not plain:
            return wrong
        self.environ = plain
        return self._pip_once(words, site, proof)

    def _pip_once(self, words: Sequence[str], site: str, proof: Sequence[str]) -> str:
        quiet = ["--no-input", "--disable-pip-version-check", "--no-compile", "--no-user"]
        # --upgrade: takes the place of what an installation left that did not come to its end
        wrong = self._run([*self.pip, "install", *quiet, "--upgrade", *words])
        code = f"import sys; sys.path.insert(0, sys.argv[1]); import {', '.join(proof)}"
        if wrong or not proof:
            return wrong
        return self._run([*self.python, "-I", "-S", "-c", code, site])

    def _run(self, command: Sequence[str], seconds: float = _SECONDS) -> str:
        """Run a program in what is left of the time; returns what it wrote when it fails."""
        seconds = min(seconds, self.end - time.monotonic())
        try:
            done = subprocess.run(  # words of our own
                command,
                env=self.environ,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"gave up after {max(seconds, 0):.0f} seconds"
        except OSError as error:
            return f"{command[0]}: {error.strerror or error}"
        if not done.returncode:
            return ""
        return done.stdout.decode("utf-8", "replace").strip() or f"exit code {done.returncode}"


def _tell(who: str, words: str) -> None:
    for line in words.splitlines()[-_LOG_LINES:]:
        workflow_log.say(f"{who}: {line}")


def clean(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for pip and uv: of theirs, only what says where packages come from."""
    kept = {
        name: value
        for name, value in environ.items()
        if not name.upper().startswith(tuple(_WHERE)) or _says_where(name.upper())
    }
    if not any(name.upper().startswith(("UV_INDEX", "UV_DEFAULT_INDEX")) for name in kept):
        kept |= {f"UV_{name}": kept[f"PIP_{name}"] for name in _INDEXES if kept.get(f"PIP_{name}")}
    return {**kept, "PIP_REQUIRE_VIRTUALENV": "0"}  # which pip.conf may ask for


def _says_where(name: str) -> bool:
    start, ends = _UV_SECRETS
    known = any(name == prefix + each for prefix, several in _WHERE.items() for each in several)
    return known or (name.startswith(start) and name.endswith(ends))


def without_configuration(
    pip: Sequence[str], environ: Mapping[str, str], seconds: float = _SECONDS
) -> dict[str, str]:
    """The environment for a pip that reads no file, and still knows where packages come from.

    Empty where no file says anything, so that there is nothing to try again, and where pip does
    not answer.
    """
    try:
        said = subprocess.run(  # words of our own
            [*pip, "config", "list"],
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    plain = {**environ, "PIP_CONFIG_FILE": os.devnull}
    lines = said.stdout.decode("utf-8", "replace").splitlines()
    settings = [line for line in lines if not line.startswith(":env:")]
    for line in settings:
        key, _, value = line.partition("=")
        name = "PIP_" + key.rpartition(".")[2].upper().replace("-", "_")
        if _says_where(name) and not environ.get(name) and len(value) > 1:
            plain[name] = value[1:-1].replace("\\n", " ")  # pip quotes it as Python does
    return plain if settings else {}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:] or [sys.executable]))
