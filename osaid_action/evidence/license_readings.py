# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""License files as they are read: each is compared once with each license, in a whole run."""

import re
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from osaid_action.errors import reason
from osaid_action.evidence.artifacts import lfs_pointer
from osaid_action.evidence.budget import TEXTS, WORDS
from osaid_action.evidence.measured_tree import MeasuredTree, NotLookedAtError
from osaid_action.license_text.copies import copied, fingerprint

if TYPE_CHECKING:
    from osaid_action.license_text.verify import LicenseText, TextVerdict

MAX_TEXT = 1024 * 1024
POINTER = 40  # words of a text that may only point to another
_FEWEST = 500  # words that a comparison counts as, however short the text is
_OWN = 8  # comparisons that a text costs by itself: with those that it is near to
_SOUGHT = 30  # what a word of a notice costs, as sentences that limit are sought in many ways
_WORD = rb"[0-9A-Za-z\x80-\xff]+"


class Reading(NamedTuple):
    """A license file, and the verdict on it for each declared license, and for all of them."""

    path: str
    number_of_words: int
    short: str  # the text itself, where it is no longer than what points to another
    verdicts: "dict[str, TextVerdict]"
    whole: "TextVerdict | None"


class _Text(NamedTuple):
    data: bytes
    digest: str
    copied: Sequence[str]  # the licenses whose text it is, word for word


class LicenseReadings:
    """The license files of one declaration, as far as its budget goes."""

    def __init__(self, tree: MeasuredTree) -> None:
        self.tree, self.budget = tree, tree.budget
        self._text = self.budget.cached(self._read)
        self._compared: dict[Hashable, TextVerdict] = {}
        self.limits = self.budget.cached(self._limits)
        self._open: tuple[str, LicenseText] | None = None  # the last one that was cut into words

    def bytes(self, path: str) -> bytes | None:
        """What is in a file; None when it is not looked at."""
        try:
            return self.tree.read(path, MAX_TEXT + 1)
        except NotLookedAtError:
            return None
        except OSError:
            return b""

    def trouble(self, path: str) -> str:
        """Why a file cannot be read, as one that is not in this clone; empty where it can."""
        try:
            self.tree.read(path, 1)
        except OSError as error:
            return error.strerror or reason(error)
        return ""

    def is_pointer(self, path: str) -> bool:
        """Whether Git LFS keeps a file elsewhere."""
        text = self._text(path)
        return text is not None and lfs_pointer(text.data) is not None

    def _read(self, path: str) -> _Text | None:
        data = self.bytes(path) if self.budget.may(TEXTS, path) else None
        if data is None:
            return None
        plain = _plain(data)
        return _Text(data, fingerprint(data), copied(plain) if plain else ())

    def of(self, path: str, wanted: Sequence[str], *, choice: bool) -> Reading | None:
        """What a file is; None when it is not looked at."""
        text = self._text(path)
        if text is None:
            return None
        if len(wanted) == 1 and wanted[0].lower() in text.copied:
            return Reading(path, 0, "", {}, None)
        if not self._may_be_compared(path, text, wanted):
            return None
        verdicts = {one: self._verdict(text, (one,)) for one in wanted}
        whole = self._verdict(text, tuple(wanted), choice=choice) if len(wanted) > 1 else None
        number = len(text.data.split())
        return Reading(
            path, number, _decoded(text.data) if number <= POINTER else "", verdicts, whole
        )

    def _may_be_compared(self, path: str, text: _Text, wanted: Sequence[str]) -> bool:
        words = max(len(re.findall(_WORD, text.data)), _FEWEST)
        own = self.budget.may(WORDS, path, _OWN * words, (text.digest,))
        return own and all(
            self.budget.may(WORDS, path, words, (text.digest, one)) for one in wanted
        )

    def _verdict(
        self, text: _Text, wanted: tuple[str, ...], *, choice: bool = False
    ) -> "TextVerdict":
        key = ("license", text.digest, wanted, choice)
        if key not in self._compared:
            make: Callable[[], TextVerdict] = lambda: self._verify(text, wanted, choice=choice)  # noqa: E731
            self._compared[key] = self.tree.memory.once(key, make)
        return self._compared[key]

    def _verify(self, text: _Text, wanted: tuple[str, ...], *, choice: bool) -> "TextVerdict":
        from osaid_action.license_text.verify import (  # noqa: PLC0415 - most are copies
            LicenseText,
            decode,
            verify,
        )

        if self._open is None or self._open[0] != text.digest:
            self._open = (text.digest, LicenseText(decode(text.data)))
        return verify(self._open[1], wanted, choice=choice)

    def _limits(self, path: str) -> bool:
        """Whether a notice or a policy says plainly that something may not be done."""
        from osaid_action.license_text.limits import MOST, limits  # noqa: PLC0415 - the same

        data = self.bytes(path) or b""
        key = ("limits", fingerprint(data))
        if not self.budget.may(WORDS, path, _SOUGHT * len(data[:MOST].split()), key):
            return False
        return self.tree.memory.once(key, lambda: limits(_decoded(data)))


def _decoded(data: bytes) -> str:
    from osaid_action.license_text.words import decode  # noqa: PLC0415 - where there is one

    return decode(data)


def _plain(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
