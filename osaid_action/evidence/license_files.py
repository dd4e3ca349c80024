# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the license files that count for a component show of the license that is declared.

Is the declared text there? What else lies beside it is weighed by what it grants: the best of
several files never hides another.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from osaid_action.definition.rules.evidence import (
    LICENSE_ALTERED,
    LICENSE_CONFLICT,
    LICENSE_TEXT_MISSING,
    PATH_UNKNOWN,
)
from osaid_action.evidence.budget import FOLDER, LICENSES
from osaid_action.evidence.license_inventory import Meant, stem
from osaid_action.evidence.license_readings import POINTER, LicenseReadings, Reading
from osaid_action.evidence.license_verdicts import is_text, of_one
from osaid_action.evidence.observation import (
    CONTRADICTED,
    DECLARED,
    FOUND,
    VERIFIED,
    EvidenceStatus,
    Observation,
    merge,
)
from osaid_action.licenses.evaluate import ExpressionError, at_hand, terms, withholds
from osaid_action.licenses.grant import Terms, undecided
from osaid_action.model import Outcome, Path
from osaid_action.text import join_words

if TYPE_CHECKING:
    from osaid_action.license_text.verify import TextVerdict


def compare_texts(
    readings: LicenseReadings, meant: Meant, declared: Terms, where: Path
) -> Observation:
    """Compare the license files that count for a component with the license that is declared.

    ``where`` is the place in the declaration that names it. Only files that are meant for the
    component contradict, and only where all of them were looked at: but an altered copy is one
    whatever else lies there.
    """
    (wanted, files), refused = readings.budget.watched(lambda: _read(readings, meant, declared))
    if not files:
        return Observation()
    shown = _of_declared(files, wanted, declared, where)
    if shown.status == CONTRADICTED and not meant.own:
        shown = _not_meant(files[0].path, declared, where)
    if refused and shown.status != VERIFIED and not _is_altered(shown):
        shown = Observation(DECLARED, shown.notes)
    if not _is_altered(shown) and (unread := _unreadable(readings, meant)):
        diagnostic = PATH_UNKNOWN.at(where, unread)
        return Observation(DECLARED, shown.notes, (diagnostic,), undecided(declared, unread))
    beside = _beside(readings, meant, files, declared, shown.status)
    return _weighed(shown, beside, declared, where)


def _unreadable(readings: LicenseReadings, meant: Meant) -> str:
    """That a file that counts cannot be read: it may be the text, or one that grants less."""
    files = [one.path for one in meant.files[: FOLDER.most]]
    for path in [*files, *meant.limiting[: FOLDER.most]]:
        if why := readings.trouble(path):
            return f"{path} cannot be read here: {why}"
    if pointer := next(filter(readings.is_pointer, files), ""):
        return f"{pointer} cannot be read here: it is a Git LFS pointer"
    return ""


def weigh_texts(
    readings: LicenseReadings, meant: Meant, declared: Terms, where: Path
) -> Observation:
    """Weigh the license files beside a ``license_file`` by what they grant."""
    _, files = _read(readings, meant, declared)
    messages = _beside(readings, meant, files, declared, VERIFIED)
    return _weighed(Observation(FOUND), messages, declared, where)


def _weighed(
    shown: Observation, messages: Iterator[str], declared: Terms, where: Path
) -> Observation:
    """Leave the terms open where something that grants less lies beside the text."""
    told = list(messages)
    if not told or shown.status == CONTRADICTED:
        return shown
    remedy = "say which license holds for which component, and keep its text with it"
    conflicts = (LICENSE_CONFLICT.at(where, one, remedy) for one in told)
    return shown._replace(
        diagnostics=(*shown.diagnostics, *conflicts),
        terms=shown.terms or undecided(declared, told[0]),
    )


def _read(
    readings: LicenseReadings, meant: Meant, declared: Terms
) -> tuple[list[str], list[Reading]]:
    """The ids that are declared, and the files compared with each of them, as far as one looks."""
    wanted = list(dict.fromkeys(license_.id for license_ in declared.licenses))
    if len(wanted) > LICENSES.most:
        readings.budget.refuse(LICENSES, wanted[LICENSES.most])
        del wanted[LICENSES.most :]
    paths = [one.path for one in meant.files]
    if len(paths) > FOLDER.most:
        named = {one.lower() for one in wanted}
        paths.sort(key=lambda path: stem(path) not in named)
        readings.budget.refuse(FOLDER, paths[FOLDER.most])
    choice = " OR " in declared.expression
    found = (readings.of(path, wanted, choice=choice) for path in paths[: FOLDER.most])
    return wanted, [one for one in found if one]


# ------------------------------------------------------------------ the declared text


def _of_declared(
    files: list[Reading], wanted: list[str], declared: Terms, where: Path
) -> Observation:
    """Whether the declared texts are there: in one file together, or each in one."""
    for file in files:
        if file.whole and file.whole.answer == VERIFIED.value:
            return is_text(file.path, join_words(wanted), file.whole, where)
    unknown = {one.id for one in declared.licenses if one.source == "unknown"}
    own = [*filter(_is_own, files)] if unknown and " OR " not in declared.expression else []
    known = [one for one in wanted if one not in unknown]
    if not own or not known:
        return _of_each(files, wanted, declared, where)
    # the terms that nobody knows are there: what is left is to be that of the others
    rest = [file for file in files if file not in own]
    shown = _of_each(rest, known, declared, where) if rest else Observation()
    is_verified = shown.status == VERIFIED
    notes = (*(f"{file.path} is there" for file in own), *shown.notes)
    return shown._replace(status=DECLARED if is_verified else shown.status, notes=notes)


def _of_each(files: list[Reading], wanted: list[str], declared: Terms, where: Path) -> Observation:
    """What the files show of each license."""
    each = [_of_license(files, one, declared, where) for one in wanted]
    if len(each) == 1 or len({one.status for one in each}) == 1:
        return merge(each)
    found = [one for one in each if one.status == VERIFIED]
    altered = next((one for one in each if _is_altered(one)), None)
    if not found or altered:
        return altered or min(each, key=lambda one: _order((False, one)))
    missing = [one for one, shown in zip(wanted, each, strict=True) if shown.status != VERIFIED]
    there = [one for one in wanted if one not in missing]
    message = f"the text of {join_words(there)} is here alone; {declared.expression} is declared"
    remedy = f"add the text of {join_words(missing)} too: a file for each, named after it"
    diagnostic = LICENSE_TEXT_MISSING.at(where, message, remedy)
    held = at_hand(declared.expression, there)
    open_ = undecided(declared, message) if held is None or _is_less(held, declared) else None
    return Observation(DECLARED, found[0].notes, (diagnostic,), open_, held_by=found[0].held_by)


def _verdict(file: Reading, wanted: str) -> "TextVerdict | None":
    """The verdict on a file for one license.

    A file with the whole text of another that is declared is no altered copy of a third.
    """
    verdict = file.verdicts.get(wanted)
    if verdict is None or verdict.license == wanted or not verdict.differences:
        return verdict
    others = (one for id_, one in file.verdicts.items() if id_ != wanted)
    if any(one.license and not one.differences and not one.instead for one in others):
        return verdict._replace(answer=DECLARED.value, license=None, differences=())
    return verdict


def _is_own(file: Reading) -> bool:
    """Whether a file is of no license that we know, nor near to one."""
    return bool(file.verdicts) and not any(
        one.answer == VERIFIED.value or one.instead or one.license or one.differences
        for one in file.verdicts.values()
    )


def _is_altered(shown: Observation) -> bool:
    return any(one.rule is LICENSE_ALTERED for one in shown.diagnostics)


def _of_license(files: list[Reading], wanted: str, declared: Terms, where: Path) -> Observation:
    """What decides of what several files show of one license."""
    verdicts = [_verdict(file, wanted) for file in files]
    shown = (
        of_one(file.path, verdict, wanted, declared, where)
        for file, verdict in zip(files, verdicts, strict=True)
    )
    ranked = sorted(zip(map(_is_with_words, verdicts), shown, strict=True), key=_order)
    return ranked[0][1]


def _is_with_words(verdict: "TextVerdict | None") -> bool:
    """Whether a file holds the text and other words, which may be an exception's."""
    if verdict is None or verdict.answer != DECLARED.value:
        return False
    return bool(verdict.license and verdict.quotes)


def _order(one: tuple[bool, Observation]) -> int:
    """The text itself; then that with words beside it; then an altered one, or another."""
    with_words, shown = one
    if shown.status == VERIFIED or with_words:
        return int(shown.status != VERIFIED)
    if shown.status == CONTRADICTED:
        return 2 if _is_altered(shown) else 3
    return 5 if any(one.rule is LICENSE_TEXT_MISSING for one in shown.diagnostics) else 4


def _not_meant(path: str, declared: Terms, where: Path) -> Observation:
    """The nearest texts are another component's: there is none for this one."""
    message = f"no text of {declared.expression} lies with it; {path} is another license's"
    remedy = "put its text into its own folder, or name it as `license_file`"
    diagnostic = LICENSE_TEXT_MISSING.at(where, message, remedy)
    return Observation(DECLARED, (), (diagnostic,), undecided(terms(declared.expression), message))


# ------------------------------------------------------------------ what lies beside it


def _beside(
    readings: LicenseReadings,
    meant: Meant,
    files: list[Reading],
    declared: Terms,
    status: EvidenceStatus,
) -> Iterator[str]:
    """Say what else lies there that grants less, that nobody knows, or that plainly limits."""
    for file in files:
        for other in _others(file):
            if _restricts(other, declared):
                less = f"grants less than {declared.expression}"
                yield f"{file.path} holds the text of {other}, which {less}"
        for other in _pointed_to(file) or ():
            if _restricts(other, declared):
                yield f"{file.path} names {other}, which grants less than {declared.expression}"
        if status == VERIFIED and _is_unknown(file) and not _is_exception(file, declared):
            yield f"{file.path} is there as well, and is no license's text that we know"
    for path in meant.limiting[: FOLDER.most]:
        if readings.limits(path):
            yield f"{path} limits what may be done, beside {declared.expression}"
    if len(meant.limiting) > FOLDER.most:
        readings.budget.refuse(FOLDER, meant.limiting[FOLDER.most])


def _others(file: Reading) -> Iterator[str]:
    """The other licenses whose text is in a file."""
    verdicts = file.verdicts.values()
    for verdict in verdicts:
        yield from verdict.others
    if verdicts and all(one.instead for one in verdicts):
        yield next(one.instead for one in verdicts if one.instead)


def _restricts(other: str, declared: Terms) -> bool:
    """Whether a license withholds a freedom that the declared one grants."""
    try:
        return withholds(terms(other), declared)
    except ExpressionError:
        return True


def _is_less(held: Terms, declared: Terms) -> bool:
    """Whether the alternatives at hand are not those that make a choice what it is."""
    approved = declared.osi is Outcome.MET and held.osi is not Outcome.MET
    return approved or withholds(held, declared)


def _is_unknown(file: Reading) -> bool:
    """Whether a file holds terms of its own: no license's text, and more than a pointer to one."""
    if not file.verdicts or any(one.answer == VERIFIED.value for one in file.verdicts.values()):
        return False
    if any(one.instead for one in file.verdicts.values()):
        return False
    limited = any(one.limited for one in file.verdicts.values())
    return limited or file.number_of_words > POINTER or _pointed_to(file) is None


def _is_exception(file: Reading, declared: Terms) -> bool:
    """Whether a file is the declared exception's by its name, and does not plainly limit."""
    exceptions = re.findall(r" WITH ([^\s()]+)", declared.expression)
    limited = any(one.limited for one in file.verdicts.values())
    name = posixpath.basename(file.path).lower()
    return not limited and any(one.lower() in name for one in exceptions)


def _pointed_to(file: Reading) -> list[str] | None:
    """The licenses that a short text names; None when it is none, or points nowhere."""
    if not file.verdicts or file.number_of_words > POINTER:
        return None
    from osaid_action.evidence.license_pointers import (  # noqa: PLC0415 - where there is one
        pointed_to,
    )

    return pointed_to(file.short)
