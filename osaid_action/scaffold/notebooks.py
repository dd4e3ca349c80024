# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Notebooks that train, run, define or evaluate a model, or prepare data: guesses alone.

A notebook may be the code that was used, or a walk through it.
"""

import re
from collections.abc import Iterator

from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.found import Found, guess, unique
from osaid_action.scaffold.inference import NOT_INFERRING
from osaid_action.scaffold.scripts import NETWORK, first_line, name_of

_MOST_READ, _MOST = 20, 5
_BY_CODE = {
    "code.training": re.compile(
        r"\.backward\(|optimizer\.step\(|\b\w*Trainer\(|\bmodel\.fit\(|\b(?:lgb|xgb)\.train\("
    ),
    "code.architecture": NETWORK,
}
"""By the key it is for: what stands in a code cell."""
_WORD = r"(?:^|[\W\d_])(?:{})(?:[\W\d_]|$)"
_BY_NAME = {
    "code.data_processing": _WORD.format("prepare|preprocess(?:ing)?|tokeni[sz]e|data[_-]?prep"),
    "code.inference": _WORD.format("infer(?:ence)?|predict(?:ion)?|generate|sample|chat|demo"),
    "code.evaluation": _WORD.format("eval(?:uate|uation)?"),
}
"""By the key it is for: the words of a name."""


def find_in_notebooks(checkout: Checkout) -> dict[str, tuple[Found, ...]]:
    """What notebooks may be, by the key of ``code`` it is for."""
    found: dict[str, list[Found]] = {key: [] for key in (*_BY_CODE, *_BY_NAME)}
    for path in checkout.notebooks[:_MOST_READ]:
        if not checkout.text(path).strip():
            continue
        for key, pattern in _BY_CODE.items():
            if first_line(checkout, path, pattern):
                found[key].append(guess(path, f"{path}: a code cell"))
        for key in _named(path):
            found[key].append(guess(path, f"{path}: its name"))
    return {key: unique(every)[:_MOST] for key, every in found.items()}


def _named(path: str) -> Iterator[str]:
    stem = name_of(path).removesuffix(".ipynb")
    for key, words in _BY_NAME.items():
        is_else = key == "code.inference" and NOT_INFERRING.search(stem.lower())
        if re.search(words, stem, re.IGNORECASE) and not is_else:
            yield key
