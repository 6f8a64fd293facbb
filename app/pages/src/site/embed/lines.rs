//! The lines that put the map of a page into another site.

use super::page::embed_title;
use crate::site::options::SiteUrl;
use crate::site::page::{Page, html, root_from};
use answers::EmbedAddresses;
use leptos::prelude::*;

/// The addresses of the embed of the page in `folder`, as the page in `seen_from` has them. Pages of others
/// need the address of the site; without it the way from that page stands in its place.
pub(in crate::site) fn addresses(folder: &str, seen_from: &str, url: &SiteUrl) -> EmbedAddresses {
    let root = root_from(seen_from);
    let site = url.of("").unwrap_or_else(|| root.clone());
    EmbedAddresses::of(folder, &site, &root)
}

/// The lines for a page, folded away.
pub(in crate::site) fn embedding(page: &Page, url: &SiteUrl) -> String {
    let addresses = addresses(&page.folder, &page.folder, url);
    html(|| answers::embedding(&embed_title(page), &addresses, ().into_any()).into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_have_the_address_of_the_site_where_it_is_known() {
        let known = SiteUrl("https://carte.exemple/sante/".into());
        let rhone = "territoire/departement-69/";
        let addresses_of = |url| addresses(rhone, "integration/", url).frame;
        assert_eq!(addresses_of(&known), "https://carte.exemple/sante/embed/departement-69/");
        assert_eq!(addresses_of(&SiteUrl::default()), "../embed/departement-69/");
    }
}
