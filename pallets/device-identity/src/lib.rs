// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

mod errors;
mod events;
mod features;
mod logic;
mod registry;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
	clippy::arithmetic_side_effects,
	clippy::expect_used,
	clippy::indexing_slicing,
	reason = "set-up that fails must stop the benchmark"
)]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use logic::{has_index, key_authority, may_replace_itself, NotLiftable, RESERVED_KEY_INDICES};
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, traits::fungible, BoundedVec};

/// An account of the runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
/// An amount of money, in the currency's smallest unit.
pub type BalanceOf<T> = <<T as Config>::Currency as fungible::Inspect<AccountIdOf<T>>>::Balance;
/// A manufacturer's keys for birth records.
pub type RootKeysOf<T> = BoundedVec<mote_primitives::DeviceKey, <T as Config>::MaxRootKeys>;
/// A manufacturer, as stored.
pub type ManufacturerRecordOf<T> =
	ManufacturerRecord<AccountIdOf<T>, RootKeysOf<T>, <T as Config>::ManufacturerTicket>;
/// A model, as stored.
pub type ModelRecordOf<T> = ModelRecord<<T as Config>::ModelTicket>;
/// A device, as stored.
pub type DeviceRecordOf<T> = DeviceRecord<
	AccountIdOf<T>,
	BoundedVec<KeyIndex, <T as Config>::MaxLiveKeys>,
	<T as Config>::DeviceTicket,
>;
/// An operational key, as stored.
pub type KeyRecordOf<T> = KeyRecord<AccountIdOf<T>, <T as Config>::KeyTicket>;
/// A pending transfer, as stored.
pub type TransferOfferOf<T> = TransferOffer<AccountIdOf<T>, BalanceOf<T>>;
/// A batch of births, as stored.
pub type BirthBatchRecordOf<T> = BirthBatchRecord<<T as Config>::BatchTicket>;
/// An operator, as stored.
pub type OperatorRecordOf<T> = OperatorRecord<AccountIdOf<T>, <T as Config>::OperatorTicket>;

/// The pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
// What the macros generate for storage has some.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;
	use alloc::boxed::Box;
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, Footprint, Time},
	};
	use frame_system::pallet_prelude::*;
	use mote_primitives::{
		BirthBatch, BirthRecord, DeviceId, DeviceKey, DeviceLiens, DeviceSignature, DeviceVetting,
		Distrust, KeyAuthorisation, KeyPurposes, ManufacturerId, ModelId, NoAuthority,
		OperatorRights, Reactivation, TransferAcceptance, TrustPurpose, VoucherAssertion,
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The pallet struct.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Why this pallet holds funds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The record of a manufacturer.
		#[codec(index = 0)]
		Manufacturer,
		/// The record of a model.
		#[codec(index = 1)]
		Model,
		/// The record of a device.
		#[codec(index = 2)]
		Device,
		/// The record of an operational key.
		#[codec(index = 3)]
		Key,
		/// The record of a batch of births.
		#[codec(index = 4)]
		Batch,
		/// The record of an operator.
		#[codec(index = 5)]
		Operator,
	}

	/// What the runtime must supply.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256> {
		/// The money in which a new owner pays the old one.
		type Currency: fungible::Mutate<Self::AccountId>;

		/// The chain's clock, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The trustees: they approve, suspend and revoke manufacturers, certify models, and may
		/// suspend or revoke any device.
		type TrusteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What a manufacturer puts up for its own record.
		type ManufacturerTicket: Consideration<Self::AccountId, Footprint>;

		/// What a manufacturer puts up for a model.
		type ModelTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for a device: first by its manufacturer or whoever carries its claim,
		/// then by each owner in turn.
		type DeviceTicket: Consideration<Self::AccountId, Footprint>;

		/// What is put up for an operational key by whoever has it added.
		type KeyTicket: Consideration<Self::AccountId, Footprint>;

		/// What a manufacturer puts up for a batch of births, however many there are.
		type BatchTicket: Consideration<Self::AccountId, Footprint>;

		/// What an owner puts up for an operator.
		type OperatorTicket: Consideration<Self::AccountId, Footprint>;

		/// Pallets that know of a device what may make it untrustworthy.
		type Vetting: DeviceVetting<Self::AccountId>;

		/// Pallets that hold a device to something, so that it cannot change hands meanwhile.
		type Liens: DeviceLiens;

		/// How long a superseded key is still accepted for what it signed before, in milliseconds.
		#[pallet::constant]
		type RotationGrace: Get<Moment>;

		/// The longest a transfer may stay on offer, in milliseconds.
		#[pallet::constant]
		type MaxTransferTerm: Get<Moment>;

		/// How long the record of a decommissioned or revoked device stays, in milliseconds.
		#[pallet::constant]
		type Retention: Get<Moment>;

		/// How many root keys a manufacturer may have.
		#[pallet::constant]
		type MaxRootKeys: Get<u32>;

		/// How many live operational keys a device may have.
		#[pallet::constant]
		type MaxLiveKeys: Get<u32>;

		/// How many records of operational keys, live or not, a device may have. Bounds the work of
		/// removing a device.
		#[pallet::constant]
		type MaxKeyRecords: Get<u32>;

		/// The most devices that one page of a list returns.
		#[pallet::constant]
		type MaxPage: Get<u32>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
	}

	/// Whether new work is refused.
	#[pallet::storage]
	pub type Paused<T> = StorageValue<_, bool, ValueQuery>;

	/// How many manufacturers are revoked. As long as there are none, which is nearly always, no
	/// question about a device has to look at its manufacturer.
	#[pallet::storage]
	pub type RevokedManufacturers<T> = StorageValue<_, u32, ValueQuery>;

	/// The id that the next manufacturer takes. Ids are never reused.
	#[pallet::storage]
	pub type NextManufacturerId<T> = StorageValue<_, ManufacturerId, ValueQuery>;

	/// Manufacturers.
	// `Twox64Concat`: the pallet assigns the ids, so nobody can choose colliding ones.
	#[pallet::storage]
	pub type Manufacturers<T: Config> =
		StorageMap<_, Twox64Concat, ManufacturerId, ManufacturerRecordOf<T>, OptionQuery>;

	/// Models, by manufacturer and product number.
	// `Blake2_128Concat`: manufacturers choose their product numbers.
	#[pallet::storage]
	pub type Models<T: Config> =
		StorageMap<_, Blake2_128Concat, ModelId, ModelRecordOf<T>, OptionQuery>;

	/// Devices.
	#[pallet::storage]
	pub type Devices<T: Config> =
		StorageMap<_, Blake2_128Concat, DeviceId, DeviceRecordOf<T>, OptionQuery>;

	/// Which devices an account owns.
	#[pallet::storage]
	pub type OwnedDevices<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		DeviceId,
		(),
		OptionQuery,
	>;

	/// Which device of a model has which serial number, by commitment.
	#[pallet::storage]
	pub type Serials<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		ModelId,
		Blake2_128Concat,
		H256,
		DeviceId,
		OptionQuery,
	>;

	/// Operational keys of devices.
	#[pallet::storage]
	pub type OperationalKeys<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		DeviceId,
		Twox64Concat,
		KeyIndex,
		KeyRecordOf<T>,
		OptionQuery,
	>;

	/// Every key that a device ever had, by fingerprint. Entries stay for ever: no key is accepted
	/// twice, not even after its device has ended and its record is gone.
	#[pallet::storage]
	pub type KnownKeys<T: Config> = StorageMap<_, Blake2_128Concat, H256, DeviceId, OptionQuery>;

	/// Transfers on offer.
	#[pallet::storage]
	pub type TransferOffers<T: Config> =
		StorageMap<_, Blake2_128Concat, DeviceId, TransferOfferOf<T>, OptionQuery>;

	/// Open batches of births: devices that a manufacturer made and that can be claimed.
	#[pallet::storage]
	pub type BirthBatches<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		ManufacturerId,
		Twox64Concat,
		BatchNumber,
		BirthBatchRecordOf<T>,
		OptionQuery,
	>;

	/// Whom an owner lets do things with a device.
	#[pallet::storage]
	pub type Operators<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		DeviceId,
		Blake2_128Concat,
		T::AccountId,
		OperatorRecordOf<T>,
		OptionQuery,
	>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxRootKeys::get() > 0, "MaxRootKeys = 0 would leave no manufacturer a key");
			assert!(T::MaxLiveKeys::get() > 0, "MaxLiveKeys = 0 would make every activation fail");
			assert!(
				T::MaxKeyRecords::get() > T::MaxLiveKeys::get(),
				"MaxKeyRecords must exceed MaxLiveKeys, or a full set of keys could never rotate"
			);
			assert!(
				T::MaxKeyRecords::get() <= u32::from(KeyIndex::MAX),
				"MaxKeyRecords must fit the key index"
			);
			assert!(T::MaxPage::get() > 0, "MaxPage = 0 would make every list empty");
			assert!(T::MaxTransferTerm::get() > 0, "MaxTransferTerm = 0 would refuse every offer");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Ask for a place as a manufacturer. The trustees decide.
		///
		/// - `origin`: signed; this account will act for the manufacturer and pays the deposit.
		/// - `vendor_id`: the vendor id of the Connectivity Standards Alliance, if there is one.
		/// - `root_keys`: the keys that will sign birth records.
		/// - `metadata_hash`: hash of a document about the manufacturer, kept off chain.
		///
		/// Emits [`Event::ManufacturerProposed`].
		#[pallet::call_index(0)]
		pub fn propose_manufacturer(
			origin: OriginFor<T>,
			vendor_id: Option<u16>,
			root_keys: RootKeysOf<T>,
			metadata_hash: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose_manufacturer(who, vendor_id, root_keys, metadata_hash)
		}

		/// Approve a manufacturer that was proposed or suspended, with exactly these root keys.
		///
		/// - `origin`: the trustees.
		/// - `id`: the manufacturer.
		/// - `root_keys`: the keys that were examined. When the manufacturer has changed them
		///   meanwhile, nothing is approved.
		///
		/// Emits [`Event::ManufacturerApproved`].
		#[pallet::call_index(1)]
		pub fn approve_manufacturer(
			origin: OriginFor<T>,
			id: ManufacturerId,
			root_keys: RootKeysOf<T>,
		) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_approve_manufacturer(id, root_keys)
		}

		/// Suspend a manufacturer: nothing new can be registered, existing devices continue.
		///
		/// - `origin`: the trustees.
		/// - `id`: the manufacturer.
		///
		/// Emits [`Event::ManufacturerSuspended`].
		#[pallet::call_index(2)]
		pub fn suspend_manufacturer(origin: OriginFor<T>, id: ManufacturerId) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_suspend_manufacturer(id)
		}

		/// Revoke a manufacturer for good: none of its devices is trusted from now on.
		///
		/// - `origin`: the trustees.
		/// - `id`: the manufacturer.
		///
		/// Emits [`Event::ManufacturerRevoked`].
		#[pallet::call_index(3)]
		pub fn revoke_manufacturer(origin: OriginFor<T>, id: ManufacturerId) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_revoke_manufacturer(id)
		}

		/// Take a manufacturer without models off the chain and return its deposit.
		///
		/// - `origin`: signed by the manufacturer's account.
		/// - `id`: the manufacturer.
		///
		/// Emits [`Event::ManufacturerWithdrawn`].
		#[pallet::call_index(4)]
		pub fn withdraw_manufacturer(origin: OriginFor<T>, id: ManufacturerId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_manufacturer(who, id)
		}

		/// Replace a manufacturer's root keys. It is proposed again: the trustees approve the keys,
		/// not the name.
		///
		/// - `origin`: signed by the manufacturer's account.
		/// - `id`: the manufacturer.
		/// - `root_keys`: all its keys from now on.
		///
		/// Emits [`Event::RootKeysChanged`].
		#[pallet::call_index(5)]
		pub fn set_root_keys(
			origin: OriginFor<T>,
			id: ManufacturerId,
			root_keys: RootKeysOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_root_keys(who, id, root_keys)
		}

		/// Describe a model, so that devices of it can be registered.
		///
		/// - `origin`: signed by the account of an approved manufacturer, which pays the deposit.
		/// - `model`: the manufacturer and the product number it chose.
		/// - `spec`: what devices of this model are and may do.
		///
		/// Emits [`Event::ModelAdded`].
		#[pallet::call_index(6)]
		pub fn add_model(origin: OriginFor<T>, model: ModelId, spec: ModelSpec) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_model(who, model, spec)
		}

		/// Say whether a model is certified. A revoked certificate stays revoked as long as the
		/// model is on chain.
		///
		/// - `origin`: the trustees.
		/// - `model`: the model.
		/// - `certificate`: what is to be said of it.
		///
		/// Emits [`Event::ModelCertified`].
		#[pallet::call_index(7)]
		pub fn certify_model(
			origin: OriginFor<T>,
			model: ModelId,
			certificate: Certificate,
		) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_certify_model(model, certificate)
		}

		/// Remove a model that no device has and return its deposit.
		///
		/// - `origin`: signed by the manufacturer's account.
		/// - `model`: the model.
		///
		/// Emits [`Event::ModelRemoved`].
		#[pallet::call_index(8)]
		pub fn remove_model(origin: OriginFor<T>, model: ModelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_model(who, model)
		}

		/// Register a device. It belongs to the manufacturer until somebody accepts it.
		///
		/// - `origin`: signed by the manufacturer's account, which pays the deposit.
		/// - `birth`: what the manufacturer says of the device.
		/// - `root_key`: the position, in the manufacturer's list, of the root key that signed.
		/// - `birth_signature`: that key's signature over `birth` (envelope kind 10).
		/// - `possession`: the device's own signature over `Possession { device, model }` (envelope
		///   kind 11) with its identity key.
		///
		/// Emits [`Event::DeviceRegistered`].
		#[pallet::call_index(9)]
		pub fn register(
			origin: OriginFor<T>,
			birth: BirthRecord,
			root_key: u8,
			birth_signature: DeviceSignature,
			possession: DeviceSignature,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register(who, birth, root_key, birth_signature, possession)
		}

		/// Put a registered device into use under the account that owns it already.
		///
		/// - `origin`: signed by the owner, who pays the key's deposit, and takes over the device's
		///   when somebody else carried its claim.
		/// - `acceptance`: what the device consents to: this owner, its next epoch, and the index
		///   of its first operational key.
		/// - `consent`: the identity key's signature over `acceptance` (envelope kind 4).
		/// - `key`: the first operational key, for one purpose at least the assertion of data.
		///
		/// Emits [`Event::KeyAdded`] and [`Event::DeviceActivated`].
		#[pallet::call_index(10)]
		pub fn activate(
			origin: OriginFor<T>,
			acceptance: TransferAcceptance<T::AccountId>,
			consent: DeviceSignature,
			key: NewKey,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_activate(who, acceptance, consent, key)
		}

		/// Offer a device to somebody. A new offer replaces an earlier one.
		///
		/// - `origin`: signed by the owner.
		/// - `device`: the device.
		/// - `to`: who may accept.
		/// - `expires`: the first moment at which it is too late, in milliseconds since 1970.
		/// - `price`: what the new owner pays on acceptance, if anything.
		///
		/// Emits [`Event::TransferOffered`].
		#[pallet::call_index(11)]
		pub fn offer_transfer(
			origin: OriginFor<T>,
			device: DeviceId,
			to: T::AccountId,
			expires: Moment,
			price: Option<BalanceOf<T>>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_offer_transfer(who, device, to, expires, price)
		}

		/// Take an offer back.
		///
		/// - `origin`: signed by the owner.
		/// - `device`: the device.
		///
		/// Emits [`Event::TransferCancelled`].
		#[pallet::call_index(12)]
		pub fn cancel_transfer(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_transfer(who, device)
		}

		/// Accept a device that was offered, with the device's own consent. Every operational key
		/// of it ends but the one that the acceptance names.
		///
		/// - `origin`: signed by the account it was offered to, which takes over the deposits and
		///   pays the price.
		/// - `acceptance`: what the device consents to: the new owner, its next epoch, and the
		///   operational key that stays or starts.
		/// - `consent`: the identity key's signature over `acceptance` (envelope kind 4).
		/// - `price`: the price the new owner has in mind. An offer for another price is refused.
		/// - `key`: the operational key that starts; `None` when one of the live ones stays.
		///
		/// Emits [`Event::DeviceTransferred`], and [`Event::KeyAdded`] if a key starts.
		#[pallet::call_index(13)]
		pub fn accept_transfer(
			origin: OriginFor<T>,
			acceptance: TransferAcceptance<T::AccountId>,
			consent: DeviceSignature,
			price: Option<BalanceOf<T>>,
			key: Option<NewKey>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_transfer(who, acceptance, consent, price, key)
		}

		/// Give a device one more operational key.
		///
		/// - `origin`: signed by the owner or an operator for keys, who pays the key's deposit.
		/// - `device`: the device.
		/// - `key`: the key, its purposes, and the proof that the device has it.
		///
		/// Emits [`Event::KeyAdded`].
		#[pallet::call_index(14)]
		pub fn add_key(origin: OriginFor<T>, device: DeviceId, key: NewKey) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_key(who, device, key)
		}

		/// Replace an operational key. The old one is accepted for a while for what it signed
		/// before.
		///
		/// - `origin`: signed by the owner or an operator for keys, who pays the new key's deposit.
		/// - `device`: the device.
		/// - `replaces`: the index of the key that ends.
		/// - `key`: the key that starts, its purposes, and the proof that the device has it.
		///
		/// Emits [`Event::KeySuperseded`] and [`Event::KeyAdded`].
		#[pallet::call_index(15)]
		pub fn rotate_key(
			origin: OriginFor<T>,
			device: DeviceId,
			replaces: KeyIndex,
			key: NewKey,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_rotate_key(who, device, replaces, key)
		}

		/// Carry a key change that the device itself authorised. The owner need not be at hand.
		///
		/// - `origin`: signed by anyone, who pays the new key's deposit.
		/// - `authorisation`: the key that starts, its purposes, and the one it replaces, if any.
		/// - `signer`: which key authorised it. An operational key can only replace itself, for no
		///   more than it may do; the identity key can replace or add any.
		/// - `signature`: that key's signature over `authorisation` (envelope kind 12).
		/// - `possession`: the new key's own signature over `KeyRotation { device, index, epoch }`
		///   (envelope kind 3).
		///
		/// Emits [`Event::KeyAdded`], and [`Event::KeySuperseded`] if a key is replaced.
		#[pallet::call_index(16)]
		pub fn rotate_key_signed(
			origin: OriginFor<T>,
			authorisation: KeyAuthorisation,
			signer: DeviceSigner,
			signature: DeviceSignature,
			possession: DeviceSignature,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_rotate_key_signed(who, authorisation, signer, signature, possession)
		}

		/// End an operational key at once. It is never accepted again, for any device.
		///
		/// - `origin`: signed by the owner or an operator for keys.
		/// - `device`: the device.
		/// - `index`: the key.
		/// - `reason`: why.
		///
		/// Emits [`Event::KeyRevoked`].
		#[pallet::call_index(17)]
		pub fn revoke_key(
			origin: OriginFor<T>,
			device: DeviceId,
			index: KeyIndex,
			reason: RevocationReason,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke_key(who, device, index, reason)
		}

		/// Remove the record of a key from which nothing can be accepted any more, and return its
		/// deposit to whoever put it up. Anyone may call.
		///
		/// - `origin`: signed by anyone.
		/// - `device`: the device.
		/// - `index`: the key.
		///
		/// Emits [`Event::KeyPruned`].
		#[pallet::call_index(18)]
		pub fn prune_key(
			origin: OriginFor<T>,
			device: DeviceId,
			index: KeyIndex,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_key(device, index)
		}

		/// Take a device out of use for a while.
		///
		/// - `origin`: the trustees, or signed by the owner, an operator for suspending or the
		///   manufacturer's account.
		/// - `device`: the device.
		/// - `reason`: why.
		///
		/// Emits [`Event::DeviceSuspended`].
		#[pallet::call_index(19)]
		pub fn suspend(
			origin: OriginFor<T>,
			device: DeviceId,
			reason: SuspensionReason,
		) -> DispatchResult {
			let who = Self::ensure_trustee_or_signed(origin)?;
			Self::do_suspend(who, device, reason)
		}

		/// Report a device as lost. Nothing it says counts from this block on, and an offer ends.
		///
		/// - `origin`: signed by the owner or an operator for reporting it lost.
		/// - `device`: the device.
		///
		/// Emits [`Event::DeviceLost`].
		#[pallet::call_index(20)]
		pub fn report_lost(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_report_lost(who, device)
		}

		/// Put a suspended or lost device back into use. The device signs a fresh proof.
		///
		/// - `origin`: a suspension is lifted by the class that imposed it or a higher one (owner
		///   or an operator for reactivating, manufacturer, trustees), a loss by the owner alone.
		/// - `proof`: the device, its epoch, and the nonce that its suspension fixed.
		/// - `signature`: the identity key's signature over `proof` (envelope kind 13).
		///
		/// Emits [`Event::DeviceReactivated`].
		#[pallet::call_index(21)]
		pub fn reactivate(
			origin: OriginFor<T>,
			proof: Reactivation,
			signature: DeviceSignature,
		) -> DispatchResult {
			let who = Self::ensure_trustee_or_signed(origin)?;
			Self::do_reactivate(who, proof, signature)
		}

		/// Take a device out of service for good. Its keys end now; its deposits come back when its
		/// record is pruned. Refused while another pallet holds the device to something.
		///
		/// - `origin`: signed by the owner.
		/// - `device`: the device.
		///
		/// Emits [`Event::DeviceDecommissioned`].
		#[pallet::call_index(22)]
		pub fn decommission(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_decommission(who, device)
		}

		/// Revoke a device for good. What it signed for `compromised_since` or later is tainted. A
		/// device that was decommissioned can still be revoked, until its record is pruned.
		///
		/// - `origin`: the trustees, or signed by the manufacturer's account.
		/// - `device`: the device.
		/// - `compromised_since`: in milliseconds since 1970, not after now.
		///
		/// Emits [`Event::DeviceRevoked`].
		#[pallet::call_index(23)]
		pub fn revoke(
			origin: OriginFor<T>,
			device: DeviceId,
			compromised_since: Moment,
		) -> DispatchResult {
			let who = Self::ensure_trustee_or_signed(origin)?;
			Self::do_revoke(who, device, compromised_since)
		}

		/// Remove the record of a device that ended long enough ago, with all its keys, and return
		/// the deposits to whoever put them up. Its keys stay known: it cannot register again.
		///
		/// - `origin`: signed by anyone.
		/// - `device`: the device.
		///
		/// Emits [`Event::DevicePruned`].
		#[pallet::call_index(24)]
		pub fn prune_device(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_device(device)
		}

		/// Refuse new work: proposals, models, batches, registrations, activations, transfers, more
		/// keys, operators. What ends, protects or repairs goes on.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkPaused`].
		#[pallet::call_index(25)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(true)
		}

		/// Accept new work again.
		///
		/// - `origin`: the trustees.
		///
		/// Emits [`Event::WorkResumed`].
		#[pallet::call_index(26)]
		pub fn unpause(origin: OriginFor<T>) -> DispatchResult {
			T::TrusteeOrigin::ensure_origin(origin)?;
			Self::do_set_paused(false)
		}

		/// Open a batch of births: up to 1,048,576 devices that can be claimed one by one, for one
		/// signature and one deposit.
		///
		/// - `origin`: signed by the manufacturer's account, which pays the deposit.
		/// - `batch`: the Merkle root over the birth records, for the manufacturer's `next_batch`.
		/// - `root_key`: which of the manufacturer's root keys signed the batch, counted from 0.
		/// - `signature`: the root key's signature over the batch.
		///
		/// Emits [`Event::BatchOpened`].
		#[pallet::call_index(27)]
		pub fn open_batch(
			origin: OriginFor<T>,
			batch: BirthBatch,
			root_key: u8,
			signature: DeviceSignature,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_batch(who, batch, root_key, signature)
		}

		/// Close a batch for whatever was not claimed from it, and return its deposit.
		///
		/// - `origin`: signed by the manufacturer's account.
		/// - `manufacturer`: the manufacturer.
		/// - `number`: the batch.
		///
		/// Emits [`Event::BatchClosed`].
		#[pallet::call_index(28)]
		pub fn close_batch(
			origin: OriginFor<T>,
			manufacturer: ManufacturerId,
			number: BatchNumber,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_batch(who, manufacturer, number)
		}

		/// Register a device out of an open batch. It belongs to its manufacturer until it is
		/// activated, handed over or claimed with a voucher, and until then whoever carried this
		/// call has its deposit with it.
		///
		/// - `origin`: signed by anyone; pays the deposit.
		/// - `number`: the batch of the manufacturer that the birth record names.
		/// - `birth`: the birth record.
		/// - `index`: the record's place in the batch, counted from 0.
		/// - `path`: the Merkle path from the record to the root.
		/// - `possession`: the identity key's signature over `Possession { device, model }`.
		///
		/// Emits [`Event::DeviceRegistered`] and [`Event::DeviceClaimed`].
		#[pallet::call_index(29)]
		pub fn claim(
			origin: OriginFor<T>,
			number: BatchNumber,
			birth: BirthRecord,
			index: u32,
			path: BirthPath,
			possession: DeviceSignature,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim(who, number, birth, index, path, possession)
		}

		/// Become the first owner of a registered device by a voucher of its manufacturer, which
		/// may have passed through other hands. The device consents, as in a transfer, and starts
		/// to work with its first operational key.
		///
		/// A hand-over does not keep the holder before from claiming for itself with a shorter
		/// chain, as long as it can get the device's consent: pay a dealer when your claim is
		/// final.
		///
		/// - `origin`: signed by the account that the last holder of the voucher names; pays the
		///   deposits of the device and the key.
		/// - `chain`: the voucher, its hand-overs, and the last holder's claim for this account.
		/// - `acceptance`: what the device consents to: this owner, epoch 1, key 0.
		/// - `consent`: the identity key's signature over the acceptance.
		/// - `key`: the first operational key.
		///
		/// Emits [`Event::KeyAdded`], [`Event::DeviceTransferred`] and [`Event::VoucherUsed`].
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::claim_with_voucher(chain.handovers.len() as u32))]
		pub fn claim_with_voucher(
			origin: OriginFor<T>,
			chain: Box<VoucherChain>,
			acceptance: TransferAcceptance<T::AccountId>,
			consent: DeviceSignature,
			key: NewKey,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim_with_voucher(who, *chain, acceptance, consent, key)
		}

		/// Let somebody do certain things with a device for a certain time, or change what and how
		/// long. Nobody can be let sell, hand over or end the device. All this ends when the device
		/// is put into use for the first time or gets a new owner.
		///
		/// - `origin`: signed by the owner, who pays the deposit.
		/// - `device`: the device.
		/// - `operator`: who may do them.
		/// - `rights`: what: 1 keys, 2 suspending, 4 reactivating, 8 reporting lost, or their sum.
		/// - `until`: the first moment at which it may not any more, in milliseconds since 1970.
		///
		/// Emits [`Event::OperatorNamed`].
		#[pallet::call_index(31)]
		pub fn name_operator(
			origin: OriginFor<T>,
			device: DeviceId,
			operator: T::AccountId,
			rights: OperatorRights,
			until: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_name_operator(who, device, operator, rights, until)
		}

		/// End an operator's rights and return the deposit. Keys that the operator gave the device
		/// stay: look at them.
		///
		/// - `origin`: signed by the owner or the operator; by anyone once the rights do not count
		///   any more.
		/// - `device`: the device.
		/// - `operator`: the operator.
		///
		/// Emits [`Event::OperatorRemoved`].
		#[pallet::call_index(32)]
		pub fn remove_operator(
			origin: OriginFor<T>,
			device: DeviceId,
			operator: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_operator(who, device, operator)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A device and where it stands.
		pub fn device(device: DeviceId) -> Option<DeviceInfo<T::AccountId, BalanceOf<T>>> {
			Self::device_info(&device)
		}

		/// Devices of `owner`, at most `limit` and at most `MaxPage` of them. To read on, give the
		/// last one of a page as `after`.
		pub fn devices_of(
			owner: T::AccountId,
			after: Option<DeviceId>,
			limit: u32,
		) -> alloc::vec::Vec<DeviceId> {
			Self::page_of_devices(&owner, after, limit)
		}

		/// Operational keys of a device that have a record, live or not.
		pub fn keys_of(device: DeviceId) -> alloc::vec::Vec<KeyInfo> {
			Self::key_infos(&device)
		}

		/// The key with which `device` may speak now for the moment `at`, for `purpose`; or why
		/// not.
		pub fn key_authority(
			device: DeviceId,
			index: KeyIndex,
			purpose: KeyPurposes,
			at: Moment,
		) -> Result<DeviceKey, NoAuthority> {
			<Self as mote_primitives::DeviceRegistry>::authority(&device, index, purpose, at)
		}

		/// The device that has, or ever had, this key.
		pub fn device_of_key(key: DeviceKey) -> Option<DeviceId> {
			KnownKeys::<T>::get(key.fingerprint())
		}

		/// A manufacturer and where it stands.
		pub fn manufacturer(
			id: ManufacturerId,
		) -> Option<ManufacturerInfo<T::AccountId, RootKeysOf<T>>> {
			Self::manufacturer_info(id)
		}

		/// A batch of births that is open.
		pub fn batch(manufacturer: ManufacturerId, number: BatchNumber) -> Option<BirthBatchInfo> {
			Self::batch_info(manufacturer, number)
		}

		/// Operators of a device, also those whose rights do not count any more, at most `limit`
		/// and at most `MaxPage` of them. To read on, give the last one of a page as `after`.
		pub fn operators_of(
			device: DeviceId,
			after: Option<T::AccountId>,
			limit: u32,
		) -> alloc::vec::Vec<OperatorInfo<T::AccountId>> {
			Self::page_of_operators(&device, after, limit)
		}

		/// Whether `device` can be relied on now for `purpose`; or why not. What other pallets go
		/// by.
		pub fn trusted(device: DeviceId, purpose: TrustPurpose) -> Result<(), Distrust> {
			Self::is_trusted(&device, purpose)
		}

		/// A model and what is said of it.
		pub fn model(model: ModelId) -> Option<ModelInfo> {
			Self::model_info(model)
		}
	}
}
