//! The 101 departments and the 1,255 intercommunalities: none is missing.

use map::ScreenPoint;
use map::text::typographic;
use scenarios::{MapPage, NameTag, SERVED, Window, plain};

/// How far from the pointer a name still is beside it, CSS pixels.
const BESIDE: f64 = 32.0;

#[tokio::test]
async fn every_department_can_be_chosen_and_every_intercommunality_is_named_under_the_pointer() {
    let page = MapPage::visit(Window::Desk).await;
    let mut faults = Vec::new();
    let mut seen = 0;

    for department in &SERVED.departments.properties {
        page.choose(&department.nom).await;
        let heading = page.heading().await;
        if heading != plain(&typographic(&department.nom)) {
            faults.push(format!("{}: the panel is about {heading}", department.nom));
        }
        let epci: Vec<usize> = SERVED.epci_of(&department.code).collect();
        let view = page.view_of(&department.code).await;
        let anchors: Vec<ScreenPoint> = epci
            .iter()
            .map(|&place| view.screen_from_map(SERVED.epci.shapes.anchor(place)))
            .collect();
        for (&place, tag) in epci.iter().zip(page.names_at(&anchors).await) {
            let name = typographic(&SERVED.epci.properties[place].nom);
            match tag {
                Some(NameTag { name: shown, distance }) if shown == name && distance <= BESIDE => {}
                other => faults.push(format!("{}: {name}: {other:?}", department.nom)),
            }
            seen += 1;
        }
    }

    assert_eq!(SERVED.departments.properties.len(), 101, "departments");
    assert_eq!(seen, 1255, "intercommunalities");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
