// SPDX-License-Identifier: Apache-2.0

//! What the pallet says.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. The state of the pallet can be rebuilt from them.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A manufacturer described a stream of all devices of a model.
		StreamDescribed {
			/// The model.
			model: ModelId,
			/// The stream.
			stream: StreamId,
			/// What it is.
			spec: StreamSpec,
		},
		/// A description was withdrawn. Streams that were declared by it stay.
		DescriptionWithdrawn {
			/// The model.
			model: ModelId,
			/// The stream.
			stream: StreamId,
		},
		/// A device can have streams from now on, or somebody else pays its deposit.
		SourceEnrolled {
			/// The device.
			device: DeviceId,
			/// Who put up the deposit.
			depositor: T::AccountId,
		},
		/// A device's counters and standing were forgotten, and the deposit was returned.
		SourceRemoved {
			/// The device.
			device: DeviceId,
		},
		/// A device may send over the feeless lane.
		LaneSet {
			/// The device.
			device: DeviceId,
			/// How much.
			allowance: Allowance,
			/// Who put up the deposit.
			depositor: T::AccountId,
		},
		/// A device may not send over the feeless lane any more, and the deposit was returned.
		LaneClosed {
			/// The device.
			device: DeviceId,
		},
		/// A device has a stream.
		StreamDeclared {
			/// The device.
			device: DeviceId,
			/// The stream.
			stream: StreamId,
			/// Which declaration this is.
			incarnation: Incarnation,
			/// What it is.
			spec: StreamSpec,
			/// What the first batch names as the one before.
			prev: H256,
			/// Who put up the deposit.
			depositor: T::AccountId,
		},
		/// A stream was removed, and its deposit was returned.
		StreamRemoved {
			/// The device.
			device: DeviceId,
			/// The stream.
			stream: StreamId,
		},
		/// A later owner ended a stream. It takes nothing any more; its batches stay as long as it
		/// promised.
		StreamRetired {
			/// The device.
			device: DeviceId,
			/// The stream.
			stream: StreamId,
		},
		/// A gateway may sign batches for a device.
		GatewayNamed {
			/// The device.
			device: DeviceId,
			/// The gateway.
			gateway: DeviceId,
			/// The device's ownership period, in which alone this counts.
			epoch: u32,
			/// Who put up the deposit.
			depositor: T::AccountId,
		},
		/// A gateway may not sign for a device any more, and the deposit was returned.
		GatewayRemoved {
			/// The device.
			device: DeviceId,
			/// The gateway.
			gateway: DeviceId,
		},
		/// A reading was accepted.
		ReadingAccepted {
			/// Who measured.
			device: DeviceId,
			/// The key that signed.
			key_index: KeyIndex,
			/// What, with the quality that the chain found.
			reading: Reading,
			/// Who carried it; nobody when it came over the feeless lane.
			carrier: Option<T::AccountId>,
		},
		/// A batch was anchored.
		BatchAnchored {
			/// What was signed, or asserted.
			batch: Batch,
			/// Its hash, which the next one names.
			batch_hash: H256,
			/// The key that signed, of the device or of the gateway; none for what the owner said.
			key_index: Option<KeyIndex>,
			/// Who submitted it.
			submitter: T::AccountId,
			/// Whether what is held was paid in advance by the stream's depositor. Else it is the
			/// submitter's.
			is_prepaid: bool,
			/// What is held for it.
			held: BalanceOf<T>,
		},
		/// Somebody showed that a reading lies in a batch.
		ReadingProven {
			/// The batch.
			id: BatchId,
			/// Which reading of it.
			index: u32,
			/// What was proven.
			proven: ProvenReading,
			/// Who showed it.
			prover: T::AccountId,
		},
		/// Somebody showed that a batch contradicts itself, and got its bond.
		BatchDisputed {
			/// The batch.
			id: BatchId,
			/// What is wrong with it.
			contradiction: Contradiction,
			/// Who showed it.
			challenger: T::AccountId,
			/// What the challenger got.
			bond: BalanceOf<T>,
			/// The standing of the device from now on, if it is still enrolled.
			standing: Option<Standing>,
		},
		/// The content of a batch was erased. Its root stays.
		BatchErased {
			/// The batch.
			id: BatchId,
		},
		/// The record of a batch was removed, and what was held for it was returned.
		BatchPruned {
			/// The batch.
			id: BatchId,
			/// The standing of the device from now on, if it is still enrolled.
			standing: Option<Standing>,
		},
		/// Batches of a stream are paid for in advance, or are not any more.
		BatchesPrepaid {
			/// The device.
			device: DeviceId,
			/// The stream.
			stream: StreamId,
			/// How many batches yet to come, from now on.
			batches: u32,
			/// What is held for them.
			prepaid: BalanceOf<T>,
			/// Who paid.
			depositor: T::AccountId,
		},
		/// The trustees stopped new work.
		WorkPaused,
		/// The trustees let new work go on.
		WorkResumed,
	}
}
