//! `fiches.bin`: the records with codes as numbers and coverage by index.
//!
//! Codes as text and identifiers as keys would take 10 KB more after brotli.

use crate::served::{
    RecordsFile, TerritoryCoverage, TerritoryProperties, delta_decode, delta_encode,
};
use crate::{Amount, Class, CommuneCode, Layer, Level, TerritoryKey};
use serde::{Deserialize, Serialize};

/// The records as they are served.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackedRecords {
    /// Without the communes of schemes and without coverage.
    file: RecordsFile,
    /// The communes of each CLS, then of each CPTS, as delta-encoded numbers.
    communes: Vec<Vec<u32>>,
    /// The coverage of each territory that has some.
    coverage: Vec<CoverageRow>,
}

/// The coverage of one territory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct CoverageRow {
    level: Level,
    /// Its index among the territories of its level.
    index: u32,
    classes: Vec<ClassRow>,
    schemes: Vec<SchemeShare>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct ClassRow {
    layer: Layer,
    class: Class,
    /// None for the whole territory.
    amount: Option<Amount>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SchemeShare {
    /// Its index among the CLS, then the CPTS.
    scheme: u32,
    /// None for the whole territory.
    amount: Option<Amount>,
}

impl PackedRecords {
    /// Packs records. A commune list that does not rise comes back sorted.
    pub fn pack(mut file: RecordsFile) -> Self {
        let coverage = std::mem::take(&mut file.coverage);
        let row = |(key, coverage): (TerritoryKey, TerritoryCoverage)| row(&file, &key, coverage);
        let coverage = coverage.into_iter().filter_map(row).collect();
        let pack = |communes: &mut Vec<CommuneCode>| {
            let mut numbers: Vec<u32> = std::mem::take(communes).iter().map(number_of).collect();
            numbers.sort_unstable();
            delta_encode(numbers)
        };
        let schemes = file.cls.iter_mut().chain(&mut file.cpts);
        let communes = schemes.map(|one| pack(&mut one.communes)).collect();
        Self { file, communes, coverage }
    }

    /// The records again. What leads nowhere in damaged ones is left out.
    pub fn unpack(self) -> RecordsFile {
        let Self { mut file, communes, coverage } = self;
        let coverage = coverage.into_iter().filter_map(|row| unpacked(&file, row)).collect();
        let schemes = file.cls.iter_mut().chain(&mut file.cpts);
        for (scheme, deltas) in schemes.zip(&communes) {
            scheme.communes = delta_decode(deltas).into_iter().filter_map(code_of).collect();
        }
        RecordsFile { coverage, ..file }
    }
}

fn row(file: &RecordsFile, key: &TerritoryKey, coverage: TerritoryCoverage) -> Option<CoverageRow> {
    let index = index_of(file, key)?;
    let whole = whole(file, key.level, index);
    let part = |amount: Amount| (Some(amount) != whole).then_some(amount);
    let classes = coverage.couches.into_iter().flat_map(|(layer, classes)| {
        let row = move |(class, amount)| ClassRow { layer, class, amount: part(amount) };
        classes.into_iter().map(row).collect::<Vec<_>>()
    });
    let schemes = || file.cls.iter().chain(&file.cpts);
    let share = |(id, amount): (String, Amount)| {
        let scheme = schemes().position(|one| one.id == id)? as u32;
        Some(SchemeShare { scheme, amount: part(amount) })
    };
    Some(CoverageRow {
        level: key.level,
        index: index as u32,
        classes: classes.collect(),
        schemes: coverage.dispositifs.into_iter().filter_map(share).collect(),
    })
}

fn unpacked(file: &RecordsFile, row: CoverageRow) -> Option<(TerritoryKey, TerritoryCoverage)> {
    let index = row.index as usize;
    let code = territories(file, row.level)?.get(index)?.code.clone();
    let whole = whole(file, row.level, index);
    let mut coverage = TerritoryCoverage::default();
    for one in row.classes {
        let classes = coverage.couches.entry(one.layer).or_default();
        classes.insert(one.class, one.amount.or(whole)?);
    }
    for one in row.schemes {
        let scheme = file.cls.iter().chain(&file.cpts).nth(one.scheme as usize)?;
        coverage.dispositifs.insert(scheme.id.clone(), one.amount.or(whole)?);
    }
    Some((TerritoryKey { level: row.level, code }, coverage))
}

fn territories(file: &RecordsFile, level: Level) -> Option<&[TerritoryProperties]> {
    match level {
        Level::Region => Some(&file.regions),
        Level::Department => Some(&file.departments),
        Level::Epci => Some(&file.epci),
        _ => None,
    }
}

fn index_of(file: &RecordsFile, key: &TerritoryKey) -> Option<usize> {
    territories(file, key.level)?.iter().position(|one| one.code == key.code)
}

/// The amount of a whole territory.
fn whole(file: &RecordsFile, level: Level, index: usize) -> Option<Amount> {
    let territory = territories(file, level)?.get(index)?;
    Some(Amount {
        communes: territory.communes,
        communes_en_partie: 0,
        population: territory.population,
        surface_ha: territory.surface_ha,
    })
}

/// A code as a number that rises as codes do; its second character may be A or B.
fn number_of(code: &CommuneCode) -> u32 {
    let digit = |letter: u8| {
        u32::from(if letter.is_ascii_digit() { letter - b'0' } else { letter - b'A' + 10 })
    };
    let mut digits = code.as_str().bytes().map(digit);
    let start = digits.next().unwrap_or_default() * SECOND + digits.next().unwrap_or_default();
    digits.fold(start, |number, digit| number * 10 + digit)
}

/// The values of the second character of a code: ten digits, A and B.
const SECOND: u32 = 12;

fn code_of(number: u32) -> Option<CommuneCode> {
    let (start, rest) = (number / 1000, number % 1000);
    let second = char::from_digit(start % SECOND, SECOND)?.to_ascii_uppercase();
    CommuneCode::new(&format!("{}{second}{rest:03}", start / SECOND)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_comes_back_from_its_number_in_the_order_of_codes() {
        let codes = ["01001", "29900", "2A004", "2B366", "30001", "75056", "97424"]
            .map(|code| CommuneCode::new(code).unwrap());
        let numbers = codes.each_ref().map(number_of);
        assert!(numbers.is_sorted());
        assert_eq!(numbers.map(|number| code_of(number).unwrap()), codes);
        assert_eq!(code_of(u32::MAX), None);
    }
}
