#!/usr/bin/env bash
# Scores the reader against the development data beside the repository: bench/score.sh [SHARED] (default ../shared).
# Needs python3 for the scorers. Prints one block a measure.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=$(cd "${1:-../shared}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build src/Parley.Cli -c Release --nologo -v quiet -warnAsMessage:NU1603
parley() { dotnet src/Parley.Cli/bin/Release/net10.0/parley.dll "$@"; }

python3 bench/gold_texts.py "$shared" "$shared/gold" > "$work/gold.jsonl"
echo "== whole readings, ${shared##*/}/gold"
parley read "$work/gold.jsonl" --format jsonl --output "$work/gold.out.jsonl"
python3 "$shared/reading/score_reading.py" "$shared/gold" "$work/gold.out.jsonl"

echo; echo "== statements, polnear-dev"
parley read "$shared/reading/data/polnear-dev.jsonl" --format jsonl --output "$work/polnear.out.jsonl"
python3 "$shared/reading/score_statements.py" "$shared/reading/data/polnear-dev.jsonl" "$work/polnear.out.jsonl"

for set in gum-dates-dev wikiwars; do
  echo; echo "== dates, $set"
  parley read "$shared/reading/data/$set.jsonl" --format jsonl --output "$work/$set.out.jsonl"
  python3 "$shared/reading/score_dates.py" "$shared/reading/data/$set.jsonl" "$work/$set.out.jsonl"
done
