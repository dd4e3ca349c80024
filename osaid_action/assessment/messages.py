# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""In words, what terms and access take away, and what would help."""

from collections.abc import Iterator

from osaid_action.definition.rules.components import ACCESS
from osaid_action.definition.rules.terms import (
    DUTY,
    LICENSE_RESTRICTS,
    LICENSE_UNKNOWN,
    NO_NAME,
    ON_SPDX_LIST,
    OWN_TEXT,
)
from osaid_action.findings import Diagnostic
from osaid_action.licenses.catalogue import stands_for
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import Terms, display_name, goes_beyond_a_notice
from osaid_action.model import FREEDOMS, Outcome, Path
from osaid_action.text import shorten


def grants_taken(
    found: Terms, name: str, where: Path, group: str
) -> Iterator[tuple[str, Diagnostic, Outcome]]:
    """What the terms of ``name`` do not grant: each freedom, why, and the outcome."""
    for freedom in FREEDOMS:
        outcome, clause = found.grants[freedom]
        if outcome is Outcome.UNMET:
            because = f": {clause}" if clause else ""
            message = f"{display_name(found)}, the license of {name}, restricts {freedom}{because}"
            rule = LICENSE_RESTRICTS[freedom]
            yield freedom, rule.at(where, message, _way_out(found, group)), outcome
        elif outcome is Outcome.UNDECIDED:
            message = f"{display_name(found)}, the license of {name}: its terms are not known"
            if goes_beyond_a_notice(found, freedom):
                message = f"{display_name(found)}, the license of {name}, "
                message += f"does not settle {freedom}: {clause}"
            yield freedom, LICENSE_UNKNOWN.at(where, message, _settle(found)), outcome


_GRANTING = {
    "data": "CC-BY-4.0, CC-BY-SA-4.0 or CC0-1.0",
    "code": "an OSI-approved license, such as Apache-2.0 or MIT",
    "parameters": "Apache-2.0, MIT or OpenMDW-1.0",
}


def _way_out(found: Terms, group: str) -> str:
    """What would lift a restriction: of what is one's own, or of a model that one builds on."""
    clauses = clauses_of(found)
    if group == "lineage":
        return f"build on a model that grants it: a license of yours does not lift this; {clauses}"
    if names_no_text(found):
        return f"release it under {_GRANTING[group]}, and name that license here"
    choice = "MIT" if group == "code" else "Apache-2.0" if group == "parameters" else "CC-BY-4.0"
    remedy = f"release it under {_GRANTING[group]}, or offer one as a choice: "
    remedy += f"`{choice} OR {display_name(found)}`"
    if any("rail" in license_.id.lower() for license_ in found.licenses):
        remedy += (
            "; a list of banned uses binds users, and an open license may not have one: a model "
            "card may ask for care instead"
        )
    return f"{remedy}; {clauses}"


def _settle(found: Terms) -> str:
    """How to settle what an unknown license grants."""
    if any(goes_beyond_a_notice(found, freedom) for freedom in FREEDOMS):
        return f"{LICENSE_UNKNOWN.remedy_for(DUTY)}; {clauses_of(found)}"
    unknown = [license_ for license_ in found.licenses if license_.source == "unknown"]
    if unknown and all(license_.osi is not Outcome.UNDECIDED for license_ in unknown):
        return LICENSE_UNKNOWN.remedy_for(ON_SPDX_LIST)
    if names_no_text(found):
        return LICENSE_UNKNOWN.remedy_for(NO_NAME)
    if any(license_.id.startswith("LicenseRef-") for license_ in found.licenses):
        return LICENSE_UNKNOWN.remedy_for(OWN_TEXT)
    remedy = "correct the id"
    if unknown:
        remedy += (
            f"; a license that is on no list is `license: LicenseRef-{unknown[0].id.rstrip('+')}`, "
            "with its text as `license_file`"
        )
    return f"{remedy} ({found.remarks[0]})" if found.remarks else remedy


def names_no_text(found: Terms) -> bool:
    """Whether a word stands in place of a license: ``other``, ``unknown``, ``proprietary``."""
    return any(
        license_.kind == "label" and stands_for(license_.id) == (license_.id,)
        for license_ in found.licenses
    )


def clauses_of(found: Terms) -> str:
    """Where a reader finds the clauses of a license, as the end of a sentence."""
    quoted_id = f'"{display_name(found)}"' if " " in display_name(found) else display_name(found)
    return f"`osaid explain {quoted_id}` has the clauses"


def access_taken(access: str, path: Path, name: str) -> Iterator[Diagnostic]:
    """Why a way of getting at something takes freedoms away; nothing when it is open."""
    if access in ("gated", "approval"):
        if access == "gated":
            way = "gated: an account, contact data or accepted conditions are asked for"
        else:
            way = "by approval: somebody decides who gets access"
        message = f"{name}: {way}"
        yield ACCESS[access].at((*path, "access"), message)


def without_license(named: str, what: str = "") -> str:
    """That what is named as a license is none: ``NONE says that there is no license``."""
    is_known = any(license_.source != "unknown" for license_ in terms(named).licenses)
    state = "says that there is no license" if is_known else "is an id that nobody knows"
    return f"{shorten(named)}{what} {state}"
