# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The lines that a comment of ours begins and ends with, which are not shown.

`comment` says why they alone make no comment ours.
"""

import base64
import re
from typing import NamedTuple

_START = "<!-- osaid-action:"
_MARKER = re.compile(
    _START + r"v1 key=([\w-]+) sha=([0-9a-f]{40,64}) run=(\d{1,20})(?: attempt=(\d{1,9}))? -->",
    re.ASCII,
)
CLOSING = _START + "v1 end -->"
"""The last line of a comment of ours, which is not shown either."""


class Marker(NamedTuple):
    """What a comment of ours says of itself, in a first line that is not shown.

    The key alone is gone by. Commit and run anybody can write: GitHub is asked about them.
    """

    key: str
    sha: str
    run: int
    attempt: int = 1

    def __str__(self) -> str:
        run = f"run={self.run} attempt={self.attempt}"
        return f"<!-- osaid-action:v1 key={self.key} sha={self.sha} {run} -->"


def key_of(name: str) -> str:
    """The key of the comment on the declaration that is named so: nothing that Markdown knows."""
    return base64.urlsafe_b64encode(name.encode("utf-8", "surrogateescape")).decode().rstrip("=")


def path_of(key: str) -> str | None:
    """The name that a key was made of; None for a key that was made of none."""
    try:
        name = base64.b64decode(key + "=" * (-len(key) % 4), b"-_", validate=True)
    except ValueError:
        return None
    path = name.decode("utf-8", "surrogateescape")
    return path if key_of(path) == key else None


def marker_in(body: str) -> Marker | None:
    """The marker of a comment that has our first line and our last; None of any other."""
    first, between, last = parts(body)
    found = _MARKER.fullmatch(first)
    if not found or last != CLOSING or _START in between:
        return None
    return Marker(found[1], found[2], int(found[3]), int(found[4] or 1))


def parts(body: str) -> tuple[str, str, str]:
    """The first line, what stands between, and the last line, as a browser may have stored them."""
    first, _, rest = body.replace("\r\n", "\n").rstrip().partition("\n")
    between, _, last = rest.rpartition("\n")
    return first, between, last
