//! Options of a build: the address of the site, its publisher and host, and who hears of errors.

/// The options of a build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The address of the site.
    pub url: SiteUrl,
    /// The persons who answer for it.
    pub imprint: Imprint,
    /// The e-mail address that errors are reported to; without it there is no link for it.
    pub contact: Option<String>,
    /// The site of the build before; previews that did not change are kept.
    pub previous: Option<std::path::PathBuf>,
}

/// The address that a site will have; empty while nobody knows.
#[derive(Clone, Debug, Default)]
pub struct SiteUrl(pub String);

/// The persons who answer for a site, for its legal notice.
#[derive(Clone, Debug, Default)]
pub struct Imprint {
    /// The publisher; none when it was not given.
    pub publisher: Option<String>,
    /// The host; none when it was not given.
    pub host: Option<String>,
}

impl SiteUrl {
    /// The absolute address of a file or folder of the site; none while that of the site is not known.
    pub(super) fn of(&self, path: &str) -> Option<String> {
        let root = self.0.trim_end_matches('/');
        (!root.is_empty()).then(|| format!("{root}/{path}"))
    }
}
