#!/usr/bin/env bash
# Builds Parley, installs what the tests need from the system's packages where it is missing, runs every test,
# and ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

need() { # command, package
  command -v "$1" >/dev/null 2>&1 && return
  echo "installing $2"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2"; } >/dev/null 2>&1 || echo "could not install $2; its tests will be skipped"
}
need chromium chromium
[ -d /usr/lib/postgresql ] && [ -n "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || need initdb postgresql

dotnet build Parley.slnx -c Release -warnAsMessage:NU1603 --nologo -v quiet || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
for project in test/*/*.csproj; do
  name=$(basename "$project" .csproj)
  dotnet "test/$name/bin/Release/net10.0/$name.dll" -noColor -noLogo "$@" 2>&1 | tee -a "$log"
  [ "${PIPESTATUS[0]}" -eq 0 ] || status=1
done

# A project's last line: "Name  Total: 5, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.2s".
totals=$(awk '/ Total: [0-9]+, Errors: / {
  gsub(",", ""); for (i = 1; i < NF; i++) n[$i] += $(i + 1) }
  END { f = n["Failed:"] + n["Errors:"]; print n["Total:"] - f - n["Skipped:"], f, n["Skipped:"] + 0 }' "$log")
read -r passed failed skipped <<<"$totals"
[ "$status" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
