# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Tell a name from a clause: by its shape, and by having no word that may limit a license.

A name is a few words with capitals (or a short word of a script without capitals), particles and
legal forms between them. Where a copyright line or a license asks for a name, nothing else passes.
"""

import re
from functools import cache

from osaid_action.evidence import vocabulary

_MAX_WORDS = 8
_MAX_IDEOGRAPHS = 4  # of a person's name
_MAX_ORGANIZATION = 20
_JOINT = r",|\s(?:and/or|and|or|nor)\s"
_SCRIPTS = (
    (0x024F, "latin"),
    (0x036F, "other"),
    (0x03FF, "greek"),
    (0x052F, "cyrillic"),
    (0x05FF, "other"),
    (0x06FF, "arabic"),
    (0x10FF, "other"),
    (0x11FF, "hangul"),
    (0x1DFF, "other"),
    (0x1EFF, "latin"),
    (0x2E7F, "other"),
    (0x303F, "han"),
    (0x30FF, "kana"),
    (0x9FFF, "han"),
    (0xABFF, "other"),
    (0xD7AF, "hangul"),
)
"""The last letter of each block, as far as it matters here."""
_WITH_CAPITALS = {"latin", "greek", "cyrillic"}
_UNPARTED = {"han", "kana", "hangul"}
_READ = {*_WITH_CAPITALS, *_UNPARTED, "arabic"}  # scripts that the vocabulary has words of


def is_name(phrase: str) -> bool:
    """Whether ``phrase`` names a person, a project or an organization, and says nothing else."""
    words = phrase.strip(" \t\n,.\"'`*_").split()
    if not words or len(words) > _MAX_WORDS:
        return False
    own = any(not is_role(word) and not _is_general(word) for word in words)
    return own and all(_fits(words, at) for at in range(len(words)))


def is_name_phrase(phrase: str) -> bool:
    """Whether ``phrase`` is names, or names and roles: "Acme Inc. and contributors"."""
    parts = re.split(_JOINT, without_article(phrase.strip(" .\"'`*_")), flags=re.IGNORECASE)
    given = [part for part in map(_without_pronoun, parts) if not placeholder().fullmatch(part)]
    if not all(is_name(part) or is_role(part) or is_affix(part) for part in given):
        return False
    return len(given) < len(parts) or any(map(is_name, given))


def is_holder(part: str) -> bool:
    """Whether ``part`` of a copyright line is a name, roles, a handle, or a handle with roles."""
    first, *rest = without_article(part).split() or [""]
    if all(map(is_role, rest)) and (is_role(first) or is_handle(first)):
        return True
    return is_name(without_article(part))


def is_handle(word: str) -> bool:
    """Whether ``word`` is one small word of Latin letters that means no limit: jquery."""
    shaped = re.fullmatch(r"@?[a-z][A-Za-z0-9_.-]{1,38}", word) is not None
    return shaped and not _is_general(word) and not limits(word)


def is_role(word: str) -> bool:
    """Whether ``word`` speaks of people without naming them: contributors."""
    return _plain(word) in vocabulary.ROLES


def is_affix(word: str) -> bool:
    """Whether ``word`` is a legal form or a title: Inc."""
    return _plain(word) in vocabulary.AFFIXES


def limits(word: str) -> bool:
    """Whether a word is one of a clause, not of a name or a title."""
    exact, stems = _vocabulary(names=True)
    return any(
        part in exact or part.startswith(stems) or any(one in part for one in vocabulary.COMPOUNDS)
        for part in re.split(r"[\W_]+", word.lower())
        if part
    )


def restricts(text: str) -> bool:
    """Whether a note has a word that may restrict, or is in a script that is not read here."""
    lower = text.lower().replace("\u2019", "'")
    letters = [letter for letter in lower if letter.isalpha() and not letter.isascii()]
    if any(_script(letter) not in _READ for letter in letters) or not lower.isprintable():
        return True
    if letters and any(part in lower for part in vocabulary.RESTRICTING_PARTS):
        return True
    exact, stems = _vocabulary(names=False)
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)?", lower)
    return hides(text) or any(word in exact or word.startswith(stems) for word in words)


def hides(text: str) -> bool:
    """Whether ``text`` has a mark by which browsers do not show text, or strike it out."""
    return any(mark in text for mark in ("<!", "-->", "~~", "]:"))


@cache
def placeholder() -> re.Pattern[str]:
    """Return the pattern of a place that nobody has filled in: ``<year>``, ``[fullname]``."""
    what = (
        r"years?|yyyy(?:, yyyy)?|xxxx|dates?(?: of first publication)?|fullname|project(?:url)?"
        r"|(?:full |your |author'?s? )?name|(?:name of )?(?:the )?copyright (?:owners?|holders?)"
        r"|owner(?: organization(?: name)?)?|organization|author|e?-?mail|url\|email"
    )
    return re.compile(rf"[<\[{{(](?:various |the )?(?:{what})[>\]}})]", re.IGNORECASE)


def without_article(phrase: str) -> str:
    """Return ``phrase`` without "the" in front."""
    return re.sub(r"^(?:the|The|THE) ", "", phrase)


def _without_pronoun(part: str) -> str:
    return re.sub(r"^(?:its|the|any|other|their) ", "", part.strip(), flags=re.IGNORECASE)


def _plain(word: str) -> str:
    return re.sub("[.,()\"'\u201c\u201d\u2018\u2019<>\\[\\]]", "", word).lower()


def _is_general(word: str) -> bool:
    return _plain(word) in vocabulary.GENERAL


def _fits(words: list[str], at: int) -> bool:
    """Whether the word at ``at`` can stand in a name, given the words around it."""
    word, plain, last = words[at], _plain(words[at]), len(words) - 1
    if plain == "limited":
        return 0 < at == last
    if is_role(word) or is_affix(word) or (at and plain in vocabulary.PARTICLES):
        return True
    if plain in {"the", "of", "for", "at", "in"}:
        goes_on = plain in {"the", "of"} or _has_place(words[:at])
        return at < last and goes_on and (at > 0 or plain == "the")
    if _is_general(word):
        return word[0].isupper() and (plain != "free" or words[at + 1 : at + 2] == ["Software"])
    return not limits(word) and (_is_capitalized(word) or _is_unparted(word))


def _has_place(words: list[str]) -> bool:
    return any(_plain(word) in vocabulary.PLACES for word in words)


def _is_capitalized(word: str) -> bool:
    """Whether ``word`` is of one script, and that has capitals and it has one: IBM, Łukasz."""
    letters = [letter for letter in word if letter.isalpha()]
    if not re.fullmatch("[\\w.'\u2019`\\-+!()\"\u201c\u201d]+", word):
        return False
    scripts = {_script(letter) for letter in letters}
    return len(scripts) == 1 and scripts <= _WITH_CAPITALS and any(map(str.isupper, word))


def _is_unparted(word: str) -> bool:
    """Whether ``word`` is a short Chinese, Japanese or Korean name, or one of an organization."""
    if not all(_script(letter) in _UNPARTED for letter in word):
        return False
    ending = next((one for one in vocabulary.ORGANIZATIONS if word.endswith(one)), "")
    own = word.removesuffix(ending)
    if any(part in own for part in vocabulary.RESTRICTING_PARTS):
        return False
    return len(own) <= (_MAX_ORGANIZATION if ending else _MAX_IDEOGRAPHS)


def _script(letter: str) -> str:
    return next((name for last, name in _SCRIPTS if ord(letter) <= last), "other")


@cache
def _vocabulary(*, names: bool) -> tuple[frozenset[str], tuple[str, ...]]:
    """Part the vocabulary of names, or that of notes, into whole words and beginnings of words."""
    words = vocabulary.LIMITING if names else vocabulary.RESTRICTING
    return (
        frozenset(word for word in words if not word.endswith("*")),
        tuple(word[:-1] for word in words if word.endswith("*")),
    )
