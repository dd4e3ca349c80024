# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Pythons for the action to be run with, which lend it nothing.

    path = bare_python(folder)          # the standard library and pip, no other package
    path = bare_python(folder, pip=False)   # and not even pip

What a test environment has installed must never make the action work: these interpreters come
first on PATH in every run of a workflow, and refuse to be made when they can import more.
"""

import json
import os
import shutil
import subprocess
import sys

_FOREIGN = """\
import json, os, pkgutil, sysconfig
standard = os.path.realpath(sysconfig.get_path("stdlib"))
own = (standard, os.path.join(standard, "lib-dynload"))
found = {one.name for one in pkgutil.iter_modules() if os.path.realpath(one[0].path) not in own}
print(json.dumps(sorted(found - {"pip"})))
"""


def bare_python(folder: str, *, pip: bool = True) -> str:
    """Make an interpreter below ``folder`` and return what PATH has to begin with.

    Without ``pip`` the folder holds uv beside it, for something has to install. Raises
    RuntimeError when the interpreter can import what is neither standard library nor pip.
    """
    base = os.path.realpath(sys.executable)
    venv = os.path.join(folder, "bare" if pip else "bare-without-pip")
    _run(base, "-I", "-m", "venv", "--without-pip", venv)
    python = os.path.join(venv, "bin", "python3")
    if pip:
        _run(python, "-I", "-m", "ensurepip")
        _run(python, "-I", "-m", "pip", "uninstall", "--yes", "--quiet", "setuptools")
    else:
        _link_uv(os.path.dirname(python))
    if foreign := foreign_modules(python):
        raise RuntimeError(f"{python} is not bare, it can import {', '.join(foreign)}")
    return os.path.dirname(python)


def foreign_modules(python: str) -> list[str]:
    """What an interpreter can import beside the standard library and pip."""
    said: list[str] = json.loads(_run(python, "-I", "-c", _FOREIGN))
    return said


def narrow_path(first: str) -> str:
    """A PATH of ``first`` and the system's tools, without the folders of other environments."""
    tools = (shutil.which(name) or "" for name in ("bash", "git", "cp"))
    folders = dict.fromkeys(["/usr/bin", "/bin", *(os.path.dirname(tool) for tool in tools)])
    return os.pathsep.join([first, *filter(None, folders)])


def _link_uv(folder: str) -> None:
    uv = shutil.which("uv", path=os.path.dirname(sys.executable)) or shutil.which("uv")
    if uv is None:
        raise FileNotFoundError("uv is not installed: pip install --group dev")
    os.symlink(os.path.abspath(uv), os.path.join(folder, "uv"))


def _run(*command: str) -> str:
    hidden = ("PYTHON", "VIRTUAL_ENV", "PIP_", "UV_")
    env = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}:\n{done.stdout}{done.stderr}")
    return done.stdout
