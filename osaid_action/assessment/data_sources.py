# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the list of training data amounts to: each data set by its class of availability.

The four classes are the OSI's (FAQ on OSAID 1.0): open, public, obtainable, unshareable.
"""

from collections.abc import Iterator

from osaid_action.assessment.availability import (
    Against,
    against_availability,
    against_place,
    against_words,
)
from osaid_action.assessment.effective_terms import effective_terms, not_granted
from osaid_action.assessment.further_terms import further_remarks, further_taken
from osaid_action.assessment.home import is_producers
from osaid_action.assessment.messages import without_license
from osaid_action.assessment.non_answers import read_text
from osaid_action.assessment.outcomes import (
    REQUIREMENT,
    ComponentOutcome,
    OutcomeBuilder,
    is_unpinned,
)
from osaid_action.definition.freedoms import NEEDS
from osaid_action.definition.rules.components import (
    SOURCE_FROM_PRODUCER,
    SOURCE_LICENSE,
    SOURCE_LOCATION_MISSING,
    SOURCE_NOT_EXPLAINED,
    SOURCE_NOT_RELEASED,
    SOURCE_WITHDRAWN,
)
from osaid_action.definition.rules.evidence import UNPINNED
from osaid_action.evidence.observation import Evidence, Observation
from osaid_action.findings import Diagnostic
from osaid_action.licenses.grant import NO_LICENSE, Terms, display_name
from osaid_action.model import Declaration, Outcome, Source
from osaid_action.text import in_brackets, plural, shorten


def data_sources_outcome(declaration: Declaration, evidence: Evidence) -> ComponentOutcome:
    """Judge ``data.sources``: its availability for the freedoms, its terms for the requirement."""
    component, builder = declaration.sources, OutcomeBuilder()
    about = (*NEEDS[component.id], REQUIREMENT)
    for outcome, diagnostic in against_availability(component, declaration, evidence):
        builder.add(outcome, diagnostic, *about)
    for diagnostic in evidence.get(component.path, Observation()).diagnostics:
        builder.add(Outcome.UNDECIDED, diagnostic, *about)
    observations = [evidence.get(source.path, Observation()) for source in declaration.source_list]
    for source, observation in zip(declaration.source_list, observations, strict=True):
        for outcome, diagnostic in _unavailable(source, observation, declaration):
            builder.add(outcome, diagnostic, *about)
        found = effective_terms(source, declaration, evidence)
        for diagnostic, outcome in _against_terms(source, found, declaration, evidence):
            builder.add(outcome, diagnostic, REQUIREMENT)
        builder.remarks += further_remarks(source, _called(source), declaration)
        if source.withdrawn:
            builder.remarks.append(_withdrawn(source))
    builder.remarks += _unpinned_sources(declaration.source_list)
    return builder.build(component, observations)


def _called(source: Source) -> str:
    return f"the data set {shorten(source.name)}"


def is_open(source: Source) -> bool:
    """Whether a data set counts as open; one that is gated is judged as obtainable."""
    is_kept = source.withdrawn or source.not_released is not None
    return source.availability == "open" and source.access == "open" and not is_kept


def _unavailable(
    source: Source, observation: Observation, declaration: Declaration
) -> Iterator[Against]:
    """Why a data set does not count as told: kept back, or not said where or why."""
    name = _called(source)
    if source.not_released is not None:
        remedy = "release it, or describe it as `unshareable` if it cannot be shared"
        message = f"{name} is not released{in_brackets(source.not_released)}"
        yield Against(Outcome.UNMET, SOURCE_NOT_RELEASED.at(source.path, message, remedy))
    elif source.withdrawn:
        reason = ("because",) if source.availability == "unshareable" else ()
        yield from _lacking(source, "has gone offline", "location", *reason, "description")
        yield from _from_producer(source, declaration)
    elif source.availability == "unshareable":
        yield from _lacking(source, "is unshareable", "because", "description")
    elif not source.location:
        message = f"{name} is {source.availability}, and it is not said where to get it"
        yield Against(Outcome.UNMET, SOURCE_LOCATION_MISSING.at(source.path, message))
    else:
        yield from against_place(observation)
        yield from _from_producer(source, declaration)


def _from_producer(source: Source, declaration: Declaration) -> Iterator[Against]:
    """That nobody else has a data set that is called obtainable, or is behind a gate."""
    is_obtainable = source.availability == "obtainable" or source.access != "open"
    if is_obtainable and is_producers(source.location, declaration):
        message = f"{_called(source)} is obtainable, from a place of the producer's own"
        diagnostic = SOURCE_FROM_PRODUCER.at((*source.path, "location"), message)
        yield Against(Outcome.UNDECIDED, diagnostic)


def _lacking(source: Source, state: str, *keys: str) -> Iterator[Against]:
    """What of a data set that nobody can get is not told, or told in words that say nothing."""
    name = _called(source)
    lacking = [key for key in keys if not getattr(source, key)]
    if lacking:
        message = f"{name} {state}, without {' and '.join(f'`{key}`' for key in lacking)}"
        remedy = f"add {' and '.join(f'`{key}`' for key in lacking)}"
        yield Against(Outcome.UNMET, SOURCE_NOT_EXPLAINED.at(source.path, message, remedy))
    if source.description:
        reading = read_text(source.description, (source.name,))
        yield from against_words(reading, name, (*source.path, "description"))


def _against_terms(
    source: Source, found: Terms, declaration: Declaration, evidence: Evidence
) -> Iterator[tuple[Diagnostic, Outcome]]:
    """What the terms of open data cost; the OSI's FAQ asks for them, beyond OSAID's letter."""
    if not is_open(source):
        return
    name, where = _called(source), (*source.path, "license")
    for _, outcome, diagnostic in further_taken(source, name, declaration):
        yield diagnostic, outcome
    if found.granting is Outcome.MET:
        return
    remedy = "name a license that grants the four freedoms, or call it `public` or `obtainable`"
    if found.grants == NO_LICENSE.grants:
        yield _no_license(source, evidence, remedy), Outcome.UNMET
        return
    for freedom, diagnostic, outcome in not_granted(source, found, name, where, evidence):
        if outcome is Outcome.UNMET:
            clause = found.grants[freedom].clause
            message = f"{name} is called open, but {display_name(found)} restricts {freedom}"
            message += f": {clause}" if clause else ""
            yield SOURCE_LICENSE.at(where, message, remedy), outcome
        else:
            yield diagnostic, outcome


def _no_license(source: Source, evidence: Evidence, remedy: str) -> Diagnostic:
    """Why open data is without a license: what was seen took it away, or none is named."""
    observation = evidence.get(source.path, Observation())
    if observation.terms is NO_LICENSE and observation.diagnostics:
        return observation.diagnostics[0]
    why = without_license(source.license) if source.license else "no license is named"
    message = f"{_called(source)} is called open, and {why}"
    return SOURCE_LICENSE.at(source.path, message, remedy)


def _withdrawn(source: Source) -> Diagnostic:
    message = f"{_called(source)} is offline since {source.withdrawn}"
    remedy = "keep its description complete, with dates and hashes"
    return SOURCE_WITHDRAWN.at((*source.path, "withdrawn"), message, remedy)


def _unpinned_sources(sources: tuple[Source, ...]) -> Iterator[Diagnostic]:
    unpinned = [source for source in sources if is_unpinned(source) and not source.withdrawn]
    if unpinned:
        number = f"{len(unpinned)} of {plural(len(sources), 'data set')}"
        yield UNPINNED.at(unpinned[0].path, f"{number}: neither revision nor sha256 given")
