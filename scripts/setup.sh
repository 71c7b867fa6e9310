#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Usage: scripts/setup.sh [--help]
#
# Installs what the build and the tests need and is not there yet: Debian packages, the Rust
# toolchain that rust-toolchain.toml names, the wasm target, and the crates of Cargo.lock.
# It says nothing when nothing is missing, and can be run as often as you like.
#
# The other scripts source it: it then also exports the environment of the build.
#
# Environment:
#   CARGO_TARGET_DIR    where to build; by default ~/.cache/mote/target, which a fresh clone reuses
#   MOTE_SETUP_MINIMAL  set it to leave out what only the tests need (Node.js, faketime, shellcheck)

# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# How long a download may take before it counts as impossible. Some networks let a connection hang
# instead of refusing it.
APT_SECONDS=1200
RUSTUP_SECONDS=300
CRATES_SECONDS=1200
COMPILE_SECONDS=1200

# The name under which rustup knows Debian's own Rust.
DEBIAN_TOOLCHAIN=mote-debian
WASM_TARGET=wasm32v1-none

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif have sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
		sudo "$@"
	else
		return 77
	fi
}

apt_is_updated=''

# apt_install PURPOSE PACKAGE...
apt_install() {
	local purpose=$1 log status=0
	shift
	have apt-get || die "missing for $purpose: $*" \
		"This machine has no apt-get. Install what these Debian packages hold, then run this again."
	say "installing for $purpose: $*"
	log=$(mktemp)
	if [ -z "$apt_is_updated" ]; then
		# A stale or half-reachable list is no reason to stop: the installation decides.
		as_root timeout "$APT_SECONDS" apt-get -q update >"$log" 2>&1 || true
		apt_is_updated=yes
	fi
	as_root env DEBIAN_FRONTEND=noninteractive timeout "$APT_SECONDS" \
		apt-get -qq install --yes --no-install-recommends "$@" >>"$log" 2>&1 </dev/null || status=$?
	case $status in
	0) rm -f "$log" ;;
	77)
		rm -f "$log"
		die "installing packages needs root, and sudo is not available to you." \
			"Ask an administrator to run:" \
			"  apt-get install --no-install-recommends $*" \
			"then run this again."
		;;
	124) die "apt-get took longer than $APT_SECONDS seconds. Is the package mirror reachable?" "Its log: $log" ;;
	*)
		tail -n 15 "$log" >&2
		die "apt-get could not install: $*" "Its log: $log"
		;;
	esac
}

# Asks for abilities, not for packages: a compiler from elsewhere is as good as Debian's.
setup_packages() {
	local missing=()
	have cc || missing+=(gcc libc6-dev)
	have clang++ || missing+=(clang libstdc++-12-dev)
	have ld.lld || missing+=(lld)
	have protoc || missing+=(protobuf-compiler)
	have pkg-config || missing+=(pkg-config)
	{ have pkg-config && pkg-config --exists openssl; } || missing+=(libssl-dev)
	have git || missing+=(git)
	have curl || missing+=(curl)
	have jq || missing+=(jq)
	[ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
	if [ -z "${MOTE_SETUP_MINIMAL:-}" ]; then
		have shellcheck || missing+=(shellcheck)
	fi
	if [ ${#missing[@]} -gt 0 ]; then
		apt_install 'the build' "${missing[@]}"
	fi
}

# Whether a program can be started with its clock ahead.
have_faketime() {
	# The loader, not the shell, puts the folder for libraries in place of $LIB.
	# shellcheck disable=SC2016
	[ "$(LD_PRELOAD='/usr/$LIB/faketime/libfaketimeMT.so.1' FAKETIME=+73h date +%j 2>/dev/null)" != "$(date +%j)" ]
}

setup_end_to_end() {
	local version missing=()
	{ have node && have npm; } || missing+=(nodejs npm)
	have_faketime || missing+=(libfaketime)
	if [ ${#missing[@]} -gt 0 ]; then
		apt_install 'the end-to-end tests' "${missing[@]}"
	fi
	version=$(node --version)
	version_at_least "${version#v}" 18.19.0 || die "Node.js $version is too old: the tests need 18.19 or later." \
		"Install a newer one, or remove it and let this script install Debian's."
}

wanted_rust() {
	sed -n 's/^channel *= *"\(.*\)"/\1/p' "$ROOT/rust-toolchain.toml"
}

oldest_rust() {
	sed -n 's/^rust-version *= *"\(.*\)"/\1/p' "$ROOT/Cargo.toml"
}

# Debian 12 carries a current Rust beside its old one, for its browsers: compiler, cargo, the
# standard library's source, clippy and rustfmt.
install_debian_rust() {
	local version
	if ! { [ -x /usr/bin/cargo-clippy ] && [ -x /usr/bin/rustfmt ] &&
		version_at_least "$(/usr/bin/rustc --version | cut -d ' ' -f 2)" "$(oldest_rust)"; }; then
		apt_install "$1" rustc-web cargo-web rust-web-clippy rustfmt-web
	fi
	version=$(/usr/bin/rustc --version | cut -d ' ' -f 2)
	version_at_least "$version" "$(oldest_rust)" || die "Debian's Rust here is $version; the build needs $(oldest_rust) or later." \
		"The security suite has a newer one: add 'deb http://deb.debian.org/debian-security bookworm-security main'" \
		"to the sources of apt, or install Rust $(wanted_rust) with rustup."
}

# The installed toolchain to use, by name: the one that rust-toolchain.toml names, or the same
# version under another name.
installed_toolchain() {
	local wanted=$1 name
	for name in "$wanted" "$(rustup default 2>/dev/null | cut -d ' ' -f 1)" stable; do
		if [ -n "$name" ] &&
			[ "$(rustup run "$name" rustc --version 2>/dev/null | cut -d ' ' -f 2)" = "$wanted" ] &&
			rustup run "$name" cargo clippy --version >/dev/null 2>&1 &&
			rustup run "$name" rustfmt --version >/dev/null 2>&1; then
			printf '%s' "$name"
			return
		fi
	done
	if rustup run "$DEBIAN_TOOLCHAIN" cargo clippy --version >/dev/null 2>&1; then
		printf '%s' "$DEBIAN_TOOLCHAIN"
	fi
}

# Leaves RUSTUP_TOOLCHAIN set: rustup then installs nothing by itself, which could hang.
setup_rust() {
	local wanted version
	wanted=$(wanted_rust)
	if [ -d "$HOME/.cargo/bin" ]; then
		case ":$PATH:" in
		*":$HOME/.cargo/bin:"*) ;;
		*) export PATH="$HOME/.cargo/bin:$PATH" ;;
		esac
	fi
	if have rustup; then
		RUSTUP_TOOLCHAIN=$(installed_toolchain "$wanted")
		if [ -z "$RUSTUP_TOOLCHAIN" ]; then
			say "installing Rust $wanted with rustup"
			if timeout "$RUSTUP_SECONDS" rustup toolchain install "$wanted" --profile minimal \
				--component clippy --component rustfmt >/dev/null 2>&1; then
				RUSTUP_TOOLCHAIN=$wanted
			else
				say "rustup cannot download Rust $wanted: taking Debian's instead"
				install_debian_rust 'the build, in place of a download by rustup'
				rustup toolchain link "$DEBIAN_TOOLCHAIN" /usr
				RUSTUP_TOOLCHAIN=$DEBIAN_TOOLCHAIN
			fi
		fi
		export RUSTUP_TOOLCHAIN
		return
	fi
	version=$({ cargo --version 2>/dev/null || true; } | cut -d ' ' -f 2)
	if ! version_at_least "${version:-0}" "$(oldest_rust)" || ! have cargo-clippy || ! have rustfmt; then
		install_debian_rust 'the build (there is no rustup)'
		hash -r
	fi
}

has_wasm_target() {
	compgen -G "$1/lib/rustlib/$WASM_TARGET/lib/libcore-*.rlib" >/dev/null
}

# Debian has the standard library for wasm as source only: compile the three crates of it that the
# runtime needs, and lay them where the compiler looks for them.
build_debian_wasm_target() {
	local work to=/usr/lib/rustlib/$WASM_TARGET/lib log status=0
	install_debian_rust 'the wasm target'
	apt_install 'the wasm target' rust-web-src rust-web-llvm
	# rust-web-llvm has rust-lld as a link to the linker of one LLVM version, and does not ask for it.
	[ -e /usr/bin/rust-lld ] || apt_install 'the wasm target' "$(basename "$(readlink /usr/bin/rust-lld)")"
	say "compiling Rust's core library for $WASM_TARGET (under a minute)"
	work=$(mktemp -d)
	log=$work/log
	mkdir -p "$work/src"
	printf '#![no_std]\n' >"$work/src/lib.rs"
	printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
	# The runtime is linked with LTO, which wants the bitcode of every crate.
	(cd "$work" && env -u RUSTUP_TOOLCHAIN -u CARGO_BUILD_TARGET CARGO_TARGET_DIR="$work/target" \
		RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
		timeout "$COMPILE_SECONDS" /usr/bin/cargo build --release --target "$WASM_TARGET" \
		-Zbuild-std=core,alloc) >"$log" 2>&1 || status=$?
	if [ $status -ne 0 ]; then
		tail -n 15 "$log" >&2
		die "Rust's core library could not be compiled for $WASM_TARGET." "The log: $log"
	fi
	as_root mkdir -p "$to" || die "writing to $to needs root, and sudo is not available to you." \
		"Run scripts/setup.sh once as root."
	as_root find "$work/target/$WASM_TARGET/release/deps" \
		\( -name 'libcore-*.rlib' -o -name 'liballoc-*.rlib' -o -name 'libcompiler_builtins-*.rlib' \) \
		-exec cp {} "$to/" \;
	rm -rf "$work"
	# What was half built with another toolchain would be taken for good.
	rm -rf "$CARGO_TARGET_DIR"/*/wbuild
}

setup_wasm() {
	local sysroot
	sysroot=$(rustc --print sysroot)
	if has_wasm_target "$sysroot"; then
		return
	fi
	if have rustup && [ "$RUSTUP_TOOLCHAIN" != "$DEBIAN_TOOLCHAIN" ]; then
		# A machine that was set up the other way before does not wait for the network again.
		if ! has_wasm_target /usr; then
			say "adding the target $WASM_TARGET with rustup"
			if timeout "$RUSTUP_SECONDS" rustup target add "$WASM_TARGET" --toolchain "$RUSTUP_TOOLCHAIN" \
				>/dev/null 2>&1 && has_wasm_target "$sysroot"; then
				return
			fi
			say "rustup cannot download $WASM_TARGET: making it from Debian's Rust"
			build_debian_wasm_target
		fi
		if ! rustup run "$DEBIAN_TOOLCHAIN" rustc --version >/dev/null 2>&1; then
			rustup toolchain link "$DEBIAN_TOOLCHAIN" /usr
		fi
		export WASM_BUILD_TOOLCHAIN=$DEBIAN_TOOLCHAIN
		return
	fi
	case $sysroot in
	/usr) build_debian_wasm_target ;;
	*) die "the Rust in $sysroot has no target $WASM_TARGET, and there is no rustup to add it." \
		"Add the target to that Rust, or take it out of PATH and let this script install Debian's." ;;
	esac
}

setup_crates() {
	local log
	if (cd "$ROOT" && cargo fetch --locked --offline) >/dev/null 2>&1; then
		return
	fi
	say "downloading the crates of Cargo.lock"
	log=$(mktemp)
	if ! (cd "$ROOT" && timeout "$CRATES_SECONDS" cargo fetch --locked) >"$log" 2>&1; then
		tail -n 5 "$log" >&2
		die "the crates of Cargo.lock could not be downloaded." \
			"Check that this machine reaches the crate registry, then run this again. The log: $log"
	fi
	rm -f "$log"
}

setup_all() {
	export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/mote/target}"
	setup_packages
	if [ -z "${MOTE_SETUP_MINIMAL:-}" ]; then
		setup_end_to_end
	fi
	setup_rust
	setup_wasm
	setup_crates
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
	set -euo pipefail
	case ${1:-} in
	'') ;;
	-h | --help)
		usage "$0"
		exit 0
		;;
	*) die "setup.sh takes no '$1'." "See scripts/setup.sh --help." ;;
	esac
fi
setup_all
