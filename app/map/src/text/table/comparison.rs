//! The words of a comparison.

use super::cell::cell_text;
use crate::Layer;
use crate::served::SchemeProperties;
use crate::table::{Cell, Column, MOST_COMPARED};
use crate::text::french::Gender;
use crate::text::{count, enumerated, period, signatures};

/// The question that a row answers: a column of lists, as a heading that stands alone.
pub const fn question(column: Column) -> &'static str {
    match column {
        Column::Population => "Habitants",
        Column::Cls => "Contrats locaux de santé (CLS)",
        Column::Cpts => "CPTS",
        Column::Projects => "Projets labellisés situés là",
        Column::ShareOfCls => "Part des habitants dans un CLS actif",
        Column::ShareOfCpts => "Part des habitants dans une CPTS active",
        Column::WhiteZone => "Part des habitants dans aucun des deux",
        Column::Name | Column::Layer | Column::Status | Column::Communes => "",
    }
}

/// A figure in words: « au moins 72\u{a0}% », « non documenté ».
pub fn cell_words(cell: Cell) -> String {
    let text = cell_text(cell);
    text.long.unwrap_or(text.short)
}

/// « Comparer Lyon et Grenoble ».
pub fn comparison_title(names: &[String]) -> String {
    match names {
        [] => "Comparer des territoires".to_owned(),
        [one] => format!("Comparer {one}"),
        names => format!("Comparer {}", enumerated(names)),
    }
}

/// The warning for territories of several levels.
pub const MIXED: &str = "Ces territoires ne sont pas du même niveau\u{a0}: comparez leurs parts, non \
                         leurs nombres.";

/// The sentence on what a comparison still lacks; none for one that is whole.
pub fn still_missing(compared: usize) -> Option<&'static str> {
    match compared {
        0 => Some(
            "Ajoutez deux territoires\u{a0}: région, département, intercommunalité ou commune.",
        ),
        1 => Some("Ajoutez un deuxième territoire."),
        _ => None,
    }
}

/// The sentence on codes of an address that name nothing.
pub fn unknown_codes(keys: &[String]) -> Option<String> {
    let codes: Vec<String> = keys.iter().map(|key| format!("«\u{a0}{key}\u{a0}»")).collect();
    match keys.len() {
        0 => None,
        1 => Some(format!(
            "{} n’est le code d’aucun territoire qui se compare ici\u{a0}: il n’existe pas, ou plus.",
            codes.concat()
        )),
        _ => Some(format!(
            "{} ne sont les codes d’aucun territoire qui se compare ici\u{a0}: ils n’existent pas, ou plus.",
            enumerated(&codes)
        )),
    }
}

/// « Comparer (2) », and for one that there must be another.
pub fn ticked(number: usize) -> String {
    match number {
        1 => "1 coché, cochez-en un autre pour comparer".to_owned(),
        MOST_COMPARED => format!("{number} cochés, le plus possible"),
        number => format!("{number} cochés"),
    }
}

/// The day of signature of a scheme, « signé le 8 mars 2024 », else its period; none where no source says.
pub fn signed(layer: Layer, scheme: &SchemeProperties) -> Option<String> {
    let signatures = signatures(layer, scheme).join(", ").replacen("Sign", "sign", 1);
    let period = || period(scheme.debut.as_deref(), scheme.fin.as_deref());
    if signatures.is_empty() { period() } else { Some(signatures) }
}

/// « 3 autres existent, périmètre non publié ici »; none for none.
pub fn others_without_perimeter(layer: Layer, all: u32) -> Option<String> {
    let gender = Gender::of(layer);
    match all {
        0 => None,
        1 => Some(format!(
            "{} existe aussi, périmètre non publié ici",
            gender.pick("un autre", "une autre")
        )),
        all => Some(format!(
            "{} existent aussi, périmètre non publié ici",
            count(all, "autre", "autres")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::served::Share;
    use crate::{SchemeCount, Status};

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_figure_is_told_in_words_and_what_is_not_known_is_no_zero() {
        let words = |cell| plain(&cell_words(cell));
        assert_eq!(words(Cell::Schemes(SchemeCount::NotDocumented)), "non documenté");
        assert_eq!(words(Cell::Schemes(SchemeCount::AtLeast(3))), "au moins 3");
        assert_eq!(
            words(Cell::Schemes(SchemeCount::AtLeast(0))),
            "aucun connu, sans liste entière"
        );
        assert_eq!(words(Cell::Schemes(SchemeCount::Listed(0))), "0");
        assert_eq!(words(Cell::Share(Share::AtLeast(11))), "au moins 11 %");
    }

    #[test]
    fn codes_that_name_nothing_are_told_in_one_sentence() {
        let key = str::to_owned;
        assert_eq!(unknown_codes(&[]), None);
        let one = unknown_codes(&[key("epci-999999999")]).unwrap();
        assert!(plain(&one).starts_with("« epci-999999999 » n’est le code d’aucun"), "{one}");
        let two = unknown_codes(&[key("region-00"), key("commune-99999")]).unwrap();
        assert!(plain(&two).starts_with("« region-00 » et « commune-99999 » ne sont"), "{two}");
    }

    #[test]
    fn a_signature_is_told_with_what_is_known_of_it() {
        let scheme = SchemeProperties::named("cls-a", "CLS A", Status::Active, "ars");
        assert_eq!(signed(Layer::Cls, &scheme), None);
        let over =
            SchemeProperties { debut: Some("2024".into()), fin: Some("2029".into()), ..scheme };
        assert_eq!(plain(&signed(Layer::Cls, &over).unwrap()), "de 2024 à 2029");
        let dated = SchemeProperties { signature: Some("2024-03-08".into()), ..over };
        assert_eq!(plain(&signed(Layer::Cls, &dated).unwrap()), "signé le 8 mars 2024");
    }

    #[test]
    fn the_title_names_what_is_compared_and_says_what_is_missing() {
        let names = ["Lyon", "Nice", "Aubenas"].map(str::to_owned);
        assert_eq!(comparison_title(&names), "Comparer Lyon, Nice et Aubenas");
        assert!(still_missing(1).is_some() && still_missing(2).is_none());
        assert_eq!(others_without_perimeter(Layer::Cls, 0), None);
    }
}
