# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# What the scripts share: where things are, and how to speak. To be sourced.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export ROOT

if [ -t 2 ]; then
	BOLD=$'\e[1m' RED=$'\e[31m' PLAIN=$'\e[0m'
else
	BOLD='' RED='' PLAIN=''
fi

say() {
	printf '%s==>%s %s\n' "$BOLD" "$PLAIN" "$*" >&2
}

# die WHAT_WAS_WRONG [WHAT_TO_DO...]: each further argument is a line of its own.
die() {
	printf '%serror:%s %s\n' "$RED" "$PLAIN" "$1" >&2
	shift
	local line
	for line in "$@"; do
		printf '       %s\n' "$line" >&2
	done
	exit 1
}

have() {
	command -v "$1" >/dev/null 2>&1
}

# True when version $1 is at least $2 (both as 1.2.3).
version_at_least() {
	[ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# The usage text of a script: its first comment block after the licence line, without the `#`.
usage() {
	awk '/^# SPDX/ { on = 1; next } on && !/^#/ { exit } on { sub(/^# ?/, ""); print }' "$1" |
		sed '1{/^$/d}'
}

# True when something listens on TCP port $1 of this machine.
port_is_taken() {
	(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# rpc PORT METHOD [PARAMS]: the answer's body, or a failure when the node does not answer.
rpc() {
	curl --silent --fail --max-time 5 -H 'Content-Type: application/json' \
		-d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$2\",\"params\":${3:-[]}}" \
		"http://127.0.0.1:$1"
}

# run_example NAME [ARGUMENT...]: builds an example for a release, and goes on as that with the
# script's arguments. With --help it tells what the script says of itself.
run_example() {
	local name=$1
	shift
	case ${1:-} in
	-h | --help)
		usage "$0"
		exit 0
		;;
	esac
	# shellcheck source=scripts/setup.sh
	. "$ROOT/scripts/setup.sh"
	cd "$ROOT"
	# All of the workspace, so that crates have its features and none is compiled again.
	cargo build --release --locked --workspace --example "$name"
	exec "$CARGO_TARGET_DIR/release/examples/$name" "$@"
}
