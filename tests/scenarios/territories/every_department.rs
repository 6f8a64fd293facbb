//! The 101 departments and the 1,255 intercommunalities: close up none is missing.

use map::text::typographic;
use map::{Palette, ScreenPoint, Territory};
use scenarios::{MapPage, SERVED, Window, plain};

/// The largest distance of a name from the pointer, in CSS pixels.
const BESIDE: f64 = 32.0;

/// Steps aside of a symbol at the middle of a territory, CSS pixels.
const ASIDE: [(f64, f64); 5] = [(0.0, 0.0), (0.0, 16.0), (16.0, 0.0), (-16.0, 0.0), (0.0, -16.0)];

#[tokio::test]
async fn every_department_can_be_chosen_and_every_intercommunality_is_drawn_and_named() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let mut findings = Vec::new();
    let mut seen = 0;
    let symbols = SERVED.symbols();

    for department in &SERVED.departments {
        page.choose(&department.nom).await;
        let heading = page.heading().await;
        if heading != plain(&typographic(&department.nom)) {
            findings.push(format!("{}: the panel is about {heading}", department.nom));
        }
        let epci: Vec<Territory> = SERVED.epci_of(&department.code).collect();
        let view = page.view_of(&department.code).await;
        let point = |&one: &Territory| {
            let at = view.screen_from_map(SERVED.anchor(one, &view));
            let is_free = |at: &ScreenPoint| symbols.at(&view, *at, 3.0).is_none();
            let aside = ASIDE.map(|(x, y)| ScreenPoint::new(at.x + x, at.y + y));
            aside.into_iter().find(is_free).unwrap_or(at)
        };
        let anchors: Vec<ScreenPoint> = epci.iter().map(point).collect();
        let bare = page.indices_painted(Palette::LIGHT.outside, &anchors).await;
        findings.extend(bare.iter().map(|&one| format!("{:?} is not drawn", epci[one])));
        for (&one, tag) in epci.iter().zip(page.names_at(&anchors).await) {
            let name = typographic(SERVED.model.name(one));
            match tag {
                Some(tag) if tag.is_about(&name) && tag.distance <= BESIDE => {}
                other => findings.push(format!("{}: {name}: {other:?}", department.nom)),
            }
            seen += 1;
        }
    }

    assert_eq!(SERVED.departments.len(), 101, "departments");
    assert_eq!(seen, 1255, "intercommunalities");
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
}
