//! The picture of the country, in few bytes: most lines stand in it once, as the shape of a link.
//!
//! The departments are the links. Their shapes are used twice: beneath, in the colour of what is known of
//! their region; above, as what is pointed at. Areas of schemes have their edges as strokes, so that only
//! edges within one colour are lines of their own.

use super::link::{LinkShape, PictureLink};
use super::svg::SvgCanvas;
use crate::data::Territory;
use crate::draw::pen::Pen;
use crate::mesh::{Chains, Mesh};
use crate::scene::Scene;
use crate::scene::item::Item;
use crate::view::Viewport;
use crate::{Fill, Palette, Stroke};
use std::collections::BTreeSet;

/// Draws the country without its signs.
pub(super) fn draw(
    scene: &Scene,
    viewport: &Viewport,
    links: &[PictureLink],
    pen: &mut Pen<'_, SvgCanvas>,
) {
    let grounds = grounds(scene, links);
    for (number, (fill, _)) in grounds.iter().enumerate() {
        pen.canvas.use_group(number, *fill);
    }
    let items = scene.items(viewport.resolution);
    let known: Vec<Fill> = grounds.iter().map(|(fill, _)| *fill).collect();
    let edges = areas(&items, &known, pen);
    inner_perimeters(&items, &edges, pen);
    pen.canvas.text.push_str("<g class=\"links\">");
    for (number, (_, links)) in grounds.iter().enumerate() {
        pen.canvas.open_group(number);
        links.iter().for_each(|link| link.put(&scene.atlas, pen));
        pen.canvas.text.push_str("</g>");
    }
    pen.canvas.text.push_str("</g>");
    for item in items {
        if is_border(&item) || matches!(item, Item::Inset(..)) {
            pen.item(item);
        }
    }
}

/// The departments by the fill of what is known of their region.
fn grounds<'a>(
    scene: &Scene,
    links: &'a [PictureLink<'a>],
) -> Vec<(Fill, Vec<&'a PictureLink<'a>>)> {
    let Scene { atlas, .. } = scene;
    let mut grounds: Vec<(Fill, Vec<&PictureLink>)> = Vec::new();
    for link in links {
        let LinkShape::Territory(Territory::Department(department)) = link.shape else {
            continue;
        };
        let region = atlas.model.departments[department].region;
        let fill = Palette::NAMED.calm(scene.backdrop(region));
        match grounds.iter_mut().find(|(known, _)| *known == fill) {
            Some((_, links)) => links.push(link),
            None => grounds.push((fill, vec![link])),
        }
    }
    grounds
}

/// Draws the areas of schemes, with their edges; returns the arcs of these.
fn areas(items: &[Item], grounds: &[Fill], pen: &mut Pen<'_, SvgCanvas>) -> BTreeSet<usize> {
    let mut edges = BTreeSet::new();
    pen.canvas.text.push_str("<g class=\"areas\">");
    for &item in items {
        if let Item::Areas { rings, fill, .. } = item
            && !grounds.contains(&fill)
        {
            edges.extend(rings.iter().flat_map(|(arcs, _)| arcs.iter().map(|arc| arc.index())));
            pen.item(item);
        }
    }
    pen.canvas.text.push_str("</g>");
    edges
}

/// Draws the perimeters where areas of one colour meet.
fn inner_perimeters(items: &[Item], edges: &BTreeSet<usize>, pen: &mut Pen<'_, SvgCanvas>) {
    for &item in items {
        if let Item::Lines { mesh, lines, stroke } = item
            && is_perimeter(stroke)
        {
            let inner = without(mesh, lines, edges);
            pen.item(Item::Lines { mesh, lines: &inner, stroke });
        }
    }
}

fn without(mesh: &Mesh, lines: &Chains, edges: &BTreeSet<usize>) -> Chains {
    let arcs = lines.iter().flat_map(|(arcs, _)| arcs.iter().map(|arc| arc.index()));
    let inner: Vec<u32> = arcs.filter(|arc| !edges.contains(arc)).map(|arc| arc as u32).collect();
    Chains::along(mesh, &inner)
}

fn is_perimeter(stroke: Stroke) -> bool {
    [crate::Layer::Cls, crate::Layer::Cpts]
        .into_iter()
        .any(|layer| Palette::NAMED.perimeter(layer).color == stroke.color)
}

fn is_border(item: &Item) -> bool {
    let borders = [Palette::NAMED.department_border, Palette::NAMED.region_border];
    matches!(item, Item::Lines { stroke, .. } if borders.contains(&stroke.color))
}
