# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Unchanged copies of license texts, known by their digest.

Most LICENSE files of Apache-2.0, the GNU licenses or Creative Commons are word for word the
steward's text. Seeing that takes a digest, where following a text word by word takes as long as all
the rest of a check. ``scripts/generate.py`` writes the digests.
"""

import json
import os
from collections.abc import Sequence
from functools import cache

_DATA = os.path.join(os.path.dirname(__file__), "data", "copies.json")


def digest(text: str) -> str:
    """The SHA-256 of a text's words, however they are broken into lines."""
    return fingerprint(" ".join(text.split()).encode("utf-8", "replace"))


def fingerprint(data: bytes) -> str:
    """The SHA-256 of a file's bytes."""
    try:  # hashlib loads OpenSSL, which takes longer than the digest; random avoids it likewise
        from _sha256 import sha256  # type: ignore[import-not-found]  # noqa: PLC0415 - 3.11
    except ImportError:
        try:
            from _sha2 import sha256  # type: ignore[import-not-found]  # noqa: PLC0415 - 3.12
        except ImportError:
            from hashlib import sha256  # noqa: PLC0415
    digested: str = sha256(data).hexdigest()
    return digested


def copied(text: str) -> Sequence[str]:
    """The ids, in lower case, of the licenses whose text ``text`` is word for word."""
    return _copies().get(digest(text), ())


@cache
def _copies() -> dict[str, list[str]]:
    with open(_DATA, encoding="utf-8") as file:
        copies: dict[str, list[str]] = json.load(file)["copies"]
    return copies
