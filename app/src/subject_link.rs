//! The link to a subject in an answer or a comparison.

use crate::browser::follow_plainly;
use crate::link::page_of;
use crate::state::State;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use map::Subject;

/// The link to a territory or a scheme, which is outlined on the map while it is pointed at.
pub(crate) fn subject_link(state: State, to: Subject, name: String) -> AnyView {
    let (href, shown) = (page_of(state, Some(&to)), to.clone());
    let follow = move |event: MouseEvent| {
        if follow_plainly(&event) {
            state.go_to(Some(to.clone()));
        }
    };
    let pointed = shown.clone();
    let point = move || state.point_at(vec![pointed.clone()]);
    let (over, focus) = (point.clone(), point);
    let leave = move || state.point_at(Vec::new());
    // The scheme under the pointer, on the map, is marked in the list.
    let is_here = move || {
        let Subject::Scheme(scheme) = shown else { return false };
        state.hover.with(|hover| hover.as_ref().is_some_and(|it| it.schemes.contains(&scheme)))
    };
    view! {
        <a
            class="link"
            class:link-here=is_here
            href=href
            on:click=follow
            on:pointerenter=move |_| over()
            on:pointerleave=move |_| leave()
            on:focus=move |_| focus()
            on:blur=move |_| leave()
        >
            {name}
        </a>
    }
    .into_any()
}
