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

    /// What a program that reads the line takes it to say: unfolded, then unescaped.
    fn read_back(line: &str) -> String {
        let unfolded = line.replace("\r\n ", "");
        let value = unfolded.strip_prefix("N:").and_then(|rest| rest.strip_suffix("\r\n")).expect("one line");
        assert!(!value.contains(['\r', '\n']), "{value:?}");
        let mut out = String::new();
        let mut letters = value.chars();
        while let Some(letter) = letters.next() {
            let meant = if letter == '\\' { letters.next() } else { Some(letter) };
            let is_break = letter == '\\' && meant == Some('n');
            out.extend(if is_break { Some('\n') } else { meant });
        }
        out
    }

    #[test]
    fn every_control_and_private_character_is_read_as_it_was_or_left_out() {
        let controls =
            ('\0'..='\u{9f}').chain('\u{2000}'..='\u{206f}').chain(['\u{feff}', '\u{fffd}', '\u{fffe}', '\u{ffff}']);
        let private = ('\u{e000}'..='\u{f8ff}').chain('\u{f0000}'..='\u{f00ff}').chain(['\u{10fffd}']);
        for letter in controls.chain(private) {
            let mut out = String::new();
            line(&mut out, "N", &escaped(&format!("a{letter}b{letter}{}", "c".repeat(80))));
            let as_it_was = |letter: &str| format!("a{letter}b{letter}{}", "c".repeat(80));
            let kept = match letter {
                '\r' => "\n".to_owned(),
                '\n' | '\t' => letter.to_string(),
                '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}' => String::new(),
                letter if letter.is_control() => String::new(),
                letter => letter.to_string(),
            };
            assert_eq!(read_back(&out), as_it_was(&kept), "{letter:?}");
        }
    }
}
