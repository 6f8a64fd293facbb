//! A perimeter that the features of a layer list by codes beside drawing it.
//!
//! Codes are exact and a drawing is not: codes go first, and whatever the drawing says otherwise is
//! reported. The drawing decides where the codes cannot be read, and where a single code is only a
//! place in it, such as the commune of a seat.

use super::drawn::{HALF, SURELY_INSIDE, SURELY_OUTSIDE};
use super::overlay::Share;
use super::territories::Perimeter;
use crate::import::read::{Field, Record};
use crate::import::report::Report;
use crate::import::resolve::{Finder, Found, TerritoryRef};
use crate::problem::{Finding, Problem};
use map::EpciSiren;
use std::collections::{BTreeMap, BTreeSet};

/// The share below which a drawing does not touch a territory, but for its inaccuracy.
const BARELY_TOUCHED: f64 = 0.02;

/// The features of one scheme that list codes.
pub(super) struct Coded<'a, 'f> {
    pub finder: &'a Finder<'f>,
    /// The members of each intercommunality.
    pub members: &'a BTreeMap<&'f EpciSiren, Vec<usize>>,
    pub records: &'a [&'a Record],
}

/// A code, and the territory that it designates.
pub(super) struct FoundCode<'a> {
    record: &'a Record,
    field: Field,
    code: &'a str,
    found: Found,
}

/// What gives a perimeter: its codes or its drawing.
pub(super) enum Verdict<'a> {
    Listed(Vec<FoundCode<'a>>),
    Drawn,
    /// They have nothing in common, which is a problem.
    Refused,
}

/// How far codes and drawing agree.
enum Agreement {
    NotDrawn,
    /// The drawing touches none of the territories.
    Nothing,
    /// A single code, of a locality in a larger drawing.
    Locality,
    Most,
}

/// The communes of a list of codes.
#[derive(Default)]
struct Communes {
    whole: BTreeSet<usize>,
    /// Those of which arrondissements are listed.
    in_part: BTreeSet<usize>,
}

impl Communes {
    fn contains(&self, index: usize) -> bool {
        self.whole.contains(&index) || self.in_part.contains(&index)
    }
}

impl<'a> Coded<'a, '_> {
    /// Whether the codes or the drawing, of which `shares` are the communes, give the perimeter.
    pub(super) fn verdict(
        &self,
        shares: &[(usize, Share)],
        problems: &mut Vec<Problem>,
    ) -> Verdict<'a> {
        // Beside communes, an intercommunality only says where they lie.
        let levels: [&[Field]; 2] = [&[Field::Communes, Field::Arrondissements], &[Field::Epci]];
        let mut verdict = Verdict::Drawn;
        let mut warnings = Vec::new();
        for fields in levels {
            let Some((codes, unknown)) = self.codes(fields) else { continue };
            warnings.extend(unknown);
            if codes.is_empty() {
                continue;
            }
            match self.judged(codes, fields, shares, &mut warnings) {
                Verdict::Listed(codes) => {
                    problems.append(&mut warnings);
                    return Verdict::Listed(codes);
                }
                other => verdict = other,
            }
        }
        problems.append(&mut warnings);
        verdict
    }

    /// Adds codes to a perimeter and to the report.
    pub(super) fn take(
        &self,
        codes: Vec<FoundCode>,
        perimeter: &mut Perimeter,
        report: &mut Report,
    ) {
        for FoundCode { record, code, found, .. } in codes {
            perimeter.add(found.territory);
            report.count(&record.origin, code, found);
        }
    }

    /// The codes in some fields, or warnings of those that are unknown; none where there are none.
    fn codes(&self, fields: &[Field]) -> Option<(Vec<FoundCode<'a>>, Vec<Problem>)> {
        let (mut codes, mut unknown) = (Vec::new(), Vec::new());
        for &record in self.records {
            for &field in fields {
                for code in record.text(field).unwrap_or_default().split_whitespace() {
                    match self.found(code, field, record) {
                        Ok(found) => codes.push(FoundCode { record, field, code, found }),
                        Err(finding) => {
                            let oddity = format!(
                                "code laissé de côté, le dessin est suivi\u{a0}; attendu\u{a0}: {}",
                                finding.expected
                            );
                            let column = record.column(field);
                            unknown.push(record.origin.warning(column, code, oddity));
                        }
                    }
                }
            }
        }
        if !unknown.is_empty() {
            codes.clear();
        }
        (!codes.is_empty() || !unknown.is_empty()).then_some((codes, unknown))
    }

    fn found(&self, code: &str, field: Field, record: &Record) -> Result<Found, Finding> {
        let parts = &self.finder.checker.territories.arrondissements;
        let is_part = || parts.iter().any(|part| part.code.as_str() == code);
        match field {
            Field::Epci => self.finder.epci(code),
            Field::Arrondissements => self.finder.arrondissement(code),
            _ if is_part() => self.finder.arrondissement(code),
            _ => self.finder.commune(code, record),
        }
    }

    /// Compares codes with the drawing, and says where they differ.
    fn judged(
        &self,
        codes: Vec<FoundCode<'a>>,
        fields: &[Field],
        shares: &[(usize, Share)],
        problems: &mut Vec<Problem>,
    ) -> Verdict<'a> {
        let communes = self.communes(&codes);
        let Some(FoundCode { record, field, .. }) = codes.first() else { return Verdict::Drawn };
        let column = record.column(*field);
        let written = || listed(codes.iter().map(|code| code.code.to_owned()).collect());
        match self.agreement(&codes, fields, &communes, shares) {
            Agreement::Nothing => {
                let expected = format!(
                    "des codes que le dessin couvre (il ne touche aucun de leurs territoires\u{a0}; \
                     --champ {}= suit le dessin seul)",
                    field.code()
                );
                problems.push(record.origin.problem(column, &written(), expected));
                Verdict::Refused
            }
            Agreement::Locality => {
                let oddity =
                    "un seul code, et le dessin couvre davantage\u{a0}: le dessin est suivi";
                problems.push(record.origin.warning(column, &written(), oddity));
                Verdict::Drawn
            }
            Agreement::Most => {
                for (communes, oddity) in self.contradictions(&communes, shares) {
                    let oddity = format!("{oddity}\u{a0}; les codes sont suivis");
                    problems.push(record.origin.warning(column, &communes, oddity));
                }
                Verdict::Listed(codes)
            }
            Agreement::NotDrawn => Verdict::Listed(codes),
        }
    }

    fn agreement(
        &self,
        codes: &[FoundCode],
        fields: &[Field],
        communes: &Communes,
        shares: &[(usize, Share)],
    ) -> Agreement {
        let is_list = codes.len() > 1
            || fields.iter().any(|field| self.records.iter().any(|record| record.is_list(*field)));
        let inside = shares.iter().filter(|(index, _)| communes.contains(*index));
        let inside: f64 = inside.map(|(_, share)| share.of_perimeter).sum();
        // Of what lies on land: some draw the waters of an island too.
        let on_land: f64 = shares.iter().map(|(_, share)| share.of_perimeter).sum();
        let part = if on_land > 0.0 { inside / on_land } else { 0.0 };
        match part {
            _ if self.records.iter().all(|record| record.polygons.is_empty()) => {
                Agreement::NotDrawn
            }
            _ if part < BARELY_TOUCHED => Agreement::Nothing,
            _ if !is_list && part < HALF => Agreement::Locality,
            _ => Agreement::Most,
        }
    }

    /// The communes of codes.
    fn communes(&self, codes: &[FoundCode]) -> Communes {
        let territories = self.finder.checker.territories;
        let mut communes = Communes::default();
        for code in codes {
            match code.found.territory {
                TerritoryRef::Commune(index) => communes.whole.extend([index]),
                TerritoryRef::Arrondissement(index) => {
                    let commune = &territories.arrondissements[index].commune;
                    let known = territories.communes.binary_search_by(|one| one.code.cmp(commune));
                    communes.in_part.extend(known);
                }
                TerritoryRef::Epci(index) => {
                    let members = self.members.get(&territories.epci[index].code);
                    communes.whole.extend(members.into_iter().flatten());
                }
            }
        }
        // Communes without a contour are in no drawing, and parts stand for their commune.
        let Communes { whole, in_part } = &mut communes;
        let has_a_contour = |index: &usize| territories.communes[*index].surface_ha.is_some();
        whole.retain(|index| has_a_contour(index) && !in_part.contains(index));
        communes
    }

    /// The communes on which codes and drawing contradict each other, each with its oddity.
    fn contradictions(
        &self,
        communes: &Communes,
        shares: &[(usize, Share)],
    ) -> Vec<(String, &'static str)> {
        let share_of: BTreeMap<usize, f64> =
            shares.iter().map(|(index, share)| (*index, share.of_commune)).collect();
        let share = |index: &usize| share_of.get(index).copied().unwrap_or(0.0);
        let name = |index: &usize| {
            let commune = &self.finder.checker.territories.communes[*index];
            format!("{} {}", commune.code, commune.nom)
        };
        let outside = communes.whole.iter().filter(|index| share(index) < SURELY_OUTSIDE);
        let parts_outside = communes.in_part.iter().filter(|index| share(index) < BARELY_TOUCHED);
        let is_missing = |(index, share): &&(usize, Share)| {
            share.of_commune > SURELY_INSIDE && !communes.contains(*index)
        };
        let missing = shares.iter().filter(is_missing);
        let outside: Vec<String> = outside.chain(parts_outside).map(name).collect();
        let missing: Vec<String> = missing.map(|(index, _)| name(index)).collect();
        let both = [
            (outside, "dans les codes, hors du dessin"),
            (missing, "dans le dessin, absent des codes"),
        ];
        let some = both.into_iter().filter(|(communes, _)| !communes.is_empty());
        some.map(|(communes, oddity)| (listed(communes), oddity)).collect()
    }
}

/// The first of some names or codes, and the number of the others.
fn listed(mut names: Vec<String>) -> String {
    const SHOWN: usize = 5;
    let others = names.len().saturating_sub(SHOWN);
    names.truncate(SHOWN);
    match others {
        0 => names.join(", "),
        1 => format!("{} et 1 autre", names.join(", ")),
        _ => format!("{} et {others} autres", names.join(", ")),
    }
}
