//! Whom the headers of a page let show it in a frame.

/// What stands for any site among those that may.
const ANYONE: [&str; 3] = ["*", "http:", "https:"];

/// Whether any site may show a page in a frame that is sent with these headers: `Content-Security-Policy`, of which there may
/// be several after commas, and `X-Frame-Options`, which counts only where no policy says who may.
pub fn allows_any_frame(policies: &str, options: &str) -> bool {
    let mut is_said = false;
    for policy in policies.split(',') {
        for directive in policy.split(';') {
            let mut words = directive.split_ascii_whitespace();
            if words.next().is_some_and(|name| name.eq_ignore_ascii_case("frame-ancestors")) {
                is_said = true;
                if !words.any(|source| ANYONE.iter().any(|anyone| source.eq_ignore_ascii_case(anyone))) {
                    return false;
                }
            }
        }
    }
    let options = options.trim();
    is_said || !["deny", "sameorigin"].iter().any(|none| options.eq_ignore_ascii_case(none))
}

#[cfg(test)]
mod tests {
    use super::allows_any_frame;

    #[test]
    fn who_may_show_the_page_is_said_by_the_policy_and_else_by_the_older_header() {
        let any = [
            ("", ""),
            ("default-src 'self'", ""),
            ("frame-ancestors *", ""),
            ("default-src 'self'; Frame-Ancestors https:", "DENY"),
            ("", "ALLOW-FROM https://example.se"),
        ];
        let some = [
            ("frame-ancestors 'self' https://example.se", ""),
            ("frame-ancestors", ""),
            ("frame-ancestors *, frame-ancestors 'none'", ""),
            ("", "sameorigin"),
            ("default-src *", " DENY "),
        ];
        assert_eq!(any.map(|(policies, options)| allows_any_frame(policies, options)), [true; 5]);
        assert_eq!(some.map(|(policies, options)| allows_any_frame(policies, options)), [false; 5]);
    }
}
