#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Usage: scripts/market-costs.sh [ARGUMENT...]
#
# Prints what a market for energy costs the chain, with a balances.transfer_keep_alive as the unit:
# orders and their cancellation, each step of a settlement, and the clearing of books of 1,000 and
# 10,000 orders, also against what a block may weigh. Takes a minute or two after the build; run it
# on a machine that does nothing else.
#
#   --keys KEYS              what keys meters have: ed25519 (default), p256, sr25519, secp256k1
#   --rounds ROUNDS          how often each block is executed (60)
#   --households HOUSEHOLDS  how many there are, each with a meter (160)
#   --trie-cache             execute with a warm trie cache, for analysis alone
#   --strict                 fail when the machine was busy, or a ratio is uncertain

set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

run_example market_costs "$@"
