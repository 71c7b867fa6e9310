// SPDX-License-Identifier: Apache-2.0

//! What other pallets and apps may ask.

use crate::*;
use alloc::vec::Vec;
use mote_primitives::{
	DeviceId, DeviceLife, DeviceRegistry, DeviceVetting, Distrust, ManufacturerId,
	ManufacturerRegistry, ModelId, TrustPurpose, TrustPurposes,
};

impl<T: Config> DeviceVetting<T::AccountId> for Pallet<T> {
	fn vet(
		device: &DeviceId,
		life: &DeviceLife<T::AccountId>,
		purpose: TrustPurpose,
	) -> Result<(), Distrust> {
		let verdict = match Installed::<T>::get(device) {
			Some(installed) =>
				Self::verdict_on(&life.model, installed.seq, &installed.image_digest),
			// It has said nothing, so it has nothing of what was due.
			None if Self::due_seq(&life.model).is_some() => FirmwareVerdict::Outdated,
			None => FirmwareVerdict::Current,
		};
		match verdict {
			FirmwareVerdict::Current => Ok(()),
			FirmwareVerdict::Outdated if Self::policy_of(&life.model).contains(purpose) =>
				Err(Distrust::FirmwareOutdated),
			FirmwareVerdict::Outdated => Ok(()),
			_ => Err(Distrust::FirmwareUntrusted),
		}
	}
}

impl<AccountId, Ticket> From<ReleaseRecord<AccountId, Ticket>> for ReleaseInfo<AccountId> {
	fn from(record: ReleaseRecord<AccountId, Ticket>) -> Self {
		let ReleaseRecord { spec, status, publisher, published_at, .. } = record;
		Self { spec, status, publisher, published_at }
	}
}

impl<T: Config> Pallet<T> {
	/// The highest release of a model that its devices should have by now.
	fn due_seq(model: &ModelId) -> Option<Seq> {
		Lines::<T>::get(model).and_then(|line| due(&line.deadlines, Self::now()))
	}

	/// What an image is worth now that a device of this model names as release `seq`.
	pub(crate) fn verdict_on(
		model: &ModelId,
		seq: Seq,
		image_digest: &ImageDigest,
	) -> FirmwareVerdict {
		let release = Releases::<T>::get(model, seq);
		FirmwareVerdict::on(release.as_ref(), image_digest, Self::due_seq(model))
	}

	/// The highest release that a device of this model is known to have run. What it named may have
	/// been released after it named it.
	pub(crate) fn known_seq(model: &ModelId, installed: &InstalledRecordOf<T>) -> Seq {
		let verdict = Self::verdict_on(model, installed.seq, &installed.image_digest);
		raised_floor(installed.floor_seq, installed.seq, verdict)
	}

	pub(crate) fn policy_of(model: &ModelId) -> TrustPurposes {
		Policies::<T>::get(model).unwrap_or(TrustPurposes::ALL)
	}

	pub(crate) fn roles_of(
		manufacturer: ManufacturerId,
		who: &T::AccountId,
	) -> Option<FirmwareRoles> {
		let standing = T::Manufacturers::standing(manufacturer);
		Self::roles_at(manufacturer, standing.as_ref(), who)
	}

	pub(crate) fn release_infos(model: &ModelId) -> Vec<ReleaseInfo<T::AccountId>> {
		let mut releases: Vec<ReleaseInfo<_>> =
			Releases::<T>::iter_prefix_values(model).map(Into::into).collect();
		releases.sort_by_key(|release| release.spec.seq);
		releases
	}

	pub(crate) fn installed_info(device: &DeviceId) -> Option<InstalledInfo> {
		let model = T::Devices::life(device)?.model;
		let record = Installed::<T>::get(device)?;
		Some(InstalledInfo {
			verdict: Self::verdict_on(&model, record.seq, &record.image_digest),
			seq: record.seq,
			image_digest: record.image_digest,
			at: record.at,
			reported_at: record.reported_at,
			floor_seq: record.floor_seq,
		})
	}

	pub(crate) fn update_for(device: &DeviceId) -> Option<ReleaseInfo<T::AccountId>> {
		let model = T::Devices::life(device)?.model;
		let known = Installed::<T>::get(device).map_or(0, |i| Self::known_seq(&model, &i));
		Releases::<T>::iter_prefix_values(model)
			.filter(|release| release.is_update_for(known))
			.max_by_key(|release| release.spec.seq)
			.map(Into::into)
	}

	pub(crate) fn line_info(model: &ModelId) -> Option<LineInfo> {
		Lines::<T>::get(model).map(|line| LineInfo {
			latest_seq: line.latest_seq,
			released_seq: line.released_seq,
			releases: line.releases,
			deadlines: line.deadlines.into_inner(),
		})
	}
}
