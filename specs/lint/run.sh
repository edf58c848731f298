#!/usr/bin/env bash
# Lints every OpenAPI document under specs/ that we write with Redocly and Spectral. Any finding fails, warnings too.
# What a provider publishes is theirs to write: such a document has a copy of theirs in `upstream`, and `cargo xtask check`
# looks at what a client needs of it.
# Needs Node; the linters themselves are installed here, at the versions that package-lock.json pins.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
specs=$(dirname "$here")

cd "$here"
# No install scripts: the linters need none of them.
npm ci --ignore-scripts --silent

documents=()
while IFS= read -r file; do
    # Overlays aren't documents of OpenAPI.
    if grep -qE '^"?openapi"?:' "$file" && [[ ! -e ${file%/*}/upstream/${file##*/} ]]; then
        documents+=("$file")
    fi
done < <(find "$specs" \( -name node_modules -o -name upstream \) -prune -o \( -name '*.yaml' -o -name '*.yml' \) -type f -print | sort)

# A provider has one document, `openapi.yaml`, or one per domain.
for folder in "$specs"/*/; do
    if [[ -e "$folder/provider.toml" && ! -d "$folder/upstream" && " ${documents[*]} " != *" $folder"* ]]; then
        echo "lint: $folder names a provider but holds no OpenAPI document" >&2
        exit 1
    fi
done
if [[ ${#documents[@]} -eq 0 ]]; then
    echo "lint: no OpenAPI document found under $specs" >&2
    exit 1
fi

export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
failed=0

# Redocly succeeds when there are only warnings, so its report is read as well; of several documents it would write
# several reports in a row, so each is linted by itself.
report=$(mktemp)
trap 'rm -f "$report"' EXIT
for document in "${documents[@]}"; do
    node_modules/.bin/redocly lint --config redocly.yaml --format json "$document" >"$report" 2>/dev/null || true
    node - "$report" <<'JS' || failed=1
const { totals, problems } = JSON.parse(require('node:fs').readFileSync(process.argv[2], 'utf8'));
for (const { severity, ruleId, message, location = [] } of problems) {
  const [{ source, pointer } = {}] = location;
  console.error(`redocly: ${severity} ${ruleId}: ${message} (${source?.ref} ${pointer ?? ''})`);
}
process.exit(totals.errors + totals.warnings > 0 ? 1 : 0);
JS
done

node_modules/.bin/spectral lint --quiet --ruleset spectral.yaml --fail-severity warn "${documents[@]}" || failed=1

if [[ $failed -ne 0 ]]; then
    echo "lint: failed" >&2
    exit 1
fi
printf 'lint: ok, %s\n' "${documents[@]#"$specs"/}"
