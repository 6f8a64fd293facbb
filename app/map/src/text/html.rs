//! A text inside HTML and SVG.

/// A text as the content or an attribute, in double quotes, of an element.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_neither_opens_a_tag_nor_ends_an_attribute() {
        assert_eq!(escaped("L’\"Ain\" & <b>"), "L’&quot;Ain&quot; &amp; &lt;b>");
    }
}
