// SPDX-License-Identifier: Apache-2.0

//! The reference model: the rules once more, as short as they can be said, over plain maps.

use super::*;

/// Who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
	Trustees,
	Account(u64),
}

/// One call, or what happens to the registers.
#[derive(Clone, Debug)]
pub(super) enum Act {
	Appoint { who: u64, roles: FirmwareRoles },
	Dismiss { who: u64 },
	Publish { spec: ReleaseSpec },
	Approve { seq: Seq, is_examined: bool },
	Withdraw { seq: Seq },
	PruneRelease { seq: Seq },
	SetPolicy { bits: u8 },
	Report { device: usize, seq: Seq, image: ImageDigest, at: Moment, is_genuine: bool },
	PruneReport { device: usize },
	Pause,
	Unpause,
	Stand { is_approved: Option<bool> },
	HaveModel { has_model: bool },
	Live { device: usize, state: Option<DeviceState> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Release {
	pub(super) spec: ReleaseSpec,
	pub(super) status: ReleaseStatus,
	pub(super) by: u64,
}

impl Release {
	fn is_out(&self) -> bool {
		matches!(self.status, ReleaseStatus::Released { .. })
	}
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Report {
	pub(super) seq: Seq,
	pub(super) image: ImageDigest,
	pub(super) at: Moment,
	pub(super) floor: Seq,
	pub(super) depositor: u64,
}

/// Everything there is to know: one manufacturer, one model, a few devices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct World {
	/// Whether the manufacturer is approved; none when it is gone.
	pub(super) standing: Option<bool>,
	pub(super) has_model: bool,
	pub(super) devices: BTreeMap<usize, DeviceState>,
	pub(super) paused: bool,
	/// Roles, and who paid.
	pub(super) staff: BTreeMap<u64, (u8, u64)>,
	pub(super) latest: Seq,
	pub(super) released: Seq,
	pub(super) releases: BTreeMap<Seq, Release>,
	pub(super) policy: u8,
	pub(super) reports: BTreeMap<usize, Report>,
}

impl World {
	fn is_maker(&self, who: Who) -> bool {
		self.standing.is_some() && who == Who::Account(MAKER)
	}

	fn has_role(&self, who: Who, role: u8) -> bool {
		let Who::Account(account) = who else { return false };
		self.is_maker(who) || self.staff.get(&account).is_some_and(|(roles, _)| roles & role != 0)
	}

	/// Whether a device ran a release under its number, and with its image.
	fn is_known(&self, report: &Report) -> bool {
		self.releases.get(&report.seq).is_some_and(|release| {
			release.status != ReleaseStatus::Draft && release.spec.image_digest == report.image
		})
	}

	/// What the device must not go back behind.
	pub(super) fn known(&self, device: usize) -> Seq {
		match self.reports.get(&device) {
			None => 0,
			Some(report) if self.is_known(report) => report.floor.max(report.seq),
			Some(report) => report.floor,
		}
	}

	pub(super) fn opinion(
		&self,
		device: usize,
		purpose: TrustPurpose,
		now: Moment,
	) -> Result<(), Distrust> {
		let report = self.reports.get(&device);
		let is_trusted =
			report.is_none_or(|r| self.is_known(r) && self.releases.get(&r.seq).unwrap().is_out());
		if !is_trusted {
			return Err(Distrust::FirmwareUntrusted);
		}
		let has = report.map_or(0, |r| r.seq);
		let is_outdated = self.releases.values().any(|release| {
			let has_passed = release.spec.update_by.is_some_and(|by| by <= now);
			release.is_out() && has_passed && has < release.spec.seq
		});
		let counts = TrustPurposes::new(self.policy).unwrap().contains(purpose);
		if is_outdated && counts {
			return Err(Distrust::FirmwareOutdated);
		}
		Ok(())
	}

	pub(super) fn next_update(&self, device: usize) -> Option<Seq> {
		self.devices.get(&device)?;
		let known = self.known(device);
		self.releases
			.values()
			.filter(|r| r.is_out() && r.spec.seq > known && r.spec.min_prev_seq <= known)
			.map(|r| r.spec.seq)
			.max()
	}

	/// The world after `act`, or nothing when it must be refused.
	pub(super) fn after(&self, who: Who, act: &Act, now: Moment) -> Option<Self> {
		let mut next = self.clone();
		next.apply(who, act, now).then_some(next)
	}

	fn apply(&mut self, who: Who, act: &Act, now: Moment) -> bool {
		let is_working = !self.paused && self.standing == Some(true);
		match act.clone() {
			Act::Appoint { who: member, roles } => {
				if !is_working || !self.is_maker(who) {
					return false;
				}
				self.staff.entry(member).or_insert((0, MAKER)).0 = roles.bits();
			},
			Act::Dismiss { who: member } => {
				let Who::Account(caller) = who else { return false };
				let may = self.standing.is_none() || self.is_maker(who) || caller == member;
				return may && self.staff.remove(&member).is_some();
			},
			Act::Publish { spec } => {
				let Who::Account(by) = who else { return false };
				let has_time = spec.update_by.is_none_or(|by| by >= now + MIN_TERM);
				let is_sound = spec.seq > self.released &&
					!self.releases.contains_key(&spec.seq) &&
					spec.seq - self.released <= MAX_SEQ_STEP &&
					spec.min_prev_seq < spec.seq &&
					(spec.update_by.is_none() || spec.severity == Severity::Critical);
				let has_room = self.releases.len() < MAX_RELEASES as usize;
				let may = is_working && self.has_role(who, 1) && self.has_model && by != POOR;
				if !may || !is_sound || !has_time || !has_room {
					return false;
				}
				self.latest = self.latest.max(spec.seq);
				let status = ReleaseStatus::Draft;
				self.releases.insert(spec.seq, Release { spec, status, by });
			},
			Act::Approve { seq, is_examined } => {
				let may =
					is_working && self.has_role(who, 2) && self.has_model && seq > self.released;
				let Some(release) = self.releases.get_mut(&seq) else { return false };
				let is_due = release.status == ReleaseStatus::Draft &&
					Who::Account(release.by) != who &&
					release.spec.update_by.is_none_or(|by| by >= now + MIN_TERM);
				if !may || !is_due || !is_examined {
					return false;
				}
				release.status = ReleaseStatus::Released { at: now };
				self.released = seq;
			},
			Act::Withdraw { seq } => {
				let is_trustee = who == Who::Trustees;
				let is_approver = self.has_role(who, 2);
				let is_approved = self.standing == Some(true);
				let Some(release) = self.releases.get_mut(&seq) else { return false };
				match release.status {
					ReleaseStatus::Draft => {
						let is_publisher = Who::Account(release.by) == who;
						self.releases.remove(&seq);
						return is_trustee || is_approver || is_publisher;
					},
					ReleaseStatus::Released { .. } => {
						release.status = ReleaseStatus::Withdrawn { at: now };
						return is_trustee || (is_approver && is_approved);
					},
					ReleaseStatus::Withdrawn { .. } => return false,
				}
			},
			Act::PruneRelease { seq } => {
				let Some(release) = self.releases.remove(&seq) else { return false };
				let is_over = match release.status {
					ReleaseStatus::Withdrawn { at } => now >= at + RETENTION,
					_ => false,
				};
				let is_side = self.is_maker(who) || Who::Account(release.by) == who;
				return who != Who::Trustees && (is_over || (is_side && !self.has_model));
			},
			Act::SetPolicy { bits } => {
				let may = match who {
					Who::Trustees => !self.paused,
					_ => is_working && self.is_maker(who) && bits & self.policy == self.policy,
				};
				self.policy = bits;
				return may && self.has_model;
			},
			Act::Report { device, seq, image, at, is_genuine } => {
				let Who::Account(carrier) = who else { return false };
				let is_active = self.devices.get(&device) == Some(&DeviceState::Active);
				let is_fresh = at + MAX_AGE >= now && at <= now + MAX_CLOCK_LEAD;
				let former = self.reports.get(&device);
				let is_newer = former.is_none_or(|r| at > r.at);
				let can_pay = former.is_some() || carrier != POOR;
				let floor = self.known(device);
				let may = is_active && is_fresh && is_newer && is_genuine && can_pay;
				if !may || seq < floor {
					return false;
				}
				let depositor = former.map_or(carrier, |r| r.depositor);
				self.reports.insert(device, Report { seq, image, at, floor, depositor });
				let floor = self.known(device);
				self.reports.get_mut(&device).unwrap().floor = floor;
			},
			Act::PruneReport { device } => {
				let has_ended = self.devices.get(&device).is_none_or(|state| state.is_terminal());
				return who != Who::Trustees && has_ended && self.reports.remove(&device).is_some();
			},
			Act::Pause | Act::Unpause => {
				self.paused = matches!(act, Act::Pause);
				return who == Who::Trustees;
			},
			Act::Stand { is_approved } => self.standing = is_approved,
			Act::HaveModel { has_model } => self.has_model = has_model,
			Act::Live { device, state: Some(state) } => {
				self.devices.insert(device, state);
			},
			Act::Live { device, state: None } => {
				self.devices.remove(&device);
			},
		}
		true
	}
}
