//! A change of method as edits: its scales and its matrix, and every level that risks state, as one change.
//!
//! A [`MethodProposal`] says which matrix gives way to which method and what levels become. The scales of the method come with
//! it; where the file has another scale of the same id that some other matrix goes by, the new one gets an id of its own.
//! What levels become is said by a [`Remap`] alone: see [`crate::risk::change`].

mod form;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use self::form::scales;
pub use self::form::{ClassEdit, LevelEdit, MethodEdit, ScaleEdit};

use super::edit::{Edit, EditRefusal, EditTarget};
use super::slug::new_id;
use crate::organisation::method::{Matrix, Scale};
use crate::organisation::number::saturating;
use crate::organisation::problem::Problems;
use crate::organisation::refer::Ref;
use crate::organisation::risk::Measure;
use crate::organisation::value::Id;
use crate::organisation::write::json;
use crate::organisation::{Index, ListName, Organisation, read};
use crate::risk::change::{Lost, Remap, remap};
use crate::risk::{CheckedMatrix, Methods, built_in, json as files};

/// Where methods stand in a file.
const MATRICES: EditTarget = EditTarget::List(ListName::Matrices);

/// A method that is to take the place of another, or to stand beside those there are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MethodProposal {
    /// Id of the matrix that gives way, with the scales that only it goes by; none to stand beside the others.
    pub replaces: Option<String>,
    /// The method that is to come in.
    pub method: MethodSource,
    /// What levels become; none for what is known without anyone saying it.
    pub remap: Option<Remap>,
}

/// Where a method comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum MethodSource {
    /// One that comes with the product, by id.
    BuiltIn(String),
    /// The first matrix of a file of the format.
    File(String),
    /// The matrix that gives way, changed.
    Edited(Box<MethodEdit>),
}

/// A proposal worked out on a file.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodPlan {
    /// The edits that carry the proposal out.
    pub edits: Vec<Edit>,
    /// What levels become; ids of dimensions as they are in the file after.
    pub remap: Remap,
    /// Ids of the risks that are judged by the matrix that gives way, and what each loses.
    pub lost: Vec<(String, Vec<Lost>)>,
    /// Id of the matrix in the file after.
    pub matrix: String,
    /// Id of the matrix that gives way.
    pub replaces: Option<String>,
}

/// Works a proposal out, without changing anything.
pub fn plan(
    organisation: &Organisation<'_>,
    index: &Index,
    methods: &Methods<'_>,
    proposal: &MethodProposal,
) -> Result<MethodPlan, EditRefusal> {
    let old = match &proposal.replaces {
        Some(id) => Some(methods.table(Some(id)).ok_or_else(|| EditRefusal::not_found(MATRICES, id))?),
        // A file without matrices goes by the national one, and would not once it had another.
        None if organisation.matrices.items.is_empty() => methods.table(None),
        None => None,
    };
    let text = match &proposal.method {
        MethodSource::BuiltIn(id) => {
            let known = built_in::ALL.iter().find(|(known, _)| known == id);
            Cow::Borrowed(known.ok_or_else(|| EditRefusal::not_found(MATRICES, id))?.1)
        }
        MethodSource::File(text) => Cow::Borrowed(&**text),
        MethodSource::Edited(edit) => {
            let (_, table) = old.ok_or_else(|| EditRefusal::not_found(MATRICES, ""))?;
            Cow::Owned(edit.file(table))
        }
    };
    let unusable = |problems: Problems| EditRefusal::Unusable { target: Some(MATRICES), problems: problems.list };
    let (file, mut problems) = read(&text, &mut |_| ())
        .map_err(|problem| EditRefusal::Unusable { target: Some(MATRICES), problems: vec![*problem] })?;
    let new = Methods::new(&file, &text, &mut problems);
    let Some(new) = new.shown() else { return Err(unusable(problems)) };

    let known = || match (old, &proposal.method) {
        (Some((_, table)), MethodSource::Edited(edit)) => edit.remap(table),
        (Some((_, table)), _) => Remap::known(table, new),
        (None, _) => Remap::default(),
    };
    let mut remap = proposal.remap.clone().unwrap_or_else(known);
    let replaces = old.map(|(_, table)| table.matrix.id.to_string());
    let mut work = MethodRewrite { organisation, old, edits: Vec::new(), renamed: Vec::new() };
    work.scales(new);
    for carried in &mut remap.dimensions {
        carried.to = work.name_of(&carried.to).to_owned();
    }
    let matrix = work.matrix(new);
    let lost = work.risks(methods, &remap, &matrix);
    work.measures(index, &remap, &lost);
    Ok(MethodPlan { edits: work.edits, remap, lost, matrix, replaces })
}

struct MethodRewrite<'w> {
    organisation: &'w Organisation<'w>,
    /// The matrix that gives way, and its place among those of the file.
    old: Option<(usize, &'w CheckedMatrix<'w>)>,
    edits: Vec<Edit>,
    /// Scales that have another id in the file than in the method: from, to.
    renamed: Vec<(String, String)>,
}

impl<'w> MethodRewrite<'w> {
    fn name_of<'s>(&'s self, id: &'s str) -> &'s str {
        self.renamed.iter().find(|(from, _)| from == id).map_or(id, |(_, to)| to)
    }

    /// The matrix that gives way, where it is an item of the file.
    fn old_matrix(&self) -> Option<(usize, &'w Matrix<'w>)> {
        let (_, table) = self.old?;
        let place = self.organisation.matrices.iter().position(|matrix| matrix.id == table.matrix.id)?;
        Some((place, &self.organisation.matrices[place]))
    }

    /// Whether a matrix that stays goes by a scale.
    fn stays(&self, scale: &str) -> bool {
        let gives_way = self.old_matrix().map(|(place, _)| place);
        let others = self.organisation.matrices.iter().enumerate().filter(|(place, _)| Some(*place) != gives_way);
        others.into_iter().any(|(_, matrix)| {
            matrix.likelihood.as_deref() == Some(scale) || matrix.consequence.iter().any(|id| id == scale)
        })
    }

    fn edit(&mut self, list: ListName, id: Option<String>, before: Option<String>, after: Option<String>, at: u32) {
        if before != after {
            self.edits.push(Edit { target: EditTarget::List(list), id, before, after, at });
        }
    }

    /// Brings the scales of the method in, and takes away those that nothing goes by any longer.
    fn scales(&mut self, new: &CheckedMatrix<'_>) {
        let mut used: Vec<String> = Vec::new();
        for scale in scales(new) {
            if used.iter().any(|id| *id == *scale.id) {
                continue;
            }
            used.push(scale.id.to_string());
            let known = self.organisation.scales.iter().find(|known| known.id == scale.id).map(|known| json(known));
            let line = json(scale);
            let id = scale.id.to_string();
            match known {
                Some(known) if known == line => {}
                Some(_) if self.stays(&scale.id) => {
                    let is_free = |id: &str| self.organisation.scales.iter().all(|known| *known.id != *id);
                    let fresh = new_id("scales", &scale.id, &is_free);
                    let line = json(&Scale { id: Id(fresh.clone().into()), ..scale.clone() });
                    self.renamed.push((id, fresh.clone()));
                    self.edit(ListName::Scales, Some(fresh), None, Some(line), Edit::LAST);
                }
                known => self.edit(ListName::Scales, Some(id), known, Some(line), Edit::LAST),
            }
        }
        let Some((_, old)) = self.old_matrix().and(self.old) else { return };
        for scale in scales(old) {
            let goes = !used.iter().any(|id| *id == *scale.id) && !self.stays(&scale.id);
            if goes {
                self.edit(ListName::Scales, Some(scale.id.to_string()), Some(json(scale)), None, Edit::LAST);
            }
        }
    }

    /// Brings the matrix in at the place of the one that gives way. Gives its id.
    fn matrix(&mut self, new: &CheckedMatrix<'_>) -> String {
        let old = self.old_matrix();
        let is_free = |id: &str| {
            let others = self.organisation.matrices.iter().filter(|matrix| Some(&matrix.id) != old.map(|it| &it.1.id));
            others.into_iter().all(|matrix| *matrix.id != *id)
        };
        let id = if is_free(&new.matrix.id) {
            new.matrix.id.to_string()
        } else {
            new_id("matrices", &new.matrix.id, &is_free)
        };
        let renamed = |scale: &str| Ref::from(self.name_of(scale).to_owned());
        let matrix = Matrix {
            id: Id(id.clone().into()),
            likelihood: new.matrix.likelihood.as_deref().map(renamed),
            consequence: new.matrix.consequence.iter().map(|id| renamed(id)).collect(),
            ..new.matrix.clone()
        };
        let line = json(&matrix);
        match old {
            Some((_, before)) if *before.id == *id => {
                self.edit(ListName::Matrices, Some(id.clone()), Some(json(before)), Some(line), Edit::LAST);
            }
            old => {
                let at = old.map_or(Edit::LAST, |(place, _)| saturating(place));
                if let Some((_, before)) = old {
                    self.edit(ListName::Matrices, Some(before.id.to_string()), Some(json(before)), None, at);
                }
                self.edit(ListName::Matrices, Some(id.clone()), None, Some(line), at);
            }
        }
        id
    }

    /// Carries the levels of every risk over that is judged by the matrix that gives way.
    fn risks(&mut self, methods: &Methods<'_>, said: &Remap, matrix: &str) -> Vec<(String, Vec<Lost>)> {
        let Some((place, old)) = self.old else { return Vec::new() };
        let mut losses = Vec::new();
        for risk in self.organisation.risks.iter() {
            if methods.table(risk.matrix.as_deref()).map(|(of, _)| of) != Some(place) {
                continue;
            }
            let (mut after, lost) = remap(risk, said);
            if after.matrix.as_deref() == Some(&*old.matrix.id) {
                after.matrix = Some(matrix.to_owned().into());
            }
            let id = risk.id.to_string();
            self.edit(ListName::Risks, Some(id.clone()), Some(json(risk)), Some(json(&after)), Edit::LAST);
            losses.push((id, lost));
        }
        losses
    }

    /// Gives dimensions their new names in what measures are expected to give, where all their risks change method.
    fn measures(&mut self, index: &Index, said: &Remap, affected: &[(String, Vec<Lost>)]) {
        let is_affected = |id: &str| index.risk(id).is_none() || affected.iter().any(|(known, _)| known == id);
        for measure in self.organisation.measures.iter() {
            let acts_here = !measure.risks.is_empty() && measure.risks.iter().all(|id| is_affected(id));
            let Some(effect) = measure.effect.as_ref().filter(|_| acts_here) else { continue };
            let mut effect = effect.clone();
            for (dimension, _) in &mut effect.consequence.0 {
                if let Some(name) = said.renamed(dimension) {
                    *dimension = name.to_owned().into();
                }
            }
            let after = json(&Measure { effect: Some(effect), ..measure.clone() });
            self.edit(ListName::Measures, Some(measure.id.to_string()), Some(json(measure)), Some(after), Edit::LAST);
        }
    }
}

/// A file of the format with one matrix of a file and its scales.
pub fn file_of(table: &CheckedMatrix<'_>) -> String {
    files::to_file([table])
}
