# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which licenses there are, by their texts, and what for; never by a badge or package metadata."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from osaid_action.evidence.license_inventory import (
    CODE,
    DATA,
    DOCUMENTS,
    PARAMETERS,
    LicenseFile,
    license_files,
)
from osaid_action.license_text.verify import decode, identify
from osaid_action.licenses import catalogue
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.licenses.suggestions import meant
from osaid_action.scaffold.checkout import Checkout, Line
from osaid_action.scaffold.found import Found, claim, guess
from osaid_action.scaffold.packages import Package
from osaid_action.scaffold.readme import plain, without_front_matter

_CHOICE = re.compile(r'(?m)^license\s*=\s*"([\w.+-]{1,60}(?: OR [\w.+-]{1,60}){1,3})"\s*$')
_MAX_TEXT = 1024 * 1024
_MOST = 16
_ABOUT_WEIGHTS = re.compile(r"(?i)\b(?:weights?|models?|checkpoints?|parameters)\b")
_ABOUT_CODE_ALONE = re.compile(r"(?i)\bmodel (?:code|card|zoo)\b|\bbase model\b|\bcode of the\b")
_OF_SOME = re.compile(
    r"(?i)\bfor example\b|\be\.g\.|\bsome (?:\w+ )?(?:models?|weights)\b"
    r"|\bother (?:models?|weights|checkpoints)\b"
    r"|\b(?:their|certain|third[- ]party|respective|original)\b"
)
"""Words of a sentence on the models of others, or on one among many."""
_TERMS_OF = re.compile(r"(?i)^\s*the terms (?:and conditions )?of\s+")
_OF_OTHERS = re.compile(
    r"(?i)\b(?:acknowledge?ments?|credits?|related|third[- ]party|references|dependencies)\b"
)
"""Headings of parts on the work of others."""
_OF_CODE_OR_DATA = re.compile(
    r"(?i)\b(?:code|source|data|datasets?|databases?|consortium)\b"
    r"|\u4ee3\u7801|\u4ee3\u78bc|\u6570\u636e|\u6578\u64da|\u30b3\u30fc\u30c9|\u30c7\u30fc\u30bf|\ucf54\ub4dc|\ub370\uc774\ud130|\u043a\u043e\u0434"
)
"""Words for code and data: English, Chinese, Japanese, Korean, Russian."""
_LINKED_ELSEWHERE = re.compile(r"(?i)\]\(https?://github\.com/[^()\s]*licen[cs]e")
"""A license that lies in a repository, as a rule in another one."""
_UNDER = re.compile(
    r"(?i)\b(?:released|licensed|available|distributed|provided|published)\b[^.;]{0,120}?\bunder\b"
    r"|\b(?:is|are) subject to\b"
    r"|\blicense applies to\b"
)
_NAMES = re.compile(
    r"(?i)\blicen[sc]e:\s|\bunder(?: an?| the)?(?: permissive| open)?(?: licen[sc]e)?\b"
)
BARE_GPL = re.compile(r"(?:a|l)?gpl-\d\.\d", re.IGNORECASE)
"""Ids that do not say whether later versions may be chosen."""
_LONGEST = 600
_WORDS = 7  # a license's name in a sentence is no longer


class LicenseText(NamedTuple):
    """A license file and the license whose text it is; None when it is none that is known."""

    path: str
    meant: str  # the group that its name gives it to, empty for any
    license: str | None


def license_texts(checkout: Checkout) -> list[LicenseText]:
    """The license files of the checkout's top, or of the nearest folder above it."""
    folder = checkout.root
    while True:
        found = license_files(checkout.tree, folder)[:_MOST]
        if found or not folder:
            return [_read(checkout, one) for one in found]
        folder = folder.rpartition("/")[0]


def _read(checkout: Checkout, file: LicenseFile) -> LicenseText:
    try:
        text = decode(checkout.tree.read(file.path, _MAX_TEXT))
    except OSError:
        text = ""
    prefix = f"{checkout.root}/" if checkout.root else ""
    return LicenseText(file.path.removeprefix(prefix), file.meant, identify(text))


def license_ids(checkout: Checkout) -> frozenset[str]:
    """The licenses whose texts lie at the top."""
    return frozenset(one.license for one in license_texts(checkout) if one.license)


def license_in(checkout: Checkout, folder: str) -> tuple[str, str] | None:
    """The one license whose text lies in a folder, and the file; None for none or several."""
    found = [_read(checkout, one) for one in license_files(checkout.tree, checkout.at(folder))]
    ids = {one.license for one in found}
    return (found[0].license, found[0].path) if len(ids) == 1 and found[0].license else None


def find_licenses(checkout: Checkout) -> dict[str, tuple[Found, ...]]:
    """What is found for ``licenses``, and for the license of the weights and of the data."""
    texts = license_texts(checkout)
    return {
        "licenses.code": _chosen(checkout, texts) or _for(texts, CODE),
        "licenses.documents": _for(texts, DOCUMENTS),
        "data.license": _for(texts, DATA),
        "weights.license": _for(texts, PARAMETERS) or tuple(_said_of_weights(checkout, texts)),
    }


def _chosen(checkout: Checkout, texts: list[LicenseText]) -> tuple[Found, ...]:
    """A choice of licenses that the package states, where the texts of just these lie at the top.

    Code in Rust has two of them as a rule.
    """
    known = {one.license for one in texts if not one.meant}
    for path in ("Cargo.toml", Package.path) if len(known) > 1 else ():
        for expression in _CHOICE.findall(checkout.text(path)):
            ids = [known_license(one) for one in expression.split(" OR ")]
            if known == {*ids}:
                line = checkout.line_of(path, re.escape(expression))
                return (claim(" OR ".join(ids), f"{path}:{line}, {texts[0].path}"),)
    return ()


def unknown_texts(checkout: Checkout) -> list[str]:
    """The license files that hold no one text that is known."""
    return [one.path for one in license_texts(checkout) if one.license is None]


def _for(texts: list[LicenseText], group: str) -> tuple[Found, ...]:
    """The licenses for a group: sure when one text is meant for it, and nothing else is unclear."""
    own = [one for one in texts if one.meant == group]
    bare = [one for one in texts if not one.meant] if group == CODE else []
    counted = own or bare
    known = {one.license: one for one in counted if one.license}
    is_sure = len(known) == 1 and all(one.license and "/" not in one.path for one in counted)
    make = claim if is_sure else guess
    return tuple(make(str(license_), one.path) for license_, one in known.items())


# ------------------------------------------------------------------ what the README says


def _said_of_weights(checkout: Checkout, texts: list[LicenseText]) -> Iterator[Found]:
    """The license that one sentence of the README names for weights or models.

    A line that names a license, but not for what, is a guess.
    """
    lines = list(_of_ones_own(without_front_matter(checkout.lines(checkout.readme))))
    said = list(_sentences(lines, texts))
    make = claim if len({one for one, _ in said}) == 1 else guess
    for license_, line in said or _mentioned(lines, texts):
        yield (make if said else guess)(license_, f"{checkout.readme}:{line}")


def _of_ones_own(lines: list[Line]) -> Iterator[Line]:
    """The lines of a text without those below a heading that thanks others."""
    is_other = False
    for line in lines:
        if re.match(r"#{1,6}\s|<h[1-6]", line.text):
            is_other = _OF_OTHERS.search(line.text) is not None
        if not is_other:
            yield line


def _mentioned(lines: list[Line], texts: list[LicenseText]) -> Iterator[tuple[str, int]]:
    """What short lines name as a license, or the one text there is where they speak of models."""
    known = [one.license for one in texts if one.license and not one.meant]
    for line in lines:
        said = plain(line.text[:_LONGEST])
        if _is_of_else(line.text, said):
            continue
        at = _NAMES.search(said)
        if at and (named := _named(said[at.end() :].replace("(", " ").replace(")", ","))):
            is_open = BARE_GPL.fullmatch(named)
            every = (f"{named}-only", f"{named}-or-later") if is_open else (named,)
            yield from ((one, line.number) for one in every)
        elif len(known) == 1 and _ABOUT_WEIGHTS.search(said) and re.search(r"(?i)licen[sc]e", said):
            yield known[0], line.number


def _is_of_else(line: str, said: str) -> bool:
    """Whether a line is a row, a badge, or on the license of something else than a model."""
    is_else = _OF_CODE_OR_DATA.search(said) and not _ABOUT_WEIGHTS.search(said)
    is_shown = line.lstrip().startswith(("|", "[![", "![", "<"))
    return bool(is_shown or is_else or _OF_SOME.search(said) or _LINKED_ELSEWHERE.search(line))


def _sentences(lines: list[Line], texts: list[LicenseText]) -> Iterator[tuple[str, int]]:
    for line in lines:
        for sentence in re.split(r"(?<=[.;!?])\s+(?=[A-Z*])", line.text[:_LONGEST]):
            said = plain(sentence)
            about = _ABOUT_WEIGHTS.search(said)
            under = _UNDER.search(said)
            is_else = _ABOUT_CODE_ALONE.search(said) or _OF_SOME.search(said)
            if about and under and not is_else:
                linked = [
                    one.license for one in texts if one.license and f"({one.path})" in sentence
                ]
                named = _named(said[under.end() :]) or (linked[0] if len(linked) == 1 else "")
                if named:
                    yield named, line.number


def _named(words: str) -> str:
    """The license that words name, the longest run of them first; empty for none."""
    bare = _TERMS_OF.sub("", words)
    cut = re.split(r"[,;:(]|\.\s|\b(?:as|and|or|for|which|that|see|except|by)\b", bare, maxsplit=1)
    run = cut[0].split()[: _WORDS + 2]
    for start in range(min(3, len(run))):
        for end in range(min(len(run), start + _WORDS), start, -1):
            part = " ".join(run[start:end]).strip(" .")
            if part.lower() != "commons" and (found := known_license(part)):
                return found
    return ""


def known_license(words: str) -> str:
    """The id of the license that words spell, when it is one that we know; else empty."""
    words = re.sub(r"^BY(?=-)", "CC-BY", words)
    bare = re.sub(r"(?i)^the |\blicen[sc]e\b|\bversion\b", " ", words)
    for spelling in (
        words,
        words.replace(" ", "-"),
        meant(words) or "",
        meant(" ".join(bare.split())) or "",
    ):
        found = _canonical(spelling) if spelling else ""
        if found:
            known = catalogue.find(found)
            is_label = known is not None and known.kind == "label"
            return "" if is_label and not BARE_GPL.fullmatch(found) else found
    return ""


def _canonical(spelling: str) -> str:
    try:
        found = terms(spelling)
    except ExpressionError:
        return ""
    ids = [one for one in found.licenses if one.source != "unknown"]
    is_one = len(found.licenses) == 1 and len(ids) == 1
    return ids[0].id if is_one else ""
