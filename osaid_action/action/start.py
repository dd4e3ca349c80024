# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Installs what the action needs, by hash, into a folder of its own, and runs it.

Started by start.sh as ``python -I -S`` in the action's own folder, with the words that start this
Python as arguments. The process sees the standard library, the action's folder and what the lock
installed: nothing of the interpreter's own packages, so that what runs here is what is tested.

The verdict needs the packages of ``requirements/check.txt``. PyGithub and what it needs, the rest
of ``requirements/action.txt``, is installed only when GitHub is to be asked for something.
"""

import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

if __name__ == "__main__":  # started by itself: the action's folder is importable, and stays clean
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.getcwd())

from osaid_action.action import log

CHECK, ALL = "check.txt", "action.txt"
"""The locks: what a verdict needs, and everything."""
COMPILED = ("rpds", "yaml._yaml")
"""Modules of CHECK that are there for one Python and one machine alone."""
BUG, NEXT = 3, 75  # NEXT: start.sh tries another Python

_SECONDS = 300  # for an installation; a job waits no longer for it
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


def main(python: Sequence[str]) -> int:
    """Install and run; ``python`` are the words that start this Python. Returns the exit code."""
    token = os.environ.pop("OSAID_TOKEN", "")  # before anything else is started
    folder = os.path.join(os.getcwd(), "requirements")
    scratch = tempfile.mkdtemp(prefix="osaid-action-", dir=os.environ.get("RUNNER_TEMP") or None)
    site = os.path.join(scratch, "site")
    installer = Installer(python, os.environ)
    if wrong := installer.install(os.path.join(folder, CHECK), site, COMPILED):
        log.say(f"osaid-action: {' '.join(python)} ({sys.version.split()[0]}): {wrong}")
        return NEXT
    sys.path.insert(0, site)
    try:
        from osaid_action.action.run import Surroundings  # noqa: PLC0415 - now it can be
        from osaid_action.action.run import main as run  # noqa: PLC0415 - the same
    except Exception:  # noqa: BLE001 - Python's own exit code 1 would read as a verdict
        traceback.print_exc()
        return BUG
    fetch = partial(fetch_rest, installer, folder, scratch)
    return run(os.environ, Surroundings(token, scratch, fetch=fetch))


def fetch_rest(installer: "Installer", folder: str, scratch: str) -> str:
    """Install what only GitHub's API takes; returns what went wrong, or nothing."""
    lock, site = os.path.join(scratch, "rest.txt"), os.path.join(scratch, "site-github")
    with open(lock, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(rest(os.path.join(folder, ALL), os.path.join(folder, CHECK)))
    wrong = installer.install(lock, site)
    if not wrong:
        sys.path.insert(0, site)
    return wrong


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

    def install(self, lock: str, site: str, proof: Sequence[str] = ()) -> str:
        """Install the packages of a lock into ``site``; returns what went wrong, or nothing.

        ``proof`` are modules that this Python then has to be able to import: a pip that was told
        to install for another one does so, and is content.
        """
        words = [
            *("--require-hashes", "--only-binary", ":all:", "--no-deps", "--quiet"),
            *("--target", site, "--requirement", lock),
        ]
        uv = ["uv", "pip", "install", "--no-config", "--python", *self.python[:1]]
        if len(self.python) == 1 and not _run([*uv, *words], self.environ):
            return ""
        wrong = self._by_pip(words, site, proof)
        if wrong.endswith("No module named pip"):
            return "it has no pip, and there is no uv to install with"
        if wrong and (plain := without_configuration(self.pip, self.environ)):
            self.environ = plain
            wrong = self._by_pip(["--upgrade", *words], site, proof)
        for line in wrong.splitlines()[-_LOG_LINES:]:
            log.say(f"pip: {line}")
        return wrong and "pip cannot install the action's packages; it says why in the lines above"

    def _by_pip(self, words: Sequence[str], site: str, proof: Sequence[str]) -> str:
        quiet = ["--no-input", "--disable-pip-version-check", "--no-compile", "--no-user"]
        wrong = _run([*self.pip, "install", *quiet, *words], self.environ)
        code = f"import sys; sys.path.insert(0, sys.argv[1]); import {', '.join(proof)}"
        if wrong or not proof:
            return wrong
        return _run([*self.python, "-I", "-S", "-c", code, site], self.environ)


def clean(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for pip and uv: of theirs, only what says where packages come from."""
    kept = {
        name: value
        for name, value in environ.items()
        if not name.upper().startswith(tuple(_WHERE)) or _says_where(name.upper())
    }
    return {**kept, "PIP_REQUIRE_VIRTUALENV": "0"}  # which pip.conf may ask for


def _says_where(name: str) -> bool:
    start, ends = _UV_SECRETS
    known = any(name == prefix + each for prefix, several in _WHERE.items() for each in several)
    return known or (name.startswith(start) and name.endswith(ends))


def without_configuration(pip: Sequence[str], environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for a pip that reads no file, and still knows where packages come from.

    Empty where no file says anything, so that there is nothing to try again.
    """
    said = subprocess.run(  # noqa: S603 - words of our own
        [*pip, "config", "list"],
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=_SECONDS,
        check=False,
    )
    plain = {**environ, "PIP_CONFIG_FILE": os.devnull}
    lines = said.stdout.decode("utf-8", "replace").splitlines()
    settings = [line for line in lines if not line.startswith(":env:")]
    for line in settings:
        key, _, value = line.partition("=")
        name = "PIP_" + key.rpartition(".")[2].upper().replace("-", "_")
        if _says_where(name) and not environ.get(name) and len(value) > 1:
            plain[name] = value[1:-1].replace("\\n", " ")  # pip quotes it as Python does
    return plain if settings else {}


def _run(command: Sequence[str], environ: Mapping[str, str]) -> str:
    """Run a program; returns what it wrote when it fails, and nothing when all is well."""
    try:
        done = subprocess.run(  # noqa: S603 - words of our own
            command,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"gave up after {_SECONDS} seconds"
    except OSError as error:
        return f"{command[0]}: {error.strerror or error}"
    if not done.returncode:
        return ""
    return done.stdout.decode("utf-8", "replace").strip() or f"exit code {done.returncode}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:] or [sys.executable]))
