//! From the dates of a row to its status on a day before that of the tables.
//!
//! A table says what is so on its own day. Of an earlier day only dates tell: a scheme that began later is not there
//! yet; one that no date places is not known. Nothing is carried back.

use super::standing::{Dates, StatedStatus, prepared, signed};
use crate::tables::reference_day::ReferenceDay;
use map::Status;
use map::served::{first_day, last_day};

/// The status on a past day of a row that states `stated`; none where it had not begun.
pub(in crate::tables) fn status_on_past(
    day: &ReferenceDay,
    stated: StatedStatus,
    dates: Dates,
) -> Option<Status> {
    let was_seen = dates.seen.is_some_and(|seen| last_day(seen).as_str() <= day.as_str());
    if stated == StatedStatus::InPreparation {
        return Some(if was_seen { prepared(day, dates.seen) } else { Status::Unknown });
    }
    match begin(dates) {
        Some((first, _)) if first.as_str() > day.as_str() => None,
        Some((_, last)) if last.as_str() > day.as_str() => Some(Status::NotEstablished),
        Some(_) => Some(begun(day, stated, dates)),
        None if is_over(day, dates) => Some(Status::Expired),
        None if was_seen && stated == StatedStatus::Active => Some(Status::Active),
        None if was_seen => Some(Status::NotEstablished),
        None => Some(Status::Unknown),
    }
}

/// The status of what had begun. What is in force on the day of the table was so since it began.
fn begun(day: &ReferenceDay, stated: StatedStatus, dates: Dates) -> Status {
    match (stated, dates.end) {
        (StatedStatus::Active, None) => Status::Active,
        (StatedStatus::Unknown | StatedStatus::NotEstablished, None) => Status::NotEstablished,
        _ => signed(day, dates),
    }
}

/// Whether the last possible day of the end is past.
fn is_over(day: &ReferenceDay, dates: Dates) -> bool {
    dates.end.is_some_and(|end| last_day(end).as_str() < day.as_str())
}

/// The first and the last day on which it may have begun; none where no date tells.
fn begin(dates: Dates) -> Option<(String, String)> {
    let of = |date: &str| (first_day(date), last_day(date));
    match (dates.start, dates.signed_after, dates.signed_before) {
        (Some(start), ..) => Some(of(start)),
        (None, Some(after), Some(before)) => Some((first_day(after), last_day(before))),
        (None, ..) => dates.signature.map(of),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: &str = "2023-01-01";

    fn on(stated: StatedStatus, dates: Dates) -> Option<Status> {
        status_on_past(&DAY.parse().unwrap(), stated, dates)
    }

    #[test]
    fn what_began_later_is_not_there_yet() {
        for begin in ["2023-01-02", "2023-02", "2024"] {
            for stated in [StatedStatus::Active, StatedStatus::Signed, StatedStatus::Expired] {
                let dates = Dates { start: Some(begin), ..Dates::default() };
                assert_eq!(on(stated, dates), None, "from {begin}");
                let dates = Dates { signature: Some(begin), ..Dates::default() };
                assert_eq!(on(stated, dates), None, "signed {begin}");
            }
        }
    }

    #[test]
    fn what_had_begun_and_had_not_ended_was_in_force() {
        let dates = Dates { start: Some("2020"), end: Some("2024-06"), ..Dates::default() };
        for stated in [StatedStatus::Active, StatedStatus::Signed, StatedStatus::Expired] {
            assert_eq!(on(stated, dates), Some(Status::Active));
        }
        let over = Dates { end: Some("2022-12"), ..dates };
        assert_eq!(on(StatedStatus::Expired, over), Some(Status::Expired));
        let open = Dates { end: None, ..dates };
        assert_eq!(on(StatedStatus::Active, open), Some(Status::Active));
        assert_eq!(on(StatedStatus::Expired, open), Some(Status::Presumed), "five years");
    }

    #[test]
    fn a_date_that_may_be_either_side_of_the_day_establishes_nothing() {
        let year = Dates { start: Some("2023"), ..Dates::default() };
        assert_eq!(on(StatedStatus::Active, year), Some(Status::NotEstablished));
        let dates = Dates {
            signed_after: Some("2022"),
            signed_before: Some("2023-06"),
            ..Dates::default()
        };
        assert_eq!(on(StatedStatus::Signed, dates), Some(Status::NotEstablished));
    }

    #[test]
    fn what_no_date_places_is_not_known() {
        for stated in StatedStatus::ALL {
            assert_eq!(on(stated, Dates::default()), Some(Status::Unknown), "{stated:?}");
            let dates = Dates { seen: Some("2025-11"), ..Dates::default() };
            assert_eq!(on(stated, dates), Some(Status::Unknown), "{stated:?}, seen later");
        }
        let seen = Dates { seen: Some("2021"), ..Dates::default() };
        assert_eq!(on(StatedStatus::Active, seen), Some(Status::Active));
        assert_eq!(on(StatedStatus::InPreparation, seen), Some(Status::InPreparation));
        assert_eq!(on(StatedStatus::NotEstablished, seen), Some(Status::NotEstablished));
    }
}
