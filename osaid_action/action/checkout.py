# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was checked out where: which repository at which commit, and where its declarations are.

A workspace may be a checkout, have some below it, or both; each has an identity of its own.
"""

import os
import posixpath
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from osaid_action.action.context import Context
from osaid_action.repository.git import is_repository
from osaid_action.repository.head import Head, has, head_of, is_refused
from osaid_action.repository.index_tree import Repository
from osaid_action.repository.working_tree import top_of

_DEPTH = 2  # folders between the workspace and a checkout that nobody names
_PORTS = {"https": 443, "http": 80}


class Checkout(NamedTuple):
    """A repository as it was read."""

    repository: str  # owner/name on this server; "" where nobody can tell
    head: Head
    place: str = ""  # its folder in the workspace
    top: str = ""  # the same, of this machine; "" where it was read through the API
    by_git: bool = False  # git said so; else it is what was to be checked out

    def commit_of(self, path: str, content: bytes) -> str:
        """The commit that has a content at a path; "" where it is not as in a commit."""
        if self.by_git and not has(self.top, path, content):
            return ""
        return self.head.commit


NOWHERE = Checkout("", Head())


def through_api(context: Context) -> Checkout:
    """What is read at the head of a pull request, with nothing of it on this machine."""
    return Checkout(context.home, Head(context.sha))


def at(context: Context, top: str) -> Checkout:
    """The checkout whose work tree is ``top``.

    Git's remote says of which repository it is, else the commit does. Without git, and where git
    refuses (`safe.directory`), the workspace is taken for what the runner was told to check out.
    """
    place = os.path.relpath(top, context.workspace).replace(os.sep, "/")
    place = "" if place == "." else place
    if not is_repository(top) or is_refused(top):
        assumed = (context.repository, Head(context.run_sha)) if not place else ("", Head())
        return Checkout(*assumed, place, top)
    head = head_of(top)
    named = _remote(context, top)
    is_known = head.commit in (context.sha, context.run_sha) or context.sha in head.parents[1:]
    if not named and head.commit and is_known:
        named = context.repository
    return Checkout(named, head, place, top, by_git=True)


def is_of_run(context: Context, checkout: Checkout) -> bool:
    """Whether a checkout is of the repository of this run, or of the fork that a change is in."""
    ours = (context.repository.lower(), context.home.lower())
    return bool(checkout.repository) and checkout.repository.lower() in ours


def _remote(context: Context, top: str) -> str:
    addresses = Repository(top).remotes()
    named = (name_on(context.server_url, address) for address in addresses)
    return next(filter(None, named), "")


def name_on(server: str, address: str) -> str:
    """``owner/name`` of the address of a repository on a server; "" for any other address."""
    try:
        ours, theirs = urlsplit(server), urlsplit(address)
        if "://" in address:
            host, path = theirs.hostname, theirs.path
            if theirs.scheme in _PORTS:
                same = _port(ours.scheme, ours.port) == _port(theirs.scheme, theirs.port)
                host, path = host if same else None, path.removeprefix(ours.path)
        else:
            host, _, path = address.rpartition("@")[2].partition(":")
    except ValueError:
        return ""
    parts = path.strip("/").removesuffix(".git").split("/")
    known = bool(host) and (host or "").lower() == (ours.hostname or "").lower()
    return "/".join(parts) if known and len(parts) == 2 and all(parts) else ""


def _port(scheme: str, port: int | None) -> int | None:
    return port or _PORTS.get(scheme)


# ------------------------------------------------------------------ where checkouts lie


def named_tops(workspace: str, places: Iterable[str]) -> Iterator[str]:
    """The checkouts in the workspace that the ``places`` lead into."""
    real = os.path.realpath(workspace)
    for place in places:
        here = os.path.realpath(os.path.join(workspace, _literal(place)))
        top = top_of(here)
        if os.path.lexists(os.path.join(top, ".git")) and _is_below(top, real):
            yield os.path.join(workspace, os.path.relpath(top, real))


def start_of(folder: str, pattern: str) -> str:
    """Where the search for a pattern begins that is typed in ``folder``: a path, the top is ""."""
    path = posixpath.normpath(posixpath.join(folder, _literal(pattern)))
    return "" if path == "." else path


def _literal(pattern: str) -> str:
    """A path as far as nothing in it is wild."""
    steps: list[str] = []
    for step in pattern.split("/"):
        if any(sign in step for sign in "*?["):
            break
        steps.append(step)
    return "/".join(steps)


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def own_tops(context: Context) -> Iterator[str]:
    """The checkouts of this run's repository in a workspace that is none itself."""
    if is_repository(context.workspace):
        return
    waiting = [(context.workspace, 0)]
    while waiting:
        folder, depth = waiting.pop()
        for name in sorted(_folders(folder), reverse=True):
            inner = os.path.join(folder, name)
            if is_repository(inner):
                if is_of_run(context, at(context, inner)):
                    yield inner
            elif depth < _DEPTH:
                waiting.append((inner, depth + 1))


def _folders(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                    yield entry.name
    except OSError:
        return
