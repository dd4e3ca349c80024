# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Sections in a room of so many bytes: what does not fit is left out, and that is said."""

from collections.abc import Iterable, Iterator, Sequence

from osaid_action.report.markdown_sections import Item, Section
from osaid_action.text import plural

NOTE = 200
"""Bytes kept for the line that tells what is left out."""


def fitted(sections: Iterable[Section], room: int) -> Iterator[str]:
    """The sections one after the other, each cut short where the room ends, and saying so."""
    room -= NOTE
    for section in sections:
        if not section.items:
            continue
        left = room - size(section.head) - size(section.foot) - NOTE
        kept = []
        for item in section.items:
            left -= size(item.text) + 1
            if left < 0:
                break
            kept.append(item)
        if not kept and room < 2 * NOTE:
            yield "\n*The rest is left out here; `osaid check` tells it.*\n"
            return
        text = _joined(section, kept)
        room -= size(text)
        yield text


def _joined(section: Section, kept: Sequence[Item]) -> str:
    more = section.total - sum(item.weight for item in kept)
    are, all_ = ("is", "it") if more == 1 else ("are", "them all")
    told = plural(more, f"more {section.noun}")
    note = f"\n\n*{told} {are} left out here; `osaid check` tells {all_}.*"
    if not kept:
        return f"{note}\n"
    items = "\n".join(item.text for item in kept)
    return f"\n{section.head}\n{items}{note if more else ''}\n{section.foot}".rstrip("\n") + "\n"


def size(text: str) -> int:
    """Bytes: GitHub counts characters for comments, of which there are never more."""
    return len(text.encode())
