//! What is different from the edition before.

use serde::{Deserialize, Serialize};

use super::super::matrix::ClassView;
use super::super::risk::in_order;
use super::measures::Stage;
use super::scene::Scene;
use crate::organisation::edition::Edition;
use crate::organisation::problem::Problems;
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, Text, day, sort_key};
use crate::organisation::{Organisation, read};
use crate::report::reduce;
use crate::risk::{Methods, Placement, Rated, assess};

/// What is different; nothing where there is no edition before the day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangesPart {
    /// The edition compared with.
    pub edition: Option<EditionView>,
    /// Risks that were not in it.
    pub new: Vec<Label>,
    /// Risks that were, and are no more.
    pub gone: Vec<Label>,
    /// Risks that stand in another class than then, or were not in the matrix.
    pub moved: Vec<MoveRow>,
    /// Risks that stand in the class they stood in.
    pub same: u32,
    /// Measures that have been done since.
    pub done: Vec<Label>,
}

/// An edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionView {
    /// What it is called.
    pub name: Label,
    /// The day it was frozen.
    #[serde(with = "day")]
    pub date: Date,
    /// Whether its content can be read.
    pub readable: bool,
}

/// A risk that moved. A class is absent where the risk stood, or stands, beside the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveRow {
    /// The risk.
    pub title: Label,
    /// Its class then.
    pub before: Option<ClassView>,
    /// Its class now.
    pub now: Option<ClassView>,
}

impl ChangesPart {
    pub(super) fn new(scene: Scene<'_>) -> Self {
        let editions = scene.look.organisation.editions.iter().filter(|edition| edition.date < scene.on);
        let last = editions.max_by(|a, b| a.date.cmp(&b.date).then_with(|| b.id.cmp(&a.id)));
        let nothing =
            Self { edition: None, new: Vec::new(), gone: Vec::new(), moved: Vec::new(), same: 0, done: Vec::new() };
        let Some(last) = last else { return nothing };
        let edition = |readable| Some(EditionView { name: last.name.label(), date: last.date, readable });
        let Ok((then, _)) = read(&last.content.0, &mut |_| ()) else {
            return Self { edition: edition(false), ..nothing };
        };
        Self { edition: edition(true), ..nothing }.compared(scene, last, &then)
    }

    fn compared(mut self, scene: Scene<'_>, edition: &Edition<'_>, then: &Organisation<'_>) -> Self {
        let look = scene.look;
        // What was open then may be left out now, and the other way round: both must be open.
        let (then, _) = reduce(then, scene.audience);
        let mut problems = Problems::default();
        let methods = Methods::new(&then, &edition.content.0, &mut problems);
        let register = assess(&then, &methods, &edition.content.0, &mut problems);
        let class_then = |place: usize| match register.placements[place] {
            Placement::Rated(rated) => methods.at(rated.matrix.into()).map(|table| ClassView::new(table, rated.class)),
            Placement::Beside(_) => None,
        };
        let class_now =
            |rated: &Rated| look.methods.at(rated.matrix.into()).map(|table| ClassView::new(table, rated.class));
        for risk in in_order(look) {
            let item = &look.organisation.risks[risk as usize];
            let now = match &look.register.placements[risk as usize] {
                Placement::Rated(rated) => class_now(rated),
                Placement::Beside(_) => None,
            };
            match then.risks.iter().position(|other| *other.id == *item.id) {
                None => self.new.push(item.title.label()),
                Some(place) => {
                    let before = class_then(place);
                    let id = |class: &Option<ClassView>| class.as_ref().map(|class| class.id.clone());
                    if id(&before) == id(&now) {
                        self.same += 1;
                    } else {
                        self.moved.push(MoveRow { title: item.title.label(), before, now });
                    }
                }
            }
        }
        // One that is still in the file was left out, and not taken away.
        let gone = then.risks.iter().filter(|item| scene.whole.index.risk(&item.id).is_none());
        self.gone = gone.map(|item| item.title.label()).collect();
        sort::by_cached_key(&mut self.gone, |title| (sort_key(&title.sv), title.clone()));
        let was_done =
            |id: &str| then.measures.iter().any(|item| *item.id == *id && Stage::of(item, edition.date) == Stage::Done);
        let done = look.organisation.measures.iter();
        let done = done.filter(|item| Stage::of(item, scene.on) == Stage::Done && !was_done(&item.id));
        self.done = done.map(|item| Text::label(&item.title)).collect();
        sort::by_cached_key(&mut self.done, |title| (sort_key(&title.sv), title.clone()));
        self
    }
}
