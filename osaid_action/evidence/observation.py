# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was seen of one entry of a declaration."""

from typing import NamedTuple

from osaid_action.licenses.grant import Terms
from osaid_action.model import Path, Problem

VERIFIED, DECLARED, CONTRADICTED = "verified", "declared", "contradicted"


class Looked(NamedTuple):
    """What was seen of one entry of a declaration."""

    status: str = DECLARED
    there: bool = True  # False: it is declared at a path that is not there
    terms: Terms | None = None  # when a text contradicts the license: what it amounts to
    what: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


Evidence = dict[Path, Looked]
"""By the path of the entry; what is missing was not looked at."""
