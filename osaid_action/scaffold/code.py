# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The code of a system by the layout of its repository: training, data processing, and the rest.

Each rule was measured on repositories that were read by hand. Those that never lied make claims;
names that mean one thing here and another there (tests/ is no validation) make none.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from osaid_action.scaffold.architecture import find_architecture, networks_within
from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.folders import is_in_any
from osaid_action.scaffold.found import Found, claim, guess, unique
from osaid_action.scaffold.inference import (
    by_command,
    by_package,
    find_inference,
    imported,
    run_by_readme,
)
from osaid_action.scaffold.scripts import (
    NETWORK,
    first_line,
    folders_named,
    is_below,
    name_of,
    programs,
    run_by,
    started_by,
)
from osaid_action.scaffold.settings import find_settings, merge_recipes

_CONFIGS = r"configs?|conf"
_TRAINS = re.compile(r"(?:train|finetune|fine[_-]tune|pretrain|tune)(?:[_-]\w+)?\.py")
_MAY_TRAIN = re.compile(r"\w+_(?:train|finetune|pretrain)\.py")
_NOT_TRAINING = re.compile(
    r"_(?:utils?|config|args|(?:data|dataset)(?:_(?!parallel)\w+)?)\.(?:py|sh)$"
)
_NO_LAUNCHES_IN = r"utils?|aws|gcp|azure|cloud|docker|deploy\w*|\.?devcontainer"
_IN_MAIN = re.compile(
    r"\.backward\(|optimizer\.step\(|\bTrainer\(|\.fit\(|lgb\.train\(|\bpretrain\("
)
_LAUNCHES = re.compile(
    r"(?:torchrun|srun|python[\d.]*|accelerate|deepspeed|TRAIN_SCRIPT_PATH)\b.*"
    r"(?<![a-z])(?:train|finetune|pretrain|main)\w*\.py|^\s*(?:export )?TRAIN_SCRIPT_PATH="
)
_USES = re.compile(
    r"(?:run_|launch_)?(?:eval\w*?|test|validate|infer\w*?|predict|sample|generate)(?:[_.-]|$)"
)
"""How scripts are called that start a model's script to use it, and not to train."""
_STEPS = re.compile(r"\.backward\(|optimizer\.step\(")
_TRAINS_WITHIN = re.compile(
    r"[\w)\]]\.backward\(|\b(?:optimizer|optim|opt)\.step\(|\b\w*Trainer\(|\b(?:lgb|xgb)\.train\("
)
_NO_STEPS_IN = rf"{_CONFIGS}|infer\w*|sampling|eval\w*|bench\w*"
_MOST_WITHIN = 5
_TRAINING_FOLDERS = r"(?:pre)?train(?:ing|ers?)?|fine_?tun(?:e|ing)|sft|solvers?"
_TRAINING_NAME = re.compile(
    r"(?:^|[_-])(?:(?:pre)?train(?:ing)?|finetune|fine_tune|tune|init)(?:[_.-]|$)"
)
_PREPARES = re.compile(
    r"(?:prepare|preprocess|tokenize|pretokenize|data_prep)(?:[_-]\w+)*\.(?:py|sh)"
)
_NOT_PREPARING = re.compile(
    r"changelog|release|llama_?cpp|ggml|gguf|onnx|weights?|models?|checkpoints?|ckpt|env|docker",
    re.IGNORECASE,
)
_MAY_PREPARE = re.compile(
    r"(?:(?:data_?)?(?:preprocessing|preprocessor|cleaning)|features?|feature_engineering"
    r"|build_features|(?:make|build|create|generate)_dataset|input_pipeline|clean_data"
    r"|\w*datasets?|datasets?_(?:tool|builder|preparation))\.py"
)
_MOVES_DATA = re.compile(r"(?:upload|push|get|download|check|test|show|view|inspect|eval\w*)_")
_NO_DATA_IN = r"utils?|eval\w*|metrics|bench\w*"
_OF_ITS_DATA = re.compile(r"_(?:data|dataset)\.(?:py|sh)$")
_MAY_PREPARE_IN = r"etl|preprocess\w*|data_?(?:cleaning|pipeline)|dedup\w*"
_CONVERTS = r"conver\w*|quanti[sz]\w*|export\w*"
_DATA_FOLDERS = r"data|datasets?|data_?preprocess\w*|data_?prep\w*|data_?processing"
_VALIDATES = re.compile(r"(?:val|validate|validation)\.py")
_EVALUATES = re.compile(r"(?:eval|evaluate)(?:[_-]\w+)*\.py")
_MAY_EVALUATE = re.compile(
    r"(?:eval|evaluate)(?:[_-]\w+)*\.sh|run_eval\w*\.(?:py|sh)|(?:compute|calc\w*)_(?:metrics|scores?)\w*\.(?:py|sh)"
)
_EVALUATION_FOLDERS = r"evals?|evaluation|metrics|eval_utils"


def find_code(checkout: Checkout, *, has_weights: bool) -> dict[str, tuple[Found, ...]]:
    """What is found for each key of ``code``, libraries aside."""
    training = unique((*_training(checkout), *_trainers(checkout)))
    is_model = has_weights or bool(training) or any(find_architecture(checkout, is_sure=False))
    inference = unique(find_inference(checkout, is_sure=is_model))
    architecture = unique(find_architecture(checkout, is_sure=bool(training or inference)))
    architecture = architecture or unique(networks_within(checkout))
    training = training or unique(_training_within(checkout))
    inference = unique((*inference, *programs(checkout)))
    inference = inference or unique(by_command(checkout))
    if not any(one.is_claim for one in inference):
        told = run_by_readme(checkout, {one.location for one in training})
        inference = unique((*inference, *by_package(checkout), *told))
    inference = _outermost((*inference, *imported(checkout)))
    return {
        "code.data_processing": _outermost(_data_processing(checkout)),
        "code.training": training,
        "code.settings": find_settings(checkout, training),
        "code.inference": inference,
        "code.architecture": _outermost(architecture),
        "code.validation": unique(_validation(checkout)) if training else (),
        "code.evaluation": _outermost(_evaluation(checkout)),
    }


def _outermost(found: Iterable[Found]) -> tuple[Found, ...]:
    """Without what lies in a folder that was found as surely."""
    every = unique(found)
    folders = {one.location.rstrip("/"): one for one in every if one.location.endswith("/")}
    sure = {path for path, one in folders.items() if one.is_claim}
    return tuple(
        one for one in every if not is_in_any(one.location, sure if one.is_claim else folders)
    )


def _by_name(path: str) -> str:
    return f"{path}: its name"


def _line_that_trains(checkout: Checkout, path: str) -> int:
    """The line of a main script that trains, or of a shell script that starts a training."""
    if name_of(path) in ("main.py", "__main__.py", "run.py", "training.py"):
        return first_line(checkout, path, _IN_MAIN)
    is_launcher = path.endswith(".sh") and not is_below(path, _NO_LAUNCHES_IN)
    is_launcher = is_launcher and not _USES.match(name_of(path))
    return first_line(checkout, path, _LAUNCHES) if is_launcher else 0


def _training(checkout: Checkout) -> Iterator[Found]:
    own = [path for path in checkout.own if not is_below(path, _CONFIGS)]
    for path in own:
        name = name_of(path)
        if _TRAINS.fullmatch(name) and not _NOT_TRAINING.search(name):
            yield claim(path, _by_name(path))
        elif _MAY_TRAIN.fullmatch(name):
            yield guess(path, _by_name(path))
        elif line := _line_that_trains(checkout, path):
            yield claim(path, f"{path}:{line}")
    for path, line in run_by(checkout, checkout.readme):
        if _is_called_training(path):
            yield claim(path, f"{checkout.readme}:{line}")
    yield from _launched(checkout, own)
    yield from merge_recipes(checkout)
    for text in (one for one in own if name_of(one).lower() == "readme.md"):
        for path, line in run_by(checkout, text) if text != checkout.readme else ():
            if _is_called_training(path):
                yield guess(path, f"{text}:{line}")


def _launched(checkout: Checkout, own: list[str]) -> Iterator[Found]:
    """Shell scripts that are called a training, and what trains within that they start."""
    for script in own:
        if not (script.endswith(".sh") and _is_called_training(script)):
            continue
        for path, line in started_by(checkout, script):
            if path.endswith(".py") and first_line(checkout, path, _TRAINS_WITHIN):
                yield claim(path, f"{script}:{line}")
                yield claim(script, f"{script}:{line}")


def _is_called_training(path: str) -> bool:
    """Whether the name of a script tells of training, and not of the data for it."""
    name = name_of(path)
    is_training = _TRAINING_NAME.search(name) and not _NOT_TRAINING.search(name)
    is_training = is_training and not _USES.match(name)
    return bool(is_training) and not is_below(path, _CONFIGS)


def _trainers(checkout: Checkout) -> Iterator[Found]:
    """Folders of what trains, by the steps of an optimizer in them."""
    own = [path for path in checkout.own if path.endswith(".py")]
    for folder, paths in folders_named(own, _TRAINING_FOLDERS).items():
        for path in paths:
            if line := first_line(checkout, path, _STEPS):
                yield guess(f"{folder}/", f"{path}:{line}")
                break


def _training_within(checkout: Checkout) -> Iterator[Found]:
    """Where no name tells of training: the files that train within."""
    own = [one for one in checkout.own if one.endswith(".py") and not is_below(one, _NO_STEPS_IN)]
    lines = ((one, first_line(checkout, one, _TRAINS_WITHIN)) for one in own)
    found = (guess(path, f"{path}:{line}") for path, line in lines if line)
    yield from islice(found, _MOST_WITHIN)


def _data_processing(checkout: Checkout) -> Iterator[Found]:
    own = checkout.own
    for path in own:
        name = name_of(path)
        if _PREPARES.fullmatch(name) and not _NOT_PREPARING.search(name):
            make = guess if is_below(path, f"{_NO_DATA_IN}|{_CONVERTS}") else claim
            yield make(path, _by_name(path))
        elif _MAY_PREPARE.fullmatch(name) and not _is_about_data(path):
            yield guess(path, _by_name(path))
    for path, line in run_by(checkout, checkout.readme):
        if _TRAINING_NAME.search(name_of(path)) and _OF_ITS_DATA.search(name_of(path)):
            yield guess(path, f"{checkout.readme}:{line}")
    outside = [one for one in own if not is_below(one, f"{_NO_DATA_IN}|{_CONFIGS}")]
    for folder, paths in folders_named(outside, _DATA_FOLDERS).items():
        code = [one for one in paths if _is_right_in(one, folder)]
        if code:
            holds_networks = any(first_line(checkout, one, NETWORK) for one in code)
            make = guess if holds_networks else claim
            yield make(f"{folder}/", f"{code[0]}: the name of its folder")

    for folder, paths in folders_named(own, _MAY_PREPARE_IN).items():
        if code := [one for one in paths if _is_right_in(one, folder)]:
            yield guess(f"{folder}/", f"{code[0]}: the name of its folder")


def _is_about_data(path: str) -> bool:
    """Whether a script shows, moves or checks data sets, or is no part of their making."""
    return is_below(path, _NO_DATA_IN) or _MOVES_DATA.match(name_of(path)) is not None


def _is_right_in(path: str, folder: str) -> bool:
    """Whether a path is a script right in a folder."""
    is_script = path.endswith(".py") and name_of(path) != "__init__.py"
    return is_script and path.count("/") == folder.count("/") + 1


def _validation(checkout: Checkout) -> Iterator[Found]:
    """Scripts that are called so; a split inside of a training is for whoever knows it."""
    for path in checkout.own:
        if _VALIDATES.fullmatch(name_of(path)) and not is_below(path, _CONFIGS):
            yield guess(path, _by_name(path))


def _evaluation(checkout: Checkout) -> Iterator[Found]:
    for folder, paths in folders_named(checkout.own, _EVALUATION_FOLDERS).items():
        code = [one for one in paths if one.endswith((".py", ".sh", ".ipynb"))]
        if code:
            yield claim(f"{folder}/", f"{code[0]}: the name of its folder")
    for path in checkout.own:
        if is_below(path, _CONFIGS):
            continue
        if _EVALUATES.fullmatch(name_of(path)):
            yield claim(path, _by_name(path))
        elif _MAY_EVALUATE.fullmatch(name_of(path)):
            yield guess(path, _by_name(path))
