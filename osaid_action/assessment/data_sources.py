# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the list of training data amounts to: each data set by its class of availability.

The four classes are the OSI's (FAQ on OSAID 1.0): open, public, obtainable, unshareable.
"""

from collections.abc import Iterator

from osaid_action.assessment.messages import called, grants_taken
from osaid_action.assessment.outcomes import (
    REQUIREMENT,
    Judged,
    Ruling,
    is_absent,
    is_unpinned,
    weakest,
)
from osaid_action.definition.freedoms import NEEDS
from osaid_action.definition.requirements import BY_ID
from osaid_action.evidence.observation import Evidence, Looked
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import NO_LICENSE
from osaid_action.model import Declaration, Outcome, Problem, Source
from osaid_action.text import quoted, shown


def judged_sources(declaration: Declaration, evidence: Evidence) -> Judged:
    """Judge ``data.sources``: its availability for the freedoms, its terms for the requirement."""
    component, requirement = declaration.sources, BY_ID["data.sources"]
    ruling = Ruling()
    about = (*NEEDS[component.id], REQUIREMENT)
    if is_absent(component, requirement, declaration, ruling, about):
        return ruling.judged(component, None, ())
    seen = [evidence.get(source.path, Looked()) for source in declaration.source_list]
    for source, looked in zip(declaration.source_list, seen, strict=True):
        for problem in _unavailable(source, looked):
            ruling.say(Outcome.UNMET, problem, *about)
        for problem, outcome in _source_terms(source, looked):
            ruling.say(outcome, problem, REQUIREMENT)
        if source.withdrawn:
            ruling.notes.append(_withdrawn(source))
    ruling.notes += _unpinned_sources(declaration.source_list)
    what = tuple(what for looked in seen for what in looked.what)
    return ruling.judged(component, weakest(seen), what)


def _called(source: Source) -> str:
    return f"the data set {shown(source.name)}"


def _unavailable(source: Source, looked: Looked) -> Iterator[Problem]:
    """Why a data set does not count as told: kept back, or not said where or why."""
    name = _called(source)
    if source.not_released is not None:
        remedy = "release it, or describe it as `unshareable` if it cannot be shared"
        yield Problem(
            "source-not-released",
            f"{name} is not released{quoted(source.not_released)}",
            remedy,
            source.path,
        )
    elif source.withdrawn:
        if not source.description:
            message = f"{name} has gone offline and is not described"
            yield Problem("source-not-explained", message, "add its `description`", source.path)
    elif source.availability == "unshareable":
        lacking = [key for key in ("reason", "description") if not getattr(source, key)]
        if lacking:
            message = f"{name} is unshareable, without a {' or a '.join(lacking)}"
            remedy = f"add {' and '.join(f'`{key}`' for key in lacking)}"
            yield Problem("source-not-explained", message, remedy, source.path)
    elif not source.location:
        message = f"{name} is {source.availability}, and it is not said where to get it"
        yield Problem("source-location-missing", message, "add its `location`", source.path)
    elif not looked.there:
        yield from looked.problems


def _source_terms(source: Source, looked: Looked) -> Iterator[tuple[Problem, Outcome]]:
    """What the terms of open data cost; the OSI's FAQ asks for them, beyond OSAID's letter."""
    if source.availability != "open" or source.withdrawn or source.not_released is not None:
        return
    found = looked.terms or NO_LICENSE
    if not looked.terms and source.license:
        found = terms(source.license, text_shown=bool(source.license_file))
    if found.granting is Outcome.MET:
        return
    name, where = _called(source), (*source.path, "license")
    remedy = "name a license that grants the four freedoms, or call it `public` or `obtainable`"
    if found.grants == NO_LICENSE.grants:
        yield (
            Problem(
                "source-license", f"{name} is called open, without a license", remedy, source.path
            ),
            Outcome.UNMET,
        )
        return
    for freedom, problem, outcome in grants_taken(found, name, where, "data"):
        if outcome is Outcome.UNMET:
            clause = found.grants[freedom].clause
            message = f"{name} is called open, but {called(found)} restricts {freedom}"
            message += f": {clause}" if clause else ""
            yield Problem("source-license", message, remedy, where), outcome
        else:
            yield problem, outcome


def _withdrawn(source: Source) -> Problem:
    message = f"{_called(source)} is offline since {source.withdrawn}"
    remedy = "keep its description complete, with dates and hashes"
    return Problem("source-withdrawn", message, remedy, (*source.path, "withdrawn"))


def _unpinned_sources(sources: tuple[Source, ...]) -> Iterator[Problem]:
    unpinned = [source for source in sources if is_unpinned(source) and not source.withdrawn]
    if unpinned:
        message = f"{len(unpinned)} of {len(sources)} data sets: neither revision nor sha256 given"
        yield Problem("unpinned", message, "add `revision` or `sha256`", unpinned[0].path)
