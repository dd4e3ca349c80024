# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a program cannot check of what is declared, with the words that it rests on."""

from collections.abc import Iterator, Sequence

from osaid_action.assessment.lineage import ResolvedParent
from osaid_action.assessment.permission import is_permitted
from osaid_action.assessment.third_party import is_third_party
from osaid_action.definition.requirements import ATTESTED
from osaid_action.evidence.observation import Evidence
from osaid_action.findings import Attested
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import is_share_alike
from osaid_action.model import Declaration, FurtherTerms, ParentModel, Part, Path, Source


def attested(
    declaration: Declaration, parents: Sequence[ResolvedParent], evidence: Evidence
) -> Iterator[Attested]:
    """All that is attested, in the order of the file; prose is given whole."""
    yield from _of_data(declaration)
    components = declaration.components
    if any(c.parts for c in components.values() if c.id.startswith("code.")):
        yield _of("code")
        yield _of("libraries")
    if any(c.parts for c in components.values()):
        yield _of("lineage", ("built_on",) if declaration.built_on else ())
    yield from dict.fromkeys(_holders(evidence))
    for component in (*components.values(), declaration.sources):
        if component.state == "not_applicable":
            yield _of("not_applicable", component.path, component.why)
    for part in components["parameters.weights"].parts:
        if part.asserted_free:
            words = part.asserted_free.words or part.asserted_free.location
            yield _of("asserted_free", part.asserted_free.path, words)
    yield from _of_parents(declaration, parents)
    yield from _not_binding(declaration)
    if is_third_party(declaration):
        yield _of("third-party")


def _of_data(declaration: Declaration) -> Iterator[Attested]:
    components = declaration.components.values()
    if any(c.parts for c in components if c.id.startswith("data.description")):
        yield _of("data.description")
        yield from dict.fromkeys(_prose(declaration))
    if declaration.source_list:
        yield _of("data.sources")
    yield from _shared_alike(declaration)
    for source in declaration.source_list:
        if source.availability == "unshareable":
            where = (*source.path, "description")
            yield _of("unshareable", where, f"{source.name}: {source.description}")


def _shared_alike(declaration: Declaration) -> Iterator[Attested]:
    """Data under share-alike terms, where weights are under others."""
    weights = {part.license for part in declaration.components["parameters.weights"].parts}
    for source in declaration.source_list:
        named = terms(source.license).licenses if source.license else ()
        if weights - {source.license} and any(map(is_share_alike, named)):
            where = (*source.path, "license")
            yield _of("shared-alike", where, f"{source.name}: {source.license}")


def _of(key: str, path: Path = (), text: str = "") -> Attested:
    return Attested(ATTESTED[key], text, path)


def _holders(evidence: Evidence) -> Iterator[Attested]:
    """The copyright lines of license files, which nobody judges."""
    for observation in evidence.values():
        for held in observation.held_by:
            yield _of("holders", held.path, held.lines)


def _prose(declaration: Declaration) -> Iterator[Attested]:
    for component in declaration.components.values():
        for part in component.parts if component.id.startswith("data.description") else ():
            if part.text:
                yield _of("data.description", (*part.path, "text"), part.text)


def _of_parents(declaration: Declaration, parents: Sequence[ResolvedParent]) -> Iterator[Attested]:
    for resolved in parents:
        parent = resolved.model
        if resolved.declaration is not None:
            yield _of("declaration", (*parent.path, "declaration"), parent.declaration)
        if is_permitted(parent, resolved.declaration, declaration):
            if parent.permission and parent.permission.location:
                yield _of("permission", parent.permission.path, parent.permission.location)
            else:
                yield _of("same_licensor", (*parent.path, "same_licensor"), parent.name)


def _not_binding(declaration: Declaration) -> Iterator[Attested]:
    for one in _further(declaration):
        if one.binding is False:
            yield _of("not-binding", one.path, one.location)


def _further(declaration: Declaration) -> Iterator[FurtherTerms]:
    parts = (part for one in declaration.components.values() for part in one.parts)
    entries: list[Part | Source | ParentModel] = [*parts, *declaration.source_list]
    for entry in [*entries, *declaration.built_on]:
        yield from entry.further_terms
