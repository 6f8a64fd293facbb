//! Writing `_headers` at the root of a site.

use super::hosts::{Host, rules};
use super::table::Table;
use crate::error::Error;
use std::path::Path;

/// The file, relative to the site.
const FILE: &str = "_headers";

/// The size above which a policy is refused, in bytes: some proxies take no more than 4 KB of
/// headers, and then answer 502.
const LONG_POLICY: usize = 2 << 10;

/// Writes the headers of the site in `folder` into it, and returns how many rules there are.
///
/// # Errors
/// [`Error`] when the file cannot be written, or proxies may refuse the policy of a page.
pub fn write_headers(folder: &Path, table: &Table) -> Result<usize, Error> {
    if let Some((page, size)) = table.longest_policy().filter(|(_, size)| *size > LONG_POLICY) {
        let detail = format!(
            "les scripts et les styles écrits dans la page lui font une politique de {size}\u{a0}octets, \
             que des mandataires refusent\u{a0}; mettez-les dans des fichiers"
        );
        return Err(Error::form(folder.join(page), &detail));
    }
    let text = rules(Host::Headers, table);
    let path = folder.join(FILE);
    let aside = path.with_extension("next");
    std::fs::write(&aside, &text).map_err(Error::file(&aside))?;
    std::fs::rename(&aside, &path).map_err(Error::file(&path))?;
    Ok(text.lines().filter(|line| line.starts_with('/')).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(pages: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, page) in pages {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, page).unwrap();
        }
        folder
    }

    #[test]
    fn pages_with_the_same_script_have_one_rule_for_their_policy() {
        let page = "<script>start();</script>";
        let site = site(&[
            ("index.html", page),
            ("territoire/a/index.html", page),
            ("data/a.1a2b3c4d.bin", "{}"),
            ("data/a.1a2b3c4d.bin.br", "{}"),
            (".complet", ""),
        ]);
        let table = Table::of(site.path(), "*".parse().unwrap()).unwrap();
        // Everywhere; the start page twice; the folders of the data and of the territories.
        assert_eq!(write_headers(site.path(), &table).unwrap(), 5);
        assert_eq!(write_headers(site.path(), &table).unwrap(), 5, "it does not list itself");
        let text = std::fs::read_to_string(site.path().join(FILE)).unwrap();
        assert_eq!(text.matches("Content-Security-Policy").count(), 1, "{text}");
        // printf 'start();' | openssl dgst -sha256 -binary | base64
        assert!(text.contains("'sha256-E6jQvrT2ZivWG9GJ4AAEZf4MhI7l3QkLroW4hgvUT4c='"), "{text}");
    }

    #[test]
    fn a_policy_that_proxies_may_refuse_is_an_error_that_names_the_page() {
        let scripts: String = (0..40).map(|at| format!("<script>a({at});</script>")).collect();
        let site = site(&[("index.html", ""), ("long.html", &scripts)]);
        let table = Table::of(site.path(), "*".parse().unwrap()).unwrap();
        let message = write_headers(site.path(), &table).unwrap_err().to_string();
        assert!(message.contains("long.html"), "{message}");
    }
}
