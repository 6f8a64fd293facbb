//! The address bar, back and forward.

use map::{Address, Projection, Viewport};

use crate::map_page::MapPage;

impl MapPage {
    /// Goes to an address of the site, given without its root, and waits for the map.
    pub async fn visit_address(&self, address: &str) {
        // A page that only its fragment tells apart would not be opened anew.
        self.driver().goto("about:blank").await.unwrap();
        let url = format!("{}{address}", self.address());
        self.driver().goto(url).await.unwrap();
        self.map_is_ready().await;
    }

    /// Opens an address of the site, given without its root, and waits for nothing.
    pub async fn open_page(&self, address: &str) {
        self.driver().goto(format!("{}{address}", self.address())).await.unwrap();
    }

    /// Moves the map with the fragment of the address only: « @45.76,4.84,250 ».
    pub async fn visit_fragment(&self, fragment: &str) {
        self.run::<()>("location.hash = arguments[0]", vec![fragment.into()]).await;
        self.settle().await;
    }

    /// The address in the address bar, after the root of the site.
    pub async fn shown_address(&self) -> String {
        let href: String = self.run("return location.href", vec![]).await;
        let rest = href.strip_prefix(self.address());
        rest.unwrap_or_else(|| panic!("{href} is not of the site")).to_owned()
    }

    /// The number of entries of the history.
    pub async fn history_length(&self) -> u32 {
        self.run("return history.length", vec![]).await
    }

    /// Goes one step back.
    pub async fn back(&self) {
        self.travel("back").await;
    }

    /// Goes one step forward.
    pub async fn forward(&self) {
        self.travel("forward").await;
    }

    /// The view in the address bar, of the mainland, to a metre per pixel; none where there is none.
    pub async fn view_in_address(&self) -> Option<Viewport> {
        let url = self.shown_address().await;
        let fragment = url.split_once('#').map_or("", |(_, fragment)| fragment);
        let view = Address::parse("", "", fragment).center?;
        let center = Projection::Mainland.map_from_lon_lat(view.lon_lat);
        Some(Viewport { center, resolution: view.resolution_m, size: self.size().await })
    }

    async fn travel(&self, direction: &str) {
        let travel = format!(
            "return new Promise(resolve => {{
                addEventListener('popstate', () => resolve(null), {{ once: true }});
                history.{direction}();
            }})"
        );
        self.run::<()>(&travel, vec![]).await;
        self.settle().await;
    }
}
