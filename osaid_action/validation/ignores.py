# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Comments that silence a remark on their line: ``# osaid: ignore[rule]``."""

import re
from collections.abc import Mapping

from osaid_action.validation.yaml_reader import scalar_spans

_COMMENT = re.compile(r"(?:^|\s)#\s*osaid:\s*ignore\[([a-z0-9, -]{1,500})\]")


def ignores(data: bytes) -> Mapping[int, frozenset[str]]:
    """By line (from 1): the ids of the rules that a comment there names.

    ``data`` is a file that was read as YAML; what looks like a comment inside a text is none.
    """
    found = {}
    text = data.decode("utf-8-sig")
    inside = scalar_spans(text)
    for number, line in enumerate(text.splitlines(), 1):
        comment = _COMMENT.search(line)
        if comment and not any(begin <= (number, comment.start(1)) < end for begin, end in inside):
            found[number] = frozenset(filter(None, re.split(r"[ ,]+", comment[1])))
    return found
