//! The samples of the legend: the colour, texture and line of a status as on the map.
//!
//! Colours are those of the style sheet; a test of `map` holds them to the palette.

use leptos::prelude::*;
use map::text::fixed;
use map::{Palette, Pattern, Status};

/// A kind of area without schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// No visible layer has a list there.
    Undocumented,
    /// Some visible layers have a list there.
    PartlyDocumented,
    /// Every visible layer has a list there.
    Documented,
    /// The sea, and foreign countries.
    Outside,
}

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

/// The sample of an area.
pub fn area(area: Area) -> AnyView {
    let class = match area {
        Area::Undocumented => "swatch-undocumented",
        Area::PartlyDocumented | Area::Documented => "swatch-documented",
        Area::Outside => "swatch-sea",
    };
    let is_hatched = matches!(area, Area::Undocumented | Area::PartlyDocumented);
    let hatch = is_hatched.then(|| {
        view! { <path class="swatch-hatch" d="M-4 4 14 22M4 -6 28 18M14 -6 32 12"/> }
    });
    view! {
        <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
            <rect class=class x="0.5" y="0.5" width="27" height="17"/>
            {hatch}
        </svg>
    }
    .into_any()
}

/// The sample of a CLS: colour and texture.
pub fn cls(status: Status) -> AnyView {
    let texture = match Palette::LIGHT.cls(status).pattern.map(|(pattern, _)| pattern) {
        Some(Pattern::Dots) => view! {
            <path
                class="swatch-ink" stroke-width="2.4" stroke-linecap="round"
                d="M5 5h.01M11 5h.01M17 5h.01M23 5h.01M8 9h.01M14 9h.01M20 9h.01M5 13h.01M11 13h.01M17 13h.01M23 13h.01"
            />
        }
        .into_any(),
        Some(_) => view! {
            <path class="swatch-ink" stroke-width="1.6" d="M-2 10 8 0M-2 18 16 0M6 18 24 0M14 18 30 2M22 18 30 10"/>
        }
        .into_any(),
        None => ().into_any(),
    };
    let area = format!("swatch-cls-{}", status.code());
    view! {
        <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
            <rect class=area x="0.5" y="0.5" width="27" height="17"/>
            {texture}
            <rect class="swatch-edge" x="0.5" y="0.5" width="27" height="17"/>
        </svg>
    }
    .into_any()
}

/// The sample of a CPTS: line and inner band.
pub fn cpts(status: Status) -> AnyView {
    let [dash, gap] = Palette::LIGHT.cpts(status).dash;
    let dashes = if gap > 0.0 {
        format!("{}px {}px", fixed(dash, 3), fixed(gap, 3))
    } else {
        "none".to_owned()
    };
    view! {
        <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
            <rect class="swatch-documented-plain" x="1" y="1" width="26" height="16"/>
            <rect class="swatch-band" x="3.5" y="3.5" width="21" height="11"/>
            <rect class="swatch-line" x="1" y="1" width="26" height="16" stroke-dasharray=dashes/>
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
