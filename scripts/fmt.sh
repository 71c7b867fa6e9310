#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Usage: scripts/fmt.sh [--check]
#
# Formats the Rust code by rustfmt.toml with the toolchain of the build, or checks that it is
# formatted. Some of those settings count as unstable: a stable rustfmt ignores them in the file and
# obeys them on its command line, so no nightly toolchain is needed.

set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"

case ${1:-} in
'' | --check) ;;
-h | --help)
	usage "$0"
	exit 0
	;;
*) die "fmt.sh takes no '$1'." "See scripts/fmt.sh --help." ;;
esac

settings=$(sed -n 's/^\([a-z_]*\) *= *"\{0,1\}\([^"#]*[^"# ]\)"\{0,1\}.*$/\1=\2/p' rustfmt.toml | paste -sd,)
# The tools are workspaces of their own.
status=0
for manifest in Cargo.toml tools/*/Cargo.toml; do
	[ -f "$manifest" ] || continue
	cargo fmt --all --manifest-path "$manifest" ${1:+"$1"} -- --config "$settings" \
		2> >(grep -v '^Warning: can.t set `.*unstable features' >&2) || status=$?
done
exit $status
