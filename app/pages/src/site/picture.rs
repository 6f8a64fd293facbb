//! The maps of pages: the country, and each territory with what surrounds it.

use super::content::Content;
use super::page::Map;
use map::text::typographic;
use map::{
    Atlas, Layer, LinkShape, MapBounds, MapStyle, Model, Padding, Palette, Picture, PictureLink,
    PictureReach, Scene, Subject, Territory, Viewport, country_bounds, departments_in_detail,
};
use std::sync::Arc;

/// Width and height of the map of the application in windows of 1280 × 800 and 360 × 740, CSS pixels: what
/// is in sight in one of them is drawn, at the scale of the first.
const SIZES: [(f64, f64); 2] = [(880.0, 748.0), (360.0, 460.0)];

/// Width and height of the map in frames of other sites, as in `SIZES`.
const FRAME_SIZES: [(f64, f64); 2] = [(600.0, 404.0), (320.0, 194.0)];

/// The resolution, metres per CSS pixel, below which intercommunalities are large enough for links.
const EPCI_LINKS_BELOW: f64 = 330.0;

/// The space around a territory in a preview, CSS pixels.
const PREVIEW_EDGE: f64 = 14.0;

/// A link of a map with texts of its own.
struct Link {
    shape: LinkShape,
    href: String,
    name: String,
}

/// The map of the country, with departments as links.
pub(super) fn country(content: &Content) -> Map {
    let bounds = country_bounds();
    // As large as on the map of the application in the first of the windows.
    let resolution = Viewport::country(SIZES[0]).resolution;
    let size = (bounds.width() / resolution, bounds.height() / resolution);
    let viewport = Viewport { center: bounds.center(), resolution, size };
    let scene = Scene::new(Atlas::new(Arc::clone(&content.model)), style());
    let links = (0..content.model.departments.len())
        .map(|index| territory_link(content, Territory::Department(index), "territoire/"))
        .collect::<Vec<_>>();
    let picture = Picture {
        scene: &scene,
        viewport: &viewport,
        frame: bounds,
        selection: None,
        links: &shapes(&links),
        reach: PictureReach::Country,
    };
    map_of(&picture, "France")
}

/// The map of a subject: of a territory, whose parts are links, as are its neighbours; of a scheme, its
/// perimeter, else the territories that stand for it, else the country.
pub(super) fn subject(content: &Content, subject: &Subject) -> Map {
    drawn(content, subject, |bounds| seen_around(bounds, SIZES, Viewport::around))
}

/// The map of a subject for a frame of another site: smaller, with less around it.
pub(super) fn framed(content: &Content, subject: &Subject) -> Map {
    drawn(content, subject, |bounds| seen_around(bounds, FRAME_SIZES, Viewport::framed))
}

/// The map of a subject in the view that `view` makes of its bounds.
fn drawn(content: &Content, subject: &Subject, view: impl Fn(MapBounds) -> Viewport) -> Map {
    let model = &content.model;
    if let Subject::Territory(territory) = subject {
        let bounds = model.bounds(*territory);
        return around(content, subject, bounds, &view(bounds));
    }
    let drawn = model.drawn_bounds(subject);
    let bounds = if drawn.is_empty() {
        let extent = content.records.extent(subject);
        extent.iter().fold(drawn, |all, &one| all.union(model.bounds(one)))
    } else {
        drawn
    };
    if bounds.is_empty() {
        let map = country(content);
        return Map {
            elements: map.elements.replace("href=\"territoire/", "href=\"../../territoire/"),
            ..map
        };
    }
    around(content, subject, bounds, &view(bounds))
}

/// The map of a subject within `bounds`, with what surrounds it in `viewport`.
fn around(content: &Content, subject: &Subject, bounds: MapBounds, viewport: &Viewport) -> Map {
    let model = &content.model;
    let in_detail = match subject {
        Subject::Territory(Territory::Region(_)) => Vec::new(),
        _ => departments_in_detail(model, viewport),
    };
    let details: Vec<_> =
        in_detail.iter().map(|&department| Arc::clone(&content.details[department])).collect();
    let atlas = Atlas::new(Arc::clone(model)).with_details(&details);
    let mut scene = Scene::new(atlas, style());
    scene.write_names_unmeasured(viewport.resolution);
    let links = links(content, subject, viewport, &scene.atlas);
    let name = typographic(content.records.name_of(subject));
    let reach = match subject {
        Subject::Territory(Territory::Region(_)) => PictureReach::Region,
        _ => PictureReach::Territory,
    };
    let picture = Picture {
        scene: &scene,
        viewport,
        frame: bounds,
        selection: Some(subject),
        links: &shapes(&links),
        reach,
    };
    map_of(&picture, &name)
}

/// The elements of a map of a territory, of the country without one, in a picture of that size in pixels.
/// Two of them are a CSS pixel: previews are seen small.
pub(super) fn for_preview(
    content: &Content,
    subject: Option<&Subject>,
    size: (u32, u32),
) -> String {
    let bounds = match subject {
        Some(subject) => content.model.drawn_bounds(subject),
        None => country_bounds(),
    };
    let size = (f64::from(size.0) / 2.0, f64::from(size.1) / 2.0);
    let viewport = Viewport::fit(bounds, size, Padding::even(PREVIEW_EDGE));
    let atlas = Atlas::new(Arc::clone(&content.model));
    // The discs of a few departments would hide what is there.
    let layers = match subject {
        Some(_) => Layer::ALL.to_vec(),
        None => vec![Layer::Cls, Layer::Cpts],
    };
    let mut scene = Scene::new(atlas, MapStyle { layers, ..style() });
    scene.write_names_unmeasured(viewport.resolution);
    let picture = Picture {
        scene: &scene,
        viewport: &viewport,
        frame: viewport.bounds(),
        selection: subject,
        links: &[],
        reach: PictureReach::Territory,
    };
    let left_out: &[&str] =
        if viewport.resolution > EPCI_LINKS_BELOW * 2.0 { &["s-epci-border"] } else { &[] };
    with_double_lines(&picture.elements(), left_out)
}

/// The elements with lines twice as wide: their widths are CSS pixels, which nothing scales here. The
/// outline of the territory is wide enough; lines of a class in `left_out` would clog.
fn with_double_lines(elements: &str, left_out: &[&str]) -> String {
    const LINE: &str = "<path class=\"line ";
    const WIDTH: &str = " stroke-width=\"";
    const OUTLINE: [&str; 2] = ["s-selection", "s-halo"];
    let double = |line: &str| {
        let (before, rest) = line.split_once(WIDTH)?;
        let (width, after) = rest.split_once('"')?;
        let width = 2.0 * width.parse::<f64>().ok()?;
        Some(format!("{before}{WIDTH}{width}\"{after}"))
    };
    let mut parts = elements.split(LINE);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if left_out.iter().any(|class| part.starts_with(class)) {
            text.push_str(part.split_once("/>").map_or("", |(_, rest)| rest));
            continue;
        }
        let is_outline = OUTLINE.iter().any(|class| part.starts_with(class));
        let doubled = double(part).filter(|_| !is_outline);
        text.push_str(LINE);
        text.push_str(doubled.as_deref().unwrap_or(part));
    }
    text
}

/// The view that shows what is in sight of `bounds` in any of two windows, each with its own `view`, at the
/// scale of the first.
fn seen_around(
    bounds: MapBounds,
    sizes: [(f64, f64); 2],
    view: fn(MapBounds, (f64, f64)) -> Viewport,
) -> Viewport {
    let [desk, phone] = sizes.map(|size| view(bounds, size));
    let seen = desk.bounds().union(phone.bounds());
    let resolution = desk.resolution;
    let size = (seen.width() / resolution, seen.height() / resolution);
    Viewport { center: seen.center(), resolution, size }
}

pub(super) fn style() -> MapStyle {
    MapStyle {
        layers: Layer::ALL.to_vec(),
        hidden: Vec::new(),
        choropleth: None,
        palette: Palette::NAMED,
    }
}

fn shapes(links: &[Link]) -> Vec<PictureLink<'_>> {
    links
        .iter()
        .map(|link| PictureLink { shape: link.shape, href: &link.href, name: &link.name })
        .collect()
}

fn map_of(picture: &Picture, name: &str) -> Map {
    Map {
        view_box: picture.view_box(),
        elements: picture.elements(),
        label: format!("Carte\u{a0}: {name}"),
        class: if picture.reach == PictureReach::Country { "country" } else { "around" },
    }
}

fn territory_link(content: &Content, territory: Territory, folder: &str) -> Link {
    Link {
        shape: LinkShape::Territory(territory),
        href: format!("{folder}{}/", content.model.key(territory)),
        name: typographic(content.model.name(territory)),
    }
}

/// The links of the map of a subject: departments or intercommunalities in sight; for one of the
/// latter, its communes.
fn links(content: &Content, subject: &Subject, viewport: &Viewport, atlas: &Atlas) -> Vec<Link> {
    let model = &content.model;
    let seen = viewport.bounds();
    let is_seen = |other: &Territory| model.bounds(*other).intersects(seen);
    let own = match subject {
        Subject::Territory(own @ Territory::Epci(_)) => Some(*own),
        _ => None,
    };
    let all: Vec<Territory> = match viewport.resolution {
        resolution if resolution > EPCI_LINKS_BELOW => {
            (0..model.departments.len()).map(Territory::Department).collect()
        }
        _ => (0..model.epci.len()).map(Territory::Epci).collect(),
    };
    let others = all.into_iter().filter(|other| Some(*other) != own).filter(is_seen);
    let mut links: Vec<Link> =
        others.map(|other| territory_link(content, other, "../../territoire/")).collect();
    links.extend(own.into_iter().flat_map(|own| commune_links(&content.model, own, atlas)));
    links
}

/// A link to its row for each commune of a territory in detail.
fn commune_links(model: &Model, territory: Territory, atlas: &Atlas) -> Vec<Link> {
    let mut links = Vec::new();
    for detail in atlas.details() {
        let faces = 0..detail.communes as u32;
        for face in faces.filter(|&face| model.is_part(detail.cell_of(face), territory)) {
            if let Some(code) = detail.code_of(face) {
                links.push(Link {
                    shape: LinkShape::Commune { department: detail.department, face },
                    href: format!("#commune-{code}"),
                    name: typographic(&detail.names[face as usize]),
                });
            }
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_twice_as_wide_but_for_the_outline_and_those_that_would_clog() {
        let line = |class: &str, width: &str| {
            format!("<path class=\"line {class}\" stroke-width=\"{width}\" d=\"M0 0\"/>")
        };
        let area = "<path class=\"f-cls\" d=\"M1 1\"/>";
        let all = ["s-epci-border", "s-name", "s-selection"].map(|class| line(class, "1.5"));
        let seen = with_double_lines(&format!("{}{area}{}{}", all[0], all[1], all[2]), &["s-epci"]);
        assert_eq!(seen, format!("{area}{}{}", line("s-name", "3"), all[2]));
    }
}
