# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where a repository comes from: git's remote, as an address that anybody can open."""

import re
from itertools import permutations

from osaid_action.repository.git import GitRefusedError, answer

_HOST = r"(?P<host>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)"
_PATH = r"(?P<path>[\w.~-]+(?:/[\w.~-]+){1,8})"
_SPELLINGS = (
    rf"https?://(?:[^/@\s]{{0,500}}@)?{_HOST}(?::443)?/{_PATH}/?",
    rf"(?:ssh|git)://(?:[^/@\s]{{1,100}}@)?{_HOST}(?::\d{{1,5}})?/{_PATH}/?",
    rf"(?:[\w.-]{{1,100}}@){_HOST}:/?{_PATH}/?",
)
"""How git writes an address: the web's, ssh's, and scp's; what stands before @ is dropped."""


def public_address(url: str) -> str:
    """A remote as an https address without credentials; empty for a folder, or what is unclear."""
    bare = re.split(r"[?#]", url.strip(), maxsplit=1)[0]
    for spelling in _SPELLINGS:
        if (found := re.fullmatch(spelling, bare, re.ASCII)) and "." in found["host"]:
            path = found["path"].removesuffix(".git")
            is_clear = not any(set(step) <= {"."} for step in path.split("/"))
            return f"https://{found['host'].lower()}/{path}" if is_clear else ""
    return ""


def remote_of(top: str) -> str:
    """The address of git's remote ``origin``, or of its only one; empty when there is none."""
    try:
        printed = answer(top, "config", "-z", "--get-regexp", r"^remote\..*\.url$")
    except GitRefusedError:
        return ""
    urls: dict[str, str] = {}
    for entry in printed.decode("utf-8", "replace").split("\0"):
        key, _, url = entry.partition("\n")
        urls.setdefault(key.removeprefix("remote.").removesuffix(".url"), url)
    chosen = urls.get("origin") or (next(iter(urls.values())) if len(urls) == 1 else "")
    return public_address(chosen) if chosen else ""


def owner_of(address: str) -> str:
    """The account in an address of a forge; empty without one."""
    steps = address.split("/")
    return steps[3] if len(steps) > 4 else ""


def resembles(one: str, other: str) -> bool:
    """Whether two names of accounts are likely of the same: ``meta-llama`` and ``Meta Llama``."""
    left, right = _letters(one), _letters(other)
    if min(len(left), len(right)) < 3:
        return left == right != ""
    is_start = left.startswith(right) or right.startswith(left)
    return is_start or _turned(one, right) or _turned(other, left)


def _turned(name: str, letters: str) -> bool:
    """Whether the words of a name in another order read so: ``haotian-liu`` and ``liuhaotian``."""
    words = [_letters(word) for word in re.split(r"[\s_.-]+", name)]
    turns = permutations(words) if len(words) in (2, 3) else ()
    return any("".join(turn) == letters for turn in turns)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
