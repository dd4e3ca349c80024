# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Every way of writing a license that its template allows, one difference at a time."""

from collections.abc import Iterator
from typing import Any

from osaid_action.license_text import template

FILLED = {"{name}": "Acme Robotics", "{notices}": "Copyright 2024 Acme", "{number}": "1.2.3"}


def written(nodes: list[Any], change: tuple[int, ...] = (), option: str | None = None) -> str:
    """The sample text of ``nodes``; the node at ``change`` left out, or written as ``option``."""
    parts = []
    for at, node in enumerate(nodes):
        here = change[:1] == (at,)
        if here and len(change) == 1:
            parts.append(f" {option} " if option is not None else " ")
        elif isinstance(node, str):
            parts.append(node)
        elif "optional" in node:
            parts.append(written(node["optional"], change[1:] if here else (), option))
        else:
            parts.append(node.get("mark", node.get("text")))
    return "".join(parts)


def changes(nodes: list[Any]) -> Iterator[tuple[tuple[int, ...], str | None]]:
    """Each optional part left out, and each option of each place."""
    for at, node in enumerate(nodes):
        if isinstance(node, str):
            continue
        if "optional" in node:
            yield (at,), None
            yield from (((at, *path), option) for path, option in changes(node["optional"]))
        elif "mark" in node:
            yield (at,), None
        else:
            for option in node["or"]:
                for slot, filled in FILLED.items():
                    option = option.replace(slot, filled)  # noqa: PLW2901
                yield (at,), option


def renderings(key: str) -> Iterator[tuple[str, str]]:
    """What was changed, and the text: the sample, then one for each place that varies."""
    nodes = template.source(key)
    yield "sample", written(nodes)
    for change, option in changes(nodes):
        yield f"{change} {option}", written(nodes, change, option)
