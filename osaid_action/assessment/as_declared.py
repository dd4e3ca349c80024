# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether what is met rests on a word alone, or on what was found here or is pinned elsewhere."""

from collections.abc import Sequence

from osaid_action.assessment.lineage import ResolvedParent
from osaid_action.assessment.outcomes import is_unpinned, pins
from osaid_action.definition.freedoms import NEEDS
from osaid_action.definition.relations import TEACHER
from osaid_action.evidence.component_licenses import DOCUMENTS_LICENSE
from osaid_action.evidence.observation import FOUND, VERIFIED, Evidence, Observation
from osaid_action.model import Component, Declaration, Part, Path, Source, is_package, is_url

_SHOWN = (VERIFIED, FOUND)


def rests_on_words(
    declaration: Declaration, evidence: Evidence, parents: Sequence[ResolvedParent]
) -> bool:
    """Whether some requirement rests on what is declared and no more.

    What lies elsewhere counts when it is pinned; prose in the file counts when the license of the
    documents is verified, and is attested.
    """
    components = (declaration.components.get(one, declaration.sources) for one in NEEDS)
    lending = [parent for parent in parents if parent.model.relation != TEACHER]
    return not (
        all(_is_shown(component, evidence) for component in components)
        and all(_is_source_shown(source, evidence) for source in declaration.source_list)
        and all(_is_lineage_shown(parent) for parent in lending)
    )


def _is_shown(component: Component, evidence: Evidence) -> bool:
    if component.state == "not_applicable":
        return _was_seen(DOCUMENTS_LICENSE, evidence)
    return all(_is_part_shown(part, evidence) for part in component.parts)


def _is_part_shown(part: Part, evidence: Evidence) -> bool:
    if is_url(part.location):
        is_fixed = not is_unpinned(part)
    elif is_package(part.location):
        is_fixed = pins(part.location.partition("@")[2])
    else:
        is_fixed = _was_seen(part.path, evidence)
    statement = part.asserted_free
    has_words_alone = statement is not None and (
        not statement.location or is_url(statement.location)
    )
    settings = all(_goes_with(where, part) for _, where in part.settings)
    return is_fixed and settings and not has_words_alone


def _goes_with(settings: str, part: Part) -> bool:
    """Whether settings are here, or at a place that the part's own pin covers."""
    if not is_url(settings):
        return True
    is_named = pins(part.revision) and part.revision in settings
    return is_named or settings.startswith(f"{part.location}/")


def _is_source_shown(source: Source, evidence: Evidence) -> bool:
    if source.availability == "unshareable" or source.withdrawn:
        return _was_seen(DOCUMENTS_LICENSE, evidence)
    if is_url(source.location):
        return not is_unpinned(source)
    return _was_seen(source.path, evidence)


def _is_lineage_shown(parent: ResolvedParent) -> bool:
    """Whether a model that lends is told by its own declaration, here, and is pinned itself."""
    model = parent.model
    return parent.report is not None and bool(model.sha256 or pins(model.revision))


def _was_seen(path: Path, evidence: Evidence) -> bool:
    return evidence.get(path, Observation()).status in _SHOWN
