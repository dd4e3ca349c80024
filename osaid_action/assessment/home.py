# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What lies at home, and whose place a URL is."""

import posixpath
import re
from collections.abc import Iterator

from osaid_action.model import Declaration, is_path, is_url

_PLAIN = r"https://[\w./~@:+,=&!$()*;-]*"  # no escapes, no white space, no \\
_OWNER = 2  # steps of a forge and an owner there
_FORGES = ("github.com", "gitlab.com", "huggingface.co", "codeberg.org", "bitbucket.org")


def is_at_home(location: str, declaration: Declaration) -> bool:
    """Whether a location is a path, text in place, or below the system's own repository.

    A repository is a host, an owner and a name; what is shorter covers nothing.
    """
    if is_path(location):
        return True
    home, there = _steps(declaration.system.repository), _steps(location)
    if len(home) < 3 or not there:
        return False
    home[-1] = home[-1].removesuffix(".git")
    return there[: len(home)] == home or [*there[:-1], there[-1].removesuffix(".git")] == home


def _steps(location: str) -> list[str]:
    """The host of a URL and the steps of its path, dot segments resolved; none when it is odd."""
    plain = location.partition("#")[0].partition("?")[0]
    if not is_url(plain) or not re.fullmatch(_PLAIN, plain):
        return []
    host, _, path = plain.removeprefix("https://").partition("/")
    inside = posixpath.normpath(f"/{path}").strip("/")
    return [host.lower(), *(inside.split("/") if inside else ())]


def owner(location: str) -> tuple[str, str] | None:
    """Whose a URL is: its host and the first step of its path; None without both."""
    steps = _steps(location)
    if steps[:1] == ["huggingface.co"] and steps[1:2] in (["datasets"], ["spaces"]):
        del steps[1]
    return (steps[0], steps[1].lower()) if len(steps) > 1 else None


def names_a_site(location: str) -> bool:
    """Whether a URL names no more than a site, or an owner on a forge: nothing that lies there."""
    if not is_url(location):
        return False
    steps = [one for one in location.removeprefix("https://").split("#")[0].split("/") if one]
    if steps and steps[0].lower() in _FORGES:
        return len(steps) <= _OWNER
    return len(steps) <= 1 and "?" not in location


def is_producers(location: str, declaration: Declaration) -> bool:
    """Whether a location is a place of the producer's own: at home, of one owner, on one site."""
    if is_at_home(location, declaration):
        return True
    theirs = _place(location)
    return theirs is not None and any(_is_within(theirs, _place(one)) for one in _own(declaration))


def _is_within(theirs: tuple[str, ...], ours: tuple[str, ...] | None) -> bool:
    """Whether one place is the other: the same owner, the same site or one below the other."""
    if ours is None or len(ours) != len(theirs) or len(ours) > 1:
        return ours == theirs
    one, other = (place[0].removeprefix("www.") for place in (ours, theirs))
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def owners(declaration: Declaration) -> set[tuple[str, str]]:
    """Whose the places are at which a system lies."""
    return {found for one in _own(declaration) if (found := owner(one))}


def _own(declaration: Declaration) -> Iterator[str]:
    yield declaration.system.repository
    yield declaration.system.homepage
    yield from (part.location for part in declaration.components["parameters.weights"].parts)


def _place(location: str) -> tuple[str, ...] | None:
    """On a forge an owner, elsewhere a site."""
    steps = _steps(location)
    if not steps:
        return None
    return owner(location) if steps[0] in _FORGES else (steps[0],)
