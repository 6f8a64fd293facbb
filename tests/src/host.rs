//! A page of another site, with our map in a frame.

use std::fs;

use tempfile::TempDir;

use crate::{MapPage, Server, Site, Window};

/// What stands for the address of our site in a page of another.
const OURS: &str = "{site}";

/// A page of another site that shows our map, in a browser.
pub struct Host {
    /// The browser, and our site.
    pub page: MapPage,
    // Dropped before its folder.
    server: Server,
    _folder: TempDir,
}

impl Host {
    /// Visits the page of another site, where `{site}` stands for the address of ours.
    pub async fn visit(window: Window, body: &str) -> Self {
        Self::visit_with_policy(window, body, None).await
    }

    /// Visits a page whose server sends a Content-Security-Policy.
    pub async fn visit_with_policy(window: Window, body: &str, policy: Option<&str>) -> Self {
        let page = MapPage::of(&Site::built(), window).await;
        let ours = |text: &str| text.replace(OURS, page.address().trim_end_matches('/'));
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), ours(&document(body))).unwrap();
        fs::write(folder.path().join("avant.html"), document("<p>Avant</p>")).unwrap();
        if let Some(policy) = policy {
            let rule = format!("/*\n  Content-Security-Policy: {}\n", ours(policy));
            fs::write(folder.path().join("_headers"), rule).unwrap();
        }
        let server = Server::at(folder.path());
        page.watch_frame_height().await;
        page.reduce_motion().await;
        let host = Self { page, server, _folder: folder };
        host.open().await;
        host
    }

    /// Goes to the page before, then to the page with the map: there is a way back.
    async fn open(&self) {
        for name in ["avant.html", ""] {
            self.page.go_to(&format!("{}{name}", self.server.address())).await;
        }
    }

    /// The address of the other site.
    pub fn address(&self) -> &str {
        self.server.address()
    }
}

fn document(body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Mairie</title><link rel=\"icon\" href=\"data:,\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head>\
         <body><h1>Mairie</h1>{body}</body></html>"
    )
}
