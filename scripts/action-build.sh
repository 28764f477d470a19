#!/usr/bin/env bash
# Builds the program in the folder of the action, unless an earlier step of the job has.
set -euo pipefail

cd "$GITHUB_ACTION_PATH"
if [[ ! -f dist/main.cjs ]]; then
  echo '::group::Build plan-call'
  npm ci --include=dev --ignore-scripts --no-audit --no-fund
  npm run build
  echo '::endgroup::'
fi
