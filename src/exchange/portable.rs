//! The file of a portable copy: the template that scripts/portable.mjs has written, and the extract after it, as data
//! that a browser does not take for markup. `docs/portable.md` says what a copy is.

use crate::disclosure::Receiver;
use crate::organisation::value::Language;
use crate::report::escape::escape;

/// The id of the element that holds the extract.
pub const DATA: &str = "extract";

/// The attribute with what the extract is called.
pub const NAME: &str = "data-name";

/// The last of the template. What does not end so is something else.
const END: &[u8] = b"<!-- The extract follows. -->\n";

/// The attribute with what is said of the copy in a language.
pub const fn said_in(language: Language) -> &'static str {
    match language {
        Language::Swedish => "data-sv",
        Language::English => "data-en",
    }
}

/// The bytes of a copy; none where the template is none. `name` is what the extract is called, `said` what the copy says
/// of itself.
pub fn copy(template: &[u8], name: &str, said: impl Fn(Language) -> String, extract: &str) -> Option<Vec<u8>> {
    template.ends_with(END).then_some(())?;
    let attribute = |name: &str, value: &str| format!(" {name}=\"{}\"", escape(value));
    let said = [Language::Swedish, Language::English].map(|each| attribute(said_in(each), &said(each))).concat();
    let name = attribute(NAME, name);
    // In JSON this letter stands in texts only, where it can be written so. Nothing then ends the element.
    let data = extract.replace('<', "\\u003c");
    let element = format!("<script type=\"application/json\" id=\"{DATA}\"{name}{said}>{data}</script>\n");
    Some([template, element.as_bytes()].concat())
}

/// Whom an extract says it was made for, of a receiver that it may not name no more than what they are.
pub fn told<'r>(extract: &str, receiver: &'r Receiver) -> NamedReceiver<'r> {
    let named = serde_json::to_string(&receiver.to_string()).is_ok_and(|named| extract.contains(&named));
    if named { NamedReceiver::Named(receiver) } else { NamedReceiver::Kind(receiver.word()) }
}

/// Whom a copy may say that it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedReceiver<'r> {
    /// The receiver, by name.
    Named(&'r Receiver),
    /// Only what they are, as an extract says it.
    Kind(&'static str),
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &[u8] = b"<!doctype html>\n<!-- The extract follows. -->\n";

    fn made(extract: &str) -> String {
        let said = |language| format!("\"{}\" & <b>", said_in(language));
        String::from_utf8(copy(TEMPLATE, "a\"b<c.json", said, extract).unwrap()).unwrap()
    }

    #[test]
    fn the_extract_stands_after_the_template_as_data() {
        let copy = made(r#"{"format": 1, "name": "Tyresö"}"#);
        assert!(copy.starts_with("<!doctype html>\n<!-- The extract follows. -->\n<script type=\"application/json\""));
        assert!(copy.ends_with("{\"format\": 1, \"name\": \"Tyresö\"}</script>\n"));
    }

    #[test]
    fn no_text_of_the_file_is_taken_for_markup() {
        let extract = r#"{"name": "</script><script>alert(1)</script><!--<script>"}"#;
        let copy = made(extract);
        let after = copy.split_once("<!-- The extract follows. -->\n").unwrap().1;
        assert_eq!(after.matches('<').count(), 2, "{after}");
        let data = after.split_once("\">").unwrap().1.strip_suffix("</script>\n").unwrap();
        let read = |text| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(read(data), read(extract));
    }

    #[test]
    fn what_is_said_of_it_ends_no_attribute() {
        let copy = made("{}");
        assert!(copy.contains(r#"data-name="a&quot;b&lt;c.json""#));
        assert!(copy.contains(r#"data-sv="&quot;data-sv&quot; &amp; &lt;b&gt;""#));
    }

    #[test]
    fn a_page_that_a_server_sends_in_place_of_the_template_makes_no_copy() {
        assert_eq!(copy(b"<!doctype html><title>404</title>", "a.json", |_| String::new(), "{}"), None);
    }

    #[test]
    fn a_receiver_whom_the_extract_does_not_name_is_not_named() {
        let receiver = Receiver::Party("polisen".to_owned());
        assert_eq!(told(r#"{"extract": {"for": "party:polisen"}}"#, &receiver), NamedReceiver::Named(&receiver));
        assert_eq!(told(r#"{"extract": {"for": "party"}}"#, &receiver), NamedReceiver::Kind("party"));
    }
}
