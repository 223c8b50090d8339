//! Whether a change file began from this file at all.

use super::known::Known;
use super::seen::Seen;
use super::told::ChangesRefused;
use crate::organisation::ListName;
use crate::travel::change_file::{ChangeFile, ChangeOrigin, fields_of};
use crate::travel::fields::RawFields;
use crate::verdict::File;

/// Refuses a change file of another municipality: the two call theirs otherwise, and nothing that the change file saw
/// is in this file as it saw it. Where one of the files is not named, a unit of the same id is the same municipality.
pub(super) fn check(
    file: &File<'_>,
    sha256: &str,
    known: &Known<'_>,
    seen: Option<&Seen>,
    change: &ChangeFile,
) -> Result<(), ChangesRefused> {
    let (ours, theirs) = (ChangeOrigin::of(&file.organisation, sha256), &change.from);
    let [our_names, their_names] = [&ours, theirs].map(ChangeOrigin::called);
    let is_told = !our_names.is_empty() && !their_names.is_empty();
    let is_unlike = is_told && !our_names.iter().any(|name| their_names.contains(name));
    let are_named = !ours.names.is_empty() && !theirs.names.is_empty();
    let has_unit = ours.units.iter().any(|(id, _)| theirs.units.iter().any(|(other, _)| id == other));
    let is_same = theirs.sha256 == sha256 || seen.is_some_and(|seen| seen.is_exact);
    if !is_unlike || has_unit && !are_named || is_same || has_met(known, change) {
        return Ok(());
    }
    Err(ChangesRefused::OtherMunicipality { names: their_names.into_iter().map(str::to_owned).collect() })
}

/// Whether something that a change file saw is in the file as it saw it. One that gives the municipality another name
/// cannot be told by the name.
fn has_met(known: &Known<'_>, change: &ChangeFile) -> bool {
    let agree =
        |before: &RawFields, now: &RawFields| before.names().into_iter().any(|name| before.get(name) == now.get(name));
    let is_name = |(name, _): &(String, String)| name == "name";
    let line = |list: ListName, key: &str| -> Option<&str> {
        let place = known.place(list, key).or_else(|| known.lines(list).get(key)?.first().copied())?;
        Some(&known.content.list(list)[place].line)
    };
    let deleted = |list: ListName, id: Option<&str>, before: &str| line(list, id.unwrap_or(before)) == Some(before);
    change.is_empty()
        || change.heads.before.0.iter().any(is_name)
        || agree(&change.heads.before, &known.content.heads)
        || change
            .changed
            .iter()
            .any(|item| line(item.list, &item.key).is_some_and(|line| agree(&item.fields.before, &fields_of(line))))
        || change.deleted.iter().any(|item| deleted(item.list, item.id.as_deref(), &item.line))
}
