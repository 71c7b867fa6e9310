// SPDX-License-Identifier: Apache-2.0

//! Builds this crate a second time, as wasm.

fn main() {
	#[cfg(feature = "std")]
	substrate_wasm_builder::WasmBuilder::init_with_defaults()
		.enable_feature("p256-wasm")
		.disable_runtime_version_section_check()
		.build();
}
