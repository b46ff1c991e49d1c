#!/usr/bin/env bash
# Scores the reader on the reports and sentences in data/, each set apart: bench/score-own.sh [SHARED] (default ../shared, for the scorers).
# Prints sums alone for what is held out: what went wrong there is not to be looked at.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=$(cd "${1:-../shared}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build src/Parley.Cli -c Release --nologo -v quiet -warnAsMessage:NU1603
parley() { dotnet src/Parley.Cli/bin/Release/net10.0/parley.dll "$@"; }

for set in reports dense-reports held-out; do
  python3 bench/gold_texts.py "$shared" "data/$set" > "$work/$set.jsonl"
  echo "== whole readings, data/$set"
  parley read "$work/$set.jsonl" --format jsonl --output "$work/$set.out.jsonl"
  python3 "$shared/reading/score_reading.py" "data/$set" "$work/$set.out.jsonl"
  echo
done

for set in acts-held-out acts-held-out-hard; do
  echo "== acts, data/$set.tsv"
  python3 bench/score_acts.py "data/$set.tsv" > "$work/acts.jsonl"
  parley read "$work/acts.jsonl" --format jsonl --output "$work/acts.out.jsonl"
  python3 bench/score_acts.py "data/$set.tsv" "$work/acts.out.jsonl"
done
