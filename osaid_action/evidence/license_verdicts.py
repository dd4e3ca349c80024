# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the verdict on one license file means for the license that is declared, in words."""

import re
from typing import TYPE_CHECKING

from osaid_action.definition.rules.evidence import (
    LICENSE_ALTERED,
    LICENSE_MISMATCH,
    LICENSE_NOTED,
    LICENSE_TEXT_MISSING,
    LICENSE_TEXT_UNKNOWN,
)
from osaid_action.evidence.observation import (
    CONTRADICTED,
    DECLARED,
    VERIFIED,
    HeldBy,
    Observation,
)
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import NO_LICENSE, Terms, display_name, undecided
from osaid_action.model import Path

if TYPE_CHECKING:
    from osaid_action.license_text.verify import TextVerdict

_SHOWN = 3  # copyright lines in a note
LISTED = 60  # of those that are attested; a text with more is not verified


def of_one(
    path: str, verdict: "TextVerdict | None", wanted: str, declared: Terms, where: Path
) -> Observation:
    """What one file shows of one license; no verdict says that it is an unchanged copy."""
    if verdict is None:
        return Observation(VERIFIED, (f"{path} is the text of {wanted}",))
    if verdict.answer == VERIFIED.value:
        return is_text(path, wanted, verdict, where)
    if verdict.answer == CONTRADICTED.value:
        return _contradicted(path, verdict, wanted, declared, where)
    if verdict.license and verdict.quotes:
        if _has_exception(wanted, declared):  # which the other words may be
            return _unread(path, wanted, declared, where)
        return _noted(path, verdict, wanted, declared, where)
    return _unread(path, wanted, declared, where, verdict)


def is_text(path: str, name: str, verdict: "TextVerdict", where: Path) -> Observation:
    """A text that was verified, with the copyright lines that nobody judged."""
    note = f"{path} is the text of {name}"
    if held := _held_by(path, verdict, where):
        note += f"; copyright lines, as they stand: {_lines(_named(verdict), _SHOWN)}"
    return Observation(VERIFIED, (note,), held_by=held)


def _short(words: str) -> str:
    from osaid_action.license_text.differences import quoted  # noqa: PLC0415 - not for every text

    return quoted(words)


def _held_by(path: str, verdict: "TextVerdict", where: Path) -> tuple[HeldBy, ...]:
    named = _named(verdict)
    return (HeldBy(f"{path}: {_lines(named, LISTED)}", where),) if named else ()


def _named(verdict: "TextVerdict") -> tuple[str, ...]:
    """The copyright lines that name somebody: a sample that is not filled in names nobody."""
    from osaid_action.license_text.copyright_notice import (  # noqa: PLC0415 - not for every text
        is_sample,
    )

    return tuple(one for one in verdict.holders if not is_sample(one))


def _lines(holders: tuple[str, ...], most: int) -> str:
    more = f" and {len(holders) - most} more" if len(holders) > most else ""
    return "; ".join(f"“{one}”" for one in holders[:most]) + more


def _contradicted(
    path: str, verdict: "TextVerdict", wanted: str, declared: Terms, where: Path
) -> Observation:
    if verdict.instead:
        named = "is titled as" if verdict.titled else "is the text of"
        of = "" if verdict.titled else "of "
        message = f"{path} {named} {verdict.instead}, not {of}{display_name(declared)}"
        is_known = any(
            license_.source != "unknown" and license_.kind != "label"
            for license_ in declared.licenses
        )
        remedy = f"declare {verdict.instead}"
        remedy += f", or put the text of {wanted} there" if is_known else ""
        told = [LICENSE_MISMATCH.at(where, message, remedy)]
        found = terms(verdict.instead)
        if verdict.quotes:
            beside = f"{path} says “{_short(verdict.quotes[0].words)}” beside its text"
            told.append(LICENSE_NOTED.at(where, beside))
            found = undecided(found, beside)
        return Observation(CONTRADICTED, (f"{path} was read",), tuple(told), found)
    message = _altered(path, verdict, wanted)
    remedy = f"put the unchanged text of {wanted} there, or declare what it is"
    diagnostic = LICENSE_ALTERED.at(where, message, remedy)
    return Observation(CONTRADICTED, (f"{path} was read",), (diagnostic,), NO_LICENSE)


_CHANGES = {
    "added": "adds “{words}” to",
    "removed": "leaves “{words}” out of",
    "changed": "says “{words}” instead of “{instead}” in",
}


def _altered(path: str, verdict: "TextVerdict", wanted: str) -> str:
    if verdict.limited:
        first = verdict.quotes[0]
        place = f"{path}:{first.line}" if first.line else path
        if not verdict.license:
            return f"{place} says “{_short(first.words)}”, and is not the text of {wanted}"
        added = f"{place} adds “{_short(first.words)}”"
        return f"{added} to the text of {wanted}: it is another license then"
    difference, *rest = verdict.differences
    said = _CHANGES[difference.kind].format(words=difference.words, instead=difference.instead)
    more = f", and {len(rest)} more" if rest else ""
    near = verdict.license or wanted
    return f"{path}:{difference.line} {said} the text of {near}{more}: it is another license then"


def _noted(
    path: str, verdict: "TextVerdict", wanted: str, declared: Terms, where: Path
) -> Observation:
    """The whole text, and other words beside it: what they mean a person has to read."""
    first, *rest = verdict.quotes
    more = f" and {len(rest)} more" if rest else ""
    message = f"{path}:{first.line} says “{_short(first.words)}”{more} beside the text of {wanted}"
    if verdict.others:
        message += f", and holds the text of {', '.join(verdict.others)}"
    remedy = "keep the license's text alone in its file; other words belong into the README"
    diagnostic = LICENSE_NOTED.at(where, message, remedy)
    note = f"{path} is the text of {wanted} and other words"
    return Observation(
        DECLARED,
        (note,),
        (diagnostic,),
        undecided(declared, message),
        held_by=_held_by(path, verdict, where),
    )


def _unread(
    path: str, wanted: str, declared: Terms, where: Path, verdict: "TextVerdict | None" = None
) -> Observation:
    """A text that could not be compared, or is none."""
    note = (f"{path} is there",)
    if verdict and _is_kept(wanted):
        message = f"{path} does not hold the text of {wanted}"
        remedy = f"put the text of {wanted} there"
        diagnostic = LICENSE_TEXT_MISSING.at(where, message, remedy)
        return Observation(DECLARED, note, (diagnostic,), undecided(declared, message))
    message = f"{path} could not be compared with a text of {declared.expression}"
    if verdict and verdict.titled:
        message += f", though it is titled as {verdict.titled}"
    diagnostic = LICENSE_TEXT_UNKNOWN.at(where, message)
    return Observation(DECLARED, note, (diagnostic,))


def _has_exception(license_: str, declared: Terms) -> bool:
    spelled = rf"(?<![\w.-]){re.escape(license_)}\+? WITH "
    return re.search(spelled, declared.expression) is not None


def _is_kept(license_: str) -> bool:
    """Whether we hold the text of a license, to compare with."""
    from osaid_action.license_text.verify import known_texts  # noqa: PLC0415 - what is not verified

    return license_ in known_texts()
