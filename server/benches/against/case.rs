//! The kinds of load.

/// A kind of load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Page,
    NotModified,
    Overview,
    NewConnections,
    Http2,
}

impl Case {
    pub const ALL: [Self; 5] =
        [Self::Page, Self::NotModified, Self::Overview, Self::NewConnections, Self::Http2];

    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "GET of a 2 KB page, 64 connections",
            Self::NotModified => "conditional GET of that page, answered 304",
            Self::Overview => "GET of the 430 KB brotli overview",
            Self::NewConnections => "GET of the page, a connection for each",
            Self::Http2 => "GET of the page in clear-text HTTP/2, 16 connections × 32 streams",
        }
    }
}
