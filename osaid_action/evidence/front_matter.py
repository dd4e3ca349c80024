# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The YAML at the head of a Markdown file, as the model cards of Hugging Face have it.

Real cards hold what our own reader refuses; then each line is read for itself.
"""

import re
from typing import Any

from osaid_action.validation.document import Unreadable
from osaid_action.validation.yaml_reader import read

_LONGEST = 16 * 1024
"""Characters that are read as YAML; a longer one is read line by line, which takes less."""
WEIGHT = 4
"""How many values of JSON take as long as one of YAML that is built."""


def front_matter(text: str) -> dict[str, Any]:
    """The YAML between the ``---`` lines at the head of a Markdown file; empty without one."""
    head = text.lstrip("\ufeff").lstrip()
    if not head.startswith("---"):
        return {}
    body = head.partition("\n")[2]
    end = re.search(r"^---\s*$", body, re.MULTILINE)
    if not end:
        return {}
    inside = body[: end.start()]
    is_short = len(inside) <= _LONGEST
    return (yaml_mapping(inside) if is_short else {}) or _by_line(inside)


def yaml_mapping(text: str) -> dict[str, Any]:
    """A YAML text that is a mapping; empty when it is none."""
    try:
        found = read(text.encode("utf-8", "replace")).data
    except Unreadable:
        return {}
    return found if isinstance(found, dict) else {}


def _by_line(text: str) -> dict[str, Any]:
    """The keys of front matter that is no YAML of ours: a text each, or a list of texts."""
    found: dict[str, Any] = {}
    key = ""
    for line in text.splitlines():
        if pair := re.match(r"([\w-]{1,60}):(?:\s+(.{0,300}))?\s*$", line):
            key, value = pair[1], _bare(pair[2] or "")
            within = value.startswith("[") and value.endswith("]")
            listed = [_bare(one) for one in value[1:-1].split(",")] if within else []
            found.setdefault(key, listed if within or not value else value)
        elif (item := re.match(r"\s*-\s+(.{1,300})$", line)) and isinstance(found.get(key), list):
            found[key].append(_bare(item[1]))
    return found


def _bare(value: str) -> str:
    """A value without its quotes and without a comment after it."""
    return re.sub(r"\s+#.*$", "", value).strip().strip("\"'")
