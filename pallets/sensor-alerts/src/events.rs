// SPDX-License-Identifier: Apache-2.0

//! What the pallet says.

use frame_support::pallet_macros::pallet_section;

/// The pallet's events. The state of the pallet can be rebuilt from them and the readings.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A stream has a rule.
		RuleSet {
			/// The device.
			device: DeviceId,
			/// The stream.
			stream: StreamId,
			/// The number of the rule.
			rule: RuleNumber,
			/// What is allowed.
			spec: RuleSpec,
			/// Who put up the deposit.
			depositor: T::AccountId,
		},
		/// A rule was removed, and its deposit was returned.
		RuleRemoved {
			/// The device.
			device: DeviceId,
			/// The stream.
			stream: StreamId,
			/// The number of the rule.
			rule: RuleNumber,
		},
		/// What a rule knew was forgotten: it begins anew.
		RuleReset {
			/// The device.
			device: DeviceId,
			/// The stream.
			stream: StreamId,
			/// The number of the rule.
			rule: RuleNumber,
		},
		/// A rule was broken, or is kept again.
		Alerted {
			/// What happened, and when by the device's clock.
			alert: Alert,
			/// The value that was judged; none when it was silence.
			value: Option<i64>,
		},
		/// The trustees stopped new rules.
		WorkPaused,
		/// The trustees let new rules come again.
		WorkResumed,
	}
}
