//! Bytes to text: which encoding they are in, told from the bytes.

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
}

/// The text and its encoding; `None` where the bytes are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    let (text, encoding) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (lossy(rest), Encoding::Utf8Mark),
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes), Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes), Encoding::Utf16Be),
        _ => without_mark(bytes),
    };
    (!text.contains('\0')).then_some((text, encoding))
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
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Encoding::Utf8),
        Err(_) => (bytes.iter().map(|byte| windows_1252(*byte)).collect(), Encoding::Windows1252),
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The letter of a byte. Bytes without a letter are control characters, as the web's standard of encodings has it.
fn windows_1252(byte: u8) -> char {
    const FROM_128: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => FROM_128[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Förskolan Åsen;Älgö";

    fn utf16(to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(to).collect()
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
        }
        assert_eq!(decode(b"10 \x80 \x96 \xE5").map(|(text, _)| text).as_deref(), Some("10 € – å"));
    }

    #[test]
    fn bytes_that_are_no_text_are_not_read() {
        assert_eq!(decode(b"a\0\0\0\0\0\0b\xFF"), None);
    }
}
