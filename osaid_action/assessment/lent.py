# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A model's declaration as it is read by what is built on that model."""

from osaid_action.assessment.permission import is_permitted
from osaid_action.assessment.third_party import folded, is_sourced
from osaid_action.definition.relations import NEEDED_TO_RUN
from osaid_action.model import Component, Declaration, ParentModel, Part, Statement

_OPEN = "open"


def as_lent(theirs: Declaration, parent: ParentModel, ours: Declaration) -> Declaration:
    """The declaration of ``parent`` as it counts for the system that ``ours`` declares.

    Where the weights are taken on from, its access counts as open, and with a permission that is
    shown its weights count as granted. A file beside ours that describes what others made is a
    third party's, unless the entry says where the original is.
    """
    if _is_of_others(theirs, ours) and not is_sourced(parent.source):
        theirs = theirs._replace(role="third-party")
    if parent.relation in NEEDED_TO_RUN:
        return theirs
    granted = is_permitted(parent, theirs, ours)
    components = {
        identity: _opened(component, granted=granted and identity == "parameters.weights")
        for identity, component in theirs.components.items()
    }
    sources = tuple(source._replace(access=_OPEN) for source in theirs.source_list)
    return theirs._replace(components=components, source_list=sources)


def _is_of_others(theirs: Declaration, ours: Declaration) -> bool:
    return folded(ours.system.producer or "") != folded(theirs.system.producer or "")


def _opened(component: Component, *, granted: bool) -> Component:
    parts = (part._replace(access=_OPEN) for part in component.parts)
    return component._replace(parts=tuple(_granted(part) if granted else part for part in parts))


def _granted(part: Part) -> Part:
    statement = Statement(part.path, location="the permission of the entry")
    return part._replace(license="", license_files=(), further_terms=(), asserted_free=statement)
