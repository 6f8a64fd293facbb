//! The three signs of a territory or a commune: how many CLS, CPTS and projects there are.

use crate::swatch::{self, Disc};
use leptos::prelude::*;
use map::text::{project_count, scheme_count};
use map::{Layer, SchemeCount, Status};

/// The numbers of schemes that a territory or a commune is known to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) cls: SchemeCount,
    pub(super) cpts: SchemeCount,
    /// None where projects are not documented.
    pub(super) projects: Option<u32>,
}

/// The signs, each with the colour of its layer on the map.
pub(super) fn signs(counts: Counts) -> impl IntoView + use<> {
    let Counts { cls, cpts, projects } = counts;
    let signs = [
        (swatch::scheme(Layer::Cls, Status::Active), scheme_count(Layer::Cls, cls)),
        (swatch::scheme(Layer::Cpts, Status::Active), scheme_count(Layer::Cpts, cpts)),
        (swatch::disc(Disc::Department), project_count(projects)),
    ];
    let sign = |(swatch, text)| view! { <li>{swatch} <span>{text}</span></li> };
    view! { <ul class="signs" aria-label="En bref">{signs.map(sign)}</ul> }
}
