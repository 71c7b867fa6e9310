// SPDX-License-Identifier: Apache-2.0

//! Gateways that sign for devices which cannot.

use super::*;
use frame_support::traits::Consideration;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_name_gateway(
		who: T::AccountId,
		device: DeviceId,
		gateway: DeviceId,
	) -> DispatchResult {
		Self::ensure_not_paused()?;
		Self::ensure_operator(&who, &device)?;
		let gateway_epoch = T::Devices::epoch(&gateway)
			.filter(|_| gateway != device)
			.ok_or(Error::<T>::GatewayNotFound)?;
		let epoch = T::Devices::epoch(&device).ok_or(Error::<T>::DeviceNotFound)?;
		let mut source = Sources::<T>::get(device).ok_or(Error::<T>::SourceNotFound)?;
		ensure!(!Gateways::<T>::contains_key(device, gateway), Error::<T>::GatewayNamedAlready);
		ensure!(source.gateways < T::MaxGateways::get(), Error::<T>::TooManyGateways);
		let ticket = T::GatewayTicket::new(&who, Self::gateway_footprint())?;

		let record = GatewayRecord { epoch, gateway_epoch, depositor: who.clone(), ticket };
		Gateways::<T>::insert(device, gateway, record);
		source.gateways = source.gateways.saturating_add(1);
		Sources::<T>::insert(device, source);
		Self::deposit_event(Event::GatewayNamed { device, gateway, epoch, depositor: who });
		Ok(())
	}

	pub(crate) fn do_remove_gateway(
		who: T::AccountId,
		device: DeviceId,
		gateway: DeviceId,
	) -> DispatchResult {
		let record = Gateways::<T>::get(device, gateway).ok_or(Error::<T>::NotGateway)?;
		ensure!(
			record.depositor == who ||
				Self::looks_after(&who, &device) ||
				!Self::counts(&device, &gateway, &record) ||
				Self::has_ended(&device),
			Error::<T>::NotOperator
		);

		record.ticket.drop(&record.depositor)?;
		Gateways::<T>::remove(device, gateway);
		Sources::<T>::mutate_extant(device, |source| {
			source.gateways = source.gateways.saturating_sub(1)
		});
		Self::deposit_event(Event::GatewayRemoved { device, gateway });
		Ok(())
	}

	/// Whether the device's present owner lets the gateway sign.
	pub(crate) fn is_gateway(device: &DeviceId, gateway: &DeviceId) -> bool {
		Gateways::<T>::get(device, gateway)
			.is_some_and(|record| Self::counts(device, gateway, &record))
	}

	/// Whether device and gateway have the owners that they had when the gateway was named.
	pub(crate) fn counts(
		device: &DeviceId,
		gateway: &DeviceId,
		record: &GatewayRecordOf<T>,
	) -> bool {
		T::Devices::epoch(device) == Some(record.epoch) &&
			T::Devices::epoch(gateway) == Some(record.gateway_epoch)
	}
}
