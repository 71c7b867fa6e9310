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
		/// A manufacturer appointed somebody, or changed what it may do.
		StaffAppointed {
			/// The manufacturer.
			manufacturer: ManufacturerId,
			/// Whom.
			who: T::AccountId,
			/// All its roles from now on.
			roles: FirmwareRoles,
		},
		/// Somebody left a manufacturer's staff, and the deposit was returned.
		StaffDismissed {
			/// The manufacturer.
			manufacturer: ManufacturerId,
			/// Who.
			who: T::AccountId,
		},
		/// A draft of a release was published.
		ReleasePublished {
			/// The model.
			model: ModelId,
			/// Who published it.
			publisher: T::AccountId,
			/// What it says of the release.
			spec: ReleaseSpec,
		},
		/// A second person approved a release. It is out.
		ReleaseApproved {
			/// The model.
			model: ModelId,
			/// The release.
			seq: Seq,
			/// Who approved it.
			approver: T::AccountId,
		},
		/// A draft was withdrawn. It is gone, and its deposit was returned.
		DraftRemoved {
			/// The model.
			model: ModelId,
			/// Its number, which is not given out again.
			seq: Seq,
		},
		/// A release was withdrawn. Devices that run it are not trusted any more.
		ReleaseWithdrawn {
			/// The model.
			model: ModelId,
			/// The release.
			seq: Seq,
		},
		/// The record of a release was removed, and its deposit was returned.
		ReleasePruned {
			/// The model.
			model: ModelId,
			/// Its number, which is not given out again.
			seq: Seq,
		},
		/// It was said for which purposes outdated firmware counts.
		PolicySet {
			/// The model.
			model: ModelId,
			/// All those purposes from now on.
			purposes: TrustPurposes,
		},
		/// A device said what firmware it runs.
		FirmwareReported {
			/// The device.
			device: DeviceId,
			/// The release that it named.
			seq: Seq,
			/// SHA-256 of its image.
			image_digest: ImageDigest,
			/// When the device said so, by its own clock.
			at: Moment,
			/// What that is worth now.
			verdict: FirmwareVerdict,
			/// Who carried the report. Who carried a device's first one put up its deposit.
			carrier: T::AccountId,
		},
		/// What a device at its end had said was removed, and the deposit was returned.
		ReportPruned {
			/// The device.
			device: DeviceId,
		},
		/// The trustees stopped new work.
		WorkPaused,
		/// The trustees let new work go on.
		WorkResumed,
	}
}
