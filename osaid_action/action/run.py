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
from osaid_action.action.checkout import through_api
from osaid_action.action.compared import baseline_of, compared
from osaid_action.action.conclusion import Conclusion
from osaid_action.action.context import Context
from osaid_action.action.github_tree import ApiTree
from osaid_action.action.plan import Sequel, Verdict, check_of, sequel, verdict
from osaid_action.action.reports import CheckOptions, Found, in_tree, in_workspace
from osaid_action.action.retry import Limits
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
        self.inputs, self.refused = all_inputs.from_environ(environ)
        self.contexts = [self.context]  # one for each pull request that has this head
        self.urls: list[str] = []
        self.workflow_token = environ.get("OSAID_WORKFLOW_TOKEN") != "false"
        self._client: Client | OsaidError | None = None
        self.conclusion = Conclusion(self.client, wanted=self.inputs.check_run)
        run_log.configuration(self.context, self.inputs)

    def code(self) -> ExitCode:
        """Carry it out and return the exit code; a check run that is asked for is concluded."""
        try:
            return self._code()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self.conclusion.put(check_plan.stopped(self.inputs, self._sha(), reason(error)))
            raise

    def _sha(self) -> str:
        """The commit that a check run belongs to, also where nothing is known of it yet."""
        run = self.context.run
        return run.sha if run and run.sha and self.context.pull is None else self.context.sha

    def _code(self) -> ExitCode:
        if self.refused:
            raise OsaidError(self.refused)
        if self.inputs.online and self.context.from_api:
            raise OsaidError(
                f"online: true is refused on {self.context.event}, which runs with the rights of "
                "the repository on URLs that a stranger wrote"
            )
        if why := self._nothing_to_judge():
            workflow_log.say(f"Nothing to do: {why}.")
            self.conclusion.put(check_plan.nothing_to_judge(self.inputs, self._sha(), why))
            return ExitCode.FINE
        found = self._found()
        path = self.inputs.report_file or os.path.join(self.environment.scratch, "report.json")
        said = verdict(self.context, self.inputs, found, path)
        code, written = self._tell(said, found)
        for number, context in enumerate(self.contexts):
            if number:  # the report is on one comparison
                written = ()
            code = max(code, self._after(context, said, found, path, written))
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
        """Why there is nothing to do; a `workflow_run` is led to its pull requests."""
        run = self.context.run
        if run is None:
            return "the branch or the tag was deleted" if self.context.is_deleted else ""
        if run.event not in ("pull_request", "pull_request_target"):
            return "the workflow run was for no pull request"
        pulls = self.client().pulls_of(run)
        if not pulls:
            return f"no open pull request is at {run.sha[:12]}"
        self.contexts = [
            self.context._replace(
                sha=pull.sha,
                base_branch=pull.base_branch,
                pull=pull.number,
                is_open=True,
                home=run.repository,
                is_among=len(pulls) > 1,
            )
            for pull in pulls
        ]
        self.context = self.contexts[0]
        return ""

    def _found(self) -> Found:
        options = CheckOptions(self.inputs, Network() if self.inputs.online else None)
        if not self.context.from_api:
            return in_workspace(self.context, options)
        tree = ApiTree(self.client(), self.context.sha)
        return in_tree(tree, through_api(self.context), options)

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

    def _after(
        self, context: Context, said: Verdict, found: Found, path: str, written: Sequence[str]
    ) -> ExitCode:
        """Compare and publish; returns a code for what only a comparison can tell.

        ``path`` is where the report goes. What could not be ``written`` is not tried again.
        Whatever goes wrong here changes nothing.
        """
        code = ExitCode.FINE
        try:
            more = sequel(context, self.inputs, self._compared(context, found), said, path)
            code = more.code
            self._go_on(context, said, more, written)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - the verdict was told, and stands
            workflow_log.command("notice", f"what comes after the verdict failed: {reason(error)}")
            check = check_of(context, self.inputs, found, max(said.code, code))
            self.conclusion.put(check, said.annotations, more=context is not self.contexts[-1])
        return code

    def _go_on(self, context: Context, said: Verdict, more: Sequel, written: Sequence[str]) -> None:
        if more.not_compared:
            workflow_log.say(more.not_compared)
        here = self.inputs.annotations and not context.from_api
        run_log.gone(more.gone, context.named, annotated=here)
        again = {each: more.files[each] for each in written if each in more.files}
        self._write_again(said.files, again)
        self._put_summary(more.summary)
        self._publish(context, said, more)

    def _compared(self, context: Context, found: Found) -> Found:
        """What was found, beside the base, where there is one."""
        if not self.inputs.compare:
            return found
        baseline = baseline_of(context, found, self.client)
        try:
            return compared(found, self.inputs, baseline)
        finally:
            baseline.close()

    def _publish(self, context: Context, said: Verdict, more: Sequel) -> None:
        if more.check is not None:
            self.conclusion.put(more.check, said.annotations, more=context is not self.contexts[-1])
        if context.pull is None or not context.is_open or self.inputs.comment == "never":
            return
        if more.comments or more.may_leave:
            conversation = publish.Conversation(
                context.pull, more.comments, more.farewell, self.workflow_token, context.workflow
            )
            urls = publish.put_comments(self.client, conversation)
            if urls is not None:
                self.urls += urls
                self._put_outputs("notice", {"comment-url": "\n".join(self.urls)})


def _put(what: str, put: Callable[[], None], level: str = "warning") -> bool:
    """Write one of the runner's own files, or tell why that cannot be."""
    try:
        put()
    except OSError as error:
        workflow_log.command(level, f"{what} cannot be written: {error.strerror or error}")
        return False
    return True
