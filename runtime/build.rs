// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime's wasm.

#[cfg(not(feature = "std"))]
fn main() {}

#[cfg(feature = "std")]
fn main() {
	let builder = substrate_wasm_builder::WasmBuilder::init_with_defaults()
		// Arithmetic that overflows stops the call instead of wrapping around.
		.append_to_rust_flags("-Coverflow-checks=yes");

	#[cfg(feature = "metadata-hash")]
	let builder = builder.enable_metadata_hash("MOTE", 12);

	builder.build();
}
