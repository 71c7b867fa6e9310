#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Usage: scripts/check-repo.sh
#
# House rules that a text search can check, in seconds and without a build. test.sh runs it first.

set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"

if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
	mapfile -t files < <(git ls-files --cached --others --exclude-standard --deduplicate)
else
	mapfile -t files < <(find . \( -name target -o -name node_modules -o -name .git \) -prune -o -type f -print | sed 's|^\./||')
fi

sources=() rust=() manifests=() shell=()
for file in "${files[@]}"; do
	[ -f "$file" ] || continue
	case $file in
	*.rs) rust+=("$file") sources+=("$file") ;;
	*.sh | .ci/run) shell+=("$file") sources+=("$file") ;;
	*.js | *.mjs | *.ts | *.py | *.yml | *.yaml | */Dockerfile) sources+=("$file") ;;
	*Cargo.toml) manifests+=("$file") ;;
	esac
done

failures=0
# rule WHAT FINDINGS: prints the findings, if there are any, under what they break.
rule() {
	if [ -n "$2" ]; then
		printf '%s%s%s\n%s\n\n' "$RED" "$1" "$PLAIN" "$2" >&2
		failures=$((failures + 1))
	fi
}

# matches PATTERN FILE...: the lines that match, with file and number; no match is no failure.
matches() {
	local pattern=$1
	shift
	[ $# -eq 0 ] || grep -nHE -e "$pattern" "$@" || true
}

licences=$(for file in "${sources[@]}"; do
	head -n 2 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' || printf '%s\n' "$file"
done)
rule "Every source file starts with its licence: 'SPDX-License-Identifier: Apache-2.0', after a #! line if it has one." "$licences"

rule 'Dependencies come from the crate registry or from this repository, not from git.' \
	"$(grep -nHr --include=Cargo.lock --exclude-dir=target --exclude-dir=node_modules 'source = "git+' . || true; matches '(^|[ {,])git *= *"' "${manifests[@]}")"

rule 'SDK versions stand in the root Cargo.toml alone: write .workspace = true elsewhere.' \
	"$(for file in "${manifests[@]}"; do
		# A manifest with a workspace of its own cannot take versions from the root.
		grep -q '^\[workspace\]' "$file" || matches '^(frame|pallet|sc|sp|substrate)-[a-z0-9-]+ *= *("|\{.*version *=)' "$file"
	done)"

storage_info='without_storage''_info'
rule 'Storage is bounded: no pallet opts out of storage info.' "$(matches "$storage_info" "${rust[@]}")"

rule 'Storage is bounded: a #[pallet::storage] item holds BoundedVec, not Vec.' \
	"$([ ${#rust[@]} -eq 0 ] || awk '
		FNR == 1 { inside = 0 }
		/#\[pallet::storage\]/ { inside = 1; next }
		inside && /(^|[^A-Za-z])Vec</ { print FILENAME ":" FNR ": " $0 }
		inside && /;[ \t]*$/ { inside = 0 }
	' "${rust[@]}")"

marks='TO''DO|FIX''ME|X''XX|HA''CK'
rule 'Unfinished work is finished or filed, not marked in the code.' \
	"$(matches "(^|[^A-Za-z0-9_])($marks)([^A-Za-z0-9_]|\$)" "${sources[@]}" "${manifests[@]}")"

rule 'A test that is ignored says why: #[ignore = "reason"].' "$(matches '#\[ignore *\]' "${rust[@]}")"

rule 'Weak randomness decides nothing here.' "$(matches 'insecure.randomness.collective.flip' "${rust[@]}" "${manifests[@]}")"

if have shellcheck; then
	rule 'Shell scripts pass shellcheck.' "$(shellcheck -x "${shell[@]}" || true)"
else
	say 'shellcheck is not installed: the scripts were not checked'
fi

if [ $failures -gt 0 ]; then
	die "$failures of the repository's rules are broken, as listed above." "CONTRIBUTING.md explains them."
fi
