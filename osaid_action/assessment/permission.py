# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether the licensor of a model allows other terms for what is made from it."""

from osaid_action.assessment.home import names_a_site, owner, owners
from osaid_action.assessment.third_party import folded, is_sourced, is_third_party
from osaid_action.definition.rules.components import PERMISSION_UNSHOWN
from osaid_action.findings import Diagnostic
from osaid_action.model import Declaration, ParentModel
from osaid_action.text import shorten


def is_permitted(parent: ParentModel, theirs: Declaration | None, declaration: Declaration) -> bool:
    """Whether it is shown: by a statement that can be read, or by one owner of both."""
    if parent.permission and parent.permission.location:
        return not names_a_site(parent.permission.location)
    return parent.same_licensor and not _unshown_owner(parent, theirs, declaration)


def unshown(
    parent: ParentModel, theirs: Declaration | None, declaration: Declaration
) -> Diagnostic | None:
    """Why a permission that is claimed is not shown; None when it is, or when none is claimed."""
    if is_permitted(parent, theirs, declaration):
        return None
    if parent.same_licensor:
        why = _unshown_owner(parent, theirs, declaration)
        where = (*parent.path, "same_licensor")
    elif parent.permission:
        why, where = "the permission is a quote, which nobody can look up", parent.permission.path
        if parent.permission.location:
            why = "the address of the permission is that of a whole site"
    else:
        return None
    return PERMISSION_UNSHOWN.at(where, f"{shorten(parent.name)}, which it is built on: {why}")


def _unshown_owner(
    parent: ParentModel, theirs: Declaration | None, declaration: Declaration
) -> str:
    """Why one licensor of both is not shown; "" when it is."""
    if is_third_party(declaration) and not is_sourced(parent.source):
        return "`same_licensor` is a third party's own word, without a `source`"
    ours = owners(declaration)
    others = {owner(parent.location)} | (owners(theirs) if theirs else set())
    producers = [declaration.system.producer, theirs.system.producer if theirs else None]
    same_name = all(producers) and len({folded(one) for one in producers if one}) == 1
    if ours & others or same_name:
        return ""
    return "no owner of both is shown by where they lie, or by the producers' names"
