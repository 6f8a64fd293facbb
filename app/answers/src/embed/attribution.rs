//! The line below a map in a frame that says from whom and from which day it is: in the languages that the
//! address of an embed may ask for (`langue=en`). Names stay as their owners write them.

use super::languages::{LANGUAGES, Language};
use leptos::prelude::*;
use map::served::Manifest;
use map::text::{publishers, status_day, typographic};

/// More publishers than these are counted.
const NAMED: usize = 2;

/// The line in every language; the style sheet shows the one that the address asks for. `names` are the
/// publishers, `whole` is the address of the page that says all.
pub(super) fn attributions(manifest: &Manifest, names: &[&str], whole: &str) -> Vec<AnyView> {
    let french = [status_day(manifest), publishers(names)];
    let day = manifest.etat.as_deref();
    let others = LANGUAGES.iter().map(|language| {
        let about = [day.and_then(|day| language.status_day(day)), language.publishers(names)];
        line(Some(language.code), about, language.whole, whole)
    });
    [line(None, french, "Ouvrir la page entière", whole)].into_iter().chain(others).collect()
}

fn line(
    lang: Option<&'static str>,
    about: [Option<String>; 2],
    label: &'static str,
    whole: &str,
) -> AnyView {
    let about: Vec<String> = about.into_iter().flatten().collect();
    view! {
        <p class="caption-about" lang=lang>
            <span>{about.join(" · ")}</span>
            " "
            <a href=whole.to_owned() target="_blank" rel="noopener" hreflang=lang.map(|_| "fr")>{label}</a>
        </p>
    }
    .into_any()
}

impl Language {
    /// The day of the statuses; none for a text that is no ISO day.
    fn status_day(&self, iso: &str) -> Option<String> {
        let mut parts = iso.split('-');
        let year = parts.next()?;
        let month: usize = parts.next()?.parse().ok()?;
        let day: u32 = parts.next()?.parse().ok()?;
        let month = self.months.get(month.checked_sub(1)?)?;
        let [to_month, to_year] = self.between;
        Some([self.status, " ", &day.to_string(), to_month, month, to_year, year].concat())
    }

    /// The publishers, the first ones named and the others counted; none without any.
    fn publishers(&self, names: &[&str]) -> Option<String> {
        let (named, others) = names.split_at(names.len().min(NAMED));
        let mut parts: Vec<String> = named.iter().map(|name| typographic(name)).collect();
        if !others.is_empty() {
            let noun = self.others[usize::from(others.len() > 1)];
            parts.push([&others.len().to_string(), "\u{a0}", noun].concat());
        }
        let last = parts.pop()?;
        let label = self.source[usize::from(names.len() > 1)];
        let before = parts.join(", ");
        let and = if before.is_empty() { String::new() } else { [" ", self.and, " "].concat() };
        Some([label, &before, &and, &last].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_language(code: &str) -> &'static Language {
        LANGUAGES.iter().find(|language| language.code == code).unwrap()
    }

    #[test]
    fn the_day_is_written_as_each_language_writes_it() {
        let days = LANGUAGES.each_ref().map(|it| it.status_day("2026-11-01").unwrap());
        let plain = days.map(|day| day.replace('\u{a0}', " "));
        assert_eq!(
            plain,
            [
                "Status as of 1 November 2026",
                "Stand: 1. November 2026",
                "Situación a 1 de noviembre de 2026",
                "Situazione al 1 novembre 2026",
            ]
        );
        assert_eq!(in_language("en").status_day("2026"), None);
    }

    #[test]
    fn publishers_keep_their_names_and_the_others_are_counted() {
        let english = in_language("en");
        assert_eq!(english.publishers(&[]), None);
        assert_eq!(english.publishers(&["ARS"]).unwrap(), "Source: ARS");
        assert_eq!(english.publishers(&["ARS", "CPAM"]).unwrap(), "Sources: ARS and CPAM");
        let four = english.publishers(&["ARS", "CPAM", "Ville", "L'État"]).unwrap();
        assert_eq!(four, "Sources: ARS, CPAM and 2\u{a0}others");
        let german = in_language("de").publishers(&["ARS", "CPAM", "Ville"]).unwrap();
        assert_eq!(german, "Quellen: ARS, CPAM und 1\u{a0}weitere");
    }
}
