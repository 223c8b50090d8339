//! What is remembered between visits in a word: the language, the theme, and that work is kept. Where the browser forbids storage, as in
//! a sandboxed frame, nothing is remembered and nothing fails.

use web_sys::Storage;

use crate::organisation::sort;

/// A word that is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageKey {
    /// The reader's language.
    Language,
    /// Light or dark.
    Theme,
    /// What the reader calls themselves in the trail of a file; empty where they do not want to say.
    By,
    /// What the columns of sheets meant, the latest first.
    Mappings,
    /// What has been typed into a form and not been carried out, each form's under a name of its own.
    Form,
    /// The plan at hand: its text as it is, and before that as it was step by step.
    Plan,
    /// Change files that wait to be looked at, each with its name.
    Waiting,
    /// Sealed answers that wait for their passphrase, each with its name.
    WaitingSealed,
    /// Said while drafts are kept, so that it is noticed when the browser has cleared them away.
    Kept,
    /// Said where `/` alone does not open the search.
    SearchKey,
}

impl StorageKey {
    const fn name(self) -> &'static str {
        match self {
            Self::Language => "ombud.language",
            Self::Theme => "ombud.theme",
            Self::By => "ombud.by",
            Self::Mappings => "ombud.mappings",
            Self::Form => "ombud.form",
            Self::Plan => "ombud.plan",
            Self::Waiting => "ombud.waiting",
            Self::WaitingSealed => "ombud.waiting-sealed",
            Self::Kept => "ombud.kept",
            Self::SearchKey => "ombud.search-key",
        }
    }
}

/// The word remembered, if any.
pub fn recall(key: StorageKey) -> Option<String> {
    local()?.get_item(key.name()).ok()?
}

/// Remembers a word, or forgets it.
pub fn remember(key: StorageKey, word: Option<&str>) {
    let Some(storage) = local() else { return };
    // A full or forbidden storage only means that the reader chooses again next time.
    let _ = match word {
        Some(word) => storage.set_item(key.name(), word),
        None => storage.remove_item(key.name()),
    };
}

/// All that is remembered under names of their own: the names and the words, in the order of the names.
pub fn recall_each(key: StorageKey) -> Vec<(String, String)> {
    let Some(storage) = local() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
    let all = keys.filter_map(|known| {
        let name = known.strip_prefix(key.name())?.strip_prefix(RECORD)?.to_owned();
        Some((name, storage.get_item(&known).ok()??))
    });
    // They are few, and this is fetched by everyone: the sort for long lists is larger than the rest of this room.
    sort::first(all, usize::MAX, |(name, _)| name.clone())
}

/// Remembers a word under a name of its own, or forgets it.
pub fn remember_in(key: StorageKey, name: &str, word: Option<&str>) {
    let Some(storage) = local() else { return };
    let name = format!("{}{RECORD}{name}", key.name());
    // What a full or forbidden storage does not take is there as long as the page is.
    let _ = match word {
        Some(word) => storage.set_item(&name, word),
        None => storage.remove_item(&name),
    };
}

/// The texts remembered as a list.
pub fn recall_list(key: StorageKey) -> Vec<String> {
    let kept = recall(key).unwrap_or_default();
    kept.split(RECORD).filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// Remembers texts, before those remembered already; the oldest are forgotten.
pub fn remember_list(key: StorageKey, texts: &[String]) {
    const MOST: usize = 20;
    let mut all = texts.to_vec();
    all.extend(recall_list(key).into_iter().filter(|known| !texts.contains(known)));
    all.truncate(MOST);
    remember(key, Some(&all.join(RECORD)));
}

/// Remembers texts in place of those remembered; whether they are.
pub fn keep_list(key: StorageKey, texts: &[String]) -> bool {
    let all = texts.join(RECORD);
    remember(key, Some(&*all).filter(|all| !all.is_empty()));
    recall(key).unwrap_or_default() == all
}

/// Stands between the texts of a list: the separator of records in ASCII.
const RECORD: &str = "\u{1E}";

/// Whether the reader edits in this tab: remembered until the tab is closed.
pub fn recall_editing() -> bool {
    tab().and_then(|storage| storage.get_item(EDITS).ok()?).is_some()
}

/// Remembers, as long as the tab is open, whether the reader edits in it.
pub fn remember_editing(edits: bool) {
    let Some(storage) = tab() else { return };
    let _ = if edits { storage.set_item(EDITS, "on") } else { storage.remove_item(EDITS) };
}

const EDITS: &str = "ombud.edits";

fn tab() -> Option<Storage> {
    if super::boot::is_copy() {
        return None;
    }
    super::window().session_storage().ok()?
}

fn local() -> Option<Storage> {
    if super::boot::is_copy() {
        return None;
    }
    super::window().local_storage().ok()?
}
