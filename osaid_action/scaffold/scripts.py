# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The scripts of a repository by their names, by what is in them, and by who runs them."""

import posixpath
import re
from collections.abc import Iterator

from osaid_action.scaffold.checkout import Checkout, Line
from osaid_action.scaffold.found import Found, guess
from osaid_action.scaffold.readme import Markdown

NETWORK = re.compile(
    r"^class\s+\w+\s*\([^()]*\b(?:(?:nn|nnx|hk|eqx|snt)\.Module|\w*PreTrainedModel"
    r"|(?!Base)\w+For(?:CausalLM|ConditionalGeneration|MaskedLM|PreTraining|QuestionAnswering"
    r"|\w*Classification)|LightningModule|keras\.Model)\b"
)
"""A class that is a part of a network: of torch, flax, haiku, transformers, Keras and others."""
_RUN = re.compile(
    r"(?:^|[\s`$(;&|])(?:python[\d.]*|torchrun|accelerate launch|deepspeed|srun|bash|sh|sbatch)"
    r"\s[^#\n]{0,150}?([\w./-]{1,200}\.(?:py|sh))\b"
)
_RUN_ITSELF = re.compile(r"(?:^|[\s`$])\./([\w./-]{1,200}\.(?:py|sh))\b")
_COMPILED = (".c", ".cc", ".cpp", ".cxx", ".cu", ".rs")
_PROGRAM = re.compile(r"(?:run|main|infer\w*|generate|chat|cli)")
_MODULE = re.compile(r"-m\s+([\w.]{3,200})")


def name_of(path: str) -> str:
    """The last step of a path."""
    return posixpath.basename(path)


def is_below(path: str, names: str) -> bool:
    """Whether one of the folders of a path fits a pattern."""
    return any(re.fullmatch(names, folder, re.IGNORECASE) for folder in path.split("/")[:-1])


def run_by(checkout: Checkout, text: str, *, tests: bool = False) -> Iterator[tuple[str, int]]:
    """The own scripts that a Markdown text says to run, and the line that says so.

    ``tests`` takes in those at the top that are called tests, and may try a model.
    """
    for path, line in _run(checkout, text, Markdown(checkout.lines(text)).every_line()):
        if checkout.is_own(path) or (tests and "/" not in path):
            yield path, line


def started_by(checkout: Checkout, script: str) -> Iterator[tuple[str, int]]:
    """The own scripts that a shell script starts, from the top or its own folder, and the line."""
    found = _run(checkout, script, checkout.lines(script))
    yield from ((path, line) for path, line in found if checkout.is_own(path))


def _run(checkout: Checkout, text: str, lines: list[Line]) -> Iterator[tuple[str, int]]:
    here = posixpath.dirname(text)
    starts = ("", here) if text.endswith(".sh") else (here,)
    for line in lines:
        found = [*_RUN.findall(line.text), *_RUN_ITSELF.findall(line.text)]
        found += [f"{one.replace('.', '/')}.py" for one in _MODULE.findall(line.text)]
        for path in found:
            for start in starts:
                inside = posixpath.normpath(posixpath.join(start, path))
                if inside in checkout.known:
                    yield inside, line.number
                    break


def first_line(checkout: Checkout, path: str, pattern: "re.Pattern[str]") -> int:
    """The first line of a file that fits; 0 for none."""
    return checkout.line_of(path, pattern)


def is_called_like_all(checkout: Checkout, path: str) -> bool:
    """Whether a file at the top, or of a package, is called like the repository."""
    own = re.sub(r"\W", "_", posixpath.basename(checkout.remote).lower())
    return bool(own) and name_of(path).lower() == f"{own}.py" and path.count("/") <= 1


def programs(checkout: Checkout) -> Iterator[Found]:
    """Programs at the top or in src/ that may run a model, by their names: C, C++, Rust, run_x."""
    own = posixpath.basename(checkout.remote).lower().removesuffix(".cpp")
    for path in checkout.own:
        stem, kind = posixpath.splitext(path.removeprefix("src/").lower())
        is_named = _PROGRAM.fullmatch(stem) or stem in (own, f"{own}.cpp")
        if (kind in _COMPILED and is_named) or (own and (stem, kind) == (f"run_{own}", ".py")):
            yield guess(path, f"{path}: its name")


def folders_named(paths: list[str], names: str) -> dict[str, list[str]]:
    """The outermost folders whose name fits a pattern, with the paths in them."""
    found: dict[str, list[str]] = {}
    for path in paths:
        steps = path.split("/")
        for at, step in enumerate(steps[:-1]):
            if re.fullmatch(names, step, re.IGNORECASE):
                found.setdefault("/".join(steps[: at + 1]), []).append(path)
                break
    return found
