# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a rule of finding gives: a value, how sure it is, and where it was seen."""

from collections.abc import Iterable
from typing import Any, NamedTuple

Value = str | list[str] | dict[str, Any]
"""A text, a list of texts, or a mapping, as the declaration has it."""


class Found(NamedTuple):
    """A value for a key of the declaration."""

    value: Value
    seen: str  # README.md:12
    is_claim: bool = False  # else a guess

    @property
    def location(self) -> str:
        """What tells it from others: its location or name, or the text itself."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return ", ".join(self.value)
        return str(self.value.get("location") or self.value.get("name") or "")


def claim(value: Value, seen: str) -> Found:
    """What is written as it is."""
    return Found(value, seen, is_claim=True)


def guess(value: Value, seen: str) -> Found:
    """What is offered as a comment."""
    return Found(value, seen)


def unique(found: Iterable[Found]) -> tuple[Found, ...]:
    """Each location once, a claim before a guess, else in the order in which they were found."""
    kept: dict[str, Found] = {}
    for one in found:
        known = kept.get(one.location)
        if known is None or (one.is_claim and not known.is_claim):
            kept[one.location] = one
    return tuple(kept.values())


def first_claim(found: Iterable[Found]) -> tuple[Found, ...]:
    """For a key that takes one value: the first claim, else the guesses as alternatives."""
    every = unique(found)
    claims = [one for one in every if one.is_claim]
    return (claims[0],) if claims else every


def as_guesses(found: Iterable[Found]) -> tuple[Found, ...]:
    """The same, none of them sure."""
    return tuple(one._replace(is_claim=False) for one in found)
