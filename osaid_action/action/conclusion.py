# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The check run of a run: written once, whatever becomes of the rest."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from osaid_action.action import publish, run_log
from osaid_action.action.check_run import Check
from osaid_action.report.annotations import Annotation

if TYPE_CHECKING:
    from osaid_action.action.client import Client


_CONCLUSIONS = ("success", "neutral", "failure")  # the worst comes last


class Conclusion:
    """A check run that is concluded by the first who has something to say.

    Where several pull requests have the commit, by the one that fares worst.
    """

    def __init__(self, client: Callable[[], "Client"], *, wanted: bool) -> None:
        """``wanted`` says whether there is to be one at all."""
        self._client = client
        self.is_open = wanted
        self._worst: Check | None = None

    def put(
        self, check: Check, annotations: Sequence[Annotation] = (), *, more: bool = False
    ) -> None:
        """Write it, once; where that cannot be, its ``annotations`` are told in the log instead.

        With ``more`` to come it waits, and the worst of all is written.
        """
        if not self.is_open:
            return
        if self._worst is None or _rank(check) > _rank(self._worst):
            self._worst = check
        if more:
            return
        self.is_open = False
        if not publish.put_check(self._client, self._worst):
            run_log.annotate(annotations)


def _rank(check: Check) -> int:
    return _CONCLUSIONS.index(check.conclusion)
