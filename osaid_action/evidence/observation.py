# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was seen of one entry of a declaration."""

from typing import NamedTuple

from osaid_action.licenses.grant import Terms
from osaid_action.model import Diagnostic, Path

VERIFIED, DECLARED, CONTRADICTED = "verified", "declared", "contradicted"


class Observation(NamedTuple):
    """What was seen of one entry of a declaration."""

    status: str = DECLARED
    exists: bool = True  # False: it is declared at a path that is not there
    terms: Terms | None = None  # when a text contradicts the license: what it amounts to
    notes: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


Evidence = dict[Path, Observation]
"""By the path of the entry; what is missing was not looked at."""
