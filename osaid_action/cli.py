# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The command: arguments, files, exit code."""

import argparse
import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any, NoReturn, Self

from osaid_action import __version__
from osaid_action.check import Ask, Home, check
from osaid_action.errors import OsaidError
from osaid_action.evidence.tree import DiskTree, NotRegularError, base_of, open_regular, top_of
from osaid_action.model import FREEDOMS, Report
from osaid_action.read import MAX_BYTES

if TYPE_CHECKING:
    from osaid_action.base import Base
    from osaid_action.compare import Change

NAMES = ("OPEN_AI_SYSTEM.yaml", "OPEN_AI_SYSTEM.yml")
FINE, NOT_FINE, USAGE, BUG = 0, 1, 2, 3
_INTERRUPTED = 130


def run() -> None:
    """The console script: `main` on the process's own arguments, with its exit code."""
    raise SystemExit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command of `osaid`; returns the exit code and prints what is to be seen."""
    if sys.stdout is None:
        return _complain("there is no standard output to write to")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _parsed(sys.argv[1:] if argv is None else argv)
    try:
        return _done(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception:  # noqa: BLE001 - Python's own exit code 1 would read as a verdict
        return _confess()


def _done(arguments: argparse.Namespace) -> int:
    """Run the command that was chosen; trouble with files and output is told in one line."""
    code = FINE
    try:
        code = arguments.run(arguments)
        sys.stdout.flush()
    except OsaidError as error:
        code = _complain(str(error))
    except BrokenPipeError:  # whoever read us has seen enough
        _forget_output()
    except _CannotWriteError as error:
        _forget_output()
        code = _complain(f"standard output: cannot be written: {error}")
    return code


class _CannotWriteError(Exception):
    """Standard output takes no more."""


def _forget_output() -> None:
    """Let Python's own last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> int:
    from osaid_action.report.words import clean  # noqa: PLC0415 - only for an error

    if sys.stdout is not None:
        sys.stdout.flush()
    print(f"osaid: {clean(message)}", file=sys.stderr)
    return USAGE


def _confess() -> int:
    import traceback  # noqa: PLC0415 - only for a bug

    sys.stdout.flush()
    traceback.print_exc()
    print(
        "osaid: this is a bug of ours, not of your file; please report it with the lines above at "
        "https://github.com/osaid-action/osaid-action/issues",
        file=sys.stderr,
    )
    return BUG


# ------------------------------------------------------------------ arguments


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, what to do in it.

    Help is 78 columns wide: asking the terminal, as argparse does at every argument, loads shutil.
    """

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - what ArgumentParser takes
        wide = functools.partial(argparse.HelpFormatter, width=78)
        super().__init__(formatter_class=wide, **given)

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"osaid: {message}; see `{self.prog} --help`\n")


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments of one command; the parsers of the others are not made, as that takes time."""
    if argv and argv[0] in _COMMANDS:
        parser = _Parser(prog=f"osaid {argv[0]}")
        _COMMANDS[argv[0]][1](parser)
        return parser.parse_args(argv[1:])
    return _parser().parse_args(argv)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="osaid",
        description="Check what an AI system declares in OPEN_AI_SYSTEM.yaml against the Open "
        "Source AI Definition 1.0: which of the four freedoms hold, and why.",
        epilog="Exit codes: 0 fine; 1 invalid, contradicted, or a required freedom not met; "
        "2 usage, or a file that cannot be read; 3 a bug of ours.",
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
        from osaid_action.licenses import spdx_list_version  # noqa: PLC0415 - for this alone

        print(f"osaid {__version__} (OSAID 1.0, SPDX license list {spdx_list_version()})")
        parser.exit()


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Check declarations: files, or folders in which every OPEN_AI_SYSTEM.yaml or .yml is "
        "taken (hidden folders but .github left out)."
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", default=["."], help="default: .")
    formats = ("text", "json", "jsonl", "markdown", "github")
    parser.add_argument("--format", choices=formats, default="text", help="default: text")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the report there")
    amount = parser.add_mutually_exclusive_group()
    amount.add_argument("-q", "--quiet", action="store_true", help="errors alone")
    amount.add_argument("-v", "--verbose", action="store_true", help="notes too, for every file")
    parser.add_argument(
        "--require",
        type=_freedoms,
        default=(),
        metavar="FREEDOMS",
        help="use,study,modify,share or all: exit 1 when one of them is not met",
    )
    parser.add_argument("--no-evidence", action="store_true", help="look at the file alone")
    parser.add_argument("--online", action="store_true", help="also ask the network")
    parser.add_argument("--base", metavar="REV|FILE", help="tell what changed since")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 where it would be 1")
    parser.set_defaults(run=_check)


def _freedoms(text: str) -> tuple[str, ...]:
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    if words == ["all"]:
        return FREEDOMS
    for word in words:
        if word not in FREEDOMS:
            raise argparse.ArgumentTypeError(
                f"there is no freedom {word!r}: name some of {', '.join(FREEDOMS)}, or all"
            )
    if not words:
        raise argparse.ArgumentTypeError(f"name some of {', '.join(FREEDOMS)}, or all")
    return tuple(freedom for freedom in FREEDOMS if freedom in words)


def _explain_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", metavar="RULE|LICENSE", help="a rule, a requirement or a license")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_explain)


def _rules_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_rules)


def _licenses_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("word", nargs="?", metavar="WORD", help="only those with it in their name")
    parser.add_argument("--restricts", choices=FREEDOMS, help="only those that restrict it")
    parser.add_argument("--osi", action="store_true", help="only those on the OSI's list")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_licenses)


def _schema_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--report", action="store_true", help="of a report, not of a declaration")
    parser.set_defaults(run=_schema)


def _badge_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="?", metavar="PATH", default=".", help="default: .")
    parser.add_argument("--svg", metavar="FILE", help="write the badge there")
    parser.add_argument("--endpoint", metavar="FILE", help="write the JSON for a shields endpoint")
    parser.add_argument("--freedom", choices=FREEDOMS, help="of one freedom (default: of all)")
    parser.add_argument("--no-evidence", action="store_true", help="look at the file alone")
    parser.set_defaults(run=_badge, require=())


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("assess declarations", _check_arguments),
    "badge": ("write a badge", _badge_arguments),
    "explain": ("what a rule or a license says", _explain_arguments),
    "rules": ("list the rules", _rules_arguments),
    "licenses": ("list the licenses known", _licenses_arguments),
    "schema": ("print the JSON Schema", _schema_arguments),
}


# ------------------------------------------------------------------ check


def _check(arguments: argparse.Namespace) -> int:
    if arguments.online and arguments.no_evidence:
        raise OsaidError("--online asks for evidence and --no-evidence for none; leave one out")
    work = _Work(arguments)
    files = work.files()
    if arguments.base is not None:
        work.compare_with(arguments.base, files)
    write = _writer(arguments, work.changes, many=len(files) > 1)
    try:
        with _output(arguments.output, files) as out:
            for piece in write(work.reports(files)):
                out.write(piece)
    finally:
        work.close()
    if arguments.exit_zero and work.code == NOT_FINE:
        return FINE
    return work.code


class _Work:
    """The files of one call, checked one after the other; keeps the exit code."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.code = FINE
        self.ask = _asker() if getattr(arguments, "online", False) else None
        self.base: Base | None = None
        self.changes: dict[str, Change] = {}  # by the path of the report

    def files(self) -> list[str]:
        """Every declaration that is meant, once, in order; what is not there is said."""
        found: dict[str, None] = {}
        for path in self.arguments.paths:
            if not os.path.isdir(path):
                found[path] = None
            elif inside := list(declarations_below(path)):
                found |= dict.fromkeys(inside)
            else:
                where = "here" if path == "." else f"in {path}"
                self.trouble(
                    f"no OPEN_AI_SYSTEM.yaml {where}; `osaid schema` prints the format, and "
                    "https://github.com/osaid-action/osaid-action has examples to start from"
                )
        return list(found)

    def compare_with(self, given: str, files: Sequence[str]) -> None:
        """Tell what changed since ``given``. Raises OsaidError when it is neither REV nor FILE."""
        from osaid_action.base import Base  # noqa: PLC0415 - only for --base

        self.base = Base(given, files, lambda path: _bytes(path, top_of(os.path.dirname(path))))

    def close(self) -> None:
        """End what reads from git."""
        if self.base:
            self.base.close()

    def trouble(self, message: str, code: int = USAGE) -> None:
        """Say what stops one path and go on with the others."""
        self.code = max(self.code, code)
        _complain(message)

    def reports(self, files: Iterable[str]) -> Iterator[Report]:
        """The report of each file, as soon as it is made."""
        for path in files:
            try:
                report = self.report(path)
            except OsaidError as error:
                self.trouble(str(error))
            except Exception:  # noqa: BLE001 - a bug on one file must not lose the others
                self.code = max(self.code, _confess())
            else:
                if report.has_errors:
                    self.code = max(self.code, NOT_FINE)
                yield report

    def report(self, path: str) -> Report:
        """The report of one file. Raises OsaidError when it cannot be read."""
        folder = os.path.dirname(path) or "."
        top = top_of(folder)
        data = _bytes(path, top)
        base = base_of(top, folder)
        inside = os.path.relpath(os.path.abspath(path), top).replace(os.sep, "/")
        home = Home(DiskTree(top), inside, base)
        evidence = not self.arguments.no_evidence
        required = self.arguments.require
        report = check(data, path, home, evidence=evidence, ask=self.ask, required=required)
        if self.base:
            self.changes[path] = self.base.change(home, top, report, evidence=evidence)
        return report


def _asker() -> Ask:
    """What asks the network, once for each URL of a run, and says at a terminal how far it is."""
    from osaid_action.evidence.fetch import Fetcher  # noqa: PLC0415 - only for --online
    from osaid_action.evidence.online import ask  # noqa: PLC0415 - the same

    fetcher = Fetcher()
    progress = _progress if sys.stderr.isatty() else None
    return lambda declaration: ask(declaration, fetcher, progress)


def _progress(done: int, number: int) -> None:
    end = "\n" if done == number else ""
    print(f"\rasked {done} of {number}", end=end, file=sys.stderr, flush=True)


def declarations_below(folder: str) -> Iterator[str]:
    """Every declaration below ``folder``, in order; hidden folders but .github are left out."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") or f == ".github")
        for name in NAMES:
            if name in files:
                path = os.path.join(here, name)
                yield path.removeprefix("./") if folder == "." else path


def _bytes(path: str, top: str) -> bytes:
    if os.path.islink(path):
        real = os.path.realpath(path)
        if os.path.lexists(real) and os.path.commonpath([real, os.path.realpath(top)]) != (
            os.path.realpath(top)
        ):
            raise OsaidError(f"{path}: a link that leaves the repository; name the file itself")
    try:
        with open_regular(path, follow=True) as file:
            return file.read(MAX_BYTES + 1)
    except NotRegularError:
        raise OsaidError(f"{path}: not a regular file; name a declaration or a folder") from None
    except FileNotFoundError:
        what = "a link to nothing" if os.path.islink(path) else "no such file"
        raise OsaidError(f"{path}: {what}; check the path") from None
    except PermissionError:
        raise OsaidError(f"{path}: permission denied; check who may read it") from None
    except (OSError, ValueError) as error:
        raise OsaidError(f"{path}: cannot be read: {error}") from None


def _writer(
    arguments: argparse.Namespace, changes: "dict[str, Change]", *, many: bool
) -> Callable[[Iterable[Report]], Iterator[str]]:
    """How reports are written; ``changes`` are there when the reports have come."""
    if arguments.format == "github":
        from osaid_action.report import github  # noqa: PLC0415 - only for this format

        return github.render
    if arguments.format == "markdown":
        from osaid_action.report import markdown  # noqa: PLC0415 - only for this format

        return lambda reports: markdown.render(reports, changes)
    if arguments.format != "text":
        from osaid_action.report import json  # noqa: PLC0415 - only for this format

        render = json.render if arguments.format == "json" else json.render_lines
        return lambda reports: render(reports, changes)
    return _text_writer(arguments, changes, many=many)


def _text_writer(
    arguments: argparse.Namespace, changes: "dict[str, Change]", *, many: bool
) -> Callable[[Iterable[Report]], Iterator[str]]:
    from osaid_action.report import text  # noqa: PLC0415 - only for this format

    terminal = arguments.output is None and sys.stdout.isatty()
    style = text.Style(
        color=terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        notes=arguments.verbose,
        full=arguments.verbose or not many,
        quiet=arguments.quiet,
        width=_width() if terminal else 0,
    )

    def write(reports: Iterable[Report]) -> Iterator[str]:
        yield from text.render(reports, style)
        if changes and not arguments.quiet:
            from osaid_action.report.changes import render  # noqa: PLC0415 - only for --base

            yield from render(changes, arguments.base)

    return write


def _width() -> int:
    try:
        return max(40, os.get_terminal_size().columns)
    except OSError:
        return 80


class _output:  # noqa: N801 - used like a function
    """Where the report goes: a file, or standard output. Raises OsaidError when it cannot."""

    def __init__(self, path: str | None, inputs: Sequence[str]) -> None:
        self.path = path
        if path and any(_is_same(path, one) for one in inputs):
            raise OsaidError(f"{path}: is a declaration to be checked; write the report elsewhere")

    def __enter__(self) -> Self:
        try:
            self.file: IO[str] = (
                sys.stdout
                if self.path is None
                else open(self.path, "w", encoding="utf-8", newline="\n")
            )
        except OSError as error:
            raise OsaidError(f"{self.path}: cannot be written: {error.strerror}") from None
        return self

    def write(self, text: str) -> None:
        """Write a piece."""
        self._careful(lambda: self.file.write(text))

    def _careful(self, act: Callable[[], object]) -> None:
        try:
            act()
        except BrokenPipeError:
            raise
        except OSError as error:
            if self.path is None:
                raise _CannotWriteError(error.strerror) from None
            raise OsaidError(f"{self.path}: cannot be written: {error.strerror}") from None

    def __exit__(self, *_: object) -> None:
        self._careful(self.file.flush if self.path is None else self.file.close)


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


# ------------------------------------------------------------------ badge


def _badge(arguments: argparse.Namespace) -> int:
    from osaid_action.report import badge  # noqa: PLC0415 - only for this command

    arguments.paths = [arguments.paths]
    work = _Work(arguments)
    files = work.files()
    if len(files) > 1:
        raise OsaidError(f"{len(files)} declarations in {arguments.paths[0]}; name one of them")
    if not (arguments.svg or arguments.endpoint):
        raise OsaidError("where to? --svg FILE, --endpoint FILE, or both")
    for report in work.reports(files):
        if arguments.svg:
            _replace(arguments.svg, badge.render(report, arguments.freedom), files)
        if arguments.endpoint:
            _replace(arguments.endpoint, badge.endpoint(report, arguments.freedom), files)
        print(f"{badge.label(arguments.freedom)}: {badge.message(report, arguments.freedom)[0]}")
    return work.code


def _replace(path: str, text: str, inputs: Sequence[str]) -> None:
    """Write a file at once or not at all, for whoever serves it. Raises OsaidError."""
    if any(_is_same(path, one) for one in inputs):
        raise OsaidError(f"{path}: is the declaration; write the badge elsewhere")
    if os.path.lexists(path) and not os.path.isfile(path):
        raise OsaidError(f"{path}: not a regular file; nothing is written there")
    target = os.path.realpath(path)
    draft = f"{target}.{os.getpid()}.new"
    try:
        with open(draft, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(draft, target)
    except OSError as error:
        raise OsaidError(f"{path}: cannot be written: {error.strerror}") from None


# ------------------------------------------------------------------ the other commands


def _explain(arguments: argparse.Namespace) -> int:
    from osaid_action.report import pages  # noqa: PLC0415 - only for these commands

    page = pages.explain(arguments.what, as_json=arguments.format == "json")
    if page is None:
        raise OsaidError(pages.unknown(arguments.what))
    print(page)
    return FINE


def _rules(arguments: argparse.Namespace) -> int:
    from osaid_action.report import pages  # noqa: PLC0415 - only for these commands

    print(pages.rules(as_json=arguments.format == "json"))
    return FINE


def _licenses(arguments: argparse.Namespace) -> int:
    from osaid_action.licenses import page  # noqa: PLC0415 - only for this command

    chosen = {"restricts": arguments.restricts, "osi": arguments.osi, "query": arguments.word or ""}
    if arguments.format == "json":
        import json  # noqa: PLC0415 - only for this format

        print(json.dumps(page.listing_data(**chosen), indent=2))
    else:
        print(page.listing(**chosen))
    return FINE


def _schema(arguments: argparse.Namespace) -> int:
    from osaid_action.schema import schema_text  # noqa: PLC0415 - only for this command

    print(schema_text("report-1" if arguments.report else "open-ai-system-1"), end="")
    return FINE
