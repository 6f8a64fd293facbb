//! The page at first: title, figures, legend, sources.

use map::{Layer, source_date};
use scenarios::{MapPage, SERVED, Window, plain};

#[tokio::test]
async fn the_first_visit_shows_what_the_map_knows() {
    let page = MapPage::visit(Window::Desk).await;

    assert_eq!(page.title().await, "Santé des territoires");
    assert_eq!(page.heading().await, "Ce que montre la carte");
    assert_eq!(page.choices().await, 101, "departments in the selector");
    let figures = page.figures().await;
    let numbers: Vec<&str> = figures.iter().map(|figure| figure.number.as_str()).collect();
    assert_eq!(numbers, ["368", "278", "35"], "CLS, CPTS and projects: {figures:?}");
    let text = page.panel_text().await;
    for known in ["8 régionaux", "27 départementaux", "23 dispositifs distincts"] {
        assert!(text.contains(known), "expected « {known} » in the panel, found:\n{text}");
    }
}

#[tokio::test]
async fn the_legend_counts_the_schemes_of_each_status() {
    let page = MapPage::visit(Window::Desk).await;

    assert_eq!(
        page.legend_rows(Layer::Cls).await,
        [
            "Actif 95",
            "Présumé actif 27",
            "En préparation 30",
            "Statut non établi 75",
            "Statut non précisé 2",
            "Échu, suite inconnue 63",
            "État ancien, non compté 8",
        ]
    );
    let seats = format!("Siège, périmètre non publié {}", SERVED.model.seats(Layer::Cpts).count());
    assert_eq!(
        page.legend_rows(Layer::Cpts).await,
        [
            "Active 35",
            "En préparation 2",
            "Statut non établi 17",
            "Statut non précisé 70",
            "État ancien, non compté 6",
            &seats,
        ]
    );
    assert_eq!(
        page.legend_rows(Layer::Projects).await,
        [
            "Par département 27",
            "Régionaux 8",
            "Département sans projet 1",
            "Lieu qu’une source nomme 17",
        ]
    );
}

#[tokio::test]
async fn the_data_page_names_every_source_with_its_publisher_and_date() {
    let page = MapPage::visit(Window::Desk).await;
    page.open_downloads().await;

    let lines = page.sources().await;
    let sources = &SERVED.manifest.sources;
    assert_eq!(lines.len(), sources.len(), "sources: {lines:#?}");
    for source in sources.values() {
        let facts = [source.titre.clone(), source.editeur.clone(), source_date(source)];
        let is_about = |line: &&String| facts.iter().all(|fact| line.contains(&plain(fact)));
        assert!(lines.iter().any(|line| is_about(&line)), "expected {facts:?}, found {lines:#?}");
    }
}
