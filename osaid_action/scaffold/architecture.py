# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where the network of a system is defined: files and folders of models that hold one."""

import re
from collections.abc import Iterator
from itertools import islice

from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.folders import is_in_any
from osaid_action.scaffold.found import Found, claim, guess
from osaid_action.scaffold.scripts import (
    NETWORK,
    first_line,
    folders_named,
    is_below,
    is_called_like_all,
    name_of,
)

_FILES = re.compile(
    r"models?\.py|models?_\w+\.py|modeling(?:_\w+)?\.py|networks?(?:_\w+)?\.py"
    r"|architectures?(?:_\w+)?\.py|transformer\.py|unet\.py|\w+_models?\.py"
    r"|[A-Z]\w*Model\.py"
)
_ESTIMATOR = re.compile(
    r"\b(?:make_pipeline|Pipeline|Sequential|\w+(?:Regressor|Classifier|Regression))\("
    r"|\bkeras\.Model\b"
)
"""What scikit-learn, Keras and libraries like them make a model of."""
_FOLDERS = r"models?|modeling|modules?|archs?|networks?"
_ELSEWHERE = (
    r"eval\w*|metrics|bench\w*|probes?|transformers|peft|trl|diffusers|accelerate|deepspeed|timm"
    r"|torchvision|fairseq|detectron2|mmdet\w*|mmseg\w*|apex|flash_attn|xformers|bitsandbytes|vllm"
)
"""Folders of tests with networks of their own, and copies of packages, called like them."""
_OF_OTHERS = re.compile(r"\bAutoModel\w*\.from_pretrained\(")
_OF_RUST = re.compile(r"\b(?:candle_nn|candle_transformers|burn::nn|tch::nn)\b")
_AROUND = re.compile(
    r"(?i)(?:^|[/_-])(?:loss(?:es)?|discriminators?|train\w*|eval\w*|test\w*|bench\w*|data\w*|utils?"
    r"|convert\w*|export\w*|metrics?|old|legacy)(?=[/_.-])"
)
"""Names of what stands around a network, or of what it was."""
_MOST_WITHIN = 5
_ONE_OF = 5
"""One of so many files of a folder holds a network, where it is a folder of networks."""


def find_architecture(checkout: Checkout, *, is_sure: bool) -> Iterator[Found]:
    """Files and folders of models that hold a network; sure where a script trains or runs one.

    A folder in which most is something else (adapters, loaders, models of others) is not claimed.
    """
    make = claim if is_sure else guess
    own = [one for one in checkout.own if one.endswith(".py") and not is_below(one, _ELSEWHERE)]
    folders = folders_named(own, _FOLDERS)
    holding = {folder: _holding(checkout, paths) for folder, paths in folders.items()}
    networks = {one for one, paths in folders.items() if _is_of(holding[one], paths)}
    others = folders.keys() - networks
    for path in own:
        if not (_FILES.fullmatch(name_of(path)) or is_called_like_all(checkout, path)):
            continue
        if line := first_line(checkout, path, NETWORK):
            yield (guess if is_in_any(path, others) else make)(path, f"{path}:{line}")
        elif (line := first_line(checkout, path, _ESTIMATOR)) and _FILES.fullmatch(name_of(path)):
            yield guess(path, f"{path}:{line}")
    for folder in (one for one in folders if one in networks):
        first = holding[folder][0]
        yield make(f"{folder}/", f"{first}:{first_line(checkout, first, NETWORK)}")
    yield from _of_rust(checkout)


def networks_within(checkout: Checkout) -> Iterator[Found]:
    """Where no name tells of a network: the first files that hold one, as guesses."""
    left_out = f"{_ELSEWHERE}|{_FOLDERS}"
    own = [one for one in checkout.own if one.endswith(".py") and not is_below(one, left_out)]
    lines = ((one, first_line(checkout, one, NETWORK)) for one in own if not _AROUND.search(one))
    yield from islice((guess(path, f"{path}:{line}") for path, line in lines if line), _MOST_WITHIN)


def _of_rust(checkout: Checkout) -> Iterator[Found]:
    """Folders of models in Rust that are made with a library of networks."""
    own = [one for one in checkout.own if one.endswith(".rs") and not is_below(one, _ELSEWHERE)]
    for folder, paths in folders_named(own, _FOLDERS).items():
        line = next((n for one in paths if (n := first_line(checkout, one, _OF_RUST))), 0)
        if line:
            yield guess(f"{folder}/", f"{paths[0]}: the name of its folder")


def _is_of(holding: list[str], paths: list[str]) -> bool:
    """Whether enough of a folder's files hold a network."""
    code = [path for path in paths if name_of(path) != "__init__.py"] or paths
    return bool(holding) and len(holding) * _ONE_OF >= len(code)


def _holding(checkout: Checkout, paths: list[str]) -> list[str]:
    """The files that define a network and load none of others."""
    return [
        path
        for path in paths
        if first_line(checkout, path, NETWORK) and not first_line(checkout, path, _OF_OTHERS)
    ]
