//! The addresses of embeds: `embed/departement-69/` beside `territoire/departement-69/`.

/// The folder of embeds.
const EMBEDS: &str = "embed/";

/// The folders of pages that have an embed, but for the start page.
const PAGES: [&str; 2] = ["territoire/", "dispositif/"];

/// The folder of the embed of the page in `folder`, both relative to the site.
pub fn embed_folder(folder: &str) -> String {
    [EMBEDS, name_of(folder)].concat()
}

/// The part of a page's folder that tells it from all others: `departement-69/`.
fn name_of(folder: &str) -> &str {
    PAGES.iter().find_map(|start| folder.strip_prefix(start)).unwrap_or(folder)
}

/// The addresses that the lines to copy are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedAddresses {
    /// The map in a frame.
    pub frame: String,
    /// The page that says all.
    pub whole: String,
    /// The page where the embed is set up.
    pub setup: String,
    /// The page that says what the map does and does not.
    pub proof: String,
}

impl EmbedAddresses {
    /// The addresses of the embed of the page in `folder`. `site` is the address of the site as pages of
    /// others have it, `root` as the page has it that shows the lines; both end in a slash.
    pub fn of(folder: &str, site: &str, root: &str) -> Self {
        let name = name_of(folder).trim_end_matches('/');
        let chosen = if name.is_empty() { "" } else { "?territoire=" };
        Self {
            frame: [site, EMBEDS, name_of(folder)].concat(),
            whole: [site, folder].concat(),
            setup: [root, "integration/", chosen, name].concat(),
            proof: [root, "integration/garanties/"].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_with_a_map_has_an_embed_of_the_same_name() {
        for (page, embed) in [
            ("", "embed/"),
            ("territoire/departement-69/", "embed/departement-69/"),
            ("dispositif/cls-lyon/", "embed/cls-lyon/"),
        ] {
            assert_eq!(embed_folder(page), embed);
        }
    }

    #[test]
    fn pages_of_others_get_the_whole_address_and_our_own_the_way() {
        let site = "https://carte.exemple/sante/";
        let rhone = EmbedAddresses::of("territoire/departement-69/", site, "../../");
        assert_eq!(rhone.frame, "https://carte.exemple/sante/embed/departement-69/");
        assert_eq!(rhone.whole, "https://carte.exemple/sante/territoire/departement-69/");
        assert_eq!(rhone.setup, "../../integration/?territoire=departement-69");
        let country = EmbedAddresses::of("", site, "./");
        assert_eq!(country.frame, "https://carte.exemple/sante/embed/");
        assert_eq!(country.setup, "./integration/");
    }
}
