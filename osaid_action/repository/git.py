# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How git is run here: as its user has set it up, but fetching nothing and starting nothing.

A repository may be hostile: its settings could name commands for git to start (a file system
monitor, hooks, a way to fetch what a partial clone lacks). None of those is let run.
"""

import os
import select
from collections.abc import Iterator

from osaid_action.errors import OsaidError

_SECONDS = 60
_PIECE = 1024 * 1024
MAX_OUTPUT = 128 * 1024 * 1024
"""Bytes of one answer; an index of a million files is smaller."""
_FROM_HERE = ("GIT_DIR", "GIT_WORK_TREE")
_OF_ONE_REPOSITORY = (*_FROM_HERE, "GIT_INDEX_FILE")  # the last begins at the top, as git reads it
KEPT = ("GIT_CONFIG", *_OF_ONE_REPOSITORY)
"""Beginnings of the variables of git's that it is started with."""


class GitRefusedError(OsaidError):
    """Git is not there, or does not read this repository; the message is git's own."""


def command(top: str) -> list[str]:
    """How a git begins that reads the repository whose work tree is ``top``."""
    return ["git", "-C", top, "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"]


def environment(top: str) -> dict[str, str]:
    """The environment of such a git: the user's own settings count, ``safe.directory`` too.

    ``GIT_DIR``, ``GIT_WORK_TREE`` and ``GIT_INDEX_FILE`` are of the repository that the user is in,
    and are kept when that is this one: a commit of some files alone has an index of its own.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(KEPT)
    }
    if not _is_here(top):
        for name in _OF_ONE_REPOSITORY:
            kept.pop(name, None)
    for name in _FROM_HERE:
        if name in kept:
            kept[name] = os.path.abspath(kept[name])
    return kept | {
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_CEILING_DIRECTORIES": os.path.dirname(os.path.realpath(top)),
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def _is_here(top: str) -> bool:
    """Whether the variables of one repository, if set, are of the one at ``top``."""
    try:
        work_tree = os.environ.get("GIT_WORK_TREE") or os.getcwd()
    except OSError:
        return False
    here, real = os.path.realpath(work_tree), os.path.realpath(top)
    return here == real or here.startswith(real.rstrip(os.sep) + os.sep)


def is_repository(top: str) -> bool:
    """Whether git keeps the folder ``top``: an empty ``.git`` is no repository of anybody's."""
    inside = os.path.join(top, ".git")
    if os.path.isfile(inside):
        return True
    try:
        os.lstat(os.path.join(inside, "HEAD"))
    except PermissionError:  # where it is there git says what is to be done
        return os.path.lexists(inside)
    except OSError:
        return False
    return True


def answer(top: str, *asked: str, nothing: int = 0) -> bytes:
    """What git prints when it is ``asked``. Raises GitRefusedError, with git's own words.

    ``nothing`` is the exit code, besides 0, by which git says that there is nothing to print.
    """
    if not hasattr(os, "posix_spawnp"):
        return _by_subprocess(top, asked, nothing)
    code, printed = _spawned([*command(top), *asked], environment(top))
    return printed if code in (0, nothing) else _by_subprocess(top, asked, nothing)


def _spawned(arguments: list[str], environ: dict[str, str]) -> tuple[int, bytes]:
    """The exit code of a program and what it prints.

    `subprocess` does this as well; importing it takes as long as git itself, at every commit.
    """
    reading, writing = os.pipe()
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_DUP2, writing, 1),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    try:
        process = os.posix_spawnp(arguments[0], arguments, environ, file_actions=actions)
    except OSError as error:
        os.close(reading)
        raise GitRefusedError(f"git cannot be started: {error.strerror}") from None
    finally:
        os.close(writing)
    try:
        printed = b"".join(_pieces(reading))
    except BaseException:
        os.kill(process, 9)
        raise
    finally:
        os.close(reading)
        _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), printed


def _pieces(reading: int) -> Iterator[bytes]:
    """All that comes through a pipe. Raises GitRefusedError when it is too slow, or too much."""
    left = MAX_OUTPUT
    while left > 0:
        if not select.select([reading], [], [], _SECONDS)[0]:
            raise GitRefusedError("git gives no answer")
        piece = os.read(reading, _PIECE)
        if not piece:
            return
        left -= len(piece)
        yield piece
    raise GitRefusedError("git's index is too large to be looked at")


def _by_subprocess(top: str, asked: tuple[str, ...], nothing: int) -> bytes:
    """The same with what git complains of, for where the quick way is not, or has failed."""
    code, printed, trouble = run(top, *asked)
    if code not in (0, nothing):
        raise GitRefusedError(trouble or f"git ended with {code}")
    return printed


def run(top: str, *asked: str) -> tuple[int, bytes, str]:
    """How git ends when it is ``asked``, what it prints, and what it complains of.

    Raises GitRefusedError when there is no git, or no answer within a minute.
    """
    import subprocess  # noqa: PLC0415 - see `_spawned`

    try:
        done = subprocess.run(
            [*command(top), *asked],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment(top),
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise GitRefusedError("git cannot be started: there is none") from None
    except subprocess.TimeoutExpired:
        raise GitRefusedError("git gives no answer") from None
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip()
