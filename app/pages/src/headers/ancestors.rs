//! The sites that may show a page in a frame.

use std::str::FromStr;

/// Sources of the directive `frame-ancestors`, checked.
///
/// # Source
/// W3C, Content Security Policy Level 3, §6.4.2.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameAncestors(String);

impl FrameAncestors {
    /// The sources, separated by spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for FrameAncestors {
    /// Every site: nothing is kept and there is no account, so there is nothing to protect.
    fn default() -> Self {
        Self("*".to_owned())
    }
}

impl FromStr for FrameAncestors {
    type Err = String;

    /// Refuses characters that would end the directive or the header, and words that name no site.
    /// No word at all is the default.
    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_whitespace().find(|source| !is_source(source)) {
            None if text.trim().is_empty() => Ok(Self::default()),
            None => Ok(Self(text.trim().to_owned())),
            Some(found) => Err(format!(
                "attendu\u{a0}: 'self', 'none', * ou des sites comme https://ville.fr, séparés par \
                 des espaces\u{a0}; trouvé\u{a0}: «\u{a0}{found}\u{a0}»"
            )),
        }
    }
}

fn is_source(text: &str) -> bool {
    if ["*", "'self'", "'none'"].contains(&text) {
        return true;
    }
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b";,'\"".contains(&byte));
    let names_site = |rest: &str| {
        let host = rest.split([':', '/']).next().unwrap_or_default();
        host == "localhost" || host.contains('.') || host.starts_with('[')
    };
    let is_scheme = |scheme: &str| scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    is_plain
        && match text.split_once("://") {
            // A site of an internal network may be a single word.
            Some((scheme, rest)) => is_scheme(scheme) && !rest.is_empty() && !rest.starts_with('/'),
            None => names_site(text) || text.strip_suffix(':').is_some_and(is_scheme),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_that_would_end_the_directive_is_refused() {
        for choice in [
            "*; script-src *",
            "a.fr,b.fr",
            "hello",
            "'self' https://",
            "'unsafe-inline'",
            "a.fr \"b.fr\"",
        ] {
            let message = choice.parse::<FrameAncestors>().unwrap_err();
            assert!(message.contains("attendu"), "{choice}: {message}");
        }
    }

    #[test]
    fn sites_of_all_forms_may_be_named() {
        for choice in [
            "*",
            "'none'",
            "'self' https://ville.fr https://*.ville.fr:8443",
            "ville.fr *.ville.fr localhost localhost:8080 http://intranet https:",
            "http://[::1]:8080 https://ville.fr/carte/",
        ] {
            assert_eq!(choice.parse::<FrameAncestors>().unwrap().as_str(), choice);
        }
    }

    #[test]
    fn an_empty_choice_is_the_default() {
        assert_eq!(" ".parse::<FrameAncestors>().unwrap(), FrameAncestors::default());
    }
}
