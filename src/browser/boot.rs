//! What the page is told at its start, in attributes of the tag that starts it: which programs there are, by index.html,
//! and what `config.json` sets, by boot.js.

use super::document;

/// What is told under a name; none where nothing is.
pub fn told(name: &str) -> Option<String> {
    let told = document().get_element_by_id("boot")?.get_attribute(&format!("data-{name}"))?;
    Some(told).filter(|told| !told.is_empty())
}

/// Where the template of portable copies lies. A copy, which makes no others, is not told.
pub(super) fn template() -> Option<String> {
    told("portable")
}

/// Whether this page is a portable copy: it fetches nothing and keeps nothing.
pub fn is_copy() -> bool {
    template().is_none()
}
