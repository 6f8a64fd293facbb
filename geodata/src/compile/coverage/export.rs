//! `couverture.csv`, for people who compute: comma, UTF-8, LF.

use super::classes::TerritoryClasses;
use crate::error::Error;
use map::{Amount, Class};
use serde::Serialize;

/// One class of one layer in one territory.
#[derive(Serialize)]
struct Row<'a> {
    niveau: &'a str,
    code: &'a str,
    couche: &'a str,
    classe: &'a str,
    communes: u32,
    population: u32,
    surface_ha: u32,
    part_communes: String,
    part_population: String,
    part_surface: String,
}

/// The bytes of `couverture.csv`: the amounts inside perimeters, by status, and the undocumented
/// ones. The rest is documented and in no perimeter. Communes covered in part are not counted as
/// communes; their inhabitants are those of the arrondissements covered.
pub(crate) fn export(territories: &[TerritoryClasses]) -> Result<Vec<u8>, Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let wrong = |error: &dyn std::fmt::Display| Error::form("couverture.csv", error);
    for territory in territories {
        for (layer, classes) in &territory.classes {
            for (&class, amount) in classes {
                if let Some(name) = class_name(class) {
                    let row = row(territory, layer.code(), name, *amount);
                    writer.serialize(row).map_err(|error| wrong(&error))?;
                }
            }
        }
    }
    writer.into_inner().map_err(|error| wrong(&error))
}

fn row<'a>(
    territory: &'a TerritoryClasses,
    layer: &'a str,
    class: &'a str,
    amount: Amount,
) -> Row<'a> {
    let whole = territory.whole;
    Row {
        niveau: territory.level.code(),
        code: &territory.code,
        couche: layer,
        classe: class,
        communes: amount.communes,
        population: amount.population,
        surface_ha: amount.surface_ha,
        part_communes: share(amount.communes, whole.communes),
        part_population: share(amount.population, whole.population),
        part_surface: share(amount.surface_ha, whole.surface_ha),
    }
}

/// From 0 to 1 with four decimals; empty where there is no whole to be a part of.
fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return String::new();
    }
    let text = format!("{:.4}", f64::from(part) / f64::from(whole));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The class in the table; none for areas that are documented and in no perimeter.
fn class_name(class: Class) -> Option<&'static str> {
    match class {
        Class::Active => Some("actif"),
        Class::InPreparation => Some("en_preparation"),
        Class::Unknown => Some("inconnu"),
        Class::Undocumented => Some("non_documente"),
        Class::None => None,
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
}
