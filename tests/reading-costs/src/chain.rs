// SPDX-License-Identifier: Apache-2.0

//! A chain in memory: the real runtime as wasm over a state that never changes.

use codec::{Decode, Encode};
use mote_runtime::{
	Block, Executive, Hash, Header, RuntimeCall, RuntimeEvent, RuntimeOrigin, System, Timestamp,
	UncheckedExtrinsic, SLOT_DURATION, WASM_BINARY,
};
use sc_chain_spec::GenesisConfigBuilderRuntimeCaller;
use sc_executor::WasmExecutor;
use sp_core::{
	storage::StateVersion,
	traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode},
	Blake2Hasher,
};
use sp_io::TestExternalities;
use sp_runtime::{
	traits::Header as _, ApplyExtrinsicResult, Digest, DigestItem, ExtrinsicInclusionMode,
};
use sp_state_machine::{Ext, InMemoryBackend, OverlayedChanges, TrieBackend, TrieBackendBuilder};
use sp_trie::{
	cache::{CacheSize, LocalTrieCache, SharedTrieCache},
	recorder::Recorder,
	PrefixedMemoryDB,
};
use std::time::Instant;

/// When the block before the measured ones was made, in milliseconds.
pub const PARENT_TIME: u64 = 1_767_225_600_000;

type Backend<'a> =
	TrieBackend<&'a PrefixedMemoryDB<Blake2Hasher>, Blake2Hasher, LocalTrieCache<Blake2Hasher>>;

/// A block, and how much of the state its execution touches.
pub struct BuiltBlock {
	encoded: Vec<u8>,
	/// How many keys it reads.
	pub reads: usize,
	/// How many keys it writes.
	pub writes: usize,
}

/// The chain. Every block that it builds and executes follows on the same one.
pub struct Chain {
	executor: WasmExecutor<(sp_io::SubstrateHostFunctions, mote_primitives::HostFunctions)>,
	state: InMemoryBackend<Blake2Hasher>,
	cache: Option<SharedTrieCache<Blake2Hasher>>,
	parent: Hash,
}

impl Chain {
	/// A development chain, and in its block 1 whatever `fill` does, which gets the hash of its
	/// genesis block. Block 1 is executed natively, so that it may be as large as it likes.
	pub fn new<R>(with_cache: bool, fill: impl FnOnce(Hash) -> R) -> (Self, R) {
		let code = wasm_binary();
		let genesis =
			GenesisConfigBuilderRuntimeCaller::<mote_primitives::HostFunctions>::new(code)
				.get_storage_for_named_preset(Some(&"development".into()))
				.expect("the preset makes a state");
		let mut state = TestExternalities::new_with_code_and_state(code, genesis, StateVersion::V1);
		let root = *state.backend.root();
		let genesis = Header::new(0, Hash::zero(), root, Hash::zero(), Digest::default()).hash();
		let (block_1, filled) = state.execute_with(|| {
			Executive::initialize_block(&header(1, genesis, PARENT_TIME));
			Timestamp::set(RuntimeOrigin::none(), PARENT_TIME).expect("the first time is new");
			let filled = fill(genesis);
			// Nobody reads them, and a real block has fewer.
			System::reset_events();
			(Executive::finalize_block(), filled)
		});
		state.commit_all().expect("the state is in memory");
		assert_eq!(state.backend.root(), block_1.state_root());
		let chain = Self {
			// The default is what the node takes: compiled, with pooled copy-on-write instances.
			executor: WasmExecutor::builder().build(),
			state: state.as_backend(),
			cache: with_cache.then(|| SharedTrieCache::new(CacheSize::new(1 << 30), None)),
			parent: block_1.hash(),
		};
		(chain, filled)
	}

	/// The block with these transactions behind the inherent one.
	///
	/// # Panics
	///
	/// When one of them is refused, fails, or has no event that `is_effect`.
	pub fn build(
		&self,
		transactions: Vec<UncheckedExtrinsic>,
		is_effect: fn(&RuntimeEvent) -> bool,
	) -> BuiltBlock {
		let time = PARENT_TIME + SLOT_DURATION;
		let inherent = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now: time });
		let extrinsics = [vec![UncheckedExtrinsic::new_bare(inherent)], transactions].concat();
		let (header, _) = self.on_parent(None, |ext| {
			let new = header(2, self.parent, time).encode();
			self.call::<ExtrinsicInclusionMode>(ext, "Core_initialize_block", &new);
			for (index, extrinsic) in extrinsics.iter().enumerate() {
				let applied: ApplyExtrinsicResult =
					self.call(ext, "BlockBuilder_apply_extrinsic", &extrinsic.encode());
				assert_eq!(applied, Ok(Ok(())), "extrinsic {index}");
			}
			let header: Header = self.call(ext, "BlockBuilder_finalize_block", &[]);
			sp_externalities::set_and_run_with_externalities(ext, || {
				check_events(extrinsics.len() as u32, is_effect)
			});
			header
		});
		let encoded = Block { header, extrinsics }.encode();
		let recorder = Recorder::default();
		let (_, changes) =
			self.on_parent(Some(recorder.clone()), |ext| self.execute_on(ext, &encoded));
		let reads = recorder.recorded_keys().values().map(|keys| keys.len()).sum();
		BuiltBlock { encoded, reads, writes: changes.changes().count() }
	}

	/// How long the execution of the block takes, in seconds.
	pub fn execute(&self, block: &BuiltBlock) -> f64 {
		self.on_parent(None, |ext| {
			let start = Instant::now();
			self.execute_on(ext, &block.encoded);
			start.elapsed().as_secs_f64()
		})
		.0
	}

	fn execute_on(&self, ext: &mut Ext<Blake2Hasher, Backend>, block: &[u8]) {
		self.call::<()>(ext, "Core_execute_block", block)
	}

	fn on_parent<R>(
		&self,
		recorder: Option<Recorder<Blake2Hasher>>,
		act: impl FnOnce(&mut Ext<Blake2Hasher, Backend>) -> R,
	) -> (R, OverlayedChanges<Blake2Hasher>) {
		let cache = self.cache.as_ref().map(SharedTrieCache::local_cache_trusted);
		let state = TrieBackendBuilder::new(self.state.backend_storage(), *self.state.root())
			.with_optional_cache(cache)
			.with_optional_recorder(recorder)
			.build();
		let mut changes = OverlayedChanges::default();
		let result = act(&mut Ext::new(&mut changes, &state, None));
		(result, changes)
	}

	fn call<R: Decode>(
		&self,
		ext: &mut Ext<Blake2Hasher, Backend>,
		method: &str,
		data: &[u8],
	) -> R {
		let code = WrappedRuntimeCode(wasm_binary().into());
		let code = RuntimeCode { code_fetcher: &code, heap_pages: None, hash: vec![1] };
		let context = CallContext::Onchain { import: true };
		let (answer, _) = self.executor.call(ext, &code, method, data, context);
		let answer = answer.unwrap_or_else(|error| panic!("{method}: {error}"));
		R::decode(&mut &answer[..]).expect("the runtime answers with what it declares")
	}
}

/// Each extrinsic of the block has succeeded, and each but the inherent one had its effect.
fn check_events(extrinsics: u32, is_effect: fn(&RuntimeEvent) -> bool) {
	let mut events = vec![Vec::new(); extrinsics as usize];
	for record in System::read_events_no_consensus() {
		if let frame_system::Phase::ApplyExtrinsic(index) = record.phase {
			events[index as usize].push(record.event);
		}
	}
	let is_success = |event: &RuntimeEvent| {
		matches!(event, RuntimeEvent::System(frame_system::Event::ExtrinsicSuccess { .. }))
	};
	for (index, events) in events.iter().enumerate() {
		let had_effect = index == 0 || events.iter().any(is_effect);
		assert!(had_effect && events.iter().any(is_success), "extrinsic {index}: {events:?}");
	}
}

fn wasm_binary() -> &'static [u8] {
	WASM_BINARY
		.expect("The runtime is missing because SKIP_WASM_BUILD was set. Unset it and build again.")
}

fn header(number: u32, parent: Hash, time: u64) -> Header {
	let slot = DigestItem::PreRuntime(*b"aura", (time / SLOT_DURATION).encode());
	let digest = Digest { logs: vec![slot] };
	Header::new(number, Hash::zero(), Hash::zero(), parent, digest)
}
