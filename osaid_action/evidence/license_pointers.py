# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Short license files that only point: to a license by its name, or to the file that has its text.

A few words beside a license's text that point nowhere are terms of their own.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from functools import cache

from osaid_action.evidence.license_inventory import is_license_name
from osaid_action.evidence.readme_licenses import known
from osaid_action.license_text import copyright_notice, surroundings, template
from osaid_action.repository.tree import LICENSE_FOLDERS

_LONGEST_NAME = 6  # words
_LOOKS_LIKE_A_NAME = r"(?i:licen[sc]e)|\d|[A-Z]{2}"
# REUSE-IgnoreStart
_TAG = "SPDX-License-Identifier:"
# REUSE-IgnoreEnd


def pointed_to(text: str) -> list[str] | None:
    """The licenses that a short text names; None when it points neither to one nor to a file."""
    lines = [line.strip(" \t#*/") for line in text.split("\n")]
    left = "\n".join(line for line in lines if line and not copyright_notice.is_notice(line))
    addresses = [surroundings.bare_address(one) for one in surroundings.ADDRESS.findall(left)]
    if any(one not in _by_address() for one in addresses):
        return None
    words = re.findall(r"[\w.+/-]+", surroundings.ADDRESS.sub(" ", left).replace(_TAG, " "))
    named = [*(_by_address()[one] for one in addresses), *_names([one.strip(".") for one in words])]
    files = any(_is_file(word.strip("./")) for word in words)
    return named if named or files or not left else None


def _is_file(word: str) -> bool:
    """Whether a word is the name of a license file, written as one: LICENSE, not license."""
    name = posixpath.basename(word)
    is_written = word != word.lower() or "." in name or "/" in word
    return is_written and (word.partition("/")[0] in LICENSE_FOLDERS or is_license_name(name))


def _names(words: Sequence[str]) -> Iterator[str]:
    """The licenses that words name, the longest names first."""
    at = 0
    while at < len(words):
        for end in range(min(at + _LONGEST_NAME, len(words)), at, -1):
            phrase = " ".join(words[at:end])
            if re.search(_LOOKS_LIKE_A_NAME, phrase) and (license_ := known(phrase)):
                yield license_
                at = end - 1
                break
        at += 1


@cache
def _by_address() -> dict[str, str]:
    """Ids by the addresses of their licenses."""
    found: dict[str, str] = {}
    for key, entry in template.index().items():
        names = surroundings.names_of(frozenset({key}), choice=False)
        found.update(dict.fromkeys(names.addresses, entry.ids[0]))
    return found
