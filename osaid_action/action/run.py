# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One run of the action: read, plan, write, publish; nothing published changes how it ends."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from osaid_action.action import context as contexts
from osaid_action.action import files, log
from osaid_action.action import inputs as all_inputs
from osaid_action.action.apitree import ApiTree
from osaid_action.action.bases import Bases
from osaid_action.action.context import Context
from osaid_action.action.inputs import Inputs
from osaid_action.action.patience import Failure, Limits
from osaid_action.action.plan import FINE, USAGE, Plan, plan
from osaid_action.action.reports import Found, Look, in_tree, in_workspace
from osaid_action.check import Ask
from osaid_action.errors import OsaidError
from osaid_action.report import github, text

if TYPE_CHECKING:
    from osaid_action.action.client import Client

BUG = 3
_MANUAL = "https://github.com/osaid-action/osaid-action/blob/main/docs/action.md"
_PERMISSIONS = {
    "comment": "pull-requests: write",
    "check run": "checks: write",
}
_MAX_TOLD = 3  # reports shown whole in the log


class Surroundings(NamedTuple):
    """What a run needs beside its environment; tests put others in."""

    token: str
    scratch: str  # a folder of our own
    limits: Limits = Limits()
    sleep: Callable[[float], object] = time.sleep

    def __repr__(self) -> str:
        return "Surroundings(…)"  # a token is never shown


def main(environ: Mapping[str, str], around: Surroundings) -> int:
    """Run the action; returns the exit code, which is that of `osaid check`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        return _Run(environ, around).code()
    except OsaidError as error:
        log.command("error", str(error))
        return USAGE
    except Exception:  # noqa: BLE001 - Python's own exit code 1 would read as a verdict
        return _confess()


def _confess() -> int:
    import traceback  # noqa: PLC0415 - only for a bug

    log.say(traceback.format_exc())
    log.command(
        "error",
        "this is a bug of ours, not of your file; please report it with the lines above at "
        "https://github.com/osaid-action/osaid-action/issues",
    )
    return BUG


class _Run:
    """One run. Raises OsaidError for what stops it before there is a result."""

    def __init__(self, environ: Mapping[str, str], around: Surroundings) -> None:
        self.around = around
        self.context = contexts.from_environ(environ)
        self.inputs = all_inputs.from_environ(environ)
        self.workflow_token = environ.get("OSAID_WORKFLOW_TOKEN") != "false"
        self._client: Client | None = None
        _tell_configuration(self.context, self.inputs)
        if self.inputs.online and self.context.from_api:
            raise OsaidError(
                f"online: true is refused on {self.context.event}, which runs with the rights of "
                "the repository on URLs that a stranger wrote"
            )

    def code(self) -> int:
        """Carry it out and return the exit code."""
        if self.context.run is not None and not self._resolve():
            return FINE
        found = self._found()
        report_path = self.inputs.report_file or os.path.join(self.around.scratch, "report.json")
        planned = plan(self.context, self.inputs, found, report_path)
        code = max(planned.code, self._write(planned, found))
        self._publish(planned)
        return code

    def client(self) -> "Client":
        """The connection to GitHub, made when first needed. Raises OsaidError without a token."""
        if self._client is None:
            if not self.around.token:
                raise OsaidError("there is no token to ask GitHub with")
            # PyGithub takes longer to import than a declaration takes to check
            from osaid_action.action.client import Client  # noqa: PLC0415

            self._client = Client(
                self.around.token,
                self.context.api_url,
                self.context.repository,
                self.around.limits,
                self.around.sleep,
            )
        return self._client

    # ------------------------------------------------------------------ reading

    def _resolve(self) -> bool:
        """Find the pull request of a `workflow_run`; False when there is nothing to do."""
        run = self.context.run
        if run is None or run.event not in ("pull_request", "pull_request_target"):
            log.command("notice", "the workflow run was for no pull request; nothing to do")
            return False
        pull = self.client().pull_of(run)
        if pull is None:
            log.command("notice", f"no open pull request is at {run.sha[:12]}; nothing to do")
            return False
        self.context = self.context._replace(
            sha=pull.sha,
            base_sha=pull.base_sha,
            pull=pull.number,
            is_open=True,
            home=run.repository,
        )
        return True

    def _found(self) -> Found:
        sha = self.context.base_sha if self.inputs.compare else ""
        base = Bases(self.context.workspace, sha, self.client)
        look = Look(self.inputs, base, _asker() if self.inputs.online else None)
        try:
            if not self.context.from_api:
                return in_workspace(self.context.workspace, look)
            return in_tree(ApiTree(self.client(), self.context.sha), look)
        finally:
            base.close()

    # ------------------------------------------------------------------ writing

    def _write(self, planned: Plan, found: Found) -> int:
        """Tell the result where it cannot be lost; returns a code for files that failed."""
        _tell(found)
        for message in planned.messages:
            log.command(message.level, message.words)
        if planned.check is None:
            _annotate(planned)
        code, outputs = self._write_files(planned)
        files.append_outputs(self.context.output_path, outputs)
        files.append_summary(self.context.summary_path, planned.summary)
        return code

    def _write_files(self, planned: Plan) -> tuple[int, dict[str, str]]:
        roots = [self.context.workspace, self.context.temp, self.around.scratch]
        code, outputs = FINE, dict(planned.outputs)
        for path, content in planned.files.items():
            try:
                written = files.write_inside(roots, path, content)
            except OsaidError as error:
                log.command("error", str(error))
                code, written = USAGE, ""
            if path == outputs["report"]:
                outputs["report"] = written
        return code, outputs

    # ------------------------------------------------------------------ publishing

    def _publish(self, planned: Plan) -> None:
        if planned.check is not None and not self._attempt("check run", self._put_check, planned):
            _annotate(planned)
        if planned.comments:
            self._attempt("comment", self._put_comments, planned)

    def _attempt(self, what: str, work: Callable[[Plan], Iterator[str]], planned: Plan) -> bool:
        """Publish one thing; a failure is told in one line and changes nothing."""
        try:
            for words in work(planned):
                log.say(words)
        except Failure as failure:
            log.command("notice", _unpublished(what, failure))
            return False
        except OsaidError as error:
            log.say(f"The {what} is not written: {error}.")
            return False
        except Exception as error:  # noqa: BLE001 - the result stands, whatever this is
            log.command("notice", _unpublished(what, error))
            return False
        return True

    def _put_check(self, planned: Plan) -> Iterator[str]:
        from osaid_action.action import checkrun  # noqa: PLC0415 - only if asked for

        client = self.client()
        if planned.check is not None:
            url = checkrun.put(client.checks, planned.check, client.patience)
            yield f"The check run is written: {url}"

    def _put_comments(self, planned: Plan) -> Iterator[str]:
        from osaid_action.action.publish import Desk  # noqa: PLC0415 - only on a pull request

        client = self.client()
        is_ours = client.is_ours(workflow_token=self.workflow_token)
        desk = Desk(client.desk, self.context.pull or 0, is_ours, client.patience)
        urls = []
        for wanted in planned.comments:
            written = desk.put(wanted)
            urls += [written.url] if written.url else []
            if written.words:
                yield f"{written.words[0].upper()}{written.words[1:]}: {written.url}"
        files.append_outputs(self.context.output_path, {"comment-url": "\n".join(urls)})


def _asker() -> Ask:
    """What asks the network, each URL once."""
    from osaid_action.evidence.fetch import Fetcher  # noqa: PLC0415 - only with online: true
    from osaid_action.evidence.online import ask  # noqa: PLC0415 - the same

    fetcher = Fetcher()
    return lambda declaration: ask(declaration, fetcher)


def _unpublished(what: str, error: Exception) -> str:
    """Why something was not published, and who can change that."""
    said = str(error) if isinstance(error, Failure) else f"{type(error).__name__}: {error}"
    words = f"the {what} was not written: {said}"
    if isinstance(error, Failure) and error.is_refusal:
        permission = _PERMISSIONS[what]
        words += (
            f"; it needs the permission `{permission}`, which runs for forks and Dependabot "
            f"never have: {_MANUAL}#forks-and-dependabot"
        )
    return f"{words}. The result is the same."


# ------------------------------------------------------------------ the log


def _tell_configuration(context: Context, inputs: Inputs) -> None:
    at = {"event": context.event, "commit": context.sha, "base": context.base_sha or None}
    lines = [f"{name.replace('_', '-')}: {_shown(value)}" for name, value in _pairs(inputs)]
    log.group("osaid: configuration", [*(f"{key}: {value}" for key, value in at.items()), *lines])


def _pairs(inputs: Inputs) -> Iterator[tuple[str, object]]:
    yield from zip(inputs._fields, inputs, strict=True)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    return str(value).lower() if isinstance(value, bool) else str(value) or "-"


def _tell(found: Found) -> None:
    """The report as the command would print it, and a line that sums it up."""
    reports = [one.report for one in found.checked]
    style = text.Style(full=len(reports) <= _MAX_TOLD)
    pieces = "".join(text.render(reports, style)) if reports else ""
    if pieces:
        log.group("osaid: report", pieces.rstrip("\n").split("\n"))
    for report in reports:
        log.emit(github.verdict_line(report))


def _annotate(planned: Plan) -> None:
    log.emit(*github.commands(planned.annotations))
