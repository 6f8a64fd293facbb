//! Debian's Chromium without a window.

/// The program.
pub const CHROMIUM: &str = "chromium";

/// The flags that Chromium needs in a container, and those that keep it from calling home.
pub const CHROMIUM_FLAGS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];
