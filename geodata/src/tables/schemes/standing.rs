//! From the row of a scheme to its status on the reference day.
//!
//! A date that is not a day is an interval: `2024-03` goes from the 1st to the 31st. A signature is
//! recent only if its first possible day is; an end is past only if its last possible day is, and to
//! come only if its first one is.

use crate::tables::reference_day::ReferenceDay;
use map::Status;
use map::served::{first_day, last_day};

/// A contract without a known end is presumed active so long after its signature.
const PRESUMED_YEARS: u16 = 5;
/// A preparation that was seen longer ago is a former state.
const PREPARATION_YEARS: u16 = 3;

/// The status that the row of a table states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedStatus {
    /// In force, says the source.
    Active,
    /// Being prepared, voted or announced.
    InPreparation,
    /// Past its end, says the source.
    Expired,
    /// Its list gives no status.
    Unknown,
    /// Signed or seen: its dates decide.
    Signed,
    /// It exists; nothing says whether it is in force.
    NotEstablished,
}

impl StatedStatus {
    /// All of them, in the order of the table's schema.
    pub const ALL: [Self; 6] = [
        Self::Active,
        Self::InPreparation,
        Self::Expired,
        Self::Unknown,
        Self::Signed,
        Self::NotEstablished,
    ];

    /// The name in tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "actif",
            Self::InPreparation => "en_preparation",
            Self::Expired => "echu",
            Self::Unknown => "inconnu",
            Self::Signed => "signe",
            Self::NotEstablished => "non_etabli",
        }
    }

    /// The status of that name. Tables of before version 0.2 say `expire` for `echu`.
    pub(super) fn of(name: &str) -> Option<Self> {
        let name = if name == "expire" { Self::Expired.code() } else { name };
        Self::ALL.into_iter().find(|status| status.code() == name)
    }
}

/// The dates that a status may depend on, ISO 8601.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::tables) struct Dates<'a> {
    /// First day.
    pub(super) start: Option<&'a str>,
    /// Last day.
    pub(super) end: Option<&'a str>,
    /// Day of the signature.
    pub(super) signature: Option<&'a str>,
    /// The earliest day on which it may have been signed.
    pub(super) signed_after: Option<&'a str>,
    /// The latest such day.
    pub(super) signed_before: Option<&'a str>,
    /// Date of the state that was seen.
    pub(super) seen: Option<&'a str>,
}

/// Whether the status depends on the reference day.
pub(super) fn needs_day(stated: StatedStatus, dates: Dates) -> bool {
    match stated {
        StatedStatus::Signed => true,
        StatedStatus::InPreparation => dates.seen.is_some(),
        _ => false,
    }
}

/// The status on the reference day of a row that states `stated`.
pub(super) fn status_on(day: &ReferenceDay, stated: StatedStatus, dates: Dates) -> Status {
    match stated {
        StatedStatus::InPreparation => prepared(day, dates.seen),
        StatedStatus::Signed => signed(day, dates),
        other => status_of(other),
    }
}

/// The status of a row, whatever the day.
pub(super) fn status_of(stated: StatedStatus) -> Status {
    match stated {
        StatedStatus::Active => Status::Active,
        StatedStatus::InPreparation => Status::InPreparation,
        StatedStatus::Expired => Status::Expired,
        StatedStatus::Unknown => Status::Unknown,
        StatedStatus::Signed | StatedStatus::NotEstablished => Status::NotEstablished,
    }
}

pub(super) fn prepared(day: &ReferenceDay, seen: Option<&str>) -> Status {
    let is_old = |seen| first_day(seen) < day.years_before(PREPARATION_YEARS);
    if seen.is_some_and(is_old) { Status::FormerState } else { Status::InPreparation }
}

pub(super) fn signed(day: &ReferenceDay, dates: Dates) -> Status {
    let today = day.as_str();
    match dates.end {
        Some(end) if last_day(end).as_str() < today => return Status::Expired,
        Some(end) if first_day(end).as_str() > today => return Status::Active,
        Some(_) => return Status::NotEstablished,
        None => {}
    }
    let signed = dates.signed_after.or(dates.signature).or(dates.start);
    let is_recent = |signed| first_day(signed) >= day.years_before(PRESUMED_YEARS);
    if signed.is_some_and(is_recent) { Status::Presumed } else { Status::NotEstablished }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: &str = "2026-11-27";

    fn on_day(stated: StatedStatus, dates: Dates) -> Status {
        status_on(&DAY.parse().unwrap(), stated, dates)
    }

    #[test]
    fn what_a_source_says_of_today_stays() {
        let over = Dates { end: Some("2020"), ..Dates::default() };
        for (stated, status) in [
            (StatedStatus::Active, Status::Active),
            (StatedStatus::Expired, Status::Expired),
            (StatedStatus::Unknown, Status::Unknown),
            (StatedStatus::NotEstablished, Status::NotEstablished),
        ] {
            assert_eq!(on_day(stated, over), status);
            assert!(!needs_day(stated, over));
        }
    }

    #[test]
    fn an_end_decides_where_it_is_past_or_to_come_as_a_whole() {
        for (end, status) in [
            ("2025", Status::Expired),
            ("2026-10", Status::Expired),
            ("2026-11-26", Status::Expired),
            ("2026-11-27", Status::NotEstablished),
            ("2026-11", Status::NotEstablished),
            ("2026", Status::NotEstablished),
            ("2026-11-28", Status::Active),
            ("2026-12", Status::Active),
            ("2027", Status::Active),
        ] {
            let dates = Dates { end: Some(end), signature: Some("2015"), ..Dates::default() };
            assert_eq!(on_day(StatedStatus::Signed, dates), status, "{end}");
        }
    }

    #[test]
    fn five_years_from_the_earliest_signature_are_presumed() {
        for (signature, status) in [
            ("2021-11-26", Status::NotEstablished),
            ("2021-11-27", Status::Presumed),
            ("2021-11", Status::NotEstablished),
            ("2021-12", Status::Presumed),
            ("2021", Status::NotEstablished),
            ("2022", Status::Presumed),
        ] {
            let dates = Dates { signature: Some(signature), ..Dates::default() };
            assert_eq!(on_day(StatedStatus::Signed, dates), status, "{signature}");
            let dates = Dates { start: Some(signature), ..Dates::default() };
            assert_eq!(on_day(StatedStatus::Signed, dates), status, "from {signature}");
            let late = Dates { signature: Some("2025"), signed_after: Some(signature), ..dates };
            assert_eq!(on_day(StatedStatus::Signed, late), status, "after {signature}");
        }
        assert_eq!(on_day(StatedStatus::Signed, Dates::default()), Status::NotEstablished);
    }

    #[test]
    fn a_preparation_of_three_years_ago_is_a_former_state() {
        for (seen, status) in [
            (None, Status::InPreparation),
            (Some("2023-11-26"), Status::FormerState),
            (Some("2023-11"), Status::FormerState),
            (Some("2023-11-27"), Status::InPreparation),
            (Some("2023-12"), Status::InPreparation),
            (Some("2025"), Status::InPreparation),
        ] {
            let dates = Dates { seen, ..Dates::default() };
            assert_eq!(on_day(StatedStatus::InPreparation, dates), status, "{seen:?}");
        }
    }

    #[test]
    fn a_former_name_of_expired_is_read() {
        assert_eq!(StatedStatus::of("expire"), Some(StatedStatus::Expired));
        for status in StatedStatus::ALL {
            assert_eq!(StatedStatus::of(status.code()), Some(status));
        }
        assert_eq!(StatedStatus::of("actf"), None);
    }
}
