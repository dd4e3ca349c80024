# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One run of the action: read and tell the verdict; then compare, and publish.

The verdict is told in the log, the outputs, the annotations, the summary and the files before
anything is asked of GitHub (but for events that read the declarations from there). Whatever goes
wrong after it costs the comparison, the comment or the check run, and a line.
"""

import os
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from osaid_action.action import check_plan, publish, run_log, runner_files, workflow_log
from osaid_action.action import context as contexts
from osaid_action.action import inputs as all_inputs
from osaid_action.action.check_run import Check
from osaid_action.action.github_tree import ApiTree, finder
from osaid_action.action.plan import Sequel, Verdict, check_of, sequel, verdict
from osaid_action.action.reports import CheckOptions, Found, compared, in_tree, in_workspace
from osaid_action.action.retry import Limits
from osaid_action.baseline import Baseline
from osaid_action.check import Network
from osaid_action.clock import now
from osaid_action.errors import OsaidError, reason
from osaid_action.model import ExitCode

if TYPE_CHECKING:
    from osaid_action.action.client import Client


class RunEnvironment(NamedTuple):
    """What a run needs beside its environment; tests put others in."""

    token: str
    scratch: str  # a folder of our own
    limits: Limits = Limits()
    sleep: Callable[[float], object] = time.sleep
    fetch: Callable[[], str] = str
    """Makes what GitHub's API takes importable; returns what went wrong, or nothing."""

    def __repr__(self) -> str:
        return "RunEnvironment(…)"  # a token is never shown


def main(environ: Mapping[str, str], environment: RunEnvironment) -> ExitCode:
    """Run the action; returns the exit code, which is that of `osaid check`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        return _Run(environ, environment).code()
    except OsaidError as error:
        workflow_log.command("error", str(error))
        return ExitCode.USAGE
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001 - Python's own exit codes would read as verdicts
        return _confess()


def _confess() -> ExitCode:
    workflow_log.say(traceback.format_exc())
    workflow_log.command(
        "error",
        "this is a bug of ours, not of your file; please report it with the lines above at "
        "https://github.com/osaid-action/osaid-action/issues",
    )
    return ExitCode.BUG


class _Run:
    """One run. Raises OsaidError for what stops it before there is a result."""

    def __init__(self, environ: Mapping[str, str], environment: RunEnvironment) -> None:
        self.environment = environment
        self.context = contexts.from_environ(environ)._replace(checked=now())
        self.inputs = all_inputs.from_environ(environ)
        self.workflow_token = environ.get("OSAID_WORKFLOW_TOKEN") != "false"
        self._client: Client | OsaidError | None = None
        run_log.configuration(self.context, self.inputs)
        self._is_concluded = not self.inputs.check_run

    def code(self) -> ExitCode:
        """Carry it out and return the exit code; a check run that is asked for is concluded."""
        try:
            return self._code()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self._conclude(check_plan.stopped(self.inputs, self._sha(), reason(error)))
            raise

    def _sha(self) -> str:
        """The commit that a check run belongs to, also where nothing is known of it yet."""
        run = self.context.run
        return run.sha if run and run.sha and self.context.pull is None else self.context.sha

    def _code(self) -> ExitCode:
        if self.inputs.online and self.context.from_api:
            raise OsaidError(
                f"online: true is refused on {self.context.event}, which runs with the rights of "
                "the repository on URLs that a stranger wrote"
            )
        if why := self._nothing_to_judge():
            workflow_log.say(f"Nothing to do: {why}.")
            self._conclude(check_plan.nothing_to_judge(self.inputs, self._sha(), why))
            return ExitCode.FINE
        found = self._found()
        report_path = self.inputs.report_file or os.path.join(
            self.environment.scratch, "report.json"
        )
        said = verdict(self.context, self.inputs, found, report_path)
        code, written = self._tell(said, found)
        try:
            self._go_on(said, found, report_path, written)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - the verdict was told, and stands
            workflow_log.command("notice", f"what comes after the verdict failed: {reason(error)}")
            self._conclude_verdict(found, said)
        return max(said.code, code)

    def client(self) -> "Client":
        """The connection to GitHub, made when first needed. Raises OsaidError, each time the same.

        An import that fails is raised as it is.
        """
        if self._client is None:
            self._client = self._connected()
        if isinstance(self._client, OsaidError):
            raise self._client
        return self._client

    def _connected(self) -> "Client | OsaidError":
        if not self.environment.token:
            return OsaidError("there is no token to ask GitHub with")
        if wrong := self.environment.fetch():
            return OsaidError(wrong)
        # PyGithub takes longer to import than a declaration takes to check
        from osaid_action.action.client import Client  # noqa: PLC0415

        return Client(
            self.environment.token,
            self.context.api_url,
            self.context.repository,
            self.environment.limits,
            self.environment.sleep,
        )

    # ------------------------------------------------------------------ reading

    def _nothing_to_judge(self) -> str:
        """Why there is nothing to do; a `workflow_run` is led to its pull request."""
        run = self.context.run
        if run is None:
            return "the branch or the tag was deleted" if self.context.is_deleted else ""
        if run.event not in ("pull_request", "pull_request_target"):
            return "the workflow run was for no pull request"
        pull = self.client().pull_of(run)
        if pull is None:
            return f"no open pull request is at {run.sha[:12]}"
        self.context = self.context._replace(
            sha=pull.sha,
            base_sha=pull.base_sha,
            pull=pull.number,
            is_open=True,
            home=run.repository,
        )
        return ""

    def _found(self) -> Found:
        options = CheckOptions(self.inputs, Network() if self.inputs.online else None)
        if not self.context.from_api:
            return in_workspace(self.context.workspace, options)
        return in_tree(ApiTree(self.client(), self.context.sha), options)

    # ------------------------------------------------------------------ the verdict

    def _tell(self, said: Verdict, found: Found) -> tuple[ExitCode, Sequence[str]]:
        """Tell the result where it cannot be lost.

        Returns a code for what could not be written, and the files that were.
        """
        run_log.report(found)
        for message in said.messages:
            workflow_log.command(message.level, message.words)
        if not self.inputs.check_run:  # else the annotations are its own
            run_log.annotate(said.annotations)
        code, written = self._write_files(said.files)
        outputs = dict(said.outputs)
        outputs["report"] = written.get(outputs["report"], "")
        if not self._put_outputs("error", outputs):
            code = ExitCode.USAGE  # a step that reads them would read nothing
        self._put_summary(said.summary)
        return code, list(written)

    def _write_files(
        self, wanted: Mapping[str, str], level: str = "error"
    ) -> tuple[ExitCode, dict[str, str]]:
        """Write files; returns a code, and where each was written."""
        roots = [self.context.workspace, self.context.temp, self.environment.scratch]
        code, written = ExitCode.FINE, {}
        for path, content in wanted.items():
            try:
                written[path] = runner_files.write_inside(roots, path, content)
            except OsaidError as error:
                workflow_log.command(level, str(error))
                code = ExitCode.USAGE
        return code, written

    def _write_again(self, said: Mapping[str, str], wanted: Mapping[str, str]) -> None:
        """Write files in the place of what they said, which is put back where that cannot be."""
        _, written = self._write_files(wanted, "notice")
        self._write_files({each: said[each] for each in wanted if each not in written}, "notice")

    def _put_outputs(self, level: str, outputs: Mapping[str, str]) -> bool:
        put = partial(runner_files.append_outputs, self.context.output_path, outputs)
        return _put("the outputs", put, level)

    def _put_summary(self, text: str) -> None:
        _put("the summary", partial(runner_files.append_summary, self.context.summary_path, text))

    # ------------------------------------------------------------------ what comes after it

    def _go_on(self, said: Verdict, found: Found, path: str, written: Sequence[str]) -> None:
        """Compare and publish; nothing here changes how the run ends.

        ``path`` is where the report goes. What could not be written is not tried again.
        """
        more = sequel(self.context, self.inputs, self._compared(found), said, path)
        if more.not_compared:
            workflow_log.say(more.not_compared)
        self._write_again(
            said.files, {each: more.files[each] for each in written if each in more.files}
        )
        self._put_summary(more.summary)
        self._publish(said, more)

    def _compared(self, found: Found) -> Found:
        """What was found, beside the base, where there is one."""
        sha = self.context.base_sha if self.inputs.compare else ""
        baseline = Baseline(finder(sha, self.client))
        try:
            return compared(found, baseline)
        finally:
            baseline.close()

    def _publish(self, said: Verdict, more: Sequel) -> None:
        if more.check is not None:
            self._conclude(more.check, said)
        pull = self.context.pull
        if more.comments and pull is not None:
            token = self.workflow_token
            urls = publish.put_comments(self.client, pull, more.comments, workflow_token=token)
            if urls is not None:
                self._put_outputs("notice", {"comment-url": "\n".join(urls)})

    def _conclude(self, check: Check, said: Verdict | None = None) -> None:
        """Write the check run, once; where that cannot be, the annotations are told instead."""
        if self._is_concluded:
            return
        self._is_concluded = True
        if not publish.put_check(self.client, check) and said is not None:
            run_log.annotate(said.annotations)

    def _conclude_verdict(self, found: Found, said: Verdict) -> None:
        """Write the check run of a verdict that nothing could be added to."""
        if not self._is_concluded:
            self._conclude(check_of(self.context, self.inputs, found, said.code), said)


def _put(what: str, put: Callable[[], None], level: str = "warning") -> bool:
    """Write one of the runner's own files, or tell why that cannot be."""
    try:
        put()
    except OSError as error:
        workflow_log.command(level, f"{what} cannot be written: {error.strerror or error}")
        return False
    return True
