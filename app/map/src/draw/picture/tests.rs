use super::*;
use crate::data::model::tests::model;
use crate::{Layer, MapBounds, MapStyle, Padding};
use std::sync::Arc;

fn scene() -> Scene {
    let style =
        MapStyle { layers: Layer::ALL.to_vec(), hidden: Vec::new(), palette: Palette::NAMED };
    Scene::new(Atlas::new(Arc::new(model())), style)
}

fn elements(borders: PictureBorders, selection: Option<Territory>) -> String {
    let scene = scene();
    let all = (0..scene.atlas.model.departments.len())
        .map(|index| scene.atlas.model.bounds(Territory::Department(index)))
        .fold(MapBounds::EMPTY, MapBounds::union);
    let viewport = Viewport::fit(all, (700.0, 500.0), Padding::even(20.0));
    let shape = LinkShape::Territory(Territory::Department(0));
    let links = [PictureLink { shape, href: "a/?b&c", name: "L’Ain" }];
    let picture =
        Picture { scene: &scene, viewport: &viewport, selection, links: &links, borders };
    assert_eq!(picture.view_box(), "0 0 1400 1000");
    picture.elements()
}

#[test]
fn a_territory_is_a_link_with_its_name() {
    let text = elements(PictureBorders::All, None);
    assert!(text.contains("<a href=\"a/?b&amp;c\" tabindex=\"-1\"><title>L’Ain</title><path d=\"M"));
}

#[test]
fn colours_are_classes_and_no_style_stands_in_the_picture() {
    let text = elements(PictureBorders::All, Some(Territory::Department(0)));
    assert!(text.contains("class=\"line s-region-border\""), "{text}");
    assert!(text.contains("class=\"line s-selection\""), "{text}");
    for never in ["style=", "#000", "s-edge", "f-edge"] {
        assert!(!text.contains(never), "{never} in {text}");
    }
}

#[test]
fn the_picture_of_the_country_leaves_intercommunalities_out() {
    let mut canvas = SvgCanvas::new((100.0, 100.0), vec![Palette::NAMED.epci_border]);
    for color in [Palette::NAMED.epci_border, Palette::NAMED.department_border] {
        canvas.begin();
        canvas.move_to(crate::ScreenPoint::new(0.0, 0.0));
        canvas.line_to(crate::ScreenPoint::new(9.0, 9.0));
        canvas.stroke(crate::Stroke::full(color, 0.75));
    }
    let line = "<path class=\"line s-department-border\" stroke-width=\"0.8\" d=\"M0 0l18 18\"/>";
    assert_eq!(canvas.text, line);
}
