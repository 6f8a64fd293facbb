//! The code page of MS-DOS in western Europe, which `encoding_rs` does not have.

/// The characters of the bytes 0x80 to 0xFF, in order. The first half is nearly that of code page
/// 437, French small letters included.
///
/// # Source
/// Unicode Consortium, `MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT`.
const UPPER_HALF: &str = "\
     ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
     áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
     └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
     ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}\
     ";

/// The text of `bytes` in code page 850.
pub(super) fn decode(bytes: &[u8]) -> String {
    let upper: Vec<char> = UPPER_HALF.chars().collect();
    let character = |byte: &u8| match byte.checked_sub(0x80) {
        None => char::from(*byte),
        Some(index) => {
            upper.get(usize::from(index)).copied().unwrap_or(char::REPLACEMENT_CHARACTER)
        }
    };
    bytes.iter().map(character).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_letters_are_read() {
        assert_eq!(
            decode(b"Sant\x82, Is\x8are, H\x93pital, \x90chirolles"),
            "Santé, Isère, Hôpital, Échirolles"
        );
        assert_eq!(UPPER_HALF.chars().count(), 128);
    }
}
