#!/usr/bin/env bash
# Words a second of the full reading beside the npm package compromise (tagging only), on the same text in the same run:
# bench/speed.sh [REPORTS.jsonl] (default: PolNeAR's development articles beside the repository). Needs node and npm.
set -euo pipefail
cd "$(dirname "$0")/.."
reports=$(realpath "${1:-../shared/reading/data/polnear-dev.jsonl}")

dotnet build tools/Parley.Training -c Release --nologo -v quiet -warnAsMessage:NU1603
[ -d bench/compromise/node_modules ] || npm --prefix bench/compromise install --silent --no-audit --no-fund --no-package-lock
node bench/compromise/tag.js "$reports"
DOTNET_TieredPGO=1 dotnet tools/Parley.Training/bin/Release/net10.0/Parley.Training.dll measure speed "$reports"
