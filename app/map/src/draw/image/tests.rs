use super::*;
use crate::data::model::tests::model;
use crate::{Atlas, Layer, MapStyle, Padding, Palette, Territory, Viewport};
use std::sync::Arc;

fn elements(selection: Option<&Subject>) -> String {
    let atlas = Atlas::new(Arc::new(model()));
    let bounds = atlas.model.bounds(Territory::Region(0));
    let style = MapStyle {
        layers: Layer::ALL.to_vec(),
        hidden: Vec::new(),
        choropleth: None,
        palette: Palette::LIGHT,
    };
    let mut scene = Scene::new(atlas, style);
    let viewport = Viewport::fit(bounds, (400.0, 300.0), Padding::even(10.0));
    scene.write_names(viewport.resolution, |text, size| text.len() as f64 * size * 0.5);
    MapImage { scene: &scene, viewport: &viewport, selection }.elements()
}

#[test]
fn an_image_needs_nothing_that_few_programs_know() {
    let image = elements(Some(&Territory::Department(0).into()));
    for never in ["<pattern", "<mask", "<filter", "<foreignObject", "<style", "class=", "font-face"]
    {
        assert!(!image.contains(never), "{never}: {image}");
    }
    assert!(image.contains("<path fill=\"#"), "{image}");
    assert!(image.contains("<text fill=\"#"), "{image}");
}

#[test]
fn the_outline_of_the_selection_lies_below_the_names() {
    let own: Subject = Territory::Department(0).into();
    let (with, without) = (elements(Some(&own)), elements(None));
    assert!(with.len() > without.len());
    let last_name = with.rfind("<text").unwrap();
    let last_line = with.rfind("stroke-width=\"1.50\"").unwrap();
    assert!(last_line < last_name, "{with}");
}

#[test]
fn a_texture_of_a_sample_is_lines_cut_to_it() {
    let fill = Palette::LIGHT.scheme(Layer::Cls, crate::Status::InPreparation);
    let text = sample(fill, (28.0, 18.0), "s1-");
    assert!(text.contains("<clipPath id=\"s1-0\">"), "{text}");
    assert!(text.contains("clip-path=\"url(#s1-0)\""), "{text}");
}
