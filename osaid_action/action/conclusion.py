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


class Conclusion:
    """A check run that is concluded by the first who has something to say."""

    def __init__(self, client: Callable[[], "Client"], *, wanted: bool) -> None:
        """``wanted`` says whether there is to be one at all."""
        self._client = client
        self.is_open = wanted

    def put(self, check: Check, annotations: Sequence[Annotation] = ()) -> None:
        """Write it, once; where that cannot be, its ``annotations`` are told in the log instead."""
        if not self.is_open:
            return
        self.is_open = False
        if not publish.put_check(self._client, check):
            run_log.annotate(annotations)
