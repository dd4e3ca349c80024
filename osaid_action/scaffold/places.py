# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Paths as they are written: from where the file will stand, and of a card as it is called."""

import posixpath
from collections.abc import Callable, Iterable
from typing import Any

from osaid_action.scaffold.found import Found
from osaid_action.scaffold.opening import CARD
from osaid_action.scaffold.survey import Survey

_GROUPS = ("code", "documents", "data", "weights", "built_on")
_NO_PLACES = ("weights.license", "weights.access", "data.license")


def of_card(found: Survey, name: str, place: str) -> Survey:
    """What was found in a card alone, seen in ``name``; the card itself is at ``place``.

    Where that is empty the card is no part of the repository, and no document of the system.
    """

    def placed(location: str) -> str:
        file, hash_, anchor = location.partition("#")
        if file != CARD:
            return location
        return place + hash_ + anchor if place else ""

    return {
        key: tuple(
            one._replace(seen=name + one.seen.removeprefix(CARD))
            if one.seen.startswith(CARD)
            else one
            for one in _changed(key, every, placed)
        )
        for key, every in found.items()
    }


def moved(found: Survey, paths: Iterable[str], start: str, root: str) -> Survey:
    """The survey whose paths begin in ``root`` rather than in ``start``, which has ``paths``."""
    if start == root:
        return found
    there = {*paths}
    there |= {path[:at] for path in there for at, sign in enumerate(path) if sign == "/"}

    def placed(location: str) -> str:
        file, hash_, anchor = location.partition("#")
        if file.rstrip("/") not in there:
            return location
        slash = "/" if file.endswith("/") else ""
        path = posixpath.relpath(posixpath.join(start, file), root or ".")
        return path + slash + hash_ + anchor

    return {key: tuple(_changed(key, every, placed)) for key, every in found.items()}


def _changed(key: str, every: Iterable[Found], placed: Callable[[str], str]) -> Iterable[Found]:
    """What was found with its locations changed, but for what is nowhere then."""
    if key.partition(".")[0] not in _GROUPS or key in _NO_PLACES:
        yield from every
        return
    for one in every:
        value: Any = one.value
        if isinstance(value, str):
            value = placed(value)
        elif isinstance(value, list):
            value = [changed for text in value if (changed := placed(text))]
        elif isinstance(value.get("location"), str):
            location = placed(value["location"])
            value = {**value, "location": location} if location else None
        if value:
            yield one._replace(value=value)
