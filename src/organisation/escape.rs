//! Texts between their quotes: where they end, what their escapes mean, and how they are written.

use std::borrow::Cow;
use std::fmt::Write;

/// One in each byte.
const ONES: u64 = u64::MAX / 255;

/// Whether two short texts are the same. A program's own comparison goes byte by byte in a browser, and most of what a
/// file asks of its reader is to compare keys and ids.
#[inline(never)]
pub(super) fn same(a: &[u8], b: &[u8]) -> bool {
    fn words<const N: usize>(a: &[u8], b: &[u8]) -> bool {
        // The last word may take in some of the one before.
        let (Some(last_a), Some(last_b)) = (a.last_chunk::<N>(), b.last_chunk::<N>()) else { return false };
        let mut at = 0;
        while at + N < a.len() {
            if a[at..at + N].first_chunk::<N>() != b[at..at + N].first_chunk::<N>() {
                return false;
            }
            at += N;
        }
        last_a == last_b
    }
    match a.len() {
        length if length != b.len() => false,
        8.. => words::<8>(a, b),
        4.. => words::<4>(a, b),
        _ => a.iter().zip(b).all(|(a, b)| a == b),
    }
}

/// Which of sixteen bytes are a quote, a backslash or a control character, a bit for each.
#[cfg(target_feature = "simd128")]
#[inline]
fn specials(b: &[u8; 16]) -> u32 {
    use std::arch::wasm32::{u8x16, u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, v128_or};
    // One load, whatever it looks like.
    let block =
        u8x16(b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
    let marks = v128_or(u8x16_eq(block, u8x16_splat(b'"')), u8x16_eq(block, u8x16_splat(b'\\')));
    u8x16_bitmask(v128_or(marks, u8x16_lt(block, u8x16_splat(b' ')))).into()
}

/// The place of the first quote, backslash or control character at or after `at`; the end where there is none.
///
/// Sixteen bytes at a time in a browser, then eight: most of a file is texts, and this is where most of the time goes.
#[inline(never)]
pub(super) fn end_of_plain(bytes: &[u8], mut at: usize) -> usize {
    #[cfg(target_feature = "simd128")]
    while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let found = specials(block);
        if found != 0 {
            return at + found.trailing_zeros() as usize;
        }
        at += 16;
    }
    while at + 8 <= bytes.len() {
        let Ok(word) = bytes[at..at + 8].try_into() else { break };
        let word = u64::from_le_bytes(word);
        // The lowest byte of these that has its high bit set is the first that was one of these three.
        let (quotes, slashes) = (word ^ (ONES * 0x22), word ^ (ONES * 0x5C));
        let quote = quotes.wrapping_sub(ONES) & !quotes;
        let slash = slashes.wrapping_sub(ONES) & !slashes;
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let found = (quote | slash | control) & (ONES << 7);
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)) {
        at += 1;
    }
    at
}

/// What a text between quotes says; none where it has an escape that JSON does not know.
pub(super) fn unescape(raw: &str) -> Option<Cow<'_, str>> {
    let Some(first) = raw.find('\\') else { return Some(Cow::Borrowed(raw)) };
    let mut said = String::with_capacity(raw.len());
    let mut rest = raw;
    let mut next = first;
    loop {
        said.push_str(&rest[..next]);
        rest = &rest[next + 1..];
        let (escape, after) = rest.split_at_checked(1)?;
        rest = after;
        said.push(match escape.as_bytes()[0] {
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => unicode(&mut rest)?,
            other @ (b'"' | b'\\' | b'/') => other.into(),
            _ => return None,
        });
        let Some(found) = rest.find('\\') else { break };
        next = found;
    }
    said.push_str(rest);
    Some(Cow::Owned(said))
}

/// The character of `\u` and four digits; one beyond the first 65 536 takes two such escapes.
fn unicode(rest: &mut &str) -> Option<char> {
    let first = four_digits(rest)?;
    if !(0xD800..0xDC00).contains(&first) {
        return char::from_u32(first);
    }
    *rest = rest.strip_prefix("\\u")?;
    let second = four_digits(rest)?.checked_sub(0xDC00).filter(|second| *second < 0x400)?;
    char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + second)
}

fn four_digits(rest: &mut &str) -> Option<u32> {
    let (digits, after) = rest.split_at_checked(4)?;
    *rest = after;
    digits.chars().try_fold(0, |sum, digit| Some(sum * 16 + digit.to_digit(16)?))
}

/// Writes a text in quotes.
pub(super) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    loop {
        let (plain, special) = rest.split_at(end_of_plain(rest.as_bytes(), 0));
        out.push_str(plain);
        let mut characters = special.chars();
        let Some(character) = characters.next() else { break };
        rest = characters.as_str();
        let short = match character {
            '"' | '\\' => character,
            '\u{8}' => 'b',
            '\u{C}' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => {
                let _ = write!(out, "\\u{:04x}", u32::from(character));
                continue;
            }
        };
        out.extend(['\\', short]);
    }
    out.push('"');
}

/// A text as it may be shown: characters that turn the direction of the text around them are replaced, so that a
/// name cannot rewrite the sentence it stands in, and of one that a browser would stand still over, the beginning is shown
/// and how many characters follow. What is saved is not touched.
pub fn visible(text: &str) -> String {
    let (shown, rest) = text.split_at(text.floor_char_boundary(MOST_SHOWN));
    let shown = straight(shown);
    if rest.is_empty() { shown } else { format!("{shown}… (+{})", rest.chars().count()) }
}

/// A text without the characters that turn the direction of the text around them.
pub(super) fn straight(text: &str) -> String {
    let turns = |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.replace(turns, "\u{FFFD}")
}

/// Bytes of a text that are shown at most: more than anyone writes in one field, and less than a browser takes seconds over.
const MOST_SHOWN: usize = 16_384;

/// Whether a text leaves a page blank: nothing in it but spaces, control characters, marks of direction and of joining, and
/// accents without a letter.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(leaves_blank)
}

fn leaves_blank(letter: char) -> bool {
    matches!(
        letter,
        '\0'..=' ' | '\u{7F}'..='\u{A0}' | '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{61C}' | '\u{115F}' | '\u{1160}'
            | '\u{1680}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}' | '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{205F}'..='\u{206F}'
            | '\u{20D0}'..='\u{20FF}' | '\u{2800}' | '\u{3000}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FE20}'..='\u{FE2F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn texts_are_the_same_when_all_their_bytes_are(a: Vec<u8>, place: usize, bit in 0..8) {
            let mut b = a.clone();
            prop_assert!(same(&a, &b));
            b.push(0);
            prop_assert!(!same(&a, &b));
            b.pop();
            if let Some(length) = std::num::NonZero::new(b.len()) {
                b[place % length] ^= 1_u8 << bit;
                prop_assert!(!same(&a, &b));
            }
        }

        #[test]
        fn a_text_is_written_as_serde_json_writes_it_and_read_back(text in "(?s)[\\PC\\pC]{0,40}") {
            let mut written = String::new();
            write_text(&text, &mut written);
            prop_assert_eq!(&written, &serde_json::to_string(&text).unwrap());
            prop_assert_eq!(unescape(&written[1..written.len() - 1]), Some(Cow::Borrowed(&*text)));
        }

        #[test]
        fn a_text_with_a_letter_or_a_figure_leaves_nothing_blank(text in "[\\PC\\pC]{0,5}[\\p{Alphabetic}\\p{Nd}&&[^\\p{M}]][\\PC\\pC]{0,5}") {
            prop_assume!(!text.contains(['\u{115F}', '\u{1160}', '\u{3164}', '\u{FFA0}']));
            prop_assert!(!is_blank(&text));
        }

        #[test]
        fn escapes_are_read_as_serde_json_reads_them(raw in r#"([a-zå"]{0,9}|\\[bfnrt/x\\]|\\u[dD][89a-fA-F][0-9a-f]{2}|\\u[0-9A-Fa-g]{0,4}){0,9}"#) {
            let raw = raw.replace('"', "");
            let wanted: Option<String> = serde_json::from_str(&format!("\"{raw}\"")).ok();
            prop_assert_eq!(unescape(&raw).map(Cow::into_owned), wanted);
        }

        #[test]
        fn the_end_is_the_first_special_byte(bytes: Vec<u8>, start in 0_usize..9) {
            let special = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
            let start = start.min(bytes.len());
            let wanted = bytes[start..].iter().position(special).map_or(bytes.len(), |place| start + place);
            prop_assert_eq!(end_of_plain(&bytes, start), wanted);
        }
    }

    #[test]
    fn of_a_text_without_an_end_the_beginning_is_shown_and_how_much_follows() {
        let long = "å".repeat(1_000_000);
        assert_eq!(visible(&long), format!("{}… (+{})", "å".repeat(MOST_SHOWN / 2), 1_000_000 - MOST_SHOWN / 2));
        assert_eq!(visible(&long[..MOST_SHOWN]), long[..MOST_SHOWN]);
    }

    #[test]
    fn spaces_controls_marks_of_direction_and_accents_alone_leave_it_blank() {
        for text in
            ["", "  \u{a0}\u{3000}", "\u{7}\u{1}\n", "\u{202e}\u{2067}", "\u{301}\u{308}", "\u{200b}\u{2060}\u{feff}"]
        {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", " å", "\u{202e}1", "-", "👩\u{200d}👩", "\u{e000}"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }
}
