//! A round: everyone who has a part of the file gets theirs, with a letter that asks for it back, and what comes back is
//! noted.

use super::change_file::ChangeFile;
use crate::disclosure::{NoReceiver, Receiver, extract_for_round, receivers};
use crate::draft::slug::new_id;
use crate::organisation::extract::Made;
use crate::organisation::lists::read_whole;
use crate::organisation::record::{Origin, Unknown};
use crate::organisation::round::{AskedUnit, Round};
use crate::organisation::unit::{Unit, UnitKind};
use crate::organisation::value::{Date, Id, Label, Marking, Text, day};
use crate::organisation::{ListName, Organisation, sort};
use crate::verdict::File;

/// The name, without an ending, of the whole file beside the parts; no part is called so.
pub const WHOLE: &str = "organisation";

/// The roles at a unit whose holders are written to, the first that somebody with an address holds.
const WRITTEN_TO: [&str; 2] = ["security_coordinator", "head"];

/// What is said of a round that is to begin.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct RoundWish {
    /// The id of the round, which no other round has.
    pub id: String,
    /// The name of the round.
    pub name: String,
    /// The last day on which an answer is in time.
    #[serde(with = "day")]
    pub due: Date,
    /// What those who are asked are told besides; may be empty.
    pub message: String,
    /// The email address that answers go to; may be empty.
    pub answer_to: String,
    /// The receivers who are asked: departments, companies and external parties.
    pub receivers: Vec<Receiver>,
}

/// The kind of file in which a part goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PartForm {
    /// An extract.
    #[default]
    Extract,
    /// An extract that is sealed with a passphrase of its own.
    Sealed,
    /// A portable copy: the page and the extract in one file.
    Copy,
}

/// What one receiver gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundPart {
    /// The one who gets the part.
    pub receiver: Receiver,
    /// The name of the receiver's unit.
    pub name: Label,
    /// The name of the receiver's files, without an ending: plain letters, and no two alike.
    pub stem: String,
    /// Who is written to there, and where.
    pub to: WrittenTo,
    /// The extract of the file that is made for them, in canonical form.
    pub extract: String,
}

/// Who is written to at a unit; nothing where nobody there can be.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct WrittenTo {
    /// Who, by name; none where only an address of the unit is known.
    pub person: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
}

/// Everyone whom a round can ask, in the order of the file: each external party, department and company.
pub fn askable(organisation: &Organisation<'_>) -> Vec<Receiver> {
    receivers(organisation).into_iter().filter(|receiver| receiver.unit().is_some()).collect()
}

/// An id for a new round of a file, made of its name.
pub fn round_id(organisation: &Organisation<'_>, name: &str) -> String {
    new_id(ListName::Rounds.name(), name, &|id| organisation.rounds.iter().all(|round| *round.id != *id))
}

/// The round that is wished, whose parts are made on a day. Those who are asked stand in one order, whatever order they
/// were chosen in.
pub fn begun(wish: &RoundWish, sent: Date) -> Round<'static> {
    let mut units: Vec<&str> = wish.receivers.iter().filter_map(Receiver::unit).collect();
    sort::all(&mut units);
    let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let asked = |id: &str| AskedUnit {
        unit: id.to_owned().into(),
        sent: Some(sent),
        answered: None,
        brought_in: None,
        refused: None,
        origin: Origin::default(),
        unknown: Unknown::default(),
    };
    Round {
        id: Id(wish.id.clone().into()),
        name: Text::Plain(wish.name.trim().to_owned().into()),
        due: wish.due,
        message: said(&wish.message).map(|text| Text::Plain(text.into())),
        answer_to: said(&wish.answer_to).map(Into::into),
        receivers: units.into_iter().map(asked).collect(),
        marking: Marking::Unmarked,
        origin: Origin::default(),
        unknown: Unknown::default(),
    }
}

/// Whether somebody who gets their part on a day can answer by the day that is wished.
pub fn can_be_met(due: Date, sent: Date) -> bool {
    sent <= due
}

/// A part for each who is asked in a round of the file, as things stand `on` a day; `made` is the day it is made.
pub fn round_parts(file: &File<'_>, round: &Round<'_>, on: Date, made: Date) -> Result<Vec<RoundPart>, NoReceiver> {
    let mut parts: Vec<RoundPart> = Vec::new();
    for asked in &round.receivers {
        let unit = unit(file, &asked.unit).ok_or_else(|| NoReceiver::NotFound(asked.unit.to_string()))?;
        let receiver = receiver(unit);
        let extract =
            extract_for_round(&file.organisation, &file.index, &receiver, (on, made), Some(&round.id))?.text();
        let stem = new_id("parts", &unit.id, &|stem| stem != WHOLE && parts.iter().all(|part| part.stem != stem));
        parts.push(RoundPart { receiver, name: unit.name.label(), stem, to: written_to(file, &unit.id, on), extract });
    }
    Ok(parts)
}

/// The receiver that a unit is.
pub fn receiver(unit: &Unit<'_>) -> Receiver {
    let id = unit.id.to_string();
    if unit.kind == UnitKind::Party { Receiver::Party(id) } else { Receiver::Department(id) }
}

/// The unit of an id.
pub fn unit<'f, 'a>(file: &'f File<'a>, id: &str) -> Option<&'f Unit<'a>> {
    file.organisation.units.get(file.index.unit(id)? as usize)
}

/// Who is written to at a unit on a day: whoever coordinates or heads it, or stands for it in a group; else the address of
/// the unit itself.
pub fn written_to(file: &File<'_>, id: &str, on: Date) -> WrittenTo {
    let organisation = &file.organisation;
    let now = || {
        organisation
            .assignments
            .iter()
            .filter(|post| post.from.is_none_or(|from| from <= on) && post.until.is_none_or(|until| on <= until))
    };
    let reached = |person: &str| {
        let person = organisation.people.get(file.index.person(person)? as usize)?;
        let email = person.email.as_deref()?.to_owned();
        Some(WrittenTo { person: Some(person.name.to_string()), email: Some(email) })
    };
    let holds = |role: &&str| {
        let mut posts = now().filter(|post| *post.role == **role && *post.unit == *id);
        posts.find_map(|post| reached(post.person.as_deref()?))
    };
    let stands_for = || {
        let mut posts = now().filter(|post| post.on_behalf_of.as_deref() == Some(id));
        posts.find_map(|post| reached(post.person.as_deref()?))
    };
    WRITTEN_TO.iter().find_map(holds).or_else(stands_for).unwrap_or_else(|| {
        let contact = unit(file, id).and_then(|unit| unit.contact.as_ref());
        let email = contact.and_then(|contact| Some(contact.email.as_deref()?.to_owned()));
        WrittenTo { person: None, email }
    })
}

/// The round that a change file answers and the unit that answers, by their ids; none where it began from something that
/// was made for no round.
pub fn answer_of(change: &ChangeFile) -> Option<(String, String)> {
    let made: Made<'_> = read_whole(change.from.extract.as_deref()?)?;
    let receiver: Receiver = made.receiver.parse().ok()?;
    Some((made.round?.to_string(), receiver.unit()?.to_owned()))
}

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerFate {
    /// The answer says that everything is right: there was nothing to bring in.
    AllRight,
    /// The answer was brought in, in whole or in part.
    BroughtIn,
    /// The answer was turned down, and nothing of it was brought in.
    TurnedDown,
}

/// Notes that the answer of a unit to a round was looked at on a day, and what became of it. Whoever answers more than once
/// has had brought in what was, whatever becomes of another answer.
pub fn note_answer(organisation: &mut Organisation<'_>, (round, unit): (&str, &str), on: Date, fate: AnswerFate) {
    let rounds = organisation.rounds.items.iter_mut().filter(|known| *known.id == *round);
    for asked in rounds.flat_map(|round| &mut round.receivers).filter(|asked| asked.unit == *unit) {
        asked.answered = Some(on);
        match fate {
            AnswerFate::AllRight => asked.refused = None,
            AnswerFate::BroughtIn => asked.brought_in = Some(on),
            AnswerFate::TurnedDown => asked.refused = Some(on),
        }
    }
}
