# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the list of training data amounts to: each data set by its class of availability.

The four classes are the OSI's (FAQ on OSAID 1.0): open, public, obtainable, unshareable.
"""

from collections.abc import Iterator

from osaid_action.assessment.messages import display_name, grants_taken
from osaid_action.assessment.outcomes import (
    REQUIREMENT,
    ComponentOutcome,
    OutcomeBuilder,
    is_absent,
    is_unpinned,
    weakest,
)
from osaid_action.definition.freedoms import NEEDS
from osaid_action.definition.requirements import BY_ID
from osaid_action.definition.rules.components import (
    SOURCE_LICENSE,
    SOURCE_LOCATION_MISSING,
    SOURCE_NOT_EXPLAINED,
    SOURCE_NOT_RELEASED,
    SOURCE_WITHDRAWN,
)
from osaid_action.definition.rules.evidence import UNPINNED
from osaid_action.evidence.observation import Evidence, Observation
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import NO_LICENSE
from osaid_action.model import Declaration, Diagnostic, Outcome, Source
from osaid_action.text import in_brackets, shorten


def data_sources_outcome(declaration: Declaration, evidence: Evidence) -> ComponentOutcome:
    """Judge ``data.sources``: its availability for the freedoms, its terms for the requirement."""
    component, requirement = declaration.sources, BY_ID["data.sources"]
    builder = OutcomeBuilder()
    about = (*NEEDS[component.id], REQUIREMENT)
    if is_absent(component, requirement, declaration, builder, about):
        return builder.build(component, None, ())
    observations = [evidence.get(source.path, Observation()) for source in declaration.source_list]
    for source, observation in zip(declaration.source_list, observations, strict=True):
        for diagnostic in _unavailable(source, observation):
            builder.add(Outcome.UNMET, diagnostic, *about)
        for diagnostic, outcome in _source_terms(source, observation):
            builder.add(outcome, diagnostic, REQUIREMENT)
        if source.withdrawn:
            builder.remarks.append(_withdrawn(source))
    builder.remarks += _unpinned_sources(declaration.source_list)
    notes = tuple(note for observation in observations for note in observation.notes)
    return builder.build(component, weakest(observations), notes)


def _called(source: Source) -> str:
    return f"the data set {shorten(source.name)}"


def _unavailable(source: Source, observation: Observation) -> Iterator[Diagnostic]:
    """Why a data set does not count as told: kept back, or not said where or why."""
    name = _called(source)
    if source.not_released is not None:
        remedy = "release it, or describe it as `unshareable` if it cannot be shared"
        yield SOURCE_NOT_RELEASED.at(
            source.path, f"{name} is not released{in_brackets(source.not_released)}", remedy
        )
    elif source.withdrawn:
        if not source.description:
            message = f"{name} has gone offline and is not described"
            yield SOURCE_NOT_EXPLAINED.at(source.path, message, "add its `description`")
    elif source.availability == "unshareable":
        lacking = [key for key in ("because", "description") if not getattr(source, key)]
        if lacking:
            message = f"{name} is unshareable, without a {' or a '.join(lacking)}"
            remedy = f"add {' and '.join(f'`{key}`' for key in lacking)}"
            yield SOURCE_NOT_EXPLAINED.at(source.path, message, remedy)
    elif not source.location:
        message = f"{name} is {source.availability}, and it is not said where to get it"
        yield SOURCE_LOCATION_MISSING.at(source.path, message)
    elif not observation.exists:
        yield from observation.diagnostics


def _source_terms(source: Source, observation: Observation) -> Iterator[tuple[Diagnostic, Outcome]]:
    """What the terms of open data cost; the OSI's FAQ asks for them, beyond OSAID's letter."""
    if source.availability != "open" or source.withdrawn or source.not_released is not None:
        return
    found = observation.terms or NO_LICENSE
    if not observation.terms and source.license:
        found = terms(source.license, text_shown=bool(source.license_file))
    if found.granting is Outcome.MET:
        return
    name, where = _called(source), (*source.path, "license")
    remedy = "name a license that grants the four freedoms, or call it `public` or `obtainable`"
    if found.grants == NO_LICENSE.grants:
        yield (
            SOURCE_LICENSE.at(source.path, f"{name} is called open, without a license", remedy),
            Outcome.UNMET,
        )
        return
    for freedom, diagnostic, outcome in grants_taken(found, name, where, "data"):
        if outcome is Outcome.UNMET:
            clause = found.grants[freedom].clause
            message = f"{name} is called open, but {display_name(found)} restricts {freedom}"
            message += f": {clause}" if clause else ""
            yield SOURCE_LICENSE.at(where, message, remedy), outcome
        else:
            yield diagnostic, outcome


def _withdrawn(source: Source) -> Diagnostic:
    message = f"{_called(source)} is offline since {source.withdrawn}"
    remedy = "keep its description complete, with dates and hashes"
    return SOURCE_WITHDRAWN.at((*source.path, "withdrawn"), message, remedy)


def _unpinned_sources(sources: tuple[Source, ...]) -> Iterator[Diagnostic]:
    unpinned = [source for source in sources if is_unpinned(source) and not source.withdrawn]
    if unpinned:
        message = f"{len(unpinned)} of {len(sources)} data sets: neither revision nor sha256 given"
        yield UNPINNED.at(unpinned[0].path, message)
