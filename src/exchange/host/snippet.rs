//! What is pasted into another page so that it shows a view.

use crate::report::escape::escape;

/// The address of a view of the page at `own`: what it shows, which file, and the page by its fragment, where it is one.
pub fn address(own: &str, view: &str, data: Option<&str>, fragment: &str) -> String {
    let data = data.map(|data| format!("&data={}", encoded(data))).unwrap_or_default();
    format!("{own}?embed={}{data}{fragment}", encoded(view))
}

/// The address of the page with all that stands around it.
pub fn whole(own: &str, data: Option<&str>, fragment: &str) -> String {
    let data = data.map(|data| format!("?data={}", encoded(data))).unwrap_or_default();
    format!("{own}{data}{fragment}")
}

/// The element, and the script that knows it.
pub fn element(own: &str, address: &str) -> String {
    let (folder, address) = (escape(own), escape(address));
    let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!(
        "<script type=\"module\" src=\"{folder}/embed.js\"></script>\n<ombud-view src=\"{address}\"></ombud-view>\n"
    )
}

/// A frame without any script.
pub fn frame(address: &str) -> String {
    let address = escape(address);
    format!("<iframe src=\"{address}\" title=\"Ombud\" width=\"100%\" height=\"800\" loading=\"lazy\"></iframe>\n")
}

/// A value of a query.
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/');
    let one = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "https://kommun.example.se/trygghet/";

    #[test]
    fn a_view_has_an_address_that_says_which_file_it_shows() {
        assert_eq!(address(OWN, "map", None, ""), "https://kommun.example.se/trygghet/?embed=map");
        let at_unit = "https://kommun.example.se/trygghet/?embed=page&data=a%20b/c.json#/organisation/eken";
        assert_eq!(address(OWN, "page", Some("a b/c.json"), "#/organisation/eken"), at_unit);
        let alone = "https://kommun.example.se/trygghet/?data=b.json#/map";
        assert_eq!(whole(OWN, Some("b.json"), "#/map"), alone);
    }

    #[test]
    fn the_element_comes_with_the_script_beside_the_page() {
        let snippet = element(&format!("{OWN}index.html"), &address(OWN, "map", Some("b.json"), ""));
        assert!(snippet.contains(r#"src="https://kommun.example.se/trygghet/embed.js""#), "{snippet}");
        assert!(
            snippet.contains(r#"<ombud-view src="https://kommun.example.se/trygghet/?embed=map&amp;data=b.json">"#)
        );
    }

    #[test]
    fn an_address_cannot_leave_its_escape() {
        let snippet = frame(r#"https://a.se/?embed=page#/"><script>alert(1)</script>"#);
        assert!(!snippet.contains("<script") && snippet.matches('"').count() == 10, "{snippet}");
    }
}
