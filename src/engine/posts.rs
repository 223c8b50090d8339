//! Posts changed where they stand: who holds what is changed most often, and reading the whole file is most of what a
//! change costs.
//!
//! - *Invariant:* after a change here, all that is answered is what a file read anew would give, byte for byte. The
//!   numbers of units, people and assignments stay as they were; what was judged and foreseen is forgotten, and made
//!   anew when it is next asked for. `tests/posts.rs` holds it, for any changes one after the other.
//! - Only changes that nothing is to be said about are carried out so, and no others: where an item refers to something
//!   that is not there, has fields of its own or contradicts itself, the file is read again as for any other change.
//! - The text does not say it yet. Whatever needs the text asks for [`Engine::settle`] first.

use super::{Contents, Engine};
use crate::draft::difference::Difference;
use crate::draft::{Edit, EditRefusal, EditTarget, apply, post};
use crate::organisation::lists::read_whole;
use crate::organisation::person::Assignment;
use crate::organisation::{ListName, read};

/// The most posts that are changed so at once; more are an import.
const MOST: usize = 64;

/// What becomes of one post: its place among the assignments, and the item that is to stand there, if any.
type PostChange = (u32, Option<Assignment<'static>>);

impl Engine {
    /// Carries out edits of posts where they stand; whether that could be done. If not, nothing has been.
    pub(super) fn change_posts(&mut self, edits: &[Edit]) -> bool {
        let Some(open) = &mut self.open else { return false };
        open.with_dependent_mut(|_, contents| {
            let Some(steps) = contents.steps(edits) else { return false };
            contents.carry_out(steps);
            contents.pending.extend_from_slice(edits);
            true
        })
    }

    /// Has the text say what has been changed where it stands. Whatever needs the text asks for this first.
    pub(super) fn settle(&mut self) -> Result<(), EditRefusal> {
        if self.open.as_ref().is_none_or(|open| open.borrow_dependent().pending.is_empty()) {
            return Ok(());
        }
        // The text as it was opened goes.
        self.base_sha256();
        let Some(open) = &self.open else { return Ok(()) };
        let text = &open.borrow_owner().text;
        let edits = Difference::of(&open.borrow_dependent().pending);
        let unusable =
            |problem: crate::organisation::Unreadable| EditRefusal::Unusable { target: None, problems: vec![*problem] };
        let (organisation, _) = read(text, &mut |_| ()).map_err(unusable)?;
        let next = apply(text, &organisation, edits.edits())?;
        self.open_text(next)
    }
}

/// What is carried out here: items of the posts.
const POSTS: EditTarget = EditTarget::List(ListName::Assignments);

impl Contents<'_> {
    /// What the edits do to the posts; none where one of them is not of the kind that is carried out so.
    fn steps(&self, edits: &[Edit]) -> Option<Vec<PostChange>> {
        let mut steps: Vec<PostChange> = Vec::with_capacity(edits.len());
        let mut count = self.file.organisation.assignments.len();
        if edits.len() > MOST || self.file.organisation.assignments.start.is_none() {
            return None;
        }
        for edit in edits {
            let now = match edit.after.as_deref().filter(|_| edit.target == POSTS) {
                Some(line) => Some(read_whole::<Assignment<'_>>(line)?).filter(|item| self.is_plain(item)),
                None => None,
            };
            if now.is_none() && (edit.after.is_some() || edit.target != POSTS) {
                return None;
            }
            let place = match &edit.before {
                Some(line) => post(&self.file.organisation, &self.file.index, line)?,
                None => u32::try_from(count).ok()?,
            };
            let known = self.file.organisation.assignments.get(place as usize);
            if known.is_some_and(|item| !self.is_plain(item)) || steps.iter().any(|(other, _)| *other == place) {
                return None;
            }
            count += usize::from(edit.before.is_none());
            // One in the middle is taken out of the text only: the numbers of those after it are known to others.
            if now.is_none() {
                count -= 1;
                if place as usize != count {
                    return None;
                }
            }
            steps.push((place, now.map(Assignment::into_owned)));
        }
        Some(steps)
    }

    /// Whether nothing is to be said about an assignment.
    fn is_plain(&self, item: &Assignment<'_>) -> bool {
        let index = &self.file.index;
        let people = [&item.person, &item.reports_to, &item.appointed_by, &item.substitute_for];
        let on_behalf_of = item.on_behalf_of.as_ref().is_none_or(|unit| index.unit(unit).is_some());
        index.unit(&item.unit).is_some()
            && on_behalf_of
            && people.into_iter().flatten().all(|person| index.person(person).is_some())
            && item.unknown.is_empty()
            && item.from.zip(item.until).is_none_or(|(from, until)| from <= until)
            && (item.person.is_none() || item.reports_to != item.person)
    }

    fn carry_out(&mut self, steps: Vec<PostChange>) {
        let (organisation, index) = (&mut self.file.organisation, &mut self.file.index);
        for (place, now) in steps {
            let items = &mut organisation.assignments.items;
            match now {
                Some(now) if place as usize == items.len() => {
                    items.push(now);
                    index.put_post(place, &items[place as usize]);
                }
                Some(now) => {
                    let was = std::mem::replace(&mut items[place as usize], now);
                    items[place as usize].origin = was.origin;
                    index.change_post(place, &was, &items[place as usize]);
                }
                None => {
                    if let Some(was) = items.pop() {
                        index.take_post(place, &was);
                    }
                }
            }
        }
        (self.judged, self.foreseen, self.atlas) = (None, None, None);
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::{ChangeKind, FieldValue, Patch};
    use crate::engine::{Engine, Reply, Request};
    use crate::organisation::ListName;

    const FILE: &str = r#"{"format": 1,
        "units": [{"id": "a", "name": "A", "kind": "workplace"}],
        "people": [{"id": "p", "name": "P"}],
        "assignments": [{"role": "x", "unit": "a"}, {"role": "y", "unit": "a", "colour": "red"}]}"#;

    /// Whether wishing for this person in a post is carried out where it stands, the text left for later.
    fn stays(key: &str, person: &str) -> bool {
        let mut engine = Engine::default();
        engine.open("organisation.json".into(), FILE.into(), &mut |_| ()).expect("it is read");
        let fields = vec![("person".to_owned(), FieldValue::text(person))];
        let patch = Patch::Set { list: ListName::Assignments, key: key.into(), fields };
        let reply = engine.handle(&Request::Change { name: ChangeKind::Edit, patches: vec![patch] });
        assert!(matches!(reply, Reply::Changed(_)), "{reply:?}");
        engine.open.is_some_and(|open| !open.borrow_dependent().pending.is_empty())
    }

    const PLAIN: &str = r#"{"role":"x","unit":"a"}"#;

    #[test]
    fn an_appointment_is_made_without_reading_the_file_again() {
        assert!(stays(PLAIN, "p"));
    }

    #[test]
    fn what_something_is_to_be_said_about_has_the_file_read_again() {
        assert!(!stays(PLAIN, "nobody"));
        assert!(!stays(r#"{"role":"y","unit":"a","colour":"red"}"#, "p"));
    }
}
