//! Bytes to text: which encoding they are in, told from the bytes, or said by the reader.

mod byte;

use serde::{Deserialize, Serialize};

/// Encodings of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8 without a mark.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Mark,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// Windows-1252, the Western European letters of Windows.
    Windows1252,
    /// Mac Roman, the Western European letters of older Macintosh programs.
    MacRoman,
    /// Code page 850, the Western European letters of DOS.
    Dos850,
    /// UTF-8 that was taken for Windows-1252 and encoded once more: `Ã¥` for å.
    Utf8Twice,
}

impl Encoding {
    /// All encodings that are tried.
    pub const ALL: [Self; 8] = [
        Self::Utf8,
        Self::Utf8Mark,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1252,
        Self::MacRoman,
        Self::Dos850,
        Self::Utf8Twice,
    ];
}

/// The text and its encoding; `None` where the bytes are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    let (text, encoding) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => or_twice(lossy(rest), Encoding::Utf8Mark),
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes), Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes), Encoding::Utf16Be),
        _ => without_mark(bytes),
    };
    is_text(&text).then_some((text, encoding))
}

/// The text as it is in an encoding that the reader has chosen; a mark that fits is left out.
pub(super) fn decode_as(bytes: &[u8], encoding: Encoding) -> String {
    let bare = |mark: &[u8]| bytes.strip_prefix(mark).unwrap_or(bytes);
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Mark => lossy(bare(b"\xEF\xBB\xBF")),
        Encoding::Utf16Le => utf16(bare(b"\xFF\xFE"), u16::from_le_bytes),
        Encoding::Utf16Be => utf16(bare(b"\xFE\xFF"), u16::from_be_bytes),
        Encoding::Windows1252 => bytes.iter().map(|each| byte::windows_1252(*each)).collect(),
        Encoding::MacRoman => bytes.iter().map(|each| byte::mac_roman(*each)).collect(),
        Encoding::Dos850 => bytes.iter().map(|each| byte::dos_850(*each)).collect(),
        Encoding::Utf8Twice => {
            let once = lossy(bare(b"\xEF\xBB\xBF"));
            once_less(&once).unwrap_or(once)
        }
    }
}

fn without_mark(bytes: &[u8]) -> (String, Encoding) {
    // Text in our languages is mostly Latin letters: every other byte of it is then zero.
    let start = &bytes[..bytes.len().min(512) & !1];
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    if start.len() >= 4 && zeros(1) * 4 > start.len() {
        return (utf16(bytes, u16::from_le_bytes), Encoding::Utf16Le);
    }
    if start.len() >= 4 && zeros(0) * 4 > start.len() {
        return (utf16(bytes, u16::from_be_bytes), Encoding::Utf16Be);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return or_twice(text.to_owned(), Encoding::Utf8);
    }
    let encoding = byte::likeliest(bytes);
    (decode_as(bytes, encoding), encoding)
}

/// The text, or what it was before it was encoded a second time.
fn or_twice(text: String, encoding: Encoding) -> (String, Encoding) {
    match once_less(&text) {
        Some(text) => (text, Encoding::Utf8Twice),
        None => (text, encoding),
    }
}

/// What a text was whose bytes of UTF-8 were taken for letters of Windows-1252; `None` where it was not.
fn once_less(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(byte::to_windows_1252).collect();
    let text = String::from_utf8(bytes?).ok()?;
    Some(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}

/// Whether these are the letters of a text: what is no text has control characters everywhere.
fn is_text(text: &str) -> bool {
    const ONE_IN: usize = 100;
    let odd = |letter: &char| matches!(letter, '\u{1}'..='\u{8}' | '\u{E}'..='\u{1A}' | '\u{1C}'..='\u{1F}');
    !text.contains('\0') && text.chars().filter(odd).count() * ONE_IN <= text.len()
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Förskolan Åsen;Älgö";

    fn utf16(to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(to).collect()
    }

    /// The bytes of a text in an encoding of one byte a letter.
    fn bytes(text: &str, encoding: Encoding) -> Vec<u8> {
        let byte = |letter: char| (0..=255).find(|byte| decode_as(&[*byte], encoding).starts_with(letter)).unwrap();
        text.chars().map(byte).collect()
    }

    #[test]
    fn fault_02_every_encoding_of_windows_is_told_and_read() {
        let (little, big) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
        let latin: Vec<u8> = TEXT.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), Encoding::Utf8Mark),
            ([b"\xFF\xFE", &*little].concat(), Encoding::Utf16Le),
            ([b"\xFE\xFF", &*big].concat(), Encoding::Utf16Be),
            (little, Encoding::Utf16Le),
            (big, Encoding::Utf16Be),
            (latin, Encoding::Windows1252),
        ] {
            assert_eq!(decode(&bytes), Some((TEXT.to_owned(), encoding)));
            assert_eq!(decode_as(&bytes, encoding), TEXT);
        }
        assert_eq!(decode(b"10 \x80 \x96 \xE5").map(|(text, _)| text).as_deref(), Some("10 € – å"));
    }

    #[test]
    fn letters_of_other_systems_are_told_by_what_they_make_of_words() {
        for text in [TEXT, "Namn;Tjänst\nÖrjan Åberg;Äldreomsorg\n", "Skola;ÅSÖ", "Rektor;André Sjö"] {
            for encoding in [Encoding::Windows1252, Encoding::MacRoman, Encoding::Dos850] {
                assert_eq!(decode(&bytes(text, encoding)), Some((text.to_owned(), encoding)), "{text} {encoding:?}");
            }
        }
        for text in ["”Eken”;– 10 €", "Ekens ”skola” …"] {
            let known = bytes(text, Encoding::Windows1252);
            assert_eq!(decode(&known), Some((text.to_owned(), Encoding::Windows1252)));
        }
    }

    #[test]
    fn what_was_encoded_twice_is_read_as_it_was() {
        let twice: String = TEXT.bytes().map(byte::windows_1252).collect();
        assert_eq!(decode(twice.as_bytes()), Some((TEXT.to_owned(), Encoding::Utf8Twice)));
        let by_latin: String = TEXT.bytes().map(char::from).collect();
        assert_eq!(decode(by_latin.as_bytes()), Some((TEXT.to_owned(), Encoding::Utf8Twice)));
        let marked = format!("ï»¿{twice}");
        assert_eq!(decode(marked.as_bytes()), Some((TEXT.to_owned(), Encoding::Utf8Twice)));
        for text in ["Ã", "São Tomé", "Förskolan", "ö – ä"] {
            assert_eq!(decode(text.as_bytes()), Some((text.to_owned(), Encoding::Utf8)));
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_not_read() {
        assert_eq!(decode(b"a\0\0\0\0\0\0b\xFF"), None);
        assert_eq!(decode(b"\x01\x02ab\x03\x1c\xFFc"), None);
    }
}
