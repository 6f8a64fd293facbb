//! The page in a browser of its own, with a server for it.

use std::sync::Arc;

use crate::{Browser, Server, Site, Window, scripts};

/// The page in a browser.
pub struct MapPage {
    // Dropped first: the server stays while the browser still may ask for something.
    pub(super) browser: Browser,
    pub(super) server: Arc<Server>,
    pub(super) window: Window,
    // A copy lasts as long as it is served.
    _site: Site,
}

impl MapPage {
    /// Opens the built site in a new browser and waits for the map.
    pub async fn visit(window: Window) -> Self {
        let page = Self::of(&Site::built(), window).await;
        page.open().await;
        page.map_is_ready().await;
        page
    }

    /// Visits as a person who asked for less motion: the map is at once where it goes.
    pub async fn visit_without_motion(window: Window) -> Self {
        Self::visit_site_without_motion(&Site::built(), window).await
    }

    /// Visits another site as that person.
    pub async fn visit_site_without_motion(site: &Site, window: Window) -> Self {
        let page = Self::of(site, window).await;
        page.reduce_motion().await;
        page.open().await;
        page.map_is_ready().await;
        page
    }

    /// Visits as that person, with names on the map: other visits have none.
    pub async fn visit_with_names(window: Window) -> Self {
        let page = Self::of(&Site::built(), window).await;
        page.before_each_page("window.writesNames = true;").await;
        page.before_each_page(scripts::WATCH_NAMES).await;
        page.reduce_motion().await;
        page.open().await;
        page.map_is_ready().await;
        page
    }

    /// A new browser and a server for `site`; nothing is opened yet.
    pub async fn of(site: &Site, window: Window) -> Self {
        Self::served_by(Server::of(site), site, window).await
    }

    /// A new browser for `site`, which `server` serves; nothing is opened yet.
    pub async fn served_by(server: Arc<Server>, site: &Site, window: Window) -> Self {
        let browser = Browser::start(window).await;
        let page = Self { browser, server, window, _site: site.clone() };
        page.before_each_page(scripts::PENDING).await;
        page
    }

    /// Goes to the address of the site.
    pub async fn open(&self) {
        self.driver().goto(self.server.address()).await.unwrap();
    }

    /// Waits until the server has files that were put into its folder.
    pub fn are_served(&self, paths: &[String]) {
        self.server.serves(paths);
    }

    /// The address of the site.
    pub fn address(&self) -> &str {
        self.server.address()
    }
}
