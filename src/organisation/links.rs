//! Which texts of a file may become links. A file can say anything; only a plain address or number is followed.

/// `mailto:` for a plain e-mail address, else nothing.
pub fn email(text: &str) -> Option<String> {
    let (name, host) = text.split_once('@')?;
    let plain = |part: &str, also: &[char]| {
        !part.is_empty()
            && part.chars().all(|c| c.is_ascii_alphanumeric() || also.contains(&c))
            && !part.starts_with(['.', '-'])
            && !part.ends_with(['.', '-'])
            && !part.contains("..")
    };
    (plain(name, &['.', '_', '-', '+']) && plain(host, &['.', '-']) && host.contains('.'))
        .then(|| format!("mailto:{text}"))
}

/// `tel:` for a telephone number written with digits, spaces, hyphens, brackets and a leading plus, else nothing.
pub fn phone(text: &str) -> Option<String> {
    let (plus, rest) = text.trim().strip_prefix('+').map_or(("", text.trim()), |rest| ("+", rest));
    let written = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '–' | '(' | ')');
    if !rest.chars().all(written) {
        return None;
    }
    // +46 (0)8-…: the zero in brackets is not dialled after a country's number.
    let rest = if plus.is_empty() { rest.to_owned() } else { rest.replace("(0)", "") };
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    (5..=15).contains(&digits.len()).then(|| format!("tel:{plus}{digits}"))
}

/// The address itself where it is an `https:` one without anything that could mislead, else nothing.
pub fn web(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.split_once(':').map_or(host, |(name, _)| name);
    let plain = name.contains('.') && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let printable = rest.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\'));
    (plain && printable).then(|| text.to_owned())
}

/// A `mailto:` address of a letter that is written already; without an address where nobody is known to get it.
pub fn letter(to: &str, subject: &str, body: &str) -> String {
    let to = email(to).unwrap_or_else(|| "mailto:".to_owned());
    format!("{to}?subject={}&body={}", encoded(subject), encoded(&body.replace('\n', "\r\n")))
}

fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// The address where a reader says what they think: an `https:` one, or `mailto:` and a plain e-mail address.
pub fn feedback(text: &str) -> Option<String> {
    match text.strip_prefix("mailto:") {
        Some(address) => email(address),
        None => web(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_can_be_opened_in_a_mail_program() {
        let expected = "mailto:a@example.se?subject=%C3%84ndrat%20%26%20klart&body=Hej%0D%0Adu";
        assert_eq!(letter("a@example.se", "Ändrat & klart", "Hej\ndu"), expected);
        assert_eq!(letter("a@b.se?bcc=c@d.se", "S", ""), "mailto:?subject=S&body=");
    }

    #[test]
    fn only_plain_addresses_become_links() {
        assert_eq!(email("trygghet@example.se").as_deref(), Some("mailto:trygghet@example.se"));
        for bad in ["", "@example.se", "a@b", "a b@example.se", "a@b.se?bcc=c@d.se", "a@b@c.se", "a@-b.se"] {
            assert_eq!(email(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_thought_goes_to_a_secure_page_or_a_plain_address() {
        assert_eq!(feedback("mailto:tyck@example.se").as_deref(), Some("mailto:tyck@example.se"));
        assert!(feedback("https://www.example.se/tyck-till").is_some());
        for bad in ["", "tyck@example.se", "mailto:a@b.se?bcc=c@d.se", "http://example.se", "javascript:alert(1)"] {
            assert_eq!(feedback(bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers_are_dialled_without_their_spaces() {
        assert_eq!(phone("08-578 291 00").as_deref(), Some("tel:0857829100"));
        assert_eq!(phone("+46 (0)8 578 291 00").as_deref(), Some("tel:+46857829100"));
        for bad in ["", "ring Anna", "123", "08-1234;ext=5", "0812345678901234567"] {
            assert_eq!(phone(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_secure_addresses_are_followed() {
        assert!(web("https://www.example.se/a?b=c#d").is_some());
        for bad in ["http://example.se", "javascript:alert(1)", "https://user@example.se", "https://", "https://a b.se"]
        {
            assert_eq!(web(bad), None, "{bad}");
        }
    }
}
