#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Measures the weights of Mote's own pallets and of the transaction extensions, and writes them
# where the code expects them:
#
#   pallets/<pallet>/src/weights.rs
#   runtime/src/weights/frame_system_extensions.rs
#
# usage: scripts/weights.sh [--quick] [PALLET...]
#
#   --quick   few steps and repetitions: shows that every benchmark runs, and writes nothing
#   PALLET    measure only these of our pallets, by the names of their folders
#
# Run it on a machine that does nothing else. The first run compiles the measuring tool. Two thirds of
# its crates are the node's own, from the same target folder; allow half an hour for the rest on two
# cores.
#
# BENCHER_TARGET_DIR says where to build (default: CARGO_TARGET_DIR).

set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"

PALLETS=(
	data-availability device-firmware device-identity energy-trading medical-access
	remote-attestation sensor-alerts sensor-attestation sensor-feeds status-lists
)
STEPS=50 REPEAT=20 SECONDS_EACH=3
WRITE=1
EXTENSIONS=1
case "${1:-}" in
--quick)
	STEPS=2 REPEAT=1 SECONDS_EACH=0 WRITE=''
	shift
	;;
-h | --help)
	usage "$0"
	exit 0
	;;
esac
for pallet in "$@"; do
	[ -d "pallets/$pallet/src" ] || die "unknown argument: $pallet" \
		"Call it without arguments, with --quick, or with names of folders in pallets/."
done
if [ $# -gt 0 ]; then
	PALLETS=("$@") EXTENSIONS=''
fi

have cargo || die "cargo is not installed." "Run scripts/setup.sh first."

TARGET="${BENCHER_TARGET_DIR:-${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/mote/target}}"
WASM="$TARGET/wasm/wasm32v1-none/release/mote_runtime.wasm"
BENCHER="$TARGET/release/mote-bencher"

say "building the runtime with its benchmarks"
# What substrate-wasm-builder passes to the compiler, for the same code.
CARGO_TARGET_DIR="$TARGET/wasm" \
	RUSTFLAGS='-C link-arg=--export-table -C link-arg=--export=__heap_base -C link-arg=--import-memory -C overflow-checks=yes --cfg substrate_runtime' \
	cargo ${WASM_BUILD_TOOLCHAIN:++"$WASM_BUILD_TOOLCHAIN"} rustc --locked --release \
	--target wasm32v1-none --config 'profile.release.panic="abort"' \
	--config 'profile.release.lto="thin"' --package mote-runtime --lib --crate-type cdylib \
	--no-default-features --features runtime-benchmarks

say "building the measuring tool"
# The tool brings a test runtime that it never runs and that cannot be built outside the SDK.
(cd tools/bencher && SKIP_WASM_BUILD=1 CARGO_TARGET_DIR="$TARGET" cargo build --locked --release)

# measure PALLET OUTPUT TEMPLATE
measure() {
	local arguments=(
		--runtime "$WASM" --genesis-builder runtime --genesis-builder-preset development
		--pallet "$1" --extrinsic '*'
		--steps "$STEPS" --repeat "$REPEAT" --min-duration "$SECONDS_EACH"
		--wasm-execution compiled --heap-pages 4096 --no-storage-info --no-median-slopes
		--no-min-squares
	)
	if [ -n "$WRITE" ]; then
		arguments+=(--header tools/bencher/header.txt --output "$2" --template "$3")
	fi
	say "measuring $1"
	"$BENCHER" "${arguments[@]}"
}

for pallet in "${PALLETS[@]}"; do
	measure "pallet_${pallet//-/_}" "pallets/$pallet/src/weights.rs" tools/bencher/pallet.hbs
done
if [ -n "$EXTENSIONS" ]; then
	measure frame_system_extensions runtime/src/weights/frame_system_extensions.rs \
		tools/bencher/extensions.hbs
fi

if [ -n "$WRITE" ]; then
	say "done: look at the difference with git diff, then run scripts/test.sh"
fi
