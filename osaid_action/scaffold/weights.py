# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where the weights are: files in the tree, models on the Hub of the same owner; which is asked."""

import posixpath
import re
from collections.abc import Iterator

from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.found import Found, claim, guess, unique
from osaid_action.scaffold.hub import HUB, models_linked, models_loaded, models_named
from osaid_action.scaffold.origin import owner_of, resembles
from osaid_action.scaffold.scripts import is_below

_KINDS = (".safetensors", ".bin", ".pt", ".pth", ".ckpt", ".h5", ".onnx", ".jit", ".gguf", ".keras")
_NOT_WEIGHTS = r".*(?:test|fixture|dummy|asset|example).*"
_NO_NAME = re.compile(r"(?i)(?:^|[_-])(?:tests?|tokeni[sz]er|vocab)(?:[_-]|$)")
_OF_A_PART = re.compile(
    r"(?i)(?:^|[_-])(?:embed\w*|stats?|mean|std|masks?|filters?|banks?|labels?|cache|optim\w*"
    r"|schedulers?|noise|norm\w*|ind(?:ex|ices)|lookup|scalers?)(?:[_-]|$)"
)
"""Words in the name of a file that holds a part, or what belongs to a training."""
_ADAPTER = re.compile(
    r"(?:adapter_)?model(?:-\d{5}-of-\d{5})?\.(?:safetensors|bin|gguf)|pytorch_model[\w.-]*\.bin"
)
_OF_IT = re.compile(
    r"(?i)\b(?:weights?|checkpoints?)\b|\u6a21\u578b|\u6743\u91cd|\u6b0a\u91cd|\u30e2\u30c7\u30eb|\ubaa8\ub378|\u0432\u0435\u0441\u0430"
)
"""Words for weights and models: English, Chinese, Japanese, Korean, Russian."""
_MODEL = re.compile(rf"(?i)\bmodels?\b|{_OF_IT.pattern.removeprefix('(?i)')}")
_WORD = re.compile(r"[A-Za-z]{4,}")
_OF_A_BASE = re.compile(
    r"(?i)\b(?:base|based|tuned|from|built|initiali[sz]ed|compared?|teacher|original|creator)\b"
    r"|\u57fa\u4e8e|\u57fa\u5ea7|\u5e95\u5ea7|\u57fa\u7840|\u57fa\u65bc|\u30d9\u30fc\u30b9|\uae30\ubc18"
)
"""Words for what it is made from: English, “based on” in Chinese, Japanese, Korean."""
_STORED = re.compile(
    r"https://(?!(?:www\.)?huggingface\.co/|hf\.co/)[^\s()<>\[\]\"'`{}|$]{5,300}"
    r"(?:\.(?:safetensors|pth?|ckpt|h5|onnx|gguf|keras|npz|pkl|msgpack)"
    r"|(?<=/)(?:\w{0,60}_)?(?:models|weights|checkpoints)/[\w./-]{1,200}\.(?:zip|tar|tar\.gz|tgz)"
    r"|(?<=/)(?:weights|checkpoints?)[_-][\w.-]{1,100}\.(?:zip|tar|tar\.gz|tgz))"
    r"(?![\w/.-])",
    re.ASCII,
)
_NO_WORDS = re.compile(r"(?i)\W*(?:links?|here|downloads?|click(?: here)?|google drive)\W*")
_SHARED = re.compile(
    r"\[([^\[\]]{1,80})\]\((https://(?:drive\.google\.com|(?:www\.)?dropbox\.com|zenodo\.org"
    r"|pan\.baidu\.com|[\w.-]{1,60}\.sharepoint\.com|1drv\.ms|mega\.nz|figshare\.com)/[^\s()<>]{3,300})\)"
)
"""Links to files that are shared, where the words of the link tell what they are."""
_MOST = 40
_BY_APPROVAL = re.compile(
    r"(?i)\brequest(?:s|ing)?\b.{0,60}\b(?:access|approv)|once your request is approved"
    r"|\baccess request"
)


def find_weights(checkout: Checkout, name: str, home: str) -> dict[str, tuple[Found, ...]]:
    """What is found for ``parameters.weights``: where it is, and who may get it.

    Several models make a question. ``name`` is the system's, ``home`` the repository's address.
    """
    names = [name, posixpath.basename(home)]
    here = tuple(_in_tree(checkout, names))
    return {
        "weights.here": here[:_MOST],
        "weights.linked": tuple(_linked(checkout, owner_of(home), names))[:_MOST],
        "weights.access": tuple(_access(checkout)),
    }


def _in_tree(checkout: Checkout, names: list[str]) -> Iterator[Found]:
    """Files of weights; sure where they are called like the system, or as the Hub wants it."""
    for path in checkout.own:
        is_kind = path.lower().endswith(_KINDS)
        stem = posixpath.basename(path).split(".")[0]
        if is_kind and not is_below(path, _NOT_WEIGHTS) and not _NO_NAME.search(stem):
            is_hub = "/" not in path and _ADAPTER.fullmatch(path)
            is_named = any(one and resembles(stem, one) for one in names)
            is_sure = is_hub or (is_named and not _OF_A_PART.search(stem))
            yield (claim if is_sure else guess)(path, f"{path}: its name")


def _is_called(id_: str, names: list[str]) -> bool:
    """Whether a model is called like the system or the repository, a size or a version aside."""
    model = id_.partition("/")[2]
    return any(one and (resembles(model, one) or resembles(one, model)) for one in names)


def _linked(checkout: Checkout, owner: str, names: list[str]) -> Iterator[Found]:
    """Models of the same owner that README, docs and cards name; one alone, so called, is sure.

    Those of an owner that is called like the system, and mere names, are guesses.
    """
    name = names[0]
    named: dict[str, str] = {}
    less_sure: set[str] = set()
    for path in _texts(checkout):
        lines = checkout.lines(path)
        shown = [*models_loaded(lines), *models_linked(lines)]
        for one in [*shown, *models_named(lines, owner)]:
            whose = one.id.partition("/")[0]
            is_ours = bool(owner) and resembles(whose, owner)
            if one.id not in named and (is_ours or resembles(whose, name)):
                named[one.id] = f"{path}:{one.line}"
                if not is_ours or one not in shown:
                    less_sure.add(one.id)
    ordered = sorted(named, key=lambda one: one.partition("/")[2].lower() != name.lower())
    is_sure = len(named) == 1 and not less_sure and _is_called(ordered[0], names)
    make = claim if is_sure else guess
    yield from unique(make(HUB + one, named[one]) for one in ordered)
    if not named:
        yield from unique([*_of_others(checkout, names), *_files_linked(checkout)])


def _files_linked(checkout: Checkout) -> Iterator[Found]:
    """Files of weights that a text links where they are kept; whose is for the owner to say."""
    for path in _texts(checkout):
        heading = ""
        for line in checkout.lines(path):
            heading = line.text if line.text.startswith("#") else heading
            shared = _SHARED.findall(line.text)
            said = [url for words, url in shared if _MODEL.search(_words(words, heading))]
            for url in [*_STORED.findall(line.text), *said]:
                yield guess(url, f"{path}:{line.number}")


def _words(words: str, heading: str) -> str:
    """The words of a link, and those of its heading where they name nothing: “link”, “here”."""
    return f"{words} {heading}" if _NO_WORDS.fullmatch(words) else words


def _of_others(checkout: Checkout, names: list[str]) -> Iterator[Found]:
    """Models of another owner that are called like the system, or that a line calls its weights."""
    for path in _texts(checkout):
        lines = checkout.lines(path)
        for one in models_linked(lines):
            text = lines[one.line - 1].text
            is_called = resembles(one.id.partition("/")[2], names[0]) or _begins_so(one.id, names)
            is_likely = is_called or (path == checkout.readme and _OF_IT.search(text))
            if is_likely and not _OF_A_BASE.search(text):
                yield guess(HUB + one.id, f"{path}:{one.line}")


def _begins_so(id_: str, names: list[str]) -> bool:
    """Whether a model's first word is that of the system's or the repository's name."""
    firsts = {found[0].lower() for one in names if (found := _WORD.search(one))}
    first = _WORD.match(id_.partition("/")[2])
    return first is not None and first[0].lower() in firsts


def _texts(checkout: Checkout) -> list[str]:
    """README first, then cards and docs."""
    others = [
        path
        for path in checkout.paths
        if path.lower().endswith(".md")
        and (path.count("/") == 0 or path.lower().startswith(("docs/", "model_cards/")))
        and path != checkout.readme
    ]
    return [path for path in [checkout.readme, *others[:_MOST]] if path]


def _access(checkout: Checkout) -> Iterator[Found]:
    for line in checkout.lines(checkout.readme):
        if _BY_APPROVAL.search(line.text):
            yield guess("approval", f"{checkout.readme}:{line.number}")
            return
