# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What runs a system's model: scripts by name and by the README, commands, packages."""

import re
from collections.abc import Iterator

from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.found import Found, claim, guess
from osaid_action.scaffold.packages import Package, pinned
from osaid_action.scaffold.readme import Markdown
from osaid_action.scaffold.scripts import (
    first_line,
    folders_named,
    is_below,
    is_called_like_all,
    name_of,
    run_by,
)

_INFERS = re.compile(
    r"(?:sample|generat(?:e|ion)|inference|infer|predict(?:or)?|transcribe|txt2img|img2img|chat"
    r"|classify\w*|fold)\.py"
)
_SERVES = re.compile(r"(?:cli|serve|pipeline)\.py")
_OF_A_MODEL = re.compile(r"--model\b|\bmodel_(?:path|name|id)\b|\bmodel\s*=|\bmodel\.|_model\(")
"""What a script with a name for anything has in it when it runs a model."""
_MAY_INFER = re.compile(
    r"\w+_(?:inference|infer|sample|generate|predict)\d?\.py|(?:run_)?(?:inference|infer)_\w+\.py"
    r"|(?:detect|interact|synthesi[sz]e)\.py|(?:generate|interactive)_\w*samples?\.py"
)
_RUNS_MODEL = re.compile(
    r"(?:^|[_-])(?:sampl\w*?|gen|generat\w*?|infer\w*?|predict\w*?|detect|amg|txt2img|img2img|chat\w*?"
    r"|completions?|demo|app|transcri\w*?)\d?(?=[_.-])"
)
"""A word of a name: `apply` is no app."""
NOT_INFERRING = re.compile(
    r"instruct|dataset|train|tune|tuning|eval|bench|convert|download|coreml|onnx|openvino|ggml|gguf"
    r"|quanti[sz]|(?:save|make|create|build)[_-]\w*(?:samples?|batch\w*)"
    r"|(?:gen|generate)[_-](?:\w+[_-])?(?:models?|data|configs?|docs?|vocab|tables?)\b"
)
_NO_INFERENCE_IN = (
    r"train\w*|eval\w*|metrics|config\w*|data|data_?\w*processing|\w*datasets?(?:_\w+)?"
    r"|rejection\w*|synth\w*|distill\w*"
)
_FOLDERS = r"inference|infer|sampling"
_MAY_BE_FOLDERS = r"generat(?:e|ion)|chat"
_HUB_ENTRY = "hubconf.py"
"""Where torch.hub finds a repository's models (https://docs.pytorch.org/docs/stable/hub.html)."""
_LOADS = re.compile(
    r"(?<!Tokenizer)(?<!TokenizerFast)(?<!Config)(?<!Processor)\.from_pretrained\("
    r"|torch\.(?:jit\.)?load\(|\bload_(?:model|state_dict|checkpoint)\(|InferenceSession\("
    r"|joblib\.load\("
)
"""What reads weights."""
_LOADS_OR_RUNS = re.compile(rf"{_LOADS.pattern}|\b(?:Inference|Generat|Predict|Sampl)\w*\(")
_PREPARES = re.compile(r"(?:prepare|preprocess|make|build|create|setup|install|plot|compute)")
_PACKAGES = {
    "transformers": "Apache-2.0",
    "diffusers": "Apache-2.0",
    "sentence_transformers": "Apache-2.0",
}
"""Packages that hold networks and run them, by the name that is imported, and their licenses."""
_IMPORT = re.compile(r"\s*(?:>>> )?(?:from|import)\s+(\w+)")
_IMPORTS = re.compile(rf"^\s*(?:>>> )?(?:from|import)\s+({'|'.join(_PACKAGES)})\b")


def find_inference(checkout: Checkout, *, is_sure: bool) -> Iterator[Found]:
    """Scripts that run a model; by their names alone sure where there is a model at all."""
    for path, line in run_by(checkout, checkout.readme):
        name = name_of(path)
        if _RUNS_MODEL.search(name) and not NOT_INFERRING.search(name):
            yield claim(path, f"{checkout.readme}:{line}")
    own = [one for one in checkout.own if not is_below(one, _NO_INFERENCE_IN)]
    for path in own:
        if _is_called_so(checkout, path):
            make = claim if is_sure or first_line(checkout, path, _LOADS) else guess
            yield make(path, f"{path}: its name")
        elif _may_infer(path):
            yield guess(path, f"{path}: its name")
    for folder, paths in folders_named(own, _FOLDERS).items():
        everything = checkout.below(folder)
        if any(one.endswith(".py") for one in paths) and 2 * len(paths) > len(everything):
            loads = any(first_line(checkout, one, _LOADS) for one in paths)
            make = claim if is_sure or loads else guess
            yield make(f"{folder}/", f"{paths[0]}: the name of its folder")
    for folder, paths in folders_named(own, _MAY_BE_FOLDERS).items():
        if is_sure and any(one.endswith(".py") for one in paths):
            yield guess(f"{folder}/", f"{paths[0]}: the name of its folder")


def run_by_readme(checkout: Checkout, others: set[str]) -> Iterator[Found]:
    """Scripts that the README runs and that load weights, or are called like all; as guesses."""
    for path, line in run_by(checkout, checkout.readme, tests=True):
        name = name_of(path)
        if path in others or not name.endswith(".py") or NOT_INFERRING.search(path):
            continue
        if _PREPARES.match(name) or is_below(path, _NO_INFERENCE_IN):
            continue
        if is_called_like_all(checkout, path) or first_line(checkout, path, _LOADS_OR_RUNS):
            yield guess(path, f"{checkout.readme}:{line}")


def _is_called_so(checkout: Checkout, path: str) -> bool:
    """Whether the name of a script tells that it runs a model, or it has one and serves."""
    if _SERVES.fullmatch(name_of(path)):
        return first_line(checkout, path, _OF_A_MODEL) > 0
    return _INFERS.fullmatch(name_of(path)) is not None


def _may_infer(path: str) -> bool:
    is_named = _MAY_INFER.fullmatch(name_of(path)) is not None
    return path == _HUB_ENTRY or (is_named and not NOT_INFERRING.search(path))


def by_package(checkout: Checkout) -> Iterator[Found]:
    """A package that the README imports to run the model, where nothing of one's own does."""
    for line in Markdown(checkout.lines(checkout.readme)).code:
        if found := _IMPORTS.match(line.text):
            yield package(checkout, found[1], f"{checkout.readme}:{line.number}")


def package(checkout: Checkout, name: str, seen: str) -> Found:
    """A package that holds networks and runs them; sure where its version is pinned."""
    dashed = name.replace("_", "-")
    version, where = pinned(checkout, dashed)
    value = {"location": f"pkg:pypi/{dashed}@{version or 'VERSION'}", "license": _PACKAGES[name]}
    return claim(value, f"{seen}, {where}") if version else guess(value, f"{seen}; which version?")


def imported(checkout: Checkout) -> Iterator[Found]:
    """The package of one's own that the README's code imports: it may run the model."""
    tops: dict[str, str] = {}
    for path in checkout.own:
        if path.endswith(("/__init__.py", ".py")) and not NOT_INFERRING.search(name_of(path)):
            steps = path.removesuffix("/__init__.py").removesuffix(".py").split("/")
            is_top = len(steps) == 1 or (len(steps) == 2 and steps[0] == "src")
            if is_top:
                is_folder = path.endswith("/__init__.py")
                tops.setdefault(steps[-1], f"{'/'.join(steps)}/" if is_folder else path)
    for line in Markdown(checkout.lines(checkout.readme)).code:
        if (found := _IMPORT.match(line.text)) and found[1] in tops:
            yield guess(tops[found[1]], f"{checkout.readme}:{line.number}")


def by_command(checkout: Checkout) -> Iterator[Found]:
    """The modules of commands of one's own that the README types: one may run the model."""
    commands = dict(Package(checkout).commands())
    for line in Markdown(checkout.lines(checkout.readme)).code:
        typed = line.text.strip().removeprefix("$").split()
        module = commands.get(typed[0]) if typed else None
        for start in ("", "src/") if module else ():
            path = f"{start}{str(module).replace('.', '/')}.py"
            if path in checkout.known and not NOT_INFERRING.search(f"{typed[0]} {name_of(path)}"):
                yield guess(path, f"{checkout.readme}:{line.number}")
