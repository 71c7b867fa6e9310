#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Usage: scripts/image.sh [--prebuilt FILE] [--keep]
#
# Builds the container image `mote-node`, starts a development chain from it, waits until it has
# imported blocks, and checks what an image must be: no root, no compiler, a health check that works.
# It also checks the compose file.
#
#   --prebuilt FILE   take this node instead of building one inside the image (40 minutes);
#                     it must have been built on Debian 12
#   --keep            keep the image that buildah made, and say where
#
# With a running Docker engine it uses that. Without one it works as root on Debian, with buildah and
# a base image made by debootstrap, and pulls nothing from an image registry.

set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

prebuilt='' keep=''
while [ $# -gt 0 ]; do
	case $1 in
	-h | --help)
		usage "$0"
		exit 0
		;;
	--prebuilt)
		prebuilt=${2:-}
		[ -f "$prebuilt" ] || die "'$prebuilt' is no file." "Name the node: --prebuilt ~/.cache/mote/target/release/mote-node."
		shift
		;;
	--keep) keep=yes ;;
	*) die "image.sh knows no '$1'." "See scripts/image.sh --help." ;;
	esac
	shift
done

base=docker.io/library/debian:bookworm-slim
work=${XDG_CACHE_HOME:-$HOME/.cache}/mote/image
port=19944
running=''
context=$work/context
mkdir -p "$work"

need() {
	local missing=()
	while [ $# -gt 0 ]; do
		have "$1" || missing+=("$2")
		shift 2
	done
	[ ${#missing[@]} -eq 0 ] && return
	[ "$(id -u)" -eq 0 ] || die "missing: ${missing[*]}" "Ask an administrator to run: apt-get install --no-install-recommends ${missing[*]}"
	say "installing: ${missing[*]}"
	timeout 300 apt-get -q update >/dev/null || true
	DEBIAN_FRONTEND=noninteractive timeout 1200 apt-get -qq install --yes --no-install-recommends "${missing[@]}" >/dev/null
}

check_compose_file() {
	say 'checking docker/compose.yml'
	if docker compose version >/dev/null 2>&1; then
		docker compose -f "$ROOT/docker/compose.yml" config --quiet
	else
		need docker-compose docker-compose
		docker-compose -f "$ROOT/docker/compose.yml" config --quiet
	fi
}

# What git knows of, and the given binary: never a key or a database that lies about.
make_context() {
	rm -rf "$context"
	mkdir -p "$context"
	if [ -n "$prebuilt" ]; then
		mkdir -p "$context/docker"
		cp "$ROOT"/docker/* "$context/docker/"
		cp "$prebuilt" "$context/mote-node"
	else
		(cd "$ROOT" && git ls-files -z --cached --others --exclude-standard | tar --null -cf - -T -) |
			tar -xf - -C "$context"
	fi
	arguments=(--build-arg "COMMIT=$(git -C "$ROOT" rev-parse --short=11 HEAD 2>/dev/null || echo unknown)")
	if [ -n "$prebuilt" ]; then
		arguments+=(--build-arg NODE_BINARY=mote-node)
	fi
}

best_block() {
	local number
	number=$(rpc "$port" chain_getHeader | jq -r '.result.number') || return 1
	printf '%d' "$number"
}

wait_for_blocks() {
	local block
	for _ in $(seq 240); do
		block=$(best_block 2>/dev/null) && [ "$block" -ge 3 ] && break
		[ -z "$running" ] || kill -0 "$running" 2>/dev/null || die "the node in the container stopped." "Its log: $work/node.log"
		sleep 0.5
	done
	[ "${block:-0}" -ge 3 ] || die "the chain in the container made no three blocks within two minutes." "Its log: $work/node.log"
	say "the chain in the container is at block $block"
}

# inside COMMAND...: runs a command in a container of the image.
expect_image() {
	local user tool
	user=$(inside id -u)
	[ "$user" -ne 0 ] || die "the image runs as root."
	for tool in cc gcc clang rustc cargo ld; do
		if inside sh -c "command -v $tool" >/dev/null 2>&1; then
			die "the image has a toolchain: $tool."
		fi
	done
	inside mote-healthcheck || die "the health check fails while the chain runs."
	say "the image runs as user $user, has no toolchain, and its health check passes"
}

with_docker() {
	docker build -f "$context/docker/Dockerfile" -t mote-node "${arguments[@]}" "$context"
	container=$(docker run --detach --rm --publish "127.0.0.1:$port:9944" mote-node \
		--dev --base-path=/data --rpc-external --rpc-methods=safe --rpc-cors=all)
	trap 'docker stop "$container" >/dev/null' EXIT
	inside() { docker exec "$container" "$@"; }
	wait_for_blocks
	expect_image
}

b() {
	buildah --storage-driver vfs --root "$work/storage" --runroot "$work/run" "$@"
}

base_image() {
	local mirror root=$work/base
	b images "$base" >/dev/null 2>&1 && return
	say 'making the base image with debootstrap'
	# shellcheck disable=SC2016 # the variables are apt's
	mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' 2>/dev/null |
		awk '$2 == "bookworm" || $2 == "stable" || $2 == "oldstable" { print $1; exit }')
	rm -rf "$root"
	timeout 1200 debootstrap --variant=minbase bookworm "$root" "${mirror:-http://deb.debian.org/debian}" >"$work/debootstrap.log" 2>&1 ||
		die "debootstrap could not make a base system." "Its log: $work/debootstrap.log"
	container=$(b from scratch)
	b add -q "$container" "$root" / >/dev/null
	b commit -q "$container" "$base" >/dev/null
	b rm "$container" >/dev/null
	rm -rf "$root"
}

# The container's node is told to stop by a file, since not every isolation shares process ids.
stop_container() {
	b run --isolation chroot --user 10001:10001 "$container" -- touch /tmp/stop || true
	wait "$running" || true
	b rm "$container" >/dev/null || true
	[ -n "$keep" ] || rm -rf "$work/storage" "$work/run"
	rm -rf "$context"
}

with_buildah() {
	[ "$(id -u)" -eq 0 ] || die "no Docker engine runs here, and buildah needs root for the rest." \
		"Run scripts/image.sh as root, or start Docker."
	need buildah buildah debootstrap debootstrap curl curl jq jq
	base_image
	say 'building the image'
	# The OCI format has no health check.
	b bud --isolation chroot --pull-never --format docker -f "$context/docker/Dockerfile" \
		-t mote-node "${arguments[@]}" "$context"
	container=$(b from --pull-never localhost/mote-node)
	b inspect --type image localhost/mote-node | jq -e '.Docker.config.Healthcheck.Test | length > 0' >/dev/null ||
		die "the image has no health check."
	say 'starting a development chain from the image'
	b run --isolation chroot --user 10001:10001 --env MOTE_RPC_PORT=$port "$container" -- bash -c "
		mote-node --dev --base-path=/data --rpc-port=$port --port=0 --no-prometheus & node=\$!
		while kill -0 \$node && [ ! -e /tmp/stop ]; do sleep 0.5; done
		kill \$node; wait \$node
	" >"$work/node.log" 2>&1 &
	running=$!
	trap stop_container EXIT
	inside() { b run --isolation chroot --user 10001:10001 --env MOTE_RPC_PORT=$port "$container" -- "$@"; }
	wait_for_blocks
	expect_image
	if [ -n "$keep" ]; then
		say "the image: buildah --storage-driver vfs --root $work/storage --runroot $work/run images"
	fi
}

check_compose_file
if port_is_taken "$port"; then
	die "port $port is taken on this machine, and the trial needs it." "Stop what uses it, then run this again."
fi
make_context
if docker info >/dev/null 2>&1; then
	with_docker
else
	with_buildah
fi
