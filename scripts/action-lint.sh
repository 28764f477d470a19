#!/usr/bin/env bash
# Lints what the inputs of the action name, LINT_…, and passes on how it ended. Runs on the bash 3.2 of macOS, too.
set -euo pipefail

options=("--format=$LINT_FORMAT")
if [[ -n $LINT_CONFIG ]]; then options+=("--config=$LINT_CONFIG"); fi
if [[ -n $LINT_BASELINE ]]; then options+=("--baseline=$LINT_BASELINE"); fi
if [[ -n $LINT_MAX_WARNINGS ]]; then options+=("--max-warnings=$LINT_MAX_WARNINGS"); fi

# One a line and no word split, so that names may have spaces. `read` takes away the spaces around them.
while read -r option || [[ -n $option ]]; do
  option=${option%$'\r'}
  if [[ -n $option ]]; then options+=("$option"); fi
done <<<"$LINT_ARGS"

options+=(--)
while read -r file || [[ -n $file ]]; do
  file=${file%$'\r'}
  if [[ -n $file ]]; then options+=("$file"); fi
done <<<"$LINT_FILES"

folder=$(mktemp -d "$RUNNER_TEMP/plan-call.XXXXXX")
results=$folder/results
notes=$folder/notes
code=0
node "$GITHUB_ACTION_PATH/bin/plan-call.cjs" lint "${options[@]}" >"$results" 2>"$notes" || code=$?

# A line of a report that begins with `::` would be obeyed by the runner.
shown() {
  local word
  word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$word"
  cat "$1"
  echo
  echo "::$word::"
}
case $LINT_FORMAT in
  github) cat "$results" ;;
  text) shown "$results" ;;
  *) echo "Results: $results" ;;
esac
if [[ -s $notes ]]; then shown "$notes"; fi

{
  echo "exit-code=$code"
  echo "report=$results"
} >>"$GITHUB_OUTPUT"
exit "$code"
