//! What a configuration may change of how an embedded view looks: some of the tokens of `style/tokens.css`, by value.

/// The tokens that may be set: colours, corners, and nothing that says how something stands.
const TOKENS: [&str; 10] =
    ["ground", "surface", "ink", "muted", "line", "edge", "accent", "accent-soft", "on-accent", "radius"];

/// The custom property that a token is, where it may be set to this value.
pub fn property(token: &str, value: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '#' | '(' | ')' | ',' | '.' | '%' | '/' | ' ' | '-');
    let fits = !value.is_empty() && value.len() <= 100 && value.chars().all(plain) && !reaches_out(value);
    (TOKENS.contains(&token) && fits).then(|| format!("--{token}"))
}

/// Whether a value names another file, in letters of any size.
fn reaches_out(value: &str) -> bool {
    value.as_bytes().windows(3).any(|letters| letters.eq_ignore_ascii_case(b"url"))
}

#[cfg(test)]
mod tests {
    use super::property;

    #[test]
    fn colours_and_corners_may_be_set() {
        assert_eq!(property("accent", "#005a8c").as_deref(), Some("--accent"));
        assert!(property("ground", "light-dark(#fff, oklch(20% 0.02 250 / 0.9))").is_some());
        assert!(property("radius", "0").is_some());
    }

    #[test]
    fn nothing_else_may_nor_anything_that_reaches_out() {
        for (token, value) in [
            ("missing", "#fff"),
            ("--accent", "#fff"),
            ("font", "serif"),
            ("accent", ""),
            ("accent", "url(//example.se/a)"),
            ("accent", "URL(//example.se/a)"),
            ("accent", "red; background: blue"),
            ("accent", "var(--x}"),
        ] {
            assert_eq!(property(token, value), None, "{token}: {value}");
        }
    }
}
