//! What becomes of risks and all that belongs to an analysis, field by field.

use super::ground::WithheldBecause;
use super::items::near;
use super::receiver::Receiver;
use super::sieve::{Redacted, Redactor};
use crate::organisation::edition::{Edition, Frozen};
use crate::organisation::method::{Class, Level, Matrix, Scale};
use crate::organisation::read;
use crate::organisation::record::Origin;
use crate::organisation::refer::{Ref, Risks, Suppliers};
use crate::organisation::report::{Heading, Profile};
use crate::organisation::risk::{AxisUncertainty, Dimensions, Effect, Measure, Motives, Position, Risk, UncertaintyOf};
use crate::organisation::vulnerability::{Dependency, Function, Need, Task};
use crate::organisation::{ListName, canonical};

impl<'s, 'a: 's> Redactor<'s, 'a> {
    pub(super) fn scale(&self, item: &Scale<'a>) -> Scale<'a> {
        let Scale { id, name, unit, levels, origin: _, unknown } = item;
        Scale {
            id: id.clone(),
            name: name.clone(),
            unit: unit.clone(),
            levels: levels.iter().map(|level| self.level(level)).collect(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        }
    }

    fn level(&self, level: &Level<'a>) -> Level<'a> {
        let Level { name, above, up_to, description, library, origin: _, unknown } = level;
        Level {
            name: name.clone(),
            above: *above,
            up_to: *up_to,
            description: description.clone(),
            library: self.foreign(library.as_ref()),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        }
    }

    pub(super) fn matrix(&self, item: &Matrix<'a>) -> Matrix<'a> {
        let Matrix { id, name, likelihood, consequence, classes, grid, library, origin: _, unknown } = item;
        Matrix {
            id: id.clone(),
            name: name.clone(),
            likelihood: likelihood.clone(),
            consequence: consequence.clone(),
            classes: classes.iter().map(|class| self.class(class)).collect(),
            grid: grid.clone(),
            library: self.foreign(library.as_ref()),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        }
    }

    fn class(&self, class: &Class<'a>) -> Class<'a> {
        let Class { id, name, letter, colour, pattern, demands, library, origin: _, unknown } = class;
        Class {
            id: id.clone(),
            name: name.clone(),
            letter: letter.clone(),
            colour: colour.clone(),
            pattern: pattern.clone(),
            demands: demands.clone(),
            library: self.foreign(library.as_ref()),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        }
    }

    /// A shortcoming in capability is a vulnerability.
    pub(super) fn risk(&self, item: &Risk<'a>) -> Redacted<Risk<'a>> {
        let Risk {
            id,
            title,
            scenario,
            units,
            owner,
            matrix,
            likelihood,
            consequence,
            uncertainty,
            current,
            target,
            antagonistic,
            motive,
            motives,
            vulnerabilities,
            dependencies,
            capability,
            acceptable_outage,
            treatment,
            status,
            reviewed,
            marking,
            origin: _,
            unknown,
        } = item;
        self.marked(marking)?;
        near(units.is_empty() || units.iter().any(|unit| self.is_near(unit)))?;
        // A risk judged by a matrix that stays is not rated without it; by the first matrix it would be another risk.
        let rated = matrix.as_ref().is_none_or(|matrix| self.may_name(ListName::Matrices, matrix));
        let position = |at: &Option<Position<'a>>| at.as_ref().filter(|_| rated).map(|at| self.position(at));
        Ok(Risk {
            id: id.clone(),
            title: title.clone(),
            scenario: scenario.clone(),
            units: self.refer_all(ListName::Units, units),
            owner: owner.as_ref().and_then(|owner| self.owner(owner)),
            matrix: matrix.clone().filter(|_| rated),
            likelihood: likelihood.filter(|_| rated),
            consequence: if rated { consequence.clone() } else { Dimensions::default() },
            uncertainty: uncertainty.as_ref().map(|uncertainty| self.uncertainty(uncertainty)),
            current: position(current),
            target: position(target),
            antagonistic: *antagonistic,
            motive: self.own(motive),
            motives: if self.is_own() { motives.clone() } else { Motives::default() },
            vulnerabilities: self.own(vulnerabilities),
            dependencies: self.own(dependencies),
            capability: self.own(capability),
            acceptable_outage: *acceptable_outage,
            treatment: *treatment,
            status: *status,
            reviewed: *reviewed,
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    fn position(&self, position: &Position<'a>) -> Position<'a> {
        let Position { likelihood, consequence, origin: _, unknown } = position;
        Position {
            likelihood: *likelihood,
            consequence: consequence.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        }
    }

    fn uncertainty(&self, uncertainty: &UncertaintyOf<'a>) -> UncertaintyOf<'a> {
        match uncertainty {
            UncertaintyOf::Whole(whole) => UncertaintyOf::Whole(*whole),
            UncertaintyOf::Axes(axes) => {
                let AxisUncertainty { likelihood, consequence, origin: _, unknown } = &**axes;
                UncertaintyOf::Axes(Box::new(AxisUncertainty {
                    likelihood: *likelihood,
                    consequence: *consequence,
                    origin: Origin::default(),
                    unknown: self.unknown(unknown),
                }))
            }
        }
    }

    pub(super) fn measure(&self, item: &Measure<'a>) -> Redacted<Measure<'a>> {
        let Measure { id, title, owner, due, status, done, cost, risks, effect, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        near(if risks.is_empty() { self.owner_is_near(owner.as_ref()) } else { self.acts_near(risks) })?;
        Ok(Measure {
            id: id.clone(),
            title: title.clone(),
            owner: owner.as_ref().and_then(|owner| self.owner(owner)),
            due: *due,
            status: *status,
            done: *done,
            cost: *cost,
            risks: self.refer_all(ListName::Risks, risks),
            effect: effect.as_ref().map(|effect| self.effect(effect)),
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    /// Whether one of these risks concerns the receiver.
    fn acts_near(&self, risks: &[Ref<'a, Risks>]) -> bool {
        if matches!(self.receiver, Receiver::Department(_)) {
            risks.iter().any(|risk| self.may_name(ListName::Risks, risk))
        } else {
            true
        }
    }

    fn effect(&self, effect: &Effect<'a>) -> Effect<'a> {
        let Effect { likelihood, consequence, note, origin: _, unknown } = effect;
        Effect {
            likelihood: *likelihood,
            consequence: consequence.clone(),
            note: self.own(note),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        }
    }

    /// What a function needs and cannot do tells where it is vulnerable.
    pub(super) fn function(&self, item: &Function<'a>) -> Redacted<Function<'a>> {
        let Function { id, name, unit, owner, acceptable_outage, needs, tasks, note, marking, origin: _, unknown } =
            item;
        self.marked(marking)?;
        near(match unit {
            Some(unit) => self.is_near(unit),
            None => self.owner_is_near(owner.as_ref()),
        })?;
        Ok(Function {
            id: id.clone(),
            name: name.clone(),
            unit: unit.as_ref().and_then(|unit| self.refer(ListName::Units, unit)),
            owner: owner.as_ref().and_then(|owner| self.owner(owner)),
            acceptable_outage: *acceptable_outage,
            needs: self.needs(needs),
            tasks: tasks.iter().filter(|_| self.is_own()).map(|task| self.task(task)).collect(),
            note: self.own(note),
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    pub(super) fn dependency(&self, item: &Dependency<'a>) -> Redacted<Dependency<'a>> {
        let Dependency { id, name, supplier, needs, note, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        if !self.is_own() {
            return Err(WithheldBecause::Vulnerability);
        }
        // In words, unless it is the id of a unit.
        let may_be_told = |supplier: &Ref<'a, Suppliers>| {
            !self.is_known(ListName::Units, supplier) || self.may_name(ListName::Units, supplier)
        };
        Ok(Dependency {
            id: id.clone(),
            name: name.clone(),
            supplier: supplier.clone().filter(may_be_told),
            needs: self.needs(needs),
            note: note.clone(),
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    fn needs(&self, needs: &[Need<'a>]) -> Vec<Need<'a>> {
        let leaves = |need: &Need<'a>| {
            let of = if self.is_known(ListName::Dependencies, &need.on) {
                ListName::Dependencies
            } else {
                ListName::Functions
            };
            self.is_own() && self.may_name(of, &need.on)
        };
        let need = |Need { on, endures, origin: _, unknown }: &Need<'a>| Need {
            on: on.clone(),
            endures: *endures,
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        };
        needs.iter().filter(|need| leaves(need)).map(need).collect()
    }

    fn task(&self, task: &Task<'a>) -> Task<'a> {
        let Task { name, capability, note, origin: _, unknown } = task;
        Task {
            name: name.clone(),
            capability: *capability,
            note: note.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        }
    }

    /// What an edition holds is a file of its own, and goes through the same sieve. Its hash is of what was adopted,
    /// and says nothing of less than that.
    pub(super) fn edition(&self, item: &Edition<'a>) -> Redacted<Edition<'a>> {
        let Edition { id, name, date, note, sha256, content, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        let (content, is_whole) = self.frozen(content)?;
        Ok(Edition {
            id: id.clone(),
            name: name.clone(),
            date: *date,
            note: self.own(note),
            sha256: sha256.clone().filter(|_| is_whole),
            content,
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    /// What leaves of an edition, and whether that is all of it.
    fn frozen(&self, content: &Frozen<'a>) -> Redacted<(Frozen<'a>, bool)> {
        let Ok((within, _)) = read(&content.0, &mut |_| ()) else {
            return if self.aside(&content.0).is_none() {
                Ok((content.clone(), true))
            } else {
                Err(WithheldBecause::Unread)
            };
        };
        let sieve = Redactor::new(&within, self.index, self.receiver, self.on, Some(self.outer.unwrap_or(self)));
        let (before, after) = (canonical::write(&within), canonical::write(&sieve.draw()));
        let drawn = sieve.drawing.take();
        let grounds = drawn.fates.into_iter().flat_map(|fates| fates.used.into_iter().chain(fates.aside));
        self.drawing.borrow_mut().within.extend(grounds.flatten().chain(drawn.within));
        let is_whole = before == after;
        let content = if is_whole && self.is_own() { content.clone() } else { Frozen(after.into()) };
        Ok((content, is_whole))
    }

    pub(super) fn profile(&self, item: &Profile<'a>) -> Redacted<Profile<'a>> {
        let Profile { id, name, source, valid_from, valid_until, headings, marking, origin: _, unknown } = item;
        self.marked(marking)?;
        Ok(Profile {
            id: id.clone(),
            name: name.clone(),
            source: source.clone(),
            valid_from: *valid_from,
            valid_until: *valid_until,
            headings: headings.iter().map(|heading| self.heading(heading)).collect(),
            marking: marking.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        })
    }

    /// What the municipality writes under a heading is a note.
    fn heading(&self, heading: &Heading<'a>) -> Heading<'a> {
        let Heading { title, text, contents, origin: _, unknown } = heading;
        Heading {
            title: title.clone(),
            text: self.own(text),
            contents: contents.clone(),
            origin: Origin::default(),
            unknown: self.unknown(unknown),
        }
    }
}
