use super::*;
use crate::served::SchemeProperties;

fn scheme(nom: &str, statut: Status, signature: Option<&str>) -> SchemeProperties {
    SchemeProperties {
        signature: signature.map(str::to_owned),
        ..SchemeProperties::named(nom, nom, statut, "ars")
    }
}

fn here<'a>(
    layer: Layer,
    degree: Option<Degree>,
    schemes: &'a [SchemeProperties],
    part: CoveredPart,
) -> LayerHere<'a> {
    let memberships = schemes.iter().map(|scheme| Membership { scheme, part }).collect();
    LayerHere { layer, degree, memberships }
}

fn answer(name: &str, layers: &[LayerHere], projects: ProjectsHere) -> String {
    commune_answer(name, layers, projects).replace('\u{a0}', " ")
}

#[test]
fn a_commune_in_both_is_told_in_one_sentence() {
    let cls = [scheme("CLS de Saint-Martin-d'Hères", Status::Active, None)];
    let cpts = [scheme("CPTS Sud-Est grenoblois", Status::NotEstablished, Some("2020-07-09"))];
    let layers = [
        here(Layer::Cls, Some(Degree::List), &cls, CoveredPart::Whole),
        here(Layer::Cpts, Some(Degree::Facts), &cpts, CoveredPart::Whole),
    ];
    assert_eq!(
        answer("Saint-Martin-d'Hères", &layers, ProjectsHere::Listed(0)),
        "Saint-Martin-d’Hères est dans le CLS de Saint-Martin-d’Hères (actif) et dans la CPTS \
         Sud-Est grenoblois (ACI signé le 9 juillet 2020) ; aucun projet labellisé n’y est situé."
    );
}

#[test]
fn an_absence_says_what_it_rests_on_and_never_outside_without_a_list() {
    let layers = |cls, cpts| {
        [
            here(Layer::Cls, cls, &[], CoveredPart::Whole),
            here(Layer::Cpts, cpts, &[], CoveredPart::Whole),
        ]
    };
    assert_eq!(
        answer("Aubenas", &layers(Some(Degree::List), None), ProjectsHere::Listed(1)),
        "Aubenas : aucun CLS, selon la liste de la région ; les CPTS n’y sont pas documentées ; \
         un projet labellisé y est situé."
    );
    let facts = answer("Rodez", &layers(Some(Degree::Facts), None), ProjectsHere::NotDocumented);
    assert_eq!(
        facts,
        "Rodez : aucun CLS n’y est connu, sans liste entière ; les CPTS n’y sont pas documentées ; \
         les projets labellisés n’y sont pas documentés."
    );
    assert!(!facts.contains("hors"));
}

#[test]
fn parts_of_a_city_are_told_once_for_all() {
    let cpts = ["CPTS Nice Est", "CPTS Nice Nord", "CPTS Nice Ouest"]
        .map(|name| scheme(name, Status::Unknown, None));
    let layers = [here(Layer::Cpts, Some(Degree::List), &cpts, CoveredPart::NotDelimited)];
    assert_eq!(
        answer("Nice", &layers, ProjectsHere::Listed(2)),
        "Nice est en partie dans la CPTS Nice Est, la CPTS Nice Nord et la CPTS Nice Ouest (statut \
         non précisé ; chacune une partie de Nice, la source ne dit pas laquelle) ; 2 projets \
         labellisés y sont situés."
    );
    let one = [here(Layer::Cpts, None, &cpts[..1], CoveredPart::NotDelimited)];
    assert!(
        answer("Nice", &one, ProjectsHere::Listed(0))
            .contains("; une partie de Nice, la source ne dit pas laquelle)")
    );
}

#[test]
fn a_scheme_in_preparation_or_over_is_not_one_that_a_commune_is_in() {
    let over = scheme("CLS de Chambéry", Status::Expired, None);
    let coming = scheme("CA Vichy", Status::InPreparation, None);
    let former = SchemeProperties {
        etat_du: Some("2021-03".into()),
        ..scheme("Contrat du Nord", Status::FormerState, None)
    };
    let only = [over.clone(), coming, former];
    let layers = [here(Layer::Cls, Some(Degree::List), &only, CoveredPart::Whole)];
    assert_eq!(
        answer("Chambéry", &layers, ProjectsHere::Listed(0)),
        "Chambéry : le CLS de Chambéry y est échu, suite inconnue ; le CLS « CA Vichy » y est en \
         préparation ; le Contrat du Nord y était en préparation en mars 2021 ; aucun projet \
         labellisé n’y est situé."
    );
    let both = [scheme("CLS II", Status::Active, None), over];
    let layers = [here(Layer::Cls, Some(Degree::List), &both, CoveredPart::Whole)];
    let sentence = answer("Chambéry", &layers, ProjectsHere::Listed(0));
    assert!(
        sentence.starts_with("Chambéry est dans le CLS II (actif) ; aucun projet"),
        "{sentence}"
    );
}

#[test]
fn beside_a_scheme_the_part_is_said_and_a_zero_is_that_of_a_list() {
    assert_eq!(part_of(CoveredPart::Whole, "Nice"), None);
    let part = part_of(CoveredPart::NotDelimited, "L'Île").unwrap();
    assert_eq!(part, "une partie de L’Île, la source ne dit pas laquelle");
    assert_eq!(no_scheme_here(Layer::Cpts), "Hors de toute CPTS de la liste de la région.");
}

#[test]
fn arrondissements_and_known_parts_are_said() {
    let cpts = [scheme("CPTS Sud", Status::Presumed, Some("2024-03"))];
    let sentence = |part| {
        let layers = [here(Layer::Cpts, Some(Degree::Facts), &cpts, part)];
        answer("Marseille", &layers, ProjectsHere::NotDocumented)
    };
    assert!(sentence(CoveredPart::Arrondissements).contains(
        "est en partie dans la CPTS Sud (présumée active, ACI signé en mars 2024 ; certains \
         arrondissements)"
    ));
    assert!(sentence(CoveredPart::OfKnownPart).contains("; périmètre connu en partie)"));
}
