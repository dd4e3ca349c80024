# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Paths in the declaration of a model that this one is built on: nobody looked at them."""

from osaid_action.definition.rules.evidence import PATH_UNKNOWN
from osaid_action.findings import Diagnostic
from osaid_action.model import Declaration, Path, is_path
from osaid_action.text import cut, plural

_FEW = 2


def not_looked_at_there(theirs: Declaration, name: str, path: Path) -> Diagnostic | None:
    """A note on the paths in ``theirs``, which is called ``name`` and named at ``path``.

    It may be a copy, with its maker's own paths; so they count as they are declared.
    """
    parts = [part.location for one in theirs.components.values() for part in one.parts]
    every = [*parts, *(source.location for source in theirs.source_list)]
    paths = list(dict.fromkeys(one for one in every if one and is_path(one)))
    if not paths:
        return None
    shown = ", ".join(cut(one) for one in paths[:_FEW]) + (", …" if len(paths) > _FEW else "")
    message = f"{plural(len(paths), 'path')} in {name} ({shown}) counted unseen: it may be a copy"
    remedy = f"`osaid check {name}` looks for them here; what lies elsewhere is given as a URL"
    return PATH_UNKNOWN.at(path, message, remedy)
