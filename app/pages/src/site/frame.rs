//! The start page as Trunk wrote it, taken apart: each page gets its style sheets and the script that starts
//! the program in the form that suits it.

use super::embed::Script;
use crate::error::Error;
use std::path::Path;

/// The comments around what only the application needs.
pub(super) const PROGRAM: [&str; 2] = ["<!-- program -->", "<!-- /program -->"];

/// The beginning of the script that starts the program.
const SCRIPT: &str = "<script type=\"module\" async>";

/// The places of what was taken out.
const STYLE_MARK: &str = "<!-- style -->";
const SCRIPT_MARK: &str = "<!-- start -->";

/// A style sheet of the site, a file named after it with a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// For what the program adds to a page: it is asked for with the program, and stands before the others.
    Application,
    /// For every page.
    Page,
    /// For embeds.
    Embed,
    /// For the page that sets up an embed.
    Integration,
    /// For paper.
    Print,
}

impl Style {
    const ALL: [Self; 5] =
        [Self::Application, Self::Page, Self::Embed, Self::Integration, Self::Print];

    const fn name(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Page => "page",
            Self::Embed => "embed",
            Self::Integration => "integration",
            Self::Print => "print",
        }
    }
}

/// The parts of a page that come from the frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    /// Whether the application takes over.
    pub(super) has_program: bool,
    /// Whether style and script stand in the page itself, which is then seen a way to the server sooner, and is
    /// larger: for the page that is opened first.
    pub(super) is_inline: bool,
    /// The style sheet of its own.
    pub(super) own: Option<Style>,
}

/// The start page with places for its style sheets and its script.
pub(super) struct Frame {
    html: String,
    /// The addresses of the style sheets, in the order of [`Style::ALL`].
    styles: [String; 5],
    page_style: String,
    /// The script that starts the program, as a file.
    pub(super) start: Script,
}

impl Frame {
    /// Takes the start page of the site in `folder` apart.
    ///
    /// # Errors
    /// [`Error`] when a style sheet or the script is not there.
    pub(super) fn new(html: &str, folder: &Path) -> Result<Self, Error> {
        let page = folder.join("index.html");
        let mut html = html.to_owned();
        let mut styles = <[String; 5]>::default();
        for (style, address) in Style::ALL.into_iter().zip(&mut styles) {
            let name = style.name();
            let lacking = || {
                Error::form(&page, &format!("la feuille de style «\u{a0}{name}\u{a0}» n’y est pas"))
            };
            (html, *address) = without_style(&html, name).ok_or_else(lacking)?;
        }
        let path = folder.join(&styles[Style::Page as usize]);
        let page_style = std::fs::read_to_string(&path).map_err(Error::file(&path))?;
        let script = html
            .split_once(SCRIPT)
            .and_then(|(_, rest)| rest.split_once("</script>"))
            .map(|(script, _)| script.to_owned())
            .ok_or_else(|| Error::form(&page, &format!("le script {SCRIPT} n’y est pas")))?;
        let html = html.replacen(&format!("{SCRIPT}{script}</script>"), SCRIPT_MARK, 1);
        let html = html.replacen("</head>", &format!("{STYLE_MARK}</head>"), 1);
        // What every browser takes for granted.
        let html = html
            .replace(" crossorigin=\"anonymous\"", "")
            .replace(" type=\"application/wasm\"", "");
        Ok(Self { html, styles, page_style, start: Script::hashed("depart", &script) })
    }

    /// The frame of a page; addresses are relative to the root.
    pub(super) fn of(&self, parts: Parts) -> String {
        let html = if parts.has_program { self.html.clone() } else { without_program(&self.html) };
        let html = html.replacen(STYLE_MARK, &self.style(parts), 1);
        without_marks(&html.replacen(SCRIPT_MARK, &self.script(parts), 1))
    }

    fn style(&self, parts: Parts) -> String {
        let address = |style: Style| &self.styles[style as usize];
        let link = |style| format!("<link rel=\"stylesheet\" href=\"./{}\">", address(style));
        let mut style = String::new();
        if parts.has_program {
            let address = address(Style::Application);
            style += &format!("<link rel=\"alternate\" id=\"style\" href=\"./{address}\">");
            style += &if parts.is_inline {
                // In braces: no name of its own is seen by other scripts. Above the body, so that the program is
                // asked for before that is drawn.
                format!("<script>{{{}}}</script>", self.start.text)
            } else {
                format!("<link rel=\"modulepreload\" href=\"./{}\">", self.start.name)
            };
        }
        style += &if parts.is_inline {
            format!("<style>{}</style>", self.page_style)
        } else {
            link(Style::Page)
        };
        style.extend(parts.own.map(link));
        if parts.has_program && parts.own != Some(Style::Embed) {
            let address = address(Style::Embed);
            style += &format!("<link rel=\"alternate\" id=\"style-embed\" href=\"./{address}\">");
        }
        style
            + &format!(
                "<link rel=\"stylesheet\" media=\"print\" href=\"./{}\">",
                address(Style::Print)
            )
    }

    /// The script at the end of the page.
    fn script(&self, parts: Parts) -> String {
        if parts.is_inline {
            return String::new();
        }
        format!("<script type=\"module\" async src=\"./{}\"></script>", self.start.name)
    }
}

/// The page without the style sheet of that name, and the address of that.
fn without_style(html: &str, name: &str) -> Option<(String, String)> {
    let (html, link) = without_element(html, &format!("href=\"./{name}-"))?;
    let address = link.split_once("href=\"./")?.1.split('"').next()?.to_owned();
    Some((html, address))
}

/// The page without the element in whose tag `text` stands, and that tag.
fn without_element<'a>(html: &'a str, text: &str) -> Option<(String, &'a str)> {
    let at = html.find(text)?;
    let start = html[..at].rfind('<')?;
    let end = at + html[at..].find('>')? + 1;
    Some((format!("{}{}", &html[..start], &html[end..]), &html[start..end]))
}

/// The frame without what only the application needs.
fn without_program(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once(PROGRAM[0]) {
        kept.push_str(before);
        rest = after.split_once(PROGRAM[1]).map_or("", |(_, after)| after);
    }
    // Trunk puts these two where it likes.
    let kept = kept + rest;
    ["programme-script", "programme"].iter().fold(kept, |html, id| {
        let without = without_element(&html, &format!(" id=\"{id}\"")).map(|(without, _)| without);
        without.unwrap_or(html)
    })
}

/// The frame without the comments around what only the application needs.
fn without_marks(html: &str) -> String {
    PROGRAM.iter().fold(html.to_owned(), |html, mark| html.replace(mark, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "<head><link rel=\"stylesheet\" href=\"./application-1a.css\"/>\
        <link rel=\"stylesheet\" href=\"./page-2b.css\"/><link rel=\"stylesheet\" href=\"./embed-3c.css\"/>\
        <link rel=\"stylesheet\" href=\"./integration-4d.css\"/>\
        <link rel=\"stylesheet\" href=\"./print-5e.css\"/></head><body>\
        <!-- program --><script type=\"module\" async>start();</script><!-- /program --></body>";

    fn frame() -> Frame {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("page-2b.css"), "p{top:0}").unwrap();
        Frame::new(START, folder.path()).unwrap()
    }

    #[test]
    fn the_first_page_has_script_and_style_in_itself_and_the_style_of_the_program_before_that_of_pages()
     {
        let page = frame().of(Parts { has_program: true, is_inline: true, own: None });
        let expected = "<head><link rel=\"alternate\" id=\"style\" href=\"./application-1a.css\">\
            <script>{start();}</script><style>p{top:0}</style>\
            <link rel=\"alternate\" id=\"style-embed\" href=\"./embed-3c.css\">\
            <link rel=\"stylesheet\" media=\"print\" href=\"./print-5e.css\"></head><body></body>";
        assert_eq!(page, expected);
    }

    #[test]
    fn other_pages_name_their_files() {
        let frame = frame();
        let page = frame.of(Parts { has_program: true, is_inline: false, own: Some(Style::Embed) });
        let script =
            format!("<script type=\"module\" async src=\"./{}\"></script>", frame.start.name);
        assert!(page.contains(&script) && page.contains("<link rel=\"modulepreload\""), "{page}");
        assert!(page.find("page-2b.css") < page.find("embed-3c.css"), "{page}");
        assert!(!page.contains("integration") && !page.contains("start();"), "{page}");
    }

    #[test]
    fn pages_without_the_program_have_neither_its_script_nor_its_style() {
        let page = frame().of(Parts { has_program: false, is_inline: false, own: None });
        assert!(!page.contains("script") && !page.contains("application"), "{page}");
        assert!(page.contains("page-2b.css"), "{page}");
    }

    #[test]
    fn a_style_that_is_not_there_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let lacking = START.replace("embed-3c", "other-3c");
        let error = Frame::new(&lacking, folder.path()).map(drop).unwrap_err();
        assert!(error.to_string().contains("embed"), "{error}");
    }
}
