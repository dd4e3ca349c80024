# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The GitHub Action: what happened, what to say of it, and saying it.

* Context: the event that started the workflow, and the commits and places that go with it
  (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows).
* Checkout: a repository at a commit, in the workspace or below it, or as the API shows it.
* Base: the commit that a change is compared with (https://git-scm.com/docs/git-merge-base).
* Test merge: what GitHub checks out of a pull request, its head merged into the base of then
  (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request).
* Workflow command: a line of the log that the runner obeys, such as ``::error::``
  (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
* Check run: a result at a commit, with annotations at lines of files
  (https://docs.github.com/en/rest/checks/runs).
"""
