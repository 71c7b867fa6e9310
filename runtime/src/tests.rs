// SPDX-License-Identifier: Apache-2.0

//! What must stay true of the composed runtime.

use crate::{configs::*, *};
use codec::Encode;
use core::any::TypeId;
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::{Get, InstanceFilter, PalletInfoAccess, PalletsInfoAccess, StorageInfoTrait},
	weights::Weight,
};
use serde_json::Value;
use sp_consensus_aura::digests::CompatibleDigestItem;
use sp_core::{crypto::Ss58Codec, Pair};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilder;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{
	traits::{Header as _, TransactionExtension},
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	Digest, DigestItem,
};

/// Lays `patch` over `base`.
fn merge(base: &mut Value, patch: Value) {
	match (base, patch) {
		(Value::Object(base), Value::Object(patch)) =>
			for (key, value) in patch {
				merge(base.entry(key).or_insert(Value::Null), value);
			},
		(base, patch) => *base = patch,
	}
}

fn preset(name: &str) -> Value {
	serde_json::from_slice(&Runtime::get_preset(&Some(name.into())).unwrap()).unwrap()
}

/// Builds the genesis state with this patch of the default one.
fn genesis(patch: Value) -> Result<sp_io::TestExternalities, String> {
	let mut config: Value = serde_json::from_slice(&Runtime::get_preset(&None).unwrap()).unwrap();
	merge(&mut config, patch);
	let mut ext = sp_io::TestExternalities::new_empty();
	ext.execute_with(|| Runtime::build_state(serde_json::to_vec(&config).unwrap()))?;
	Ok(ext)
}

fn development() -> sp_io::TestExternalities {
	genesis(preset("development")).unwrap()
}

/// Keys of nobody's development chain.
fn own_keys() -> presets::Genesis {
	let account = |name: &str| -> AccountId {
		let seed = format!("//Own//{name}");
		sp_core::sr25519::Pair::from_string(&seed, None).unwrap().public().into()
	};
	let trustees: Vec<_> = ["x", "y", "z"].map(account).to_vec();
	presets::Genesis {
		validators: ["a", "b", "c", "d"]
			.map(|name| {
				let seed = format!("//Own//{name}");
				(
					sp_core::sr25519::Pair::from_string(&seed, None).unwrap().public().into(),
					sp_core::ed25519::Pair::from_string(&seed, None).unwrap().public().into(),
				)
			})
			.to_vec(),
		endowed: trustees.iter().map(|trustee| (trustee.clone(), 1_000 * MOTE)).collect(),
		trustees,
		sudo: None,
		quick_markets: false,
	}
}

fn well_known_keys() -> Vec<[u8; 32]> {
	Sr25519Keyring::iter()
		.map(|key| key.to_raw_public())
		.chain(Ed25519Keyring::iter().map(|key| key.to_raw_public()))
		.collect()
}

mod genesis_presets {
	use super::*;

	#[test]
	fn every_preset_should_be_listed_and_found() {
		let names = Runtime::preset_names();
		assert_eq!(names, ["development", "local_testnet", "production"]);
		for name in names {
			assert!(Runtime::get_preset(&Some(name)).is_some());
		}
		assert!(Runtime::get_preset(&Some("unheard of".into())).is_none());
	}

	#[test]
	fn development_should_have_one_validator_and_sudo() {
		development().execute_with(|| {
			assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), 1);
			assert_eq!(Grandpa::grandpa_authorities().len(), 1);
			assert_eq!(
				pallet_sudo::Key::<Runtime>::get(),
				Some(Sr25519Keyring::Alice.to_account_id())
			);
			assert_eq!(
				Balances::free_balance(Sr25519Keyring::Bob.to_account_id()),
				1_000_000 * MOTE
			);
		});
	}

	#[test]
	fn local_testnet_should_have_four_validators() {
		genesis(preset("local_testnet")).unwrap().execute_with(|| {
			assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), 4);
			assert_eq!(Grandpa::grandpa_authorities().len(), 4);
			assert_eq!(
				pallet_collective::Members::<Runtime, pallet_collective::Instance1>::get().len(),
				3
			);
		});
	}

	#[test]
	fn production_should_be_refused_when_no_keys_are_given() {
		let refusal = genesis(preset("production")).err().unwrap();
		assert!(refusal.contains("mote-node new-chain --validator"), "{refusal}");
	}

	#[test]
	fn production_should_be_refused_when_a_validator_lacks_a_key() {
		let mut keys = own_keys().into_patch();
		keys["grandpa"]["authorities"].as_array_mut().unwrap().pop();
		let refusal = genesis(keys).err().unwrap();
		assert!(refusal.contains("4 Aura but 3 GRANDPA"), "{refusal}");
	}

	#[test]
	fn production_should_hold_no_well_known_key() {
		let json = preset("production").to_string();
		for key in well_known_keys() {
			assert!(!json.contains(&AccountId::from(key).to_ss58check()));
		}

		let mut patch = preset("production");
		merge(&mut patch, own_keys().into_patch());
		let mut ext = genesis(patch).unwrap();
		ext.execute_with(|| assert_eq!(pallet_sudo::Key::<Runtime>::get(), None));
		ext.commit_all().unwrap();
		let state = ext.into_raw_snapshot().0;
		let holds = |hay: &[u8], key: &[u8; 32]| hay.windows(32).any(|window| window == key);
		for key in well_known_keys() {
			assert!(!state
				.iter()
				.any(|(name, (value, _))| holds(name, &key) || holds(value, &key)));
		}
	}
}

mod pinned {
	use super::*;

	#[test]
	fn pallet_indices_should_not_move() {
		let found: Vec<_> = AllPalletsWithSystem::infos()
			.iter()
			.map(|info| (info.index, info.name))
			.collect();
		assert_eq!(
			found,
			[
				(0, "System"),
				(1, "Timestamp"),
				(2, "Preimage"),
				(3, "Scheduler"),
				(4, "Migrations"),
				(10, "Balances"),
				(11, "TransactionPayment"),
				(12, "Assets"),
				(13, "AssetsHolder"),
				(20, "Aura"),
				(21, "Grandpa"),
				(30, "Utility"),
				(31, "Multisig"),
				(32, "Proxy"),
				(40, "Trustees"),
				(49, "Sudo"),
				(50, "DeviceIdentity"),
				(51, "DeviceFirmware"),
				(52, "RemoteAttestation"),
				(53, "StatusLists"),
				(55, "SensorAttestation"),
				(56, "SensorAlerts"),
				(57, "SensorFeeds"),
				(58, "DataAvailability"),
				(60, "EnergyTrading"),
				(70, "MedicalAccess"),
			]
		);
	}

	#[test]
	fn hold_reasons_should_not_move() {
		use pallet_data_availability::HoldReason as Availability;
		use pallet_device_firmware::HoldReason as Firmware;
		use pallet_device_identity::HoldReason as Identity;
		use pallet_energy_trading::HoldReason as Energy;
		use pallet_medical_access::HoldReason as Medical;
		use pallet_remote_attestation::HoldReason as Attestation;
		use pallet_sensor_alerts::HoldReason as Alerts;
		use pallet_sensor_attestation::HoldReason as Sensors;
		use pallet_sensor_feeds::HoldReason as Feeds;
		use pallet_status_lists::HoldReason as Lists;
		let pins = [
			(RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage), [2, 0]),
			(RuntimeHoldReason::DeviceIdentity(Identity::Manufacturer), [50, 0]),
			(RuntimeHoldReason::DeviceIdentity(Identity::Model), [50, 1]),
			(RuntimeHoldReason::DeviceIdentity(Identity::Device), [50, 2]),
			(RuntimeHoldReason::DeviceIdentity(Identity::Key), [50, 3]),
			(RuntimeHoldReason::DeviceIdentity(Identity::Batch), [50, 4]),
			(RuntimeHoldReason::DeviceIdentity(Identity::Operator), [50, 5]),
			(RuntimeHoldReason::DeviceFirmware(Firmware::Staff), [51, 0]),
			(RuntimeHoldReason::DeviceFirmware(Firmware::Release), [51, 1]),
			(RuntimeHoldReason::DeviceFirmware(Firmware::Report), [51, 2]),
			(RuntimeHoldReason::RemoteAttestation(Attestation::Verifier), [52, 0]),
			(RuntimeHoldReason::RemoteAttestation(Attestation::Challenge), [52, 1]),
			(RuntimeHoldReason::RemoteAttestation(Attestation::Result), [52, 2]),
			(RuntimeHoldReason::StatusLists(Lists::List), [53, 0]),
			(RuntimeHoldReason::SensorAttestation(Sensors::Description), [55, 0]),
			(RuntimeHoldReason::SensorAttestation(Sensors::Source), [55, 1]),
			(RuntimeHoldReason::SensorAttestation(Sensors::Lane), [55, 2]),
			(RuntimeHoldReason::SensorAttestation(Sensors::Stream), [55, 3]),
			(RuntimeHoldReason::SensorAttestation(Sensors::Gateway), [55, 4]),
			(RuntimeHoldReason::SensorAttestation(Sensors::Batch), [55, 5]),
			(RuntimeHoldReason::SensorAttestation(Sensors::Prepaid), [55, 6]),
			(RuntimeHoldReason::SensorAlerts(Alerts::Rule), [56, 0]),
			(RuntimeHoldReason::SensorFeeds(Feeds::Feed), [57, 0]),
			(RuntimeHoldReason::SensorFeeds(Feeds::Oracle), [57, 1]),
			(RuntimeHoldReason::SensorFeeds(Feeds::Bond), [57, 2]),
			(RuntimeHoldReason::DataAvailability(Availability::Pin), [58, 0]),
			(RuntimeHoldReason::DataAvailability(Availability::Audit), [58, 1]),
			(RuntimeHoldReason::EnergyTrading(Energy::Zone), [60, 0]),
			(RuntimeHoldReason::EnergyTrading(Energy::Meter), [60, 1]),
			(RuntimeHoldReason::EnergyTrading(Energy::Period), [60, 2]),
			(RuntimeHoldReason::EnergyTrading(Energy::Order), [60, 3]),
			(RuntimeHoldReason::EnergyTrading(Energy::Certificate), [60, 4]),
			(RuntimeHoldReason::EnergyTrading(Energy::Escrow), [60, 5]),
			(RuntimeHoldReason::MedicalAccess(Medical::Organisation), [70, 0]),
			(RuntimeHoldReason::MedicalAccess(Medical::Member), [70, 1]),
			(RuntimeHoldReason::MedicalAccess(Medical::Device), [70, 2]),
			(RuntimeHoldReason::MedicalAccess(Medical::Patient), [70, 3]),
			(RuntimeHoldReason::MedicalAccess(Medical::Consent), [70, 4]),
			(RuntimeHoldReason::MedicalAccess(Medical::Profile), [70, 5]),
			(RuntimeHoldReason::MedicalAccess(Medical::Command), [70, 6]),
			(RuntimeHoldReason::MedicalAccess(Medical::BreakGlass), [70, 7]),
			(RuntimeHoldReason::MedicalAccess(Medical::Record), [70, 8]),
			(RuntimeHoldReason::MedicalAccess(Medical::Key), [70, 9]),
			(RuntimeHoldReason::MedicalAccess(Medical::BreakGlassBond), [70, 10]),
		];
		for (reason, encoded) in pins {
			assert_eq!(reason.encode(), encoded, "{reason:?}");
		}
	}

	#[test]
	fn device_identity_calls_should_not_move() {
		assert_eq!(
			calls_of("DeviceIdentity"),
			[
				(0, "propose_manufacturer"),
				(1, "approve_manufacturer"),
				(2, "suspend_manufacturer"),
				(3, "revoke_manufacturer"),
				(4, "withdraw_manufacturer"),
				(5, "set_root_keys"),
				(6, "add_model"),
				(7, "certify_model"),
				(8, "remove_model"),
				(9, "register"),
				(10, "activate"),
				(11, "offer_transfer"),
				(12, "cancel_transfer"),
				(13, "accept_transfer"),
				(14, "add_key"),
				(15, "rotate_key"),
				(16, "rotate_key_signed"),
				(17, "revoke_key"),
				(18, "prune_key"),
				(19, "suspend"),
				(20, "report_lost"),
				(21, "reactivate"),
				(22, "decommission"),
				(23, "revoke"),
				(24, "prune_device"),
				(25, "pause"),
				(26, "unpause"),
				(27, "open_batch"),
				(28, "close_batch"),
				(29, "claim"),
				(30, "claim_with_voucher"),
				(31, "name_operator"),
				(32, "remove_operator"),
			]
		);
	}

	#[test]
	fn device_firmware_calls_should_not_move() {
		assert_eq!(
			calls_of("DeviceFirmware"),
			[
				(0, "appoint"),
				(1, "dismiss"),
				(2, "publish"),
				(3, "approve"),
				(4, "withdraw"),
				(5, "prune_release"),
				(6, "set_policy"),
				(7, "report"),
				(8, "prune_report"),
				(9, "pause"),
				(10, "unpause"),
			]
		);
	}

	#[test]
	fn remote_attestation_calls_should_not_move() {
		assert_eq!(
			calls_of("RemoteAttestation"),
			[
				(0, "register_verifier"),
				(1, "approve_verifier"),
				(2, "suspend_verifier"),
				(3, "withdraw_verifier"),
				(4, "request_challenge"),
				(5, "prune_challenge"),
				(6, "post_result"),
				(7, "retract_result"),
				(8, "prune_result"),
				(9, "set_policy"),
				(10, "remove_policy"),
				(11, "pause"),
				(12, "unpause"),
			]
		);
	}

	#[test]
	fn status_lists_calls_should_not_move() {
		assert_eq!(
			calls_of("StatusLists"),
			[
				(0, "create_list"),
				(1, "request_indices"),
				(2, "draw_indices"),
				(3, "set_statuses"),
				(4, "close_list"),
				(5, "remove_list"),
				(6, "offer_list"),
				(7, "accept_list"),
				(8, "pause"),
				(9, "unpause"),
			]
		);
	}

	#[test]
	fn sensor_attestation_calls_should_not_move() {
		assert_eq!(
			calls_of("SensorAttestation"),
			[
				(0, "describe_stream"),
				(1, "withdraw_description"),
				(2, "enrol"),
				(3, "remove_source"),
				(4, "set_lane"),
				(5, "close_lane"),
				(6, "declare_stream"),
				(7, "remove_stream"),
				(8, "name_gateway"),
				(9, "remove_gateway"),
				(10, "carry_reading"),
				(11, "submit_reading"),
				(12, "submit_batch"),
				(13, "assert_batch"),
				(14, "prove_reading"),
				(15, "challenge_batch"),
				(16, "record_erasure"),
				(17, "prune_batch"),
				(18, "pause"),
				(19, "unpause"),
				(20, "prepay_batches"),
				(21, "retire_stream"),
			]
		);
	}

	#[test]
	fn sensor_alerts_calls_should_not_move() {
		assert_eq!(
			calls_of("SensorAlerts"),
			[
				(0, "set_rule"),
				(1, "remove_rule"),
				(2, "reset_rule"),
				(3, "report_gap"),
				(4, "pause"),
				(5, "unpause"),
			]
		);
	}

	#[test]
	fn sensor_feeds_calls_should_not_move() {
		assert_eq!(
			calls_of("SensorFeeds"),
			[
				(0, "create_feed"),
				(1, "close_feed"),
				(2, "remove_feed"),
				(3, "admit"),
				(4, "expel"),
				(5, "join"),
				(6, "leave"),
				(7, "open_round"),
				(8, "report"),
				(9, "close_round"),
				(10, "pause"),
				(11, "unpause"),
			]
		);
	}

	#[test]
	fn energy_trading_calls_should_not_move() {
		assert_eq!(
			calls_of("EnergyTrading"),
			[
				(0, "create_zone"),
				(1, "set_terms"),
				(2, "set_prices"),
				(3, "assess_zone"),
				(4, "retire_zone"),
				(5, "remove_zone"),
				(6, "add_float"),
				(7, "take_float"),
				(8, "register_meter"),
				(9, "approve_meter"),
				(10, "remove_meter"),
				(11, "open_market"),
				(12, "set_cap"),
				(13, "submit_order"),
				(14, "cancel_order"),
				(15, "clear"),
				(16, "submit_read"),
				(17, "prove_read"),
				(18, "estimate"),
				(19, "settle"),
				(20, "suspend"),
				(21, "curtail"),
				(22, "dispute"),
				(23, "decide"),
				(24, "end_dispute"),
				(25, "split_certificate"),
				(26, "merge_certificates"),
				(27, "transfer_certificate"),
				(28, "cancel_certificate"),
				(29, "withdraw_certificate"),
				(30, "expire_certificate"),
				(31, "pause"),
				(32, "unpause"),
				(33, "pay_claim"),
				(34, "claim_certificate"),
				(35, "drop_share"),
			]
		);
	}

	#[test]
	fn medical_access_calls_should_not_move() {
		assert_eq!(
			calls_of("MedicalAccess"),
			[
				(0, "register_organisation"),
				(1, "accredit_organisation"),
				(2, "set_break_glass_bond"),
				(3, "transfer_admin"),
				(4, "accept_admin"),
				(5, "remove_organisation"),
				(6, "admit_credential_list"),
				(7, "add_member"),
				(8, "change_member"),
				(9, "remove_member"),
				(10, "report_compromise"),
				(11, "list_suspect_commands"),
				(12, "enrol_device"),
				(13, "withdraw_device"),
				(14, "lock_device"),
				(15, "admit_patient"),
				(16, "discharge_patient"),
				(17, "remove_patient"),
				(18, "assign_device"),
				(19, "unassign_device"),
				(20, "appoint_reviewer"),
				(21, "set_profile"),
				(22, "remove_profile"),
				(23, "propose_soft_limits"),
				(24, "confirm_soft_limits"),
				(25, "draft_consent"),
				(26, "activate_consent"),
				(27, "grant_consent"),
				(28, "revoke_consent"),
				(29, "mark_consent_in_error"),
				(30, "remove_consent"),
				(31, "request_command"),
				(32, "approve_command"),
				(33, "cancel_command"),
				(34, "carry_receipt"),
				(35, "expire_command"),
				(36, "remove_command"),
				(37, "log_access"),
				(38, "break_glass"),
				(39, "close_break_glass"),
				(40, "review_break_glass"),
				(41, "flag_overdue"),
				(42, "remove_break_glass"),
				(43, "add_record"),
				(44, "share_record"),
				(45, "open_record"),
				(46, "remove_key"),
				(47, "erase_record"),
				(48, "remove_record"),
				(49, "pause"),
				(50, "unpause"),
				(51, "lift_bar"),
				(52, "assign_review"),
			]
		);
	}

	#[test]
	fn data_availability_calls_should_not_move() {
		assert_eq!(
			calls_of("DataAvailability"),
			[
				(0, "pin"),
				(1, "announce_unpin"),
				(2, "unpin"),
				(3, "release_pin"),
				(4, "open_audit"),
				(5, "answer_audit"),
				(6, "reveal_audit"),
				(7, "prove_audit"),
				(8, "close_audit"),
				(9, "pause"),
				(10, "unpause"),
			]
		);
	}

	#[test]
	fn transaction_pipeline_should_not_change() {
		let found: Vec<_> = <TxExtension as TransactionExtension<RuntimeCall>>::metadata()
			.iter()
			.map(|item| item.identifier)
			.collect();
		assert_eq!(
			found,
			[
				"AuthorizeCall",
				"CheckNonZeroSender",
				"CheckSpecVersion",
				"CheckTxVersion",
				"CheckGenesis",
				"CheckMortality",
				"CheckNonce",
				"CheckWeight",
				"ChargeTransactionPayment",
				"CheckMetadataHash",
				"WeightReclaim",
			]
		);
	}

	#[test]
	fn proxy_types_should_not_move() {
		assert_eq!(ProxyType::Any.encode(), [0]);
		assert_eq!(ProxyType::NonTransfer.encode(), [1]);
		assert_eq!(ProxyType::DeviceOperations.encode(), [2]);
		assert_eq!(ProxyType::EnergyOrders.encode(), [3]);
		assert_eq!(ProxyType::PatientDecisions.encode(), [4]);
	}

	#[test]
	fn slot_duration_should_not_change() {
		assert_eq!(SLOT_DURATION, 2_000);
		assert_eq!(Aura::slot_duration(), 2_000);
		let minimum: u64 = <Runtime as pallet_timestamp::Config>::MinimumPeriod::get();
		assert_eq!(minimum, 1_000);
		assert_eq!(u64::from(MINUTES) * SLOT_DURATION, 60_000);
	}

	#[test]
	fn token_should_not_change() {
		assert_eq!(10u128.pow(TOKEN_DECIMALS.into()), MOTE);
		assert_eq!((TOKEN_SYMBOL, SS58_PREFIX), ("MOTE", 42));
		assert_eq!(EXISTENTIAL_DEPOSIT, 1_000_000_000);
	}
}

mod blocks {
	use super::*;

	/// Starts block 1 in slot 1.
	fn start_block() {
		let pre_digest = <DigestItem as CompatibleDigestItem<
			sp_consensus_aura::sr25519::AuthoritySignature,
		>>::aura_pre_digest(1.into());
		let header = Header::new(
			1,
			Default::default(),
			Default::default(),
			System::block_hash(0),
			Digest { logs: vec![pre_digest] },
		);
		Executive::initialize_block(&header);
	}

	fn timestamp() -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(RuntimeCall::Timestamp(pallet_timestamp::Call::set {
			now: SLOT_DURATION,
		}))
	}

	#[test]
	fn inherents_should_be_admitted_when_the_block_is_full() {
		development().execute_with(|| {
			start_block();
			System::set_block_consumed_resources(
				BlockWeights::get().max_block,
				MAX_BLOCK_LENGTH as usize / 4 * 3,
			);
			assert_eq!(Executive::apply_extrinsic(timestamp()), Ok(Ok(())));
		});
	}

	#[test]
	fn transactions_should_be_refused_when_the_block_is_full() {
		development().execute_with(|| {
			start_block();
			Executive::apply_extrinsic(timestamp()).unwrap().unwrap();
			System::set_block_consumed_resources(BlockWeights::get().max_block, 0);
			let refused = Executive::apply_extrinsic(signed_remark());
			assert_eq!(
				refused,
				Err(TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources))
			);
		});
	}

	#[test]
	fn signed_transactions_should_be_applied() {
		development().execute_with(|| {
			start_block();
			Executive::apply_extrinsic(timestamp()).unwrap().unwrap();
			assert_eq!(Executive::apply_extrinsic(signed_remark()), Ok(Ok(())));
		});
	}

	fn signed_remark() -> UncheckedExtrinsic {
		signed(RuntimeCall::System(frame_system::Call::remark { remark: vec![1] }))
	}

	fn extension() -> TxExtension {
		(
			frame_system::AuthorizeCall::new(),
			frame_system::CheckNonZeroSender::new(),
			frame_system::CheckSpecVersion::new(),
			frame_system::CheckTxVersion::new(),
			frame_system::CheckGenesis::new(),
			frame_system::CheckMortality::from(sp_runtime::generic::Era::Immortal),
			frame_system::CheckNonce::from(0),
			frame_system::CheckWeight::new(),
			pallet_transaction_payment::ChargeTransactionPayment::from(0),
			frame_metadata_hash_extension::CheckMetadataHash::new(false),
			frame_system::WeightReclaim::new(),
		)
	}

	/// A call that Alice signs, as her first one. Needs a state.
	fn signed(call: RuntimeCall) -> UncheckedExtrinsic {
		let payload = SignedPayload::new(call, extension()).unwrap();
		let signature = payload.using_encoded(|bytes| Sr25519Keyring::Alice.sign(bytes));
		let (call, extension, _) = payload.deconstruct();
		UncheckedExtrinsic::new_signed(
			call,
			Sr25519Keyring::Alice.to_account_id().into(),
			signature.into(),
			extension,
		)
	}

	fn reading() -> UncheckedExtrinsic {
		use mote_primitives::{DeviceId, DeviceReading, DeviceSignature, Quality, Reading};
		let reading = Reading { stream: 0, counter: 0, t_ms: 0, value: 0, quality: Quality::Good };
		let call = pallet_sensor_attestation::Call::submit_reading {
			reading: DeviceReading { device: DeviceId::default(), reading },
			key_index: 0,
			signature: DeviceSignature::Ed25519([0; 64]),
		};
		UncheckedExtrinsic::new_transaction(call.into(), extension())
	}

	#[test]
	fn feeless_lane_should_leave_most_of_a_block_and_give_nobody_a_class_above_others() {
		let weights = BlockWeights::get();
		let normal = weights.get(DispatchClass::Normal);
		let info = reading().get_dispatch_info();
		// Anybody can sign such a call, to see it fail: it must not go before other calls for that.
		assert_eq!(info.class, DispatchClass::Normal);
		let one = info.total_weight().saturating_add(normal.base_extrinsic);
		let lane = one.saturating_mul(LANE_CEILING.into());
		let half = normal.max_total.unwrap().div(2);
		assert!(lane.all_lte(half), "{lane:?} of {half:?}");
	}

	#[test]
	fn limits_should_be_those_of_a_two_second_slot() {
		let weights = BlockWeights::get();
		assert_eq!(weights.max_block.ref_time() / 1_000_000_000, 800);
		assert_eq!(
			weights.get(DispatchClass::Normal).max_total.unwrap().ref_time(),
			weights.max_block.ref_time() / 4 * 3
		);
		let length = BlockLength::get();
		assert_eq!(*length.max.get(DispatchClass::Normal), MAX_BLOCK_LENGTH / 4 * 3);
		assert_eq!(*length.max.get(DispatchClass::Operational), MAX_BLOCK_LENGTH);
		assert_eq!(length.max_header_size(), MAX_HEADER_SIZE);
	}

	#[test]
	fn upgrade_should_fit_into_a_block() {
		let call = RuntimeCall::System(frame_system::Call::apply_authorized_upgrade {
			code: Default::default(),
		});
		let info = call.get_dispatch_info();
		assert_eq!(info.class, DispatchClass::Operational);
		let limit = BlockWeights::get().get(DispatchClass::Operational).max_extrinsic.unwrap();
		assert!(info.call_weight.all_lte(limit), "{:?} exceeds {limit:?}", info.call_weight);
		if let Some(wasm) = WASM_BINARY {
			assert!(wasm.len() < MAX_BLOCK_LENGTH as usize / 10 * 9, "{} bytes", wasm.len());
		}
	}

	#[test]
	fn every_migration_step_should_fit_into_a_block() {
		assert!(MaximumServiceWeight::get().all_lte(BlockWeights::get().max_block));
	}
}

mod money {
	use super::*;

	#[test]
	fn a_second_of_execution_should_cost_one_mote() {
		development().execute_with(|| {
			let second = Weight::from_parts(1_000_000_000_000, 0);
			// A single transaction is never charged for more than a whole block.
			let expected = MOTE.min(MAX_BLOCK_REF_TIME.into());
			assert_eq!(TransactionPayment::weight_to_fee(second), expected);
			assert_eq!(TransactionPayment::length_to_fee(1_000_000), MOTE);
		});
	}

	#[test]
	fn energy_should_be_traded_in_quarters_of_an_hour_where_it_is_for_real() {
		let is_quick = |preset: Value| preset["energyTrading"]["quickMarkets"].clone();
		assert_eq!(is_quick(preset("development")), true);
		assert_eq!(is_quick(preset(presets::PRODUCTION_PRESET)), false);
	}

	#[test]
	fn deposits_should_count_items_and_bytes() {
		assert_eq!(deposit(0, 0), 0);
		assert_eq!(deposit(2, 0), 20 * MILLI_MOTE);
		assert_eq!(deposit(0, 1_000_000_000), 100_000 * MOTE);
		assert!(deposit(u32::MAX, u32::MAX) > 0);
	}
}

mod delegates {
	use super::*;

	fn transfer() -> RuntimeCall {
		RuntimeCall::Balances(pallet_balances::Call::transfer_all {
			dest: Sr25519Keyring::Bob.to_account_id().into(),
			keep_alive: false,
		})
	}

	fn prune() -> RuntimeCall {
		let device = Default::default();
		RuntimeCall::DeviceIdentity(pallet_device_identity::Call::prune_key { device, index: 0 })
	}

	#[test]
	fn non_transfer_should_move_no_money() {
		assert!(ProxyType::Any.filter(&transfer()));
		assert!(!ProxyType::NonTransfer.filter(&transfer()));
		assert!(!ProxyType::NonTransfer
			.filter(&RuntimeCall::Sudo(pallet_sudo::Call::sudo { call: Box::new(transfer()) })));
		assert!(ProxyType::NonTransfer.filter(&prune()));
	}

	#[test]
	fn device_operations_should_be_about_devices_only() {
		let batch =
			|call| RuntimeCall::Utility(pallet_utility::Call::batch_all { calls: vec![call] });
		assert!(ProxyType::DeviceOperations.filter(&prune()));
		assert!(ProxyType::DeviceOperations.filter(&batch(prune())));
		assert!(!ProxyType::DeviceOperations.filter(&transfer()));
		assert!(!ProxyType::DeviceOperations
			.filter(&RuntimeCall::System(frame_system::Call::remark { remark: vec![] })));
	}

	#[test]
	fn device_operations_should_give_no_right_away_that_outlasts_the_delegate() {
		let device = Default::default();
		let operator = Sr25519Keyring::Bob.to_account_id();
		let rights = mote_primitives::OperatorRights::ALL;
		for call in [
			pallet_device_identity::Call::name_operator { device, operator, rights, until: 1 },
			pallet_device_identity::Call::close_batch { manufacturer: 0, number: 0 },
			pallet_device_identity::Call::withdraw_manufacturer { id: 0 },
			pallet_device_identity::Call::revoke { device, compromised_since: 0 },
		] {
			let call = RuntimeCall::DeviceIdentity(call);
			assert!(ProxyType::NonTransfer.filter(&call), "{call:?}");
			assert!(!ProxyType::DeviceOperations.filter(&call), "{call:?}");
		}
	}

	#[test]
	fn device_operations_should_leave_releases_and_appraisals_alone() {
		let publish = RuntimeCall::DeviceFirmware(pallet_device_firmware::Call::withdraw {
			model: mote_primitives::ModelId { manufacturer: 0, product: 0 },
			seq: 1,
		});
		let challenge =
			RuntimeCall::RemoteAttestation(pallet_remote_attestation::Call::request_challenge {
				device: Default::default(),
			});
		let close = RuntimeCall::StatusLists(pallet_status_lists::Call::close_list { list: 0 });
		let allowed = |call: &RuntimeCall| {
			[ProxyType::NonTransfer, ProxyType::DeviceOperations].map(|kind| kind.filter(call))
		};
		assert_eq!(allowed(&publish), [true, false]);
		assert_eq!(allowed(&challenge), [true, true]);
		assert_eq!(allowed(&close), [true, false]);
	}

	#[test]
	fn orders_should_be_placed_without_the_right_to_certificates_or_floats() {
		use pallet_energy_trading::Call as Energy;
		let allowed = |call: RuntimeCall| {
			[ProxyType::NonTransfer, ProxyType::EnergyOrders, ProxyType::PatientDecisions]
				.map(|kind| kind.filter(&call))
		};
		let market = pallet_energy_trading::MarketId { zone: 0, start: 0 };
		assert_eq!(allowed(Energy::settle { market, legs: 1 }.into()), [false, true, false]);
		let meter = mote_primitives::DeviceId::default();
		let claim = Energy::claim_certificate { market, meter, certificate: 0 };
		assert_eq!(allowed(claim.into()), [false, true, false]);
		let to = Sr25519Keyring::Bob.to_account_id();
		let account = to.clone();
		let give_up = Energy::drop_share { account, market, meter };
		assert_eq!(allowed(give_up.into()), [false; 3]);
		assert_eq!(allowed(Energy::transfer_certificate { id: 0, to }.into()), [false; 3]);
		assert_eq!(allowed(Energy::take_float { zone: 0, amount: 1 }.into()), [false; 3]);
		assert_eq!(allowed(transfer()), [false; 3]);
	}

	#[test]
	fn patients_should_be_represented_without_giving_commands_or_money() {
		use pallet_medical_access::Call as Medical;
		let allowed = |call: RuntimeCall| {
			[ProxyType::NonTransfer, ProxyType::EnergyOrders, ProxyType::PatientDecisions]
				.map(|kind| kind.filter(&call))
		};
		let device = mote_primitives::DeviceId::default();
		let lock = |is_locked| Medical::lock_device { device, is_locked }.into();
		assert_eq!(allowed(lock(true)), [false, false, true]);
		assert_eq!(allowed(lock(false)), [false; 3]);
		let request = |action| {
			Medical::request_command {
				device,
				action,
				value: 0,
				params_commit: Default::default(),
				purpose: mote_authorisation::Purpose::PatientRequest,
				not_before: None,
				life_s: None,
			}
			.into()
		};
		use mote_authorisation::Action;
		assert_eq!(allowed(request(Action::SuspendTherapy)), [false, false, true]);
		assert_eq!(allowed(request(Action::Therapy)), [false; 3]);
		assert_eq!(allowed(transfer()), [false; 3]);
	}

	/// Takes a device over, for `price`.
	fn accept(price: Option<Balance>) -> RuntimeCall {
		let device = mote_primitives::DeviceId::default();
		let owner = Sr25519Keyring::Bob.to_account_id();
		RuntimeCall::DeviceIdentity(pallet_device_identity::Call::accept_transfer {
			acceptance: mote_primitives::TransferAcceptance { device, owner, epoch: 1, key: 0 },
			consent: mote_primitives::DeviceSignature::Ed25519([0; 64]),
			price,
			key: None,
		})
	}

	#[test]
	fn devices_should_be_bought_and_sold_only_by_full_delegates() {
		let sell = RuntimeCall::DeviceIdentity(pallet_device_identity::Call::offer_transfer {
			device: Default::default(),
			to: Sr25519Keyring::Bob.to_account_id(),
			expires: 1,
			price: None,
		});
		let allowed = |call: &RuntimeCall| {
			[ProxyType::Any, ProxyType::NonTransfer, ProxyType::DeviceOperations]
				.map(|kind| kind.filter(call))
		};
		assert_eq!(allowed(&accept(Some(MOTE))), [true, false, false]);
		assert_eq!(allowed(&accept(None)), [true, true, true]);
		assert_eq!(allowed(&sell), [true, true, false]);
	}

	#[test]
	fn bonds_that_others_can_win_should_be_put_up_only_by_full_delegates() {
		use mote_primitives::{
			Assurance, Batch, BatchId, DeviceId, DeviceSignature, StreamId, H256,
		};
		let device = DeviceId::default();
		let stream: StreamId = 1;
		let id = BatchId { device, stream, seq: 0 };
		let batch = Batch {
			device,
			stream,
			seq: 0,
			first_ctr: 0,
			last_ctr: 0,
			count: 1,
			t_start: 0,
			t_end: 0,
			root: H256::zero(),
			aggregates: None,
			content: None,
			prev: H256::zero(),
			assurance: Assurance::OwnerAsserted,
			bracket: None,
		};
		let signature = DeviceSignature::Ed25519([0; 64]);
		let pinner = Sr25519Keyring::Bob.to_account_id();
		use pallet_data_availability::Call as Availability;
		use pallet_sensor_attestation::Call as Sensors;
		for call in [
			Sensors::assert_batch { batch: batch.clone() }.into(),
			Sensors::submit_batch { batch, key_index: 0, signature }.into(),
			Sensors::prepay_batches { device, stream, batches: 1 }.into(),
			Availability::pin { id }.into(),
			Availability::open_audit { id, pinner, commitment: H256::zero() }.into(),
		] {
			let call: RuntimeCall = call;
			let allowed = [ProxyType::Any, ProxyType::NonTransfer, ProxyType::DeviceOperations]
				.map(|kind| kind.filter(&call));
			assert_eq!(allowed, [true, false, false], "{call:?}");
		}
	}

	#[test]
	fn transfers_should_be_stopped_when_hidden_in_a_batch() {
		use frame_support::dispatch::RawOrigin;
		let (alice, bob) =
			(Sr25519Keyring::Alice.to_account_id(), Sr25519Keyring::Bob.to_account_id());
		development().execute_with(|| {
			System::set_block_number(1);
			Proxy::add_proxy(
				RawOrigin::Signed(alice.clone()).into(),
				bob.clone().into(),
				ProxyType::DeviceOperations,
				0,
			)
			.unwrap();
			let before = Balances::free_balance(&bob);
			let batch =
				RuntimeCall::Utility(pallet_utility::Call::batch_all { calls: vec![transfer()] });
			Proxy::proxy(RawOrigin::Signed(bob.clone()).into(), alice.into(), None, batch.into())
				.unwrap();
			assert_eq!(Balances::free_balance(&bob), before);
			let refused = frame_system::Error::<Runtime>::CallFiltered.into();
			System::assert_last_event(
				pallet_proxy::Event::ProxyExecuted { result: Err(refused) }.into(),
			);
		});
	}

	#[test]
	fn wider_types_should_include_narrower_ones() {
		use ProxyType::*;
		for (wide, narrow, includes) in [
			(Any, Any, true),
			(Any, DeviceOperations, true),
			(NonTransfer, DeviceOperations, true),
			(NonTransfer, Any, false),
			(DeviceOperations, NonTransfer, false),
			(DeviceOperations, Any, false),
			(Any, EnergyOrders, true),
			(Any, PatientDecisions, true),
			(NonTransfer, EnergyOrders, false),
			(NonTransfer, PatientDecisions, false),
		] {
			assert_eq!(wide.is_superset(&narrow), includes, "{wide:?} {narrow:?}");
		}
	}
}

/// Names of our own pallets.
const OWN_PALLETS: [&str; 10] = [
	"DeviceIdentity",
	"DeviceFirmware",
	"RemoteAttestation",
	"StatusLists",
	"SensorAttestation",
	"SensorAlerts",
	"SensorFeeds",
	"DataAvailability",
	"EnergyTrading",
	"MedicalAccess",
];

/// Indices and names of a pallet's calls.
fn calls_of(pallet: &str) -> Vec<(u8, &'static str)> {
	let pallet = Runtime::metadata_ir().pallets.into_iter().find(|p| p.name == pallet).unwrap();
	variants(&pallet.calls.unwrap().ty.type_info())
		.map(|variant| (variant.index, variant.name))
		.collect()
}

fn variants(
	info: &scale_info::Type,
) -> impl Iterator<Item = scale_info::Variant<scale_info::form::MetaForm>> {
	match &info.type_def {
		scale_info::TypeDef::Variant(variant) => variant.variants.clone().into_iter(),
		_ => panic!("calls, events and errors are enums"),
	}
}

mod own_pallets {
	use super::*;

	#[test]
	fn every_item_should_be_documented() {
		let metadata = Runtime::metadata_ir();
		for pallet in metadata.pallets.iter().filter(|p| OWN_PALLETS.contains(&p.name)) {
			let enums = [
				pallet.calls.as_ref().map(|calls| calls.ty.type_info()),
				pallet.event.as_ref().map(|event| event.ty.type_info()),
				pallet.error.as_ref().map(|error| error.ty.type_info()),
			];
			for variant in enums.iter().flatten().flat_map(variants) {
				assert!(!variant.docs.is_empty(), "{}::{}", pallet.name, variant.name);
			}
			for entry in pallet.storage.iter().flat_map(|storage| &storage.entries) {
				assert!(!entry.docs.is_empty(), "{}::{}", pallet.name, entry.name);
			}
			for constant in &pallet.constants {
				assert!(!constant.docs.is_empty(), "{}::{}", pallet.name, constant.name);
			}
			for function in &pallet.view_functions {
				assert!(!function.docs.is_empty(), "{}::{}", pallet.name, function.name);
			}
		}
	}

	#[test]
	fn every_storage_item_should_be_bounded() {
		for items in [
			DeviceIdentity::storage_info(),
			DeviceFirmware::storage_info(),
			RemoteAttestation::storage_info(),
			StatusLists::storage_info(),
			SensorAttestation::storage_info(),
			SensorAlerts::storage_info(),
			SensorFeeds::storage_info(),
			DataAvailability::storage_info(),
			EnergyTrading::storage_info(),
			MedicalAccess::storage_info(),
		] {
			assert!(!items.is_empty());
			for item in items {
				let name = String::from_utf8_lossy(&item.storage_name).into_owned();
				assert!(item.max_size.is_some(), "{name} has no bound");
			}
		}
	}

	#[test]
	fn every_call_should_have_a_generated_weight() {
		fn same<A: 'static, B: 'static>() -> bool {
			TypeId::of::<A>() == TypeId::of::<B>()
		}
		assert!(same::<
			<Runtime as pallet_device_identity::Config>::WeightInfo,
			pallet_device_identity::weights::SubstrateWeight<Runtime>,
		>());
		assert!(same::<
			<Runtime as pallet_device_firmware::Config>::WeightInfo,
			pallet_device_firmware::weights::SubstrateWeight<Runtime>,
		>());
		assert!(same::<
			<Runtime as pallet_remote_attestation::Config>::WeightInfo,
			pallet_remote_attestation::weights::SubstrateWeight<Runtime>,
		>());
		assert!(same::<
			<Runtime as pallet_status_lists::Config>::WeightInfo,
			pallet_status_lists::weights::SubstrateWeight<Runtime>,
		>());
		assert!(same::<
			<Runtime as pallet_sensor_attestation::Config>::WeightInfo,
			pallet_sensor_attestation::weights::SubstrateWeight<Runtime>,
		>());
		assert!(same::<
			<Runtime as pallet_sensor_alerts::Config>::WeightInfo,
			pallet_sensor_alerts::weights::SubstrateWeight<Runtime>,
		>());
		assert!(same::<
			<Runtime as pallet_sensor_feeds::Config>::WeightInfo,
			pallet_sensor_feeds::weights::SubstrateWeight<Runtime>,
		>());
		assert!(same::<
			<Runtime as pallet_data_availability::Config>::WeightInfo,
			pallet_data_availability::weights::SubstrateWeight<Runtime>,
		>());
		assert!(same::<
			<Runtime as pallet_energy_trading::Config>::WeightInfo,
			pallet_energy_trading::weights::SubstrateWeight<Runtime>,
		>());
		assert!(same::<
			<Runtime as pallet_medical_access::Config>::WeightInfo,
			pallet_medical_access::weights::SubstrateWeight<Runtime>,
		>());
		assert!(same::<
			<Runtime as frame_system::Config>::ExtensionsWeightInfo,
			weights::frame_system_extensions::WeightInfo<Runtime>,
		>());

		let marker = "THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI";
		assert!(include_str!("weights/frame_system_extensions.rs").contains(marker));
		let generated = [
			include_str!("../../pallets/device-identity/src/weights.rs"),
			include_str!("../../pallets/device-firmware/src/weights.rs"),
			include_str!("../../pallets/remote-attestation/src/weights.rs"),
			include_str!("../../pallets/status-lists/src/weights.rs"),
			include_str!("../../pallets/sensor-attestation/src/weights.rs"),
			include_str!("../../pallets/sensor-alerts/src/weights.rs"),
			include_str!("../../pallets/sensor-feeds/src/weights.rs"),
			include_str!("../../pallets/data-availability/src/weights.rs"),
			include_str!("../../pallets/energy-trading/src/weights.rs"),
			include_str!("../../pallets/medical-access/src/weights.rs"),
		];
		assert_eq!(OWN_PALLETS.len(), generated.len());
		for (pallet, generated) in OWN_PALLETS.iter().zip(generated) {
			assert!(generated.contains(marker), "{pallet}: run scripts/weights.sh");
			for (_, call) in calls_of(pallet) {
				assert!(
					generated.contains(&format!("fn {call}(")),
					"{pallet}::{call} has no generated weight: run scripts/weights.sh"
				);
			}
		}
	}
}

mod metadata {
	use super::*;

	#[test]
	fn every_supported_version_should_be_offered() {
		let mut versions = Runtime::metadata_versions();
		versions.sort_unstable();
		assert_eq!(versions, [14, 15, 16]);
		for version in versions {
			assert!(Runtime::metadata_at_version(version).is_some());
		}
	}

	#[test]
	fn view_functions_should_be_listed() {
		for name in OWN_PALLETS {
			let metadata = Runtime::metadata_ir();
			let pallet = metadata.pallets.iter().find(|pallet| pallet.name == name).unwrap();
			assert!(!pallet.view_functions.is_empty(), "{name}");
		}
	}

	#[test]
	fn timestamp_should_precede_what_reads_it() {
		assert!(Timestamp::index() < Aura::index());
	}
}
