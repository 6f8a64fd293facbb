//! The address that the site will have, for files that are read far from it.

use std::fmt;
use std::str::FromStr;

/// An address that begins with `http` and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteUrl(String);

impl FromStr for SiteUrl {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_of_the_web = text.starts_with("https://") || text.starts_with("http://");
        let is_plain = !text.contains(|one: char| one.is_whitespace() || "?#\"<>".contains(one));
        match is_of_the_web && is_plain {
            true => Ok(Self(format!("{}/", text.trim_end_matches('/')))),
            false => Err("une adresse qui commence par https://, sans ? ni #"),
        }
    }
}

impl fmt::Display for SiteUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_with_one_slash_and_is_of_the_web() {
        let site = |text: &str| text.parse::<SiteUrl>().map(|site| site.to_string());
        assert_eq!(site("https://a.example"), Ok("https://a.example/".to_owned()));
        assert_eq!(site("https://a.example/b/"), Ok("https://a.example/b/".to_owned()));
        for text in ["a.example", "ftp://a.example", "https://a.example/?b", ""] {
            assert!(site(text).is_err(), "{text}");
        }
    }
}
