//! The samples of the legend: the colour and texture of a status as on the map.
//!
//! Colours are those of the style sheet; a test of `map` holds them to the palette.

use leptos::prelude::*;
use map::served::{LayerShares, Share, ShareRow};
use map::text::fixed;
use map::{Backdrop, Fill, Layer, Palette, Pattern, Status, TILE};

/// A kind of numbered disc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disc {
    /// The projects of a department.
    Department,
    /// The projects of a region.
    Region,
    /// A department without a project.
    Zero,
}

/// The sample of an area without a scheme.
pub fn backdrop(backdrop: Backdrop) -> AnyView {
    let class = match backdrop {
        Backdrop::Silent => "swatch-silent",
        Backdrop::Absent | Backdrop::Partly => "swatch-absent",
        Backdrop::Facts | Backdrop::Hidden => "swatch-facts",
        Backdrop::Undocumented => "swatch-undocumented",
    };
    let ink = match backdrop {
        Backdrop::Partly => "swatch-ink-partly",
        Backdrop::Hidden => "swatch-ink-hidden",
        _ => "swatch-ink-undocumented",
    };
    sample(class, ink, Palette::LIGHT.backdrop(backdrop))
}

/// The label of an area without a scheme.
pub const fn backdrop_name(backdrop: Backdrop) -> &'static str {
    match backdrop {
        Backdrop::Silent => "Aucune couche affichée",
        Backdrop::Absent => "Rien, selon les listes",
        Backdrop::Partly => "Rien, une liste manque",
        Backdrop::Facts => "Rien de connu, sans liste",
        Backdrop::Undocumented => "Région non documentée",
        Backdrop::Hidden => "Masqué par un filtre",
    }
}

/// The sample of the sea and of foreign countries.
pub fn sea() -> AnyView {
    sample("swatch-sea", "", Palette::LIGHT.both())
}

/// The sample of an area with an active scheme of both layers.
pub fn both() -> AnyView {
    sample("swatch-both", "", Palette::LIGHT.both())
}

/// The sample of a CLS or a CPTS: colour and texture.
pub fn scheme(layer: Layer, status: Status) -> AnyView {
    let class = format!("swatch-{}-{}", layer.code(), status.code());
    let ink = if layer == Layer::Cls { "swatch-ink-cls" } else { "swatch-ink-cpts" };
    sample(&class, ink, Palette::LIGHT.scheme(layer, status))
}

/// The length of the longest bar of a histogram, CSS pixels.
pub const BAR: usize = 64;

/// The sample of a share.
pub fn share(layer: Layer, shares: &LayerShares, share: Share) -> AnyView {
    let class = match shares.row(share) {
        ShareRow::Class(class) => format!("swatch-{}-{}", layer.code(), class + 1),
        ShareRow::Zero => "swatch-absent".to_owned(),
        ShareRow::Uncertain => format!("swatch-{}-inconnu", layer.code()),
        ShareRow::NotKnown => "swatch-facts".to_owned(),
        ShareRow::Undocumented => "swatch-undocumented".to_owned(),
    };
    sample(&class, share_ink(layer, share), Palette::LIGHT.share(layer, shares, share))
}

/// The bar of a class: so long for the shares that are known, so long for those that may be more.
pub fn bar(
    layer: Layer,
    shares: &LayerShares,
    percent: u8,
    [exactly, at_least]: [u32; 2],
) -> AnyView {
    let share = Share::AtLeast(percent);
    let class = match shares.row(share) {
        ShareRow::Class(class) => format!("swatch-{}-{}", layer.code(), class + 1),
        _ => String::new(),
    };
    let fill = Palette::LIGHT.share(layer, shares, share);
    let marks = fill.patterns.into_iter().flatten().map(|(pattern, _)| {
        let ink = share_ink(layer, share);
        view! { <path class=ink stroke-width=fixed(pattern.width(), 1) d=marks(pattern, [6, 2])/> }
    });
    let all = exactly + at_least;
    view! {
        <svg class="swatch share-bar" viewBox=format!("0 0 {BAR} 16") aria-hidden="true">
            <svg width=all height="16">
                <rect class=class width=all height="16"/>
                <svg x=exactly>{marks.collect::<Vec<_>>()}</svg>
            </svg>
        </svg>
    }
    .into_any()
}

fn share_ink(layer: Layer, share: Share) -> &'static str {
    match (layer, share) {
        (_, Share::Undocumented) => "swatch-ink-undocumented",
        (Layer::Cls, Share::Uncertain) => "swatch-ink-cls",
        (_, Share::Uncertain) => "swatch-ink-cpts",
        _ => "swatch-ink-share",
    }
}

/// A sample: colours are those of the style sheet, the marks those of `fill`.
fn sample(class: &str, ink: &'static str, fill: Fill) -> AnyView {
    let class = class.to_owned();
    let marks = fill.patterns.into_iter().flatten().map(|(pattern, _)| {
        view! { <path class=ink stroke-width=fixed(pattern.width(), 1) d=marks(pattern, [3, 2])/> }
    });
    view! {
        <svg class="swatch" viewBox="0 0 28 18" preserveAspectRatio="none" aria-hidden="true">
            <rect class=class width="28" height="18"/>
            {marks.collect::<Vec<_>>()}
            <rect class="swatch-edge" x="0.5" y="0.5" width="27" height="17"/>
        </svg>
    }
    .into_any()
}

/// The marks of a pattern on so many columns and rows of tiles, as the attribute `d` of a path.
fn marks(pattern: Pattern, [columns, rows]: [u32; 2]) -> String {
    let mut path = String::new();
    for tile in 0..columns * rows {
        let corner = (f64::from(tile % columns) * TILE, f64::from(tile / columns) * TILE);
        for mark in pattern.marks() {
            for (command, point) in [("M", mark.from), ("L", mark.to)] {
                path.push_str(command);
                path.push_str(&fixed(corner.0 + point.0, 1));
                path.push(' ');
                path.push_str(&fixed(corner.1 + point.1, 1));
            }
        }
    }
    path
}

/// The sample of a seat.
pub fn seat(layer: Layer) -> AnyView {
    let class = format!("swatch-seat swatch-seat-{}", layer.code());
    view! {
        <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
            <path class=class d="M14 3 20 9 14 15 8 9Z"/>
        </svg>
    }
    .into_any()
}

/// The sample of a disc.
pub fn disc(disc: Disc) -> AnyView {
    let (class, number_class, number) = match disc {
        Disc::Department => ("swatch-disc", "swatch-disc-number", "n"),
        Disc::Region => ("swatch-ring", "swatch-ring-number", "n"),
        Disc::Zero => ("swatch-zero", "swatch-zero-number", "0"),
    };
    let inner = (disc == Disc::Region).then(|| {
        view! { <circle class="swatch-disc" cx="14" cy="9" r="5.8"/> }
    });
    view! {
        <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
            <circle class=class cx="14" cy="9" r="7.5"/>
            {inner}
            <text class=number_class x="14" y="12.6">{number}</text>
        </svg>
    }
    .into_any()
}

/// The sample of a venue.
pub fn venue() -> AnyView {
    view! {
        <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
            <path class="swatch-venue" d="M9 4H19V14H9Z"/>
            <circle class="swatch-venue-dot" cx="14" cy="9" r="2"/>
        </svg>
    }
    .into_any()
}
