//! A page of another site, with our map in a frame.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::site::from_environment;
use crate::{MapPage, Server, Site, Window};

/// The text that stands for the address of our site in a page of another.
const OURS: &str = "{site}";

/// A page of another site that shows our map, in a browser.
pub struct Host {
    /// The browser, and our site.
    pub page: MapPage,
    address: String,
    // Dropped before its folder.
    _server: Server,
    _folder: TempDir,
}

/// The other site beside its page.
#[derive(Clone, Copy, Debug, Default)]
pub struct HostSetup<'a> {
    /// The Content-Security-Policy that its server sends, with `{site}` for the address of ours.
    pub policy: Option<&'a str>,
    /// Its files: the path on that site, and the file.
    pub files: &'a [(String, PathBuf)],
    /// The names of both sites.
    pub naming: Naming,
}

/// The names of the two sites.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// By the number of this machine, which browsers trust without encryption.
    #[default]
    Number,
    /// By names, which they do not trust so.
    Names,
}

/// The height that a frame has in the end.
#[derive(Clone, Copy, Debug)]
pub enum FrameHeight {
    /// That of the lines to copy.
    AsPasted,
    /// The one that a frame of that width asks for, in CSS pixels.
    OfWidth(f64),
}

impl FrameHeight {
    fn wanted(self) -> f64 {
        match self {
            Self::AsPasted => 450.0,
            Self::OfWidth(width) => wanted_height(width),
        }
    }

    /// The number of times that its page gives it another height, at most.
    fn resizes(self) -> usize {
        match self {
            Self::AsPasted => 0,
            Self::OfWidth(_) => 1,
        }
    }
}

impl Host {
    /// Visits the page of another site, where `{site}` stands for the address of ours.
    pub async fn visit(window: Window, body: &str) -> Self {
        Self::visit_with(window, body, HostSetup::default()).await
    }

    /// Visits a page whose server sends a Content-Security-Policy.
    pub async fn visit_with_policy(window: Window, body: &str, policy: Option<&str>) -> Self {
        Self::visit_with(window, body, HostSetup { policy, ..HostSetup::default() }).await
    }

    /// Visits a page of a site with a setup of its own.
    pub async fn visit_with(window: Window, body: &str, setup: HostSetup<'_>) -> Self {
        let page = MapPage::of(&Site::built(), window).await;
        let site = setup.naming.of(page.address(), "carte.exemple");
        let ours = |text: &str| text.replace(OURS, site.trim_end_matches('/'));
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), ours(&document(body))).unwrap();
        fs::write(folder.path().join("avant.html"), document("<p>Avant</p>")).unwrap();
        for (path, file) in setup.files {
            put(file, &folder.path().join(path));
        }
        if let Some(policy) = setup.policy {
            let rule = format!("/*\n  Content-Security-Policy: {}\n", ours(policy));
            fs::write(folder.path().join("_headers"), rule).unwrap();
        }
        let server = Server::at(folder.path());
        let address = setup.naming.of(server.address(), "mairie.exemple");
        page.watch_frame_height().await;
        page.reduce_motion().await;
        let host = Self { page, address, _server: server, _folder: folder };
        host.open().await;
        host
    }

    /// Goes to the page before, then to the page with the map: there is a way back.
    async fn open(&self) {
        for name in ["avant.html", ""] {
            self.page.go_to(&format!("{}{name}", self.address)).await;
        }
    }

    /// The map is in the frame, of a height that is right to the pixel after one resize at most; nothing scrolls
    /// in it. Then leaves the page.
    pub async fn shows_the_map(&self, height: FrameHeight) {
        let page = &self.page;
        page.until_frame_is(height.wanted()).await;
        page.enter_frame_with_map().await;
        assert_eq!(page.overflow().await, [0.0, 0.0], "nothing scrolls in the frame");
        page.leave_frame().await;
        let heights = page.frame_heights().await;
        assert_eq!(heights.last(), Some(&height.wanted()), "{heights:?}");
        assert!(heights.len() <= 1 + height.resizes(), "one resize at most: {heights:?}");
        self.is_left_at_once().await;
    }

    /// Goes back to the page before, in one step. The console has no error.
    pub async fn is_left_at_once(&self) {
        assert_eq!(self.page.console_errors().await, Vec::<String>::new(), "errors of the console");
        self.page.go_back().await;
        let shown = self.page.requests().await.swap_remove(0);
        assert!(shown.ends_with("avant.html"), "one step back leads to {shown}");
    }

    /// The address of the other site.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// The lines that the page of a territory gives to copy, with `{site}` for the address of a site that does not
/// know its own.
pub fn lines_to_copy(page: &str) -> String {
    let path = Site::built().root().join(page).join("index.html");
    let html = fs::read_to_string(path).unwrap();
    let (_, rest) = html.split_once("<textarea").unwrap();
    let (_, rest) = rest.split_once('>').unwrap();
    let (lines, _) = rest.split_once("</textarea>").unwrap();
    let plain = lines.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&amp;", "&").replace("=\"../../", "=\"{site}/")
}

/// The height that a frame of that width asks for, in CSS pixels: a map of four to three, within limits,
/// and its caption.
pub fn wanted_height(width: f64) -> f64 {
    let caption = if width < 480.0 { 64.0 } else { 46.0 };
    (0.75 * width).round().clamp(230.0, 560.0) + caption
}

/// A file of a package that others wrote for pages; `make scenarios` installs them.
pub fn npm(file: &str) -> PathBuf {
    from_environment("HOST_CODE", "../target/tools/host-code/node_modules").join(file)
}

impl Naming {
    fn of(self, address: &str, name: &str) -> String {
        match self {
            Self::Number => address.to_owned(),
            Self::Names => address.replace("127.0.0.1", name),
        }
    }
}

fn put(file: &Path, target: &Path) {
    fs::create_dir_all(target.parent().unwrap()).unwrap();
    fs::copy(file, target)
        .unwrap_or_else(|error| panic!("{}: {error}: run `make scenarios`", file.display()));
}

fn document(body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Mairie</title><link rel=\"icon\" href=\"data:,\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head>\
         <body><h1>Mairie</h1>{body}</body></html>"
    )
}
