#!/usr/bin/env bash
# Reads the examples of output with ajv, DuckDB, Graphviz and
# TimelineJS, all from npm.
# Without npm, or when it cannot have them, it says so and is content: Go's
# tests have looked at the same files.
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v npm >/dev/null || ! npm ci --silent --no-audit --no-fund --ignore-scripts; then
	echo "SKIPPED: ajv, DuckDB, Graphviz and TimelineJS have not read the examples of output, for npm cannot bring them"
	exit 0
fi
node check.mjs "$@"
