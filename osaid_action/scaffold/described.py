# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where the training data is described: headings of a page on data, as guesses alone."""

import re
from collections.abc import Iterator

from osaid_action.scaffold.checkout import Checkout, Line
from osaid_action.scaffold.found import Found, guess, unique
from osaid_action.scaffold.readme import Markdown, plain

_PAGES = re.compile(
    r"(?:.*/)?(?:data|datasets?|training[_-]?data|corpus)/readme\.md"
    r"|(?:docs?/)?(?:data|datasets?|training[_-]?data|data[_-]?card|data[_-]?sheet)\.md",
    re.IGNORECASE,
)
_NOT_OF_TRAINING = re.compile(
    r"(?i)(?:^|/)(?:tests?|examples?|third_?party|vendor|evals?|evaluation|\.[^/]+)/"
)
_OF_DATA = r"(?:(?:training )?data(?:set)? )?"
_POINTS = {
    "provenance": r"sources?|provenance|origins?|where .*(?:comes?|came) from",
    "scope": r"size|scope|statistics|composition|characteristics|languages?|contents?",
    "selection": r"selection|collection|sampling|how .*(?:selected|collected|chosen)",
    "labeling": r"labell?ing|labels|annotations?|annotation process",
    "processing": r"(?:pre-?)?processing|filtering|cleaning|deduplication"
    r"|how .*(?:processed|cleaned|filtered)",
}
"""The words of a heading that tell of a point."""
_MOST = 10


def find_described(checkout: Checkout) -> dict[str, tuple[Found, ...]]:
    """What is found for each point of ``data.description``."""
    found: dict[str, list[Found]] = {}
    pages = [one for one in checkout.paths if _is_page(one)]
    for path in pages[:_MOST]:
        for point, one in _in_page(checkout, path):
            found.setdefault(f"data.description.{point}", []).append(one)
    return {key: unique(every) for key, every in found.items()}


def _is_page(path: str) -> bool:
    return _PAGES.fullmatch(path) is not None and not _NOT_OF_TRAINING.search(path)


def _in_page(checkout: Checkout, path: str) -> Iterator[tuple[str, Found]]:
    for line in _headings(checkout.lines(path)):
        words = plain(line.text.strip().strip("#")).strip(" :")
        for point, pattern in _POINTS.items():
            if re.fullmatch(f"{_OF_DATA}(?:{pattern})", words, re.IGNORECASE):
                yield point, guess(f"{path}#{_anchor(words)}", f"{path}:{line.number}")
                break


def _headings(lines: list[Line]) -> Iterator[Line]:
    yield from (one for one in Markdown(lines).prose if re.match(r"#{1,6}\s+\S", one.text))


def _anchor(words: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
