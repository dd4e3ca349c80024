# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a component is there for others: released, whole, and told where it is to be told."""

import json
import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from osaid_action.assessment.file_text import decoded, read_file_text
from osaid_action.assessment.home import names_a_site
from osaid_action.assessment.non_answers import (
    TOO_SHORT,
    Reading,
    read_reason,
    read_text,
)
from osaid_action.assessment.sentence import ANSWERS
from osaid_action.assessment.third_party import is_sourced, is_third_party, unsupported
from osaid_action.definition.relations import (
    CARRIED_BY_OTHERS,
    DESCRIPTION,
    MADE_FROM,
    TEACHER,
    may_not_apply,
)
from osaid_action.definition.requirements import BY_ID
from osaid_action.definition.rules.components import (
    BY_A_LIBRARY,
    CARRIED,
    DATA_DESCRIPTION_MISSING,
    LOCATION_DOUBTFUL,
    MISSING,
    NON_ANSWER,
    NOT_APPLICABLE_DOUBTFUL,
    NOT_APPLICABLE_REFUSED,
    PACKAGE_ALONE,
    SETTINGS_NOT_SHOWN,
    TEXT_TOO_SHORT,
)
from osaid_action.definition.rules.evidence import NOT_LOOKED_AT, PATH_UNKNOWN
from osaid_action.definition.sections import (
    KEPT_BACK,
    KEPT_IN_PART,
    THIRD_PARTY,
    THIRD_PARTY_SAYS_NO,
    THIRD_PARTY_SHOWS_NO,
)
from osaid_action.evidence.artifacts import PICTURES, PROSE
from osaid_action.evidence.license_inventory import is_license_name
from osaid_action.evidence.observation import Evidence, Observation
from osaid_action.findings import Diagnostic, Rule
from osaid_action.model import Component, Declaration, Outcome, Part, Path, is_package
from osaid_action.text import in_brackets, shorten

WHOLE_DESCRIPTION: Path = ("data", "description")
UNSAID = "unsaid"
"""The state of what a third party leaves out who describes a model that another is built on."""


_MOST_PLACES = 1000  # that only hold a place, and are told as that


class Against(NamedTuple):
    """A reason why something is not there, or cannot be told to be."""

    outcome: Outcome
    diagnostic: Diagnostic


def against_availability(
    component: Component, declaration: Declaration, evidence: Evidence
) -> Iterator[Against]:
    """Why a component is not available; nothing when it is."""
    if component.state == "not_applicable":
        yield from _against_excuse(component, declaration)
    elif component.state == UNSAID:
        unmet = _missing(component, "a third party's declaration does not say")
        yield unmet._replace(outcome=Outcome.UNDECIDED)
    elif component.state != "present":
        cause, state = ("", THIRD_PARTY), "not declared"
        if _is_held_open(component, declaration):
            state = "only holds a place so far, so not declared"
        if component.state == "not_released":
            says_no = THIRD_PARTY_SHOWS_NO if is_sourced(component.source) else THIRD_PARTY_SAYS_NO
            cause = KEPT_BACK, says_no
            state = f"not released{in_brackets(component.why)}"
        more = borrowed(component.id, declaration) if state.endswith("not declared") else ""
        yield _missing(component, state, cause[is_third_party(declaration)], more)
    else:
        if component.withheld:
            in_part = THIRD_PARTY_SHOWS_NO if is_third_party(declaration) else KEPT_IN_PART
            state = f"released in part{in_brackets(component.withheld[0][1])}"
            yield _missing(component, state, in_part)
        for part in component.parts:
            yield from _against_part(part, component, declaration, evidence)
        yield from _against_code(component)


def _is_held_open(component: Component, declaration: Declaration) -> bool:
    """Whether an example stands there that is not filled in, or TODO."""
    length = len(component.path)
    places = declaration.placeholders[:_MOST_PLACES]
    return any(path[:length] == component.path for path in places)


def _missing(component: Component, state: str, cause: str = "", more: str = "") -> Against:
    """That it is not there; ``cause`` is one of those of which the rule has a remedy."""
    rule, name = _rule_and_name(component)
    remedy = rule.remedy_for(cause) if cause else rule.remedy
    remedy = f"{remedy}; {more}" if more else remedy
    return Against(Outcome.UNMET, rule.at(component.path, f"{name}: {state}", remedy, key=True))


def borrowed(identity: str, declaration: Declaration) -> str:
    """How to say that a part is a base's, where that is enough; else empty."""
    bases = [one.name for one in declaration.built_on if one.relation in MADE_FROM]
    may_be = identity in CARRIED_BY_OTHERS and excused(identity, declaration)
    if not bases or not may_be or is_third_party(declaration):
        return ""
    why = json.dumps(f"It is that of {shorten(bases[0])}.", ensure_ascii=False)
    return f"unchanged from the base: `{identity.rpartition('.')[2]}: {{not_applicable: {why}}}`"


def _rule_and_name(component: Component) -> tuple[Rule, str]:
    """What speaks of a component that is not there; of all five points together, one rule."""
    if component.path == WHOLE_DESCRIPTION:
        return DATA_DESCRIPTION_MISSING, "the description of the training data"
    return MISSING[component.id], BY_ID[component.id].name


# ------------------------------------------------------------------ what does not apply


def _against_excuse(component: Component, declaration: Declaration) -> Iterator[Against]:
    if (reading := read_reason(component.why)).kind != ANSWERS:
        yield _missing(component, f"not released: the reason given is {quoted(reading)}")
        return
    if not excused(component.id, declaration):
        yield Against(Outcome.UNMET, _refused(component, declaration))
        return
    name = _rule_and_name(component)[1]
    if is_third_party(declaration) and not is_sourced(component.source):
        said = unsupported(component.path, f"{name}: that it does not apply")
        yield Against(Outcome.UNDECIDED, said)
    for other, words in _CONTRADICTED.get(component.id, {}).items():
        if declaration.components[other].state == "present":
            message = f"{name} is called not applicable, and `{other}` {words}"
            diagnostic = NOT_APPLICABLE_DOUBTFUL.at(component.path, message, key=True)
            yield Against(Outcome.UNDECIDED, diagnostic)


_CONTRADICTED = {
    "code.data_processing": {"data.description.processing": "tells of processing"},
    "code.validation": {
        "code.evaluation": "is declared",
        "documents.evaluation_results": "is declared",
    },
}
"""What tells that something was done that is called not applicable."""


def excused(identity: str, declaration: Declaration) -> bool:
    """Whether a requirement may be called not applicable in this declaration."""
    relations = frozenset(p.relation for p in declaration.built_on if p.relation != TEACHER)
    every = (*declaration.components.values(), declaration.sources)
    not_applicable = frozenset(
        one.id
        for one in every
        if one.state == "not_applicable" and read_reason(one.why).kind == ANSWERS
    )
    return may_not_apply(identity, relations, not_applicable)


def _refused(component: Component, declaration: Declaration) -> Diagnostic:
    name = _rule_and_name(component)[1]
    rule = NOT_APPLICABLE_REFUSED
    may_be_named = all(one.relation == TEACHER for one in declaration.built_on)
    is_carried = component.id in CARRIED_BY_OTHERS and may_be_named
    remedy = rule.remedy_for(CARRIED) if is_carried else rule.remedy
    remedy = rule.remedy_for(BY_A_LIBRARY) if component.id == "code.architecture" else remedy
    return rule.at(component.path, f"{name} cannot be called not applicable", remedy, key=True)


# ------------------------------------------------------------------ what is said


def _against_part(
    part: Part, component: Component, declaration: Declaration, evidence: Evidence
) -> Iterator[Against]:
    observation = evidence.get(part.path, Observation())
    yield from against_place(observation)
    name = _rule_and_name(component)[1]
    if doubt := _why_not(part.location, component) or _unreadable(observation):
        message = f"{name}: {shorten(part.location)} is {doubt}"
        remedy = LOCATION_DOUBTFUL.remedy
        if doubt == _A_PAGE:
            remedy = f"point to {name} as such: a file or a folder, not a page about it"
        yield Against(Outcome.UNDECIDED, LOCATION_DOUBTFUL.at(part.path, message, remedy))
    if part.text:
        names = (declaration.system.name, declaration.system.producer or "")
        where = (*part.path, "text")
        yield from against_words(read_text(part.text, names), name, where)
        if is_third_party(declaration) and not is_sourced(part.source):
            yield Against(Outcome.UNDECIDED, unsupported(where, f"{name}: the text in place"))
    elif reading := _read_file(component, observation):
        yield from against_words(reading, f"{name}: {shorten(part.location)}", part.path)


def _why_not(location: str, component: Component) -> str:
    """Why what stands at a location cannot be the component; "" when it can."""
    if names_a_site(location):
        return "a whole site"
    name = posixpath.basename(location.partition("#")[0].partition("?")[0].rstrip("/"))
    stem, suffix = posixpath.splitext(name.lower())
    if is_license_name(name) and not location.endswith("/"):
        return "a license"
    if stem == "open_ai_system":
        return "the declaration"
    if component.id in DESCRIPTION and suffix in PICTURES:
        return "a picture, which nobody reads as a description"
    if component.id in DESCRIPTION and location and posixpath.normpath(location) == ".":
        return "the whole repository"
    is_prose = suffix in PROSE and component.id.startswith(("code.", "parameters."))
    return _A_PAGE if is_prose else ""


def _unreadable(observation: Observation) -> str:
    """Why the content of a description is none; "" for a text, and for what may hold one."""
    content = observation.content
    is_text = content.startswith(_DOCUMENTS) or decoded(content) is not None
    return "" if is_text else "a file of bytes, not a text"


_A_PAGE = "a page of prose"
_DOCUMENTS = (b"%PDF-", b"PK", b"\xd0\xcf\x11\xe0")  # PDF; OpenDocument, docx; doc


def against_place(observation: Observation) -> Iterator[Against]:
    """What a path costs at which nothing is, or of which nobody can tell."""
    if not observation.exists:
        yield from (Against(Outcome.UNMET, one) for one in observation.diagnostics)
    elif not observation.is_known:
        rules = (PATH_UNKNOWN, NOT_LOOKED_AT, LOCATION_DOUBTFUL)
        unknown = (one for one in observation.diagnostics if one.rule in rules)
        yield from (Against(Outcome.UNDECIDED, one) for one in unknown)


def _read_file(component: Component, observation: Observation) -> Reading | None:
    """What a file that describes the data says; None when it was not read, or is no text."""
    is_read = component.id in DESCRIPTION and observation.content
    return read_file_text(observation.content) if is_read else None


def against_words(reading: Reading, name: str, where: Path) -> Iterator[Against]:
    """What words that say nothing, or too little, cost."""
    if reading.kind == TOO_SHORT:
        message = f"{name}: the text says too little to tell"
        yield Against(Outcome.UNDECIDED, TEXT_TOO_SHORT.at(where, message))
    elif reading.kind != ANSWERS:
        message = f"{name}: not released: the text is {quoted(reading)}"
        yield Against(Outcome.UNMET, NON_ANSWER.at(where, message))


def quoted(reading: Reading) -> str:
    """The words that say nothing, as they stand."""
    return "; ".join(f'"{shorten(one)}"' for one in reading.quoted) or "empty"


# ------------------------------------------------------------------ code


def _against_code(component: Component) -> Iterator[Against]:
    settings = [where for part in component.parts for _, where in part.settings]
    if component.id == "code.training" and all(map(names_a_site, settings)):
        message = "the settings of the training runs are not shown"
        yield Against(Outcome.UNDECIDED, SETTINGS_NOT_SHOWN.at(component.path, message, key=True))
    if component.id in ("code.data_processing", "code.validation") and all(
        is_package(part.location) for part in component.parts
    ):
        message = f"{BY_ID[component.id].name}: only packages are named"
        yield Against(Outcome.UNDECIDED, PACKAGE_ALONE.at(component.parts[0].path, message))
