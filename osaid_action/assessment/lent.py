# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A model's declaration as it is read by what is built on that model."""

from osaid_action.assessment.availability import UNSAID
from osaid_action.assessment.home import owner, owners
from osaid_action.assessment.permission import is_permitted
from osaid_action.assessment.third_party import folded, is_sourced, is_third_party
from osaid_action.definition.relations import NEEDED_TO_RUN
from osaid_action.model import Component, Declaration, ParentModel, Part, Statement

_OPEN = "open"
_WEIGHTS = "parameters.weights"


def as_lent(theirs: Declaration, parent: ParentModel, ours: Declaration) -> Declaration:
    """The declaration of ``parent`` as it counts for the system that ``ours`` declares.

    Where the weights are taken on from, its access counts as open, and with a permission that is
    shown its weights count as granted. A file beside ours that describes what others made is a
    third party's, unless the entry says where the original is. What such a file leaves out is not
    said, as it would be without the file: its silence is not that of the model's maker. And no
    declaration that names no license of its weights unsays that of the entry.
    """
    if _is_of_others(theirs, ours, parent) and not is_sourced(parent.source):
        theirs = theirs._replace(role="third-party")
    if is_third_party(theirs):
        theirs = _with_silence(theirs)
    theirs = _licensed(theirs, parent)
    if parent.relation in NEEDED_TO_RUN:
        return theirs
    granted = is_permitted(parent, theirs, ours)
    components = {
        identity: _opened(component, granted=granted and identity == _WEIGHTS)
        for identity, component in theirs.components.items()
    }
    sources = tuple(source._replace(access=_OPEN) for source in theirs.source_list)
    return theirs._replace(components=components, source_list=sources)


def _with_silence(theirs: Declaration) -> Declaration:
    every = theirs.components.items()
    components = {identity: _unsaid(component) for identity, component in every}
    return theirs._replace(components=components, sources=_unsaid(theirs.sources))


def _unsaid(component: Component) -> Component:
    return component._replace(state=UNSAID) if component.state == "absent" else component


def _licensed(theirs: Declaration, parent: ParentModel) -> Declaration:
    """With the license of the entry for weights that have none in their own declaration."""
    weights = theirs.components[_WEIGHTS]
    parts = tuple(_named(part, parent) for part in weights.parts)
    components = theirs.components | {_WEIGHTS: weights._replace(parts=parts)}
    return theirs._replace(components=components)


def _named(part: Part, parent: ParentModel) -> Part:
    if part.license or part.asserted_free or not parent.license:
        return part
    return part._replace(license=parent.license, license_files=parent.license_files)


def _is_of_others(theirs: Declaration, ours: Declaration, parent: ParentModel) -> bool:
    """Whether others made it: by the producers' names; where there are none, by whose the place is.

    An owner may have one name on several forges.
    """
    names = [folded(one.system.producer or "") for one in (ours, theirs)]
    if any(names):
        return names[0] != names[1]
    there, here = owner(parent.location), owners(ours)
    return there is not None and bool(here) and there[1] not in {name for _, name in here}


def _opened(component: Component, *, granted: bool) -> Component:
    parts = (part._replace(access=_OPEN) for part in component.parts)
    return component._replace(parts=tuple(_granted(part) if granted else part for part in parts))


def _granted(part: Part) -> Part:
    statement = Statement(part.path, location="the permission of the entry")
    return part._replace(license="", license_files=(), further_terms=(), asserted_free=statement)
