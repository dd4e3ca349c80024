# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What each component amounts to: is it there, what do its terms grant, how does one get at it."""

from collections.abc import Iterator, Mapping

from osaid_action.assessment.alike import alike
from osaid_action.assessment.availability import against_availability
from osaid_action.assessment.data_sources import data_sources_outcome
from osaid_action.assessment.effective_terms import (
    default_for,
    doubted,
    effective_terms,
    not_granted,
)
from osaid_action.assessment.further_terms import further_remarks, further_taken
from osaid_action.assessment.home import is_at_home
from osaid_action.assessment.messages import (
    access_taken,
    clauses_of,
    names_no_text,
    without_license,
)
from osaid_action.assessment.outcomes import (
    REQUIREMENT,
    ComponentOutcome,
    OutcomeBuilder,
    is_unpinned,
)
from osaid_action.definition.freedoms import NEEDS, TAKEN_BY_ACCESS
from osaid_action.definition.requirements import BY_ID, GRANTING, Requirement
from osaid_action.definition.rules.evidence import UNPINNED
from osaid_action.definition.rules.terms import (
    ASSERTED_FREE,
    LICENSE_MISSING,
    LICENSE_NOT_ON_OSI_LIST,
    LICENSE_NOT_OSI_APPROVED,
    LICENSE_REMARK,
    LICENSE_UNKNOWN,
    PATENTS_NOT_GRANTED,
)
from osaid_action.evidence.observation import Evidence, Observation
from osaid_action.findings import Diagnostic
from osaid_action.licenses.grant import (
    DOUBTED_ASSERTION,
    FREE_BY_ASSERTION,
    NO_LICENSE,
    Terms,
    display_name,
)
from osaid_action.model import (
    Component,
    Declaration,
    Outcome,
    Part,
    Path,
    default_of,
    is_package,
    is_url,
)
from osaid_action.text import join_words


def component_outcomes(
    declaration: Declaration, evidence: Evidence
) -> tuple[ComponentOutcome, ...]:
    """Judge every component that the definition asks for, in its order."""
    same = alike(declaration, evidence)
    return tuple(
        data_sources_outcome(declaration, evidence)
        if identity == "data.sources"
        else _component(declaration.components[identity], declaration, evidence, same)
        for identity in NEEDS
    )


def _component(
    component: Component,
    declaration: Declaration,
    evidence: Evidence,
    alike: Mapping[str, Diagnostic],
) -> ComponentOutcome:
    requirement = BY_ID[component.id]
    builder = OutcomeBuilder()
    about = (*NEEDS[component.id], REQUIREMENT)
    for outcome, diagnostic in against_availability(component, declaration, evidence):
        builder.add(outcome, diagnostic, *about)
    if component.id in alike:
        builder.add(Outcome.UNDECIDED, alike[component.id], *about)
    for part in component.parts:
        _add_terms(part, requirement, declaration, evidence, builder)
        _add_access(part.access, part.path, requirement.name, builder, NEEDS[component.id])
    builder.remarks += _unpinned(component)
    observations = [evidence.get(part.path, Observation()) for part in component.parts]
    return builder.build(component, observations)


def _unpinned(component: Component) -> Iterator[Diagnostic]:
    unpinned = [part for part in component.parts if is_unpinned(part)]
    if unpinned and component.id.startswith(("code.", "parameters.")):
        message = f"{BY_ID[component.id].name}: elsewhere, and neither revision nor sha256 given"
        yield UNPINNED.at(unpinned[0].path, message)


# ------------------------------------------------------------------ terms


def _add_terms(
    part: Part,
    requirement: Requirement,
    declaration: Declaration,
    evidence: Evidence,
    builder: OutcomeBuilder,
) -> None:
    found = effective_terms(part, declaration, evidence)
    name, where = _named(part, requirement, declaration)
    needed = () if requirement.group == "data" else NEEDS[requirement.id]
    for freedoms, outcome, diagnostic in further_taken(part, name, declaration):
        builder.add(outcome, diagnostic, *(f for f in freedoms if f in needed), REQUIREMENT)
    builder.remarks += further_remarks(part, name, declaration)
    if found.grants == NO_LICENSE.grants:
        diagnostic = _no_license(part, requirement, declaration, evidence)
        taken = [f for f in needed if found.grants[f].outcome is Outcome.UNMET]
        builder.add(Outcome.UNMET, diagnostic, *taken, REQUIREMENT)
        return
    if found is DOUBTED_ASSERTION:
        builder.add(Outcome.UNDECIDED, doubted(part, declaration, evidence), *needed, REQUIREMENT)
        return
    for freedom, diagnostic, outcome in not_granted(part, found, name, where, evidence):
        builder.add(outcome, diagnostic, *((freedom,) if freedom in needed else ()))
        if requirement.terms == GRANTING or found.osi is not Outcome.MET:
            wanted = outcome if requirement.terms == GRANTING else found.osi
            builder.add(wanted, diagnostic, REQUIREMENT)
    if requirement.terms != GRANTING and found.granting is Outcome.MET is not found.osi:
        builder.add(found.osi, _not_approved(found, name, where), REQUIREMENT)
    builder.remarks += _license_remarks(found, requirement, name, where)


def _named(part: Part, requirement: Requirement, declaration: Declaration) -> tuple[str, Path]:
    """What a license is said of, and where it stands: with the part, or with the defaults."""
    if default := default_for(part, declaration):
        return _AT_HOME[default], ("licenses", default)
    return requirement.name, (*part.path, "license")


_AT_HOME = {"code": "the code at home", "documents": "the data description at home"}


def _no_license(
    part: Part, requirement: Requirement, declaration: Declaration, evidence: Evidence
) -> Diagnostic:
    observation = evidence.get(part.path, Observation())
    if observation.terms is NO_LICENSE and observation.diagnostics:
        return observation.diagnostics[0]
    name, where = _named(part, requirement, declaration)
    if named := part.license or declaration.licenses.get(default_for(part, declaration)):
        message = without_license(named, f", named for {name},")
        remedy = "give the license's text as `license_file`, or use an id that is known"
    else:
        message = f"{requirement.name}: no license is named"
        remedy = "name its `license`"
        if requirement.group == "parameters":
            remedy += "; the defaults of `licenses` are not for parameters"
        elif is_url(part.location) and not is_at_home(part.location, declaration):
            remedy += "; the defaults of `licenses` do not reach a URL elsewhere"
        elif is_package(part.location):
            remedy += "; the defaults of `licenses` do not reach a package"
        else:
            remedy += f", or `licenses.{default_of(part.path)}` for all of them"
    return LICENSE_MISSING.at(where if named else part.path, message, remedy)


def _not_approved(found: Terms, name: str, where: Path) -> Diagnostic:
    if found.osi is Outcome.UNDECIDED:
        message = f"{display_name(found)}, the license of {name}: its terms are not known"
        return LICENSE_UNKNOWN.at(where, message, "correct the id")
    message = f"{display_name(found)}, the license of {name}, is not OSI-approved"
    remedy = "use a license from the OSI's list, or offer one beside it: `MIT OR …`; "
    remedy += clauses_of(found)
    return LICENSE_NOT_OSI_APPROVED.at(where, message, remedy)


def _license_remarks(
    found: Terms, requirement: Requirement, name: str, where: Path
) -> Iterator[Diagnostic]:
    if found is FREE_BY_ASSERTION:
        message = "no license is named for the weights, and they are declared free to all"
        yield ASSERTED_FREE.at(where, message, "a license such as CC0-1.0 would be plainer")
    elif requirement.terms == GRANTING and found.granting is Outcome.MET is not found.osi:
        message = (
            f"{display_name(found)}, the license of {name}, is open in substance, not on the "
            "OSI's list"
        )
        remedy = "nothing to do; a license from the OSI's list leaves no doubt"
        yield LICENSE_NOT_ON_OSI_LIST.at(where, message, remedy)
    withholding = [one.id for one in found.licenses if one.withholds_patents]
    if withholding and requirement.group != "data" and " OR " not in found.expression:
        said = "says that it grants no patent rights"
        message = f"{join_words(withholding)}, the license of {name}, {said}"
        yield PATENTS_NOT_GRANTED.at(where, message)
    names_nothing = found.granting is Outcome.UNDECIDED and names_no_text(found)
    if names_nothing or all(license_.source == "unknown" for license_ in found.licenses):
        return  # the finding that says so holds the remark already
    for remark in found.remarks:
        message = f"{display_name(found)}, the license of {name}: {remark}"
        yield LICENSE_REMARK.at(where, message)


def _add_access(
    access: str, path: Path, name: str, builder: OutcomeBuilder, needed: tuple[str, ...]
) -> None:
    for diagnostic in access_taken(access, path, name):
        builder.add(Outcome.UNMET, diagnostic, *(f for f in needed if f in TAKEN_BY_ACCESS))
