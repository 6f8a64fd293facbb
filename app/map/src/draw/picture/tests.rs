use super::*;
use crate::data::model::tests::model;
use crate::data::{Atlas, Territory};
use crate::{Layer, MapBounds, MapStyle, Padding};
use std::sync::Arc;

fn scene() -> Scene {
    let style = MapStyle {
        layers: Layer::ALL.to_vec(),
        hidden: Vec::new(),
        choropleth: None,
        palette: Palette::NAMED,
    };
    Scene::new(Atlas::new(Arc::new(model())), style)
}

fn elements(reach: PictureReach, selection: Option<&Subject>) -> String {
    let scene = scene();
    let all = (0..scene.atlas.model.departments.len())
        .map(|index| scene.atlas.model.bounds(Territory::Department(index)))
        .fold(MapBounds::EMPTY, MapBounds::union);
    let viewport = Viewport::fit(all, (700.0, 500.0), Padding::even(20.0));
    let shape = LinkShape::Territory(Territory::Department(0));
    let links = [PictureLink { shape, href: "a/?b&c", name: "L’Ain" }];
    let frame = viewport.bounds();
    let picture =
        Picture { scene: &scene, viewport: &viewport, frame, selection, links: &links, reach };
    assert_eq!(picture.view_box(), "0 0 1400 1000");
    let inner = Picture { frame: all, ..picture };
    assert!(inner.view_box().starts_with("40 ") || inner.view_box().contains(" 40 "));
    picture.elements()
}

#[test]
fn a_territory_is_a_link_with_its_name() {
    let text = elements(PictureReach::Territory, None);
    assert!(
        text.contains("<a href=\"a/?b&amp;c\" tabindex=\"-1\"><title>L’Ain</title><path d=\"M")
    );
}

#[test]
fn colours_are_classes_and_no_style_stands_in_the_picture() {
    let text = elements(PictureReach::Territory, Some(&Territory::Department(0).into()));
    assert!(text.contains("class=\"line s-region-border\""), "{text}");
    assert!(text.contains("class=\"line s-selection\""), "{text}");
    for never in ["style=", "#000", "s-edge", "f-edge"] {
        assert!(!text.contains(never), "{never} in {text}");
    }
}

#[test]
fn the_shapes_of_departments_are_the_land_of_the_country_and_its_borders() {
    let text = elements(PictureReach::Country, None);
    assert_eq!(text.matches("<title>L’Ain</title>").count(), 1);
    assert!(text.contains("<g id=\"g0\"><a href"), "{text}");
    assert!(text.contains("<use href=\"#g0\""), "{text}");
    assert!(!text.contains("s-epci-border"), "{text}");
}
