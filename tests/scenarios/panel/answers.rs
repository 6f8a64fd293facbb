//! The answer for a territory: its sentences and counts.

use map::Layer;
use scenarios::{MapPage, SERVED, Window};

#[tokio::test]
async fn the_metropole_de_lyon_is_covered_by_active_cls_in_7_of_its_58_communes() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;

    page.touch(SERVED.point_of("epci-200046977", &page.view_of("69").await)).await;

    assert_eq!(page.heading().await, "Métropole de Lyon");
    let answer = page.answer(Layer::Cls).await;
    let expected = "7 des 58 communes sont dans un CLS actif";
    assert!(answer.text.contains(expected), "expected « {expected} », found:\n{}", answer.text);
}

#[tokio::test]
async fn the_departments_of_auvergne_rhone_alpes_list_27_departmental_and_8_regional_projects() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let departments = &SERVED.departments;
    let of_the_region = departments.iter().filter(|one| one.region.as_str() == "84");

    let mut found = Vec::new();
    for department in of_the_region {
        page.choose(&department.nom).await;
        let answer = page.answer(Layer::Projects).await;
        let [departmental, regional] =
            ["départementa", "régiona"].map(|reach| projects(&answer.text, reach));
        assert_eq!(answer.schemes.len(), departmental + regional, "in the list of {answer:#?}");
        found.push((department.nom.as_str(), departmental, regional));
    }

    assert_eq!(found.len(), 12, "departments: {found:?}");
    assert_eq!(found.iter().map(|(_, own, _)| own).sum::<usize>(), 27, "{found:?}");
    assert_eq!(found.iter().map(|(_, _, regional)| regional).sum::<usize>(), 8, "{found:?}");
}

#[tokio::test]
async fn haute_savoie_says_that_it_has_no_project_to_date() {
    let page = MapPage::visit(Window::Desk).await;

    page.choose("Haute-Savoie").await;

    assert_eq!(page.heading().await, "Haute-Savoie");
    let answer = page.answer(Layer::Projects).await;
    assert_eq!(answer.heading, "Projets labellisés « CNR Santé » 0");
    assert_eq!(answer.schemes, Vec::<String>::new());
    let expected = "Pas de projet labellisé à ce jour";
    assert!(answer.text.contains(expected), "expected « {expected} », found:\n{}", answer.text);
}

/// The number in « 2 projets départementaux et 1 projet régional », 0 where there is none.
fn projects(text: &str, reach: &str) -> usize {
    let words: Vec<&str> = text.split(' ').collect();
    let is_it = |three: &&[&str]| three[1].starts_with("projet") && three[2].starts_with(reach);
    words.windows(3).filter(is_it).find_map(|three| three[0].parse().ok()).unwrap_or(0)
}
