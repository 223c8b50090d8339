//! A file as the receiver of an extract sees it.
//!
//! What an extract held is not asked of the change file, which may say anything, nor of a copy of the extract, which
//! nobody keeps: the extract is made anew of the file as it stands, by the one gate through which everything leaves. A
//! field is the receiver's to change where the extract shows it as the file has it.

use rustc_hash::FxHashSet;

use super::known::Known;
use super::part;
use super::told::{ChangesRefused, Refusal};
use super::wish::{Becomes, Target, Wish};
use crate::disclosure::{Extract, RULES, Receiver, extract, extract_for_round};
use crate::organisation::extract::Made;
use crate::organisation::hash::sha256 as hash;
use crate::organisation::head::HeadField;
use crate::organisation::lists::read_whole;
use crate::organisation::refer::Referable;
use crate::organisation::write::compact;
use crate::organisation::{ListName, canonical, marker};
use crate::travel::change_file::{ChangeFile, fields_of};
use crate::travel::content::Content;
use crate::travel::fields::{FieldText, RawFields};
use crate::travel::nameless::{gets_pseudonyms, is_pseudonym};
use crate::travel::refs;
use crate::verdict::File;

/// What the receiver of an extract sees of a file.
pub(super) struct Seen {
    /// The receiver of the extract.
    pub(super) receiver: Receiver,
    /// What the extract says of itself.
    made: Made<'static>,
    /// Whether the extract made now is byte for byte the one that the change file began from.
    pub(super) is_exact: bool,
    /// What is seen of each item of each list, by its place.
    lists: Vec<Vec<Option<SeenItem>>>,
    /// What is seen of the file itself.
    pub(super) heads: RawFields,
    ids: FxHashSet<(ListName, String)>,
}

/// What is seen of an item.
struct SeenItem {
    id: Option<String>,
    line: String,
}

impl Seen {
    /// What the receiver sees whose change file it is; nothing where it began from a file like this one, not from an
    /// extract of it.
    pub(super) fn of(file: &File<'_>, sha256: &str, change: &ChangeFile) -> Result<Option<Self>, ChangesRefused> {
        let Some(made) = &change.from.extract else { return Ok(None) };
        let own = file.organisation.extract.as_ref().map(|made| canonical::in_one_order(&made.0));
        if change.from.sha256 == sha256 || own == Some(canonical::in_one_order(made)) {
            return Ok(None);
        }
        let never = || ChangesRefused::NeverMade { receiver: None };
        let made: Made<'_> = read_whole(made).ok_or_else(never)?;
        if made.rules > RULES {
            return Err(ChangesRefused::Newer);
        }
        let receiver: Receiver = made.receiver.parse().map_err(|_| never())?;
        let on = file.organisation.as_of.unwrap_or(made.date);
        let days = (on, made.date);
        let extract = extract_for_round(&file.organisation, &file.index, &receiver, days, made.round.as_deref())
            .map_err(|_| ChangesRefused::NeverMade { receiver: Some(receiver.to_string()) })?;
        let is_exact = hash(extract.text().as_bytes()) == change.from.sha256;
        let made = Made { date: made.date, rules: made.rules, ..crate::organisation::record::Value::blank() };
        Ok(Some(Self::through(&extract, receiver, made, is_exact)))
    }

    fn through(extract: &Extract<'_>, receiver: Receiver, made: Made<'static>, is_exact: bool) -> Self {
        let lists: Vec<Vec<Option<SeenItem>>> = ListName::ALL.iter().map(|list| items(extract, *list)).collect();
        let ids = ListName::ALL
            .iter()
            .zip(&lists)
            .flat_map(|(list, items)| items.iter().flatten().filter_map(|item| Some((*list, item.id.clone()?))));
        let (ids, heads) = (ids.collect(), RawFields(canonical::top_fields(&extract.organisation)));
        Self { receiver, made, is_exact, lists, heads, ids }
    }

    /// The line that is seen of an item.
    pub(super) fn line(&self, list: ListName, place: usize) -> Option<&str> {
        self.lists[list as usize].get(place)?.as_ref().map(|item| &*item.line)
    }

    /// Whether an item is seen under its own id.
    pub(super) fn is_called(&self, list: ListName, place: usize, id: &str) -> bool {
        let item = self.lists[list as usize].get(place).and_then(Option::as_ref);
        item.is_some_and(|item| item.id.as_deref() == Some(id))
    }

    /// Whether an id is one by which the extract calls people who are not told.
    pub(super) fn is_pseudonym(&self, known: &Known<'_>, id: &str) -> bool {
        let is_named =
            || known.place(ListName::People, id).is_some_and(|place| self.is_called(ListName::People, place, id));
        gets_pseudonyms(&self.receiver) && is_pseudonym(id) && !is_named()
    }

    /// Why a value of a field may not come from this receiver: it names what the extract does not hold. What the value
    /// named before it may go on naming, and what the change file adds itself.
    pub(super) fn refuses(
        &self,
        known: &Known<'_>,
        (list, field): (ListName, &str),
        (before, after): (&FieldText, &FieldText),
        own: &FxHashSet<(ListName, String)>,
    ) -> Option<Refusal> {
        let mut named: Vec<String> = Vec::new();
        for raw in before {
            refs::each(list, field, raw, &mut |_, id| named.push(id.to_owned()));
        }
        let mut why = None;
        let mut meet = |lists: &[ListName], id: &str| {
            if named.iter().any(|known| known == id) {
                return;
            }
            if lists.contains(&ListName::People) && self.is_pseudonym(known, id) {
                why = why.or(Some(Refusal::Pseudonym));
                return;
            }
            let is_any =
                |ids: &dyn Fn(&(ListName, String)) -> bool| lists.iter().any(|list| ids(&(*list, id.to_owned())));
            let is_known = is_any(&|item| known.place(item.0, &item.1).is_some());
            if is_known && !is_any(&|item| self.ids.contains(item) || own.contains(item)) {
                why = why.or(Some(Refusal::Outside));
            }
        };
        for raw in after {
            refs::each(list, field, raw, &mut |to, id| meet(to.lists, id));
            if (list, field) == (ListName::Exceptions, "finding") {
                let subjects =
                    [ListName::Units, ListName::People, ListName::Documents, ListName::Measures, ListName::Rules];
                raw.trim_matches('"').split(':').for_each(|part| meet(&subjects, part));
            }
        }
        why
    }

    /// The pseudonym that a line names, where it names one.
    pub(super) fn pseudonym_in(&self, known: &Known<'_>, list: ListName, line: &str) -> Option<String> {
        let mut found = None;
        for (field, raw) in &fields_of(line).0 {
            refs::each(list, field, raw, &mut |to, id| {
                if to == marker::People::TO && self.is_pseudonym(known, id) {
                    found = Some(id.to_owned());
                }
            });
        }
        found
    }

    /// Refuses what the extract would not show once it is taken: a field that such a receiver does not get.
    pub(super) fn check(&self, content: &Content, wishes: &mut [Wish]) {
        if matches!(self.receiver, Receiver::Internal | Receiver::Department(_)) {
            return;
        }
        let mut tried = content.clone();
        for wish in wishes.iter() {
            let (Target::Item(list, place), Some(field), Becomes::Values(values)) =
                (&wish.target, &wish.field, &wish.becomes)
            else {
                continue;
            };
            let item = &mut tried.lists[*list as usize][*place];
            // Another marking may take the item out of the extract, and that is the receiver's to wish.
            if field != "marking"
                && let Some(line) = part::with_field(*list, &item.line, field, values)
            {
                item.line = line;
            }
        }
        let text = tried.text();
        let Ok(file) = File::read(&text, &mut |_| ()) else { return };
        let on = file.organisation.as_of.unwrap_or(self.made.date);
        let Ok(extract) = extract(&file.organisation, &file.index, &self.receiver, on, self.made.date) else { return };
        let lists: Vec<_> = ListName::ALL.iter().map(|list| items(&extract, *list)).collect();
        for wish in wishes {
            let (Target::Item(list, place), Some(field), Becomes::Values(_)) =
                (&wish.target, &wish.field, &wish.becomes)
            else {
                continue;
            };
            let shown = lists[*list as usize].get(*place).and_then(Option::as_ref);
            if field != "marking" && shown.is_none_or(|item| fields_of(&item.line).get(field) != wish.theirs) {
                wish.becomes = Becomes::Refused(Refusal::Outside);
            }
        }
    }
}

/// What an extract shows of each item of a list, by its place in the file: those used, and then those set aside.
fn items(extract: &Extract<'_>, list: ListName) -> Vec<Option<SeenItem>> {
    let Some(fates) = extract.fates.iter().find(|fates| fates.list == list) else { return Vec::new() };
    let drawn = extract.organisation.items(list);
    let mut next = 0..;
    let used = fates.used.iter().map(|fate| {
        let place = fate.is_none().then(|| next.next()).flatten()?;
        Some(SeenItem { id: drawn.id(place).map(str::to_owned), line: drawn.line(place) })
    });
    let used: Vec<_> = used.collect();
    let mut aside = drawn.set_aside().iter();
    let aside = fates.aside.iter().map(|fate| {
        let raw = fate.is_none().then(|| aside.next()).flatten()?;
        Some(SeenItem { id: None, line: compact(raw) })
    });
    used.into_iter().chain(aside).collect()
}

/// Whether a field of the file itself is one that the format does not know.
pub(super) fn is_unknown_head(field: &str) -> bool {
    HeadField::from_word(field).is_none() && !matches!(field, "$schema" | "format")
}
