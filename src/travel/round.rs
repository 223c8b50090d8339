//! A round: everyone who has a part of the file gets theirs, with a letter that asks for it back.

use crate::disclosure::{NoReceiver, Receiver, extract, receivers};
use crate::draft::slug::new_id;
use crate::organisation::value::{Date, Language};
use crate::verdict::File;

/// What one receiver gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundPart {
    /// Who gets it.
    pub receiver: Receiver,
    /// What their unit is called.
    pub name: String,
    /// What their files are called, without an ending: plain letters, and no two alike.
    pub stem: String,
    /// The extract of the file that is made for them, in canonical form.
    pub extract: String,
}

/// A part for each department, company and external party of a file, as things stand `on` a day; `made` is the day it is
/// made. In the order of the file.
pub fn round(file: &File<'_>, on: Date, made: Date, language: Language) -> Result<Vec<RoundPart>, NoReceiver> {
    let mut parts: Vec<RoundPart> = Vec::new();
    for receiver in receivers(&file.organisation) {
        let Some(id) = receiver.unit() else { continue };
        let unit = file.index.unit(id).and_then(|unit| file.organisation.units.get(unit as usize));
        let name = unit.map_or("", |unit| unit.name.say(language)).to_owned();
        let stem = new_id("parts", id, &|stem| parts.iter().all(|part| part.stem != stem));
        let extract = extract(&file.organisation, &file.index, &receiver, on, made)?.text();
        parts.push(RoundPart { receiver, name, stem, extract });
    }
    Ok(parts)
}
