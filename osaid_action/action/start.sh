# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Finds a Python for the action and hands over to start.py; sourced by action.yml's only step.
# Nothing here, and nothing after it, runs in the workspace: what a pull request put there must
# not be imported, read as configuration, or found as a program.
set -euo pipefail
cd "$GITHUB_ACTION_PATH"

is_fit() { "$@" -I -c 'import sys; sys.exit(not (3, 11) <= sys.version_info)' >/dev/null 2>&1; }

start() { # the first argument list that is a fit Python runs the action
  if is_fit "$@"; then exec "$@" -I -X utf8 osaid_action/action/start.py; fi
}

start python3
start python
start py -3

tools=${RUNNER_TOOL_CACHE:-/nonexistent}
for python in "${tools//\\//}"/Python/3.1[1-9]*/*/{bin/python3,python.exe}; do
  start "$python"
done

if command -v uv >/dev/null; then
  export UV_NO_CONFIG=1
  python=$(uv python find --no-project '>=3.11' 2>/dev/null) ||
    { uv python install --quiet 3.13 && python=$(uv python find --no-project 3.13); } || true
  start "${python:-/nonexistent}"
fi

echo "::error title=osaid-action::there is no Python 3.11 or newer on this runner;" \
  "put a step with actions/setup-python before this one"
exit 2
