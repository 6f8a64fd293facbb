//! The rows of the legend of shares: a histogram of classes, then what is no class.

use crate::swatch;
use leptos::prelude::*;
use map::served::{LayerShares, SHARE_CLASSES, Share, ShareRow};
use map::text::{class_bounds, number, shares_title};
use map::{Layer, Level};

/// The rows below the classes.
const OTHERS: [(Share, &str); 4] = [
    (Share::Zero, "0\u{a0}%, aucun actif"),
    (Share::Uncertain, "Statuts incertains"),
    (Share::NotKnown, "Part non connue"),
    (Share::Undocumented, "Non documenté"),
];

/// The legend of the shares of a layer at a level: by row, the number of territories.
pub fn share_rows(shares: &LayerShares, layer: Layer, level: Level) -> impl IntoView + use<> {
    let (of_level, title, other) = match level {
        Level::Department => (&shares.departments, "par département", "De plus près, par EPCI."),
        _ => (&shares.epci, "par EPCI", "De plus loin, par département."),
    };
    let count = |is_it: &dyn Fn(Share) -> bool| of_level.iter().filter(|one| is_it(**one)).count();
    let bars: Vec<Bar> = (0..SHARE_CLASSES)
        .map(|class| {
            let is_own = |share| shares.row(share) == ShareRow::Class(class);
            Bar {
                class,
                exactly: count(&|one| is_own(one) && matches!(one, Share::Exactly(_))),
                at_least: count(&|one| is_own(one) && matches!(one, Share::AtLeast(_))),
            }
        })
        .collect();
    let longest = bars.iter().map(Bar::all).max().unwrap_or(0);
    let bounds = bars.iter().filter(|bar| bar.at_least > 0).map(|bar| bar.at_least).sum::<usize>();
    let bars: Vec<_> = bars.iter().map(|bar| bar.view(shares, layer, longest)).collect();
    let others = OTHERS.map(|(share, label)| {
        let many = count(&|one| one == share);
        let sample = swatch::share(layer, shares, share);
        (many > 0).then(|| row(row_code(shares.row(share)), sample, label, many))
    });
    let at_least = (bounds > 0).then(|| {
        let sample = swatch::share(layer, shares, Share::AtLeast(0));
        row("", sample, "Au moins (sans liste)", bounds)
    });
    view! {
        <p class="shares-title">{shares_title(layer)} ", " <strong>{title}</strong></p>
        <ul class="histogram">{bars}</ul>
        <ul class="rows">
            {at_least}
            {others}
            <li>{swatch::sea()} <span>"Mer, étranger\u{a0}: sans objet"</span></li>
        </ul>
        <p class="shares-note">{other}</p>
    }
}

/// The code of a row, by which style sheets mark the one under the pointer.
pub const fn row_code(row: ShareRow) -> &'static str {
    match row {
        ShareRow::Class(0) => "1",
        ShareRow::Class(1) => "2",
        ShareRow::Class(2) => "3",
        ShareRow::Class(_) => "4",
        ShareRow::Zero => "nulle",
        ShareRow::Uncertain => "incertaine",
        ShareRow::NotKnown => "non-connue",
        ShareRow::Undocumented => "non-documentee",
    }
}

fn row(code: &'static str, sample: AnyView, label: &'static str, many: usize) -> impl IntoView {
    view! {
        <li data-part=code>
            {sample} <span>{label}</span> <span class="count">{number(many as u32)}</span>
        </li>
    }
}

/// A class with its numbers of territories.
struct Bar {
    class: usize,
    exactly: usize,
    at_least: usize,
}

impl Bar {
    const fn all(&self) -> usize {
        self.exactly + self.at_least
    }

    fn view(&self, shares: &LayerShares, layer: Layer, longest: usize) -> impl IntoView + use<> {
        let lengths = [self.exactly, self.at_least]
            .map(|many| (many * swatch::BAR).div_ceil(longest.max(1)) as u32);
        let note = (self.at_least > 0)
            .then(|| format!(", dont {} au moins", number(self.at_least as u32)));
        let bounds = shares.class_bounds(self.class);
        view! {
            <li data-part=row_code(ShareRow::Class(self.class))>
                <span>{class_bounds(bounds)}</span>
                {swatch::bar(layer, shares, bounds.0, lengths)}
                <span class="count">
                    {number(self.all() as u32)} <span class="visually-hidden">{note}</span>
                </span>
            </li>
        }
    }
}
