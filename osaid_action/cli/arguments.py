# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The arguments of the command, for all but its plainest form."""

import argparse
import difflib
import functools
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from osaid_action import __version__
from osaid_action.cli.formats import FORMATS
from osaid_action.cli.main import IF_MISSING
from osaid_action.cli.output import complain, printed
from osaid_action.definition.freedoms import parse_required
from osaid_action.licenses.catalogue import spdx_list_version
from osaid_action.model import FREEDOMS, ExitCode
from osaid_action.text import shorten


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, what to do in it.

    Help is 78 columns wide: asking the terminal, as argparse does at every argument, loads shutil.
    """

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - what ArgumentParser takes
        wide = functools.partial(argparse.HelpFormatter, width=78)
        super().__init__(formatter_class=wide, **given)

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401 - as there
        if message and file is sys.stdout:  # argparse would not tell that it cannot be written
            printed(message.removesuffix("\n"))
        else:
            super()._print_message(message, file)

    def error(self, message: str) -> NoReturn:
        raise SystemExit(complain(f"{message}; see `{self.prog} --help`"))


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments of one command; the parsers of the others are not made, as that takes time."""
    if argv and argv[0] in _COMMANDS:
        parser = _Parser(prog=f"osaid {argv[0]}")
        _COMMANDS[argv[0]][1](parser)
        return parser.parse_args(argv[1:])
    if argv and not argv[0].startswith("-"):
        _unknown_command(argv[0])
    if not argv:  # who types the name alone wants to know what there is
        _parser().print_help(sys.stderr)
        raise SystemExit(ExitCode.USAGE)
    return _parser().parse_args(argv)


def _unknown_command(word: str) -> NoReturn:
    if os.path.exists(word) or word.endswith((".yaml", ".yml")):
        meant = f"did you mean `osaid check {shorten(word)}`?"
        _Parser(prog="osaid").error(f"{shorten(word)!r} is no command, but a path; {meant}")
    near = difflib.get_close_matches(word[:40], _COMMANDS, n=1)
    meant = f"did you mean `osaid {near[0]}`?" if near else f"there are {', '.join(_COMMANDS)}"
    _Parser(prog="osaid").error(f"there is no command {word[:40]!r}; {meant}")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="osaid",
        description="Check what an AI system declares in OPEN_AI_SYSTEM.yaml against the Open "
        "Source AI Definition 1.0: which of the four freedoms hold, and why.",
        epilog="Exit codes: 0 fine; 1 invalid, contradicted, or a required freedom not met; "
        "2 usage, or a file that cannot be read; 3 a bug of ours. "
        "The manual: https://github.com/osaid-action/osaid-action",
    )
    parser.add_argument("--version", action=_Version)
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    for name, (words, add_arguments) in _COMMANDS.items():
        add_arguments(commands.add_parser(name, help=words))
    return parser


class _Version(argparse.Action):
    """Prints the versions that a report depends on."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version and exit")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        printed(f"osaid {__version__} (OSAID 1.0, SPDX license list {spdx_list_version()})")
        parser.exit()


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Check declarations: files, or folders in which every OPEN_AI_SYSTEM.yaml or .yml is "
        "taken (hidden folders other than .github are left out, and submodules)."
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", default=["."], help="default: .; - is standard input"
    )
    parser.add_argument(
        "--stdin-name", metavar="PATH", help="where the text on standard input would stand"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write the report there; - prints it"
    )
    amount = parser.add_mutually_exclusive_group()
    amount.add_argument("-q", "--quiet", action="store_true", help="errors, and one line a file")
    amount.add_argument("-v", "--verbose", action="store_true", help="notes too, for every file")
    parser.add_argument(
        "--require",
        type=_required,
        default=(),
        metavar="FREEDOMS",
        help="some of use,study,modify,share, or osaid for all of OSAID: exit 1 when it is not met",
    )
    parser.add_argument("--no-evidence", action="store_true", help="look at the file alone")
    parser.add_argument("--online", action="store_true", help="also ask the network")
    parser.add_argument(
        "--base",
        metavar="REV|FILE",
        help="tell what changed since, and which declarations are gone",
    )
    _search_arguments(parser)
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 where it would be 1")
    parser.set_defaults(command="check")


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    """What holds where folders are searched for declarations."""
    parser.add_argument(
        "--if-missing",
        choices=IF_MISSING,
        default="error",
        help="what a folder without a declaration is: an error (default), a warning, nothing; "
        "where others have one, never an error",
    )
    parser.add_argument(
        "--exclude",
        metavar="PATTERN",
        action="append",
        default=[],
        help="leave paths out that this fits, where folders are searched; may be repeated",
    )


def _required(text: str) -> tuple[str, ...]:
    try:
        return parse_required(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _explain_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        nargs="+",
        metavar="WORD",
        help="a rule, a license, a requirement, a label, a key of the file, or another word",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(command="explain")


def _rules_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(command="rules")


def _licenses_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("word", nargs="?", metavar="WORD", help="only those with it in their name")
    parser.add_argument("--restricts", choices=FREEDOMS, help="only those that restrict it")
    parser.add_argument("--osi", action="store_true", help="only those on the OSI's list")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(command="licenses")


def _schema_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--report", action="store_true", help="of a report, not of a declaration")
    parser.set_defaults(command="schema")


def _badge_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="?", metavar="PATH", default=".", help="default: .")
    parser.add_argument("--svg", metavar="FILE", help="write the badge there; - prints it")
    parser.add_argument("--endpoint", metavar="FILE", help="write the JSON for a shields endpoint")
    parser.add_argument("--freedom", choices=FREEDOMS, help="of one freedom (default: of all)")
    parser.add_argument("--no-evidence", action="store_true", help="look at the file alone")
    parser.set_defaults(command="badge", require=(), if_missing="error")


def _init_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Write an OPEN_AI_SYSTEM.yaml from what a repository, or a model card, already says: what "
        "is sure as it is, guesses as comments to be confirmed, and what is left to do."
    )
    parser.add_argument("path", nargs="?", metavar="PATH", default=".", help="default: .")
    parser.add_argument(
        "--from-model-card", metavar="FILE", help="look at this card alone, not at the repository"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write it there; - prints it")
    parser.add_argument("-y", "--yes", action="store_true", help="ask nothing")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.set_defaults(command="init")


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "init": ("begin a declaration from what is there", _init_arguments),
    "check": ("assess declarations", _check_arguments),
    "badge": ("write a badge", _badge_arguments),
    "explain": ("what a rule, a license or a word means", _explain_arguments),
    "rules": ("list the rules", _rules_arguments),
    "licenses": ("list the licenses known", _licenses_arguments),
    "schema": ("print the JSON Schema", _schema_arguments),
}
