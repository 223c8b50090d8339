//! The tags of XML one after the other, with nothing between them looked at: enough to find what the reader of cells does
//! not tell.

use crate::report::escape::unescape;

/// Finds tags in bytes that are handed over piece by piece.
#[derive(Default)]
pub(super) struct Tags {
    /// The tag that is being read, from what follows `<`.
    tag: Vec<u8>,
    is_inside: bool,
    quote: Option<u8>,
}

/// Bytes of a tag that are kept; what is asked of tags stands in far shorter ones.
const LONGEST: usize = 4096;

impl Tags {
    /// Takes a piece, and hands over each tag that ends in it, without its brackets. Stops where it is answered `false`.
    pub(super) fn feed(&mut self, piece: &[u8], found: &mut dyn FnMut(&str) -> bool) -> bool {
        for byte in piece {
            if !self.is_inside {
                self.is_inside = *byte == b'<';
                continue;
            }
            if !self.ends(*byte) {
                if self.tag.len() < LONGEST {
                    self.tag.push(*byte);
                }
                continue;
            }
            let goes_on = found(std::str::from_utf8(&self.tag).unwrap_or_default());
            self.tag.clear();
            (self.is_inside, self.quote) = (false, None);
            if !goes_on {
                return false;
            }
        }
        true
    }

    /// Whether the tag ends with this byte: in quotes, comments and character data `>` is a letter.
    fn ends(&mut self, byte: u8) -> bool {
        if self.tag.starts_with(b"!--") {
            return byte == b'>' && self.tag.len() > 4 && self.tag.ends_with(b"--");
        }
        if self.tag.starts_with(b"![CDATA[") {
            return byte == b'>' && self.tag.ends_with(b"]]");
        }
        match self.quote {
            Some(quote) if quote == byte => self.quote = None,
            None if matches!(byte, b'"' | b'\'') => self.quote = Some(byte),
            _ => {}
        }
        byte == b'>' && self.quote.is_none()
    }
}

/// What a tag is called, without the prefix of its name space.
pub(super) fn name(tag: &str) -> &str {
    let name = tag.split([' ', '\t', '\r', '\n', '/']).next().unwrap_or_default();
    name.rsplit_once(':').map_or(name, |(_, bare)| bare)
}

/// Whether a tag ends the element of a name.
pub(super) fn is_end_of(tag: &str, wanted: &str) -> bool {
    tag.strip_prefix('/').is_some_and(|tag| name(tag) == wanted)
}

/// The value of an attribute, by its name without a prefix. Its references are put back.
pub(super) fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag.split_once([' ', '\t', '\r', '\n'])?.1;
    loop {
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (value, next) = after[1..].split_once(quote)?;
        let key = key.trim();
        if key.rsplit_once(':').map_or(key, |(_, bare)| bare) == wanted {
            return Some(unescape(value));
        }
        rest = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(pieces: &[&str]) -> Vec<String> {
        let (mut tags, mut found) = (Tags::default(), Vec::new());
        for piece in pieces {
            tags.feed(piece.as_bytes(), &mut |tag| {
                found.push(tag.to_owned());
                true
            });
        }
        found
    }

    #[test]
    fn tags_are_found_across_pieces_and_none_in_comments_or_character_data() {
        assert_eq!(tags(&["<a b=\"1>2\"/>te", "xt<x:c", " r='A1'></x:c>"]), ["a b=\"1>2\"/", "x:c r='A1'", "/x:c"]);
        let told = tags(&["<!-- <row> --><![CDATA[<row>]]><row>"]);
        assert_eq!(told.iter().filter(|tag| name(tag) == "row").count(), 1);
    }

    #[test]
    fn names_and_attributes_are_known_whatever_their_prefix() {
        assert_eq!([name("x:row r=\"1\""), name("row/"), name("row")], ["row"; 3]);
        assert!(is_end_of("/x:sheetData", "sheetData") && !is_end_of("sheetData", "sheetData"));
        let tag = "sheet name=\"A &amp; B\" r:id = 'rId1' />";
        assert_eq!(attribute(tag, "name").as_deref(), Some("A & B"));
        assert_eq!(attribute(tag, "id").as_deref(), Some("rId1"));
        assert_eq!(attribute(tag, "state"), None);
    }
}
