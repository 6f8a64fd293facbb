//! The words of columns and cells.

use crate::served::Share;
use crate::table::{Cell, Column};
use crate::text::{number, share, status};
use crate::{Layer, Outside, SchemeCount, WhiteZone};

/// The text of a cell: a short one for the eye, and the words that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellText {
    /// « ≥ 72 % », « n. d. ».
    pub short: String,
    /// « au moins 72 % », « non documenté »; none where the short text says it all.
    pub long: Option<String>,
}

/// The heading of a column.
pub const fn column_title(column: Column) -> &'static str {
    match column {
        Column::Name => "Nom",
        Column::Population => "Habitants",
        Column::Cls => "CLS",
        Column::Cpts => "CPTS",
        Column::Projects => "Projets",
        Column::ShareOfCls => "Part en CLS actif",
        Column::ShareOfCpts => "Part en CPTS active",
        Column::WhiteZone => "Part hors des deux",
        Column::Layer => "Type",
        Column::Status => "Statut",
        Column::Communes => "Communes",
    }
}

/// The text of a cell. « n. d. » is never a number, and « ≥ » is said to be « au moins ».
pub fn cell_text(cell: Cell) -> CellText {
    match cell {
        Cell::Number(Some(all)) | Cell::Schemes(SchemeCount::Listed(all)) => plain(number(all)),
        Cell::Number(None) => not_known("non connu"),
        Cell::Schemes(SchemeCount::AtLeast(0)) => not_known("aucun connu, sans liste entière"),
        Cell::Schemes(SchemeCount::AtLeast(all)) => bound("≥", "au moins", &number(all)),
        Cell::Schemes(SchemeCount::NotDocumented) => not_documented(),
        Cell::Share(share) => share_text(share),
        Cell::WhiteZone(zone, whole) => white_zone(zone, whole),
        Cell::Layer(Layer::Projects) => plain("Projet".to_owned()),
        Cell::Layer(layer) => plain(layer.short_title().to_owned()),
        Cell::Status(layer, of) => plain(status(layer, of).to_owned()),
    }
}

fn share_text(share: Share) -> CellText {
    match share {
        Share::Exactly(0) => bound("<", "moins de", "1\u{a0}%"),
        Share::AtLeast(0) => bound(">", "plus de", "0\u{a0}%"),
        Share::Exactly(percent) | Share::AtLeast(percent @ 100) => {
            plain(format!("{percent}\u{a0}%"))
        }
        Share::AtLeast(percent) => bound("≥", "au moins", &format!("{percent}\u{a0}%")),
        Share::Zero => plain("0\u{a0}%".to_owned()),
        Share::Uncertain => {
            CellText { short: "?".to_owned(), long: Some("statut incertain".to_owned()) }
        }
        Share::NotKnown => not_known("non connue"),
        Share::Undocumented => not_documented(),
    }
}

fn white_zone(zone: WhiteZone, whole: u32) -> CellText {
    let part = |outside: Outside| share(outside.population, whole);
    match zone {
        WhiteZone::Undocumented => not_documented(),
        // No more is known than that it is no more than all.
        WhiteZone::AtMost(outside) if outside.population >= whole => not_known("non connue"),
        WhiteZone::AtMost(outside) => bound("≤", "au plus", &signed(&part(outside))),
        WhiteZone::Exactly(_) if whole == 0 => {
            CellText { short: "—".to_owned(), long: Some("aucun habitant".to_owned()) }
        }
        WhiteZone::Exactly(outside) => {
            let long = part(outside);
            let short = signed(&long);
            let is_same = short == long;
            CellText { short, long: (!is_same).then_some(long) }
        }
    }
}

/// A share with a sign for its words.
fn signed(share: &str) -> String {
    share.replace("moins de ", "<\u{a0}").replace("plus de ", ">\u{a0}")
}

const fn plain(short: String) -> CellText {
    CellText { short, long: None }
}

fn bound(sign: &str, words: &str, figure: &str) -> CellText {
    CellText { short: format!("{sign}\u{a0}{figure}"), long: Some(format!("{words} {figure}")) }
}

fn not_known(words: &str) -> CellText {
    CellText { short: "n.\u{a0}c.".to_owned(), long: Some(words.to_owned()) }
}

fn not_documented() -> CellText {
    CellText { short: "n.\u{a0}d.".to_owned(), long: Some("non documenté".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;

    fn both(cell: Cell) -> String {
        let CellText { short, long } = cell_text(cell);
        let long = long.map(|long| format!(" = {long}")).unwrap_or_default();
        (short + &long).replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_number_that_is_not_known_is_never_zero() {
        assert_eq!(both(Cell::Number(Some(1_234_567))), "1 234 567");
        assert_eq!(both(Cell::Number(None)), "n. c. = non connu");
        let schemes = |count| both(Cell::Schemes(count));
        assert_eq!(schemes(SchemeCount::Listed(0)), "0");
        assert_eq!(schemes(SchemeCount::AtLeast(3)), "≥ 3 = au moins 3");
        assert_eq!(schemes(SchemeCount::AtLeast(0)), "n. c. = aucun connu, sans liste entière");
        assert_eq!(schemes(SchemeCount::NotDocumented), "n. d. = non documenté");
    }

    #[test]
    fn shares_say_whether_they_are_bounds() {
        let share = |share| both(Cell::Share(share));
        assert_eq!(share(Share::Exactly(57)), "57 %");
        assert_eq!(share(Share::AtLeast(57)), "≥ 57 % = au moins 57 %");
        assert_eq!(share(Share::AtLeast(100)), "100 %");
        assert_eq!(share(Share::Exactly(0)), "< 1 % = moins de 1 %");
        assert_eq!(share(Share::AtLeast(0)), "> 0 % = plus de 0 %");
        assert_eq!(share(Share::Uncertain), "? = statut incertain");
        let outside = |population| Outside { communes: 1, population };
        let zone = |zone| both(Cell::WhiteZone(zone, 1000));
        assert_eq!(zone(WhiteZone::Exactly(outside(999))), "> 99 % = plus de 99 %");
        assert_eq!(zone(WhiteZone::AtMost(outside(200))), "≤ 20 % = au plus 20 %");
        assert_eq!(zone(WhiteZone::AtMost(outside(1000))), "n. c. = non connue");
        assert_eq!(zone(WhiteZone::NONE), "0 %");
    }

    #[test]
    fn a_scheme_is_told_by_its_type_and_status() {
        assert_eq!(both(Cell::Layer(Layer::Projects)), "Projet");
        assert_eq!(both(Cell::Status(Layer::Cpts, Status::Active)), "active");
    }
}
