//! A portable copy as the page sees it: the page and an extract in one file, made by scripts/portable.mjs and
//! [`crate::exchange::portable`]. It has nothing beside it to fetch, and what browsers keep for files of the disk is
//! shared by all of them: so a copy fetches nothing and keeps nothing.

use web_sys::Element;

use super::engine::FileSource;
use super::file::BrowserFile;
use super::{boot, document, location, visit};
use crate::exchange::portable::{DATA, NAME, said_in};
use crate::organisation::value::Language;

/// The extract in this copy; empty where the copy has lost it, which reading it then says.
pub fn content() -> Option<FileSource> {
    let element = data();
    let text = element.as_ref().and_then(|element| element.text_content()).unwrap_or_default();
    // Without the one inside, the copy is what can be named.
    let own = || location::own().rsplit('/').next().unwrap_or_default().to_owned();
    let name = element.and_then(|element| element.get_attribute(NAME)).unwrap_or_else(own);
    Some(FileSource::Kept { name, bytes: BrowserFile::of_text(&text)? })
}

/// For whom this copy is and when it was made, as its maker said it.
pub fn said(language: Language) -> Option<String> {
    data()?.get_attribute(said_in(language))
}

/// What a copy begins with, fetched from beside the page.
pub async fn template() -> Option<Vec<u8>> {
    visit::file(&location::beside_page(&boot::template()?)?).await?.read().await
}

fn data() -> Option<Element> {
    document().get_element_by_id(DATA)
}
