//! The page for what is not in the folder.

use std::path::PathBuf;

use axum::extract::State;
use axum::response::Html;

/// Served when the site brings no `404.html` of its own.
const BUILT_IN: &str = include_str!("not_found.html");

/// The site's own `404.html`, read anew each time since a build may replace it, or [`BUILT_IN`].
pub(crate) async fn page(State(root): State<PathBuf>) -> Html<String> {
    let own = tokio::fs::read_to_string(root.join("404.html")).await;
    Html(own.unwrap_or_else(|_| BUILT_IN.to_owned()))
}
