# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Did you mean: the known ids nearest to a word that is none."""

import re
from functools import cache

from osaid_action.licenses import catalogue
from osaid_action.model import Outcome

LONGEST_WORD = 80
_SHORT = 5

_NOISE = (  # compiled when a word is not known
    r"^licenseref-|\b(?:agreement|gnu|licenses?|the|version)\b"
    r"|v\.?\s*(?=\d)"  # GPLv3, MPL v. 2
    r"|\.0(?!\d)"  # Apache 2, GPL 3.0
    r"|[^a-z0-9+]"
)


def nearest(word: str, limit: int = 3) -> tuple[str, ...]:
    """Name up to ``limit`` known ids that ``word`` may have meant, the likeliest first."""
    if len(word) > LONGEST_WORD:
        return ()
    key = _key(word)
    return (_ids().get(key) or _alike(key, limit))[:limit]


def meant(text: str) -> str | None:
    """Name the one id that ``text`` spells but for spaces, case, dots and ``v``."""
    return next(iter(_ids().get(_key(text), ())), None) if len(text) <= LONGEST_WORD else None


def _key(text: str) -> str:
    """Reduce a spelling to what tells licenses apart: ``Apache License, 2.0`` is ``apache2``."""
    return re.sub(_NOISE, "", text.lower().replace("licence", "license"))


@cache
def _ids() -> dict[str, tuple[str, ...]]:
    """Ids by the keys of all their names; ids in force and the OSI's come first."""
    found: dict[str, set[str]] = {}
    for license_ in catalogue.all_licenses():
        for name in (license_.id, *license_.aliases, license_.name):
            found.setdefault(_key(name), set()).update(catalogue.stands_for(license_.id))
    return {key: tuple(sorted(ids, key=_rank)) for key, ids in found.items() if key}


def _rank(id_: str) -> tuple[bool, bool, str]:
    license_ = catalogue.find(id_)
    approved = license_ is not None and license_.osi is Outcome.MET
    return catalogue.is_retired(id_), not approved, id_


@cache
def _alike(key: str, limit: int) -> tuple[str, ...]:
    from difflib import get_close_matches  # noqa: PLC0415  # needed for misspelled ids only

    # comparing with all ids takes 6 ms a word; a slip rarely hits the first letter and the end
    likely = [known for known in _ids() if known[0] == key[:1] or known[-3:] == key[-3:]]
    cutoff = 0.6 if len(key) < _SHORT else 0.7  # mti for mit: one slip of three letters
    keys = get_close_matches(key, likely, n=limit, cutoff=cutoff)
    return tuple(dict.fromkeys(id_ for match in keys for id_ in _ids()[match]))
