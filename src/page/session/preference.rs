//! The reader's language and theme: what they chose before, else what the configuration sets, else what their browser
//! prefers.

use leptos::prelude::*;

use super::Session;
use crate::browser::storage::{StorageKey, recall, remember};
use crate::browser::{boot, dom};
use crate::organisation::value::Language;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark as the system has it.
    #[default]
    System,
    /// Light appearance of the page.
    Light,
    /// Dark appearance of the page.
    Dark,
}

impl Theme {
    /// All themes to choose among.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word it is remembered by; none for the system's.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The theme that a word names.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.word() == Some(word)).unwrap_or_default()
    }
}

/// The language remembered, else that of the configuration, else the first of the browser's that the product speaks, else Swedish.
pub(super) fn language() -> Language {
    let code = |tag: &str| Language::from_word(tag.split('-').next().unwrap_or_default());
    let mut chosen = [recall(StorageKey::Language), boot::told("language")].into_iter().flatten();
    let chosen = chosen.find_map(|word| Language::from_word(&word));
    chosen.or_else(|| dom::preferred_languages().iter().find_map(|tag| code(tag))).unwrap_or(Language::Swedish)
}

/// The theme remembered, else that of the configuration, else the system's.
pub(super) fn theme() -> Theme {
    recall(StorageKey::Theme).or_else(|| boot::told("theme")).map(|word| Theme::from_word(&word)).unwrap_or_default()
}

impl Session {
    /// Speaks another language from now on.
    pub fn speak(self, language: Language) {
        remember(StorageKey::Language, Some(language.word()));
        self.language.set(language);
    }

    /// Light or dark, as the reader chose.
    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    /// Shows the page light or dark from now on.
    pub fn paint(self, theme: Theme) {
        // That of the system is a choice as well, where the configuration sets another.
        remember(StorageKey::Theme, Some(theme.word().unwrap_or("system")));
        self.theme.set(theme);
    }

    /// Looks and speaks so from now on, for this visit only: what a page around this one asks for.
    pub fn appear(self, theme: Option<Theme>, language: Option<Language>) {
        if let Some(theme) = theme {
            self.theme.set(theme);
        }
        if let Some(language) = language {
            self.language.set(language);
        }
    }

    /// Keeps the document in the reader's language and theme.
    pub(super) fn follow_preferences(self) {
        Effect::new(move || dom::set_language(self.language.get().word()));
        Effect::new(move || dom::set_theme(self.theme.get().word()));
    }
}
