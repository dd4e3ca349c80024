# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Finds a Python for the action and hands over to entry.py; sourced by action.yml's only step.
# Nothing here, and nothing after it, runs in the workspace: what a pull request put there must
# not be imported, read as configuration, or found as a program.
#
# A Python that is too old is passed over. One that cannot install what the action needs (it has no
# pip, or there is no wheel for it) says so in a line, and the next one is tried.
set -euo pipefail +o posix
cd "$GITHUB_ACTION_PATH"

names="python3 python python3.15 python3.14 python3.13 python3.12 python3.11"
next=75 # what entry.py ends with when it could not install
tried=

# -S: of the machine's own packages the action sees none, and none of them runs
is_fit() { "$@" -I -S -c 'import sys; sys.exit(not (3, 11) <= sys.version_info)' >/dev/null 2>&1; }

start() { # run the action with a Python, the words that start it; comes back only to try another
  case ", $tried, " in *", $*, "*) return 0 ;; esac
  is_fit "$@" || return 0
  local code=0
  "$@" -I -S -X utf8 osaid_action/action/entry.py "$@" || code=$?
  test "$code" = "$next" || exit "$code"
  tried="$tried${tried:+, }$*"
}

on_path() { # each Python on PATH once: python3 and python of a folder are as a rule the same
  local name path known seen=
  for name in $names; do
    while IFS= read -r path; do
      for known in $seen; do
        test ! "${known%/*}/" -ef "${path%/*}/" || test ! "$known" -ef "$path" || continue 2
      done
      case $path in *[[:space:]]*) ;; *) seen="$seen $path" ;; esac
      printf '%s\n' "$path"
    done < <(type -aP "$name" || true)
  done
}

while IFS= read -r -u 3 python; do start "$python"; done 3< <(on_path)
if command -v py >/dev/null; then start py -3; fi

tools=${RUNNER_TOOL_CACHE:-/nonexistent}
for python in "${tools//\\//}"/Python/3.*/*/{bin/python3,python.exe}; do
  start "$python"
done

if command -v uv >/dev/null; then # a Python that it finds, then one of its own
  export UV_NO_CONFIG=1
  start "$(uv python find --no-project '>=3.11' 2>/dev/null || echo /nonexistent)"
  export UV_PYTHON_PREFERENCE=only-managed
  uv python install --quiet 3.13 && start "$(uv python find --no-project 3.13)"
fi

if test -n "$tried"; then
  echo "::error title=osaid-action::no Python here can install the action's packages; the lines" \
    "above say why; tried: $tried"
else
  echo "::error title=osaid-action::there is no Python 3.11 or newer on this runner;" \
    "put a step with actions/setup-python before this one"
fi
exit 2
