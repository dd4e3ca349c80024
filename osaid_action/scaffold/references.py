# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Links as Markdown has them: also those of HTML, and those whose addresses stand elsewhere."""

import re

_DEFINED = re.compile(
    r" {0,3}\[([^\[\]]{1,200})\]:\s+<?(https?://[^\s<>()]{3,500})>?\s*(?:[\"'(].*)?"
)
_REFERENCE = re.compile(r"(?<![\]!\\])\[([^\[\]]{1,200})\](?:\[([^\[\]]{0,200})\])?(?![\[(:])")
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,200}?href=[\"'](https?://[^\s\"'<>()]{3,500})[\"'][^<>]{0,200}>([^<>\[\]]{1,200})</a>",
    re.IGNORECASE,
)
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_MOST = 500


def resolved(lines: list[str]) -> list[str]:
    """The lines of a text, each link with its address: `[words][label]`, `[label]`, `<a …>`.

    https://spec.commonmark.org/0.31.2/#link-reference-definitions
    """
    found = (_DEFINED.fullmatch(line) for line in lines)
    defined = [(_label(one[1]), one[2]) for one in found if one][:_MOST]
    addresses = dict(reversed(defined))  # the first of several is meant
    return _linked(lines, addresses)


def _linked(lines: list[str], addresses: dict[str, str]) -> list[str]:
    def linked(found: "re.Match[str]") -> str:
        address = addresses.get(_label(found[2] or found[1]))
        return f"[{found[1]}]({address})" if address else found[0]

    changed, is_code = [], False
    for line in lines:
        is_fence = _FENCE.match(line) is not None
        is_code = is_code != is_fence
        is_prose = not (is_code or is_fence or _DEFINED.fullmatch(line))
        one = _ANCHOR.sub(r"[\2](\1)", line) if is_prose else line
        changed.append(_REFERENCE.sub(linked, one) if is_prose and addresses else one)
    return changed


def _label(words: str) -> str:
    return " ".join(words.casefold().split())
