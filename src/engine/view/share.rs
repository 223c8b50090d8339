//! What an extract holds and what it leaves out, item by item.

use serde::{Deserialize, Serialize};

use super::draft::EditView;
use crate::disclosure::{Extract, Receiver, WithheldBecause, extract, receivers};
use crate::draft::edit::{ItemLines, LinesOf};
use crate::engine::lens::{ExtractOutcome, ShareFilter, Window};
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Label};
use crate::organisation::write::compact;
use crate::organisation::{ListName, Organisation, sort};
use crate::verdict::File;

/// What an extract for a receiver holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SharePage {
    /// The receivers that an extract could be made for.
    pub receivers: Vec<ReceiverView>,
    /// Whom it is made for; the public where the file has no such receiver.
    pub receiver: ReceiverView,
    /// Items that leave as they are.
    pub whole: u32,
    /// Items that leave in part.
    pub shortened: u32,
    /// Items of the file's lists that stay behind.
    pub stay: u32,
    /// Why items stay, and how many on each ground: those of the lists, those within editions, and those that the file left
    /// out already where it is an extract.
    pub grounds: Vec<(WithheldBecause, u32)>,
    /// Items that fit the filter.
    pub total: u32,
    /// The items in the window, by list.
    pub rows: Vec<ShareRow>,
}

/// Someone an extract can be made for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiverView {
    /// The receiver as an address and the command line name it.
    pub key: String,
    /// The receiver that the extract is for.
    pub receiver: Receiver,
    /// The name of the receiver's unit, where it is one.
    pub name: Label,
}

/// What becomes of one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ShareRow {
    /// The item as the file has it, with the fields that differ in the extract.
    pub item: EditView,
    /// The reason why the item stays, where it does.
    pub stays: Option<WithheldBecause>,
}

impl ReceiverView {
    pub(super) fn new(receiver: Receiver, file: &File<'_>) -> Self {
        let unit = receiver.unit().and_then(|id| file.index.unit(id));
        let name = unit.map(|unit| file.organisation.units[unit as usize].name.label());
        Self { key: receiver.to_string(), name: name.unwrap_or_default(), receiver }
    }
}

/// An item of the file and what became of it.
struct Passage<'p> {
    list: ListName,
    before: String,
    after: Option<String>,
    ground: Option<&'p WithheldBecause>,
}

impl Passage<'_> {
    fn outcome(&self) -> ExtractOutcome {
        match &self.after {
            None => ExtractOutcome::Stays,
            Some(after) if *after == self.before => ExtractOutcome::Leaves,
            Some(_) => ExtractOutcome::Shortened,
        }
    }

    fn row(&self, file: &File<'_>) -> ShareRow {
        let lines =
            |after| ItemLines { of: LinesOf::List(self.list), id: None, before: Some(self.before.clone()), after };
        // Named as the file names it: in the extract a person may be called something else.
        let mut item = EditView::new(&lines(None), &[], file);
        item.fields = match &self.after {
            Some(after) => EditView::new(&lines(Some(after.clone())), &[], file).fields,
            None => Vec::new(),
        };
        ShareRow { item, stays: self.ground.cloned() }
    }
}

/// Every item of the file, by list, and what became of it.
fn passages<'p>(organisation: &Organisation<'_>, extract: &'p Extract<'_>) -> Vec<Passage<'p>> {
    let mut all = Vec::new();
    for fates in &extract.fates {
        let (from, to) = (organisation.items(fates.list), extract.organisation.items(fates.list));
        let mut left = 0..;
        for (place, ground) in fates.used.iter().enumerate() {
            let after = if ground.is_none() { left.next().map(|place| to.line(place)) } else { None };
            all.push(Passage { list: fates.list, before: from.line(place), after, ground: ground.as_ref() });
        }
        for (raw, ground) in from.set_aside().iter().zip(&fates.aside) {
            let before = compact(raw);
            let after = ground.is_none().then(|| before.clone());
            all.push(Passage { list: fates.list, before, after, ground: ground.as_ref() });
        }
    }
    all
}

impl SharePage {
    /// How many items are left out, as the extract says of itself.
    pub fn left_out(&self) -> u32 {
        self.grounds.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }

    pub(in crate::engine) fn new(file: &File<'_>, on: Date, made: Date, filter: &ShareFilter, window: Window) -> Self {
        let receivers = receivers(&file.organisation);
        let wanted = receivers.iter().find(|receiver| receiver.to_string() == filter.receiver);
        let receiver = wanted.cloned().unwrap_or(Receiver::Public);
        let mut views: Vec<_> = receivers.into_iter().map(|receiver| ReceiverView::new(receiver, file)).collect();
        sort::by_cached_key(&mut views, |view| {
            let kind = match view.receiver {
                Receiver::Public => 0,
                Receiver::Party(_) => 1,
                Receiver::Department(_) => 2,
                Receiver::Internal => 3,
            };
            (kind, crate::organisation::value::sort_key(&view.name.sv), view.key.clone())
        });
        let mut page = Self {
            receivers: views,
            receiver: ReceiverView::new(receiver.clone(), file),
            whole: 0,
            shortened: 0,
            stay: 0,
            grounds: Vec::new(),
            total: 0,
            rows: Vec::new(),
        };
        // The receivers are the file's own, so none is refused.
        let Ok(extract) = extract(&file.organisation, &file.index, &receiver, on, made) else { return page };
        let passages = passages(&file.organisation, &extract);
        let count = |outcome| saturating(passages.iter().filter(|passage| passage.outcome() == outcome).count());
        (page.whole, page.shortened, page.stay) =
            (count(ExtractOutcome::Leaves), count(ExtractOutcome::Shortened), count(ExtractOutcome::Stays));
        page.grounds = extract.left_out.iter().map(|(ground, count)| (ground.clone(), *count)).collect();
        let fits: Vec<_> = passages.iter().filter(|passage| passage.outcome() == filter.outcome).collect();
        page.total = saturating(fits.len());
        page.rows = window.of(&fits).iter().map(|passage| passage.row(file)).collect();
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("../../../public/example.json");

    fn page(receiver: &str, outcome: ExtractOutcome) -> SharePage {
        let file = File::read(EXAMPLE, &mut |_| ()).expect("the example can be read");
        let on = "2026-11-22".parse().expect("a day");
        let filter = ShareFilter { receiver: receiver.to_owned(), outcome };
        SharePage::new(&file, on, on, &filter, Window { from: 0, count: 10_000 })
    }

    #[test]
    fn every_item_leaves_whole_in_part_or_stays() {
        let file = File::read(EXAMPLE, &mut |_| ()).expect("the example can be read");
        let items: usize = file.organisation.counts().iter().map(|(_, used, aside)| used + aside).sum();
        for receiver in ["public", "internal", "department:buf"] {
            let stays = page(receiver, ExtractOutcome::Stays);
            assert_eq!(stays.receiver.key, receiver);
            assert_eq!(saturating(items), stays.whole + stays.shortened + stays.total, "{receiver}");
            assert_eq!(stays.total, stays.stay, "{receiver}");
            assert!(stays.rows.iter().all(|row| row.stays.is_some()), "{receiver}");
        }
    }

    #[test]
    fn what_leaves_in_part_tells_which_fields() {
        let shortened = page("public", ExtractOutcome::Shortened);
        assert!(shortened.shortened > 0 && shortened.rows.iter().all(|row| row.stays.is_none()));
        let person = shortened
            .rows
            .iter()
            .find(|row| row.item.about.list == Some(ListName::People))
            .expect("people leave without names");
        assert!(person.item.fields.iter().any(|field| field.field == "name"));
    }

    #[test]
    fn a_receiver_that_the_file_does_not_have_is_the_public() {
        assert_eq!(page("party:mars", ExtractOutcome::Stays).receiver.receiver, Receiver::Public);
    }
}
