//! The rows of `couverture.csv`, for people who compute.

use super::classes::TerritoryClasses;
use map::{Amount, Class};

/// The rows of a territory: the amount in every class of every layer, as in the JSON file, with
/// the territory's `name` beside its code. Communes covered in part are not counted as communes;
/// their inhabitants and hectares are those of the arrondissements covered. The cells are in the order of the
/// fields of `couverture.schema.json`.
pub(crate) fn export_rows<'a>(
    territory: &'a TerritoryClasses,
    name: &'a str,
) -> impl Iterator<Item = Vec<String>> + 'a {
    territory.classes.iter().flat_map(move |(layer, classes)| {
        let row = |(&class, amount)| row(territory, name, layer.code(), class_name(class), amount);
        classes.iter().map(row)
    })
}

fn row(
    territory: &TerritoryClasses,
    name: &str,
    layer: &str,
    class: &str,
    amount: &Amount,
) -> Vec<String> {
    let whole = territory.whole;
    vec![
        territory.level.code().to_owned(),
        territory.code.clone(),
        name.to_owned(),
        layer.to_owned(),
        class.to_owned(),
        amount.communes.to_string(),
        amount.communes_en_partie.to_string(),
        amount.population.to_string(),
        amount.surface_ha.to_string(),
        share(amount.communes, whole.communes),
        share(amount.population, whole.population),
        share(amount.surface_ha, whole.surface_ha),
    ]
}

/// From 0 to 1 with four decimals; empty where there is no whole to be a part of.
fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return String::new();
    }
    let text = format!("{:.4}", f64::from(part) / f64::from(whole));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The class as the JSON file names it.
fn class_name(class: Class) -> &'static str {
    match class {
        Class::Active => "actif",
        Class::Presumed => "presume",
        Class::InPreparation => "en_preparation",
        Class::NotEstablished => "non_etabli",
        Class::Unknown => "inconnu",
        Class::Expired => "echu",
        Class::FormerState => "etat_ancien",
        Class::None => "aucun",
        Class::NotKnown => "non_connu",
        Class::Undocumented => "non_documente",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_run_from_zero_to_one() {
        assert_eq!(share(0, 58), "0");
        assert_eq!(share(10, 58), "0.1724");
        assert_eq!(share(58, 58), "1");
        assert_eq!(share(1, 2), "0.5");
        assert_eq!(share(0, 0), "", "no inhabitant, no share");
    }

    #[test]
    fn a_class_has_the_same_name_in_both_files() {
        for class in [
            Class::Active,
            Class::Presumed,
            Class::InPreparation,
            Class::NotEstablished,
            Class::Unknown,
            Class::Expired,
            Class::FormerState,
            Class::None,
            Class::NotKnown,
            Class::Undocumented,
        ] {
            assert_eq!(serde_json::to_value(class).unwrap(), class_name(class));
        }
    }
}
