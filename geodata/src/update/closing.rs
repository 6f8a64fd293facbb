//! Closing a row that a list no longer names, and opening it again.
//!
//! A closed row stays in its table. Its end is the date of the list: deduced, and said to be. An end that was announced
//! for later stays in the reservation, so that nothing is lost.

use crate::tables::TextCells;
use map::served::{first_day, last_day};
use map::text;

/// The beginning of the reservation of a closed row.
const ABSENT: &str = "N’est plus dans la liste (";
/// The words that follow it where an end was announced.
const ANNOUNCED: &str = " Fin annoncée\u{a0}: ";
/// The mark of a deduced end in `deduit`.
const END: &str = "fin";

/// The columns that closing needs, in the order in which they are added to a table.
pub(super) const COLUMNS: [&str; 2] = ["deduit", "reserve"];

/// Whether a row is closed.
pub(super) fn is_closed(row: &TextCells) -> bool {
    matches!(row.text("statut"), "echu" | "expire")
}

/// Closes a row at the date of a list that does not name it.
pub(super) fn close(row: &mut TextCells, date: &str) {
    let end = row.text("fin").to_owned();
    row.set("statut", "echu");
    if !end.is_empty() && last_day(&end) <= last_day(date) {
        return;
    }
    let mut sentence = format!("{ABSENT}{}).", text::date(date));
    if !end.is_empty() {
        sentence += &format!("{ANNOUNCED}{end}.");
    }
    let is_before_start = first_day(row.text("debut")) > last_day(date);
    row.set("fin", if is_before_start { "" } else { date });
    if !is_before_start {
        row.set("deduit", joined(row.text("deduit"), END));
    }
    row.set("reserve", joined(row.text("reserve"), &sentence));
}

/// Opens a row again that `close` closed; its status is the caller’s to set.
pub(super) fn open(row: &mut TextCells) {
    let reservation = row.text("reserve").to_owned();
    let Some((before, closing)) = reservation.split_once(ABSENT) else { return };
    let announced = closing.split_once(ANNOUNCED).map(|(_, end)| end.trim_end_matches('.'));
    row.set("fin", announced.unwrap_or_default());
    let deduced = row.text("deduit").split_whitespace().filter(|mark| *mark != END);
    row.set("deduit", deduced.collect::<Vec<_>>().join(" "));
    row.set("reserve", before.trim_end());
}

fn joined(text: &str, more: &str) -> String {
    if text.is_empty() { more.to_owned() } else { format!("{text} {more}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_row_says_since_which_list_and_keeps_what_was_announced() {
        let mut row = TextCells::of(&[
            ("statut", "actif"),
            ("fin", "2028"),
            ("deduit", "axes"),
            ("reserve", "Lu."),
        ]);
        let before = row.clone();
        close(&mut row, "2026-11-01");
        assert!(is_closed(&row));
        assert_eq!((row.text("fin"), row.text("deduit")), ("2026-11-01", "axes fin"));
        let reservation = row.text("reserve");
        assert_eq!(
            reservation,
            "Lu. N’est plus dans la liste (1er\u{a0}novembre\u{a0}2026). Fin annoncée\u{a0}: 2028."
        );
        open(&mut row);
        row.set("statut", "actif");
        assert_eq!(row, before);
    }

    #[test]
    fn an_end_that_was_reached_stays_the_end() {
        let mut row = TextCells::of(&[("statut", "signe"), ("fin", "2026-10")]);
        close(&mut row, "2026-11-01");
        assert_eq!((row.text("fin"), row.text("reserve")), ("2026-10", ""));
    }

    #[test]
    fn a_contract_that_never_began_has_no_end() {
        let mut row = TextCells::of(&[("statut", "en_preparation"), ("debut", "2027-01")]);
        close(&mut row, "2026-11");
        assert_eq!((row.text("fin"), row.text("deduit")), ("", ""));
        assert!(row.text("reserve").starts_with("N’est plus dans la liste"));
    }
}
