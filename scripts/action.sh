#!/usr/bin/env bash
# What action.yml runs: lints the checked-out repository, annotates the pull request on standard output, and appends the
# report to the job's summary. Inputs come as WINDPROOF_* variables and are never read as code. Exits as lint does.
set -euo pipefail

package=$(cd "$(dirname "$0")/.." && pwd)
if [ ! -f "$package/dist/cli/main.js" ]; then
  # An action is checked out as it is in git: built once a job, by the prepare script.
  npm ci --prefix "$package" --no-audit --no-fund --silent >&2
fi

report=$(mktemp)
trap 'rm -f "$report"' EXIT
options=(--format github --format "markdown=$report")
[ -z "${WINDPROOF_CHANGED:-}" ] || options+=("--changed=$WINDPROOF_CHANGED")
[ -z "${WINDPROOF_CONFIG:-}" ] || options+=("--config=$WINDPROOF_CONFIG")
[ -z "${WINDPROOF_MAX_WARNINGS:-}" ] || options+=("--max-warnings=$WINDPROOF_MAX_WARNINGS")
[ -z "${WINDPROOF_SARIF:-}" ] || options+=(--format "sarif=$WINDPROOF_SARIF")
paths=()
while IFS= read -r path; do
  [ -z "$path" ] || paths+=("$path")
done <<<"${WINDPROOF_PATHS:-.}"

status=0
node "$package/dist/cli/main.js" lint "${options[@]}" -- "${paths[@]}" || status=$?
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$report" >>"$GITHUB_STEP_SUMMARY"
exit "$status"
