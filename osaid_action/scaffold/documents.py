# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The documents of a system: its cards, its paper, terms of use beside the license."""

import posixpath
import re
from collections.abc import Iterator

from osaid_action.evidence.front_matter import front_matter
from osaid_action.evidence.policies import is_policy_name
from osaid_action.scaffold.checkout import Checkout, Line
from osaid_action.scaffold.found import Found, as_guesses, claim, guess, unique

_MODEL_CARD = re.compile(
    r"(?:.*/)?(?:[^/]*model[_-]?card[^/]*|model[_-]?cards?/(?!readme)[^/]+)\.md", re.IGNORECASE
)
_DATA_CARD = re.compile(r"(?:.*/)?[^/]*(?:data[_-]?card|data[_-]?sheet)[^/]*\.md", re.IGNORECASE)
_OF_DATA = re.compile(r"datasets/readme\.md", re.IGNORECASE)
_SURE_POLICY = re.compile(
    r"(?i)(?:acceptable_?)?use_policy|prohibited_uses?|usage_policy|.*addendum"
)
_ARXIV = re.compile(r"arxiv(?:\.org/(?:abs|pdf)/|[:\s]{1,3})(\d{4}\.\d{4,5})", re.IGNORECASE)
_EPRINT = re.compile(r"eprint\s*=\s*[{\"](\d{4}\.\d{4,5})", re.IGNORECASE)
_ENTRY = re.compile(r"^\s*@\w+\s*\{")
_REPORT = re.compile(r"title\s*=.*technical report", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]{1,60})\]{1,2}\((https?://[^\s()<>]{5,300})\)")
_PAPER = re.compile(r"(?i)\bpaper\b|\breport\b")
_PAPER_PLACE = re.compile(
    r"(?i)arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5})|/publications?/|openreview\.net|aclanthology\.org"
)
_ARXIV_LINK = re.compile(r"https?://arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5})", re.IGNORECASE)
_CODE_OF = re.compile(
    r"(?i)\b(?:code ?base|code|implementation|repository|repo)\s+(?:for|of|to|accompanying)\b[^.]*$"
)
_ENDS_IN_PAPERS = re.compile(r"(?i)\bpapers?\b\s*:?\s*$")
_HEAD_LINES = 35


def find_documents(checkout: Checkout) -> dict[str, tuple[Found, ...]]:
    """What is found for ``documents``, and for terms beside the license."""
    papers = _agreed(unique(_papers(checkout)))
    reports = tuple(one for one in papers if _is_report(checkout, one))
    return {
        "documents.model_card": _one_or_ask(_cards(checkout, _MODEL_CARD, with_readme=True)),
        "documents.data_card": _one_or_ask(_cards(checkout, _DATA_CARD))
        or tuple(
            guess(one, f"{one}: its place") for one in checkout.own if _OF_DATA.fullmatch(one)
        ),
        "documents.technical_report": reports,
        "documents.research_paper": tuple(one for one in papers if one not in reports),
        "weights.terms": tuple(_policies(checkout)),
    }


def _agreed(papers: tuple[Found, ...]) -> tuple[Found, ...]:
    """The paper that is sure, alone; else all that may be it."""
    sure = tuple(one for one in papers if one.is_claim)
    return sure or papers


def is_model_card(path: str) -> bool:
    """Whether a file is a model card by its name."""
    return _MODEL_CARD.fullmatch(path) is not None


def _one_or_ask(found: Iterator[Found]) -> tuple[Found, ...]:
    every = unique(found)
    return every if len(every) < 2 else as_guesses(every)


def _cards(
    checkout: Checkout, pattern: "re.Pattern[str]", *, with_readme: bool = False
) -> Iterator[Found]:
    for path in checkout.own:
        if pattern.fullmatch(path) and "template" not in path.lower():
            yield claim(path, f"{path}: its name")
    if with_readme and checkout.readme and front_matter(checkout.text(checkout.readme)):
        yield claim(checkout.readme, f"{checkout.readme}:1: front matter")


def _papers(checkout: Checkout) -> Iterator[Found]:
    """A paper that README asks to cite; sure where README links it as well."""
    lines = checkout.lines(checkout.readme)
    cited: dict[str, int] = {}
    linked: dict[str, int] = {}
    in_entry = False
    for line in lines:
        in_entry = bool(_ENTRY.match(line.text)) or (in_entry and line.text.strip() != "}")
        numbers = [*_ARXIV.findall(line.text), *_EPRINT.findall(line.text)]
        for number in numbers:
            (cited if in_entry else linked).setdefault(number, line.number)
    shown = {number for number, line_number in linked.items() if _is_shown(lines, line_number)}
    for number, line_number in cited.items():
        make = claim if number in shown and len(cited) == 1 else guess
        yield make(f"https://arxiv.org/abs/{number}", f"{checkout.readme}:{line_number}")
    for line in lines[:_HEAD_LINES]:
        for words, url in _LINK.findall(line.text):
            place = _PAPER_PLACE.search(url)
            if place and _PAPER.search(words):
                address = f"https://arxiv.org/abs/{place[1]}" if place[1] else url
                yield guess(address, f"{checkout.readme}:{line.number}")
    yield from _introduced(checkout, lines[:_HEAD_LINES])


def _introduced(checkout: Checkout, lines: list[Line]) -> Iterator[Found]:
    """Papers that the first lines say this is of: “code for …”, a list below “papers”."""
    is_list = False
    for line in lines:
        is_item = re.match(r"\s*[-*+]\s", line.text) is not None
        for found in _ARXIV_LINK.finditer(line.text):
            if (is_item and is_list) or _CODE_OF.search(line.text[: found.start()]):
                yield guess(f"https://arxiv.org/abs/{found[1]}", f"{checkout.readme}:{line.number}")
        if line.text.strip() and not is_item:
            is_list = _ENDS_IN_PAPERS.search(line.text) is not None


def _is_shown(lines: list[Line], number: int) -> bool:
    """Whether a line among the first is one of links or badges, not a sentence about a paper."""
    text = lines[number - 1].text
    is_row = re.match(r"\s*(?:[-*|]\s*)?(?:\[|!|<|\*\*\[)", text) is not None
    return number <= _HEAD_LINES and is_row


def _is_report(checkout: Checkout, paper: Found) -> bool:
    """Whether the entry that cites a paper calls it a technical report."""
    line = int(paper.seen.rpartition(":")[2])
    around = checkout.lines(checkout.readme)[max(line - 8, 0) : line + 4]
    return any(_REPORT.search(one.text) for one in around)


def _policies(checkout: Checkout) -> Iterator[Found]:
    """Terms of use at the top; a guide may be no more than advice."""
    for path in checkout.paths:
        if "/" not in path and is_policy_name(path):
            is_sure = _SURE_POLICY.fullmatch(posixpath.splitext(path)[0].replace("-", "_"))
            yield (claim if is_sure else guess)(path, f"{path}: its name")
