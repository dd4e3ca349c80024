# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The four freedoms of OSAID 1.0: what each needs, and the labels that sum them up."""

from osaid_action.model import FREEDOMS
from osaid_action.text import shorten

NEEDS_SOURCE = (
    "Our reading, after the votes of the OSI's four working groups of January and February 2024 "
    "on which component each freedom requires; OSAID 1.0 itself has no such table."
)

_STUDY_AND_MODIFY = ("study", "modify")

NEEDS = {
    "data.description.provenance": _STUDY_AND_MODIFY,
    "data.description.scope": _STUDY_AND_MODIFY,
    "data.description.selection": _STUDY_AND_MODIFY,
    "data.description.labeling": _STUDY_AND_MODIFY,
    "data.description.processing": _STUDY_AND_MODIFY,
    "data.sources": _STUDY_AND_MODIFY,
    "code.data_processing": _STUDY_AND_MODIFY,
    "code.training": _STUDY_AND_MODIFY,
    "code.validation": _STUDY_AND_MODIFY,
    "code.libraries": FREEDOMS,
    "code.inference": ("use", "study", "share"),
    "code.architecture": _STUDY_AND_MODIFY,
    "parameters.weights": FREEDOMS,
}
"""Which freedoms need a component. Of data only the availability counts here: its terms cost the
requirement, never a freedom. The source is `NEEDS_SOURCE`."""

TAKEN_BY_ACCESS = ("use", "study")
"""What `gated` and `approval` take away, as the OSI's reviewers marked it for gated downloads."""

OSAID = "osaid"
"""What is required when all that OSAID asks for has to be met."""

FREEDOM_WORDS = {
    "use": "use it for any purpose, without asking",
    "study": "study how it works and inspect its parts",
    "modify": "modify it for any purpose",
    "share": "share it, changed or not, for any purpose",
}


def parse_required(text: str) -> tuple[str, ...]:
    """The freedoms that ``text`` asks for, in their own order; `OSAID` for all that OSAID asks.

    They are named with commas or spaces between them, in any case; ``osaid`` and ``all`` are the
    same: every freedom and every requirement.
    Raises ValueError with what to write instead, also when none is named.
    """
    words = set(text.replace(",", " ").lower().split())
    if not words:
        raise ValueError(f"no freedom is named; {_NAMES}")
    if words & {OSAID, "all"} and not words - {OSAID, "all", *FREEDOMS}:
        return (OSAID,)
    if unknown := sorted(words - {*FREEDOMS}):
        raise ValueError(f"there is no freedom {shorten(unknown[0])!r}; {_NAMES}")
    return tuple(freedom for freedom in FREEDOMS if freedom in words)


_NAMES = f"name some of {', '.join(FREEDOMS)}, or osaid for all that OSAID asks"

LABELS = (
    "closed",
    "code-available",
    "weights-available",
    "open-weights",
    "open-source-ai",
    "open-source-ai-with-open-data",
)
"""The ladder, lowest rung first. The rungs are ours, after the vocabulary of the G7 of 2026, whose
own "Open Source AI" asks for more data than OSAID."""
