//! The answer for a department and for an intercommunality.

use crate::fixture::{LYON, OISE, RHONE, SAVOIE, communes, records};
use crate::{assert_in_order, text};
use map::served::{
    CommuneName, Field, Indicator, KnownBy, Precision, RegionDegree, SchemeProperties, Statement,
};
use map::{
    CommuneCode, Degree, DepartmentCode, EpciSiren, Layer, Level, Records, RegionCode, Status,
    Subject, Territory,
};

/// The answer as a document would have it: with links, and a word for the controls.
fn answer(territory: Territory) -> String {
    answer_from(&records(), territory)
}

fn answer_from(records: &Records, territory: Territory) -> String {
    crate::answer_to(records, &territory.into())
}

#[test]
fn a_department_says_what_it_is_and_which_schemes_cover_how_much_of_it() {
    let answer = text(&answer(RHONE));
    assert_in_order(
        &answer,
        &[
            "Rhône commandes",
            "2 CLS CPTS non documentées",
            "2 projets",
            "Rhône : 2 CLS, 72 % de la population dans un CLS actif ; les CPTS n’y sont pas \
             documentées ; 2 projets labellisés.",
            "Département 69 Auvergne-Rhône-Alpes",
            "58 communes 1 400 000 habitants 534 km²",
            "Contrats locaux de santé 2",
            "pour qui vit ici, des soins et une prévention mieux organisés près de chez soi.",
            "10 des 58 communes sont dans un CLS actif : 1 008 000 habitants, 72 % de la population.",
            "2 des 58 communes sont dans un CLS en préparation",
            "46 des 58 communes sont hors des CLS de la liste",
            "CLS de Lyon actif , de 2024 à 2029 · 10 communes sur 58, 72 % de la population",
            "Périmètre selon la carte de l’ARS.",
            "cls.example/lyon",
            "CLS des Pentes en préparation , depuis le 8 mars 2024 · 2 communes sur 58",
            "Périmètre : 1er, 2e arrondissements.",
            "Source : Ville de Lyon, non daté",
            "Source : ARS, non daté, relevé le 4 mars 2026",
        ],
    );
}

#[test]
fn a_layer_without_a_list_is_not_a_layer_without_schemes() {
    let rhone = text(&answer(RHONE));
    assert_in_order(
        &rhone,
        &[
            "Communautés professionnelles territoriales de santé",
            "Non documenté. Nous ne disposons d’aucune liste de CPTS pour la région \
             Auvergne-Rhône-Alpes.",
            "Projets labellisés",
        ],
    );
    let savoie = text(&answer(SAVOIE));
    assert_in_order(
        &savoie,
        &[
            "Contrats locaux de santé 0",
            "Aucun CLS ici, selon la liste de la région.",
            "Toutes les communes (58) sont hors des CLS de la liste",
            "Pas de projet labellisé à ce jour : la source le dit expressément.",
        ],
    );
    let oise = text(&answer(OISE));
    assert_in_order(
        &oise,
        &[
            "Val-d’Oise",
            "Contrats locaux de santé",
            "Non documenté.",
            "pour la région Île-de-France ; la seule que nous ayons porte sur Auvergne-Rhône-Alpes.",
            "Non documenté. Nous ne disposons d’aucune liste de projets pour cette région.",
        ],
    );
}

#[test]
fn an_intercommunality_leads_to_its_departments_and_sorts_their_projects_by_where_they_are() {
    let html = answer(LYON);
    assert!(html.contains("<a href=\"Territory(Department(1))\">Savoie</a>"), "{html}");
    assert_in_order(
        &text(&html),
        &[
            "Métropole de Lyon commandes",
            "1 projet labellisé ici, 1 dans son département.",
            "Métropole à statut particulier",
            "Départements : Rhône , Savoie",
            "72 % de la population.",
            "Projets labellisés « CNR Santé »",
            "Ici : 1",
            "Maison de l’enfance départemental · Lyon · dispositif labellisé 2 fois dans la région",
            "Porteur : Ville de Lyon Objectifs Accueillir.",
            "Dans tout le département : 1",
            "Maison de l’enfance régional",
        ],
    );
}

#[test]
fn a_project_of_another_intercommunality_is_elsewhere_and_one_in_words_is_in_some_part() {
    let mut records = records();
    for commune in records.file.projects.iter_mut().flat_map(|one| &mut one.lieux) {
        commune.epci = EpciSiren::new("200070308").ok();
    }
    records.file.facts.complements.push(Statement {
        dispositif: "deux".into(),
        champ: Field::Lieu,
        valeur: "Ardèche méridionale".into(),
        date: None,
        source: "ars".into(),
        note: None,
    });
    assert_in_order(
        &text(&answer_from(&records, LYON)),
        &[
            "aucun projet labellisé n’y est situé, 2 dans son département.",
            "Aucun projet labellisé n’y est situé.",
            "Dans une partie du département que la source ne délimite pas : 1",
            "· Ardèche méridionale",
            "Ailleurs dans le département : 1",
        ],
    );
}

#[test]
fn an_intercommunality_lists_its_communes_once_they_are_at_hand() {
    let mut records = records();
    assert!(!text(&answer_from(&records, LYON)).contains("Bron"));
    records.communes.insert(0, communes());
    assert_in_order(
        &text(&answer_from(&records, LYON)),
        &["2 communes", "Bron 40 000 habitants", "Lyon 520 000 habitants"],
    );
}

#[test]
fn a_status_that_no_row_has_and_a_source_that_all_share_are_said_once() {
    let mut records = records();
    for scheme in &mut records.file.cls {
        scheme.statut = Status::Unknown;
        scheme.source = "ars".into();
    }
    let rhone = text(&answer_from(&records, RHONE));
    assert_eq!(rhone.matches("La source n’en précise pas le statut.").count(), 1);
    assert!(!rhone.contains("statut non précisé"), "{rhone}");
    let section = rhone.split("Communautés professionnelles").next().unwrap();
    assert_eq!(section.matches("Source : ARS, non daté").count(), 1, "{section}");
}

#[test]
fn schemes_that_share_communes_are_said_not_to_add_up() {
    let mut records = records();
    assert!(!text(&answer_from(&records, LYON)).contains("à la fois"));
    for coverage in records.file.coverage.values_mut() {
        let all = coverage.dispositifs.get("cls-lyon").copied();
        coverage.dispositifs.extend(all.map(|amount| ("cls-pente".to_owned(), amount)));
    }
    let answer = text(&answer_from(&records, LYON));
    assert!(answer.contains("Des communes sont dans plusieurs CLS à la fois :"), "{answer}");
}

#[test]
fn a_figure_that_is_published_stands_where_nothing_is_documented() {
    let mut records = records();
    records.file.facts.indicateurs.push(Indicator {
        libelle: "Contrats locaux de santé signés".into(),
        valeur: 34.0,
        unite: "contrats".into(),
        precision: Precision::Exact,
        niveau: Level::Region,
        code: "11".into(),
        date: Some("2023-10-17".into()),
        desaccord: None,
        ..records.file.facts.indicateurs[0].clone()
    });
    assert_in_order(
        &text(&answer_from(&records, OISE)),
        &[
            "Contrats locaux de santé",
            "Non documenté.",
            "Publié (Île-de-France) : Contrats locaux de santé signés, 34 contrats, au 17 octobre 2023, selon ARS. Source : ARS",
            "Communautés professionnelles",
        ],
    );
    let region = text(&answer_from(&records, Territory::Region(1)));
    assert_in_order(
        &region,
        &[
            "Île-de-France",
            "Région",
            "Publié et calculé, côte à côte",
            "CLS : nombre 34 contrats, 17 octobre 2023 non documenté",
            "CLS : part de la population rien non documenté",
        ],
    );
}

#[test]
fn a_region_has_what_is_published_beside_what_is_computed() {
    let region = text(&answer_from(&records(), Territory::Region(0)));
    assert_in_order(
        &region,
        &[
            "Auvergne-Rhône-Alpes",
            "Région",
            "Publié et calculé, côte à côte",
            "CPTS : part de la population rien non documenté",
            "Appel à projets : Innover Clos en septembre 2025.",
        ],
    );
}

#[test]
fn the_bar_has_a_part_for_each_class_as_wide_as_its_share_of_the_population() {
    let html = answer(LYON);
    for part in [
        "class=\"part part-active\" style=\"width:72.0%;\"",
        "class=\"part part-preparation\" style=\"width:7.1%;\"",
        "class=\"part part-none\" style=\"width:20.9%;\"",
    ] {
        assert!(html.contains(part), "expected {part} in {html}");
    }
}

#[test]
fn figures_that_disagree_stand_side_by_side_and_those_of_the_region_are_folded_away() {
    let html = answer(RHONE);
    assert_in_order(
        &text(&html),
        &[
            "Aussi publié sur ce territoire",
            "Structures labellisées près de 1 250 structures · juin 2025",
            "une autre source oppose : près de 1 300 structures (Structures labellisées, juin 2025).",
            "Publié pour la région Auvergne-Rhône-Alpes",
            "Appel à projets : Innover Clos en septembre 2025. Thèmes Prévention",
        ],
    );
    assert!(html.contains("<details class=\"layer-answer layer-answer-facts\"><summary>"));
}

#[test]
fn a_list_of_more_than_a_year_is_said_to_be_old() {
    const OLD: &str = "De plus d’un an au 5 mars 2027";
    let mut records = records();
    for (day, is_old) in [("2027-03-05", true), ("2027-03-04", false)] {
        records.file.manifest.etat = Some(day.to_owned());
        assert_eq!(text(&answer_from(&records, RHONE)).contains(OLD), is_old, "{day}");
    }
}

#[test]
fn the_announcement_is_one_sentence() {
    let announcement =
        |territory| text(&answers::announcement(&records(), &Subject::from(territory)));
    assert_eq!(announcement(RHONE), "Rhône : 2 CLS, CPTS non documentées, 2 projets.");
    assert_eq!(announcement(SAVOIE), "Savoie : aucun CLS, CPTS non documentées, aucun projet.");
    assert_eq!(
        announcement(OISE),
        "Val-d’Oise : CLS non documentés, CPTS non documentées, projets non documentés."
    );
}

/// A CPTS of the Val-d’Oise that an announcement names without its perimeter.
fn announced() -> SchemeProperties {
    SchemeProperties {
        departements: DepartmentCode::new("95").into_iter().collect(),
        perimetre: Some(KnownBy::Partial),
        connues: vec![CommuneName {
            code: CommuneCode::new("95500").unwrap(),
            nom: "Pontoise".into(),
        }],
        etat_du: Some("2021-03".into()),
        reserve: Some("Date de signature inconnue.".into()),
        page: Some("https://exemple.fr/cpts".into()),
        editeur: Some("ARS Île-de-France".into()),
        lue: Some("2026-11".into()),
        ..SchemeProperties::named("cpts-a", "CPTS A", Status::FormerState, "annonces-2026-11")
    }
}

#[test]
fn schemes_without_a_perimeter_are_counted_in_words_with_their_pages() {
    let mut records = records();
    records.file.manifest.etat = Some("2026-11-27".into());
    records.file.manifest.degres.push(RegionDegree {
        couche: Layer::Cpts,
        region: RegionCode::new("11").unwrap(),
        degre: Degree::Facts,
        dispositifs: 1,
        avec_perimetre: 0,
    });
    records.file.cpts.push(announced());
    assert_eq!(
        answers::announcement(&records, &OISE.into()).replace('\u{a0}', " "),
        "Val-d’Oise : CLS non documentés, aucune CPTS connue, projets non documentés."
    );
    let html = answer_from(&records, OISE);
    assert!(html.contains("href=\"https://exemple.fr/cpts\""), "{html}");
    assert_in_order(
        &text(&html),
        &[
            "Aucune CPTS connue ici. Dans cette région, sans liste entière",
            "Une CPTS existe aussi, périmètre non publié ici, dans le département",
            "CPTS A",
            "état de mars 2021, non compté",
            "périmètre connu en partie : Pontoise",
            "Date de signature inconnue.",
            "Source : ARS Île-de-France, page lue en novembre 2026",
            "Statuts au 27 novembre 2026",
        ],
    );
}
