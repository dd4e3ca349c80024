# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Did you mean: the known ids that a word may have meant, never of another family or version."""

import re
from collections.abc import Iterable
from functools import cache

from osaid_action.licenses import catalogue
from osaid_action.model import Outcome

LONGEST_WORD = 80
_SHORTEST_SLIP = 5
"""A slip is forgiven in words this long: of short names each letter tells families apart."""
_SHARED = 3
"""So many letters such words have in common: a quick test before the slow one."""
_ALIKE = 0.8

_JOINED = {
    "licence": "license",
    "non commercial": "noncommercial",
    "no derivatives": "noderivatives",
    "share alike": "sharealike",
    "open rail": "openrail",
    "creative commons attribution": "cc by",
}
# patterns are compiled when a word is not known
_VERSION_MARK = r"v\.? ?(?=\d)"  # GPLv3, MPL v. 2
_PIECE = r"[a-z]+|\d+(?:\.\d+)*|\+\+?"
_NOISE = {"agreement", "clause", "generic", "gnu", "international", "license", "licenses"}
_NOISE |= {"licenseref", "meta", "the", "unported", "universal", "v", "version"}
_WORDS = {"noncommercial": "nc", "noderivatives": "nd", "sharealike": "sa"}

_Tokens = tuple[str, ...]


def suggest(word: str, limit: int = 3) -> tuple[str, ...]:
    """Name up to ``limit`` known ids that ``word`` may have meant, the likeliest first.

    Names agree in every token that is not noise, but for one slip in a long word. A word without
    a version may mean any version, if all grant the same; a version never means another.
    """
    tokens = _tokens(word) if len(word) <= LONGEST_WORD else ()
    if not tokens:
        return ()
    return (_spelled(tokens) or _any_version(tokens) or _slipped(tokens))[:limit]


def another_spelling(word: str, limit: int = 3) -> tuple[str, ...]:
    """Name the known ids that ``word`` spells in another way, or without a version; no slips."""
    tokens = _tokens(word) if len(word) <= LONGEST_WORD else ()
    return (_spelled(tokens) or _any_version(tokens))[:limit] if tokens else ()


def meant(text: str) -> str | None:
    """Name the one id that ``text`` spells but for spaces, case, dots, ``v`` and noise."""
    tokens = _tokens(text) if len(text) <= LONGEST_WORD else ()
    return next(iter(_spelled(tokens)), None)


def _tokens(text: str) -> _Tokens:
    """Cut a spelling into what tells licenses apart: ``Apache License, 2.0`` is apache and 2."""
    lowered = " ".join(text.lower().replace("-", " ").split())
    for apart, joined in _JOINED.items():
        lowered = lowered.replace(apart, joined)
    pieces = re.findall(_PIECE, re.sub(_VERSION_MARK, " ", lowered))
    found = (_without_zeros(piece) for piece in pieces)
    return tuple(_WORDS.get(token, token) for token in found if token not in _NOISE)


def _without_zeros(token: str) -> str:
    while token.endswith(".0"):
        token = token[:-2]
    return token


@cache
def _ids() -> dict[_Tokens, tuple[str, ...]]:
    """Ids by the tokens of all their names; ids in force and the OSI's come first."""
    found: dict[_Tokens, set[str]] = {}
    for license_ in catalogue.all_licenses():
        texts = _texts(license_.id)
        for name in (license_.id, *license_.aliases, license_.name):
            found.setdefault(_tokens(name), set()).update(texts)
    return {tokens: tuple(sorted(ids, key=_rank)) for tokens, ids in found.items() if tokens}


def _texts(id_: str) -> tuple[str, ...]:
    """Name the texts behind a label if they grant the same, else the label: none is freer."""
    texts = catalogue.stands_for(id_)
    return texts if len(texts) == 1 or _grant_the_same(texts) else (id_,)


def _grant_the_same(ids: Iterable[str]) -> bool:
    found = filter(None, map(catalogue.find, ids))
    return len({tuple(grant.outcome for grant in one.grants.values()) for one in found}) == 1


def _rank(id_: str) -> tuple[bool, bool, str]:
    license_ = catalogue.find(id_)
    approved = license_ is not None and license_.osi is Outcome.MET
    return catalogue.is_retired(id_), not approved, id_


def _spelled(tokens: _Tokens) -> tuple[str, ...]:
    return _ids().get(tokens) or _run_together().get("".join(tokens), ())


@cache
def _run_together() -> dict[str, tuple[str, ...]]:
    """Ids by their tokens without spaces: ``CCBY 4.0``."""
    return {"".join(tokens): ids for tokens, ids in _ids().items()}


def _any_version(tokens: _Tokens) -> tuple[str, ...]:
    """Name every version of a name that has none, the latest first, if all grant the same."""
    ids = _versions(tokens)
    return ids if _grant_the_same(ids) else ()


def versions(word: str) -> tuple[str, ...]:
    """Name every version of a name that has none, the latest first, whatever each grants."""
    return _versions(_tokens(word) if len(word) <= LONGEST_WORD else ())


def _versions(tokens: _Tokens) -> tuple[str, ...]:
    named = any(token[0].isdigit() for token in tokens)
    found = () if named or not tokens else _ids()
    every = [known for known in found if _versioned(known) and known[:-1] == tokens]
    ids = [id_ for known in sorted(every, key=_number, reverse=True) for id_ in _ids()[known]]
    return tuple(dict.fromkeys(ids))


def _versioned(tokens: _Tokens) -> bool:
    return tokens[-1][0].isdigit()


def _number(tokens: _Tokens) -> tuple[int, ...]:
    return tuple(map(int, tokens[-1].split(".")))


@cache
def _slipped(tokens: _Tokens) -> tuple[str, ...]:
    """Name the ids of which one long word differs by a slip, if all grant the same.

    Unlicensed and Unlicense are a slip apart, and opposites.
    """
    alike = [known for known in _ids() if len(known) == len(tokens) and _is_slip(known, tokens)]
    ids = tuple(dict.fromkeys(id_ for known in alike for id_ in _ids()[known]))
    return ids if _grant_the_same(ids) else ()


def _is_slip(known: _Tokens, tokens: _Tokens) -> bool:
    different = [pair for pair in zip(known, tokens, strict=True) if pair[0] != pair[1]]
    return len(different) == 1 and _is_slip_of(*different[0])


def _is_slip_of(known: str, word: str) -> bool:
    from difflib import SequenceMatcher  # noqa: PLC0415  # needed for misspelled ids only

    shortest, longest = sorted((len(known), len(word)))
    may_be = known.isalpha() and shortest >= _SHORTEST_SLIP and longest - shortest <= 1
    may_be = may_be and len(set(known) & set(word)) >= _SHARED
    return may_be and SequenceMatcher(None, known, word).ratio() >= _ALIKE
