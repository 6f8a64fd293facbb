//! The static server: one folder over HTTP, and nothing else.
//!
//! What [`serve`] does, in this order:
//! 1. refuses a folder that holds no site;
//! 2. listens, and prints the address on standard output once connections are accepted;
//! 3. answers until SIGINT or SIGTERM, then lets running downloads finish for ten seconds.
//!
//! What happens to a request, in this order:
//! 1. `/healthz` answers `ok`;
//! 2. the path becomes a file of the folder, never one outside of it, in the best encoding that
//!    the client accepts and that lies beside the file (`.br`, `.gz`);
//! 3. a missing file becomes the page of the module `not_found`;
//! 4. every answer gets the headers of the module `headers`;
//! 5. one line goes to the log: method, path and status, never who asked.

mod error;
mod headers;
mod not_found;
mod stop;

use std::io::Write;
use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::middleware;
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::trace::{DefaultOnResponse, TraceLayer};
use tracing::{Level, Span, info_span};

pub use error::ServeError;

/// Serves the files of `root` on `listen` (`address:port`, port 0 for any free one) until the
/// process is asked to stop.
///
/// # Errors
/// When `root` holds no `index.html`, or the system refuses the address or a signal handler.
pub async fn serve(root: &Path, listen: &str) -> Result<(), ServeError> {
    check_root(root)?;
    let listener =
        TcpListener::bind(listen).await.map_err(|source| ServeError::listen(listen, source))?;
    // Before the address is printed: who reads it may already send the signal.
    let (requested, overdue) = (stop::requested()?, stop::overdue()?);
    announce(&listener)?;
    let server = axum::serve(listener, router(root)).with_graceful_shutdown(requested);
    tokio::select! {
        ended = server => Ok(ended?),
        () = overdue => Ok(()),
    }
}

/// The answers to every request: the files of `root`, `/healthz`, and a page for what is missing.
pub fn router(root: &Path) -> Router {
    let not_found = get(not_found::page).with_state(root.to_path_buf());
    let files =
        ServeDir::new(root).precompressed_br().precompressed_gzip().not_found_service(not_found);
    let log = TraceLayer::new_for_http()
        .make_span_with(request_span)
        .on_response(DefaultOnResponse::new().level(Level::INFO));
    Router::new()
        .route("/healthz", get(async || "ok"))
        .fallback_service(files)
        .layer(middleware::from_fn(headers::complete))
        .layer(log)
}

fn check_root(root: &Path) -> Result<(), ServeError> {
    if !root.is_dir() {
        Err(ServeError::MissingRoot(root.to_path_buf()))
    } else if !root.join("index.html").is_file() {
        Err(ServeError::MissingIndex(root.to_path_buf()))
    } else {
        Ok(())
    }
}

/// Prints the real address. The tests, and whoever starts the server on port 0, read this line.
fn announce(listener: &TcpListener) -> Result<(), ServeError> {
    let address = listener.local_addr()?;
    writeln!(std::io::stdout(), "Adresse : http://{address}/")?;
    Ok(())
}

/// What the log keeps of a request: no client address, no query, no header.
fn request_span(request: &Request) -> Span {
    info_span!("request", method = %request.method(), path = request.uri().path())
}
