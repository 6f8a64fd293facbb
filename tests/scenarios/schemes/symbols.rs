//! Discs, pins, seats and places on the map, by mouse and finger; Escape leads up from each.

use map::{Layer, Marked, Subject, SubjectKey, Territory, Viewport};
use scenarios::{Key, MapPage, SERVED, Window};

/// The departments of the regional projects of Auvergne-Rhône-Alpes.
const WITH_REGIONAL: [&str; 8] = ["15", "26", "38", "42", "43", "63", "69", "73"];

/// The key of Auvergne-Rhône-Alpes.
const REGION: &str = "region-84";

#[tokio::test]
async fn the_disc_of_a_department_names_its_projects_and_leads_to_them() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let view = page.view_of_country().await;
    let rhone = SERVED.territory("departement-69");
    let at = page.point_of_symbol(&view, |marked| *marked == Marked::Projects(rhone)).await;
    let card = page.card_at(at).await.unwrap();
    assert_eq!(card.title, "5 projets, Rhône");
    assert_eq!(card.lines.len(), 5, "{card:?}");

    page.touch(at).await;
    assert_eq!(page.heading().await, "Rhône");
    assert_eq!(page.shown_address().await.split('#').next(), Some("territoire/departement-69/"));
    assert!(page.sees_projects().await, "the panel shows the projects");
    page.focus_map().await;
    page.press_key(Key::Escape).await;
    assert_eq!(page.heading().await, "Auvergne-Rhône-Alpes");
}

#[tokio::test]
async fn a_finger_on_the_disc_of_a_department_opens_it() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.visit_address(&format!("territoire/{REGION}/")).await;
    let view = page.view_around(SERVED.territory(REGION)).await;
    let rhone = SERVED.territory("departement-69");
    let at = page.point_of_symbol(&view, |marked| *marked == Marked::Projects(rhone)).await;
    page.tap(at).await;
    assert_eq!(page.heading().await, "Rhône");
}

#[tokio::test]
async fn the_regional_disc_outlines_the_eight_departments_of_its_projects() {
    for window in [Window::Desk, Window::Phone] {
        let page = MapPage::visit_without_motion(window).await;
        let view = page.view_of_country().await;
        let region = SERVED.territory(REGION);
        let at = page.point_of_symbol(&view, |marked| *marked == Marked::Projects(region)).await;
        if window == Window::Desk {
            let card = page.card_at(at).await.unwrap();
            assert!(card.title.starts_with("8 projets régionaux"), "{card:?}");
            assert_eight(&page, &view).await;
        }
        page.touch(at).await;
        assert_eq!(page.heading().await, "Auvergne-Rhône-Alpes");
        assert_eight(&page, &view).await;
    }
}

#[tokio::test]
async fn the_pin_of_a_project_names_it_and_leads_to_it() {
    let subject = SERVED.scheme("cnr-03-2");
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address("territoire/departement-03/").await;
    let view = page.view_of("03").await;
    assert_leads(&page, &view, &subject, "Projet labellisé « CNR Santé »").await;
    assert_eq!(page.shown_address().await.split('#').next(), Some("dispositif/cnr-03-2/"));
}

#[tokio::test]
async fn the_seat_of_a_scheme_without_a_perimeter_names_it_and_leads_to_it() {
    let subject = seat();
    let department = around(&subject);
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{}/", SERVED.model.key(department))).await;
    let view = page.view_around(department).await;
    assert_leads(&page, &view, &subject, "; siège").await;
    assert!(page.shown_address().await.starts_with("dispositif/"));
}

#[tokio::test]
async fn a_named_place_says_its_kind_and_leads_to_it() {
    let subject = place();
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address("territoire/departement-72/").await;
    let view = page.view_of("72").await;
    assert_leads(&page, &view, &subject, "").await;
    let shown = page.shown_address().await;
    assert!(shown.starts_with("#lieu-conference-sante-mayet"), "{shown}");
    page.reload().await;
    assert_eq!(page.heading().await, name(&subject), "a reload keeps it");
}

#[tokio::test]
async fn a_finger_opens_a_pin_a_seat_and_a_place() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    for subject in [SERVED.scheme("cnr-03-2"), seat(), place()] {
        let department = around(&subject);
        page.visit_address(&format!("territoire/{}/", SERVED.model.key(department))).await;
        let view = page.view_around(department).await;
        let at = page.point_of_symbol(&view, |marked| is_first(marked, &subject)).await;
        page.tap(at).await;
        assert_eq!(page.heading().await, name(&subject));
    }
}

/// The card of its symbol says name and kind; a click opens it; Escape leads to what is around.
async fn assert_leads(page: &MapPage, view: &Viewport, subject: &Subject, kind: &str) {
    let at = page.point_of_symbol(view, |marked| is_first(marked, subject)).await;
    let card = page.card_at(at).await.unwrap();
    assert_eq!(card.title, name(subject));
    assert!(card.lines.iter().any(|line| line.ends_with(kind)), "{card:?}");
    assert!(page.layer_rects().await.hover.is_some(), "{card:?} is outlined");

    page.touch(at).await;
    assert_eq!(page.heading().await, name(subject));
    let within = SERVED.model.within(subject).unwrap();
    let shown = page.shown_address().await;
    page.focus_map().await;
    page.press_key(Key::Escape).await;
    assert_eq!(page.heading().await, name(&within.into()), "up from {card:?}");
    page.back().await;
    assert_eq!(page.shown_address().await, shown, "back returns");
    assert_eq!(page.heading().await, name(subject));
}

async fn assert_eight(page: &MapPage, view: &Viewport) {
    let of_region = |index: &usize| SERVED.departments[*index].region.as_str() == "84";
    let all: Vec<usize> = (0..SERVED.departments.len()).filter(of_region).collect();
    let anchor =
        |index: &usize| view.screen_from_map(SERVED.model.anchor(Territory::Department(*index)));
    let outlined = page.are_outlined(&all.iter().map(anchor).collect::<Vec<_>>()).await;
    let codes = all.iter().zip(outlined).filter(|(_, is_in)| *is_in);
    let codes: Vec<&str> =
        codes.map(|(index, _)| SERVED.departments[*index].code.as_str()).collect();
    assert_eq!(codes, WITH_REGIONAL);
}

/// Whether a symbol stands for that subject before all others at its point.
fn is_first(marked: &Marked, subject: &Subject) -> bool {
    matches!(marked, Marked::Signs(subjects) if subjects.first() == Some(subject))
}

/// A scheme that the map shows by its seat alone, where no other sign is.
fn seat() -> Subject {
    let layers = [Layer::Cpts, Layer::Cls];
    let mut seats = layers.into_iter().flat_map(|layer| SERVED.model.seats(layer));
    let is_alone = |at: map::MapPoint| {
        SERVED.model.signs.iter().filter(|sign| sign.at.squared_distance(at) < 1e8).count() == 1
    };
    seats.find(|seat| is_alone(seat.at)).unwrap().subject.clone()
}

fn place() -> Subject {
    let key = SubjectKey::Venue("conference-sante-mayet".to_owned());
    SERVED.records.subject(&key).unwrap()
}

/// The department around a subject with one sign.
fn around(subject: &Subject) -> Territory {
    let at = SERVED.model.signs_of(subject).next().unwrap();
    let cell = SERVED.model.cell_at(at).unwrap();
    Territory::Department(SERVED.model.cells[cell as usize].department as usize)
}

fn name(subject: &Subject) -> String {
    scenarios::plain(&map::text::typographic(SERVED.records.name_of(subject)))
}
