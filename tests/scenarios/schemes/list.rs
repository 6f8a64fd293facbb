//! The links of the panel: what they outline on the map, where they lead, by each input.

use map::{ScreenPoint, Subject, Viewport};
use scenarios::{Key, MapPage, Rect, SERVED, Window};

use super::LYON;

/// A CLS and a CPTS of one commune in the Métropole de Lyon.
const VENISSIEUX: [(&str, &str); 2] =
    [("cls-venissieux", "CLS Vénissieux"), ("cpts-de-venissieux", "CPTS de Vénissieux")];

/// The three CPTS that share Nice.
const NICE: [&str; 3] =
    ["cpts-nice-centre-nice-est", "cpts-nice-nord-et-ses-collines", "cpts-nice-ouest-vallee"];

/// The width by which a stroke reaches beyond its outline, in CSS pixels, with some rounding.
const STROKE: f64 = 16.0;

#[tokio::test]
async fn a_cls_or_a_cpts_under_the_mouse_in_the_list_is_outlined_on_the_map() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{LYON}/")).await;
    let view = page.view_around(SERVED.territory(LYON)).await;
    for (id, name) in VENISSIEUX {
        page.point_at_link(name).await;
        assert_outlined(&page, &SERVED.scheme(id), &view).await;

        page.point_at_button("Agrandir").await;
        assert_eq!(page.layer_rects().await.hover, None, "the mouse has left {name}");
    }
}

#[tokio::test]
async fn a_link_of_the_list_opens_its_scheme_and_back_returns_and_a_reload_keeps_it() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for (id, name) in VENISSIEUX {
        page.visit_address(&format!("territoire/{LYON}/")).await;
        page.follow_link(name).await;
        assert_eq!(page.heading().await, name);
        assert_eq!(page.shown_address().await, format!("dispositif/{id}/"));

        page.back().await;
        assert_eq!(page.heading().await, "Métropole de Lyon");
        page.forward().await;
        assert_eq!(page.heading().await, name);

        page.reload().await;
        assert_eq!(page.heading().await, name);
        assert_eq!(page.shown_address().await, format!("dispositif/{id}/"));
    }
}

#[tokio::test]
async fn a_link_of_the_list_has_a_true_address_and_opens_in_another_tab() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{LYON}/")).await;
    for (tabs, (id, name)) in (2..).zip(VENISSIEUX) {
        assert_eq!(page.target_of_link(name).await, format!("dispositif/{id}/"));
        assert_eq!(page.open_link_in_tab(name).await, tabs, "tabs");
        assert_eq!(page.heading().await, "Métropole de Lyon", "this tab stays where it is");
    }
}

#[tokio::test]
async fn the_keyboard_outlines_a_scheme_of_the_list_opens_it_and_escape_goes_up() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let view = page.view_around(SERVED.territory(LYON)).await;
    for (id, name) in VENISSIEUX {
        page.visit_address(&format!("territoire/{LYON}/")).await;
        page.tab_to_link(name).await;
        assert_outlined(&page, &SERVED.scheme(id), &view).await;

        page.press_key(Key::Enter).await;
        assert_eq!(page.heading().await, name);
        page.focus_map().await;
        page.press_key(Key::Escape).await;
        assert_eq!(page.heading().await, "Métropole de Lyon", "up from {name}");
    }
}

#[tokio::test]
async fn a_finger_opens_a_scheme_of_the_list() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    for (id, name) in VENISSIEUX {
        page.visit_address(&format!("territoire/{LYON}/")).await;
        page.follow_link(name).await;
        assert_eq!(page.heading().await, name);
        assert_eq!(page.shown_address().await, format!("dispositif/{id}/"));
    }
}

#[tokio::test]
async fn a_project_of_the_list_outlines_its_department_and_opens() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address("territoire/departement-03/").await;
    let view = page.view_of("03").await;
    let name = "Mise en place d’un service de téléconsultation territorial";
    page.point_at_link(name).await;
    assert_outlined(&page, &SERVED.territory("departement-03").into(), &view).await;

    page.follow_link(name).await;
    assert_eq!(page.heading().await, name);
    assert_eq!(page.shown_address().await, "dispositif/cnr-03-1/");
    page.back().await;
    page.tab_to_link(name).await;
    page.press_key(Key::Enter).await;
    assert_eq!(page.heading().await, name);
}

#[tokio::test]
async fn a_project_that_was_labelled_several_times_links_each_of_its_departments() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address("dispositif/cnr-regional-38/").await;
    let text = page.panel_text().await;
    let heading = page.heading().await;
    let others = [("Cantal", "15"), ("Drôme", "26"), ("Loire", "42"), ("Haute-Loire", "43")];
    for (name, code) in others.into_iter().chain([("Rhône", "69"), ("Savoie", "73")]) {
        assert!(text.contains(name), "{name} in {text}");
        assert_eq!(page.target_of_link(name).await, format!("dispositif/cnr-regional-{code}/"));
    }
    page.follow_link("Cantal").await;
    assert_eq!(page.shown_address().await, "dispositif/cnr-regional-15/");
    assert_eq!(page.heading().await, heading, "the same project");
}

#[tokio::test]
async fn each_of_the_three_cpts_of_nice_alone_is_outlined_as_far_as_it_reaches() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address("territoire/departement-06/").await;
    let view = page.view_of("06").await;
    for id in NICE {
        let subject = SERVED.scheme(id);
        let name = SERVED.records.name_of(&subject);
        page.point_at_link(&scenarios::plain(name)).await;
        assert_outlined(&page, &subject, &view).await;
        let points: Vec<ScreenPoint> =
            NICE.map(|other| middle(&SERVED.scheme(other), &view)).into();
        let is_own = page.are_outlined(&points).await;
        let own = NICE.iter().position(|one| *one == id).unwrap();
        assert!(is_own[own], "{id} holds its middle: {is_own:?}");
    }
}

#[tokio::test]
async fn the_schemes_under_the_mouse_on_the_map_are_marked_in_the_list_and_named_on_the_card() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{LYON}/")).await;
    let view = page.view_around(SERVED.territory(LYON)).await;
    let (id, name) = VENISSIEUX[0];
    let card = page.card_at(middle(&SERVED.scheme(id), &view)).await.unwrap();
    assert!(card.lines.iter().any(|line| line.starts_with(name)), "{card:?}");
    let marked = page.links_marked().await;
    for (_, name) in VENISSIEUX {
        assert!(marked.iter().any(|link| link == name), "{name} in {marked:?}");
    }
    page.point_at_button("Agrandir").await;
    assert!(page.links_marked().await.is_empty());
}

/// A point inside the perimeter of a scheme.
fn middle(subject: &Subject, view: &Viewport) -> ScreenPoint {
    let Subject::Scheme(scheme) = subject else { panic!("{subject:?} is no scheme") };
    let cells = &SERVED.model.drawn(*scheme).unwrap().cells;
    view.screen_from_map(SERVED.model.mesh.anchor(cells).unwrap())
}

/// The hover layer lies around the bounds of a subject, and no farther.
async fn assert_outlined(page: &MapPage, subject: &Subject, view: &Viewport) {
    let Some(hover) = page.layer_rects().await.hover else { panic!("no outline of {subject:?}") };
    let bounds = SERVED.atlas(view).bounds(subject);
    let (low, high) = (view.screen_from_map(bounds.min), view.screen_from_map(bounds.max));
    let expected = Rect { left: low.x, top: high.y, right: high.x, bottom: low.y };
    let distances = [
        expected.left - hover.left,
        expected.top - hover.top,
        hover.right - expected.right,
        hover.bottom - expected.bottom,
    ];
    let is_near = |distance: &f64| (-2.0..STROKE).contains(distance);
    assert!(distances.iter().all(is_near), "{subject:?}: {hover:?} around {expected:?}");
}
