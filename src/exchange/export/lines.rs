//! Lines of cards and calendars, which are folded and escaped alike (RFC 6350 and RFC 5545).

/// Octets in a line, at most, without its end.
pub(super) const LONGEST: usize = 75;

/// A text with what would end it or divide it escaped. A line break is `\n`; other control characters, the separators of
/// lines that some programs break at, and what is no character are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\n' | '\r' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\t' => out.push(letter),
            '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Writes a line, folded where it is too long: what goes on begins with a space, and no letter is cut.
pub(super) fn line(out: &mut String, name: &str, value: &str) {
    let mut octets = 0;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if octets + letter.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            octets = 1;
        }
        octets += letter.len_utf8();
        out.push(letter);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut out = String::new();
        line(&mut out, "N", &"å".repeat(60));
        assert!(out.split("\r\n").all(|line| line.len() <= LONGEST));
        assert_eq!(out.replace("\r\n ", "").trim(), format!("N:{}", "å".repeat(60)));
    }

    #[test]
    fn what_is_no_letter_ends_no_line_and_is_left_out() {
        assert_eq!(escaped("a\0b\u{1b}c\u{85}d\u{2028}e\u{fffe}f\tg"), "abcdef\tg");
        assert_eq!(escaped("a\r\nb\rc\nd;e,f\\"), "a\\nb\\nc\\nd\\;e\\,f\\\\");
    }
}
