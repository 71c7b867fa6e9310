// SPDX-License-Identifier: Apache-2.0

//! What `scripts/weights.sh` measures.

use crate::{
	AllPalletsWithSystem, DataAvailability, DeviceFirmware, DeviceIdentity, EnergyTrading,
	MedicalAccess, RemoteAttestation, Runtime, SensorAlerts, SensorAttestation, SensorFeeds,
	StatusLists,
};
use alloc::{string::String, vec::Vec};
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use frame_system_benchmarking::extensions::Pallet as SystemExtensionsBench;

frame_benchmarking::define_benchmarks!(
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_data_availability, DataAvailability]
	[pallet_device_firmware, DeviceFirmware]
	[pallet_device_identity, DeviceIdentity]
	[pallet_energy_trading, EnergyTrading]
	[pallet_medical_access, MedicalAccess]
	[pallet_remote_attestation, RemoteAttestation]
	[pallet_sensor_alerts, SensorAlerts]
	[pallet_sensor_attestation, SensorAttestation]
	[pallet_sensor_feeds, SensorFeeds]
	[pallet_status_lists, StatusLists]
);

impl frame_system_benchmarking::Config for Runtime {}

/// The benchmarks there are, and the storage they may touch.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::<BenchmarkList>::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Runs one benchmark.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}
