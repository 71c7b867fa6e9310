#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Usage: scripts/reading-costs.sh [ARGUMENT...]
#
# Prints what single readings, batches and proofs cost the chain, with a signed system.remark as the
# unit, and whether that is within the targets. Takes a minute or two after the build; run it on a
# machine that does nothing else.
#
#   --keys KEYS       what keys devices have: ed25519 (default), p256, sr25519, secp256k1
#   --rounds ROUNDS   how often each block is executed (60)
#   --fleet SIZE      how many devices and accounts there are (1,024)
#   --trie-cache      execute with a warm trie cache, for analysis alone
#   --strict          fail when the machine was busy, or a ratio is uncertain
#   --check           fail when a target is missed

set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

run_example reading_costs "$@"
