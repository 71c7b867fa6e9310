#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Succeeds when the node inside this container answers its clients. It needs nothing but bash.
# MOTE_RPC_PORT names the port, where --rpc-port is not the default.

set -euo pipefail

port=${MOTE_RPC_PORT:-9944}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$port" >&3
read -r -t 4 status <&3
[[ $status == 'HTTP/1.1 200 '* ]]
