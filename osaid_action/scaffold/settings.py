# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The arguments and settings of a training: files of configuration, where a script trains."""

import posixpath
import re
from collections.abc import Iterable, Iterator

from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.folders import above, is_in_any, outermost
from osaid_action.scaffold.found import Found, claim, guess, unique
from osaid_action.scaffold.scripts import first_line, is_below, name_of, run_by

_CONFIGS = r"configs?|conf|hyps|hparams|hyper_?params|options"
_KINDS = (".yaml", ".yml", ".json", ".toml", ".py", ".cfg", ".ini", ".gin", ".jsonnet")
_OF_ELSE = re.compile(r"infer|eval|sampl|demo|example|toy|judge|bench", re.IGNORECASE)
_EVALUATES_IT = re.compile(r"eval(?:uate)?_(\w+)")
_BESIDE = re.compile(
    r"(?:train_?)?(?:config|hparams|hyperparameters)\.(?:ya?ml|toml)", re.IGNORECASE
)
_FILE = re.compile(r"(?<![\w./-])([\w./-]{1,200}\.(?:ya?ml|json|toml|cfg|ini|gin|jsonnet))\b")
_OF_DATA = re.compile(r"(?i)(?:^|[_.-])(?:data|dataset|train|corpus)(?:[_.-]|$)")
_CLASS = re.compile(r"^(?:class|def)\s")
_RECIPE = re.compile(r"mergekit[\w.-]*\.ya?ml", re.IGNORECASE)


def merge_recipes(checkout: Checkout) -> Iterator[Found]:
    """The recipes of a merge, which are its training (https://github.com/arcee-ai/mergekit)."""
    for path in checkout.own:
        if _RECIPE.fullmatch(name_of(path)):
            yield claim(path, f"{path}: its name")


def find_settings(checkout: Checkout, training: Iterable[Found]) -> tuple[Found, ...]:
    """The settings of what trains; none where nothing does."""
    scripts = [one.location for one in training]
    if not scripts:
        return ()
    configs = [one for one in checkout.own if is_below(one, _CONFIGS)]
    found = [one for one in configs if one.endswith(_KINDS) and not _OF_ELSE.search(one)]
    used = _only_evaluated(checkout)
    found = [one for one in found if not (_is_module(checkout, one) or _stem(one) in used)]
    folders = {posixpath.dirname(one) for one in scripts}
    found += [
        one
        for one in checkout.own
        if _BESIDE.fullmatch(name_of(one)) and posixpath.dirname(one) in folders
    ]
    found += [one for one in scripts if _RECIPE.fullmatch(name_of(one))]
    sure = folded(checkout, found)
    claims = [claim(one, f"{one.rstrip('/')}: its place") for one in sure]
    more = [] if claims else [guess(one, f"{one}: its arguments") for one in scripts if _is_sh(one)]
    covered = {one.rstrip("/") for one in sure}
    for path, line in _named_on_commands(checkout, frozenset(scripts)):
        if path not in covered and not is_in_any(path, covered):
            more.append(guess(path, f"{checkout.readme}:{line}"))
    return unique([*claims, *more])


def _stem(path: str) -> str:
    return posixpath.splitext(name_of(path))[0].lower()


def _only_evaluated(checkout: Checkout) -> frozenset[str]:
    """What scripts are called after that evaluate it, where none is that trains on it."""
    stems = {_stem(path) for path in checkout.own if path.endswith(".py")}
    evaluated = {found[1] for stem in stems if (found := _EVALUATES_IT.fullmatch(stem))}
    return frozenset(
        one for one in evaluated if not any(stem.endswith(f"train_{one}") for stem in stems)
    )


def _is_module(checkout: Checkout, path: str) -> bool:
    """Whether a file is code of a package: the classes of settings, or what reads them."""
    is_beside = f"{posixpath.dirname(path)}/__init__.py" in checkout.known
    return path.endswith(".py") and (is_beside or first_line(checkout, path, _CLASS) > 0)


def _is_sh(path: str) -> bool:
    return path.endswith(".sh")


def _named_on_commands(checkout: Checkout, scripts: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The files of configuration that README gives to what trains, with their lines."""
    starts = {line for path, line in run_by(checkout, checkout.readme) if path in scripts}
    goes_on = False
    for line in checkout.lines(checkout.readme):
        is_command = goes_on or line.number in starts
        for path in _FILE.findall(line.text) if is_command else ():
            inside = posixpath.normpath(path)
            if inside in checkout.known and not _OF_DATA.search(name_of(inside)):
                yield inside, line.number
        goes_on = is_command and line.text.rstrip().endswith("\\")


def folded(checkout: Checkout, paths: Iterable[str]) -> list[str]:
    """Paths, and in place of all the files of a folder the folder itself."""
    wanted = set(paths)
    folders = {one for path in wanted for one in above(path)}
    outer = outermost({one for one in folders if wanted.issuperset(checkout.below(one))})
    rest = [one for one in wanted if not is_in_any(one, outer)]
    return sorted([*(f"{one}/" for one in outer), *rest])
