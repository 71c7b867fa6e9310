#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Usage: scripts/test.sh [--fast]
#
# Runs every check and every test, those that fail fastest first. Whatever they need and this
# machine lacks is installed first.
#
#   --fast   leave out the end-to-end tests, which start real nodes
#
# The steps share one profile (release) and two sets of features: the default one for the node and
# the tests, and all features for clippy and rustdoc, which compile no code. A third would compile
# the SDK once more: docs/adr/0002-one-build-profile.md.

set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

fast=''
case ${1:-} in
'') ;;
-h | --help)
	usage "$0"
	exit 0
	;;
--fast) fast=yes ;;
*) die "test.sh knows no '$1'." "See scripts/test.sh --help." ;;
esac

cd "$ROOT"
steps=() seconds=() results=()

step() {
	local name=$1 start=$SECONDS
	shift
	steps+=("$name") results+=(FAILED)
	say "$name"
	# Not in a condition: the shell would ignore failures inside a function there.
	"$@"
	seconds+=($((SECONDS - start)))
	results[-1]=passed
}

summary() {
	local status=$? i took
	[ ${#steps[@]} -gt 0 ] || return
	printf '\n%-46s %8s  %s\n' step time result >&2
	for i in "${!steps[@]}"; do
		took=${seconds[$i]:-}
		[ -n "$took" ] && took=$(printf '%d:%02d' $((took / 60)) $((took % 60)))
		printf '%-46s %8s  %s\n' "${steps[$i]}" "$took" "${results[$i]}" >&2
	done
	printf '%-46s %8s  %s\n\n' total "$(printf '%d:%02d' $((SECONDS / 60)) $((SECONDS % 60)))" \
		"$([ $status -eq 0 ] && echo passed || echo FAILED)" >&2
}
trap summary EXIT

setup() {
	# shellcheck source=scripts/setup.sh
	. "$ROOT/scripts/setup.sh"
}

# All features that change code. `metadata-hash` only changes what a build script does, and would
# compile 240 crates a second time.
all_features=(--features 'mote-runtime/runtime-benchmarks,mote-runtime/try-runtime,mote-primitives/p256-wasm')

clippy() {
	SKIP_WASM_BUILD=1 cargo clippy --release --locked --workspace --all-targets "${all_features[@]}" -- -D warnings
}

rustdoc() {
	SKIP_WASM_BUILD=1 RUSTDOCFLAGS='-D warnings' cargo doc --release --locked --workspace "${all_features[@]}" --no-deps
}

dependencies() {
	cargo deny --offline --locked --log-level error check --hide-inclusion-graph bans licenses sources
}

end_to_end() {
	cd "$ROOT/tests"
	if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
		timeout 900 npm ci --no-audit --no-fund || die "the packages of the end-to-end tests could not be installed." \
			"Check that this machine reaches the npm registry, then run this again."
	fi
	MOTE_NODE=$CARGO_TARGET_DIR/release/mote-node npm test
	cd "$ROOT"
}

step 'set-up' setup
step 'repository rules' "$ROOT/scripts/check-repo.sh"
step 'rustfmt' "$ROOT/scripts/fmt.sh" --check
if cargo deny --version >/dev/null 2>&1; then
	step 'licences, sources and bans' dependencies
fi
step 'clippy' clippy
step 'rustdoc' rustdoc
# The same invocation as in dev.sh. It also makes the node that the end-to-end tests start, which
# `cargo test` by itself does not.
step 'build' cargo build --release --locked --workspace
# Not the examples: clippy has looked at them, and to link them takes as long as four pallets.
step 'unit and property tests' cargo test --release --locked --workspace --lib --bins --tests
step 'tests in the documentation' cargo test --release --locked --workspace --doc
if [ -z "$fast" ]; then
	step 'end-to-end tests' end_to_end
fi
