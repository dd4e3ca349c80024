# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Follow a license's wording through a file, word by word.

All places at which the pattern may stand are kept as a set, so there is no going back, and the
time is bounded by the size of both texts.
"""

import re

from osaid_action.license_text import names, notices
from osaid_action.license_text.template import NAME, NOTICE, SLOTS, Choice, Literal, Node, Template
from osaid_action.license_text.words import Words, is_bullet

_MAX_NAME = 14  # words that a name may have
_MAX_NOTICE = 40
_ROLE = (
    r"(?:(?:project |software )?(?:authors?|developers?|contributors?|regents|owners?|maintainers"
    r"|creators?|university|organization|project|company)|copyright (?:holders?|owners?))"
)
_ROLES = (
    rf"(?:the |any )?{_ROLE}(?:(?:,| and| or|,? and/or)(?: the| its| their| any| other)* {_ROLE})*"
)


def match(pattern: Template, file: Words, start: int) -> dict[int, bool]:
    """Follow ``pattern`` in ``file`` from word ``start``.

    Returns the places after which it may end; True where nothing noteworthy was left out. Places
    are kept as a set, so the time is bounded by the size of both texts.
    """
    return _sequence(pattern, pattern.nodes, file, {start: True})


def ends(pattern: Template, node: Choice, file: Words, place: int) -> list[int]:
    """Where ``node`` may end in ``file`` when it begins at word ``place``."""
    return [end for end, _ in _step(pattern, node, file, place, None)]


def _sequence(
    pattern: Template, nodes: tuple[Node, ...], file: Words, places: dict[int, bool]
) -> dict[int, bool]:
    for number, node in enumerate(nodes):
        following = nodes[number + 1] if number + 1 < len(nodes) else None
        reached: dict[int, bool] = {}
        for place, whole in places.items():
            for end, still in _step(pattern, node, file, place, following):
                reached[end] = reached.get(end, False) or (whole and still)
        if not reached:
            return {}
        places = reached
    return places


def _step(
    pattern: Template, node: Node, file: Words, place: int, following: Node | None
) -> list[tuple[int, bool]]:
    if isinstance(node, Literal):
        end = _literal(pattern.words, node.first, node.last, file, place)
        return [] if end is None else [(end, True)]
    after = pattern.words.words[following.first] if isinstance(following, Literal) else None
    ends = (end for option in node.options for end in _option_ends(option, file, place, after))
    options = [(end, not (node.noted and end == place)) for end in ends]
    return [*_sequence(pattern, node.inner, file, {place: True}).items(), *options]


def _option_ends(option: tuple[str, ...], file: Words, place: int, after: str | None) -> list[int]:
    """Where ``option`` may end that begins at ``place``; ``after`` is the word that follows."""
    places = [place]
    for at, item in enumerate(option):
        follows = option[at + 1] if at + 1 < len(option) else after
        if item in SLOTS:
            places = [end for begin in places for end in _slot_ends(item, file, begin, follows)]
        else:
            places = [begin + 1 for begin in places if file.words[begin : begin + 1] == [item]]
    return places


def _slot_ends(item: str, file: Words, begin: int, follows: str | None) -> list[int]:
    limit = min(begin + (_MAX_NAME if item == NAME else _MAX_NOTICE), len(file.words))
    return [
        end
        for end in range(begin + 1, limit + 1)
        if (follows is None or file.words[end : end + 1] == [follows])
        and _fills(item, file.around(begin, end))
    ]


def _fills(item: str, phrase: str) -> bool:
    """Whether ``phrase`` is what a place is for: a name, a copyright line, or several names."""
    if item == NAME:
        return _is_named(phrase)
    return notices.is_notice(phrase) if item == NOTICE else notices.is_holders(phrase)


def _is_named(phrase: str) -> bool:
    """Whether ``phrase`` fills in a name: roles in plain words, names, or a name and roles."""
    plain = phrase.lower().strip(" .,'\"`*_<>\u201c\u201d")
    if re.fullmatch(_ROLES, plain) or names.is_project(phrase):
        return True
    return names.is_name_phrase(phrase)


def _literal(ours: Words, first: int, last: int, file: Words, place: int) -> int | None:
    """Where the license's words ``first`` up to ``last`` end in ``file``, from ``place`` on.

    None when they are not there. The number of a paragraph may be another one, there or not there.
    """
    if file.words[place : place + last - first] == ours.words[first:last]:
        return place + last - first
    while first < last:
        step = _step_over(ours, first, file, place)
        if step is None:
            return None
        first, place = first + step[0], place + step[1]
    return place


def _step_over(ours: Words, at: int, file: Words, place: int) -> tuple[int, int] | None:
    """How many words to go on in both texts, where those at ``at`` and ``place`` agree."""
    ended = place >= len(file.words)
    if not ended and ours.words[at] == file.words[place]:
        return 1, 1
    joined = None if ended else _hyphenated(ours, at, file, place)
    if joined:
        return joined
    numbered = at in ours.bullets
    skips = not ended and (place in file.bullets or (numbered and is_bullet(file, place)))
    return (int(numbered), int(skips)) if numbered or skips else None


def _hyphenated(ours: Words, at: int, file: Words, place: int) -> tuple[int, int] | None:
    """Whether one of the texts parts by a hyphen what the other writes as one word."""
    if "".join(ours.words[at : at + 2]) == file.words[place] and _is_hyphen(ours, at):
        return 2, 1
    if ours.words[at] == "".join(file.words[place : place + 2]) and _is_hyphen(file, place):
        return 1, 2
    return None


def _is_hyphen(words: Words, at: int) -> bool:
    """Whether nothing but a hyphen, perhaps at a line's end, parts two words."""
    return words.text[words.ends[at] : words.starts[at + 1]].rstrip() in {"-", "\u2010"}
