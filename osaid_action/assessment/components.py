# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What each component amounts to: is it there, what do its terms grant, how does one get at it."""

from collections.abc import Iterator

from osaid_action.assessment.data_sources import judged_sources
from osaid_action.assessment.effective_terms import default_of, is_at_home, terms_of
from osaid_action.assessment.messages import access_taken, called, grants_taken
from osaid_action.assessment.outcomes import (
    REQUIREMENT,
    Judged,
    Ruling,
    is_absent,
    is_unpinned,
    weakest,
)
from osaid_action.definition.freedoms import NEEDS, TAKEN_BY_ACCESS
from osaid_action.definition.requirements import BY_ID, GRANTING, Requirement
from osaid_action.evidence.observation import Evidence, Looked
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import ASSERTED_FREE, NO_LICENSE, Terms
from osaid_action.model import Component, Declaration, Outcome, Part, Path, Problem, is_url
from osaid_action.text import shown


def judge(declaration: Declaration, evidence: Evidence) -> tuple[Judged, ...]:
    """Judge every component that the definition asks for, in its order."""
    return tuple(
        judged_sources(declaration, evidence)
        if identity == "data.sources"
        else _component(declaration.components[identity], declaration, evidence)
        for identity in NEEDS
    )


def _component(component: Component, declaration: Declaration, evidence: Evidence) -> Judged:
    requirement = BY_ID[component.id]
    ruling = Ruling()
    about = (*NEEDS[component.id], REQUIREMENT)
    if not is_absent(component, requirement, declaration, ruling, about):
        for part in component.parts:
            looked = evidence.get(part.path, Looked())
            if not looked.there:
                for problem in looked.problems:
                    ruling.say(Outcome.UNMET, problem, *about)
            _judge_terms(part, looked, requirement, declaration, ruling)
            _judge_access(part.access, part.path, requirement.name, ruling, NEEDS[component.id])
        ruling.notes += _notes(component)
    looked_at = [evidence.get(part.path, Looked()) for part in component.parts]
    what = tuple(what for looked in looked_at for what in looked.what)
    return ruling.judged(component, weakest(looked_at), what)


def _notes(component: Component) -> Iterator[Problem]:
    if component.id == "code.training" and not any(part.settings for part in component.parts):
        yield Problem(
            "settings-not-shown",
            "the settings of the training runs are not shown",
            "add `settings: path/to/config` to `code.training`",
            component.path,
            key=True,
        )
    unpinned = [part for part in component.parts if is_unpinned(part)]
    if unpinned and component.id.startswith(("code.", "parameters.")):
        message = f"{BY_ID[component.id].name}: elsewhere, and neither revision nor sha256 given"
        yield Problem("unpinned", message, "add `revision` or `sha256`", unpinned[0].path)


# ------------------------------------------------------------------ terms


def _judge_terms(
    part: Part,
    looked: Looked,
    requirement: Requirement,
    declaration: Declaration,
    ruling: Ruling,
) -> None:
    found = looked.terms or terms_of(part, requirement.id, declaration)
    name, where = _named(part, requirement, declaration)
    needed = () if requirement.group == "data" else NEEDS[requirement.id]
    if found.grants == NO_LICENSE.grants:
        problem = _no_license(part, looked, requirement, declaration, where)
        taken = [f for f in needed if found.grants[f].outcome is Outcome.UNMET]
        ruling.say(Outcome.UNMET, problem, *taken, REQUIREMENT)
        return
    for freedom, problem, outcome in grants_taken(found, name, where, requirement.group):
        ruling.say(outcome, problem, *((freedom,) if freedom in needed else ()))
        if requirement.terms == GRANTING or found.osi is not Outcome.MET:
            wanted = outcome if requirement.terms == GRANTING else found.osi
            ruling.say(wanted, problem, REQUIREMENT)
    if requirement.terms != GRANTING and found.granting is Outcome.MET is not found.osi:
        ruling.say(found.osi, _not_approved(found, name, where), REQUIREMENT)
    ruling.notes += _license_notes(found, requirement, name, where)


def _named(part: Part, requirement: Requirement, declaration: Declaration) -> tuple[str, Path]:
    """What a license is said of, and where it stands: with the part, or with the defaults."""
    default = default_of(requirement.id)
    if part.license or not declaration.licenses.get(default):
        return requirement.name, (*part.path, "license")
    if not is_at_home(part.location, declaration):
        return requirement.name, (*part.path, "license")
    return _AT_HOME[default], ("licenses", default)


_AT_HOME = {"code": "the code at home", "documents": "the data description at home"}


def _no_license(
    part: Part,
    looked: Looked,
    requirement: Requirement,
    declaration: Declaration,
    where: Path,
) -> Problem:
    if looked.terms is NO_LICENSE and looked.problems:
        return looked.problems[0]
    name, place = _named(part, requirement, declaration)
    default = declaration.licenses.get(str(place[-1]), "") if place[0] == "licenses" else ""
    named = part.license or default
    if named:
        where = place
        is_known = any(license_.source != "unknown" for license_ in terms(named).licenses)
        state = "says that there is no license" if is_known else "is an id that nobody knows"
        message = f"{shown(named)}, named for {name}, {state}"
        remedy = "give the license's text as `license_file`, or use an id that is known"
    else:
        message = f"{requirement.name}: no license"
        remedy = "name a `license`"
        if requirement.group == "parameters":
            remedy += "; the defaults of `licenses` are not for parameters"
        elif is_url(part.location) and not is_at_home(part.location, declaration):
            remedy += "; the defaults of `licenses` do not reach a URL elsewhere"
        else:
            remedy += f", or `licenses.{default_of(requirement.id)}` for all of them"
    return Problem("license-missing", message, remedy, where if named else part.path)


def _not_approved(found: Terms, name: str, where: Path) -> Problem:
    if found.osi is Outcome.UNDECIDED:
        message = f"{called(found)}, the license of {name}: its terms are not known"
        return Problem("license-unknown", message, "correct the id", where)
    message = f"{called(found)}, the license of {name}, is not OSI-approved"
    remedy = "use a license from the OSI's list, or offer one beside it: `MIT OR …`"
    return Problem("license-not-osi-approved", message, remedy, where)


def _license_notes(
    found: Terms, requirement: Requirement, name: str, where: Path
) -> Iterator[Problem]:
    if found is ASSERTED_FREE:
        message = "the weights carry no license and are declared free to all"
        yield Problem("asserted-free", message, "a license such as CC0-1.0 would be plainer", where)
    elif requirement.terms == GRANTING and found.granting is Outcome.MET is not found.osi:
        message = (
            f"{called(found)}, the license of {name}, is open in substance, not on the OSI's list"
        )
        remedy = "nothing to do; a license from the OSI's list leaves no doubt"
        yield Problem("license-not-on-osi-list", message, remedy, where)
    if all(license_.source == "unknown" for license_ in found.licenses):
        return  # the finding that says so holds the remark already
    for remark in found.remarks:
        message = f"{called(found)}, the license of {name}: {remark}"
        yield Problem("license-remark", message, "name the exact license", where)


def _judge_access(
    access: str, path: Path, name: str, ruling: Ruling, needed: tuple[str, ...]
) -> None:
    for problem in access_taken(access, path, name):
        ruling.say(Outcome.UNMET, problem, *(f for f in needed if f in TAKEN_BY_ACCESS))
