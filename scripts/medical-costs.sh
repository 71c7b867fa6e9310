#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Usage: scripts/medical-costs.sh [ARGUMENT...]
#
# Prints what commands to medical devices cost the chain, with a signed system.remark as the unit:
# requests that are authorised and refused, approvals, receipts, logged reads, and emergencies. Takes
# a minute or two after the build; run it on a machine that does nothing else.
#
#   --keys KEYS      what keys pumps have: p256 (default), ed25519, sr25519, secp256k1
#   --rounds ROUNDS  how often each block is executed (60)
#   --pumps PUMPS    how many there are (160)
#   --trie-cache     execute with a warm trie cache, for analysis alone
#   --strict         fail when the machine was busy, or a ratio is uncertain

set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

run_example medical_costs "$@"
