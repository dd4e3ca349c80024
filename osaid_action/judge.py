# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What one component amounts to: is it there, what do its terms grant, how does one get at it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from osaid_action.declaration import is_placeholder
from osaid_action.definition import BY_ID, GRANTING, NEEDS, TAKEN_BY_ACCESS, Requirement
from osaid_action.evidence import Evidence, Looked, is_url
from osaid_action.licenses import ASSERTED_FREE, NO_LICENSE, Terms, terms
from osaid_action.model import (
    FREEDOMS,
    Base,
    Component,
    Declaration,
    Outcome,
    Part,
    Path,
    Problem,
    Source,
    worst,
)

REQUIREMENT = "requirement"
_LONG = 120
_PLAIN = re.compile(r"[\w./~@:+,=#?&!$()*;-]*")  # of a URL: no escapes, no white space, no \\


class Judged(NamedTuple):
    """What is said of a component: outcomes and their reasons, by freedom and by REQUIREMENT."""

    id: str
    path: Path
    outcomes: dict[str, Outcome]
    reasons: dict[str, tuple[Problem, ...]]
    notes: tuple[Problem, ...] = ()
    evidence: str | None = None
    looked_at: tuple[str, ...] = ()


class _Ruling:
    """Gathers outcomes with the problems that caused them."""

    def __init__(self) -> None:
        self.outcomes: dict[str, list[Outcome]] = {}
        self.reasons: dict[str, list[Problem]] = {}
        self.notes: list[Problem] = []

    def say(self, outcome: Outcome, problem: Problem, *about: str) -> None:
        """Let ``problem`` make ``outcome`` of each of ``about``."""
        for subject in about:
            self.outcomes.setdefault(subject, []).append(outcome)
            self.reasons.setdefault(subject, []).append(problem)

    def judged(self, component: Component, evidence: str | None, what: tuple[str, ...]) -> Judged:
        """The ruling on ``component``; what nobody spoke against is met."""
        outcomes = {
            subject: worst(self.outcomes.get(subject, ()))
            for subject in (*FREEDOMS, REQUIREMENT)
            if subject == REQUIREMENT or subject in NEEDS[component.id]
        }
        reasons = {
            subject: tuple(dict.fromkeys(self.reasons.get(subject, ()))) for subject in outcomes
        }
        notes = tuple(dict.fromkeys(self.notes))
        return Judged(component.id, component.path, outcomes, reasons, notes, evidence, what)


# ------------------------------------------------------------------ components


def judge(declaration: Declaration, evidence: Evidence) -> tuple[Judged, ...]:
    """Judge every component that the definition asks for, in its order."""
    return tuple(
        _sources(declaration, evidence)
        if identity == "data.sources"
        else _component(declaration.components[identity], declaration, evidence)
        for identity in NEEDS
    )


def _component(component: Component, declaration: Declaration, evidence: Evidence) -> Judged:
    requirement = BY_ID[component.id]
    ruling = _Ruling()
    about = (*NEEDS[component.id], REQUIREMENT)
    if not _absent(component, requirement, declaration, ruling, about):
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
    return ruling.judged(component, _status(looked_at), what)


def _status(looked_at: list[Looked]) -> str | None:
    """The evidence of a component in parts: its weakest."""
    statuses = {looked.status for looked in looked_at}
    return next((s for s in ("contradicted", "declared", "verified") if s in statuses), None)


def _absent(
    component: Component,
    requirement: Requirement,
    declaration: Declaration,
    ruling: _Ruling,
    about: tuple[str, ...],
) -> bool:
    """Rule on a component without parts; False when it has parts."""
    if component.state == "not_applicable":
        if not may_not_apply(requirement, declaration):
            ruling.say(Outcome.UNMET, _refused(component, requirement), *about)
        return True
    if component.state == "present":
        return False
    if component.state == "not_released":
        message = f"{requirement.name}: not released{quoted(component.why)}"
    else:
        message = f"{requirement.name}: not declared"
    problem = Problem(requirement.missing, message, requirement.remedy, component.path, key=True)
    ruling.say(Outcome.UNMET, problem, *about)
    return True


def may_not_apply(requirement: Requirement, declaration: Declaration) -> bool:
    """Whether a requirement may be called not applicable in this declaration."""
    if requirement.may_not_apply == "with-base":
        return bool(declaration.built_on)
    return requirement.may_not_apply == "always"


def _refused(component: Component, requirement: Requirement) -> Problem:
    message = f"{requirement.name} cannot be called not applicable"
    if requirement.may_not_apply == "with-base":
        remedy = "name the model that carries it in `built_on`, or declare it"
    else:
        remedy = "declare it, or say `not_released: …`"
    return Problem("not-applicable-refused", message, remedy, component.path, key=True)


def shown(text: str) -> str:
    """A text of the author's, in one line and cut when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONG else line[: _LONG - 1] + "…"


def quoted(why: str) -> str:
    """The author's reason in brackets, if there is one."""
    return f" (“{shown(why)}”)" if why.strip() else ""


def _notes(component: Component) -> Iterator[Problem]:
    if component.id == "code.training" and not any(part.settings for part in component.parts):
        yield Problem(
            "settings-not-shown",
            "the settings of the training runs are not shown",
            "add `settings: path/to/config` to `code.training`",
            component.path,
            key=True,
        )
    unpinned = [part for part in component.parts if _is_unpinned(part)]
    if unpinned and component.id.startswith(("code.", "parameters.")):
        message = f"{BY_ID[component.id].name}: elsewhere, and neither revision nor sha256 given"
        yield Problem("unpinned", message, "add `revision` or `sha256`", unpinned[0].path)


def _is_unpinned(entry: Part | Source | Base) -> bool:
    return is_url(entry.location) and not (entry.revision or entry.sha256)


# ------------------------------------------------------------------ terms


def terms_of(part: Part, component: str, declaration: Declaration) -> Terms:
    """The terms of one part: its own license, else the default for what lies at home."""
    license_text = part.license
    if not license_text and part.asserted_free and component == "parameters.weights":
        return ASSERTED_FREE
    if not license_text and is_at_home(part.location, declaration):
        kind = {"code": "code", "data": "documents", "documents": "documents"}
        default = kind.get(component.split(".", maxsplit=1)[0], "")
        license_text = declaration.licenses.get(default, "")
    return terms(license_text, text_shown=bool(part.license_file)) if license_text else NO_LICENSE


def is_at_home(location: str, declaration: Declaration) -> bool:
    """Whether a location is a path, text in place, or below the system's own repository."""
    if not is_url(location):
        return True
    home = declaration.system.repository.rstrip("/").removesuffix(".git")
    rest = location.removeprefix(home)
    inside = bool(home) and rest != location and rest[:1] in ("", "/", "#", "?")
    return inside and _PLAIN.fullmatch(rest) is not None and "/.." not in rest


def _judge_terms(
    part: Part,
    looked: Looked,
    requirement: Requirement,
    declaration: Declaration,
    ruling: _Ruling,
) -> None:
    found = looked.terms or terms_of(part, requirement.id, declaration)
    where = (*part.path, "license")
    needed = () if requirement.group == "data" else NEEDS[requirement.id]
    if found.grants == NO_LICENSE.grants:
        problem = _no_license(part, looked, requirement, declaration, where)
        taken = [f for f in needed if found.grants[f].outcome is Outcome.UNMET]
        ruling.say(Outcome.UNMET, problem, *taken, REQUIREMENT)
        return
    for freedom, problem, outcome in grants_taken(found, requirement.name, where):
        ruling.say(outcome, problem, *((freedom,) if freedom in needed else ()))
        if requirement.terms == GRANTING or found.osi is not Outcome.MET:
            wanted = outcome if requirement.terms == GRANTING else found.osi
            ruling.say(wanted, problem, REQUIREMENT)
    if requirement.terms != GRANTING and found.granting is Outcome.MET is not found.osi:
        ruling.say(found.osi, _not_approved(found, requirement, where), REQUIREMENT)
    ruling.notes += _license_notes(found, requirement, where)


def grants_taken(found: Terms, name: str, where: Path) -> Iterator[tuple[str, Problem, Outcome]]:
    """What the terms of ``name`` do not grant: each freedom, why, and the outcome."""
    for freedom in FREEDOMS:
        outcome, clause = found.grants[freedom]
        if outcome is Outcome.UNMET:
            because = f": {clause}" if clause else ""
            message = f"{called(found)}, the license of {name}, restricts {freedom}{because}"
            yield (
                freedom,
                Problem(f"license-restricts-{freedom}", message, _remedy(found), where),
                outcome,
            )
        elif outcome is Outcome.UNDECIDED:
            message = f"{called(found)}, the license of {name}: its terms are not known"
            remedy = "correct the id, or give the license's text as `license_file`"
            if found.remarks:
                remedy = f"{remedy} ({found.remarks[0]})"
            yield freedom, Problem("license-unknown", message, remedy, where), outcome


def called(found: Terms) -> str:
    """A license expression as people know it: ids of our catalogue without SPDX's prefix."""
    text = found.expression
    for license_ in found.licenses:
        if license_.source != "unknown":
            text = text.replace(license_.id, license_.id.removeprefix("LicenseRef-"))
    return shown(text)


def _remedy(found: Terms) -> str:
    return (
        "release it under terms that grant all four freedoms, for example Apache-2.0, or "
        f"CC-BY-4.0 for what is not code; `osaid explain {called(found)}` has the clauses"
    )


def _no_license(
    part: Part,
    looked: Looked,
    requirement: Requirement,
    declaration: Declaration,
    where: Path,
) -> Problem:
    if looked.terms is NO_LICENSE and looked.problems:
        return looked.problems[0]
    if part.license:
        message = f"{part.license}, named for {requirement.name}, is an id that nobody knows"
        remedy = "give the license's text as `license_file`, or use an id that is known"
    else:
        message = f"{requirement.name}: no license"
        remedy = "name a `license`"
        if is_url(part.location) and not is_at_home(part.location, declaration):
            remedy += "; the defaults of `licenses` do not reach a URL elsewhere"
        elif not is_placeholder(part.location) or part.text:
            default = "code" if requirement.group == "code" else "documents"
            if requirement.group != "parameters":
                remedy += f", or `licenses.{default}` for all of them"
    return Problem("license-missing", message, remedy, part.path if not part.license else where)


def _not_approved(found: Terms, requirement: Requirement, where: Path) -> Problem:
    if found.osi is Outcome.UNDECIDED:
        message = f"{called(found)}, the license of {requirement.name}: its terms are not known"
        return Problem("license-unknown", message, "correct the id", where)
    message = f"{called(found)}, the license of {requirement.name}, is not OSI-approved"
    remedy = "use a license from the OSI's list, or offer one beside it: `MIT OR …`"
    return Problem("license-not-osi-approved", message, remedy, where)


def _license_notes(found: Terms, requirement: Requirement, where: Path) -> Iterator[Problem]:
    if found is ASSERTED_FREE:
        message = "the weights carry no license and are declared free to all"
        yield Problem("asserted-free", message, "a license such as CC0-1.0 would be plainer", where)
    elif requirement.terms == GRANTING and found.granting is Outcome.MET is not found.osi:
        message = (
            f"{called(found)}, the license of {requirement.name}, is open in substance, "
            "not on the OSI's list"
        )
        remedy = "nothing to do; a license from the OSI's list leaves no doubt"
        yield Problem("license-not-on-osi-list", message, remedy, where)
    for remark in found.remarks:
        message = f"{called(found)}, the license of {requirement.name}: {remark}"
        yield Problem("license-remark", message, "name the exact license", where)


def _judge_access(
    access: str, path: Path, name: str, ruling: _Ruling, needed: tuple[str, ...]
) -> None:
    for problem in access_taken(access, path, name):
        ruling.say(Outcome.UNMET, problem, *(f for f in needed if f in TAKEN_BY_ACCESS))


def access_taken(access: str, path: Path, name: str) -> Iterator[Problem]:
    """Why a way of getting at something takes freedoms away; nothing when it is open."""
    if access in ("gated", "approval"):
        if access == "gated":
            way = "gated: an account, contact data or accepted conditions are asked for"
        else:
            way = "by approval: somebody decides who gets access"
        message = f"{name}: {way}"
        remedy = "publish a copy that anybody can download"
        yield Problem(f"access-{access}", message, remedy, (*path, "access"))


# ------------------------------------------------------------------ data sources


def _sources(declaration: Declaration, evidence: Evidence) -> Judged:
    component, requirement = declaration.sources, BY_ID["data.sources"]
    ruling = _Ruling()
    about = (*NEEDS[component.id], REQUIREMENT)
    if _absent(component, requirement, declaration, ruling, about):
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
    return ruling.judged(component, _status(seen), what)


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
    for freedom, problem, outcome in grants_taken(found, name, where):
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
    unpinned = [source for source in sources if _is_unpinned(source) and not source.withdrawn]
    if unpinned:
        message = f"{len(unpinned)} of {len(sources)} data sets: neither revision nor sha256 given"
        yield Problem("unpinned", message, "add `revision` or `sha256`", unpinned[0].path)
