//! The mail that reports an error of a row.

/// The address of a mail to `contact` about the row `id` of a source, seen at `address`.
///
/// # Example
/// ```
/// use map::text::report_mail;
///
/// let mail = report_mail("sante@exemple.fr", "cls-lyon", "ARS", "https://carte.exemple/");
/// assert!(mail.starts_with("mailto:sante@exemple.fr?subject=Erreur%20signal%C3%A9e%20%3A%20cls-lyon&body="));
/// ```
pub fn report_mail(contact: &str, id: &str, source: &str, address: &str) -> String {
    let subject = encoded(&format!("Erreur signalée : {id}"));
    let body = encoded(&format!(
        "Ligne : {id}\nSource : {source}\nPage : {address}\n\nCe qui est faux, et ce qui est juste :\n"
    ));
    format!("mailto:{contact}?subject={subject}&body={body}")
}

/// Every byte but letters, digits and `-._~` as `%XX` (RFC 6068 §2).
fn encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(byte.into());
        } else {
            encoded.push('%');
            encoded.push(DIGITS[usize::from(byte >> 4)].into());
            encoded.push(DIGITS[usize::from(byte & 15)].into());
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_the_row_its_source_and_the_page() {
        let mail = report_mail("a@b.fr", "cls-x", "ARS, 2026", "https://c.fr/?a=1&b#c");
        assert!(
            mail.contains("body=Ligne%20%3A%20cls-x%0ASource%20%3A%20ARS%2C%202026%0A"),
            "{mail}"
        );
        assert!(mail.contains("https%3A%2F%2Fc.fr%2F%3Fa%3D1%26b%23c"), "{mail}");
        assert_eq!(mail.matches('&').count(), 1, "one parameter after the subject");
    }
}
