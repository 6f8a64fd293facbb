//! Sentences on a scheme that announcements name: its dates, its page, the known part of its perimeter.

use super::status::status;
use crate::served::{CommuneName, KnownBy, SchemeProperties};
use crate::text::french::Gender;
use crate::text::{count, date, number, on, page_read, typographic};
use crate::{Layer, Status};

/// The status with its day: « en préparation, état de novembre 2025 ». `successor` is the name of the
/// scheme that follows.
pub fn standing(layer: Layer, scheme: &SchemeProperties, successor: Option<&str>) -> String {
    if let (Status::Expired, Some(name)) = (scheme.statut, successor) {
        let over = Gender::of(layer).pick("échu", "échue");
        return format!("{over}, suite\u{a0}: {}", typographic(name));
    }
    let words = status(layer, scheme.statut);
    match (scheme.statut, scheme.etat_du.as_deref()) {
        (Status::FormerState, Some(day)) => format!("état de {}, non compté", date(day)),
        (_, Some(day)) => format!("{words}, état de {}", date(day)),
        (Status::InPreparation, None) if scheme.page.is_some() => {
            format!("{words}, état non daté")
        }
        _ => words.to_owned(),
    }
}

/// The signature as far as it is known: « Signé le 8 mars 2024 », « Signé entre 2023 et novembre 2024 »,
/// « Signature annoncée pour 2026 ».
pub fn signatures(layer: Layer, scheme: &SchemeProperties) -> Vec<String> {
    let signed = Gender::of(layer).pick("Signé", "ACI signé");
    let between = scheme.signature_entre.as_deref().and_then(|text| text.split_once('/'));
    let announced = scheme.signature_annoncee.as_deref();
    [
        scheme.signature.as_deref().map(|day| format!("{signed} {}", on(day))),
        between.map(|(from, to)| format!("{signed} entre {} et {}", date(from), date(to))),
        announced.map(|day| format!("Signature annoncée pour {}", date(day))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The dates and counts that announcements give, a sentence each.
pub fn announced(layer: Layer, scheme: &SchemeProperties) -> Vec<String> {
    let generation = scheme.generation.map(|rank| match rank {
        1 => "Premier contrat".to_owned(),
        2 => "Deuxième contrat".to_owned(),
        3 => "Troisième contrat".to_owned(),
        rank => format!("{rank}e contrat"),
    });
    let population =
        scheme.population_annoncee.map(|people| count(people, "habitant", "habitants"));
    let communes = scheme.communes_annoncees.map(|all| count(all, "commune", "communes"));
    let announced: Vec<String> = [communes, population].into_iter().flatten().collect();
    let announced =
        (!announced.is_empty()).then(|| format!("Annoncé\u{a0}: {}", announced.join(", ")));
    let first = generation.into_iter().chain(signatures(layer, scheme));
    let all = first.chain(announced).chain(deduced(scheme));
    all.map(|text| format!("{text}.")).collect()
}

/// « Déduit : le mois de la signature, la fin ».
fn deduced(scheme: &SchemeProperties) -> Option<String> {
    let field = |name: &str| match name {
        "signature" => "la signature",
        "fin" => "la fin",
        "generation" => "la génération",
        "nom" => "le nom",
        "statut" => "l’échéance",
        _ => "la date",
    };
    let word = |token: &String| match token.split_once(':') {
        None => field(token).to_owned(),
        Some((name, part)) => {
            let part = match part {
                "annee" => "l’année",
                "mois" => "le mois",
                _ => "le jour",
            };
            format!("{part} de {}", field(name))
        }
    };
    let words: Vec<String> = scheme.deduit.iter().map(word).collect();
    (!words.is_empty()).then(|| format!("Déduit\u{a0}: {}", words.join(", ")))
}

/// The extent of a scheme that covers a part of communes: « une partie de Nice, la source ne dit pas
/// laquelle ; 2 autres communes ». `others` are the communes that it covers whole.
pub fn unknown_part(parts: &[CommuneName], others: u32) -> Option<String> {
    let names: Vec<String> = parts.iter().map(|one| typographic(&one.nom)).collect();
    let others = match others {
        0 => String::new(),
        1 => "\u{a0}; une autre commune entière".to_owned(),
        others => format!("\u{a0}; {} autres communes entières", number(others)),
    };
    (!names.is_empty()).then(|| {
        format!("une partie de {}, la source ne dit pas laquelle{others}", names.join(", "))
    })
}

/// The part of a perimeter that is known: « périmètre connu en partie : Bréhat, Molène ». None for a
/// perimeter that is whole.
pub fn known_part(scheme: &SchemeProperties, epci: &[&str]) -> Option<String> {
    if scheme.perimetre != Some(KnownBy::Partial) {
        return None;
    }
    const SHOWN: usize = 12;
    let communes = scheme.connues.iter().map(|one| one.nom.as_str());
    let names: Vec<String> = epci.iter().copied().chain(communes).map(typographic).collect();
    let more = names.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!(" et {more} autres") } else { String::new() };
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    let part = unknown_part(&scheme.en_partie, 0).map(|part| format!(" ({part})"));
    Some(match shown.is_empty() {
        true => format!("périmètre connu en partie{}", part.unwrap_or_default()),
        false => {
            format!("périmètre connu en partie\u{a0}: {shown}{more}{}", part.unwrap_or_default())
        }
    })
}

/// The publisher of the page of a scheme, with when it was read; none for a row of a list alone.
pub fn page_of(scheme: &SchemeProperties) -> Option<String> {
    Some(page_read(scheme.editeur.as_deref()?, scheme.lue.as_deref()))
}

/// The heading of schemes without a perimeter: « 5 CPTS existent aussi, périmètre non publié ici ».
pub fn existing_too(layer: Layer, all: u32) -> String {
    let title = layer.short_title();
    match all {
        1 => {
            let one = Gender::of(layer).pick("Un", "Une");
            format!("{one} {title} existe aussi, périmètre non publié ici")
        }
        all => format!("{} {title} existent aussi, périmètre non publié ici", number(all)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CommuneCode;

    fn scheme(statut: Status) -> SchemeProperties {
        SchemeProperties::named("cls-a", "CLS A", statut, "annonces")
    }

    #[test]
    fn a_status_says_its_day_and_what_follows() {
        let seen = |statut| {
            let scheme = SchemeProperties { etat_du: Some("2021-03".into()), ..scheme(statut) };
            standing(Layer::Cpts, &scheme, None)
        };
        assert_eq!(seen(Status::FormerState), "état de mars\u{a0}2021, non compté");
        assert_eq!(seen(Status::InPreparation), "en préparation, état de mars\u{a0}2021");
        let over = scheme(Status::Expired);
        assert_eq!(standing(Layer::Cls, &over, None), "échu, suite inconnue");
        assert_eq!(
            standing(Layer::Cls, &over, Some("CLS d'Agglopolys")),
            "échu, suite\u{a0}: CLS d’Agglopolys"
        );
        let undated = SchemeProperties { page: Some("p".into()), ..scheme(Status::InPreparation) };
        assert_eq!(standing(Layer::Cls, &undated, None), "en préparation, état non daté");
    }

    #[test]
    fn what_is_announced_is_told_in_sentences() {
        let scheme = SchemeProperties {
            signature: Some("2024-03-08".into()),
            signature_entre: Some("2023/2024-11".into()),
            generation: Some(2),
            communes_annoncees: Some(3),
            deduit: vec!["signature:mois".into(), "fin".into()],
            ..scheme(Status::Presumed)
        };
        assert_eq!(
            announced(Layer::Cls, &scheme),
            [
                "Deuxième contrat.",
                "Signé le 8\u{a0}mars\u{a0}2024.",
                "Signé entre 2023 et novembre\u{a0}2024.",
                "Annoncé\u{a0}: 3\u{a0}communes.",
                "Déduit\u{a0}: le mois de la signature, la fin.",
            ]
        );
    }

    #[test]
    fn a_part_that_no_source_delimits_has_no_share() {
        let nice = CommuneName { code: CommuneCode::new("06088").unwrap(), nom: "Nice".into() };
        assert_eq!(
            unknown_part(std::slice::from_ref(&nice), 2).unwrap(),
            "une partie de Nice, la source ne dit pas laquelle\u{a0}; 2 autres communes entières"
        );
        assert_eq!(unknown_part(&[], 2), None);
        let partial = SchemeProperties {
            perimetre: Some(KnownBy::Partial),
            connues: vec![nice],
            ..scheme(Status::NotEstablished)
        };
        assert_eq!(
            known_part(&partial, &["CC Vallées"]).unwrap(),
            "périmètre connu en partie\u{a0}: CC Vallées, Nice"
        );
    }

    #[test]
    fn schemes_without_a_perimeter_are_counted_in_words() {
        assert_eq!(existing_too(Layer::Cpts, 5), "5 CPTS existent aussi, périmètre non publié ici");
        assert_eq!(existing_too(Layer::Cls, 1), "Un CLS existe aussi, périmètre non publié ici");
    }
}
