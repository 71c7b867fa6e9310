#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Usage: scripts/dev.sh [--persist] [--port PORT] [-- NODE_ARGUMENT...]
#
# Builds the node and starts a development chain: one validator, well-known accounts with money, a
# block every two seconds. Whatever the build needs and this machine lacks is installed first.
# Stop it with ctrl-c.
#
#   --persist     keep the chain under ~/.local/state/mote/dev and go on with it next time;
#                 without it, each start is a new chain that is gone when it stops
#   --port PORT   port for clients (JSON-RPC over WebSocket and HTTP), 9944 by default
#   --            everything after it goes to the node: see mote-node --help

set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

port=9944
persist=''
while [ $# -gt 0 ]; do
	case $1 in
	-h | --help)
		usage "$0"
		exit 0
		;;
	--persist) persist=yes ;;
	--port)
		port=${2:-}
		[ $# -gt 1 ] && shift
		;;
	--port=*) port=${1#--port=} ;;
	--)
		shift
		break
		;;
	*) die "dev.sh knows no '$1'." "See scripts/dev.sh --help. What is meant for the node comes after '--'." ;;
	esac
	shift
done
if ! [[ $port =~ ^[0-9]{1,5}$ ]] || [ "$port" -lt 1 ] || [ "$port" -gt 65535 ]; then
	die "'$port' is no port." "Give a number from 1 to 65535: scripts/dev.sh --port 9944."
fi

refuse_taken_port() {
	if port_is_taken "$port"; then
		die "port $port is taken on this machine, perhaps by a node that still runs." \
			"Stop what uses it, or take another port: scripts/dev.sh --port $((port < 65535 ? port + 1 : port - 1))."
	fi
}
# Before the build, which may take long, and again after it.
refuse_taken_port

# shellcheck source=scripts/setup.sh
. "$ROOT/scripts/setup.sh"

cd "$ROOT"
say "building the node (about 40 minutes the first time on two cores, seconds after that)"
# The same invocation as in test.sh, so that neither builds anything again after the other.
cargo build --release --locked --workspace
node=$CARGO_TARGET_DIR/release/mote-node

# Every state is kept, so that an auditor finds what was true at any block.
arguments=(--dev --state-pruning archive --rpc-port "$port" --port 0)
if [ -n "$persist" ]; then
	state=${XDG_STATE_HOME:-$HOME/.local/state}/mote/dev
	mkdir -p "$state"
	arguments+=(--base-path "$state")
fi

refuse_taken_port
say "starting: mote-node ${arguments[*]} $*"
"$node" "${arguments[@]}" "$@" &
pid=$!
# shellcheck disable=SC2317 # called by the trap
stop() {
	kill -TERM "$pid" 2>/dev/null || true
}
trap stop INT TERM HUP

answers=''
for _ in $(seq 240); do
	if rpc "$port" system_health >/dev/null; then
		answers=yes
		break
	fi
	kill -0 "$pid" 2>/dev/null || break
	sleep 0.25
done

if [ -n "$answers" ]; then
	cat >&2 <<TEXT

${BOLD}The development chain is running.${PLAIN}

  WebSocket     ws://127.0.0.1:$port
  Polkadot.js   https://polkadot.js.org/apps/?rpc=ws://127.0.0.1:$port

  Next: open the Polkadot.js link in a browser. Network > Explorer shows the blocks;
  Developer > Extrinsics has "deviceIdentity", which Alice and the others may call.
  The README's tour registers a device with a real key.
  State:        ${state:-in memory of this run only (scripts/dev.sh --persist keeps it)}
  Stop:         ctrl-c

TEXT
elif kill -0 "$pid" 2>/dev/null; then
	say "the node runs, but has not answered on port $port for a minute: see its log above"
fi

# A signal interrupts the first wait; the second gets the node's own status.
status=0
wait "$pid" || status=$?
if kill -0 "$pid" 2>/dev/null; then
	status=0
	wait "$pid" || status=$?
fi
exit "$status"
