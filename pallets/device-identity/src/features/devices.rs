// SPDX-License-Identifier: Apache-2.0

//! The life of a device: registration, suspension, loss, end.

use super::*;
use codec::Encode;
use frame_support::traits::Consideration;
use mote_primitives::{BirthRecord, DeviceLiens, Possession, Reactivation};
use sp_io::hashing::blake2_256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(
		who: T::AccountId,
		birth: BirthRecord,
		root_key: u8,
		birth_signature: DeviceSignature,
		possession: DeviceSignature,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		let manufacturer = Self::manufacturer_or_err(birth.model.manufacturer)?;
		ensure!(manufacturer.account == who, Error::<T>::NotManufacturer);
		let root_key = *Self::root_key(&manufacturer, root_key)?;
		let model = Self::ensure_registrable(&manufacturer, &birth)?;
		ensure!(
			Self::is_signed(&birth, &birth_signature, &root_key),
			Error::<T>::BirthRecordNotSigned
		);
		Self::ensure_possession(&birth, &possession)?;
		Self::start_device(birth, model, who.clone(), who)?;
		Ok(())
	}

	/// Whether the birth record may become a device of its model now. Returns the model's record.
	pub(super) fn ensure_registrable(
		manufacturer: &ManufacturerRecordOf<T>,
		birth: &BirthRecord,
	) -> Result<ModelRecordOf<T>, DispatchError> {
		ensure!(manufacturer.status.may_register(), Error::<T>::ManufacturerNotApproved);
		let model = Models::<T>::get(birth.model).ok_or(Error::<T>::ModelNotFound)?;
		ensure!(model.certificate.admits(Self::now()), Error::<T>::ModelNotCertified);
		ensure!(
			model.spec.algorithms.allows(birth.identity_key.algorithm()),
			Error::<T>::AlgorithmNotAllowed
		);
		ensure!(
			!KnownKeys::<T>::contains_key(birth.identity_key.fingerprint()),
			Error::<T>::IdentityKeyReused
		);
		ensure!(
			!Serials::<T>::contains_key(birth.model, birth.serial_commit),
			Error::<T>::SerialReused
		);
		Ok(model)
	}

	/// Whether the device that is registered holds its identity key.
	pub(super) fn ensure_possession(
		birth: &BirthRecord,
		possession: &DeviceSignature,
	) -> DispatchResult {
		let device = DeviceId::from_key(&birth.identity_key);
		ensure!(
			Self::is_signed(
				&Possession { device, model: birth.model },
				possession,
				&birth.identity_key
			),
			Error::<T>::DevicePossessionMissing
		);
		Ok(())
	}

	/// Registers a device that was found registrable.
	pub(crate) fn start_device(
		birth: BirthRecord,
		mut model: ModelRecordOf<T>,
		owner: T::AccountId,
		depositor: T::AccountId,
	) -> Result<DeviceId, DispatchError> {
		let device = DeviceId::from_key(&birth.identity_key);
		model.devices = model.devices.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let ticket = T::DeviceTicket::new(&depositor, Self::device_footprint())?;

		let now = Self::now();
		KnownKeys::<T>::insert(birth.identity_key.fingerprint(), device);
		Serials::<T>::insert(birth.model, birth.serial_commit, device);
		Models::<T>::insert(birth.model, model);
		OwnedDevices::<T>::insert(&owner, device, ());
		Devices::<T>::insert(
			device,
			DeviceRecord {
				model: birth.model,
				identity_key: birth.identity_key,
				serial_commit: birth.serial_commit,
				cert_sha256: birth.cert_sha256,
				owner: owner.clone(),
				status: DeviceStatus::Registered,
				epoch: 0,
				live_keys: BoundedVec::new(),
				next_key: 0,
				key_records: 0,
				halts: 0,
				registered_at: now,
				updated_at: now,
				version: 0,
				depositor,
				ticket,
			},
		);
		Self::deposit_event(Event::DeviceRegistered { device, owner, birth });
		Ok(device)
	}

	pub(crate) fn do_suspend(
		actor: Actor<T::AccountId>,
		device: DeviceId,
		reason: SuspensionReason,
	) -> DispatchResult {
		let mut record = Self::device_or_err(&device)?;
		let by = Self::class_of(&actor, &device, &record, Some(OperatorRights::SUSPEND))?;
		ensure!(record.status.can_be_suspended(by), Error::<T>::BadState);
		let nonce = Self::next_nonce(&device, &mut record)?;

		record.status = DeviceStatus::Suspended { by, reason, at: Self::now(), nonce };
		Self::put_device(device, record);
		Self::deposit_event(Event::DeviceSuspended { device, by, reason, nonce });
		Ok(())
	}

	pub(crate) fn do_report_lost(who: T::AccountId, device: DeviceId) -> DispatchResult {
		let mut record = Self::operated_device(&who, &device, OperatorRights::REPORT_LOST)?;
		ensure!(record.status == DeviceStatus::Active, Error::<T>::BadState);
		let nonce = Self::next_nonce(&device, &mut record)?;

		record.status = DeviceStatus::Lost { at: Self::now(), nonce };
		// Whoever took the device may be whom it was offered to.
		TransferOffers::<T>::remove(device);
		Self::put_device(device, record);
		Self::deposit_event(Event::DeviceLost { device, nonce });
		Ok(())
	}

	pub(crate) fn do_reactivate(
		actor: Actor<T::AccountId>,
		proof: Reactivation,
		signature: DeviceSignature,
	) -> DispatchResult {
		let device = proof.device;
		let mut record = Self::device_or_err(&device)?;
		let by = Self::class_of(&actor, &device, &record, Some(OperatorRights::REACTIVATE))?;
		let is_owner = matches!(&actor, Actor::Account(who) if *who == record.owner);
		let nonce = record.status.can_be_lifted(by, is_owner).map_err(|e| match e {
			NotLiftable::NotOutOfUse => Error::<T>::BadState,
			NotLiftable::Outranked => Error::<T>::Outranked,
		})?;
		ensure!(proof.epoch == record.epoch, Error::<T>::EpochMismatch);
		ensure!(proof.nonce == nonce, Error::<T>::StaleProof);
		ensure!(Self::keeps_assert_key(&device, &record, None, None), Error::<T>::LastAssertKey);
		ensure!(
			Self::is_signed(&proof, &signature, &record.identity_key),
			Error::<T>::ReactivationNotSigned
		);

		record.status = DeviceStatus::Active;
		Self::put_device(device, record);
		Self::deposit_event(Event::DeviceReactivated { device, by });
		Ok(())
	}

	pub(crate) fn do_decommission(who: T::AccountId, device: DeviceId) -> DispatchResult {
		let record = Self::owned_device(&who, &device)?;
		ensure!(!record.status.is_terminal(), Error::<T>::BadState);
		ensure!(!T::Liens::is_encumbered(&device), Error::<T>::LockedByOtherPallet);
		let at = Self::now();

		Self::end_device(device, record, DeviceStatus::Decommissioned { at }, at);
		Self::deposit_event(Event::DeviceDecommissioned { device });
		Ok(())
	}

	pub(crate) fn do_revoke(
		actor: Actor<T::AccountId>,
		device: DeviceId,
		compromised_since: Moment,
	) -> DispatchResult {
		let record = Self::device_or_err(&device)?;
		let by = Self::class_of(&actor, &device, &record, None)?;
		ensure!(by > AuthorityClass::Owner, Error::<T>::NotAuthorised);
		// Also after a decommissioning: an owner must not keep what the device signed untainted by
		// ending it first.
		let is_revoked = matches!(record.status, DeviceStatus::Revoked { .. });
		ensure!(!is_revoked, Error::<T>::BadState);
		let at = Self::now();
		ensure!(compromised_since <= at, Error::<T>::CompromisedInFuture);

		Self::end_device(device, record, DeviceStatus::Revoked { at, compromised_since }, at);
		Self::deposit_event(Event::DeviceRevoked { device, by, compromised_since });
		Ok(())
	}

	pub(crate) fn do_prune_device(device: DeviceId) -> DispatchResult {
		let record = Self::device_or_err(&device)?;
		let ended_at = record.status.ended_at().ok_or(Error::<T>::BadState)?;
		ensure!(
			Self::now().saturating_sub(ended_at) >= T::Retention::get(),
			Error::<T>::RetentionNotOver
		);
		let mut model = Models::<T>::get(record.model).ok_or(Error::<T>::ModelNotFound)?;
		model.devices = model.devices.checked_sub(1).ok_or(ArithmeticError::Underflow)?;

		// At most `MaxKeyRecords` of them.
		for (_, key) in OperationalKeys::<T>::drain_prefix(device) {
			key.ticket.drop(&key.depositor)?;
		}
		record.ticket.drop(&record.depositor)?;
		Models::<T>::insert(record.model, model);
		Serials::<T>::remove(record.model, record.serial_commit);
		OwnedDevices::<T>::remove(&record.owner, device);
		Devices::<T>::remove(device);
		Self::deposit_event(Event::DevicePruned { device });
		Ok(())
	}

	fn end_device(
		device: DeviceId,
		mut record: DeviceRecordOf<T>,
		status: DeviceStatus,
		at: Moment,
	) {
		Self::end_live_keys(&device, &mut record, None, KeyStatus::DeviceEnded { at });
		record.status = status;
		TransferOffers::<T>::remove(device);
		Self::put_device(device, record);
	}

	/// What the device will have to sign to come back: known only from now on, and never the same.
	fn next_nonce(
		device: &DeviceId,
		record: &mut DeviceRecordOf<T>,
	) -> Result<H256, DispatchError> {
		record.halts = record.halts.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let parent = frame_system::Pallet::<T>::parent_hash();
		Ok(H256(blake2_256(&(parent, device, record.halts).encode())))
	}
}
