//! What is remembered between visits in a word: the language, the theme, and that work is kept. Where the browser forbids storage, as in
//! a sandboxed frame, nothing is remembered and nothing fails.

use web_sys::Storage;

/// A word that is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The reader's language.
    Language,
    /// Light or dark.
    Theme,
    /// Said while drafts are kept, so that it is noticed when the browser has cleared them away.
    Kept,
}

impl Key {
    const fn name(self) -> &'static str {
        match self {
            Self::Language => "ombud.language",
            Self::Theme => "ombud.theme",
            Self::Kept => "ombud.kept",
        }
    }
}

/// The word remembered, if any.
pub fn recall(key: Key) -> Option<String> {
    local()?.get_item(key.name()).ok()?
}

/// Remembers a word, or forgets it.
pub fn remember(key: Key, word: Option<&str>) {
    let Some(storage) = local() else { return };
    // A full or forbidden storage only means that the reader chooses again next time.
    let _ = match word {
        Some(word) => storage.set_item(key.name(), word),
        None => storage.remove_item(key.name()),
    };
}

fn local() -> Option<Storage> {
    super::window().local_storage().ok()?
}
