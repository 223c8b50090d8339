//! Encodings of one byte a letter.

use super::Encoding;

/// The letter of a byte. Bytes without a letter are control characters, as the web's standard of encodings has it.
pub(super) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_FROM_128[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The byte of a letter, or of the control character that stands for it.
pub(super) fn to_windows_1252(letter: char) -> Option<u8> {
    match WINDOWS_FROM_128.iter().position(|known| *known == letter) {
        Some(place) => u8::try_from(0x80 + place).ok(),
        // A program that took the bytes for Latin-1 left control characters there.
        None => u8::try_from(u32::from(letter)).ok(),
    }
}

pub(super) fn mac_roman(byte: u8) -> char {
    upper_half(byte, MAC_FROM_128)
}

pub(super) fn dos_850(byte: u8) -> char {
    upper_half(byte, DOS_FROM_128)
}

fn upper_half(byte: u8, letters: &str) -> char {
    match byte {
        0x80.. => letters.chars().nth(usize::from(byte - 0x80)).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}

/// The letter of a byte in an encoding.
type LetterOf = fn(u8) -> char;

/// The encoding whose letters make most sense where they stand: letters of our languages beside letters, signs
/// elsewhere. Of equals Windows-1252, which is most common.
pub(super) fn likeliest(bytes: &[u8]) -> Encoding {
    // So much tells the rest.
    const LOOKED_AT: usize = 1 << 16;
    let bytes = &bytes[..bytes.len().min(LOOKED_AT)];
    let score = |letter_of: fn(u8) -> char| {
        let fits = |place: usize| {
            let beside = |place: Option<usize>| place.and_then(|place| bytes.get(place)).copied().unwrap_or(b' ');
            let (before, after) = (beside(place.checked_sub(1)), beside(Some(place + 1)));
            let letter = letter_of(bytes[place]);
            match () {
                () if OURS.contains(letter) && letter.is_uppercase() => !before.is_ascii_lowercase(),
                () if OURS.contains(letter) => {
                    (before.is_ascii_alphabetic() || after.is_ascii_alphabetic()) && !after.is_ascii_uppercase()
                }
                () => SIGNS.contains(letter) && !(before.is_ascii_alphabetic() && after.is_ascii_alphabetic()),
            }
        };
        let places = (0..bytes.len()).filter(|place| !bytes[*place].is_ascii());
        places.map(|place| if fits(place) { 1 } else { -1_i64 }).sum::<i64>()
    };
    let known: [(Encoding, LetterOf); 3] =
        [(Encoding::Windows1252, windows_1252), (Encoding::MacRoman, mac_roman), (Encoding::Dos850, dos_850)];
    let best = known.into_iter().rev().max_by_key(|(_, letter_of)| score(*letter_of));
    best.map_or(Encoding::Windows1252, |(encoding, _)| encoding)
}

/// Letters of the languages of the north.
const OURS: &str = "åäöÅÄÖéÉüÜøæØÆèàáçñ";

/// Signs that stand between words.
const SIGNS: &str = "‘’“”–—…€§°·«»´\u{a0}½";

const WINDOWS_FROM_128: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

const MAC_FROM_128: &str = concat!(
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø",
    "¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
);

const DOS_FROM_128: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐",
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
);
