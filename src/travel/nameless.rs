//! What of an answer is about people whom its extract calls by a pseudonym: nobody can tell who they are, so it cannot be
//! brought in, and whoever answers is told before they send it.

use rustc_hash::FxHashSet;

use super::change_file::{ChangeFile, fields_of};
use super::refs;
use crate::disclosure::Receiver;
use crate::organisation::ListName;
use crate::organisation::extract::Made;
use crate::organisation::lists::read_whole;
use crate::organisation::number::saturating;

/// Whether an id looks like one by which extracts call people who are not told.
pub fn is_pseudonym(id: &str) -> bool {
    let hex = id.strip_prefix("p-").and_then(|rest| rest.get(..8));
    hex.is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Whether a receiver gets people under pseudonyms.
pub(super) const fn gets_pseudonyms(receiver: &Receiver) -> bool {
    !matches!(receiver, Receiver::Internal | Receiver::Department(_))
}

/// How many items of a change file are, or come to name, people under a pseudonym.
pub fn nameless(change: &ChangeFile) -> u32 {
    let made: Option<Made<'_>> = change.from.extract.as_deref().and_then(read_whole);
    let receiver = made.and_then(|made| made.receiver.parse::<Receiver>().ok());
    if !receiver.is_some_and(|receiver| gets_pseudonyms(&receiver)) {
        return 0;
    }
    let is_about = |list: ListName, key: &str| match list {
        ListName::People => is_pseudonym(key),
        ListName::Exceptions => key.split(':').any(is_pseudonym),
        _ => false,
    };
    let changed = change.changed.iter().filter(|item| {
        let names = item.fields.names();
        let came = names.iter().any(|name| {
            let [before, after] = [&item.fields.before, &item.fields.after].map(|fields| fields.get(name));
            let before = named(item.list, name, &before);
            !named(item.list, name, &after).is_subset(&before)
        });
        is_about(item.list, &item.key) || came
    });
    let added = change.added.iter().filter(|item| {
        let fields = fields_of(&item.line);
        let names_one =
            fields.0.iter().any(|(name, raw)| !named(item.list, name, std::slice::from_ref(raw)).is_empty());
        item.id.as_deref().is_some_and(|id| is_about(item.list, id)) || names_one
    });
    let deleted = change.deleted.iter().filter(|item| item.id.as_deref().is_some_and(|id| is_about(item.list, id)));
    saturating(changed.count() + added.count() + deleted.count())
}

/// The pseudonyms that the values of a field name.
fn named(list: ListName, field: &str, values: &[String]) -> FxHashSet<String> {
    let mut named = FxHashSet::default();
    for raw in values {
        refs::each(list, field, raw, &mut |to, id| {
            if to.lists.contains(&ListName::People) && is_pseudonym(id) {
                named.insert(id.to_owned());
            }
        });
        if (list, field) == (ListName::Exceptions, "finding") {
            named.extend(raw.trim_matches('"').split(':').filter(|part| is_pseudonym(part)).map(str::to_owned));
        }
    }
    named
}
