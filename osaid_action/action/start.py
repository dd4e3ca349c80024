# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Installs what the action needs, by hash, into a folder of its own, and runs it.

Started as ``python -I`` in the action's own folder. Only the standard library is there yet.
"""

import os
import subprocess
import sys
import tempfile
import traceback

LOCK = os.path.join("requirements", "action.txt")
# Of the machine's PIP_* those stay that say where packages come from (index, proxy, certificate);
# these say where they go, or what else is wanted, and would break the installation.
_DROPPED = (
    "PIP_CONSTRAINT",
    "PIP_DRY_RUN",
    "PIP_EDITABLE",
    "PIP_NO_BINARY",
    "PIP_PREFIX",
    "PIP_PYTHON",
    "PIP_REPORT",
    "PIP_REQUIRE_VIRTUALENV",
    "PIP_REQUIREMENT",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_UPGRADE",
    "PIP_USER",
)
_USAGE, _BUG = 2, 3
_LOG_LINES = 20


def main() -> int:
    """Install and run; returns the exit code."""
    token = os.environ.pop("OSAID_TOKEN", "")  # before anything else is started
    here = os.getcwd()
    temp = os.environ.get("RUNNER_TEMP") or None
    scratch = tempfile.mkdtemp(prefix="osaid-action-", dir=temp)
    site = os.path.join(scratch, "site")
    wrong = install(here, site, dict(os.environ))
    if wrong:
        sys.stdout.write(f"::error title=osaid-action::{wrong}\n")
        return _USAGE
    sys.dont_write_bytecode = True  # the action's folder is not ours to fill
    sys.path[:0] = [here, site]
    try:
        from osaid_action.action.run import Surroundings  # noqa: PLC0415 - now it can be
        from osaid_action.action.run import main as run  # noqa: PLC0415 - the same
    except Exception:  # noqa: BLE001 - Python's own exit code 1 would read as a verdict
        traceback.print_exc()
        return _BUG
    return run(os.environ, Surroundings(token, scratch))


def install(here: str, site: str, environ: dict[str, str]) -> str:
    """Install the locked packages into ``site``; returns what went wrong, or nothing."""
    words = [
        *("--require-hashes", "--only-binary", ":all:", "--no-deps", "--quiet"),
        *("--target", site, "--requirement", os.path.join(here, LOCK)),
    ]
    clean = {name: value for name, value in environ.items() if name.upper() not in _DROPPED}
    try:
        done = subprocess.run(  # noqa: S603 - words of our own
            [*installer(), *words],
            cwd=here,
            env=clean,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as error:
        return f"the action's packages cannot be installed: {error.strerror}"
    if done.returncode:
        for line in done.stdout.decode("utf-8", "replace").splitlines()[-_LOG_LINES:]:
            sys.stdout.write(f"pip: {line.replace('##[', '# #[')}\n")
        return "the action's packages cannot be installed; pip says why in the lines above"
    return ""


def installer() -> list[str]:
    """The command that installs: pip, or uv where Python came without pip.

    The extra words keep both from asking, from writing elsewhere and from looking for news.
    """
    from importlib.util import find_spec  # noqa: PLC0415 - once

    if find_spec("pip"):
        quiet = ["--no-input", "--disable-pip-version-check", "--no-compile", "--no-user"]
        return [sys.executable, "-I", "-X", "utf8", "-m", "pip", "install", *quiet]
    return ["uv", "pip", "install", "--no-config", "--python", sys.executable]


if __name__ == "__main__":
    raise SystemExit(main())
